/** Shows what has closed since the page was built, by the visitor's clock in British time. */
const HOUR = 36e5;
const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** What a clock in London shows at a moment, as "2026-11-30T17:00". */
function shown(time) {
  const { year, month, day, hour, minute } = Object.fromEntries(
    london.formatToParts(time).map(({ type, value }) => [type, value]),
  );
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** The moment at which that clock shows a text; the later one in the hour that comes twice. */
function moment(text) {
  const winter = Date.parse(text + "Z");
  return [winter, winter - HOUR].find((time) => shown(time) === text) ?? winter;
}

/** The first moment of a day, or of a day some days later. */
function start(day, later = 0) {
  return moment(new Date(Date.parse(day) + later * 24 * HOUR).toISOString().slice(0, 11) + "00:00");
}

/** "closed", "not_yet_open" or "open". A last day counts whole, and so does a last minute. */
export function statusAt(closes, opens, now) {
  if (closes && now >= (closes.length > 10 ? moment(closes) + 6e4 : start(closes, 1)))
    return "closed";
  return opens && now < start(opens) ? "not_yet_open" : "open";
}

/** A day, or the day of a minute, as people write it. */
const inWords = (text) =>
  new Date(text.slice(0, 10)).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });

/**
 * Bring a page up to the moment `now`, as often as one likes. What says `data-count` counts the
 * list of its section, or else of the page; a heading goes when all rows below it have closed. On
 * the page of what has closed, the style sheet hides what says `data-while-open`.
 */
export function refresh(page, now) {
  const banner = page.getElementById("fresh");
  const say = (name, on) => {
    const line = page.getElementById("fresh-" + name);
    if (line && on) line.hidden = banner.hidden = false;
    return line;
  };
  say("old", now >= start(banner.dataset.built, 4));
  let gone = 0;
  for (const item of page.querySelectorAll("[data-closes]")) {
    const { closes, opens } = item.dataset;
    if (statusAt(closes, opens, now) !== "closed") continue;
    item.dataset.status = "closed";
    if (item === page.body)
      say("over", true).querySelector("strong").textContent =
        `Applications closed on ${inWords(closes)}.`;
    else {
      (item.closest("li") ?? item).hidden = true;
      gone++;
    }
  }
  if (gone) say("gone", true).querySelector("b").textContent = gone;
  for (const list of gone ? page.querySelectorAll("section > .app-stack--rows") : []) {
    const head = list.parentNode.querySelector(".app-head");
    if (head) head.hidden = !list.querySelector("li:not([hidden])");
  }
  for (const counter of gone ? page.querySelectorAll("[data-count]") : []) {
    const { count, one, many } = counter.dataset;
    const list = counter.closest("section") ?? page;
    const left = count - list.querySelectorAll("main [data-status]").length;
    counter.firstChild.data = many ? `${left} ${left === 1 ? one : many}` : left;
  }
}

if (globalThis.document) {
  const now = () => refresh(document, Date.now());
  now();
  setInterval(now, 6e4);
}

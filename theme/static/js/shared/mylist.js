/**
 * The page of my list: shows what is kept, moves it, shares it, forgets it.
 *
 * #shortlist says where the records and the pages of opportunities are. A shared list stands after
 * the # of an address, which browsers do not send; it is shown, and kept only when somebody asks.
 */
import { statusAt } from "./fresh.js";
import { hand } from "./share.js";
import { keep, kept, slugsIn } from "./shortlist.js";

const ENDED = ["closed", "expired"];

const part = (name) => document.getElementById(`shortlist-${name}`);
const shared = () => slugsIn(location.hash.replace("#list=", ""));

const root = document.querySelector("#shortlist");
root.hidden = false;
part("off").hidden = true;
start(root.dataset);

function start({ records, pages }) {
  const known = new Map();
  let before = [];
  part("print").onclick = () => print();
  part("share").onclick = () => hand(`${location.href.split("#")[0]}#list=${kept()}`, part("said"));
  part("save").onclick = () => {
    const all = [...new Set([...kept(), ...shared()])];
    history.replaceState(null, "", location.pathname);
    change(all, "The list is kept on this device.");
  };
  part("forget").onclick = async () => {
    before = kept();
    await change([], "Your list is deleted.");
    part("undo").hidden = false;
  };
  part("undo").onclick = () => change(before, "Your list is back.");
  addEventListener("hashchange", () => render(""));
  addEventListener("storage", () => render(""));
  render("");

  async function change(slugs, news) {
    keep(slugs);
    await render(news);
    part("said").focus();
  }

  async function render(news) {
    const given = shared();
    const slugs = given.length ? given : kept();
    const missing = slugs.filter((slug) => !known.has(slug));
    await Promise.all(
      missing.map(async (slug) => {
        const answer = await fetch(`${records}${slug}.json`).catch(() => null);
        known.set(
          slug,
          answer?.ok
            ? await answer.json()
            : { title: slug, summary: "We could not load this one." },
        );
      }),
    );
    part("items").replaceChildren(
      ...slugs.map((slug, place) => item(slug, place, slugs, given.length)),
    );
    part("shared").hidden = !given.length;
    part("empty").hidden = slugs.length;
    part("tools").hidden = !slugs.length || given.length;
    part("undo").hidden = true;
    part("said").textContent = news;
  }

  function item(slug, place, slugs, isShared) {
    const { title, summary, apply = {} } = known.get(slug);
    const made = part("item").content.firstElementChild.cloneNode(true);
    const [heading, what, when, phone, email, tools] = made.children;
    const [up, down, off] = tools.children;
    const others = slugs.filter((one) => one !== slug);
    const move = async (to, turn) => {
      await change(
        [...others.slice(0, to), slug, ...others.slice(to)],
        `${title} is now number ${to + 1}.`,
      );
      part("items").children[to].querySelectorAll("button:enabled")[turn].focus();
    };
    heading.firstChild.textContent = title;
    heading.firstChild.href = `${pages}${slug}/`;
    what.textContent = summary;
    when.textContent = moments(known.get(slug), Date.now());
    phone.textContent = apply.phone ? `Phone: ${apply.phone}` : "";
    email.textContent = apply.email ? `E-mail: ${apply.email}` : "";
    for (const button of tools.children) button.lastElementChild.textContent = `(${title})`;
    tools.hidden = isShared;
    up.disabled = !place;
    down.disabled = place > slugs.length - 2;
    up.onclick = () => move(place - 1, 0);
    down.onclick = () => move(place + 1, place + 2 < slugs.length ? 1 : 0);
    off.onclick = () => change(others, `${title} is off your list.`);
    return made;
  }
}

/** What the record of an opportunity says of its dates, at a moment. */
function moments({ status, confirmed, deadline, closed, sessions = [] }, now) {
  const starts = sessions.map((session) => session.starts);
  const closes = earliest(deadline === "ongoing" ? "" : deadline, dayBefore(closed));
  const last = earliest(closes, deadline ? "" : starts.at(-1)?.slice(0, 10));
  const isOver = (text) => statusAt(text?.replace(" ", "T"), "", now) === "closed";
  if (ENDED.includes(status) || isOver(last)) return "This has ended.";
  const next = deadline ? "" : starts.find((text) => !isOver(text.slice(0, 10)));
  const when =
    closes && last === closes
      ? `Closes ${inWords(closes)}`
      : next
        ? `On ${inWords(next)}`
        : "";
  if (confirmed) return when;
  const first = "Not confirmed yet. Ask before you make plans.";
  return when ? `${when}, their page says. ${first}` : first;
}

/** Of days, or days with a minute, the earliest; of two on one day the first. */
function earliest(...texts) {
  const told = texts.filter(Boolean);
  return told.sort((one, other) => one.slice(0, 10).localeCompare(other.slice(0, 10)))[0];
}

/** The last day before something is closed, where the day of that is known. */
function dayBefore(closed) {
  const day = Date.parse(closed);
  return day ? new Date(day - 24 * 36e5).toISOString().slice(0, 10) : "";
}

/** A day, or a day and a minute, as both stand in a record. */
function inWords(text) {
  const style = { dateStyle: "long", timeZone: "UTC" };
  if (text.length > 10) style.timeStyle = "short";
  return new Date(text.length > 10 ? `${text.replace(" ", "T")}Z` : text).toLocaleString(
    "en-GB",
    style,
  );
}

/**
 * Answers the form that asks for a place; without it the form opens the list of places.
 * Hooks: `form#postcode-form` with `data-table` (the postcode table) and `data-places` (the names,
 * loaded once somebody types what is no postcode); in it `#postcode` (no name, so never sent),
 * `#postcode-error` and `#postcode-result` (role status). The answer goes before the form, and what
 * has `data-before-answer` gives way to it. What people type stays in this page. What reads and
 * answers it is loaded with the table, once somebody goes to the box.
 */
import { forget, kept } from "./area.js";
import { a, button, el, p } from "./elements.js";

const MOST_PLACES = 12;
const NATIONS = ["England", "Scotland", "Wales"];
const BEFORE_SITE_NAME = " - ";

const form = document.querySelector("#postcode-form");
if (form) enhance(form);

function enhance(form) {
  const box = form.querySelector("#postcode");
  const error = form.querySelector("#postcode-error");
  const result = form.querySelector("#postcode-result");
  const root = form.dataset.table.replace(/api\/v1\/.*/, "");
  const table = once(() => fetched(form.dataset.table));
  const places = once(() => fetched(form.dataset.places));
  const tools = once(loaded);

  // The cursor may be in the box already: then only an alert is read out.
  error.setAttribute("role", "alert");
  box.addEventListener("focus", () => Promise.all([table(), tools()]).catch(() => {}), {
    once: true,
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    reply(box.value)
      .catch(() =>
        complain(
          "The list did not load. Check your connection and try again, " +
            "or choose your area from the list.",
        ),
      )
      .then(reveal);
  });
  greet();

  async function reply(text) {
    if (!text.trim()) return complain("Type a postcode, town or hospital. For example, LS1 4AP.");
    show(p("Looking it up."));
    const [known, { lookup }] = await Promise.all([table(), tools()]);
    const found = lookup(known, text);
    if (found.status === "found") return settle(known, { ...found, place: found.postcode });
    if (found.status === "nation") return show(...abroad(known, found));
    if (found.reason === "format" || found.reason === "empty") return search(known, text);
    complain(
      found.reason === "incomplete"
        ? `${found.postcode} covers more than one area. Type your whole postcode.`
        : `We do not know ${found.postcode}. Check it, or choose your area from the list.`,
    );
  }

  /** Places, counties, alliances and hospitals by name: one answer, or some to choose from. */
  async function search(known, text) {
    const { SERVED, called, choices, named } = await tools();
    const nations = [...Object.values(known.areas), ...NATIONS].join("|");
    const groups = [...(await places()).groups, ["nation", "", "", "", nations]];
    const { status, sure, places: matches, others } = named(groups, text);
    if (status === "none")
      return complain(
        `We did not find ${text.trim()}. We know places in England. Check it, ` +
          "type your postcode, or choose your area from the list.",
      );
    const more = others.length
      ? [p("Did you mean another place?"), choices(known, root, others.slice(0, MOST_PLACES))]
      : [];
    if (status === "choose") {
      const few = matches.slice(0, MOST_PLACES);
      const rest = matches.length > few.length;
      const ask = sure ? "Choose yours." : "Did you mean one of these?";
      const count = `${matches.length} places match. ${ask}`;
      return show(
        p(matches.length === 1 ? "Did you mean this one?" : count),
        choices(known, root, few),
        ...(rest ? [p(`These are the first ${few.length}. Type more to find yours.`)] : []),
      );
    }
    const [match] = matches;
    if (match.name === "England")
      return complain("England has 20 Cancer Alliances. Type a postcode, town or hospital.");
    if (match.kind === "nation") {
      const alliances = match.name in SERVED ? [known.alliances[SERVED[match.name]].slug] : [];
      return show(...abroad(known, { alliances, nation: match.name, postcode: "" }), ...more);
    }
    return settle(known, { ...placed(known, match), place: called(match), others: more });
  }

  /** What the table says of a place that is known by its name. */
  function placed(known, { keys, zone: name }) {
    const zone = known.overlaps.find((one) => one.zone === name);
    const alliances = keys.split(" ").map((key) => known.alliances[key].slug);
    const mention = zone?.level === "mention" ? known.alliances[zone.show[1]].slug : null;
    const divided = alliances.length > 1 && !zone;
    return { alliances, divided, mention, why: zone?.words, beside: [] };
  }

  /** The answer takes the place of the question, and the box asks for another place. */
  async function settle(known, found) {
    const { answer } = await tools();
    const page = answer(known, root, { others: [], ...found });
    show();
    document.querySelector(".app-answer")?.remove();
    for (const part of document.querySelectorAll("[data-before-answer]")) part.hidden = true;
    form.before(page);
    form.querySelector("label").textContent = "Look up another place";
    form.querySelector("[type=submit]").classList.add("app-button--plain");
    box.value = "";
    const title = page.querySelector("h1");
    const site = document.title.split(BEFORE_SITE_NAME).at(-1);
    document.title = title.textContent + BEFORE_SITE_NAME + site;
    page.scrollIntoView({ block: "start" });
    title.focus({ preventScroll: true });
  }

  /** Outside England: an alliance that serves the place too, and whom people there turn to. */
  function abroad(known, { alliances: slugs, nation, postcode }) {
    if (nation === "BFPO") {
      return [
        p(
          `${postcode} is a Forces address. Cancer Alliances go by places in England. ` +
            "Use your home postcode, or the one of the hospital where you are treated.",
        ),
      ];
    }
    const where = nation.replace("Isle", "the Isle");
    const signs = known.nations?.[nation] ?? [];
    const parts = [
      p(`${postcode ? `${postcode} is in ${where}. ` : ""}Cancer Alliances cover England only.`),
    ];
    for (const slug of slugs) {
      const { name } = Object.values(known.alliances).find((one) => one.slug === slug);
      parts.push(p(a(`${root}alliances/${slug}/`, `${name} says it also serves ${where}`), "."));
    }
    if (signs.length) {
      const rows = signs.map(({ name, what, href }) => el("li", "", a(href, name), `: ${what}`));
      parts.push(p(`People in ${where} can turn to:`), el("ul", "app-stack", ...rows));
    }
    return [
      ...parts,
      p(
        "You may be able to ",
        a(`${root}opportunities/from-home/`, "join something from home"),
        ". Check who it is for.",
      ),
    ];
  }

  /** What is saved, with the way to forget it. */
  function greet() {
    const slug = kept();
    if (!slug) return;
    show(
      p(
        "Your area is kept on this device. ",
        a(`${root}alliances/${slug}/`, "Go to your alliance"),
        ".",
      ),
      button("Forget my area", () => {
        forget();
        show(p("Your area is forgotten."));
        box.focus();
      }),
    );
  }

  function show(...parts) {
    error.hidden = true;
    box.removeAttribute("aria-invalid");
    box.setAttribute("aria-describedby", "postcode-hint");
    result.replaceChildren(...parts);
  }

  /** What is said may lie below the edge of a small screen, or behind its keyboard. */
  function reveal() {
    const said = error.hidden ? result : error;
    if (said.textContent) said.scrollIntoView({ block: "nearest" });
  }

  function complain(words) {
    show();
    error.textContent = words;
    error.hidden = false;
    box.setAttribute("aria-invalid", "true");
    box.setAttribute("aria-describedby", "postcode-error postcode-hint");
    box.focus();
  }
}

/** What reads a postcode or a name, and what answers. */
async function loaded() {
  const parts = ["../postcodes.js", "./answer.js", "./placenames.js"];
  return Object.assign({}, ...(await Promise.all(parts.map((part) => import(part)))));
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.status);
  return response.json();
}

/** Does something once; again if that failed. */
function once(work) {
  let made = null;
  return () => {
    made ??= work();
    made.catch(() => (made = null));
    return made;
  };
}

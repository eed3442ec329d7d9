/**
 * The answer: which alliance plans the care in a place, what there is to join, whom to contact.
 * All of its words come from the table that was loaded whole, so nothing is asked for an area.
 */
import { a, button, el, p } from "./elements.js";
import { keep, kept } from "./area.js";
import { toldApart } from "./placenames.js";

/**
 * The answer for one place.
 *
 * @param {object} known the published table
 * @param {string} root the address of the site, with a slash at its end
 * @param {{alliances: string[], place: string, why: string | null, mention: string | null,
 *   beside: string[], others: object[], divided: boolean}} found slugs, the best first, and what
 *   is to say of the place; `divided`: each alliance serves a part of it
 */
export function answer(known, root, found) {
  const about = (slug) => Object.values(known.alliances).find((one) => one.slug === slug);
  const all = found.alliances.map(about);
  const made = el("section", "app-answer");
  made.setAttribute("aria-labelledby", "answer-title");
  made.append(
    heading(found, all),
    forPlace(root, found),
    ...doubts(found, about, root),
    ...(found.divided
      ? [links(all, root), el("p", "app-answer__note", known.as_of)]
      : all.flatMap((one, n) => [
          ...alliance(one, root, { alone: all.length === 1, asOf: n ? "" : known.as_of }),
        ])),
  );
  return made;
}

/** Places to choose from, each with its alliance. */
export function choices(known, root, places) {
  return el(
    "ul",
    "app-stack",
    ...places.map((place) => {
      const all = place.keys.split(" ").map((key) => known.alliances[key]);
      return place.keys
        ? el("li", "", `${toldApart(place)}: `, ...or(all, root))
        : el("li", "", place.name);
    }),
  );
}

function heading({ divided, place }, all) {
  const [before, name] = divided
    ? ["", `${place} has ${all.length} Cancer Alliances`]
    : ["Your Cancer Alliance is ", all.map((one) => one.official).join(" or ")];
  const made = el("h1", "", ...(before ? [el("span", "app-answer__pre", before)] : []), name);
  made.id = "answer-title";
  made.tabIndex = -1;
  return made;
}

function forPlace(root, { place, divided }) {
  return p(
    divided ? "Type your postcode to see which is yours. " : `For ${place}. `,
    a(`${root}find/places/`, "Not your area? Choose it from a list"),
  );
}

/** Why two are named, what else people may hear of, and other places of the name. */
function* doubts({ why, mention, beside, others }, about, root) {
  if (mention) yield p("You may also hear of ", ...or([about(mention)], root), ".");
  if (why) yield p(why);
  const near = beside.filter((slug) => slug !== mention).map(about);
  if (near.length) yield p("This is near a boundary. Also see ", ...or(near, root, " and "), ".");
  yield* others;
}

/** The part of each alliance. The first says how old the areas are; its button stands out. */
function* alliance(one, root, { alone, asOf }) {
  const page = `${root}alliances/${one.slug}/`;
  if (!alone) yield el("h2", "", one.official);
  const ways = one.near === 1 ? "1 way" : `${one.near} ways`;
  const main = a(`${page}#join`, one.near ? `See ${ways} to take part` : "See how to take part");
  main.className = asOf ? "app-button" : "app-button app-button--plain";
  const from = `${root}opportunities/from-home/anywhere/`;
  const home = a(from, `See ${one.home} you can do from home`);
  home.className = "app-answer__second";
  yield el("div", "app-answer__go", main, ...(one.home ? [home] : []));
  if (one.doubt) yield el("p", "app-answer__note", one.doubt);
  if (asOf) yield el("p", "app-answer__note", asOf);
  yield contact(one, page, alone ? 2 : 3);
  yield saving(one);
  yield p(one.covers);
  yield p(a(page, `All about ${one.official}`));
}

function contact(one, page, level) {
  const made = el("div", "app-contact", el(`h${level}`, "", "Contact the alliance"));
  if (one.email) {
    made.append(
      p("E-mail: ", a(`mailto:${one.email}`, ...one.email.split(/(?=@)/).flatMap(breakable))),
      p(a(one.href, "Start an e-mail with our prompts")),
    );
  } else {
    if (one.words) made.append(p(one.words));
    made.append(p(one.href ? a(one.href, one.button) : a(`${page}#contact`, "Others you can ask")));
  }
  if (one.age) made.append(el("p", "app-contact__note", one.age));
  return made;
}

function breakable(part, n) {
  return n ? [document.createElement("wbr"), part] : [part];
}

function saving({ slug, name }) {
  const note = el("p", "app-answer__note", "We keep the name of the area, not your postcode.");
  note.setAttribute("role", "status");
  const made = el("div", "app-answer__save");
  const press = button("Save my area on this device", () => {
    note.textContent = keep(slug)
      ? `Saved on this device: ${name}.`
      : "Your browser does not let this site save anything.";
  });
  if (kept() === slug) note.textContent = `Saved on this device: ${name}.`;
  made.append(press, note);
  return made;
}

function links(all, root) {
  return el("ul", "app-list", ...all.map((one) => el("li", "", ...or([one], root))));
}

function or(all, root, word = " or ") {
  return all.flatMap((one, n) => [n ? word : "", a(`${root}alliances/${one.slug}/`, one.name)]);
}

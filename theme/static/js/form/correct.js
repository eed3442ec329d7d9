/**
 * Putting one fact right on /add/: what the page says now, what it should be, and how you know.
 *
 * An entry's fact is asked for with its own box of the whole form, so that the same check reads
 * it; a fact of an alliance is told in words. Without &fact= people choose it first.
 */
import { answersTo, byId, fill, valueAt } from "./answers.js";
import { showAbove, showBeside } from "./problems.js";
import { recordOf, today, tools } from "./tools.js";

const one = byId("add-one");
const form = byId("add-form");
const heading = document.querySelector("h1");
const ofSite = document.title.slice(heading.textContent.length);
const lead = document.querySelector(".app-lead");
const TITLE = "Suggest a correction";
// Facts of ours, which no page of an organiser states.
const OF_OURS = /^(checked\.|scope$|led_by$|confidence$|to_confirm$)/;
const NOT_STATED = "Not stated";
const IN_OWN_WORDS = "What is wrong, and what is right?";
const KNOWN_NOT = "I do not know, but this is wrong.";

/** What the page is for, in its heading and its title. */
export function namePage(words, more = "") {
  heading.textContent = words;
  document.title = words + more + ofSite;
}

/** There is nothing of that name to correct. */
export function showUnknown() {
  namePage("We do not know that page");
  lead.textContent = "There is no opportunity or Cancer Alliance at the address that you followed.";
  form.hidden = true;
  reveal(byId("add-unknown"));
}

function reveal(part) {
  byId("add-wait").hidden = true;
  part.hidden = false;
}

export async function correct(asked) {
  const isAlliance = asked.has("alliance");
  const kind = isAlliance ? "alliances" : "opportunities";
  namePage(TITLE);
  const record = await recordOf(kind, asked.get(isAlliance ? "alliance" : "entry"));
  if (!record) return showUnknown();
  const page = isAlliance ? pageOfAlliance(record) : await pageOfEntry(record);
  const meant = asked.get("fact") ?? "";
  const facts = factsMeant(page, meant);
  namePage(TITLE, `: ${page.title}`);
  if (facts.length === 1) return askAbout(page, facts[0]);
  lead.textContent = page.title;
  choose(page, facts.length ? facts : page.facts);
}

/** The fact of that name, those of a group, or a fact of an alliance that has no box of its own. */
function factsMeant(page, meant) {
  if (!meant) return [];
  const same = ({ name, label }) => [name, label.toLowerCase()].includes(meant.toLowerCase());
  const exact = page.facts.find(same);
  if (exact) return [exact];
  if (page.isAlliance) return [{ name: meant, label: meant, now: "", isInWords: true }];
  return page.facts.filter(({ name }) => name.startsWith(`${meant}.`));
}

/* What is known of the page. */

function pageOfAlliance(record) {
  const rows = [...document.querySelectorAll("#add-of-alliances li")];
  const facts = rows.map(({ dataset, textContent: label }) => ({
    name: dataset.path,
    label,
    now: [valueAt(record, dataset.path) ?? []].flat().map(inText).join("\n"),
    age: valueAt(record, `${dataset.path.split(".")[0]}.source_age`),
  }));
  return { title: record.names.official, url: record.url, facts, isAlliance: true };
}

const inText = (value) => value.name ?? value.text ?? value;

async function pageOfEntry(record) {
  const loaded = await tools();
  const { rules, withDates, wordsFor, saidBack, kindAt } = loaded;
  for (const name of record.left_out ?? []) delete record[name];
  rules.fields.forEach(({ name, kind }) => fill(kind, name, record[name]));
  const shown = withDates(rules, answersTo(rules.fields), today());
  const fields = [...form.querySelectorAll(".app-field[data-name]")];
  const facts = fields
    .filter((field) => !field.closest("[data-many]") && !OF_OURS.test(field.dataset.name))
    .map((field) => {
      const { name, label } = field.dataset;
      const value = valueAt(shown, name);
      const words = (given) => saidBack(rules, kindAt(rules.fields, name), given, today());
      const now = value === undefined ? "" : wordsFor(name, [value].flat().map(words));
      return { name, label, field, now: now === NOT_STATED ? "" : now };
    });
  const lists = [...form.querySelectorAll("[data-many]")].map((many) => ({
    name: many.dataset.many,
    label: many.querySelector("summary").textContent,
    now: (shown[many.dataset.many] ?? []).map((row) => rowInWords(row, loaded)).join("\n"),
  }));
  const { title, url, slug } = record;
  return { title, url, slug, facts: [...facts, ...lists], shown };
}

const rowInWords = (row, { inWords }) =>
  Object.values(row)
    .map((value) => (/^\d{4}-/.test(value) ? inWords(value) : value))
    .join(", ");

/* Which fact? */

function choose(page, facts) {
  const lines = facts.map((fact) => [fact, lineFor(fact)]);
  const of = (isStated) => lines.filter(([{ now }]) => !now !== isStated).map(([, line]) => line);
  byId("choose-stated").replaceChildren(...of(true));
  byId("choose-unstated").replaceChildren(...of(false));
  byId("choose-more").hidden = !of(false).length;
  const other = byId("choose-else").firstElementChild;
  if (page.isAlliance) other.textContent = "Something else is wrong: tell us in your own words";
  other.href = page.isAlliance ? withFact("Something else") : wholeForm(page);
  byId("choose-ended").hidden = Boolean(page.isAlliance);
  byId("choose-ended").firstElementChild.href = withFact("closed");
  reveal(byId("add-choose"));
}

function lineFor({ name, label, now }) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = withFact(name);
  link.textContent = label;
  const words = document.createElement("span");
  words.textContent = now;
  line.append(link, words);
  return line;
}

/** This page for another fact, or for the choice of one. */
function withFact(name) {
  const query = new URLSearchParams(location.search);
  query.delete("fact");
  if (name) query.set("fact", name);
  return `?${query}`;
}

const wholeForm = ({ slug }, fact = "") =>
  `?entry=${slug}&all${fact && `&fact=${encodeURIComponent(fact)}`}`;

/* One fact. */

function askAbout(page, fact) {
  const { label, field, now, age, name, isInWords } = fact;
  lead.textContent = `${page.title}: ${lowered(label)}`;
  byId("one-now").textContent = now || "Our page does not say.";
  byId("one-age").textContent = age ? `How old this is: ${age}` : "";
  byId("one-age").hidden = !age;
  byId("one-unknown").closest("p").hidden = !now;
  byId("one-says").hidden = Boolean(isInWords);
  if (isInWords) byId("one-field").querySelector("label").textContent = IN_OWN_WORDS;
  byId("one-else").href = withFact();
  byId("one-whole").parentElement.hidden = Boolean(page.isAlliance);
  byId("one-whole").href = wholeForm(page, name);
  if (field) takeBox(field, now);
  const box = byId("one-field").firstElementChild;
  one.addEventListener("input", () => (byId("add-result").hidden = true));
  one.addEventListener("submit", (event) => {
    event.preventDefault();
    check(page, fact, box).catch(couldNot);
  });
  reveal(one);
}

/** The fact's own box of the whole form; what is one short line is typed anew. */
function takeBox(field, now) {
  const words = field.querySelector(".app-field__words");
  const hint = field.querySelector(".app-form__hint");
  const question = words.firstChild.textContent.trim();
  words.replaceChildren("What should it be?");
  hint.textContent = `${question} ${hint.textContent}`.trim();
  byId("one-field").replaceChildren(field);
  const box = field.querySelector('[type="text"]');
  if (box && now) box.value = "";
}

const lowered = (words) =>
  /^(\p{Lu}{2}|\p{Lu}-)/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);

function couldNot() {
  const field = byId("one-field").firstElementChild;
  field.dataset.missing = "We cannot check this here. Please write to us in your own words";
  report([{ code: "missing-field", severity: "error", field }], [field]);
}

async function check(page, fact, box) {
  const loaded = await tools();
  const { besideBox } = loaded.rules;
  const isUnknown = byId("one-unknown").checked;
  const note = byId("one-note");
  const right = isUnknown ? undefined : rightValue(page, fact, box, loaded);
  const found = [
    ...(isUnknown ? [] : problemsOf(page, fact, right, loaded, box)),
    ...loaded.verdictOnWords("note", note.value).map((problem) => ({
      ...problem,
      field: note.closest(".app-field"),
    })),
  ];
  const errors = found
    .filter(({ severity }) => severity === "error")
    .map((problem) => ({ ...problem, besideBox }));
  report(errors, [box, note.closest(".app-field")]);
  byId("add-result").hidden = true;
  if (!errors.length) tell(page, fact, right, loaded);
}

function report(errors, fields) {
  showBeside(fields, errors);
  const goTo = (field) => field.querySelector("input, select, textarea").focus();
  showAbove(byId("one-summary"), fields, errors, goTo);
}

/** All answers with what should stand there; for a fact without a box of its own, the words. */
function rightValue(page, { field }, box, { rules, withDates }) {
  if (!field) return box.querySelector("textarea").value.trim();
  return withDates(rules, answersTo(rules.fields), today());
}

function problemsOf(page, { name, field, now }, right, { verdict, verdictOnWords }, box) {
  const given = field ? valueAt(right, name) : right;
  const was = field ? valueAt(page.shown, name) : "";
  const isTyped = box.querySelector('textarea, [type="text"]');
  if ((isTyped && !given) || JSON.stringify(given) === JSON.stringify(was)) {
    const deed = isTyped ? "Enter" : "Choose";
    const or = now ? ", or tick that you do not know" : "";
    box.dataset.missing = `${deed} what it should be${or}`;
    return [{ at: name, code: "missing-field", severity: "error", field: box }];
  }
  if (!field) return verdictOnWords(name, given).map((problem) => ({ ...problem, field: box }));
  const known = verdict(page.shown, today()).map(({ at, message }) => at + message);
  return verdict(right, today())
    .filter(({ at, message }) => !known.includes(at + message))
    .map((problem) => ({ ...problem, field: box }));
}

/** Shows what to send. */
function tell(page, { name, label, field, now }, right, loaded) {
  const value = field && right ? valueAt(right, name) : right;
  const { rules, kindAt, saidBack, wordsFor } = loaded;
  const words = (given) => saidBack(rules, kindAt(rules.fields, name), given, today());
  const said = field && value ? wordsFor(name, [value].flat().map(words)) : value;
  const shouldBe = right === undefined ? KNOWN_NOT : said || NOT_STATED;
  const how = one.querySelector('[name="one-how"]:checked')?.value;
  const known = [how, byId("one-note").value.trim()].filter(Boolean).join(". ");
  loaded.showCorrection({
    title: page.title,
    address: new URL(page.url, location).href,
    label,
    now: now || NOT_STATED,
    shouldBe,
    known,
  });
}

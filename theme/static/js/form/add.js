/**
 * The form on /add/: asks, checks each answer beside its box, and shows what to send.
 *
 * With ?entry=<slug>&all it is filled with that entry. Without &all, and with ?alliance=<slug>,
 * correct.js asks about one fact; &fact=<name> tells which. Answers stay in this tab until they
 * are sent. What judges and shows is loaded once somebody begins.
 */
import { answersTo, byId, fill, prepareRows, restore, valueAt } from "./answers.js";
import { keeper } from "./kept.js";
import { problemInWords, showAbove, showBeside } from "./problems.js";
import { recordOf, today, tools } from "./tools.js";

const form = byId("add-form");
const result = byId("add-result");
const shared = byId("add-shared");
const asked = new URLSearchParams(location.search);
const entry = asked.get("entry") ?? "";
const answers = keeper(form, entry);
const answered = new Set();
let pressed;
let before;
let atRisk = false;
let turn = 0;
let wasChecked = false;

for (const many of form.querySelectorAll("[data-many]")) prepareRows(many);
byId("add-list").hidden = true;
const isOfEntry = asked.has("entry");
const isOneFact = asked.has("alliance") || (isOfEntry && !asked.has("all"));
for (const part of document.querySelectorAll("[data-adding]"))
  part.hidden = isOneFact || isOfEntry;
byId("add-wait").hidden = !isOneFact;
if (isOneFact) correctOneFact();
else begin().catch(giveUp);

form.addEventListener("focusin", () => tools().catch(giveUp), { once: true });
form.addEventListener("input", changed);
form.addEventListener("change", ({ target }) => judgeOne(fieldOf(target)));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  check().catch(giveUp);
});
result.addEventListener("click", ({ target }) => {
  if (["add-mail", "add-code", "add-file", "add-copy"].includes(target.id)) {
    answers.forget();
    atRisk = false;
  }
});
addEventListener(
  "pointerdown",
  () => {
    pressed = new Promise((done) => {
      for (const name of ["pointerup", "pointercancel"])
        addEventListener(name, done, { once: true });
    });
  },
  true,
);
addEventListener("beforeunload", (event) => {
  if (atRisk) event.preventDefault();
});

async function correctOneFact() {
  const { correct } = await import("./correct.js");
  correct(asked).catch(giveUp);
}

async function begin() {
  form.hidden = false;
  if (isOfEntry) await fillIn();
  else byId("checked.on").value = dayInWords(today());
  const kept = answers.kept();
  if (!kept.length) return;
  restore(form, kept);
  for (const folded of form.querySelectorAll("details")) {
    const controls = [...folded.querySelectorAll("input, select, textarea")];
    folded.open ||= controls.some(({ name }) => kept.some(([one]) => one === name));
  }
  say("Your answers from before are still here.");
}

function dayInWords(day) {
  const long = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
  return long.format(new Date(day));
}

/** Where the check does not work, the list of questions does. */
function giveUp() {
  say(
    "We cannot check answers in this browser. You can still send them: the questions stand above.",
  );
  form.hidden = isOneFact;
  byId("add-wait").hidden = true;
  byId("add-list").hidden = false;
}

function say(words) {
  byId("add-said").textContent = words;
}

function changed() {
  result.hidden = true;
  if (shared.checked) answers.forget();
  atRisk = shared.checked || !answers.keep();
}

/* What is wrong, beside each answer and in a list above them. */

const fieldOf = (control) => control.closest(".app-field");

function allFields() {
  return [...form.querySelectorAll(".app-field[data-name]")];
}

/** The field of an answer, or the first of a group that is not answered at all. */
function fieldAt(at) {
  const fields = allFields();
  const has = (test) => fields.find(({ dataset }) => test(dataset.name));
  return has((name) => name === at) ?? has((name) => name.startsWith(`${at}.`)) ?? fields[0];
}

async function judged() {
  const { rules, verdict, withDates } = await tools();
  const values = withDates(rules, answersTo(rules.fields), today());
  const { besideBox } = rules;
  // A page about it is asked for by itself, so what a date needs besides is not said twice.
  const found = verdict(values, today()).filter(({ code }) => code !== "no-way-to-apply");
  const problems = found.map((one) => ({ ...one, besideBox, field: fieldAt(one.at) }));
  return { values, problems };
}

async function judgeOne(field) {
  if (!field?.dataset.name) return;
  answered.add(field);
  const own = ++turn;
  const { values, problems } = (await judged().catch(giveUp)) ?? {};
  // Messages move what stands below them, but not away from under a finger.
  await pressed;
  await new Promise((done) => setTimeout(done));
  if (!problems || own !== turn) return;
  const isDue = (one) => answered.has(one.field) && one.code !== "missing-field";
  const shown = problems.filter((one) => wasChecked || isDue(one));
  showBeside(allFields(), shown);
  const said = shown.filter((one) => one.field === field).map(problemInWords);
  const date = await saidBackIn(field.dataset.name, values);
  const words = said.join(" ") || date;
  say(words ? `${field.dataset.label}: ${words}` : "");
}

/** Writes a date that was understood into its box as people read it, and gives these words. */
async function saidBackIn(name, values) {
  const { rules, kindAt, saidBack } = await tools();
  const value = valueAt(values, name);
  const box = byId(name);
  if (typeof value !== "string" || !["day", "part"].includes(kindAt(rules.fields, name).is)) return;
  box.value = saidBack(rules, kindAt(rules.fields, name), value, today());
  if (!shared.checked) answers.keep();
  return box.value;
}

async function check() {
  turn++;
  const { values, problems } = await judged();
  wasChecked = true;
  showBeside(allFields(), problems);
  say("");
  const errors = problems.filter(({ severity }) => severity === "error");
  result.hidden = true;
  showAbove(byId("add-summary"), allFields(), errors, goTo);
  if (errors.length) return;
  const loaded = await tools();
  const notes = problems.map(problemInWords);
  const written = before ? asItStood(values, loaded.rules.fields) : values;
  loaded.showResult({ tools: loaded, values, written, before, notes, today: today() });
}

/** What nobody changed stays as the entry has it: boxes cannot show the order of a list. */
function asItStood(values, fields) {
  const { entry, shown } = before;
  const isSame = (name) => JSON.stringify(shown[name]) === JSON.stringify(values[name]);
  return Object.fromEntries(
    fields.map(({ name }) => [name, isSame(name) ? entry[name] : values[name]]),
  );
}

function goTo(field) {
  const folded = field.closest("details");
  if (folded) folded.open = true;
  field.querySelector("input, select, textarea").focus();
}

/* The whole of an entry that is there. */

/** Once changes are drawn: what moves in the moment in which a page scrolls is seen to jump. */
function drawn() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

async function fillIn() {
  const { namePage, showUnknown } = await import("./correct.js");
  namePage("Correct an entry");
  const { rules, withDates } = await tools();
  const record = await recordOf("opportunities", entry);
  if (!record) return showUnknown();
  // Programs are told the usual value of what the file leaves out.
  for (const name of record.left_out ?? []) delete record[name];
  rules.fields.forEach(({ name, kind }) => fill(kind, name, record[name]));
  before = { entry: record, shown: withDates(rules, answersTo(rules.fields), today()) };
  namePage("Correct an entry", `: ${record.title}`);
  byId("add-title").textContent = `Put it right: ${record.title}`;
  byId("add-lead").textContent = "Change what is wrong. Leave the rest as it is.";
  byId("add-proof").hidden = false;
  await drawn();
  goTo(fieldAt(asked.get("fact") ?? ""));
}

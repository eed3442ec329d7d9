/**
 * The form on /add/: asks, checks each answer beside its box, and shows what to send.
 *
 * With ?entry=<slug>&fact=<name> it is filled with that entry; with ?alliance=<slug> a small form
 * asks what is wrong with an alliance's page, and &fact=<words> names the fact. Nothing typed is
 * kept or sent from here. What judges and shows is loaded once somebody begins.
 */
const byId = (id) => document.getElementById(id);
const form = byId("add-form");
const result = byId("add-result");
const heading = document.querySelector("h1");
const adding = heading.textContent;
const ofSite = document.title.slice(adding.length);
const asked = new URLSearchParams(location.search);
const pageOf = {
  slug: asked.get("entry") ?? asked.get("alliance") ?? "",
  fact: asked.get("fact") ?? "",
};
const answered = new Set();
let loading;
let pressed;
let before;
let atRisk = false;
let turn = 0;
let wasChecked = false;

for (const many of form.querySelectorAll("[data-many]")) prepareRows(many);
if (asked.has("alliance")) aboutAlliance();
else begin();

form.addEventListener("focusin", () => tools().catch(giveUp), { once: true });
form.addEventListener("input", changed);
form.addEventListener("change", ({ target }) => judgeOne(fieldOf(target)));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  check().catch(giveUp);
});
result.addEventListener("click", ({ target }) => {
  if (["add-mail", "add-code", "add-file", "add-copy"].includes(target.id)) atRisk = false;
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

function begin() {
  byId("add-list").hidden = true;
  form.hidden = false;
  if (asked.has("entry")) {
    unfold(fieldAt(pageOf.fact));
    fillIn().catch(giveUp);
  } else byId("checked.on").value = today();
}

/** The rules and what reads them, once. */
function tools() {
  loading ??= load();
  return loading;
}

async function load() {
  const [rules, ...modules] = await Promise.all([
    fetch(form.dataset.rules).then((answer) => answer.json()),
    import("./verdict.js"),
    import("./entryfile.js"),
    import("./addresult.js"),
  ]);
  modules[0].learn(rules);
  return Object.assign({ rules }, ...modules);
}

/** Where the check does not work, the list of questions does. */
function giveUp() {
  say(
    "We cannot check answers in this browser. You can still send them: the questions stand above.",
  );
  byId("add-list").hidden = false;
}

function say(words) {
  byId("add-said").textContent = words;
}

function changed() {
  atRisk = true;
  result.hidden = true;
}

/* A list of groups: each row is a copy of the first, with its number in every name. */

function prepareRows(many) {
  const { many: name } = many.dataset;
  const pattern = many.querySelector("fieldset");
  const [button] = many.querySelectorAll("button");
  let count = 0;
  const add = () => {
    const row = pattern.cloneNode(true);
    for (const part of row.querySelectorAll("*")) {
      for (const { name: attribute, value } of part.attributes) {
        part.setAttribute(attribute, value.replaceAll(`${name}.`, `${name}.${count}.`));
      }
    }
    row.querySelector("legend").textContent += ` (${++count})`;
    button.parentElement.before(row);
    return row;
  };
  button.addEventListener("click", () => add().querySelector("input").focus());
  many.addRow = add;
  add();
  pattern.remove();
}

/* Answers. */

function answersTo(fields, within = "") {
  const pairs = fields.map(({ name, kind }) => [name, answer(kind, within + name)]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

function answer(kind, name) {
  if (kind.is === "group") return some(answersTo(kind.fields, `${name}.`));
  if (kind.is !== "several") return textOf(name).join(" ") || undefined;
  if (kind.of.is === "group") return rowsOf(kind.of, name);
  const ticked = [...form.querySelectorAll(`[name="${name}"]:checked`)].map(({ value }) => value);
  const lines = () => textOf(name).flatMap((line) => line.split(/\s+/));
  const values = byId(name).type === "checkbox" ? ticked : lines();
  return values.includes(kind.instead) ? kind.instead : some(values);
}

function rowsOf(kind, name) {
  const rows = [];
  for (let place = 0; byId(`${name}.${place}.${kind.fields[0].name}`); place++) {
    rows.push(some(answersTo(kind.fields, `${name}.${place}.`)));
  }
  return some(rows.filter(Boolean));
}

const some = (value) => (Object.keys(value).length ? value : undefined);
const textOf = (name) =>
  byId(name)
    .value.toWellFormed()
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

function fill(kind, name, value) {
  if (kind.is === "group") {
    for (const one of kind.fields) fill(one.kind, `${name}.${one.name}`, value?.[one.name]);
    return;
  }
  if (kind.of?.is === "group") return fillRows(kind.of, name, value ?? []);
  const box = byId(name);
  if (box.type !== "checkbox") box.value = [value ?? ""].flat().join("\n");
  if (box.selectedIndex < 0) box.selectedIndex = 0;
  for (const one of form.querySelectorAll(`[type="checkbox"][name="${name}"]`)) {
    one.checked = [value].flat().includes(one.value);
  }
}

function fillRows(kind, name, rows) {
  const many = form.querySelector(`[data-many="${name}"]`);
  rows.forEach((row, place) => {
    if (place) many.addRow();
    fill(kind, `${name}.${place}`, row);
  });
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
  const { rules, verdict } = await tools();
  const values = answersTo(rules.fields);
  const { besideBox } = rules;
  const found = verdict(values, today());
  const problems = found.map((one) => ({ ...one, besideBox, field: fieldAt(one.at) }));
  return { values, problems };
}

function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

async function judgeOne(field) {
  if (!field?.dataset.name) return;
  answered.add(field);
  const own = ++turn;
  const { problems } = (await judged().catch(giveUp)) ?? {};
  // Messages move what stands below them, but not away from under a finger.
  await pressed;
  await new Promise((done) => setTimeout(done));
  if (!problems || own !== turn) return;
  const isDue = (one) => answered.has(one.field) && one.code !== "missing-field";
  const shown = problems.filter((one) => wasChecked || isDue(one));
  show(shown);
  const said = shown.filter((one) => one.field === field).map(inWords);
  say(said.length ? `${field.dataset.label}: ${said.join(" ")}` : "");
}

function show(problems) {
  for (const field of allFields()) {
    const own = problems.filter((one) => one.field === field);
    const isWrong = own.some(({ severity }) => severity === "error");
    const said = byId(`error-${field.dataset.name}`);
    said.textContent = own.map(inWords).join(" ");
    said.classList.toggle("app-form__error--look", !isWrong);
    for (const box of field.querySelectorAll("input, select, textarea")) {
      if (isWrong) box.ariaInvalid = "true";
      else box.removeAttribute("aria-invalid");
    }
  }
}

/** The checker's words as they read beside a box, where no lines and no names of fields stand. */
function inWords({ at, code, severity, message, fix, besideBox }) {
  if (code === "missing-field") return "Please answer this question.";
  const short = at.split(".").at(-1);
  const own = at.replace(/\.\d+/g, "");
  const told = (words) => besideBox.reduce((rest, [one, other]) => rest.replace(one, other), words);
  const unnamed = told(message).replace(`${own} `, "this ").replace(` after ${short}: `, " ");
  const found = sentence(unnamed);
  if (severity !== "error") return `A person will look at this: ${found}`;
  return `${found} ${sentence(told(fix).replaceAll(`${short}: `, ""))}`;
}

const sentence = (words) =>
  `${words[0].toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`;

async function check() {
  turn++;
  const { values, problems } = await judged();
  wasChecked = true;
  show(problems);
  say("");
  const errors = problems.filter(({ severity }) => severity === "error");
  const fields = allFields().filter((field) => errors.some((one) => one.field === field));
  const summary = byId("add-summary");
  summary.hidden = !fields.length;
  summary.querySelector("ul").replaceChildren(...fields.map((field) => lineFor(field, errors)));
  result.hidden = true;
  if (fields.length) {
    // A list taller than the screen would be shown from its middle.
    summary.focus({ preventScroll: true });
    return summary.scrollIntoView();
  }
  const loaded = await tools();
  const notes = problems.map(inWords);
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

function lineFor(field, errors) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  const first = errors.find((one) => one.field === field);
  link.href = `#${field.dataset.name}`;
  const question = field.querySelector(".app-field__words").firstChild.textContent.trim();
  link.textContent = `${question} ${inWords(first)}`;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(field);
  });
  line.append(link);
  return line;
}

function unfold(field) {
  const folded = field.closest("details");
  if (folded) folded.open = true;
}

function goTo(field) {
  unfold(field);
  field.querySelector("input, select, textarea").focus();
}

/* Something is wrong: an entry that is there, and an alliance. */

function isName(slug) {
  return /^[a-z0-9-]{1,80}$/.test(slug);
}

/** Once changes are drawn: what moves in the moment in which a page scrolls is seen to jump. */
function drawn() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/** What the page is for, in its heading and its title. */
function namePage(words, more = "") {
  heading.textContent = words;
  document.title = words + more + ofSite;
}

async function fillIn() {
  if (!isName(pageOf.slug)) return;
  namePage("Correct an entry");
  const { rules } = await tools();
  const answer = await fetch(`${form.dataset.records}${pageOf.slug}.json`);
  if (!answer.ok) {
    namePage(adding);
    return say("We could not open that entry. Please write what is wrong in an e-mail.");
  }
  const entry = await answer.json();
  // Programs are told the usual value of what the file leaves out.
  for (const name of entry.left_out ?? []) delete entry[name];
  rules.fields.forEach(({ name, kind }) => fill(kind, name, entry[name]));
  before = { entry, shown: answersTo(rules.fields) };
  namePage("Correct an entry", `: ${entry.title}`);
  byId("add-title").textContent = `Put it right: ${entry.title}`;
  byId("add-lead").textContent = "Change what is wrong. Leave the rest as it is.";
  byId("add-proof").hidden = false;
  await drawn();
  goTo(fieldAt(pageOf.fact));
}

async function aboutAlliance() {
  const small = byId("add-alliance");
  namePage("Correct an alliance");
  byId("add-list").hidden = true;
  small.hidden = false;
  const name = isName(pageOf.slug) ? pageOf.slug : "";
  const page = new URL(`${form.dataset.site}/alliances/${name}/`, location.href).href;
  small.querySelector("strong").textContent = page;
  byId("alliance-fact").value = pageOf.fact;
  drawn().then(() => byId(pageOf.fact ? "alliance-wrong" : "alliance-fact").focus());
  small.addEventListener("input", changed);
  small.addEventListener("submit", async (event) => {
    event.preventDefault();
    const boxes = [...small.querySelectorAll("textarea")];
    const rows = boxes.map(({ labels, value }) => [labels[0].textContent, value.trim()]);
    const { showCorrection } = await import("./addresult.js");
    showCorrection(page, rows);
  });
}

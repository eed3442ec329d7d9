/**
 * The boxes of the form on /add/: what is typed and chosen in them, and how they are filled.
 */
export const byId = (id) => document.getElementById(id);
const MOST_ROWS = 20;

/** Makes a list of groups: each row is a copy of the first, with its number in every name. */
export function prepareRows(many) {
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

export function answersTo(fields, within = "") {
  const pairs = fields.map(({ name, kind }) => [name, answer(kind, within + name)]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

function answer(kind, name) {
  if (kind.is === "group") return some(answersTo(kind.fields, `${name}.`));
  if (kind.is !== "several") return textOf(name).join(" ") || undefined;
  if (kind.of.is === "group") return rowsOf(kind.of, name);
  const ticked = [...document.querySelectorAll(`[name="${name}"]:checked`)];
  const lines = () => textOf(name).flatMap((line) => line.split(/\s+/));
  const values =
    byId(name).type === "checkbox" ? ticked.map(({ value }) => value) : lines();
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

/** The value of a full name, such as apply.url. */
export const valueAt = (values, name) =>
  name.split(".").reduce((part, key) => part?.[key], values);

/** Fills the boxes of one fact in. */
export function fill(kind, name, value) {
  if (kind.is === "group") {
    for (const one of kind.fields) fill(one.kind, `${name}.${one.name}`, value?.[one.name]);
    return;
  }
  if (kind.of?.is === "group") return fillRows(kind.of, name, value ?? []);
  const box = byId(name);
  if (box.type !== "checkbox") box.value = [value ?? ""].flat().join("\n");
  if (box.selectedIndex < 0) box.selectedIndex = 0;
  for (const one of document.querySelectorAll(`[type="checkbox"][name="${name}"]`)) {
    one.checked = [value].flat().includes(one.value);
  }
}

function fillRows(kind, name, rows) {
  const many = document.querySelector(`[data-many="${name}"]`);
  rows.forEach((row, place) => {
    if (place) many.addRow();
    fill(kind, `${name}.${place}`, row);
  });
}

/** Everything in a form as [name, value], and the form as it was with such pairs. */
export const pairsIn = (form) => [...new FormData(form)].filter(([, value]) => value);

export function restore(form, pairs) {
  for (const [name] of pairs) makeRoom(form, name);
  for (const control of form.elements) {
    const given = pairs.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control.type === "checkbox") control.checked = given.includes(control.value);
    else if (control.name) control.value = given[0] ?? "";
  }
}

function makeRoom(form, name) {
  const [, many, place] = /^(.+)\.(\d+)\./.exec(name) ?? [];
  const list = many && Number(place) < MOST_ROWS && form.querySelector(`[data-many="${many}"]`);
  while (list && !byId(name)) list.addRow();
}

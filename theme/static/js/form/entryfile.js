/**
 * The file of an entry from its answers, written as the project's own writer does it.
 */
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r" };

/** The text of the file; `body` is Markdown that stands below the facts. */
export function entryText(rules, values, body = "") {
  const facts = entryLines(rules, values).filter(({ coded }) => !coded);
  const words = body.trim();
  return `---\n${facts.map(({ text }) => `${text}\n`).join("")}---\n${words && `\n${words}\n`}`;
}

/**
 * The lines of the facts as {at, text}, where `at` names the answer. A text in which YAML needs
 * codes comes once more as it reads, with `coded`.
 */
export function entryLines(rules, values) {
  return groupLines(rules, rules.fields, values, 0, "");
}

function groupLines(rules, fields, values, indent, within) {
  return fields
    .filter(({ name }) => values[name] !== undefined)
    .flatMap(({ name, kind }) => factLines(rules, name, values[name], kind, indent, within + name));
}

function factLines(rules, name, value, kind, indent, at) {
  const start = `${" ".repeat(indent)}${name}:`;
  if (typeof value === "string") return textLines(rules, `${start} `, value, at);
  if (kind.is === "group")
    return [{ at, text: start }, ...groupLines(rules, kind.fields, value, indent + 2, `${at}.`)];
  const line = `${start} [${value.join(", ")}]`;
  const codes =
    ["code", "slug"].includes(kind.of.is) && value.every((one) => fits(rules, "plainCode", one));
  if (codes && line.length <= rules.limits.list) return [{ at, text: line }];
  return [
    { at, text: start },
    ...value.flatMap((item, place) =>
      itemLines(rules, item, kind.of, indent + 2, `${at}.${place}`, at),
    ),
  ];
}

function itemLines(rules, item, kind, indent, own, at) {
  const dash = `${" ".repeat(indent)}- `;
  if (typeof item === "string") return textLines(rules, dash, item, at);
  const [head, ...rest] = groupLines(rules, kind.fields, item, indent + 2, `${own}.`);
  return [{ ...head, text: dash + head.text.trimStart() }, ...rest];
}

function textLines(rules, start, value, at) {
  if (fits(rules, "plain", value)) return [{ at, text: start + value }];
  const unprintable = new RegExp(rules.patterns.unprintable, "gu");
  const coded = value.replace(
    unprintable,
    (letter) => ESCAPES[letter] ?? byNumber(letter.codePointAt(0)),
  );
  return [
    { at, text: `${start}"${coded}"` },
    ...(coded === value ? [] : [{ at, text: value, coded: true }]),
  ];
}

const fits = (rules, name, text) => new RegExp(rules.patterns[name], "u").test(text);

function byNumber(number) {
  const figures = number.toString(16);
  if (number > 0xffff) return `\\U${figures.padStart(8, "0")}`;
  return number > 0xff ? `\\u${figures.padStart(4, "0")}` : `\\x${figures.padStart(2, "0")}`;
}

/** A free name for a new file: small letters, figures and hyphens, cut between words. */
export function slugFor({ limits, reserved, entries }, words) {
  const plain = words
    .replace(/['’]/g, "")
    .normalize("NFKD")
    .replace(/[^\0-\x7f]/g, "")
    .toLowerCase();
  const whole = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  const cut =
    whole.length > limits.newSlug
      ? whole.slice(0, limits.newSlug + 1).replace(/-[^-]*$/, "")
      : whole;
  const wished = cut.slice(0, limits.newSlug) || "entry";
  const isFree = (slug) => !reserved.includes(slug) && !entries.includes(slug);
  if (isFree(wished)) return wished;
  let number = 2;
  while (!isFree(`${wished}-${number}`)) number++;
  return `${wished}-${number}`;
}

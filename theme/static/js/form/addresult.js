/**
 * What comes out of the form on /add/: how the entry will look, its file, and three ways to send
 * it.
 */
const byId = (id) => document.getElementById(id);
const form = byId("add-form");
const result = byId("add-result");

// Longer addresses are cut by mail programs, and refused by GitHub (at 8,191 bytes).
const CONFIRMING = ["live-page", "organiser"];
const MOST_OF_MAIL = 1900;
const MOST_OF_VALUE = 4000;
const MOST_OF_ADDRESS = 8000;

byId("add-copy").onclick = byId("add-file").onclick = copy;

/**
 * Shows an entry with these answers, and its file with what is `written`; `before` is the entry as
 * it was, in a correction.
 */
export function showResult({ tools, values, written, before, notes, today }) {
  const text = tools.entryText(tools.rules, written, before?.entry.body);
  const changes = before ? changesFrom(before.shown, values) : [];
  byId("add-preview").replaceChildren(
    look(values, tools, today),
    ...listed("What you changed", changes),
    ...listed("What a person will look at", notes),
  );
  if (before) offer(correction(before.entry, values.title, changes, text));
  else offer(addition(tools.slugFor(tools.rules, newName(values)), values.title, text));
}

/** Shows what somebody tells us about one fact of a page. */
export function showCorrection({ title, address, label, now, shouldBe, known }) {
  const rows = [
    ["Page", `${title}\n${address}`],
    ["What is wrong?", label],
    ["It says now", now],
    ["It should be", shouldBe],
    ...(known ? [["How do you know?", known]] : []),
  ];
  const text = rows.map(([words, answer]) => `${words}\n${answer}`).join("\n\n");
  const wrong = `${label}: ${now}`;
  const right = known ? `${shouldBe}\n\n${known}` : shouldBe;
  const query = new URLSearchParams({ template: "correction.yml", entry: address, wrong, right });
  const said = element("dl", "app-summary");
  said.append(...rows.map(summaryRow));
  byId("add-result-title").textContent = "What you tell us";
  byId("add-preview").replaceChildren(said);
  offer({
    subject: `Something wrong: ${title}`,
    bodies: [text],
    code: [`/issues/new?${query}`, "/issues/new?template=correction.yml"],
    text,
  });
}

const newName = ({ alliances, title }) => `${alliances?.length === 1 ? alliances[0] : ""} ${title}`;

function addition(slug, title, text) {
  const start = `/new/main/content/opportunities?filename=${slug}.md`;
  const value = encodeURIComponent(text);
  return {
    subject: `A way to take part: ${title}`,
    bodies: [text],
    code: value.length > MOST_OF_VALUE ? [start] : [`${start}&value=${value}`, start],
    paste: "The text is too long for a link. Copy it below, and paste it into the file.",
    text,
  };
}

function correction({ url, slug }, title, changes, text) {
  const note = byId("add-note").value.trim();
  const known = note ? [`How do you know? ${note}`] : [];
  const lines = [`Page: ${new URL(url, location)}`, ...changes, ...known].join("\n\n");
  const whole = `${lines}\n\n${text}`;
  return {
    subject: `Something wrong: ${title}`,
    bodies: [whole, lines],
    code: [`/edit/main/content/opportunities/${slug}.md`],
    paste: "Copy the file, and put it in place of all that stands there.",
    text: whole,
    part: text,
  };
}

/**
 * Fills in the three ways. The first body and address that are short enough are taken; `part` is
 * the end of the text that goes into a file.
 */
function offer({ subject, bodies, code, paste, text, part }) {
  const { mailbox, repository } = form.dataset;
  if (mailbox) {
    const letters = [...bodies, "Please paste the copied text here."].map((body) =>
      letter(mailbox, subject, body),
    );
    const short = letters.findIndex((href) => href.length <= MOST_OF_MAIL);
    byId("add-mail-way").hidden = false;
    byId("add-mail").href = letters[short];
    byId("add-mail-note").textContent = short
      ? "Not all of it fits into the link. Copy the text below, and paste it into the e-mail."
      : "Your own e-mail program opens, with everything in it.";
  }
  if (repository) {
    const addresses = code.map((path) => repository + path);
    const short = addresses.find((href) => href.length <= MOST_OF_ADDRESS);
    byId("add-code-way").hidden = false;
    byId("add-code").href = short;
    byId("add-file-way").hidden = !part;
    const isFilled = code.length > 1 && short === addresses[0];
    const then = isFilled ? "Everything is filled in." : (paste ?? "");
    byId("add-code-note").textContent = `You need an account there. ${then}`;
  }
  byId("add-file").value = part ?? "";
  byId("add-text").value = text;
  for (const told of result.querySelectorAll("[role=status]")) told.textContent = "";
  result.hidden = false;
  byId("add-result-title").focus({ preventScroll: true });
  result.scrollIntoView();
}

function letter(mailbox, subject, body) {
  const lines = encodeURIComponent(body.replaceAll("\n", "\r\n"));
  return `mailto:${encodeURI(mailbox)}?subject=${encodeURIComponent(subject)}&body=${lines}`;
}

/** Copies what the button holds, which is the file at the end of the text, or else the whole. */
async function copy({ target }) {
  const box = byId("add-text");
  const text = target.value || box.value;
  const told = target.parentElement.nextElementSibling;
  box.setSelectionRange(box.value.length - text.length, box.value.length);
  try {
    await navigator.clipboard.writeText(text);
    told.textContent = "The text is copied.";
  } catch {
    box.focus();
    told.textContent = "The text is marked. Copy it with Ctrl and C, or hold it with your finger.";
  }
}

/* Words for answers. */

const valueAt = (values, name) => name.split(".").reduce((part, key) => part?.[key], values);

/** The words for a code are those beside its box; other values are words already. */
function labelOf(name, code) {
  const value = `[value="${CSS.escape(code)}"]`;
  const found = form.querySelector(`[id="${name}"] option${value}, [name="${name}"]${value}`);
  return found?.text ?? found?.parentElement.textContent.trim() ?? code;
}

export const wordsFor = (name, value = "Not stated") =>
  [value]
    .flat()
    .map((one) => labelOf(name, one))
    .join(", ");

function changesFrom(was, is) {
  const words = (values, { name }) => wordsFor(name, valueAt(values, name));
  return [...form.querySelectorAll(".app-field[data-name]")]
    .map(({ dataset }) => [dataset.label, words(was, dataset), words(is, dataset)])
    .filter(([, one, other]) => one !== other)
    .map(([label, one, other]) => `${label}: ${one} → ${other}`);
}

/* How it will look. */

const joined = (words) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
const lowered = (words) =>
  /^\p{Lu}{2}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
const stopped = (words) => (/[.!?]$/.test(words) ? words : `${words}.`);

function labels(name, codes = []) {
  const [first, ...others] = codes.map((code) => labelOf(name, code));
  return first ? joined([first, ...others.map(lowered)]) : "";
}

/** A label with details beside it; without a label the first sentence takes its place. */
function said(label, ...details) {
  const stated = details.filter(Boolean);
  const words = stated.length === 1 ? stated[0] : stated.map(stopped).join(" ");
  if (label || !words) return { lines: label ? [label] : [], note: words };
  const [first, ...others] = words.split(/(?<=[.!?])\s+(?=[A-Z0-9])/);
  return { lines: [first], note: others.join(" ") };
}

/** The row and the page of an entry, in the markup of the site; every word is set as text. */
function look(values, tools, today) {
  const when = whenOf(values, tools.inWords, today);
  const page = byId("add-look").content.cloneNode(true);
  fillRow(page.querySelector("article"), values, when.row);
  page.querySelector(".app-lead").textContent = values.summary;
  const answers = [howLong(values), where(values), money(values), whoFor(values), when];
  page
    .querySelectorAll(".app-answers__item")
    .forEach((item, place) => fillAnswer(item, answers[place]));
  const rows = rowsOf(values, tools).filter(([, words]) => words);
  page.querySelector(".app-summary").append(...rows.map(summaryRow));
  return page;
}

const listOf = (values, name) => labels(name, values[name]);
const inRow = (name, value) =>
  typeof value === "string" ? labelOf(name, value) : labels(name, value);
const known = (values, name) =>
  values[name] && values[name] !== "not_stated" ? labelOf(name, values[name]) : "";

const howLong = (values) => said(known(values, "commitment"), values.time, values.term);
const whoFor = ({ who_for: codes }) => ({
  lines: codes.map((code) => labelOf("who_for", code)),
  note: "",
});

function where(values) {
  const { place, format } = values;
  if (place && !format) return { lines: [place], note: "Online or in person: not stated." };
  return said(listOf(values, "format"), place);
}

function money(values) {
  const { payment, payment_detail: detail = "", expenses } = values;
  const label = known(values, "payment");
  const costs = expenses && `Expenses paid: ${lowered(listOf(values, "expenses"))}`;
  const { lines, note } = said(label, detail, costs);
  const isPaid = ["paid", "voucher"].includes(payment) || (!label && /£|payment/i.test(detail));
  if (!isPaid) return { lines, note };
  const advice = "Payment can affect benefits and tax: get advice before you accept.";
  return { lines, note: `${note} ${advice}`.trim() };
}

function whenOf(values, inWords, today) {
  const { opens, deadline = "", closed, dates_note: note = "" } = values;
  const last = /^\d/.test(deadline) ? deadline : deadline ? "" : lastMeeting(values);
  const end = last && inWords(last.slice(0, 10));
  const { how } = values.checked ?? {};
  const isSure = CONFIRMING.includes(how) || (last && last.slice(0, 10) < today);
  const says = isSure ? "" : `, their ${how === "leaflet" ? "leaflet" : "page"} says`;
  const asked = isSure ? note : `Ask first. ${note}`.trim();
  if (closed) {
    const day = closed === "yes" ? "" : inWords(closed);
    return { lines: [day ? `Closed on ${day}` : "Closed"], note, row: `Closed ${day}`.trim() };
  }
  if (opens > today) {
    const row = `Opens ${inWords(opens)}${says}`;
    return { lines: [row], note: `${end ? `Closes ${end}.` : ""} ${asked}`.trim(), row };
  }
  if (last) return { lines: [inWords(last) + says], note: asked, row: `Closes ${end}${says}` };
  if (deadline) return { lines: [`At any time${says}`], note: asked, row: "" };
  return { lines: [], note, row: "" };
}

const lastMeeting = ({ sessions = [] }) =>
  sessions
    .map(({ starts, ends }) => (ends ?? starts).slice(0, 10))
    .sort()
    .at(-1);

function rowsOf(values, { rules, inWords }) {
  const { apply = {}, sessions = [] } = values;
  const ways = [apply.how, apply.url, apply.email, apply.phone, apply.post].filter(Boolean);
  const meetings = sessions.map(({ starts, place }) => [inWords(starts), place]);
  return [
    ["Who can join", values.eligibility ?? "The page does not say. Ask them."],
    ...rules.fields
      .filter(({ row }) => row)
      .map(({ name, row }) => [row, inRow(name, values[name])]),
    ["Support offered", listOf(values, "support")],
    ["How to apply", ways.join("\n") || "Not stated"],
    ["Dates", meetings.map((one) => one.filter(Boolean).join(", ")).join("\n")],
    ["Who runs it", values.organiser],
    ["Where this comes from", values.sources.join("\n")],
  ];
}

function fillRow(row, values, when) {
  const { title, alliances } = values;
  const facts = [
    listOf(values, "format"),
    known(values, "commitment") || values.time,
    known(values, "kind"),
    ...values.who_for.map((code) => labelOf("who_for", code)),
  ];
  const [said, meta] = row.querySelectorAll("p");
  row.querySelector("a").textContent = title;
  said.textContent = [when, ...facts.filter(Boolean).slice(0, 2)].filter(Boolean).join(" · ");
  meta.firstElementChild.textContent = joined(
    [alliances].flat().map((slug) => labelOf("alliances", slug)),
  );
  meta.lastElementChild.remove();
}

function fillAnswer(item, { lines, note }) {
  if (!lines.length) return item.remove();
  for (const line of lines) item.append(" ", element("dd", "app-answers__value", line));
  if (note) item.append(element("dd", "app-answers__note", note));
}

function summaryRow([term, words]) {
  const row = element("div", "app-summary__row");
  const values = words.split("\n").map((line) => element("dd", "app-summary__value", line));
  row.append(element("dt", "app-summary__term", term), ...values);
  return row;
}

function listed(title, lines) {
  if (!lines.length) return [];
  const list = element("ul", "app-list");
  list.append(...lines.map((line) => element("li", "", line)));
  return [element("h3", "", title), list];
}

function element(tag, name, words = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.textContent = words;
  return made;
}

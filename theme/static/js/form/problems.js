/**
 * What is wrong on /add/: beside each answer, and in a list above them.
 */
const sentence = (words) =>
  `${words[0].toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`;

/** The checker's words as they read beside a box, where no lines and no names of fields stand. */
export function problemInWords({ at, code, severity, message, fix, besideBox, field }) {
  if (code === "missing-field") return sentence(field.dataset.missing ?? message);
  const short = at.split(".").at(-1);
  const own = at.replace(/\.\d+/g, "");
  const told = (words) => besideBox.reduce((rest, [one, other]) => rest.replace(one, other), words);
  const unnamed = told(message).replace(`${own} `, "this ").replace(` after ${short}: `, " ");
  const found = sentence(unnamed);
  if (severity !== "error") return `A person will look at this: ${found}`;
  const deed = told(fix).replaceAll(`${short}: `, "").replace(` of ${own}`, "");
  return `${found} ${sentence(deed)}`;
}

/** Puts the problems of each field beside its boxes, and takes away those that are mended. */
export function showBeside(fields, problems) {
  for (const field of fields) {
    const own = problems.filter((one) => one.field === field);
    const isWrong = own.some(({ severity }) => severity === "error");
    const said = field.querySelector(".app-form__error");
    said.textContent = own.map(problemInWords).join(" ");
    said.classList.toggle("app-form__error--look", !isWrong);
    for (const box of field.querySelectorAll("input, select, textarea")) {
      if (isWrong) box.ariaInvalid = "true";
      else box.removeAttribute("aria-invalid");
    }
  }
}

/** Lists what is wrong in some fields; each line leads to its field. */
export function showAbove(summary, fields, problems, goTo) {
  const wrong = fields.filter((field) => problems.some((one) => one.field === field));
  summary.hidden = !wrong.length;
  summary
    .querySelector("ul")
    .replaceChildren(...wrong.map((field) => lineFor(field, problems, goTo)));
  if (!wrong.length) return;
  // A list taller than the screen would be shown from its middle.
  summary.focus({ preventScroll: true });
  summary.scrollIntoView();
}

function lineFor(field, problems, goTo) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  const first = problems.find((one) => one.field === field);
  const question = field.querySelector(".app-field__words").firstChild.textContent.trim();
  const isMissing = first.code === "missing-field";
  link.href = `#${field.querySelector("input, select, textarea").id}`;
  link.textContent = `${isMissing ? "" : `${question} `}${problemInWords(first)}`;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(field);
  });
  line.append(link);
  return line;
}

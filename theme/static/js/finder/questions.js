/**
 * What might fit: which facts are not stated, and one message that asks for them.
 * Loaded with the first answer that holds an entry of that sort.
 */
const joined = (words, type) => new Intl.ListFormat("en-GB", { type }).format(words);

/**
 * `rows` say for all that might fit which facets they leave open; `facets` say what each is called
 * and how to ask for it.
 */
export function offerQuestions(rows, facets) {
  const open = facets.filter(({ key }) => rows.some(([, keys]) => keys.includes(key)));
  const words = joined(
    open.map(({ gap }) => gap),
    "disjunction",
  );
  const [summary, { lastElementChild: copier, children }] =
    document.querySelector("#finder-perhaps").children;
  summary.textContent = `${rows.length} more might suit you: their pages do not say ${words}`;
  const list = children[1].querySelector("ul");
  list.replaceChildren(...open.map(({ question }) => item(question)));
  copier.firstChild.textContent = "Copy it";
  copier.firstChild.onclick = async ({ target }) => {
    await navigator.clipboard.writeText(children[1].innerText);
    target.textContent = "Copied";
  };
}

function item(words) {
  const made = document.createElement("li");
  made.textContent = words;
  return made;
}

/**
 * What might fit: which facts are not stated, and a letter that asks for them.
 * Loaded with the first answer that holds an entry of that sort.
 */
import { fetched } from "./listdata.js";

const joined = (words, type) => new Intl.ListFormat("en-GB", { type }).format(words);

/**
 * `items` are cards, and `rows` say for all that might fit which facets they leave open.
 * `facets` say what each is called and how to ask for it; `records` is where entries' records are.
 */
export function offerQuestions(items, rows, facets, records) {
  const open = facets.filter(({ key }) => rows.some(([, keys]) => keys.includes(key)));
  const words = joined(
    open.map(({ gap }) => gap),
    "disjunction",
  );
  document.querySelector("#finder-gaps").textContent =
    `Might fit: ${words} not stated (${rows.length})`;
  items.forEach((item, place) => {
    const [, keys] = rows[place];
    item.querySelector(".app-ask")?.remove();
    item.append(
      question(
        item.querySelector("a"),
        facets.filter(({ key }) => keys.includes(key)),
        records,
      ),
    );
  });
}

function question(link, asked, records) {
  const made = document.querySelector("#finder-ask").content.firstElementChild.cloneNode(true);
  const [gaps] = made.children;
  const letter = made.querySelector("blockquote");
  const [mail, reach] = made.querySelectorAll("a");
  const missing = asked.map(({ gap }) => gap);
  gaps.textContent = `Not stated: ${joined(missing, "conjunction")}.`;
  for (const title of made.querySelectorAll("span")) title.textContent = link.text;
  for (const { question } of asked)
    letter.children[1].appendChild(document.createElement("li")).textContent = question;
  reach.href = link.href;
  made.lastElementChild.ontoggle = async () => {
    const { apply } = await fetched(`${records}${link.href.split("/").at(-2)}.json`).catch(
      () => ({}),
    );
    mail.hidden = !apply?.email;
    const [subject, body] = [link.text, letter.innerText].map(encodeURIComponent);
    mail.href = `mailto:${apply?.email}?subject=${subject}&body=${body}`;
  };
  made.querySelector("button").onclick = async ({ target }) => {
    await navigator.clipboard.writeText(letter.innerText);
    target.textContent = "Copied";
  };
  return made;
}

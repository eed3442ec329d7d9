/**
 * The data of the list: columns that stand in the page or in a file, and files of words and cards.
 *
 * `holder` is an element with `data-index` (the columns of a long list; those of a short one stand
 * in #finder-data) and `data-words` (the folder of the other files).
 */
import { hitsOf, lookedFor, meantBy } from "./filter.js";

export function listData(holder) {
  const inPage = document.querySelector("#finder-data");
  const words = {};
  const files = new Map();
  const list = { columns: inPage && JSON.parse(inPage.textContent), load, file, hits };
  return list;

  async function load() {
    list.columns ??= await fetched(holder.dataset.index);
    return list.columns;
  }

  /** A file of words or cards, fetched once; one that belongs to another day's list is an error. */
  function file(name) {
    if (!files.has(name)) {
      const coming = fetched(`${holder.dataset.words}${name}.json`).then((made) => {
        if (made.made !== list.columns.made) throw new Error("another list");
        Object.assign(words, made.words);
        return made;
      });
      coming.catch(() => files.delete(name));
      files.set(name, coming);
    }
    return files.get(name);
  }

  /** Marks the rows that hold the words of a text; loads what that takes. */
  async function hits(text) {
    const { letters, closes } = list.columns;
    const typed = lookedFor(text);
    const loaded = (letter) => letters.includes(letter) && file(`words-${letter}`);
    if (typed.length && !letters) await file("words");
    await Promise.all(typed.map((word) => loaded(/[a-z]/.test(word[0]) ? word[0] : "0")));
    const known = Object.keys(words);
    const strange = typed.some((word) => !meantBy(word, known).some((one) => one[0] === word[0]));
    if (strange) await Promise.all([...letters].map(loaded));
    return hitsOf(text, words, closes.length);
  }
}

export async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

/** The codes chosen in each facet, from the names and values of a form or an address. */
export function chosenIn(asked, { codes }) {
  const chosen = {};
  for (const [name, value] of asked) if (codes[name]) (chosen[name] ??= []).push(value);
  return chosen;
}

/**
 * The data of the list: columns that stand in the page or in a file, and files of words.
 *
 * `holder` is an element with `data-index` (the columns of a long list; those of a short one stand
 * in #finder-data), `data-words` (the folder of the other files) and `data-starts` (the beginnings
 * for which there are files of words).
 */
import { beginsNearly, hitsOf, lookedFor } from "./filter.js";

export function listData({ dataset }) {
  const inPage = document.querySelector("#finder-data");
  const starts = dataset.starts.split(" ");
  const words = {};
  const files = new Map();
  const list = { columns: inPage && JSON.parse(inPage.textContent), load, hits };
  return list;

  async function load() {
    return (list.columns ??= await once(dataset.index));
  }

  /** A file, fetched once, and again only if that failed. */
  function once(address) {
    if (!files.has(address)) {
      const coming = fetched(address);
      coming.catch(() => files.delete(address));
      files.set(address, coming);
    }
    return files.get(address);
  }

  /** Learns the words of a file; a file that belongs to another day's list is an error. */
  async function learn(start) {
    const [{ made }, file] = await Promise.all([load(), once(`${dataset.words}words${start}.json`)]);
    if (file.made !== made) throw new Error("another list");
    Object.assign(words, file.words);
  }

  function wordsFrom(start) {
    return Promise.all(starts.filter((one) => !one || one.startsWith(start)).map(learn));
  }

  /** Marks the rows that hold the words of a text; loads what that takes, in at most three steps. */
  async function hits(text) {
    const typed = lookedFor(text);
    const lacking = (fits) => typed.filter((word) => word.length > 3 && !Object.keys(words).some((known) => fits(known, word)));
    if (typed.length) await Promise.all(["_", ...typed.map((word) => word.slice(0, 2))].map(wordsFrom));
    await Promise.all(lacking((known, word) => known.startsWith(word)).map((word) => wordsFrom(word[0])));
    if (lacking((known, word) => known[0] === word[0] && beginsNearly(known, word)).length) await wordsFrom("");
    return hitsOf(text, words, (await load()).closes.length);
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

/**
 * The data of the list: columns that stand in the page or in a file, and further files.
 *
 * `holder` is an element with `data-index` (the columns of a long list; those of a short one stand
 * in #finder-data), `data-folder` (where the other files are) and `data-starts` (the beginnings for
 * which there are files of words).
 */
export function listData({ dataset }) {
  const inPage = document.querySelector("#finder-data");
  const coming = new Map();
  const known = {};
  const list = { columns: inPage && JSON.parse(inPage.textContent), load, file, hits };
  return list;

  async function load() {
    return (list.columns ??= await once(dataset.index));
  }

  /** One of the other files; one that belongs to another day's list is an error. */
  async function file(name) {
    const [{ made }, found] = await Promise.all([load(), once(`${dataset.folder}${name}.json`)]);
    if (found.made !== made) throw new Error("another list");
    return found;
  }

  /** What an address holds, fetched once, and again only if that failed. */
  function once(address) {
    if (!coming.has(address)) {
      const one = fetched(address);
      one.catch(() => coming.delete(address));
      coming.set(address, one);
    }
    return coming.get(address);
  }

  /** Marks the rows that hold the words of a text; null where there are none. */
  async function hits(text) {
    if (!text.trim()) return null;
    const { search } = await import("./words.js");
    const learn = async (start) => Object.assign(known, (await file(`words${start}`)).words);
    return search(text, { starts: dataset.starts.split(" "), learn, known }, async () => (await load()).closes.length);
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

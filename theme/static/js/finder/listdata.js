/**
 * The data of the list. Those of a short one stand whole in #finder-data.
 *
 * Of a long one, `holder` is an element that says where its files are: `data-index` (the columns),
 * `data-folder` (the others) and `data-starts` (the beginnings for which there are files of words).
 */
export function listData({ dataset }) {
  const inPage = document.querySelector("#finder-data");
  const columns = inPage && JSON.parse(inPage.textContent);
  const known = columns?.words ?? {};
  const starts = inPage ? [] : dataset.starts.split(" ");
  const coming = new Map();
  const list = { columns, load, file, hits };
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
    return search(text, { starts, learn, known }, async () => (await load()).closes.length);
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

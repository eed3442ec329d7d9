/**
 * The rules of words: which known words a typed one may mean, and which rows hold them.
 * plugins/website/lists/search_words.py says why; both give the same answers. Loaded when somebody
 * types.
 */
const PASSED_OVER = new Set(
  "a an and at by cancer for from i in is me my of on or the to with".split(" "),
);
const SHORTEST_FORGIVEN = 4;

/** Words in small letters, without accents and apostrophes. */
export function wordsOf(text) {
  const plain = text.replace(/['’]/g, "").normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words that somebody typed, without those that say nothing and without a last s. */
export function lookedFor(text) {
  const words = wordsOf(text);
  const telling = words.filter((word) => !PASSED_OVER.has(word));
  return (telling.length ? telling : words).map((word) =>
    word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word,
  );
}

/** Whether a text holds a word that begins with one of those typed, if that says enough. */
export function isMeant(text, typed) {
  const asked = lookedFor(typed).filter((word) => word.length >= SHORTEST_FORGIVEN);
  return wordsOf(text).some((one) => asked.some((word) => one.startsWith(word)));
}

/** The known words that a typed one stands for: those that begin with it, else nearly so. */
export function meantBy(typed, known) {
  const found = known.filter((word) => word.startsWith(typed));
  if (found.length || typed.length < SHORTEST_FORGIVEN) return found;
  const near = known.filter((word) => beginsNearly(word, typed));
  const alike = near.filter((word) => word[0] === typed[0]);
  return alike.length ? alike : near;
}

/**
 * Whether a word begins with what was typed, but for one letter wrong, missing, too many or
 * swapped.
 */
export function beginsNearly(word, typed) {
  let place = 0;
  while (place < word.length && word[place] === typed[place]) place++;
  const [given, wanted] = [word.slice(place), typed.slice(place)];
  if (!given || !wanted) return wanted.length <= 1;
  return (
    given.slice(1).startsWith(wanted.slice(1)) ||
    given.slice(1).startsWith(wanted) ||
    given.startsWith(wanted.slice(1)) ||
    (wanted.length > 1 && given.startsWith(wanted[1] + wanted[0] + wanted.slice(2)))
  );
}

/** Marks the rows that hold every word looked for; null where none was typed. */
export function hitsOf(text, words, count) {
  const asked = lookedFor(text);
  const known = Object.keys(words);
  const hits = new Uint8Array(count);
  asked.forEach((typed, turn) => {
    for (const word of meantBy(typed, known)) {
      let row = 0;
      for (const step of words[word]) {
        row += step;
        if (hits[row] === turn) hits[row]++;
      }
    }
  });
  return asked.length ? hits.map((turns) => turns === asked.length) : null;
}

/**
 * Marks the rows that hold the words of a text; loads what that takes, in at most three steps.
 *
 * `starts` are the beginnings for which there are files of words, `learn` loads the file of one,
 * and `known` holds what was loaded.
 */
export async function search(text, { starts, learn, known }, count) {
  const typed = lookedFor(text);
  const from = (start) =>
    Promise.all(starts.filter((one) => !one || one.startsWith(start)).map(learn));
  const lacking = (fits) =>
    typed.filter(
      (word) =>
        word.length >= SHORTEST_FORGIVEN && !Object.keys(known).some((one) => fits(one, word)),
    );
  if (typed.length) await Promise.all(["_", ...typed.map((word) => word.slice(0, 2))].map(from));
  await Promise.all(lacking((one, word) => one.startsWith(word)).map((word) => from(word[0])));
  if (lacking((one, word) => one[0] === word[0] && beginsNearly(one, word)).length) await from("");
  return hitsOf(text, known, await count());
}

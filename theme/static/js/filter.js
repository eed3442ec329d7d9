/**
 * The finder's rules, without a page: which rows fit, how many fit with each option, which rows
 * hold a word. plugins/catalogue/finder.py and search_words.py say why; both give the same answers.
 */
const PASSED_OVER = new Set("a an and at by cancer for from i in is me my of on or the to with".split(" "));
const SHORTEST_FORGIVEN = 4;
const DAY = 864e5;
const NEARNESS = { own: 0, partner: 1, anywhere: 2 };

/**
 * What fits, what might, how many fit with each option, and how many would with a facet left open.
 *
 * `data` is what finder_data.py writes. `chosen` maps facets to codes; `hits` marks the rows that
 * hold the words, null where none was typed; `over` marks rows that have ended.
 */
export function find(data, { chosen, hits, sort }, over = []) {
  const keys = Object.keys(data.codes);
  const wanted = keys.map((key) => bits(data.codes[key], chosen[key] ?? []));
  const whole = keys.map((key) => bits(data.codes[key], data.codes[key]));
  const columns = keys.map((key) => data.chosen[key]);
  const tallies = keys.map((key) => data.codes[key].map(() => 0));
  const everything = keys.map(() => 0);
  const freed = { words: 0 };
  const fits = [];
  const might = [];

  const add = (facet, stated) => {
    if (stated === whole[facet]) return everything[facet]++;
    for (; stated; stated &= stated - 1) tallies[facet][31 - Math.clz32(stated & -stated)]++;
  };

  for (const row of ordered(data, chosen, sort)) {
    if (over[row]) continue;
    const missing = [];
    let against = 0;
    for (let facet = 0; facet < keys.length; facet++) {
      if (!wanted[facet] || columns[facet][row] & wanted[facet]) continue;
      missing.push(facet);
      against |= columns[facet][row];
    }
    if (hits && !hits[row]) {
      if (!missing.length) freed.words++;
      continue;
    }
    if (!missing.length) {
      fits.push(row);
      for (let facet = 0; facet < keys.length; facet++) add(facet, columns[facet][row]);
    } else if (!against) might.push([row, missing.map((facet) => keys[facet])]);
    if (missing.length === 1) {
      const [facet] = missing;
      freed[keys[facet]] = (freed[keys[facet]] ?? 0) + 1;
      add(facet, columns[facet][row]);
    }
  }
  const counts = keys.map((key, facet) => [key, tallies[facet].map((count) => count + everything[facet])]);
  const ways = [...Object.keys(chosen), "words"].map((key) => [key, fits.length + (freed[key] ?? 0)]);
  return {
    fits,
    might,
    counts: Object.fromEntries(counts),
    ways: ways.filter(([key, count]) => count && (key !== "words" || hits)).sort((one, other) => other[1] - one[1]),
  };
}

/**
 * Marks the rows that have closed by a moment. `statusAt` is the rule of fresh.js, which works hard
 * on each day; it is asked only about days that are near or past.
 */
export function ended({ days, closes }, statusAt, now = Date.now()) {
  const near = new Date(now + 2 * DAY).toISOString();
  const over = days.map((day) => day < near && statusAt(day, "", now) === "closed");
  return closes.map((day) => day >= 0 && over[day]);
}

/** Words in small letters, without accents and apostrophes. */
export function wordsOf(text) {
  const plain = text.replace(/['’]/g, "").normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words that somebody typed, without those that say nothing and without a last s. */
export function lookedFor(text) {
  const words = wordsOf(text);
  const telling = words.filter((word) => !PASSED_OVER.has(word));
  return (telling.length ? telling : words).map((word) => (word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word));
}

/** The known words that a typed one stands for: those that begin with it, else nearly so. */
export function meantBy(typed, known) {
  const found = known.filter((word) => word.startsWith(typed));
  if (found.length || typed.length < SHORTEST_FORGIVEN) return found;
  const near = known.filter((word) => beginsNearly(word, typed));
  const alike = near.filter((word) => word[0] === typed[0]);
  return alike.length ? alike : near;
}

/** Whether a word begins with what was typed, but for one letter wrong, missing, too many or swapped. */
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

function ordered(data, chosen, sort) {
  const rows = data.closes.map((_, row) => row);
  if (sort === "checked") rows.sort((one, other) => data.checked[other] - data.checked[one]);
  if (sort === "near" && chosen.area) {
    const nearness = (row) => NEARNESS[data.codes.reach[31 - Math.clz32(data.chosen.reach[row])]];
    rows.sort((one, other) => nearness(one) - nearness(other));
  }
  return rows;
}

/** Codes as the bits of one number, by their places among all codes. */
function bits(codes, some) {
  return codes.reduce((sum, code, place) => (some.includes(code) ? sum | (1 << place) : sum), 0);
}

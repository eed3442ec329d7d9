/**
 * The finder's rules, without a page: which rows fit, and how many fit with each option.
 * plugins/website/lists/facets.py says why; both give the same answers. words.js has those of
 * words.
 */
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
  const counts = keys.map((key, facet) => [
    key,
    tallies[facet].map((count) => count + everything[facet]),
  ]);
  const ways = [...Object.keys(chosen), "words"].map((key) => [
    key,
    fits.length + (freed[key] ?? 0),
  ]);
  return {
    fits,
    might,
    counts: Object.fromEntries(counts),
    ways: ways
      .filter(([key, count]) => count && (key !== "words" || hits))
      .sort((one, other) => other[1] - one[1]),
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

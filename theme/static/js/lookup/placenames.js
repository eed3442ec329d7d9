/**
 * Places, counties, alliances and hospitals by name. Runs in a browser and in Node; asks nobody.
 *
 * A group of `/api/v1/places.json` is `[kind, within, keys, zone, names]`, as
 * `data/geography/README.md` describes it. A whole name is told apart from one that only holds
 * the words.
 */

/** Kinds that many people know by one name: what they are called is stated at once. */
const WELL_KNOWN = ["nation", "alliance", "county", "council", "old council"];
const BEGUN = 3;

/**
 * What to say to somebody who typed a name.
 *
 * @param {Array} groups the published groups
 * @param {string} text what was typed
 * @returns {{status: "found" | "choose" | "none", places: object[], others: object[]}}
 *   `found`: `places` holds the one place of that name, and `others` those elsewhere that hold the
 *   name too. `choose`: `places` are to choose from, and `sure` tells whether some have that very
 *   name. Each place has `kind`, `within`, `keys`, `zone` and `name`.
 */
export function named(groups, text) {
  const [exact, ...ranks] = ranked(groups, text);
  const nation = exact.find((one) => one.kind === "nation");
  const holding = ranks.slice(0, BEGUN - 1).flat();
  if (nation) {
    const others = [...exact.filter((one) => one !== nation), ...holding];
    return { status: "found", places: [nation], others };
  }
  const answers = new Set(exact.map(answerOf));
  if (answers.size === 1) {
    const known = exact[0].keys.split(" ");
    const others = holding.filter(
      (one) => !one.keys || !one.keys.split(" ").every((key) => known.includes(key)),
    );
    const [first] = [...exact].sort((one, other) => fame(one) - fame(other));
    if (!others.length || WELL_KNOWN.includes(first.kind))
      return { status: "found", places: [first], others };
    return { status: "choose", sure: true, places: [...exact, ...others], others: [] };
  }
  const places = exact.length ? [...exact, ...holding] : ranks.flat();
  return { status: places.length ? "choose" : "none", sure: exact.length > 0, places, others: [] };
}

/** A place as it is named alone: `Bristol` and not `Bristol (Bristol)`. */
export function called({ kind, within, name }) {
  return kind === "town" && within && within !== name ? `${name} (${within})` : name;
}

/** A place among others, with what tells it from them. */
export function toldApart(place) {
  const { kind, within, name } = place;
  if (kind === "town") return called(place);
  return kind === "hospital" ? `${name}, ${within}` : `${name} (${kind})`;
}

/** A name as it is compared: small letters and figures, with one space between words. */
export function fold(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}'\u2018\u2019\u0060]/gu, "")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "")
    .replace(/\bsaint\b/g, "st")
    .replace(/\bupon\b/g, "on");
}

/** Places of that name; that begin with it; that hold it; that have words which begin so. */
function ranked(groups, text) {
  const wanted = fold(text);
  const ranks = [[], [], [], []];
  for (const [kind, within, keys, zone, names] of wanted ? groups : []) {
    for (const run of names.split("|")) {
      const spellings = run.split("~");
      const rank = Math.min(...spellings.map((name) => rankOf(fold(name), wanted)));
      ranks[rank]?.push({ kind, within, keys, zone, name: spellings[0] });
    }
  }
  return ranks.map((rank) => rank.sort((one, other) => (one.name < other.name ? -1 : 1)));
}

function rankOf(name, wanted) {
  if (name === wanted) return 0;
  if (name.startsWith(`${wanted} `)) return 1;
  if (` ${name} `.includes(` ${wanted} `)) return 2;
  const words = name.split(" ");
  return wanted.split(" ").every((part) => words.some((word) => word.startsWith(part)))
    ? BEGUN
    : BEGUN + 1;
}

function answerOf({ keys, zone }) {
  return `${keys}/${zone}`;
}

function fame({ kind }) {
  const place = WELL_KNOWN.indexOf(kind);
  return place < 0 ? WELL_KNOWN.length : place;
}

/**
 * Which Cancer Alliance serves a postcode. Runs in a browser and in Node; asks nobody.
 *
 * The table is `/api/v1/postcodes.json`; `data/geography/README.md` describes its format.
 */

/** Alliance slugs by key, for a table that does not carry its own `alliances`. */
const SLUGS = {
  "05": "cheshire-and-merseyside",
  "07": "west-midlands",
  10: "south-east-london",
  11: "kent-and-medway",
  12: "surrey-and-sussex",
  14: "peninsula",
  16: "wessex",
  18: "lancashire-and-south-cumbria",
  21: "west-london",
  25: "south-yorkshire-and-bassetlaw",
  26: "humber-and-north-yorkshire",
  27: "north-central-london",
  28: "north-east-london",
  29: "northern",
  30: "west-yorkshire-and-harrogate",
  31: "east-midlands",
  32: "greater-manchester",
  33: "somerset-wiltshire-avon-and-gloucestershire",
  34: "thames-valley",
  35: "east-of-england",
};

const NATIONS = { S: "Scotland", W: "Wales" };
/** Islands outside England that an alliance says it serves, with its key. */
export const SERVED = { "Isle of Man": "05" };
const FORCES = "BFPO";
const IN_ZONE = "1";
const COMPLETE = /^([A-Z]{1,2}[0-9][0-9A-Z]?|NPT|GIR)([0-9])([A-Z]{2})$/;
const STARTED = /^([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]?)?$/;
const ENDING = /^(.+)([0-9OI])([A-Z]{2})$/;
const NEXT = /^(?:[0-9OI][A-Z]?)?$/;
const ISLAND = /^([A-Z]{2})[0-9]{1,2}$/;
/** A whole postcode among other words, and letters and figures of other scripts. */
const AMONG = /\b[A-Z]{1,2}[0-9][0-9A-Z]?\s*[0-9][A-Z]{2}\b/g;
const FOREIGN = /[^\0-\x7f]/;
const TWINS = { O: "0", 0: "O", I: "1", 1: "I" };

/**
 * Look up what somebody typed.
 *
 * @param {object} table the published table
 * @param {string} text a postcode, or only its first half, in any case and spacing
 * @returns {{status: "found" | "nation" | "unknown" | "invalid", alliances: string[],
 *   nation: string | null, postcode: string | null, near: boolean, beside: string[],
 *   mention: string | null, why: string | null, reason: string | null}}
 *   `alliances`: slugs, the best first; of an island, the one that serves it. `near`: the sector
 *   is shared between alliances, and `beside` lists the others. `mention`: an alliance that people
 *   may also hear of. `why`: one line on why two are named. `reason`, when invalid: `empty`,
 *   `format`, or `incomplete` (more of the postcode is needed for one answer).
 */
export function lookup(table, text) {
  const plain = String(text ?? "")
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, (character) => (/\p{M}/u.test(character) ? "" : " "));
  if (FOREIGN.test(plain)) return result("invalid", { reason: "format" });
  const typed = plain.toUpperCase();
  const compact = typed.replace(/[^A-Z0-9]/g, "");
  if (!compact) return result("invalid", { reason: "empty" });
  if (/^(?:BFP[O0][0-9]*|BF1[0-9A-Z]{0,3})$/.test(compact)) {
    const postcode = compact.replace(/^(BFP[O0]|BF1)(?=.)/, "$1 ").replace("BFP0", "BFPO");
    return result("nation", { nation: FORCES, postcode });
  }
  if (!/[0-9]/.test(compact)) return result("invalid", { reason: "format" });
  if (parted(table, compact))
    return result("invalid", { reason: "incomplete", postcode: compact });
  const parts =
    ending(table, compact) ?? beginning(table, typed, compact) ?? among(table, typed);
  if (parts) return resultFor(table, parts);
  const shape = COMPLETE.exec(compact) ?? STARTED.exec(compact);
  return shape
    ? result("unknown", { postcode: tidy(shape.slice(1)) })
    : result("invalid", { reason: "format" });
}

function result(status, more) {
  const nothing = {
    nation: null,
    postcode: null,
    near: false,
    beside: [],
    mention: null,
    why: null,
    reason: null,
  };
  return { status, alliances: [], ...nothing, ...more };
}

function resultFor(table, [outward, digit, unit]) {
  const entry = entryFor(table, outward);
  const postcode = tidy([outward, digit, unit]);
  const keys = unit ? [keyFor(entry, digit, unit)] : keysOf(entry, digit);
  const zones = (table.overlaps ?? []).map((zone) => [
    zone,
    placeIn(zone, keys[0], outward, digit, unit),
  ]);
  if (keys.length > 1 || zones.some(([zone, place]) => place === "part" && zone.level === "both")) {
    return result("invalid", { reason: "incomplete", postcode });
  }
  const slug = (key) => table.alliances?.[key]?.slug ?? SLUGS[key];
  const sharing = unit ? keysOf(entry, digit).filter(isAlliance) : keys;
  const near = sharing.length > 1;
  if (!isAlliance(keys[0])) {
    const nation = NATIONS[keys[0]] ?? keys[0];
    const alliances = nation in SERVED ? [slug(SERVED[nation])] : [];
    return result("nation", { alliances, nation, postcode, near });
  }
  const zone = zones.find(([, place]) => place === "in")?.[0];
  const shown = zone?.level === "both" ? zone.show : keys;
  return result("found", {
    alliances: shown.map(slug),
    postcode,
    near,
    beside: sharing.filter((key) => !shown.includes(key)).map(slug),
    mention: zone?.level === "mention" ? slug(zone.show[1]) : null,
    why: zone?.words ?? null,
  });
}

/** Outward code, sector and unit of a complete postcode that can be read in one way only. */
function ending(table, compact) {
  const found = ENDING.exec(compact);
  if (!found) return null;
  const outwards = readings(table, found[1]);
  return outwards.length === 1 ? [outwards[0], digitFor(found[2]), found[3]] : null;
}

/** Outward code, and sector when given, of a postcode that is not complete. */
function beginning(table, typed, compact) {
  const [first, ...others] = typed.trim().split(/[^A-Z0-9]+/);
  for (const [start, next] of [
    [first, others.join("")],
    [compact, ""],
    (STARTED.exec(compact) ?? []).slice(1),
  ]) {
    const outwards = start ? readings(table, start) : [];
    if (outwards.length === 1 && NEXT.test(next ?? ""))
      return [outwards[0], next && digitFor(next[0])];
  }
  return null;
}

/** The one whole postcode that stands among other words, such as the name of a town. */
function among(table, typed) {
  const found = new Set((typed.match(AMONG) ?? []).map((one) => one.replace(/\s/g, "")));
  return found.size === 1 ? ending(table, [...found][0]) : null;
}

/** Whether this is the start of several outward codes that end with a letter, such as W1. */
function parted(table, text) {
  if (!/^[A-Z]{1,2}[0-9]$/.test(text)) return false;
  const codes = [..."ABCDEFGHJKMNPRSTUVWXY"].map((letter) => text + letter);
  const entries = [text, ...codes].map((code) => entryFor(table, code)).filter(Boolean);
  const keys = new Set(entries.flatMap((entry) => keysOf(entry)));
  return entries.length > 1 && (keys.size > 1 || !entryFor(table, text));
}

/** The outward codes of the table that the text can stand for. What was typed wins alone. */
function readings(table, text) {
  if (entryFor(table, text)) return [text];
  let found = [""];
  for (const character of text.slice(0, 4)) {
    const choices = [character, TWINS[character]].filter(Boolean);
    found = found.flatMap((start) => choices.map((choice) => start + choice));
  }
  return text.length > 4 ? [] : found.filter((reading) => entryFor(table, reading));
}

function digitFor(character) {
  return { O: "0", I: "1" }[character] ?? character;
}

function tidy([outward, digit, unit]) {
  return `${outward} ${digit ?? ""}${unit ?? ""}`.trim();
}

/** A key, the name of a nation, the sectors of an outward code that has several, or nothing. */
function entryFor(table, outward) {
  const nation = table.areas?.[ISLAND.exec(outward)?.[1]];
  if (nation) return nation;
  const whole = Object.entries(table.whole).find(([, run]) => ` ${run} `.includes(` ${outward} `));
  return whole ? whole[0] : table.mixed[outward];
}

function keyFor(entry, digit, unit) {
  const sector = sectorOf(entry, digit);
  if (typeof sector === "string") return sector;
  const key = Object.keys(sector).find((name) => name && units(sector[name]).includes(unit));
  return key ?? sector[""];
}

/** Every key of a sector, or of the whole outward code. */
function keysOf(entry, digit) {
  if (typeof entry === "string") return [entry];
  const sectors = digit ? [sectorOf(entry, digit)] : Object.values(entry);
  const keys = sectors.flatMap((sector) =>
    typeof sector === "string" ? sector : Object.keys(sector).map((key) => key || sector[""]),
  );
  return [...new Set(keys)];
}

function sectorOf(entry, digit) {
  return typeof entry === "string" ? entry : (entry[digit] ?? entry[""]);
}

function units(run) {
  return run.match(/../g);
}

function isAlliance(key) {
  return /^[0-9]+$/.test(key);
}

/** Whether a place with this key is "in" the zone, "out" of it, or only "part" of it is in. */
function placeIn(zone, key, outward, digit, unit) {
  const entry = entryFor(zone, outward);
  if (zone.show[0] !== key || !entry) return "out";
  const keys = unit ? [keyFor(entry, digit, unit)] : keysOf(entry, digit);
  if (!keys.includes(IN_ZONE)) return "out";
  return keys.length === 1 ? "in" : "part";
}

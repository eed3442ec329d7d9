/** The look-up under Node: `node --test tests/js/`. Real postcodes are in tests/geography. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { lookup } from "../../theme/static/js/postcodes.js";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const table = JSON.parse(read("data/geography/postcodes.json"));
const rows = read("tests/geography/postcodes.csv")
  .trim()
  .split("\n")
  .slice(1)
  .map((row) => row.split(","));
const alliances = read("data/geography/alliances.csv")
  .trim()
  .split("\n")
  .slice(1)
  .map((row) => row.split(","));

const WEST_YORKSHIRE = ["west-yorkshire-and-harrogate"];
const SWAG = ["somerset-wiltshire-avon-and-gloucestershire"];

/** The members that the contract names, and others only where a test asks for them. */
function short({ status, alliances, nation, postcode, near }) {
  return { status, alliances, nation, postcode, near };
}

function found(alliances, postcode, near = false) {
  return { status: "found", alliances, nation: null, postcode, near };
}

function nation(name, postcode, alliances = []) {
  return { status: "nation", alliances, nation: name, postcode, near: false };
}

test("every postcode of the directory's sample", () => {
  assert.ok(rows.length > 1_000);
  for (const [text, status, slugs, nationName, postcode, near] of rows) {
    const expected = {
      status,
      alliances: slugs ? slugs.split(" ") : [],
      nation: nationName || null,
      postcode,
      near: near === "yes",
    };
    assert.deepEqual(short(lookup(table, text)), expected, text);
  }
});

test("the sample has 40 postcodes or more of each alliance", () => {
  for (const [, , slug] of alliances) {
    const own = rows.filter(([, , slugs]) => slugs.split(" ")[0] === slug);
    assert.ok(own.length >= 40, `${slug}: ${own.length}`);
  }
});

test("case and spacing do not matter", () => {
  for (const text of [
    "LS1 4AP",
    "ls14ap",
    " Ls1  4aP ",
    "LS1-4AP.",
    "l s 1 4 a p",
    "ＬＳ１ ４ＡＰ",
    "LS1\u00a04AP",
  ]) {
    assert.deepEqual(short(lookup(table, text)), found(WEST_YORKSHIRE, "LS1 4AP"), text);
  }
});

test("O for 0 and I for 1 are mended where one reading is possible", () => {
  const mended = {
    "GL5O 1AA": "GL50 1AA",
    "GL50 IAA": "GL50 1AA",
    gl5oiaa: "GL50 1AA",
    "S01 4AA": "SO1 4AA",
    "LSI 4AP": "LS1 4AP",
    "0X1 1AA": "OX1 1AA",
    "1MI IAA": "IM1 1AA",
    GL5O: "GL50",
  };
  for (const [text, postcode] of Object.entries(mended)) {
    assert.equal(lookup(table, text).postcode, postcode, text);
  }
});

test("what was typed wins over what could have been meant", () => {
  const both = { areas: {}, whole: { "05": "SO1", "07": "S01" }, mixed: {} };
  assert.equal(lookup(both, "S01 1AA").postcode, "S01 1AA");
});

test("two possible readings are not guessed between", () => {
  const two = { areas: {}, whole: { "05": "A10", "07": "AI0" }, mixed: {} };
  assert.equal(lookup(two, "A1O 1AA").status, "unknown");
  assert.equal(lookup(two, "AIO 1AA").status, "invalid");
  assert.equal(lookup({ ...two, whole: { "05": "A10" } }, "A1O 1AA").postcode, "A10 1AA");
});

test("a whole postcode is found among other words", () => {
  for (const text of ["LS1 4AP, Leeds", "Leeds LS14AP", "LS1 4AP and more", "(LS1 4AP)"]) {
    assert.deepEqual(short(lookup(table, text)), found(WEST_YORKSHIRE, "LS1 4AP"), text);
  }
});

test("a letter with an accent is that letter, and never left out", () => {
  assert.deepEqual(short(lookup(table, "SÖ14 3AA")), found(["wessex"], "SO14 3AA"));
});

test("a first half is answered when it has one answer", () => {
  assert.deepEqual(short(lookup(table, "LS1")), found(WEST_YORKSHIRE, "LS1"));
  assert.deepEqual(short(lookup(table, "ls1 4")), found(WEST_YORKSHIRE, "LS1 4"));
  assert.deepEqual(short(lookup(table, "LS14")), found(WEST_YORKSHIRE, "LS14"));
  assert.deepEqual(short(lookup(table, "LS144")), found(WEST_YORKSHIRE, "LS14 4"));
  assert.deepEqual(short(lookup(table, "CF10")), nation("Wales", "CF10"));
  assert.deepEqual(short(lookup(table, "BT1")), nation("Northern Ireland", "BT1"));
  assert.deepEqual(lookup(table, "HG1").alliances, [
    "humber-and-north-yorkshire",
    ...WEST_YORKSHIRE,
  ]);
});

test("a first half with several answers asks for the rest", () => {
  for (const text of ["SN1", "SK13", "SL1", "WC2A 1", "HG4", "sn6 8", "W1", "SW1", "ec1"]) {
    const { status, reason, alliances } = lookup(table, text);
    assert.deepEqual(
      { status, reason, alliances },
      { status: "invalid", reason: "incomplete", alliances: [] },
      text,
    );
  }
});

test("places that two alliances claim show both, the best first, with why", () => {
  const claimed = {
    "HG1 1AA": ["humber-and-north-yorkshire", ...WEST_YORKSHIRE],
    "SN2 1AA": ["thames-valley", ...SWAG],
    "SN6 8AA": ["thames-valley", ...SWAG],
    "SL1 1AA": ["surrey-and-sussex", "thames-valley"],
    "GU14 6AA": ["surrey-and-sussex", "wessex"],
    "S80 1AA": ["south-yorkshire-and-bassetlaw", "east-midlands"],
  };
  for (const [text, slugs] of Object.entries(claimed)) {
    const result = lookup(table, text);
    if (text !== "SN6 8AA") assert.deepEqual(result.alliances, slugs, text);
    assert.ok(result.why, text);
  }
});

test("a mention is one answer and a line about another", () => {
  const { alliances, mention, why } = lookup(table, "SK13 8AA");
  assert.deepEqual([alliances, mention], [["east-midlands"], "greater-manchester"]);
  assert.match(why, /Tameside/);
});

test("a shared sector is near a boundary and says what is beside it", () => {
  const { near, alliances, beside } = lookup(table, "WC2A 1AA");
  assert.equal(near, true);
  assert.deepEqual(alliances, ["north-central-london"]);
  assert.deepEqual(beside, ["west-london", "north-east-london"]);
  assert.equal(lookup(table, "LS1 4AP").near, false);
});

test("nations, islands and the Forces", () => {
  assert.deepEqual(short(lookup(table, "EH1 1AA")), nation("Scotland", "EH1 1AA"));
  assert.deepEqual(short(lookup(table, "cf101aa")), nation("Wales", "CF10 1AA"));
  assert.deepEqual(short(lookup(table, "BT1 1AA")), nation("Northern Ireland", "BT1 1AA"));
  const man = nation("Isle of Man", "IM1 1AA", ["cheshire-and-merseyside"]);
  assert.deepEqual(short(lookup(table, "IM1 1AA")), man);
  assert.deepEqual(short(lookup(table, "JE2 3AA")), nation("Jersey", "JE2 3AA"));
  assert.deepEqual(short(lookup(table, "GY1 1AA")), nation("Guernsey", "GY1 1AA"));
  assert.deepEqual(short(lookup(table, "bfpo 57")), nation("BFPO", "BFPO 57"));
  assert.deepEqual(short(lookup(table, "BFPO57")), nation("BFPO", "BFPO 57"));
  assert.deepEqual(short(lookup(table, "BF1 3AA")), nation("BFPO", "BF1 3AA"));
});

test("what looks like a postcode and is not in the table is unknown", () => {
  for (const [text, postcode] of [
    ["ZZ1 1AA", "ZZ1 1AA"],
    ["zz11aa", "ZZ1 1AA"],
    ["GIR 0AA", "GIR 0AA"],
    ["ZZ9", "ZZ9"],
  ]) {
    const expected = { status: "unknown", alliances: [], nation: null, postcode, near: false };
    assert.deepEqual(short(lookup(table, text)), expected, text);
  }
});

test("anything else is invalid, and says why", () => {
  const reasons = {
    "": "empty",
    "   ": "empty",
    "?!": "empty",
    banana: "format",
    12345: "format",
    "LS1 4A0": "format",
    "LS1 4AP or LS1 4AQ": "format",
    "ß1 1AA": "format",
    "S中14 3AA": "format",
    Li: "format",
  };
  for (const [text, reason] of Object.entries(reasons)) {
    const expected = {
      status: "invalid",
      alliances: [],
      nation: null,
      postcode: null,
      near: false,
    };
    assert.deepEqual(short(lookup(table, text)), expected, text);
    assert.equal(lookup(table, text).reason, reason, text);
  }
});

test("odd input does no harm", () => {
  for (const text of [
    null,
    undefined,
    42,
    {},
    "constructor",
    "__proto__",
    "toString",
    "🦠",
    "O".repeat(5_000),
    "LS1 4AP".repeat(999),
  ]) {
    assert.equal(lookup(table, text).status, "invalid");
  }
});

test("the plain table of the format, without our own members, is enough", () => {
  const { vintage, areas, whole, mixed } = table;
  const plain = { vintage, areas, whole, mixed };
  assert.deepEqual(short(lookup(plain, "LS1 4AP")), found(WEST_YORKSHIRE, "LS1 4AP"));
  assert.deepEqual(short(lookup(plain, "SN1 1AA")), found(["thames-valley"], "SN1 1AA", true));
});

test("the slugs that stand in the module are those of alliances.csv", () => {
  const plain = { areas: {}, mixed: {} };
  for (const [, key, slug] of alliances) {
    assert.deepEqual(lookup({ ...plain, whole: { [key]: "A1" } }, "A1 1AA").alliances, [slug]);
  }
});

test("a table's own slugs go before those of the module", () => {
  const own = { areas: {}, mixed: {}, whole: { 99: "A1" }, alliances: { 99: { slug: "new-one" } } };
  assert.deepEqual(lookup(own, "A1 1AA").alliances, ["new-one"]);
});

test("a look-up reads little of the table", () => {
  let reads = 0;
  const counted = (value) =>
    new Proxy(value, {
      get(target, name) {
        reads += 1;
        const found = target[name];
        return typeof found === "object" && found ? counted(found) : found;
      },
    });
  for (const text of ["WC2A 1AA", "LS1 4AP", "SN1", "ZZ1 1AA", "GL5OIAA"]) {
    reads = 0;
    lookup(counted(table), text);
    assert.ok(reads > 10 && reads < 1_000, `${text}: ${reads}`);
  }
});

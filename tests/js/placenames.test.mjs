/** Searching by name under Node: each row of `tests/geography/names.csv` is typed and answered. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { called, named, toldApart } from "../../theme/static/js/lookup/placenames.js";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const alliances = read("data/geography/alliances.csv")
  .trim()
  .split("\n")
  .slice(1)
  .map((row) => row.split(","));
const groups = [
  ...JSON.parse(read("data/geography/prepared.json")).groups,
  ...alliances.map(([, key, , name]) => ["alliance", "", key, "", `${name}~${name} Cancer Alliance`]),
  ["nation", "", "", "", "Jersey|Northern Ireland|Wales"],
];
const rows = read("tests/geography/names.csv")
  .trim()
  .split("\n")
  .slice(1)
  .map((row) => row.split(";"));

for (const [typed, status, names, slugs, others] of rows) {
  test(`${typed}: ${status}`, () => {
    const found = named(groups, typed);
    const listed = found.places.map(called);
    assert.equal(found.status, status);
    if (status === "choose") {
      for (const name of names.split("|")) assert.ok(listed.includes(name), `${name}: ${listed}`);
    } else {
      assert.deepEqual(listed.join("|"), names);
      const keys = found.places.flatMap((place) => place.keys.split(" ").filter(Boolean));
      const own = keys.map((key) => alliances.find((one) => one[1] === key)[2]);
      assert.equal(own.join(" "), slugs);
      assert.equal(found.others.map(called).join("|"), others);
    }
  });
}

test("the true number of places is told, and a part of a name is never stated", () => {
  const sizes = ["New", "Royal", "Hospital"].map((text) => named(groups, text));
  for (const { status, sure, places } of sizes) {
    assert.equal(status, "choose");
    assert.equal(sure, false);
    assert.ok(places.length > 48);
  }
});

test("a place among others has what tells it apart", () => {
  const told = named(groups, "St James's").places.map(toldApart);
  assert.deepEqual(told, [
    "St James's (Westminster)",
    "St James's University Hospital, Leeds Teaching Hospitals NHS Trust",
  ]);
  const [bristol] = named(groups, "Bristol").places;
  assert.equal(toldApart(bristol), "Bristol (council)");
});

test("odd input does no harm", () => {
  for (const text of ["", "!!!", "constructor", "O".repeat(5_000), "🦠", "北京"]) {
    assert.equal(named(groups, text).status, "none", text);
  }
});

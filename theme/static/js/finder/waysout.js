/**
 * The ways out of an empty answer: what to take off, and how much there is then.
 * Loaded with the first empty answer.
 */
const part = (name) => document.getElementById(`finder-${name}`);

/**
 * `ways` are facets, or "words", that bring results when left open, with how many. `names` holds
 * labels by facet and code, `sets` are the groups of boxes, and `off` takes off a facet, or all.
 */
export function offerWays(ways, chosen, { words, names, sets, counted }, off) {
  const called = (key) =>
    key === "words"
      ? words.trim()
      : (names.get(`${key} ${chosen[key]}`) ??
        sets.find(({ dataset }) => dataset.key === key).dataset.title);
  const made = ways.map(([key, count]) =>
    way(`Remove “${called(key)}” to see ${counted(count)}`, () => off(key)),
  );
  if (!made.length) made.push(way("Clear all filters", () => off("")));
  part("ways").replaceChildren(...made);
  part("write").href = chosen.area ? `../alliances/${chosen.area}/#contact` : "../find/";
}

function way(text, work) {
  const made = part("way").content.firstElementChild.cloneNode(true);
  made.firstChild.textContent = text;
  made.firstChild.onclick = work;
  return made;
}

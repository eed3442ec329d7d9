/**
 * The rows of a long list, filled from its data.
 */

/**
 * The items of some rows. `items` keeps those that are made, `names` holds the labels by facet and
 * code, `pages` is where the pages of opportunities are, and `empty` gives an empty item.
 */
export async function drawn(rows, { list, items, names, pages }, empty) {
  const data = await list.load();
  const textsOf = (row) =>
    row < data.run ? data.first : list.file(`rows${Math.floor(row / data.run)}`);
  const [{ patches }, ...texts] = await Promise.all([list.file("patches"), ...rows.map(textsOf)]);
  return rows.map((row, turn) => (items[row] ??= filled(empty(), row, data, texts[turn])));

  function filled(item, row, { codes, chosen, days, closes, run }, texts) {
    const place = row % run;
    const said = (name) => texts[name].said[texts[name].at[place]];
    const article = item.firstElementChild;
    const [link] = article.getElementsByTagName("a");
    const [facts, meta] = article.getElementsByTagName("p");
    const [tag, area, , age] = meta.children;
    const areas = codes.area.filter((_, bit) => (chosen.area[row] >> bit) & 1);
    const anywhere = areas.length === codes.area.length;
    const [words, look] = said("tags");
    article.insertAdjacentHTML(
      "afterbegin",
      patches.at(anywhere ? -1 : codes.area.indexOf(areas[0])),
    );
    if (closes[row] >= 0) article.dataset.closes = days[closes[row]];
    link.textContent = texts.titles[place];
    link.href = `${pages}${texts.slugs[place]}/`;
    facts.textContent = [said("closes"), said("facts")].filter(Boolean).join(" · ");
    tag.textContent = words;
    tag.className = `app-tag app-tag--${look}`;
    tag.hidden = !words;
    area.textContent = anywhere
      ? "Anywhere in England"
      : areas.map((code) => names.get(`area ${code}`)).join(", ");
    age.textContent = said("ages");
    return item;
  }
}

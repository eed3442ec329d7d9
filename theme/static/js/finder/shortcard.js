/**
 * The cards of a long list, filled from its data: without the sentence, with what can be ticked.
 */
import { offerKeeping } from "../shared/shortlist.js";

const FACTS = ["do", "how", "time", "money"];

/**
 * The cards of some rows. `items` keeps those that are made, `names` holds the labels by facet and
 * code, `pages` is where the pages of opportunities are, and `empty` gives an empty card.
 */
export async function drawn(rows, { list, items, names, pages }, empty) {
  const data = await list.load();
  const textsOf = (row) =>
    row < data.run ? data.first : list.file(`rows${Math.floor(row / data.run)}`);
  const [{ patches }, ...texts] = await Promise.all([list.file("patches"), ...rows.map(textsOf)]);
  return rows.map((row, turn) => (items[row] ??= filled(empty(), row, data, texts[turn])));

  function filled(
    item,
    row,
    { codes, chosen, days, closes, run },
    { slugs, titles, tags, tag, moments, when },
  ) {
    const place = row % run;
    const card = item.firstElementChild;
    const [link, label, who, moment] = card.querySelectorAll("a, strong, p span");
    const stated = (key) => codes[key].filter((_, bit) => (chosen[key][row] >> bit) & 1);
    const labels = (key) => stated(key).map((code) => names.get(`${key} ${code}`));
    const areas = stated("area");
    const anywhere = areas.length === codes.area.length;
    const [words, look] = tags[tag[place]];
    card.firstElementChild.insertAdjacentHTML(
      "afterbegin",
      patches.at(anywhere ? -1 : codes.area.indexOf(areas[0])),
    );
    if (closes[row] >= 0) card.dataset.closes = days[closes[row]];
    link.textContent = titles[place];
    link.href = `${pages}${slugs[place]}/`;
    label.textContent = words;
    label.className = `app-tag app-tag--${look}`;
    label.hidden = !words;
    who.textContent = anywhere ? "Anywhere in England" : labels("area").join(", ");
    moment.textContent = moments[when[place]];
    [...card.querySelectorAll("li")].forEach((fact, turn) => {
      const said = labels(FACTS[turn]).slice(turn ? 0 : 1);
      fact.append(said.join(", "));
      fact.hidden = !said.length;
    });
    offerKeeping(card);
    return item;
  }
}

/**
 * A card of a long list, filled from its columns: without the sentence, with what can be ticked.
 */
import { offerKeeping } from "./shortlist.js";

const FACTS = ["do", "how", "time", "money"];

/** `item` is a copy of the empty card, `names` the labels by facet and code. */
export function shortCard(item, row, data, names, pages) {
  const card = item.firstElementChild;
  const [link, tag, who, when] = card.querySelectorAll("a, strong, p span");
  const stated = (key) => data.codes[key].filter((_, place) => (data.chosen[key][row] >> place) & 1);
  const labels = (key) => stated(key).map((code) => names.get(`${key} ${code}`));
  const areas = stated("area");
  const anywhere = areas.length === data.codes.area.length;
  const [words, look] = data.tags[data.tag[row]];
  const patch = data.patches.at(anywhere ? -1 : data.codes.area.indexOf(areas[0]));
  card.firstElementChild.insertAdjacentHTML("afterbegin", patch);
  if (data.closes[row] >= 0) card.dataset.closes = data.days[data.closes[row]];
  link.textContent = data.titles[row];
  link.href = `${pages}${data.slugs[row]}/`;
  tag.textContent = words;
  tag.className = `app-tag app-tag--${look}`;
  tag.hidden = !words;
  who.textContent = anywhere ? "Anywhere in England" : labels("area").join(", ");
  when.textContent = data.moments[data.when[row]];
  [...card.querySelectorAll("li")].forEach((fact, place) => {
    const said = labels(FACTS[place]).slice(place ? 0 : 1);
    fact.append(said.join(", "));
    fact.hidden = !said.length;
  });
  offerKeeping(card);
  return item;
}

/**
 * Filters the list of opportunities in its page. Without this file the whole list stands there.
 *
 * #finder says where the data is (see listdata.js) and, in `data-records`, where the record of each
 * entry is. Its parts have ids that begin with finder-. The form is the state, and the address
 * repeats it. Nothing is sent anywhere.
 */
import { ended, find, lookedFor, wordsOf } from "./filter.js";
import { statusAt } from "./fresh.js";
import { chosenIn, fetched, listData } from "./listdata.js";
import { offerKeeping, stored } from "./shortlist.js";

const SAY_AFTER = 400;
const TYPE_PAUSE = 200;
const CARDS_AT_ONCE = 20;

const part = (name) => document.getElementById(`finder-${name}`);
const copy = (name) => part(name).content.firstElementChild.cloneNode(true);
const slugOf = (link) => link.href.split("/").at(-2);
const counted = (number) => `${number.toLocaleString("en-GB")} ${number === 1 ? "opportunity" : "opportunities"}`;
const joined = (words, type) => new Intl.ListFormat("en-GB", { type }).format(words);
let shortCard;

const root = document.querySelector("#finder");
if (root) start(listData(root), root.dataset);

function start(list, { records, pages }) {
  const form = part("form");
  const plain = part("plain");
  const printed = part("print").href;
  const narrow = matchMedia("(max-width: 59.99em)");
  const ticks = [...form.querySelectorAll("[type=checkbox]")];
  const areas = [...form.area.options].slice(1);
  const sets = [...form.querySelectorAll("fieldset")];
  const names = new Map();
  const cards = new Map();
  const homes = [];
  let turn = 0;
  let shown = CARDS_AT_ONCE;
  let saying;
  let typing;

  for (const one of areas) names.set(`area ${one.value}`, one.text);
  for (const one of ticks) names.set(`${one.name} ${one.value}`, one.nextElementSibling.firstChild.data.trim());
  settle();
  fill(location.search);
  part("panel").open = !narrow.matches;
  root.classList.add("app-finder--ready");
  offerArea(areas.find((one) => one.value === stored("area")));
  if (list.columns || location.search) update(true);

  form.oninput = form.sort.oninput = ({ target }) => {
    clearTimeout(typing);
    typing = setTimeout(update, target.name === "words" ? TYPE_PAUSE : 0);
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    part("panel").open = !narrow.matches;
    part("count").focus();
  };
  part("panel").addEventListener("focusin", () => list.columns || update(true), { once: true });
  part("more").onclick = async () => {
    const next = part("fits").children.length;
    shown += CARDS_AT_ONCE;
    await update(true);
    part("fits").children[next]?.querySelector("a").focus();
  };
  document.addEventListener("visibilitychange", () => list.columns && update(true));

  /** Shows what fits the form as it is now; says so, unless nobody asked. */
  async function update(quiet) {
    const mine = ++turn;
    const asked = [...new FormData(form)].filter(([, value]) => value.trim());
    const query = asked.length ? `?${new URLSearchParams(asked)}` : "";
    history.replaceState(null, "", location.pathname + query + location.hash);
    part("print").href = printed + query;
    try {
      const [data, hits] = await Promise.all([list.load(), list.hits(form.words.value)]);
      if (data.titles) ({ shortCard } = await import("./shortcard.js"));
      if (mine !== turn) return;
      const chosen = chosenIn(asked, data);
      const over = ended(data, statusAt);
      const found = find(data, { chosen, hits, sort: form.sort.value }, over);
      if (quiet !== true) shown = CARDS_AT_ONCE;
      const most = data.titles ? shown : Infinity;
      tell(found, asked, chosen, data.codes);
      const fits = cardsOf(found.fits.slice(0, most));
      const might = cardsOf(found.might.slice(0, most).map(([row]) => row));
      if (query) show(found, fits, might, chosen);
      for (const [card, home, row] of homes) {
        card.hidden = over[row];
        if (!query && plain.hidden) home.append(card);
      }
      plain.hidden = query;
      part("results").hidden = !query;
      part("more").hidden = Math.max(found.fits.length, found.might.length) <= most;
      clearTimeout(saying);
      if (quiet !== true) saying = setTimeout(say, SAY_AFTER, found);
    } catch {
      part("failed").hidden = mine !== turn;
    }
  }

  /** The counts and the chips, which need no cards. */
  function tell({ fits, counts }, asked, chosen, codes) {
    part("failed").hidden = true;
    part("count").textContent = counted(fits.length);
    part("show").textContent = `Show ${counted(fits.length)}`;
    recount(counts, chosen, codes);
    showChips(asked);
    offerType(lookedFor(form.words.value).filter((word) => word.length > 3));
  }

  /** Who types a cancer is shown the way to what is for any cancer, too. */
  function offerType(typed) {
    const known = (tick) => wordsOf(tick.parentNode.textContent).some((one) => typed.some((word) => one.startsWith(word)));
    const type = ticks.find((tick) => tick.name === "type" && !tick.checked && known(tick));
    part("type").hidden = !type;
    part("type").textContent = type && `See everything that fits: ${names.get(`type ${type.value}`)}`;
    part("type").onclick = () => {
      type.checked = true;
      off("words");
    };
  }

  function say({ fits, might }) {
    part("said").textContent = `${counted(fits.length)} found.${might.length ? ` ${might.length} more might fit.` : ""}`;
  }

  /** Puts what fits, what might, and the ways out of an empty answer in place of the whole list. */
  function show(found, fits, might, chosen) {
    const gaps = sets.filter(({ dataset }) => found.might.some(([, keys]) => keys.includes(dataset.key)));
    const words = joined(gaps.map((set) => set.dataset.gap), "disjunction");
    part("none").hidden = fits.length;
    part("perhaps").hidden = !might.length;
    part("gaps").textContent = `Might fit: ${words} not stated (${found.might.length})`;
    part("ways").replaceChildren(...found.ways.map(([key, count]) => wayOut(key, chosen[key], count)));
    part("fits").replaceChildren(...fits);
    part("might").replaceChildren(...might);
    might.forEach((item, place) => item.append(question(item.querySelector("a"), found.might[place][1])));
  }

  function wayOut(key, codes, count) {
    const way = copy("way");
    const one = codes ? names.get(`${key} ${codes}`) ?? sets.find(({ dataset }) => dataset.key === key).dataset.title : "the words";
    way.firstChild.textContent = `Take off ${one}: ${counted(count)}`;
    way.firstChild.onclick = () => off(key);
    return way;
  }

  /** Takes off one choice or all of a group, then leads to what is next. */
  async function off(name, value, place) {
    for (const field of form.elements) {
      if (name && field.name !== name) continue;
      if (field.type !== "checkbox") field.value = "";
      else if (!value || field.value === value) field.checked = false;
    }
    await update();
    (part("chips").querySelectorAll("button")[place] ?? part("count")).focus();
  }

  /** Tells which row each card of the page is; the cards of a long list are made when they are shown. */
  function settle() {
    const { slugs, titles } = list.columns ?? {};
    for (const card of slugs && !titles ? plain.querySelectorAll(".app-opp") : []) {
      const row = slugs.indexOf(slugOf(card.querySelector("a")));
      const item = card.closest("li");
      cards.set(row, item);
      homes.push([item, item.parentNode, row]);
    }
  }

  function fill(query) {
    const given = new URLSearchParams(query);
    for (const field of form.elements) {
      if (field.type === "checkbox") field.checked = given.getAll(field.name).includes(field.value);
      else if (field.name) field.value = given.get(field.name) ?? "";
      if (field.selectedIndex < 0) field.selectedIndex = 0;
      if (field.checked) field.parentNode.hidden = false;
    }
  }

  function cardsOf(rows) {
    return rows.map((row) => {
      if (!cards.has(row)) cards.set(row, shortCard(copy("card"), row, list.columns, names, pages));
      cards.get(row).querySelector(".app-ask")?.remove();
      return cards.get(row);
    });
  }

  /** What is not stated, and a letter that asks for it. */
  function question(link, keys) {
    const made = copy("ask");
    const asked = sets.map((set) => set.dataset).filter(({ key }) => keys.includes(key));
    const [gaps] = made.children;
    const letter = made.querySelector("blockquote");
    const [mail, reach] = made.querySelectorAll("a");
    gaps.textContent = `Not stated: ${joined(asked.map(({ gap }) => gap), "conjunction")}.`;
    for (const title of made.querySelectorAll("span")) title.textContent = link.text;
    for (const { question } of asked) letter.children[1].appendChild(document.createElement("li")).textContent = question;
    reach.href = link.href;
    made.lastElementChild.ontoggle = async () => {
      const { apply } = await fetched(`${records}${slugOf(link)}.json`).catch(() => ({}));
      mail.hidden = !apply?.email;
      mail.href = `mailto:${apply?.email}?subject=${encodeURIComponent(link.text)}&body=${encodeURIComponent(letter.innerText)}`;
    };
    made.querySelector("button").onclick = async ({ target }) => {
      await navigator.clipboard.writeText(letter.innerText);
      target.textContent = "Copied";
    };
    return made;
  }

  function recount(counts, chosen, codes) {
    const count = (key, code) => `(${counts[key][codes[key].indexOf(code)]})`;
    for (const tick of ticks) tick.parentNode.lastElementChild.textContent = count(tick.name, tick.value);
    for (const area of areas) area.text = `${names.get(`area ${area.value}`)} ${count("area", area.value)}`;
    for (const set of sets) {
      const number = chosen[set.dataset.key]?.length;
      set.previousElementSibling.lastElementChild.textContent = number ? `${number} chosen` : "";
    }
    form.sort.options[2].disabled = !chosen.area;
  }

  function showChips(asked) {
    const on = asked.filter(([name]) => name !== "sort");
    if (on.length > 1) on.push(["", "Take off all filters"]);
    part("chips").replaceChildren(...on.map(([name, value], place) => {
      const chip = copy("chip");
      const [remove, words, cross] = chip.firstChild.children;
      words.textContent = names.get(`${name} ${value}`) ?? value;
      if (!name) [remove, cross].forEach((part) => part.remove());
      chip.firstChild.onclick = () => off(name, name && value, place);
      return chip;
    }));
  }

  /** The area that somebody asked to remember on this device is one press away. */
  function offerArea(area) {
    if (!area) return;
    const mine = part("mine");
    mine.textContent = `Use my area: ${area.text}`;
    mine.hidden = false;
    mine.onclick = () => {
      area.selected = true;
      update();
    };
  }
}

/**
 * Filters the list of opportunities in its page. Without this file the whole list stands there.
 *
 * #finder says where the data is (see listdata.js) and, in `data-records`, where the record of each
 * entry is. Its parts have ids that begin with finder-. The form is the state, and the address
 * repeats it. Nothing is sent anywhere. What only some people need is loaded when they do.
 */
import { ended, find } from "./filter.js";
import { statusAt } from "../shared/fresh.js";
import { chosenIn, listData } from "./listdata.js";
import { stored } from "../shared/shortlist.js";

const SAY_AFTER = 400;
const TYPE_PAUSE = 200;
const CARDS_AT_ONCE = 20;

const part = (name) => document.getElementById(`finder-${name}`);
const copy = (name) => part(name).content.firstElementChild.cloneNode(true);
const counted = (number) =>
  `${number.toLocaleString("en-GB")} ${number === 1 ? "opportunity" : "opportunities"}`;

const root = document.querySelector("#finder");
start(listData(root), root.dataset);

function start(list, { records, pages }) {
  const form = part("form");
  const panel = part("panel");
  const plain = part("plain");
  const printed = part("print").href;
  const isLong = !list.columns;
  const narrow = matchMedia("(max-width: 59.99em)");
  const ticks = [...form.querySelectorAll("[type=checkbox]")];
  const areas = [...form.area.options].slice(1);
  const sets = [...form.querySelectorAll("fieldset")];
  const names = new Map();
  const cards = isLong ? [] : [...plain.querySelectorAll(".app-opp")];
  const items = cards.map((card) => card.parentNode);
  const homes = items.map((item) => item.parentNode);
  let turn = 0;
  let most = CARDS_AT_ONCE;
  let saying;
  let typing;

  for (const one of areas) names.set(`area ${one.value}`, one.text);
  for (const one of ticks)
    names.set(`${one.name} ${one.value}`, one.nextElementSibling.firstChild.data.trim());
  fill(new URLSearchParams(location.search));
  panel.open = !narrow.matches;
  root.classList.add("app-finder--ready");
  offerArea(areas.find((one) => one.value === stored("area")));
  if (!isLong || location.search) update(true);

  form.oninput = form.sort.oninput = ({ target }) => {
    clearTimeout(typing);
    typing = setTimeout(update, target.name === "words" ? TYPE_PAUSE : 0);
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    panel.open = !narrow.matches;
    part("count").focus();
  };
  panel.addEventListener("focusin", () => list.columns || update(true), { once: true });
  part("near").onclick = () => {
    panel.open = true;
    form.area.focus();
  };
  part("more").onclick = async () => {
    const next = part("fits").children.length;
    most += CARDS_AT_ONCE;
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
    if (quiet !== true) most = CARDS_AT_ONCE;
    try {
      const early = isLong ? [import("./shortcard.js"), list.file("patches")] : [];
      const [data, hits] = await Promise.all([list.load(), list.hits(form.words.value), ...early]);
      const chosen = chosenIn(asked, data);
      const found = find(data, { chosen, hits, sort: form.sort.value }, ended(data, statusAt));
      const fits = await cardsOf(query ? found.fits : []);
      const might = await cardsOf(query ? found.might.map(([row]) => row) : []);
      const { offerQuestions } = might.length ? await import("./questions.js") : {};
      const { offerWays } = found.fits.length ? {} : await import("./waysout.js");
      if (mine !== turn) return;
      tell(found, asked, chosen, data.codes);
      if (query) show(found, fits, might);
      offerWays?.(found.ways, chosen, { words: form.words.value, names, sets, counted }, off);
      offerQuestions?.(might, found.might, sets.map(({ dataset }) => dataset), records);
      if (!query && plain.hidden) items.forEach((item, row) => homes[row].append(item));
      plain.hidden = query;
      part("results").hidden = !query;
      clearTimeout(saying);
      if (quiet !== true) saying = setTimeout(say, SAY_AFTER, found);
    } catch {
      part("failed").hidden = mine !== turn;
    }
  }

  /** The first cards of some rows; those of a long list are drawn when they are shown. */
  async function cardsOf(rows) {
    if (!isLong) return rows.map((row) => items[row]);
    const { drawn } = await import("./shortcard.js");
    return drawn(rows.slice(0, most), { list, items, names, pages }, () => copy("card"));
  }

  /** The counts and the chips, which need no cards. */
  function tell({ fits, counts }, asked, chosen, codes) {
    part("failed").hidden = true;
    part("count").textContent = counted(fits.length);
    part("show").textContent = fits.length
      ? `Show ${counted(fits.length)}`
      : "Nothing fits. See what you can do";
    recount(counts, chosen, codes, fits.length);
    part("near").hidden = chosen.area || form.sort.value !== "near";
    showChips(asked);
    offerType(form.words.value.trim());
  }

  function say({ fits, might }) {
    const more = might.length ? ` ${might.length} more might fit.` : "";
    part("said").textContent = `${counted(fits.length)} found.${more}`;
  }

  /** Puts what fits and what might in place of the whole list. */
  function show(found, fits, might) {
    part("none").hidden = fits.length;
    part("perhaps").hidden = !might.length;
    part("more").hidden = fits.length === found.fits.length && might.length === found.might.length;
    for (const item of fits) item.querySelector(".app-ask")?.remove();
    part("fits").replaceChildren(...fits);
    part("might").replaceChildren(...might);
  }

  /** Who types a cancer is shown the way to what is for any cancer, too. */
  async function offerType(typed) {
    const { isMeant } = typed ? await import("./words.js") : {};
    const isIt = (tick) => !tick.checked && isMeant(tick.parentNode.textContent, typed);
    const type = typed && ticks.find((tick) => tick.name === "type" && isIt(tick));
    part("type").hidden = !type;
    part("type").textContent = `See everything that fits: ${names.get(`type ${type?.value}`)}`;
    part("type").onclick = () => {
      type.checked = true;
      off("words");
    };
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

  function fill(given) {
    for (const field of form.elements) {
      if (field.type === "checkbox") field.checked = given.getAll(field.name).includes(field.value);
      else if (field.name) field.value = given.get(field.name) ?? "";
      if (field.selectedIndex < 0) field.selectedIndex = 0;
      if (field.checked) field.parentNode.hidden = false;
    }
  }

  /** Where nothing fits, only numbers that lead on are shown: a column of (0) helps nobody. */
  function recount(counts, chosen, codes, isFound) {
    const count = (key, code) => {
      const number = counts[key][codes[key].indexOf(code)];
      return number || isFound ? `(${number})` : "";
    };
    for (const { name, value, parentNode } of ticks)
      parentNode.lastElementChild.textContent = count(name, value);
    for (const area of areas)
      area.text = `${names.get(`area ${area.value}`)} ${count("area", area.value)}`;
    for (const set of sets) {
      const number = chosen[set.dataset.key]?.length;
      set.previousElementSibling.lastElementChild.textContent = number ? `${number} chosen` : "";
    }
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
    part("mine").hidden = !area;
    part("mine").textContent = `Use my area: ${area?.text}`;
    part("mine").onclick = () => {
      area.selected = true;
      update();
    };
  }
}

/**
 * Filters the list of opportunities in its page. Without this file the whole list stands there.
 *
 * #finder says where the data is (see listdata.js). Its parts have ids that begin with finder-. The
 * form is the state, and the address repeats it. Nothing is sent anywhere. What only some people
 * need is loaded when they do.
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

function start(list, { pages }) {
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
  const cards = isLong ? [] : [...plain.querySelectorAll(".app-entry")];
  const items = cards.map((card) => card.parentNode);
  const homes = new Map();
  let turn = 0;
  let most = CARDS_AT_ONCE;
  let saying;
  let typing;

  for (const one of areas) names.set(`area ${one.value}`, one.text);
  for (const one of ticks)
    names.set(`${one.name} ${one.value}`, one.nextElementSibling.firstChild.data.trim());
  fill(new URLSearchParams(location.search));
  root.classList.add("app-finder--ready");
  const mine = areas.find((one) => one.value === stored("area"));
  offerArea(mine);
  if (mine && !isLong) putFirst(mine);
  for (const item of items) homes.set(item, item.parentNode);
  showPlain();
  if (!isLong || location.search) update(true);

  form.oninput = form.sort.oninput = ({ target }) => {
    clearTimeout(typing);
    typing = setTimeout(update, target.name === "words" ? TYPE_PAUSE : 0);
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    if (panel.matches(":modal")) panel.close();
    part("count").focus();
  };
  part("open").onclick = () => {
    panel.close();
    panel.showModal();
  };
  part("close").onclick = () => panel.close();
  // Beside the list the panel stays open; over it, it is opened by its button alone.
  panel.onclose = narrow.onchange = () => {
    if (!narrow.matches && !panel.open) panel.show();
  };
  panel.addEventListener("focusin", () => list.columns || update(true), { once: true });
  part("near").onclick = () => form.area.focus();
  part("more").onclick = async () => {
    const next = shown().length;
    most += CARDS_AT_ONCE;
    await update(true);
    shown()[next]?.querySelector("a").focus();
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
      const early = isLong ? [import("./row.js"), list.file("patches")] : [];
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
      offerQuestions?.(found.might, sets.map(({ dataset }) => dataset));
      if (!query && plain.hidden) for (const [item, home] of homes) home.append(item);
      plain.hidden = query;
      if (!query) showPlain();
      part("results").hidden = !query;
      clearTimeout(saying);
      if (quiet !== true) saying = setTimeout(say, SAY_AFTER, found);
    } catch {
      part("failed").hidden = mine !== turn;
    }
  }

  /** The first items of some rows; those of a long list are drawn when they are shown. */
  async function cardsOf(rows) {
    if (!isLong) return rows.slice(0, most).map((row) => items[row]);
    const { drawn } = await import("./row.js");
    return drawn(rows.slice(0, most), { list, items, names, pages }, () => copy("row"));
  }

  /** The counts and the chips, which need no cards. */
  function tell({ fits, counts }, asked, chosen, codes) {
    part("failed").hidden = true;
    part("count").textContent = counted(fits.length);
    part("show").textContent = fits.length
      ? `Show ${counted(fits.length)}`
      : "No matches. See suggestions";
    recount(counts, chosen, codes);
    part("near").hidden = chosen.area || form.sort.value !== "near";
    showChips(asked);
    offerType(form.words.value.trim());
  }

  /** The rows that stand there now. */
  function shown() {
    const list = plain.hidden ? part("fits") : plain;
    return [...list.querySelectorAll("li:not(.app-stack__later)")];
  }

  /** The first rows of the whole list; a group without a row among them waits as well. */
  function showPlain() {
    const every = [...plain.querySelectorAll("li")];
    every.forEach((item, place) => item.classList.toggle("app-stack__later", place >= most));
    for (const group of plain.querySelectorAll("section"))
      group.hidden = !group.querySelector("li:not(.app-stack__later)");
    tellHowMany(Math.min(most, every.length), every.length);
  }

  function tellHowMany(number, total) {
    part("more").hidden = number >= total;
    part("shown").textContent = number < total ? `${number} of ${total} shown.` : "";
  }

  /** What is for somebody's own area comes before all groups. */
  function putFirst(area) {
    const { codes, chosen } = list.columns;
    const bit = codes.area.indexOf(area.value);
    const isMine = (row) => (chosen.area[row] >> bit) & 1 && chosen.reach[row] !== everywhere;
    const everywhere = 1 << codes.reach.indexOf("anywhere");
    const found = items.filter((_, row) => isMine(row));
    if (!found.length) return;
    const group = copy("group");
    group.querySelector("h2").textContent = `Your area: ${area.text} (${found.length})`;
    group.querySelector("ul").append(...found);
    for (const other of plain.querySelectorAll("section")) {
      const left = other.querySelectorAll("li").length;
      const counter = other.querySelector("[data-count]");
      counter.dataset.count = counter.textContent = left;
      if (!left) other.remove();
    }
    plain.prepend(group);
  }

  function say({ fits, might }) {
    const more = might.length ? ` ${might.length} more might fit.` : "";
    part("said").textContent = `${counted(fits.length)} found.${more}`;
  }

  /** Puts what fits and what might in place of the whole list. */
  function show(found, fits, might) {
    part("none").hidden = fits.length;
    part("perhaps").hidden = !might.length;
    tellHowMany(fits.length, found.fits.length);
    if (fits.length === found.fits.length)
      part("more").hidden = might.length === found.might.length;
    for (const item of [...fits, ...might]) item.classList.remove("app-stack__later");
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
    }
  }

  /** What would leave nothing is not offered, unless it is chosen. */
  function recount(counts, chosen, codes) {
    const count = (key, code) => counts[key][codes[key].indexOf(code)];
    for (const { name, value, checked, parentNode } of ticks) {
      const number = count(name, value);
      parentNode.lastElementChild.textContent = `(${number})`;
      parentNode.hidden = !number && !checked;
    }
    for (const area of areas)
      area.text = `${names.get(`area ${area.value}`)} (${count("area", area.value)})`;
    for (const set of sets) {
      const number = chosen[set.dataset.key]?.length;
      set.previousElementSibling.lastElementChild.textContent = number ? `${number} chosen` : "";
    }
  }

  function showChips(asked) {
    const on = asked.filter(([name]) => name !== "sort");
    if (on.length > 1) on.push(["", "Clear all filters"]);
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

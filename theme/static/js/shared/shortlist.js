/**
 * My list: the opportunities that somebody keeps, as slugs, on this device alone.
 *
 * Adds a button to each card below [data-keeps]. The list has a page and a script of its own,
 * mylist.js.
 */
const KEPT = "shortlist";
const MOST = 200;

const slugOf = (link) => link.href.split("/").at(-2);

for (const card of document.querySelectorAll("[data-keeps] .app-opp")) offerKeeping(card);

/** Gives a card the button that keeps it. */
export function offerKeeping(card) {
  const link = card.querySelector("a");
  const button = document.createElement("button");
  button.className = "app-keep";
  button.innerHTML = `Keep on my list <span class="app-hidden"></span>`;
  button.lastChild.textContent = `(${link.text})`;
  toggle(button, slugOf(link));
  card.append(button);
}

/** The slugs that this device keeps. */
export function kept() {
  return slugsIn(stored(KEPT));
}

/** What is stored under a name; a browser may refuse to tell. */
export function stored(name) {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a list of slugs. Where a browser refuses, the buttons stay as they were. */
export function keep(slugs) {
  try {
    if (slugs.length) localStorage.setItem(KEPT, slugs);
    else localStorage.removeItem(KEPT);
  } catch {}
}

/** The slugs in a text with commas, each once. */
export function slugsIn(text) {
  return [...new Set(text.split(","))]
    .filter((slug) => /^[a-z0-9-]{1,80}$/.test(slug))
    .slice(0, MOST);
}

/** Makes a button keep an opportunity and let it go. */
export function toggle(button, slug) {
  const show = () => (button.ariaPressed = kept().includes(slug));
  button.onclick = () => {
    const others = kept().filter((one) => one !== slug);
    keep(others.length < kept().length ? others : [...others, slug]);
    show();
  };
  addEventListener("storage", show);
  show();
}

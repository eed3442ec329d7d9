/**
 * My list: the opportunities that somebody keeps, as slugs, on this device alone.
 *
 * Adds a button to each card below [data-keeps] and works the buttons of [data-keep], the page of
 * one opportunity. The list itself has its own page and its own script, mylist.js.
 */
const KEPT = "shortlist";
const MOST = 200;

const slugOf = (link) => link.href.split("/").at(-2);

for (const card of document.querySelectorAll("[data-keeps] .app-opp")) offerKeeping(card);
for (const tools of document.querySelectorAll("[data-keep]")) offerTools(tools);

/** Gives a card the button that keeps it. */
export function offerKeeping(card) {
  const link = card.querySelector("a");
  const button = document.createElement("button");
  button.className = "app-keep";
  button.innerHTML = `Keep on my list<span class="app-hidden"></span>`;
  button.lastChild.textContent = `: ${link.text}`;
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
    localStorage.setItem(KEPT, slugs);
  } catch {}
}

/** The slugs in a text with commas, each once. */
export function slugsIn(text) {
  return [...new Set(text.split(","))].filter((slug) => /^[a-z0-9-]{1,80}$/.test(slug)).slice(0, MOST);
}

function toggle(button, slug) {
  const show = () => (button.ariaPressed = kept().includes(slug));
  button.onclick = () => {
    const others = kept().filter((one) => one !== slug);
    keep(others.length < kept().length ? others : [...others, slug]);
    show();
  };
  addEventListener("storage", show);
  show();
}

function offerTools(tools) {
  const [save, share] = tools.querySelectorAll("button");
  toggle(save, tools.dataset.keep);
  share.onclick = () => hand(location.href.split("#")[0], tools.lastElementChild);
  tools.classList.add("app-tools--ready");
}

/** Hands an address to the device's own sharing, or copies it. */
export async function hand(url, said) {
  try {
    if (navigator.share) return await navigator.share({ title: document.title, url });
    await navigator.clipboard.writeText(url);
    said.textContent = "The link is copied. You can paste it into a message.";
  } catch ({ name }) {
    if (name !== "AbortError") said.textContent = `Copy this link: ${url}`;
  }
}

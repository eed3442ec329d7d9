/**
 * My list: the opportunities that somebody keeps, as slugs, on this device alone.
 * The list has a page and a script of its own, mylist.js.
 */
const KEPT = "shortlist";
const MOST = 200;

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

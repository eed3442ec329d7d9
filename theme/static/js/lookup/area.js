/** The area that somebody saved on this device: its slug, and nothing of what was typed. */

const NAME = "area";

export function kept() {
  try {
    const slug = localStorage.getItem(NAME);
    return /^[a-z-]+$/.test(slug ?? "") ? slug : null;
  } catch {
    return null;
  }
}

/** Whether the device took it: it may be full, or refuse. */
export function keep(slug) {
  try {
    localStorage.setItem(NAME, slug);
    return true;
  } catch {
    return false;
  }
}

export function forget() {
  localStorage.removeItem(NAME);
}

/**
 * What is typed on /add/, kept in this tab until it is sent or the tab is closed.
 */
import { pairsIn } from "./answers.js";

/** `about` tells one thing that is filled in from another. */
export function keeper(form, about) {
  const name = `your-say-answers ${location.pathname} ${about}`;

  /** Storage may be refused or full: then nothing is kept. */
  function attempt(deed) {
    try {
      return deed();
    } catch {
      return undefined;
    }
  }

  return {
    kept: () => attempt(() => JSON.parse(sessionStorage.getItem(name))) ?? [],
    forget: () => attempt(() => sessionStorage.removeItem(name)),
    /** Whether it could be kept. */
    keep: () =>
      attempt(() => {
        sessionStorage.setItem(name, JSON.stringify(pairsIn(form)));
        return true;
      }) ?? false,
  };
}

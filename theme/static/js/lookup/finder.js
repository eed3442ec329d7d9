/**
 * Answers the postcode form in place; without it the form opens the list of places.
 * Hooks: `form#postcode-form` with `data-table` (the postcode table) and, to find places and
 * hospitals too, `data-places`; in it `#postcode` (no name, so never sent), `#postcode-error`
 * and `#postcode-result` (role status). What people type stays in this page.
 */
import { lookup } from "../postcodes.js";

const REMEMBERED = "area";
const MOST_PLACES = 12;
const FROM_HOME_ANYWHERE = "?how=online&how=phone&how=post&reach=anywhere";

const form = document.querySelector("#postcode-form");
if (form) enhance(form);

function enhance(form) {
  const box = form.querySelector("#postcode");
  const error = form.querySelector("#postcode-error");
  const result = form.querySelector("#postcode-result");
  const root = form.dataset.table.replace(/api\/v1\/.*/, "");
  const table = once(form.dataset.table);
  const places = once(form.dataset.places);
  const page = (slug) => `${root}alliances/${slug}/`;

  // The cursor may be in the box already: then only an alert is read out.
  error.setAttribute("role", "alert");
  box.addEventListener("focus", () => table().catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer(box.value)
      .catch(() =>
        complain(
          "The list did not load. Check your connection and try again, " +
            "or choose your area from the list.",
        ),
      )
      .then(reveal);
  });
  greet();

  async function answer(text) {
    if (!text.trim()) return complain(advice({ reason: "empty" }));
    show(p("Looking it up."));
    const known = await table();
    const found = lookup(known, text);
    if (found.status === "found") return show(...alliances(known, found));
    if (found.status === "nation") return show(...abroad(known, found));
    if (found.reason === "format" && form.dataset.places) return choose(known, text);
    complain(advice(found));
  }

  function advice({ status, reason, postcode }) {
    if (reason === "empty") return `Type your postcode. For example, LS1 4AP.`;
    if (reason === "incomplete")
      return `${postcode} is in more than one area. Type your whole postcode.`;
    if (status === "unknown")
      return `We do not know ${postcode}. Check it, or choose your area from the list.`;
    return (
      "That is not a postcode. Check it, for example LS1 4AP, " +
      "or choose your area from the list."
    );
  }

  /** The answer: an alliance or several, what there is to join, and ways on. */
  function alliances(known, { alliances: slugs, postcode, beside, mention, why }) {
    const about = (slug) => Object.values(known.alliances).find((one) => one.slug === slug);
    const links = (list, word) =>
      list.flatMap((slug, n) => [n ? word : "", a(page(slug), about(slug).name)]);
    const parts = [p(`${postcode} is in `, ...links(slugs, " or "), ".")];
    if (mention) parts.push(p("You may also hear of ", ...links([mention]), "."));
    if (why) parts.push(p(why));
    const others = beside.filter((slug) => slug !== mention);
    if (others.length)
      parts.push(p("This is near a boundary. Also see ", ...links(others, " and "), "."));
    for (const slug of slugs.length < 3 ? slugs : []) {
      const { name, near, home } = about(slug);
      const one = slugs.length === 1;
      if (home >= 0) {
        const count = `${near || "Nothing"} to join ${one ? "near you" : `in ${name}`}`;
        parts.push(
          p(
            a(`${root}opportunities/alliance/${slug}/`, count),
            ", and ",
            a(`${root}opportunities/${FROM_HOME_ANYWHERE}`, `${home} from home`),
            ".",
          ),
        );
      }
      parts.push(
        button(`Remember ${one ? "my area" : name}`, () => {
          localStorage.setItem(REMEMBERED, slug);
          greet();
        }),
      );
    }
    return [...parts, p("Not right? ", a(`${root}find/places/`, "Choose your area"), ".")];
  }

  /** Outside England: an alliance that serves the place too, and whom people there turn to. */
  function abroad(known, { alliances: slugs, nation, postcode }) {
    if (nation === "BFPO") {
      return [
        p(
          `${postcode} is a Forces address. Cancer Alliances go by places in England. ` +
            "Use your home postcode, or the one of the hospital where you are treated.",
        ),
      ];
    }
    const where = nation.replace("Isle", "the Isle");
    const signs = known.nations?.[nation] ?? [];
    const parts = [p(`${postcode} is in ${where}. Cancer Alliances cover England only.`)];
    for (const slug of slugs) {
      const { name } = Object.values(known.alliances).find((one) => one.slug === slug);
      parts.push(p(a(page(slug), `${name} says it also serves ${where}`), "."));
    }
    if (signs.length) {
      const rows = signs.map(({ name, what, href }) => el("li", "", a(href, name), `: ${what}`));
      parts.push(p(`People in ${where} can turn to:`), el("ul", "app-stack", ...rows));
    }
    return [
      ...parts,
      p(
        "You may be able to ",
        a(`${root}opportunities/from-home/`, "join something from home"),
        ". Check who it is for.",
      ),
    ];
  }

  /** Places and hospitals by name: one answer, or a list to choose from. */
  async function choose(known, text) {
    const matches = search((await places()).groups, text);
    const slugs = (keys) => keys.split(" ").map((key) => known.alliances[key].slug);
    if (!matches.length)
      return complain(
        `We did not find ${text.trim()}. Check it, type your postcode, ` +
          "or choose your area from the list.",
      );
    if (matches.length === 1) {
      return show(
        ...alliances(known, {
          alliances: slugs(matches[0].keys),
          postcode: full(matches[0]),
          beside: [],
        }),
      );
    }
    const rows = matches.map((match) => {
      const links = slugs(match.keys).flatMap((slug, n) => [
        n ? " or " : "",
        a(page(slug), known.alliances[match.keys.split(" ")[n]].name),
      ]);
      return el("li", "", `${full(match)}: `, ...links);
    });
    show(p(`${matches.length} places match. Choose yours.`), el("ul", "app-stack", ...rows));
  }

  /** What is remembered, with the way to forget it. */
  function greet() {
    const slug = localStorage.getItem(REMEMBERED);
    if (!/^[a-z-]+$/.test(slug ?? "")) return;
    const forget = button("Forget my area", () => {
      localStorage.removeItem(REMEMBERED);
      show(p("Your area is forgotten."));
    });
    show(
      p("Your area is kept on this device. ", a(page(slug), "Go to your alliance"), "."),
      forget,
    );
  }

  /** A button that goes away when pressed, so it leaves the cursor in the box. */
  function button(words, work) {
    const made = el("button", "app-button app-button--plain", words);
    made.type = "button";
    made.addEventListener("click", () => {
      work();
      box.focus();
    });
    return made;
  }

  function show(...parts) {
    error.hidden = true;
    box.removeAttribute("aria-invalid");
    box.setAttribute("aria-describedby", "postcode-hint");
    result.replaceChildren(...parts);
  }

  /** The answer may lie below the edge of a small screen, or behind its keyboard. */
  function reveal() {
    (error.hidden ? result : error).scrollIntoView({ block: "nearest" });
  }

  function complain(words) {
    show();
    error.textContent = words;
    error.hidden = false;
    box.setAttribute("aria-invalid", "true");
    box.setAttribute("aria-describedby", "postcode-error postcode-hint");
    box.focus();
  }
}

/** Fetches a file once; again if that failed. */
function once(address) {
  let file = null;
  return () => {
    file ??= fetch(address).then((response) =>
      response.ok ? response.json() : Promise.reject(response.status),
    );
    file.catch(() => (file = null));
    return file;
  };
}

/** The places of that name, else those with a word that starts so. */
function search(groups, text) {
  const wanted = fold(text);
  const ranks = [[], [], []];
  for (const [kind, within, keys, names] of wanted ? groups : []) {
    for (const name of names.split("|")) {
      const folded = fold(name);
      const rank =
        folded === wanted
          ? 0
          : folded.startsWith(wanted)
            ? 1
            : folded.includes(` ${wanted}`)
              ? 2
              : 3;
      ranks[rank]?.push({ kind, within, keys, name });
    }
  }
  return (ranks[0].length ? ranks[0] : ranks.flat()).slice(0, MOST_PLACES);
}

function fold(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, "")
    .replace(/^the |\s+$/g, "");
}

function full({ kind, within, name }) {
  const note = within || (kind === "town" ? "" : kind);
  return note ? `${name} (${note})` : name;
}

function el(name, classes, ...content) {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  made.append(...content);
  return made;
}

function p(...content) {
  return el("p", "", ...content);
}

function a(href, ...content) {
  const made = el("a", "", ...content);
  made.href = href;
  return made;
}

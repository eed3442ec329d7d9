/**
 * The rules of the form on /add/ and what reads them, loaded once, when somebody begins.
 */
const { dataset } = document.getElementById("add-form");
let loading;

export function tools() {
  loading ??= load();
  return loading;
}

async function load() {
  const [rules, ...modules] = await Promise.all([
    fetch(dataset.rules).then((answer) => answer.json()),
    import("./verdict.js"),
    import("./entryfile.js"),
    import("./addresult.js"),
    import("./dates.js"),
  ]);
  modules[0].learn(rules);
  return Object.assign({ rules }, ...modules);
}

/** An entry or an alliance as open data, or nothing where there is none of that name. */
export async function recordOf(kind, slug) {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return;
  const answer = await fetch(`${dataset.records}${kind}/${slug}.json`);
  if (answer.ok) return answer.json();
  if (answer.status !== 404) throw new Error(`${answer.status}`);
}

export function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

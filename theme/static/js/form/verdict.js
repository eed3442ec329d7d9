/**
 * The verdict on an entry: what the checker of the site will say about it.
 *
 * The rules come as data from the same tables as the checker's own; this file only reads them.
 * A problem is {at, code, severity, message, fix}; `at` names the answer, such as apply.url.
 */
import { entryLines } from "./entryfile.js";

const EDGE = /^\s+|\s+$/g;
const JOINERS = "\u200c\u200d";
let rules;
let compiled;

/** Takes the rules. Throws where this browser cannot read one of the patterns. */
export function learn(table) {
  rules = table;
  compiled = new Map();
  for (const name in rules.patterns) pattern(rules.patterns[name]);
  for (const { searches } of rules.words) for (const [source] of searches) pattern(source);
}

/** Every problem of an entry with these answers, which are texts, lists and groups. */
export function verdict(values, today) {
  const found = [];
  const known = { today, found, addresses: [], needed: new Set() };
  const read = readGroup(rules.fields, values, "", known);
  found.push(...between(read, values, today), ...beside(read, known.addresses));
  const lines = entryLines(rules, values);
  return withoutDetails([...found, ...inLines(lines)], lines);
}

/** What the rules on words find in a text that goes into no file. */
export function verdictOnWords(at, text) {
  const lines = [{ at, text }];
  return withoutDetails(inLines(lines), lines);
}

function pattern(source) {
  if (!compiled.has(source)) {
    const bare = source.replace(/^\(\?i\)/, "");
    compiled.set(source, new RegExp(bare, bare === source ? "gu" : "giu"));
  }
  return compiled.get(source);
}

export const named = (name) => pattern(rules.patterns[name]);
const all = (source, text) => [...text.matchAll(pattern(source))];
const first = (source, text) => all(source, text)[0];
export const has = (name, text) => text.search(named(name)) >= 0;
const inName = (name, text) => first(rules.patterns[name], text);

/* Words for messages. */

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const toPaste = (text, most = rules.limits.toPaste) =>
  [...text].length > most ? `${[...text].slice(0, most).join("")}…` : text;
const cut = (text, most = rules.limits.quote) =>
  [...text].length > most ? `${[...text].slice(0, most - 1).join("")}…` : text;
const codePoint = (letter) => letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
const visible = (text) =>
  text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (one) =>
    JOINERS.includes(one) ? one : `U+${codePoint(one)}`,
  );
const quoted = (text) => `'${visible(cut(text))}'`;
const last = (name) => name.split(".").at(-1);

function said(name, at, values = {}, severity = "error") {
  const [message, fix] = rules.sayings[name];
  const code = name.split(".")[0];
  return { at, code, severity, message: filled(message, values), fix: filled(fix, values) };
}

/* Fields: each kind gives the value as it is understood, or nothing. */

function readGroup(fields, values, within, known, where = within) {
  const read = {};
  for (const { name, kind, required, help, example } of fields) {
    const at = where ? `${where}.${name}` : name;
    const full = within ? `${within}.${name}` : name;
    if (values[name] !== undefined) {
      if (required) known.needed.add(full);
      const value = KINDS[kind.is](kind, values[name], full, at, known);
      if (value !== undefined) read[name] = value;
    } else if (required) {
      const subject = within ? `${within} has` : "this entry has";
      const blanks = { where: subject, name, help, example: example ?? "…" };
      known.found.push(said("missing-field", at, blanks));
    }
  }
  return read;
}

/** A kind of one text: `judge` gives the value or, by calling `say`, what is wrong. */
function oneText(judge, notKnown = "deleteTheLine") {
  return (kind, written, name, at, known) => {
    const value = written.replace(EDGE, "").normalize("NFC");
    const blanks = { name, short: last(name), value: quoted(value) };
    const say = (saying, more) => void known.found.push(said(saying, at, { ...blanks, ...more }));
    if (rules.placeholders.includes(value.toLowerCase())) {
      const deed = known.needed.has(name) ? "neededHere" : notKnown;
      return say("placeholder", { fix: rules.texts[deed] });
    }
    return judge(value, kind, say, known, at);
  };
}

/** The interpreters of the kinds, by the name that the rules give them. */
export const KINDS = {
  line: oneText(readLine),
  slug: oneText(readSlug),
  code: oneText(readCode),
  day: oneText(readDay, "dateNotKnown"),
  part: oneText(readPart),
  link: oneText(readLink),
  email: oneText(readEmail),
  phone: oneText(readPhone),
  several: readSeveral,
  group: (kind, value, name, at, known) => readGroup(kind.fields, value, name, known, at),
};

function readLine(value, { least, most }, say, known, at) {
  const size = [...value].length;
  if (value.includes("\n"))
    return say("more-than-one-line", { better: toPaste(value.split(/\s+/).join(" ")) });
  if (size < least || size > most) {
    const count = `${size} character${size === 1 ? "" : "s"}`;
    return say(size > most ? "length.long" : "length.short", { count, least, most });
  }
  if (rules.texts.formula.includes(value[0])) {
    return say("formula", { sign: value[0], better: cut(value.slice(1)) });
  }
  for (const [saying, source, what] of rules.marks) {
    const mark = first(source, value);
    if (mark) return say(saying, { what, value: quoted(mark[0]) });
  }
  for (const [found] of all(rules.patterns.address, value)) {
    known.addresses.push([at, found.replace(/[.,;:!?]+$/, "")]);
  }
  return value;
}

const isSlug = (text) => text.length <= rules.limits.slug && has("slug", text);

function readSlug(value, _, say) {
  if (isSlug(value)) return value;
  const plain = (
    value
      .toLowerCase()
      .replace(/'|\.md$/g, "")
      .match(/[a-z0-9]+/g) ?? []
  ).join("-");
  const better = plain
    .slice(0, rules.limits.slug)
    .replace(/-$/, "")
    .replace(/-cancer-alliance$/, "");
  say("not-a-slug", { better: better || rules.texts.anySlug });
}

function readCode(value, { of }, say) {
  const terms = rules.terms[of];
  const allowed = terms.map(([code]) => code);
  if (allowed.includes(value)) return value;
  const meanings = terms.flatMap(([code, ...words]) => words.map((word) => [word, code]));
  say("unknown-term", { meant: didYouMean(value, meanings), allowed: allowed.join(", ") });
}

function readLink(value, _, say) {
  const [saying, blanks] = linkFault(value) ?? [];
  return saying ? say(saying, blanks) : value;
}

function readEmail(value, _, say) {
  return value.length <= rules.limits.email && has("email", value) ? value : say("not-an-email");
}

function readPhone(value, _, say) {
  if (has("phone", value)) return value;
  const tidied = value.replace(named("marksInPhones"), " ").split(/\s+/).filter(Boolean).join(" ");
  say("not-a-phone-number", { better: has("phone", tidied) ? tidied : rules.texts.anyPhone });
}

function readSeveral(kind, values, name, at, known) {
  if (values === kind.instead) return values;
  const { least, most, of } = kind;
  const count = values.length;
  if (count > most) {
    known.found.push(said("list-length", at, { name, count, least, most }));
    return;
  }
  if (count > 1) known.needed.delete(name);
  values.forEach((value, place) => {
    const line = values.indexOf(value) + 1;
    if (line <= place) known.found.push(said("listed-twice", at, { value: quoted(value), line }));
  });
  const read = values.map((value, place) => {
    const own = of.is === "group" ? `${at}.${place}` : at;
    return KINDS[of.is](of, value, name, own, known);
  });
  return read.filter((value) => value !== undefined);
}

/* Likeness of words, as Python's difflib measures it. */

function didYouMean(written, meanings) {
  const meant = closest([...written].slice(0, rules.limits.quote).join(""), new Map(meanings));
  return meant ? `did you mean '${meant}'? ` : "";
}

function closest(written, meanings) {
  const word = written.toLowerCase().split(/\s+/).filter(Boolean).join(" ");
  let best = ["", 0.7];
  for (const name of [...meanings.keys()].sort()) {
    const share = (2 * inCommon(name, word)) / (name.length + word.length);
    if (share >= best[1]) best = [name, share];
  }
  if (best[0] || word.length < 4) return meanings.get(best[0]);
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const inside = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, "u");
  return meanings.get([...meanings.keys()].find((name) => inside.test(name)));
}

function inCommon(one, other) {
  let [size, here, there] = [0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    for (let j = 0; j < other.length; j++) {
      let k = 0;
      while (i + k < one.length && one[i + k] === other[j + k]) k++;
      if (k > size) [size, here, there] = [k, i, j];
    }
  }
  if (!size) return 0;
  const before = inCommon(one.slice(0, here), other.slice(0, there));
  return before + size + inCommon(one.slice(here + size), other.slice(there + size));
}

/* Links. */

function linkFault(address) {
  const { quote, link, nameInLink } = rules.limits;
  const count = [...address].length;
  if (count > link) return ["link-too-long", { count, most: link }];
  const shown = (text) => ([...text].length > quote ? "https:// before it" : visible(text));
  if (!address.startsWith("https://")) {
    if (has("noPage", address)) return ["link-not-https.no-page"];
    const isHttp = /^http:\/\//i.test(address);
    const rest = isHttp ? address.slice(7) : address.replace(named("almostHttps"), "");
    if (!isHttp && !has("plainAddress", rest)) return ["link-not-https"];
    const better = `https://${rest}`;
    const saying = `link-not-https.${isHttp ? "http" : "almost"}`;
    return linkFault(better) ?? [saying, { better: shown(better) }];
  }
  const parts = { address, ...inName("parts", address).groups };
  const refused = rules.links.find(
    ([part, source, , unless]) => Boolean(first(source, parts[part] ?? "")) !== unless,
  );
  if (refused) return [refused[2], parts];
  const query = parts.query ?? "";
  const leadsOn = (value) =>
    (inName("startsAddress", value)?.groups.host ?? parts.host).toLowerCase() !==
    parts.host.toLowerCase();
  if ([...new URLSearchParams(query).values()].some(leadsOn)) return ["link-wrapped.leads-on"];
  const pairs = query.split("&");
  const nameOf = (pair) => pair.split("=")[0];
  const kept = pairs.filter((pair) => !has("tracking", nameOf(pair)));
  const tracks = pairs.find((pair) => !kept.includes(pair));
  if (!tracks) return;
  const better = address.replace(`?${query}`, () => (kept.length ? `?${kept.join("&")}` : ""));
  const name = nameOf(tracks).slice(0, nameInLink);
  return [[...better].length > quote ? "link-tracking.long" : "link-tracking", { name, better }];
}

/* Dates. */

const two = (number) => String(number).padStart(2, "0");

function day(year, month, date) {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, date);
  const text = moment.toISOString().slice(0, 10);
  if (year && text.endsWith(`-${two(month)}-${two(date)}`)) return text;
}

const daysIn = (year, month) => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

const dayOf = (text) => day(...text.slice(0, 10).split("-").map(Number));

function readDay(value, kind, say, { today }, at) {
  if (kind.words.includes(value)) return value;
  const isDay = has("day", value);
  const isMinute = has("minute", value);
  if ((isDay || (kind.time && isMinute)) && dayOf(value)) {
    const year = Number(value.slice(0, 4));
    const { firstYear, lastYear } = rules.limits;
    return year < firstYear || year > lastYear
      ? say("date-far-away", { year })
      : value.replace("T", " ");
  }
  if (kind.notYet.includes(folded(value))) return say("not-a-date.not-yet");
  const found = dayAndMonth(value);
  const days = meantDays(value, kind, found, today);
  const isNone = isDay || (found && !suggestions(found, today).length);
  const hasTime = !isNone && !kind.time && isMinute;
  const { dateToPaste, dateIfMeant, otherYear, howADateLooks } = rules.texts;
  const blanks = { short: last(at), also: kind.also, day: days[0] };
  const isCertain = days[1] || kind.words.includes(days[0]) || hasTime || certainDay(value, found);
  let fix = filled(days.length ? (isCertain ? dateToPaste : dateIfMeant) : howADateLooks, blanks);
  if (days[1])
    fix += filled(otherYear, { ...blanks, when: kind.past ? "before" : "after", day: days[1] });
  const saying = isNone ? "no-such-day" : hasTime ? "with-time" : "";
  say(`not-a-date${saying && `.${saying}`}`, { fix });
}

/** Whether a whole date stands there and nothing else, with a weekday that fits it. */
export function certainDay(value, found) {
  const words = inName("dateInWords", value.trim())?.groups;
  if (!words && !has("dayFirst", value.trim()) && !has("yearFirst", value.trim())) return false;
  const text = found && found.year !== undefined && day(found.year, found.month, found.date);
  const weekday = words?.weekday?.toLowerCase();
  if (!text || !weekday) return Boolean(text);
  const number = (new Date(text).getUTCDay() + 6) % 7;
  return weekday.length >= 3 && rules.weekdays[number].startsWith(weekday);
}

export const folded = (value) => value.toLowerCase().split(/\s+/).join(" ");

function meantDays(value, kind, found, today) {
  const word = rules.sameAs[folded(value)] ?? folded(value);
  if (kind.words.includes(word)) return [word];
  const time = kind.time ? meantTime(value) : "";
  const { year, month, date } = found ?? {};
  const end = year && !day(year, month, date) && day(year, month, daysIn(year, month));
  return (end ? [end] : suggestions(found, today, kind.past)).map((one) => one + time);
}

function suggestions(found, today, past) {
  if (!found) return [];
  const { year, month, date } = found;
  if (year !== undefined) return [day(year, month, date) ?? day(year, date, month)].filter(Boolean);
  const start = Number(today.slice(0, 4));
  const days = [...Array(9).keys()].map((n) => day(past ? start - n : start + n, month, date));
  return days.filter((one) => one && (past ? one <= today : one >= today)).slice(0, 2);
}

export function dayAndMonth(written) {
  const text = [...written].slice(0, rules.limits.date).join("");
  if (has("range", text)) return;
  for (const shape of rules.dates) {
    for (const { groups } of all(shape, text)) {
      const month = groups.word ? monthNumber(groups.word) : Number(groups.month);
      if (month) return { year: yearOf(groups.year), month, date: Number(groups.day) };
    }
  }
  const end = inName("endOfMonth", text)?.groups;
  const year = Number(end?.year);
  const month = year && monthNumber(end.word);
  if (month) return { year, month, date: daysIn(year, month) };
}

function yearOf(text) {
  const digits = text?.replace(/^['’]+/, "");
  return text && Number(digits) + (digits.length === 2 ? 2000 : 0);
}

function monthNumber(word) {
  const start = word.toLowerCase();
  return start.length < 3
    ? 0
    : rules.months.findIndex((month) => month.toLowerCase().startsWith(start)) + 1;
}

export function meantTime(written) {
  const found = inName("time", written)?.groups;
  if (!found) return "";
  if (found.word) return ` ${rules.clock[found.word.toLowerCase()]}`;
  let hour = Number(found.hour24 ?? found.hour);
  const minute = Number(found.minute24 ?? found.minute ?? 0);
  if (found.half) hour = (hour % 12) + (/p/i.test(found.half) ? 12 : 0);
  return hour < 24 && minute < 60 ? ` ${two(hour)}:${two(minute)}` : "";
}

function readPart(value, _, say, { today }, at) {
  if (has("partOfDate", value) && dayOf(`${value}-01-01`)) return value;
  const found = inName("monthAndYear", value)?.groups;
  const number = found && monthNumber(found.word);
  const written = dayAndMonth(value);
  const better =
    suggestions(written, today, true)[0] ?? (number ? `${found.year}-${two(number)}` : "");
  const { dateToPaste, dateIfMeant, partsOfDates } = rules.texts;
  const isCertain = certainDay(value, written) || has("monthAlone", value);
  const fix = filled(isCertain ? dateToPaste : dateIfMeant, { short: last(at), day: better });
  say("not-a-date.part", { fix: better ? fix : partsOfDates });
}

/** 30 November 2026, and the time of day where there is one. */
export function inWords(written) {
  const [year, month, date] = written.slice(0, 10).split("-").map(Number);
  const words = `${date} ${rules.months[month - 1]} ${year}`;
  const [hour, minute] = written.slice(11).split(":").map(Number);
  if (minute === undefined) return words;
  if (!minute && hour % 12 === 0) return `${words} at ${hour ? "midday" : "midnight"}`;
  const minutes = minute ? `.${two(minute)}` : "";
  return `${words} at ${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/* Between the facts of the entry, and beside other files. */

function* between(read, values, today) {
  const { opens, deadline = "", checked = {}, sessions = [] } = read;
  const closes = /^\d/.test(deadline) ? deadline.slice(0, 10) : "";
  if (closes && closes < opens) {
    yield said("deadline-before-opening", "deadline", {
      closes: inWords(closes),
      opens: inWords(opens),
    });
  }
  const { on, page_date: page } = checked;
  if (on > today) yield said("checked-in-future", "checked.on", { day: inWords(on), today });
  if (on && page > on.slice(0, page?.length)) {
    yield said("page-newer-than-check", "checked.page_date", { page, day: inWords(on) });
  }
  for (const [place, { starts, ends }] of sessions.entries()) {
    const size = Math.min(starts?.length, ends?.length);
    if (ends?.slice(0, size) < starts?.slice(0, size)) {
      yield said("session-ends-first", `sessions.${place}.ends`, { starts: inWords(starts) });
    }
  }
  if (closes && !values.apply && !values.sources) yield said("no-way-to-apply", "deadline");
  if (read.expenses?.length && read.payment === "unpaid")
    yield said("expenses-but-unpaid", "expenses");
  for (const name of ["cancer_types", "stages"]) {
    if (read[name]?.length > 1 && read[name].includes("any"))
      yield said("any-and-more", name, { name });
  }
}

function* beside({ alliances = [], moved_to, sources = [], apply = {} }, addresses) {
  const missing = (saying, at, slug, known) =>
    known.includes(slug)
      ? []
      : [
          said(saying, at, {
            value: quoted(slug),
            meant: didYouMean(
              slug,
              known.map((one) => [one, one]),
            ),
          }),
        ];
  for (const slug of alliances === "all" ? [] : alliances) {
    yield* missing("unknown-alliance", "alliances", slug, rules.alliances);
  }
  if (moved_to) yield* missing("unknown-entry", "moved_to", moved_to, rules.entries);
  const links = [
    ...sources.map((address) => ["sources", address]),
    ["apply.url", apply.url],
    ...addresses,
  ];
  for (const [at, address] of links) {
    const whole = (address ?? "").replace(/^(https?:\/\/)?/i, "https://");
    const { path, ...parts } = inName("parts", whole).groups;
    const host = parts.host.toLowerCase();
    const isKnown = (known) =>
      `.${host}`.endsWith(`.${known}`) ||
      (`${host}${path}/`.startsWith(`${known}/`) && !has("steps", path));
    if (host && !rules.hosts.some(isKnown)) {
      yield said("unknown-host", at, { host }, "hold");
    }
  }
}

/* Lines of the file: characters, personal details, tricks and shouting. */

function inLines(lines) {
  const held = new Set();
  const found = finds(lines).sort((one, other) => one.column - other.column);
  const words = found.filter(({ rule, line }) => {
    const key = `${line.at} ${line.text} ${rule.code}`;
    const isFirst = rule.severity !== "hold" || !held.has(key);
    held.add(key);
    return isFirst;
  });
  return [
    ...lines.flatMap(({ at, text }) => [...oddCharacters(at, text)]),
    ...words.map(({ rule, line, words: text }) => ({
      at: line.at,
      code: rule.code,
      severity: rule.severity,
      message: rule.message.replace("{}", () => quoted(text.split(/\s+/).join(" "))),
      fix: rule.fix,
    })),
    ...lines
      .filter(({ coded, text }) => !coded && isShouted(text))
      .map(({ at }) => said("all-capitals", at, {}, "warning")),
  ];
}

function* oddCharacters(at, text) {
  if (/^[ -~]*$/.test(text)) return;
  const shown = text.replace(named("flag"), (flag) => ".".repeat(flag.length));
  const marks = has("rightToLeft", text) ? rules.characters.slice(0, -1) : rules.characters;
  for (const [code, source, what, fix] of marks) {
    const letter = [...(first(source, shown)?.[0] ?? "")].at(-1);
    if (!letter) continue;
    const message = filled(rules.texts.oddCharacter, { what, number: codePoint(letter) });
    yield { at, code, severity: "error", message, fix };
  }
  if (!has("otherAlphabets", text)) return;
  for (const [word] of all(rules.patterns.wordOfLetters, text)) {
    if (/^[\0-\x7f]*$/.test(word)) continue;
    const alphabets = rules.alphabets.filter((source) => first(source, word)).length;
    const isMixed = alphabets > 1 && !has("substance", word);
    const rest = text.slice(text.indexOf(":") + 1);
    if (isMixed || (has("disguised", word) && has("twoLatin", rest))) {
      yield said("mixed-alphabets", at, { word: [...word].slice(0, rules.limits.word).join("") });
    }
  }
}

function isShouted(text) {
  const words = text.slice(text.indexOf(": ") + 1).replace(EDGE, "");
  const isUpper = words === words.toUpperCase() && words !== words.toLowerCase();
  if (!isUpper || [...words].length < rules.limits.shout) return false;
  return all(rules.patterns.capitals, words).filter(([word]) => word.length > 3).length > 2;
}

/** What the rules on words find: in the lines of the file, and in each text that YAML escapes. */
function finds(lines) {
  const file = lines.filter(({ coded }) => !coded);
  return [file, ...lines.filter(({ coded }) => coded).map((line) => [line])].flatMap(findsIn);
}

function findsIn(lines) {
  const bare = lines.map((line) => {
    const { text, typed } = seen(line.text);
    const blank = (found) => " ".repeat(found.length);
    return [line, text.replace(named("addressInPassage"), blank), typed];
  });
  const words = new Set(bare.flatMap(([, text]) => text.toLowerCase().split(/[^a-z]+/)));
  const found = [];
  for (const [line, text, typed] of bare) {
    const small = text.toLowerCase();
    for (const rule of rules.words) {
      const isHinted =
        rule.hints.some((hint) => words.has(hint) && small.includes(hint)) ||
        rule.parts.some((part) => small.includes(part)) ||
        (rule.figures && has("figuresInARow", text));
      for (const [source, only] of isHinted ? rule.searches : []) {
        for (const match of all(source, text)) {
          if (only && !ONLY[only](match)) continue;
          const start = match.index + match[0].length - match[0].trimStart().length;
          const end = match.index + match[0].trimEnd().length;
          found.push({ rule, line, words: typed(start, end), column: match.index });
        }
      }
    }
  }
  return found;
}

/** A text as it is seen, and what was typed for a part of it. */
function seen(typed) {
  let text = "";
  const places = [];
  let place = 0;
  for (const sign of typed) {
    const plain = plainSign(sign);
    for (let unit = 0; unit < plain.length; unit++) places.push(place);
    text += plain;
    place += sign.length;
  }
  const endOf = (at) => at + String.fromCodePoint(typed.codePointAt(at)).length;
  return { text, typed: (start, end) => typed.slice(places[start], endOf(places[end - 1])) };
}

/** What people take a character for: a blank, a hyphen, a figure or the like, else itself. */
function plainSign(sign) {
  if (/[ -~]/.test(sign)) return sign;
  if (rules.lookAlikes[sign]) return rules.lookAlikes[sign];
  if (/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u.test(sign) || has("ignored", sign)) return "";
  if (/[\p{Z}\p{Cc}]/u.test(sign)) return " ";
  if (/\p{Pd}/u.test(sign)) return "-";
  return /\p{N}/u.test(sign) ? plainFigure(sign) : sign;
}

/** 0 to 9 for a figure of another script: in each, the ten stand side by side. */
function plainFigure(odd) {
  const plain = odd.normalize("NFKD").match(/[0-9\u2044]/g);
  if (plain) return plain.length === 1 ? plain[0] : odd;
  if (!/\p{Nd}/u.test(odd)) return odd;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(odd.codePointAt(0) - before - 1))) before++;
  return String(before % 10);
}

/** What else has to hold of what a pattern finds, by the name that the rules give it. */
export const ONLY = {
  is_mobile: ([text]) => has("mobile", figuresOf(text)),
  is_own_mailbox: ({ groups }) =>
    !isShared(
      groups.local.toLowerCase(),
      groups.host.replace(named("dotInWords"), ".").toLowerCase(),
    ),
  is_nhs_number: ([text]) => {
    const digits = text.replace(/\D/g, "");
    const total = [...digits.slice(0, 9)].reduce(
      (sum, digit, place) => sum + digit * (10 - place),
      0,
    );
    return (11 - (total % 11)) % 11 === Number(digits[9]);
  },
  is_card_number: ([text]) => {
    const digits = [...text.replace(/\D/g, "")].reverse();
    const total = digits.reduce((sum, digit, place) => {
      const doubled = digit * (1 + (place % 2));
      return sum + doubled - (doubled > 9 ? 9 : 0);
    }, 0);
    return !(total % 10);
  },
  is_out_of_place: ({ input, index }) => {
    const line = input.slice(input.lastIndexOf("\n", index) + 1);
    return inName("mayHoldAddress", line)?.index !== 0;
  },
  is_a_person: ({ groups }) => !has("organisation", groups.name),
};

function figuresOf(spoken) {
  const { figures, tens, times, letters } = rules.spoken;
  const made = [];
  let repeat = 1;
  let afterTens = false;
  for (const [part] of all(rules.patterns.partOfRun, spoken.toLowerCase())) {
    if (times[part]) {
      repeat = times[part];
      continue;
    }
    const figure = tens[part] ?? figures[part] ?? letters[part] ?? part;
    if (afterTens && figure.length === 1 && !tens[part]) made.push(made.pop()[0]);
    made.push(figure.repeat(repeat) + (tens[part] ? "0" : ""));
    [afterTens, repeat] = [part in tens, 1];
  }
  return made.join("");
}

function isShared(local, host) {
  const { home, words, parts, names } = rules.mailboxes;
  if (home.includes(host)) return false;
  if (words.some((word) => local.includes(word))) return true;
  const own = local.replace(/[0-9]+$/, "").match(/[^._-]+/g) ?? [];
  if (!own.length || own.some((part) => parts.includes(part))) return true;
  if (own.length === 1) return !names.includes(own[0]);
  return !own.every((part) => /^\p{L}+$/u.test(part) && (part.length === 1 || has("vowel", part)));
}

/** No message repeats a personal detail. */
function withoutDetails(problems, lines) {
  const details = finds(lines)
    .filter(({ rule }) => rule.private)
    .map(({ words }) => words)
    .sort()
    .sort((one, other) => other.length - one.length);
  if (!details.length) return problems;
  const { leftOut } = rules.texts;
  const hidden = (text) =>
    details.reduce((rest, detail) => rest.replaceAll(detail, leftOut), text);
  return problems.map((problem) => {
    const message = hidden(problem.message);
    return {
      ...problem,
      message: message.includes("'") ? message.replace(named("piece"), leftOut) : message,
      fix: hidden(problem.fix).replace(named("piece"), (piece) =>
        has("stays", piece) ? piece : leftOut,
      ),
    };
  });
}

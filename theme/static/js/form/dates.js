/**
 * Dates on /add/ as people write them, taken where they can mean one day alone, and said back.
 */
import { certainDay, dayAndMonth, folded, has, inWords, meantTime, named } from "./verdict.js";

const MONTH = 7;
const NEAR = { yesterday: -1, today: 0, tomorrow: 1 };
// 31/3/27: the day comes first here, and what is taken is said back.
const SHORT_YEAR = /^\d{1,2}\s*([/.-])\s*\d{1,2}\s*\1\s*\d{2}$/;
const BEFORE_TIME = /[\s,]*(?:\b(?:at|by)\b)?[\s,]*$/i;

/** The answers with every date written as entries write it. */
export function withDates(rules, values, today) {
  return datesIn(rules, rules.fields, values, today);
}

function datesIn(rules, fields, values, today) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const { kind } = fields.find((one) => one.name === name);
      return [name, dated(rules, kind, value, today)];
    }),
  );
}

function dated(rules, kind, value, today) {
  if (isDate(kind)) return dateMeant(rules, kind, value, today);
  if (kind.is === "group") return datesIn(rules, kind.fields, value, today);
  if (kind.of?.is !== "group") return value;
  return value.map((row) => datesIn(rules, kind.of.fields, row, today));
}

const isDate = ({ is }) => is === "day" || is === "part";

/** A date as entries write it, where it is certain; else what was typed. */
export function dateMeant(rules, kind, typed, today) {
  const text = typed.trim();
  const word = rules.sameAs[folded(text)] ?? folded(text);
  if (kind.words?.includes(word)) return word;
  if (Object.hasOwn(NEAR, folded(text))) return daysFrom(today, NEAR[folded(text)]);
  if (kind.is === "part" && has("monthAlone", text)) return monthMeant(rules, text);
  const time = kind.time ? meantTime(text) : "";
  // 00:00 is the end of a day to some, and its start to others.
  if (time === " 00:00") return typed;
  const bare = time ? text.replace(named("time"), "").replace(BEFORE_TIME, "") : text;
  const found = dayAndMonth(bare);
  const isWhole = found?.year !== undefined && (SHORT_YEAR.test(bare) || certainDay(bare, found));
  const day = isWhole && isoDay(found);
  return day ? day + time : typed;
}

function monthMeant(rules, text) {
  const [, word, year] = /^(\p{L}+)\D*(\d{4})$/u.exec(text) ?? [];
  const starts = (month) => month.toLowerCase().startsWith(word.toLowerCase());
  const place = word ? rules.months.findIndex(starts) : -1;
  return place < 0 ? text : `${year}-${String(place + 1).padStart(2, "0")}`;
}

function isoDay({ year, month, date }) {
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCDate() === date && month <= 12 ? day.toISOString().slice(0, 10) : undefined;
}

function daysFrom(today, number) {
  const day = new Date(today);
  day.setUTCDate(day.getUTCDate() + number);
  return day.toISOString().slice(0, 10);
}

/** A date of an entry as people read it, where that can be read again; else as it is. */
export function saidBack(rules, kind, value, today) {
  if (!isDate(kind) || !/^\d{4}-\d\d/.test(value)) return value;
  const words = value.length === MONTH ? monthInWords(rules, value) : inWords(value);
  return dateMeant(rules, kind, words, today) === value ? words : value;
}

const monthInWords = ({ months }, value) =>
  `${months[Number(value.slice(5, MONTH)) - 1]} ${value.slice(0, 4)}`;

/** What kind of answer the box of a name holds; the number of a row stands in some names. */
export function kindAt(fields, name) {
  const [first, ...rest] = name.split(".").filter((part) => !/^\d+$/.test(part));
  const { kind } = fields.find((one) => one.name === first);
  return rest.length ? kindAt((kind.of ?? kind).fields, rest.join(".")) : kind;
}

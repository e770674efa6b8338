import { catalogues } from "../../src/catalogue/catalogue.ts";
import { measures as allMeasures } from "../../src/measure/all.ts";
import type { WrittenResults } from "../../src/results/results.ts";

/** Periods and groups that a sentence names, and what is left of it. */

export interface Mention {
  /** What may be meant: several breakdowns may call a group the same. */
  ids: readonly string[];
  text: string;
  at: number;
}

export interface Mentions {
  periods: Mention[];
  groups: Mention[];
  /** Years that are no period of what is told. */
  years: Mention[];
  /** The sentence, of the same length, without names and periods. */
  bare: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const blank = (text: string): string => "·".repeat(text.length);

/** Hides a text wherever it stands by itself: neither the end of a longer number or word, nor its start. */
export function hide(left: string, text: string): string {
  if (!left.includes(text)) return left;
  const before = /^\d/.test(text) ? "(?<![\\d.,])" : /^\p{L}/u.test(text) ? "(?<!\\p{L})" : "";
  const after = /\d$/.test(text) ? "(?!\\d|[.,]\\d)" : /\p{L}$/u.test(text) ? "(?!\\p{L})" : "";
  return before + after === ""
    ? left.replaceAll(text, blank(text))
    : left.replace(new RegExp(before + escaped(text) + after, "gu"), blank(text));
}

interface Named {
  id: string;
  names: readonly string[];
}

const patterns = new Map<string, RegExp>();
const pattern = (name: string): RegExp => {
  const known = patterns.get(name);
  if (known !== undefined) return known;
  // A short name is also a word: it counts as it is written.
  const made = new RegExp(`(?<![\\p{L}\\d-])${escaped(name)}(?![\\p{L}\\d]|-\\d)`, name.length > 6 ? "giu" : "gu");
  patterns.set(name, made);
  return made;
};

interface Name {
  name: string;
  ids: readonly string[];
  /** Whether a text holds it at all, which costs less than to look for it as a word. */
  isIn: (text: string, lowered: string) => boolean;
}

const sorted = new WeakMap<readonly Named[], readonly Name[]>();

/** Names with what they may mean, the longest first. */
function longestFirst(named: readonly Named[]): readonly Name[] {
  const known = sorted.get(named);
  if (known !== undefined) return known;
  const all = new Map<string, string[]>();
  for (const { id, names } of named) for (const name of names) all.set(name, [...(all.get(name) ?? []), id]);
  const made = [...all]
    .sort(([a], [b]) => b.length - a.length)
    .map(([name, ids]): Name => {
      const low = name.toLowerCase();
      return { name, ids, isIn: (text, lowered) => text.includes(name) || lowered.includes(low) };
    });
  sorted.set(named, made);
  return made;
}

const labelled = new WeakMap<readonly string[], readonly Named[]>();
function asNamed(labels: readonly string[]): readonly Named[] {
  const made = labelled.get(labels) ?? labels.map((label) => ({ id: label, names: [label] }));
  labelled.set(labels, made);
  return made;
}

export function mentionsOf(text: string, labels: readonly string[], groups: readonly Named[]): Mentions {
  let bare = text;
  const lowered = text.toLowerCase();
  const take = (named: readonly Named[]): Mention[] => {
    const found: Mention[] = [];
    for (const { name, ids, isIn } of longestFirst(named)) {
      if (!isIn(text, lowered)) continue;
      // A label that is a number means its group where it stands alone, as the head of a row, or opens a list: "2: 73.3 years".
      if (named === groups && !/\p{L}/u.test(name) && text !== name) {
        if (text.startsWith(`${name}: `) && bare.startsWith(name)) {
          found.push({ ids, text: name, at: 0 });
          bare = blank(name) + bare.slice(name.length);
        }
        continue;
      }
      for (const match of bare.matchAll(pattern(name))) found.push({ ids, text: match[0], at: match.index });
      bare = bare.replace(pattern(name), blank);
    }
    return found.sort((a, b) => a.at - b.at);
  };
  const taken = take(groups);
  const periods = take(asNamed(labels));
  const years = [...bare.matchAll(/(?<![\d.,\p{L}-])(?:19|20)\d\d(?:-\d\d)?(?!\d|,\d|\.\d|-\d)/gu)].map((match) => ({
    ids: [match[0]],
    text: match[0],
    at: match.index,
  }));
  for (const { text: year, at } of years) bare = bare.slice(0, at) + blank(year) + bare.slice(at + year.length);
  return { periods, groups: taken, years, bare };
}

/** Keys whose text the report itself makes. */
const made = new Set([
  "text",
  "rule",
  "definition",
  "period",
  "periods",
  "start",
  "end",
  "baseline",
  "current",
  "from",
  "to",
  "sha256",
  "path",
  "id",
]);

function* ownText(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const one of value) yield* ownText(one);
  else if (typeof value === "object" && value !== null) {
    const isPeriod = "start" in value && "end" in value;
    const isVerdict = "temperature" in value;
    if ("received" in value && "period" in value && typeof value.period === "string") yield value.period;
    const isMeasure = "definition" in value;
    for (const [key, part] of Object.entries(value)) {
      if (
        (made.has(key) && typeof part === "string" && !/ \S+ \S+ \S+ /.test(part)) ||
        (isPeriod && key === "label") ||
        (isVerdict && key === "label") ||
        (isMeasure && key === "name")
      )
        continue;
      yield* ownText(part);
    }
  }
}

const months = "January February March April May June July August September October November December".split(" ");
const dated = new RegExp(`\\b(\\d{1,2}) (${months.join("|")}) (\\d{4})\\b`, "g");
/** Sizes of files, numbers of headings and steps, versions, identifiers. */
const notFigures =
  /\(\d+(?:\.\d+)? [KM]B\)|(?:^|(?<=, ))\d{1,2}\. ?(?=\p{Lu}|$)|\bAll \d+ tables\b|\bSHA-256\b|\b\d+\.\d+\.\d+\b|\bdoi:\S+|\bv\d+\b|\bversion \d+(?:\.\d+)?\b/gu;

/** Sentences of the catalogue that no figure goes into, formulas and references: the same for every report. */
function* fixedText(): Generator<string> {
  for (const { formula, source } of allMeasures) yield* [formula, source].flatMap((one) => [...leaves(one)]);
  yield* leaves(catalogues["en-GB"]);
}

function* leaves(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const one of value) yield* leaves(one);
  else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) yield* leaves(one);
}

const BEGINNING = 4;

/** Those of many texts, none of them shorter than a beginning, that begin somewhere in what is said; in their own order. */
function byBeginning(texts: readonly string[]): (said: string) => string[] {
  const places = new Map<string, number[]>();
  for (const [n, text] of texts.entries()) {
    const key = text.slice(0, BEGINNING);
    const known = places.get(key);
    if (known === undefined) places.set(key, [n]);
    else known.push(n);
  }
  return (said) => {
    const found = new Set<number>();
    for (let i = 0; i + BEGINNING <= said.length; i += 1)
      for (const n of places.get(said.slice(i, i + BEGINNING)) ?? []) if (said.startsWith(texts[n]!, i)) found.add(n);
    return [...found].sort((a, b) => a - b).map((n) => texts[n]!);
  };
}

/** Hides what the project and its sources wrote themselves, where it has digits: titles, questions, caveats, labels. */
export function masked(results: WrittenResults): (text: string) => string {
  const labels = results.indicators.flatMap(({ dimensions }) =>
    dimensions.flatMap(({ periods }) => periods.map(({ period }) => period.label)),
  );
  const phrases = results.dimensions.flatMap(({ groups }) => groups.flatMap(({ label, phrase }) => [label, phrase]));
  const names = new Set([...labels, ...phrases]);
  const words = results.comparators?.places.map(({ title }) => title) ?? [];
  const whole = [...ownText(results), ...words, ...fixedText()];
  const parts = whole.flatMap((text) => text.split(/(?<=[.!?]) (?=\p{Lu})/u));
  const texts = [...new Set([...whole, ...parts])].filter(
    (text) =>
      /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i.test(text) &&
      text.length > 3 &&
      /\p{L}{2}/u.test(text) &&
      !names.has(text),
  );
  const either = texts.flatMap((text) => [
    text,
    text.charAt(0).toLowerCase() + text.slice(1),
    text.charAt(0).toUpperCase() + text.slice(1),
  ]);
  const beginning = byBeginning([...new Set(either)].sort((a, b) => b.length - a.length));
  const memory = new Map<string, string>();
  const dates = new Set([...JSON.stringify(results).matchAll(/\b\d{4}-\d\d-\d\d\b/g)].map(([date]) => date));
  const isDate = (day: string, month: string, year: string): boolean =>
    dates.has(`${year}-${String(months.indexOf(month) + 1).padStart(2, "0")}-${day.padStart(2, "0")}`);
  return (said) => {
    if (!/\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve/i.test(said)) return said;
    const known = memory.get(said);
    if (known !== undefined) return known;
    const text = beginning(said).reduce(hide, said);
    const bare = text
      .replace(dated, (date, day: string, month: string, year: string) =>
        isDate(day, month, year) ? blank(date) : date,
      )
      .replace(notFigures, blank);
    memory.set(said, bare);
    return bare;
  };
}

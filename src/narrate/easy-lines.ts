import type { Say } from "../catalogue/say.ts";
import { type Limits, missingStates, type Temperature, temperatures } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { Publishable } from "../results/results.ts";
import { type Breakdown, groupPhrase, isHigherWhenWorse, isNeutral } from "./breakdown.ts";
import { endsOf, publishedSpan, spanOf } from "./topic-ends.ts";
import { speaking, topicsOf } from "./topics.ts";

/** The report in very simple words: one thought to a line. */

/** What is told of one indicator. */
export interface EasyFinding {
  /** The breakdown that it is of. */
  name: string;
  title: string;
  lines: string[];
}

/** The topics that the first page counts, as far as they have figures. */
const told = (results: Publishable): Breakdown[] =>
  speaking(topicsOf(results)).flatMap(({ b }) => (b === null ? [] : [b]));

/** Words of the page that this place needs, each with what it means. */
export function easyWords(say: Say, results: Publishable): string[] {
  const { words } = say.easyRead;
  const byLadder = told(results).filter(({ dimension: { type, by } }) => type === "ordered" && by === "quantiles");
  return [...words.always, ...(byLadder.length === 0 ? [] : words.ladder)];
}

const unknown: readonly Temperature[] = ["unclear", "no-reading"];

/** How many gaps did what, from smaller to unknown. */
export function easyCounts(say: Say, results: Publishable): string[] {
  const all = told(results);
  const { looked, counts } = say.easyRead.found;
  const became = temperatures.flatMap((temperature: Temperature) => {
    const n = all.filter(({ result }) => result.verdict.temperature === temperature).length;
    return n === 0 ? [] : [counts(temperature, say.counted(n))];
  });
  return [looked(say.counted(all.length)), ...became];
}

/** What is not known: of the gaps whether they changed, and of other things anything at all. */
export function easyUnknown(say: Say, results: Publishable): string[] {
  const { notKnown } = say.easyRead;
  const missing = results.themes.flatMap((theme) => theme.missing);
  const changes = told(results).filter(({ result }) => unknown.includes(result.verdict.temperature)).length;
  const by = missingStates.flatMap((state) => {
    const n = missing.filter((one) => one.state === state).length;
    return n === 0 ? [] : [notKnown.states[state](say.counted(n))];
  });
  return [
    ...(changes === 0 ? [] : [notKnown.changes(say.counted(changes))]),
    ...(missing.length === 0 ? [] : [notKnown.things(say.counted(missing.length)), ...by]),
    notKnown.notEqual,
  ];
}

/** Each theme with what speaks for it: its core indicators, or all where none are. */
export function easyThemes(say: Say, results: Publishable): { id: string; title: string; findings: EasyFinding[] }[] {
  return results.themes.map(({ id, title, easyTitle }) => ({
    ...{ id, title: easyTitle ?? title },
    findings: told(results)
      .filter(({ indicator }) => indicator.theme === id)
      .map((b) => finding(say, b)),
  }));
}

const sentences = (text: string): string[] => text.split(/(?<=[.!?]) (?=\p{Lu})/u);

function finding(say: Say, b: Breakdown): EasyFinding {
  const { easyRead } = say;
  const { indicator } = b;
  const figures = publishedLines(say, b) ?? groupLines(say, b);
  return {
    name: b.name,
    title: indicator.easyTitle ?? indicator.title,
    lines: [
      ...(indicator.easy === null ? [] : sentences(indicator.easy)),
      ...(figures ?? [easyRead.none]),
      ...(figures === null ? [] : easyRead.result[b.result.verdict.temperature]),
    ],
  };
}

const whenOf = (say: Say, { indicator: { place } }: Breakdown, period: string): string =>
  place === null ? say.easyRead.when(period) : say.easyRead.whenIn(period, place);

/** A published gap, which is newer than the figures of groups; null where the verdict rests on none. */
function publishedLines(say: Say, b: Breakdown): string[] | null {
  const published = publishedSpan(b);
  const span = spanOf(b);
  if (published === null || span === null) return null;
  const { easyRead } = say;
  const ends = endsOf(b);
  const gap = easyRead.published(say.quantity(published.until, published.unit, 0));
  const less = ends && easyRead.worse(groupPhrase(b, ends.first.id));
  return [gap, ...(less === null || isNeutral(b) ? [] : [less]), easyRead.notSure, whenOf(say, b, span.until)];
}

/** The figures of two groups, who is worse off, and when; null where there are not two. */
function groupLines(say: Say, b: Breakdown): string[] | null {
  const ends = endsOf(b);
  if (ends === null) return null;
  const { easyRead } = say;
  const both = [ends.first, ends.second] as const;
  const values = both.map(({ estimate }) => estimate.value) as [number, number];
  const places = placesApart(values);
  const figures = both.flatMap(({ id, estimate }) => {
    const figure = countOf(say, b, estimate, places);
    return figure === null ? [] : [easyRead.figure(groupPhrase(b, id), figure)];
  });
  const higher = values[0] > values[1] ? both[0] : both[1];
  const lower = higher === both[0] ? both[1] : both[0];
  const inWords = [
    easyRead.higher(groupPhrase(b, higher.id)),
    easyRead.lower(groupPhrase(b, lower.id)),
    easyRead.better[b.indicator.better],
  ];
  return [
    ...(figures.length === both.length ? figures : inWords),
    ...worseLine(say, b, ends.extremes === null ? (isHigherWhenWorse(b) ? higher.id : lower.id) : null),
    whenOf(say, b, b.latest.period.label),
  ];
}

/** Who is worse off, where that is told from chance; that it is not, where it is not. Of the highest and the lowest of many it is no finding. */
function worseLine(say: Say, b: Breakdown, worse: string | null): string[] {
  const { absolute } = b.latest;
  const { easyRead } = say;
  if (isNeutral(b)) return b.indicator.better === "neither" ? [easyRead.neither] : [];
  if (isMissing(absolute) || absolute.clear === null) return [easyRead.notSure];
  if (!absolute.clear) return [easyRead.chance];
  return worse === null ? [] : [easyRead.worse(groupPhrase(b, worse))];
}

/** Whole numbers, unless both would be the same. */
const placesApart = ([first, second]: readonly [number, number]): 0 | 1 =>
  first.toFixed(0) === second.toFixed(0) && first.toFixed(1) !== second.toFixed(1) ? 1 : 0;

/** A figure as so many of so many, or in years; null in any other unit. */
function countOf(say: Say, { indicator: { unit, sentence } }: Breakdown, { value }: Limits, places: 0 | 1) {
  const { easyRead } = say;
  const number = say.number(value, places);
  if (unit === "%") return easyRead.ofEvery(number, "100", "");
  if (unit === "years") return easyRead.years(number);
  const [, every = null, people = ""] = /^per ([\d,]+) ?(.*)$/.exec(unit) ?? [];
  if (every === null) return null;
  return sentence.events
    ? easyRead.events(number, sentence.people, every, people)
    : easyRead.ofEvery(number, every, people);
}

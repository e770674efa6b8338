import { isMissing } from "../model.ts";
import type { Breakdown } from "./breakdown.ts";
import type { ChangePart, SpreadPart } from "./contributions.ts";
import { differenceUnit, list, number, percent, quantity } from "./format.ts";

/** Words about what each group adds to a gap and to a change. */

export const contributionsTitle = "Where the gap comes from";

const named = 2;

/** The groups that add most to the spread. */
export function spreadSentence(parts: readonly SpreadPart[]): string {
  const first = parts.slice(0, named).map(({ label, spread }) => `${label} (${percent(spread)})`);
  return `The spread between the groups is made of how far each group lies from their average, and how many people it has. Most of it comes from ${list(first)}.`;
}

export const spreadAbout =
  "A group adds more to the spread the further it lies from the average of the groups, and the more people it has. These shares include what chance adds.";

export const spreadCaption = (b: Breakdown): string =>
  `What each group adds to the spread, ${b.indicator.title}, ${b.dimension.title}, ${b.latest.period.label}`;

export const spreadHead = (b: Breakdown): string[] => [
  "Group",
  "Share of people",
  `From the average (${differenceUnit(b.indicator.unit)})`,
  "Share of the spread",
];

/** What the change of the average comes from: levels, or who the people are. */
export function changeSentence(b: Breakdown, parts: readonly ChangePart[]): string {
  const { change } = b.result;
  const since = isMissing(change) ? "" : ` since ${change.baseline.label}`;
  const total = (of: (part: ChangePart) => number) => parts.reduce((sum, part) => sum + of(part), 0);
  const [level, composition] = [total((part) => part.level), total((part) => part.composition)];
  const unit = differenceUnit(b.indicator.unit);
  const places = decimals(parts);
  const say = (value: number) => quantity(Math.abs(value), unit, places);
  const moved = (value: number) => `${value < 0 ? "down" : "up"} by about ${say(value)}`;
  return `The average of the groups went ${moved(level + composition)}${since}. Changes inside the groups alone would have moved it ${moved(level)}. People moving between the groups would have moved it ${moved(composition)}.`;
}

/** Decimals that keep two digits of the largest part. */
export function decimals(parts: readonly ChangePart[]): number {
  const largest = Math.max(...parts.map(({ level, composition }) => Math.abs(level + composition)));
  return largest <= 0 ? 1 : Math.min(4, Math.max(0, 1 - Math.floor(Math.log10(largest))));
}

export function changeCaption(b: Breakdown): string {
  const { change } = b.result;
  const when = isMissing(change) ? "" : `, ${change.baseline.label} to ${change.current.label}`;
  return `What each group added to the change of the average (${differenceUnit(b.indicator.unit)}), ${b.indicator.title}, ${b.dimension.title}${when}`;
}

export const changeHead = ["Group", "Its own level changed", "Its share of people changed", "Both"];
export const together = "All together";
export const signedNumber = (value: number, places: number): string => {
  const text = number(value, places);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
};

import { isMissing } from "../model.ts";
import { type Breakdown, groupName, groupPhrase } from "./breakdown.ts";
import { count, lowerFirst, range } from "./format.ts";
import type { Icons } from "./icons.ts";

/** Words of the picture of a hundred people. */

const ofEvery = (b: Breakdown, { outOf }: Icons): string => `every ${count(outOf)} ${b.indicator.sentence.people}`;

const changedWord = ({ isFewer }: Icons): string => (isFewer ? "fewer" : "more");

export const iconsTitle = (b: Breakdown, icons: Icons): string =>
  `Of ${ofEvery(b, icons)}, about ${count(icons.now)} ${b.indicator.sentence.state}. About ${count(icons.changed.value)} ${changedWord(icons)} would`;

/** The group that everyone is set beside, as its place or its people. */
function reference(b: Breakdown): string {
  const { par } = b.latest;
  if (isMissing(par)) return "";
  return b.dimension.preposition === "in" ? `those ${groupPhrase(b, par.reference)}` : groupName(b, par.reference);
}

export const iconsSubtitle = (b: Breakdown): string =>
  `If everyone did as well as ${reference(b)}. ${b.indicator.title}, ${lowerFirst(b.dimension.title)}. ${b.results.place.name}, ${b.latest.period.label}.`;

/** The three kinds of people, in the order they are drawn, each with its count. */
export function iconKinds({ outOf, now, changed, isFewer }: Icons): { text: string; count: number }[] {
  const counts = isFewer
    ? [now - changed.value, changed.value, outOf - now]
    : [now, changed.value, outOf - now - changed.value];
  const texts = isFewer
    ? ["do now, and still would", "do now, but would not", "do not now"]
    : ["do now", "do not now, but would", "would still not"];
  return texts.map((text, i) => ({ text: `${count(counts[i]!)} ${text}`, count: counts[i]! }));
}

export const iconsDescription = (b: Breakdown, icons: Icons): string => {
  const interval = range(icons.changed, 0);
  return [
    `A picture of ${count(icons.outOf)} people: about ${count(icons.now)} ${b.indicator.sentence.state}.`,
    `If everyone did as well as ${reference(b)}, about ${count(icons.changed.value)} ${changedWord(icons)} would${interval === null ? "" : ` (${interval})`}.`,
  ].join(" ");
};

export const arithmetic = "This is arithmetic, not a forecast.";

export function iconsKey({ changed }: Icons): string {
  const interval = range(changed, 0);
  return [
    interval === null
      ? `No interval is published for the ${count(changed.value)}.`
      : uncertain(changed.value, interval),
    arithmetic,
  ].join(" ");
}

const uncertain = (value: number, interval: string): string =>
  interval === `${count(value)} to ${count(value)}`
    ? `The interval of the ${count(value)} is less than one person wide.`
    : `The ${count(value)} may be anything from ${interval}.`;

export const iconsCaption = (b: Breakdown, { outOf }: Icons): string =>
  `Out of ${count(outOf)} ${b.indicator.sentence.people}, if everyone did as well as ${reference(b)}: ${lowerFirst(b.indicator.title)}, ${lowerFirst(b.dimension.title)}`;

export const iconsHead = ({ outOf }: Icons): string[] => ["People", `Out of ${count(outOf)}`, "Interval"];

export const iconsRows = {
  now: "Now",
  fewer: "Fewer, if everyone did as well",
  more: "More, if everyone did as well",
  noInterval: "not published",
} as const;

import { differenceUnit, digits, ratio } from "../catalogue/format.ts";
import type { Say } from "../catalogue/say.ts";
import type { Cause, Cell, Changes, Revised, Stated, VerdictChange } from "../results/changes.ts";
import type { IndicatorResult } from "../results/results.ts";

type Titled = Pick<IndicatorResult, "id" | "title">;

/** Sentences about what differs from an earlier build of the report. */

/** What differs, in one line each; nothing that does not. */
export function changesSummary({ changes: { summary }, counted }: Say, changes: Changes): string[] {
  const { verdicts, revised, notRepeated, periods, indicators, breakdowns, groups } = changes;
  const { appeared, disappeared, inputs, settings, versions, definitions, stated } = changes;
  const newPeriods = new Set(periods.added.map(({ indicator, period }) => `${indicator} ${period}`)).size;
  const both = ({ added, dropped }: { added: unknown[]; dropped: unknown[] }): number => added.length + dropped.length;
  const lines: [number, string | ((n: ReturnType<typeof counted>) => string)][] = [
    [verdicts.length, summary.verdicts],
    [revised.length, summary.revised],
    [notRepeated.length, summary.held],
    [newPeriods, summary.newPeriods],
    [periods.dropped.length, summary.gonePeriods],
    [indicators.added.length, summary.newIndicators],
    [indicators.dropped.length, summary.goneIndicators],
    [both(breakdowns), summary.breakdowns],
    [both(groups), summary.groups],
    [appeared.length, summary.appeared],
    [disappeared.length, summary.disappeared],
    [stated.length, summary.stated],
    [inputs.length, summary.files],
    [settings.length + versions.length + both(definitions), summary.made],
  ];
  const told = lines.flatMap(([n, line]) => (n === 0 ? [] : typeof line === "string" ? [line] : [line(counted(n))]));
  if (told.length === 0) return [summary.nothing];
  return verdicts.length === 0 ? [summary.noVerdict, ...told] : told;
}

export const causesSentence = ({ changes }: Say, causes: readonly Cause[]): string =>
  changes.because(causes.map((cause) => changes.causes[cause]));

/** A verdict before and now, with what it says of the overall level and of levelling down where that is not what it was. */
export const verdictCells = (
  { changes: words }: Say,
  { before, after, overall, levellingDown }: Omit<VerdictChange, "indicator" | "dimension" | "because">,
): [string, string] => [
  before === null ? words.notRepeated : words.verdict(before, overall?.before ?? null, levellingDown?.before === true),
  words.verdict(after, overall?.after ?? null, levellingDown?.after === true),
];

/** Title of an indicator of either build. */
export const titleOf = (
  { indicators }: { indicators: readonly Titled[] },
  { indicators: { dropped } }: Changes,
  id: string,
): string => indicators.find((one) => one.id === id)?.title ?? dropped.find((one) => one.id === id)?.title ?? id;

export const dimensionTitle = ({ dimensions }: { dimensions: readonly Titled[] }, id: string): string =>
  dimensions.find((one) => one.id === id)?.title ?? id;

export const cellName = ({ changes }: Say, { what, label, group }: Pick<Cell, "what" | "label" | "group">): string =>
  what === "group" ? (label ?? group ?? "") : changes.cells[what];

const unitOf = ({ what, unit }: Revised): string => (what === "absolute" ? differenceUnit(unit) : unit);

/** Earlier figure, figure now, and the difference, as text. A difference finer than the digits shown is called so. */
export function revisedCells(say: Say, one: Revised): string[] {
  const { difference } = say.changes;
  const unit = unitOf(one);
  const [before, after] = [say.figureWithRange(one.before, unit), say.figureWithRange(one.after, unit)];
  const places = digits(one.after, unit);
  const size = one.after.value - one.before.value;
  if (before === after) return [before, after, difference.tooSmall];
  if (!/[1-9]/.test(say.number(Math.abs(size), places))) return [before, after, difference.intervalOnly];
  const amount = say.quantity(Math.abs(size), unit === ratio ? "" : differenceUnit(unit), places);
  return [before, after, size > 0 ? difference.more(amount) : difference.less(amount)];
}

export const settingName = ({ changes: { settings } }: Say, name: string): string =>
  Object.entries(settings).find(([key]) => key === name)?.[1] ?? name;

export const versionName = ({ changes }: Say, name: string): string =>
  name === "method" ? changes.settings.method : changes.version(name);

export const fromToText = ({ changes }: Say, text: string | null): string => text ?? changes.notThere;

/** What a definition says, in words where its own are names for programs. */
export function statedText(say: Say, { what }: Pick<Stated, "what">, text: string | null): string {
  const stance =
    what === "better" ? Object.entries(say.changes.stances).find(([name]) => name === text)?.[1] : undefined;
  return stance ?? fromToText(say, text);
}

/** Twelve digits of a hash are enough to tell two files apart. */
export const shortHash = (say: Say, hash: string | null): string => fromToText(say, hash?.slice(0, 12) ?? null);

import { differenceUnit } from "../catalogue/format.ts";
import { isMissing } from "../reasons-and-notes.ts";
import { type Breakdown, groupName } from "./breakdown.ts";
import { type ChangePart, countsOnce, type SpreadPart } from "./contributions.ts";

/** Words about what each group adds to a gap and to a change. */

const named = 2;

const unitOf = ({ say, indicator }: Breakdown): string => say.unitName(differenceUnit(indicator.unit));

/** The groups that add most to the spread. */
export function spreadSentence(b: Breakdown, parts: readonly SpreadPart[]): string {
  const { contributions, percent } = b.say;
  const largest = parts.slice(0, named);
  const share = largest.reduce((sum, { spread }) => sum + spread, 0);
  return contributions.spread(
    largest.map(({ group, spread }) => contributions.part(groupName(b, group), percent(spread))),
    share > 0.5,
  );
}

export const spreadCaption = ({ say, indicator, dimension, latest }: Breakdown): string =>
  say.contributions.spreadCaption(indicator.title, dimension.title, latest.period.label);

export const spreadHead = (b: Breakdown): string[] => b.say.contributions.spreadHead(unitOf(b), countsOnce(b));

/** What the change of the average comes from: levels, or who the people are. */
export function changeSentence(b: Breakdown, parts: readonly ChangePart[]): string {
  const { change } = b.result;
  const { contributions, quantity } = b.say;
  const total = (of: (part: ChangePart) => number) => parts.reduce((sum, part) => sum + of(part), 0);
  const [level, composition] = [total((part) => part.level), total((part) => part.composition)];
  const unit = differenceUnit(b.indicator.unit);
  const moved = (value: number) => contributions.moved(value >= 0, quantity(Math.abs(value), unit, decimals(parts)));
  const since = isMissing(change) ? null : change.baseline.label;
  const parted = contributions.changeParts(moved(level), moved(composition));
  return `${contributions.change(moved(level + composition), since)} ${parted}`;
}

/** Decimals that keep two digits of the largest part. */
export function decimals(parts: readonly ChangePart[]): number {
  const largest = Math.max(...parts.map(({ level, composition }) => Math.abs(level + composition)));
  return largest <= 0 ? 1 : Math.min(4, Math.max(0, 1 - Math.floor(Math.log10(largest))));
}

export function changeCaption(b: Breakdown): string {
  const { change } = b.result;
  const span = isMissing(change) ? null : { from: change.baseline.label, to: change.current.label };
  return b.say.contributions.changeCaption(unitOf(b), b.indicator.title, b.dimension.title, span);
}

import { differenceUnit, digits } from "../catalogue/format.ts";
import type { Say } from "../catalogue/say.ts";
import { againstWords, differenceInWords } from "../narrate/profile.ts";
import type { Standing } from "../narrate/standing.ts";
import { asSize } from "../narrate/state.ts";
import type { Table } from "./chart.ts";

/** Every comparison of one group or area, as text. */
export const figuresTable = ({ people }: Say, standings: readonly Standing[], who: string): Table => ({
  caption: people.figures.caption(who),
  head: people.figures.head,
  rows: standings.map((standing) => ({ heading: standing.b.indicator.title, cells: cellsOf(standing) })),
});

function cellsOf(standing: Standing): string[] {
  const { b, estimate, against } = standing;
  const { say } = b;
  const { unit } = b.indicator;
  const places = digits(estimate, unit);
  const { size } = asSize(b, against.difference);
  return [
    b.latest.period.label,
    say.quantity(estimate.value, unit, places),
    say.range(estimate, places) ?? say.charts.notPublished,
    againstWords(standing),
    differenceInWords(b, against.difference),
    say.range(size, digits(size, differenceUnit(unit))) ?? say.charts.notPublished,
    pText(standing),
  ];
}

function pText({ b: { say }, against: { whom, adjustedP, difference } }: Standing): string {
  if (adjustedP !== null) return say.pValue(adjustedP);
  return whom === "side" && difference.lower !== null ? say.people.figures.byInterval : say.who.notTested;
}

/** The same with figures and intervals together, for a page. */
export const shortRows = (standings: readonly Standing[]): { standing: Standing; cells: string[] }[] =>
  standings.map((standing) => {
    const [period, value, limits, compared, difference, itsLimits, p] = cellsOf(standing);
    const { writing, charts } = standing.b.say;
    const both = (text = "", interval = "") =>
      interval === charts.notPublished ? text : writing.withRange(text, interval);
    return {
      standing,
      cells: [period ?? "", both(value, limits), compared ?? "", both(difference, itsLimits), p ?? ""],
    };
  });

/** A difference without its unit, for where there is room for no more: 5.6 higher. */
export function shortDifference({ b, against: { difference } }: Standing): string {
  const { size, word } = asSize(b, difference);
  const text = b.say.number(size.value, digits(size, differenceUnit(b.indicator.unit)));
  return /[1-9]/.test(text) ? b.say.people.difference(text, word) : b.say.people.sameShort;
}

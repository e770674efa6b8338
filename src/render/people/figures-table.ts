import type { Table } from "../charts/chart.ts";
import { differenceUnit, digits, number, pValue, quantity, range } from "../format.ts";
import { asSize } from "../sentences.ts";
import {
  againstWords,
  byInterval,
  differenceInWords,
  figuresCaption,
  figuresHead,
  notPublished,
  notTested,
} from "../sentences-people.ts";
import type { Standing } from "./standing.ts";

/** Every comparison of one group or area, as text. */
export const figuresTable = (standings: readonly Standing[], who: string): Table => ({
  caption: figuresCaption(who),
  head: [...figuresHead],
  rows: standings.map((standing) => ({ heading: standing.b.indicator.title, cells: cellsOf(standing) })),
});

function cellsOf(standing: Standing): string[] {
  const { b, estimate, against } = standing;
  const { unit } = b.indicator;
  const places = digits(estimate, unit);
  const { size } = asSize(b, against.difference);
  return [
    b.latest.period.label,
    quantity(estimate.value, unit, places),
    range(estimate, places) ?? notPublished,
    againstWords(standing),
    differenceInWords(b, against.difference),
    range(size, digits(size, differenceUnit(unit))) ?? notPublished,
    pText(standing),
  ];
}

function pText({ against: { whom, adjustedP, difference } }: Standing): string {
  if (adjustedP !== null) return pValue(adjustedP);
  return whom === "side" && difference.lower !== null ? byInterval : notTested;
}

/** The same with figures and intervals together, for a page. */
export const shortRows = (standings: readonly Standing[]): { standing: Standing; cells: string[] }[] =>
  standings.map((standing) => {
    const [period, value, limits, compared, difference, itsLimits, p] = cellsOf(standing);
    const both = (text = "", interval = "") => (interval === notPublished ? text : `${text} (${interval})`);
    return {
      standing,
      cells: [period ?? "", both(value, limits), compared ?? "", both(difference, itsLimits), p ?? ""],
    };
  });

/** A difference without its unit, for where there is room for no more: 5.6 higher. */
export function shortDifference({ b, against: { difference } }: Standing): string {
  const { size, word } = asSize(b, difference);
  const text = number(size.value, digits(size, differenceUnit(b.indicator.unit)));
  return /[1-9]/.test(text) ? `${text} ${word}` : "the same";
}

import { differenceUnit, digits } from "../catalogue/format.ts";
import type { Say } from "../catalogue/say.ts";
import { differenceIn, whomName } from "../narrate/profile.ts";
import type { Standing } from "../narrate/standing.ts";
import { asSize } from "../narrate/state.ts";
import { figure, type Table } from "./chart-table.ts";

/** Every comparison of one group or area. */
export function figuresTable({ people, who: words }: Say, standings: readonly Standing[], who: string): Table {
  const { head, caption, byInterval } = people.figures;
  const places = ({ b, estimate }: Standing): number => digits(estimate, b.indicator.unit);
  const untested = ({ against: { whom, difference } }: Standing): string =>
    whom === "side" && difference.lower !== null ? byInterval : words.notTested;
  return {
    caption: caption(who),
    columns: [
      { is: "label", id: "indicator", title: head.indicator, values: standings.map(({ b }) => b.indicator.title) },
      { is: "label", id: "period", title: head.period, values: standings.map(({ b }) => b.latest.period.label) },
      {
        is: "figure",
        id: "value",
        title: head.figure,
        told: "quantity",
        interval: head.interval,
        values: standings.map((one) => figure(one.estimate, one.b.indicator.unit, places(one))),
      },
      {
        is: "comparison",
        id: "compared_with",
        title: head.whom,
        values: standings.map((one) => ({
          whom: one.against.whom,
          name: whomName(one),
          level: { value: one.against.level, unit: one.b.indicator.unit, places: places(one) },
        })),
      },
      {
        is: "difference",
        id: "worse_by",
        title: head.difference,
        interval: head.itsInterval,
        values: standings.map(({ b, against }) => differenceIn(b, against.difference)),
      },
      {
        is: "p",
        id: "adjusted_p",
        title: head.p,
        values: standings.map((one) => ({ p: one.against.adjustedP, untested: untested(one) })),
      },
    ],
  };
}

/** A difference without its unit, for where there is room for no more: 5.6 higher. */
export function shortDifference({ b, against: { difference } }: Standing): string {
  const { size, word } = asSize(b, difference);
  const text = b.say.number(size.value, digits(size, differenceUnit(b.indicator.unit)));
  return /[1-9]/.test(text) ? b.say.people.difference(text, word) : b.say.people.sameShort;
}

import { type Counted, capital, plural } from "../english.ts";
import { when } from "./phrases.ts";

/** What a gap would be by another population, or by another ranking of the areas. */
export const sensitivity = {
  title: "Counted another way",
  divided: (by: string): string => `Figures could also be divided by ${by}.`,
  gap: (period: string, gap: string, own: string | null): string => {
    const is = `${capital(when(period))} the gap is then ${gap}`;
    return own === null ? `${is}.` : own === gap ? `${is}, as it is here.` : `${is}, and here it is ${own}.`;
  },
  unknown: (period: string, why: string): string => `${capital(when(period))} the gap cannot be computed then. ${why}`,
  rankings: "Areas ranked another way",
  moved: (by: string, moved: Counted, areas: string): string =>
    moved.n === 0
      ? `Ranked by ${by}, all ${areas} stay in their groups.`
      : `Ranked by ${by}, ${plural(moved, `of ${areas} changes`, `of ${areas} change`)} group.`,
  caption: (indicator: string, dimension: string, period: string): string =>
    `${indicator}, ${dimension}, ${period}: the gap by each ranking`,
  head: ["Ranked by", "Absolute gap", "Relative gap"],
  own: "As in this report",
  movedCaption: "Areas that change group",
  movedHead: "Area",
};

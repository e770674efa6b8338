import { type Counted, capital, lowerFirst } from "../english.ts";
import { when } from "./phrases.ts";

export interface Moves {
  since: string;
  until: string;
  /** Groups with figures at both times, and how many of them are higher and lower in the figures. */
  all: Counted;
  higher: Counted;
  lower: Counted;
  /** What the groups are: wards; null where they have no such name. */
  areas: string | null;
}

/** The chart of every group then and now. */
export const dumbbell = {
  title: ({ since, until, all, higher, lower, areas }: Moves): string => {
    const than = `${when(until)} than ${when(since)}`;
    const groups = areas ?? "groups";
    const some = (n: Counted, way: string): string =>
      n.n === all.n ? `${all.n === 2 ? "Both" : `All ${all.text}`} ${groups} are ${way} ${than}` : "";
    const alone = (n: Counted, way: string): string =>
      `${n.text} of ${all.text} ${groups} ${n.n === 1 ? "is" : "are"} ${way} ${than}, the ${all.n - n.n === 1 ? "other" : "others"} the same`;
    if (higher.n === 0 && lower.n === 0) return `No group's figure moved between ${since} and ${until}`;
    return (
      some(higher, "higher") ||
      some(lower, "lower") ||
      (lower.n === 0 ? alone(higher, "higher") : higher.n === 0 ? alone(lower, "lower") : "") ||
      (all.n === 2 && higher.n === 1 && lower.n === 1 ? `One group is higher and the other lower ${than}` : "") ||
      `${higher.text} of ${all.text} ${groups} ${higher.n === 1 ? "is" : "are"} higher and ${lower.text} lower ${than}`
    );
  },
  key: {
    both: (then: string, now: string): string =>
      `Hollow circles are ${then}, filled ones ${now}. Higher and lower are as printed, not tested.`,
    alone: (percent: string): string => `Circles are figures, bars their ${percent} intervals.`,
    bare: "Circles are figures.",
  },
  caption: (caption: string): string => `Every group: ${lowerFirst(caption)}`,
  row: {
    now: (group: string, figure: string, period: string): string => `${group}: ${figure} ${when(period)}.`,
    both: (group: string, was: string, then: string, is: string, now: string): string =>
      `${group}: ${was} ${when(then)}, ${is} ${when(now)}.`,
  },
  level: (name: string, figure: string): string => `${capital(name)}: ${figure}.`,
  /** In place of a figure that is not there. */
  none: "–",
};

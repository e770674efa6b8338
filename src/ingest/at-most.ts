import type { Fault } from "../error.ts";
import { MOST_FAULTS } from "./csv-faults.ts";

/** The first faults of a kind, and how many more there are. */
export function atMost(faults: readonly Fault[]): Fault[] {
  const more = faults[MOST_FAULTS];
  if (more === undefined) return [...faults];
  return [
    ...faults.slice(0, MOST_FAULTS),
    {
      where: more.where,
      must: "none of the kind above from here on either",
      found: `and ${faults.length - MOST_FAULTS} more`,
      fix: "mend those above and run check again",
    },
  ];
}

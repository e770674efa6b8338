import type { Reckoning } from "../results/return-results.ts";

/** What goes in and comes about in a year, with every number at its central value. */
export interface ReturnYear {
  year: number;
  inputs: number;
  value: number;
  presentInputs: number;
  presentValue: number;
  /** The ratio if nothing after this year counted: what has come about up to then, over all that goes in. */
  upTo: number;
}

/** From the first year in which anything goes in or comes about to the last. */
export function yearByYear({ byInput, byOutcome, inputs }: Reckoning): ReturnYear[] {
  const sum = (lists: Reckoning["byInput"] | Reckoning["byOutcome"], year: number, of: "value" | "present"): number =>
    lists.reduce((all, { years }) => all + years.reduce((s, one) => s + (one.year === year ? one[of] : 0), 0), 0);
  const all = [...byInput, ...byOutcome].flatMap(({ years }) => years.map(({ year }) => year));
  const first = Math.min(...all);
  let come = 0;
  return Array.from({ length: all.length === 0 ? 0 : Math.max(...all) - first + 1 }, (_, i) => {
    const year = first + i;
    const presentValue = sum(byOutcome, year, "present");
    come += presentValue;
    return {
      ...{ year, inputs: sum(byInput, year, "value"), value: sum(byOutcome, year, "value") },
      ...{ presentInputs: sum(byInput, year, "present"), presentValue, upTo: come / inputs.central },
    };
  });
}

/** What a project says of some outcomes among each other: that they are apart, or that they hold the same value. */
export interface Judged {
  outcomes: readonly string[];
  are: "apart" | "the-same";
}

export type OverlapFault =
  | { what: "unjudged"; pair: [string, string] }
  | { what: "judged-twice"; pair: [string, string]; at: number }
  | { what: "counted-twice"; pair: [string, string]; at: number };

/** The matrix of overlaps: every two outcomes are judged once, and of two that hold the same value one is counted. */
export function overlapFaults(
  outcomes: readonly { id: string; counted: boolean }[],
  judged: readonly Judged[],
): OverlapFault[] {
  return outcomes.flatMap((first, i) =>
    outcomes.slice(i + 1).flatMap((second): OverlapFault[] => {
      const pair: [string, string] = [first.id, second.id];
      const [at, again] = judged.flatMap((one, place) =>
        pair.every((id) => one.outcomes.includes(id)) ? [place] : [],
      );
      if (at === undefined) return [{ what: "unjudged", pair }];
      if (again !== undefined) return [{ what: "judged-twice", pair, at: again }];
      const isTwice = judged[at]?.are === "the-same" && first.counted && second.counted;
      return isTwice ? [{ what: "counted-twice", pair, at }] : [];
    }),
  );
}

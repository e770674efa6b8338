/** What a project says of some outcomes among each other: that they are apart, or that they hold the same value. */
export interface Judged {
  outcomes: readonly string[];
  are: "apart" | "the-same";
}

/** An outcome, and whether its value is counted. */
export interface Told {
  id: string;
  counted: boolean;
}

export type OverlapFault =
  | { what: "unjudged"; pair: [string, string] }
  | { what: "judged-twice"; pair: [string, string]; at: number }
  | { what: "counted-twice"; pair: [string, string]; at: number }
  | { what: "contradicted"; pair: [string, string]; through: string; at: number }
  | { what: "listed-twice"; id: string; at: number }
  | { what: "dropped"; id: string };

const judging = (judged: readonly Judged[], first: string, second: string): number[] =>
  judged.flatMap(({ outcomes }, place) => (outcomes.includes(first) && outcomes.includes(second) ? [place] : []));

/**
 * The matrix of overlaps: every two outcomes are judged once. Outcomes that hold the same value as one another are a set, of
 * which exactly one is counted: with two, a value would count twice, and with none it would be left out.
 */
export function overlapFaults(outcomes: readonly Told[], judged: readonly Judged[]): OverlapFault[] {
  const isSame = (first: string, second: string): boolean =>
    judging(judged, first, second).some((at) => judged[at]?.are === "the-same");
  const pairs = outcomes.flatMap((first, i) =>
    outcomes.slice(i + 1).flatMap((second): OverlapFault[] => {
      const pair: [string, string] = [first.id, second.id];
      const [at, again] = judging(judged, ...pair);
      if (at === undefined) return [{ what: "unjudged", pair }];
      if (again !== undefined) return [{ what: "judged-twice", pair, at: again }];
      if (judged[at]?.are === "the-same")
        return first.counted && second.counted ? [{ what: "counted-twice", pair, at }] : [];
      const through = outcomes.find(({ id }) => !pair.includes(id) && pair.every((one) => isSame(one, id)));
      return through === undefined ? [] : [{ what: "contradicted", pair, through: through.id, at }];
    }),
  );
  const listed = judged.flatMap(({ outcomes: ids }, at) =>
    [...new Set(ids.filter((id, i) => ids.indexOf(id) < i))].map(
      (id): OverlapFault => ({ what: "listed-twice", id, at }),
    ),
  );
  const dropped = outcomes.flatMap(({ id, counted }): OverlapFault[] => {
    const isHeld = outcomes.some((other) => other.counted && other.id !== id && isSame(id, other.id));
    return counted || isHeld ? [] : [{ what: "dropped", id }];
  });
  return [...pairs, ...listed, ...dropped];
}

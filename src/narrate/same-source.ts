import type { IndicatorResult, Publishable } from "../results/results.ts";

/** The counted indicators that count the same people from the same dataset, in the order of the project; null where there are none. */
export function sameSource(
  { indicators }: Publishable,
  { id, datasets: [own], sentence: { people } }: IndicatorResult,
): { first: IndicatorResult; more: number } | null {
  const sharing = indicators.filter(
    ({ id: other, datasets: [theirs], partOf, sentence }) =>
      other !== id && partOf === null && theirs === own && sentence.people === people,
  );
  const [first] = sharing;
  return first === undefined ? null : { first, more: sharing.length - 1 };
}

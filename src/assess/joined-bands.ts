import { type AgeCounts, boundsTogether, moreTogether } from "../model.ts";

/**
 * Which bands of age are taken together, by their places, so that no band of any table holds a small count: what is
 * standardised is then made of counts that could be published. Bands grow from the youngest on; a last one that stays
 * small joins the one before. None of them reaches over `from`, the place of an age that years are counted from.
 *
 * Source: Hundepool A et al. (2012), Statistical Disclosure Control, doi:10.1002/9781118348239 (global recoding)
 */
export function joinedBands(tables: readonly (readonly AgeCounts[])[], threshold: number, from: number): number[][] {
  const bands = tables[0]?.length ?? 0;
  const isSmall = (count: number): boolean => count > 1e-6 && count < threshold - 1e-6;
  const isSafe = (places: readonly number[]): boolean =>
    tables.every((table) =>
      countsOf(table[places[0]!]!).every(
        (_, i) => !isSmall(places.reduce((sum, place) => sum + countsOf(table[place]!)[i]!, 0)),
      ),
    );
  return [...grown(0, from, isSafe), ...grown(from, bands, isSafe)];
}

/** Every count of a band, and of those asked the ones who did not say yes. */
const countsOf = ({ numerator, denominator, more = [] }: AgeCounts): number[] => {
  const [yes, asked] = more;
  return [numerator, denominator, ...more, ...(yes === undefined || asked === undefined ? [] : [asked - yes])];
};

function grown(start: number, end: number, isSafe: (places: readonly number[]) => boolean): number[][] {
  const done: number[][] = [];
  let open: number[] = [];
  for (let place = start; place < end; place++) {
    open.push(place);
    if (!isSafe(open)) continue;
    done.push(open);
    open = [];
  }
  while (open.length > 0 && done.length > 0 && !isSafe(open)) open = [...done.pop()!, ...open];
  return open.length > 0 ? [...done, open] : done;
}

/** Counts with the bands that are taken together added up, under the names of the first and the last. */
export const withJoinedBands = (bands: readonly AgeCounts[], joined: readonly (readonly number[])[]): AgeCounts[] =>
  joined.map((places) => ({
    label:
      places.length === 1
        ? bands[places[0]!]!.label
        : `${bands[places[0]!]!.label} ... ${bands[places.at(-1)!]!.label}`,
    numerator: places.reduce((sum, place) => sum + bands[place]!.numerator, 0),
    denominator: places.reduce((sum, place) => sum + bands[place]!.denominator, 0),
    ...boundsTogether(places.map((place) => bands[place]!)),
    ...moreTogether(places.map((place) => bands[place]!)),
  }));

import { EDITION, type Edition } from "../model.ts";

/** An area to be ranked. */
export interface RankedArea {
  code: string;
  /** Most disadvantaged first when descending. */
  score: number;
  population: number;
}

const byDisadvantage = (a: RankedArea, b: RankedArea): number => b.score - a.score || (a.code < b.code ? -1 : 1);

/**
 * Quantile of each area, cut where equal shares of the population lie on either side.
 *
 * Rule: 1 + floor(k m), m the area's middle in the cumulative share of the population, most disadvantaged first. Areas of
 * one score stay together, by the middle of them all; in the first edition of the method each went by its own.
 * Shapes and units: areas with a score, highest the most disadvantaged, and k quantiles; by code, 1 the most
 * disadvantaged.
 * Errors: none; an area of nobody lies where its place in the ranking is.
 * Source: docs/method.md section 2
 *
 * @example
 * // Of 8,000 people the middles lie at 500, 1,500, 2,500 and 5,500: the last alone is past the half.
 * const areas = [["A", 40, 1000], ["B", 30, 1000], ["C", 20, 1000], ["D", 10, 5000]] as const;
 * [...equalPopulationQuantiles(areas.map(([code, score, population]) => ({ code, score, population })), 2)];
 * // => [["A", 1], ["B", 1], ["C", 1], ["D", 2]]
 */
export function equalPopulationQuantiles(
  areas: readonly RankedArea[],
  k: number,
  edition: Edition = EDITION,
): Map<string, number> {
  const ordered = inOrder(areas);
  return populationQuantiles(edition === 1 ? oneByOne(ordered) : byScore(ordered), populationOf(areas), k);
}

/** The same, of areas in their order, in lists that stay together, and the population of them all. */
function populationQuantiles(lists: readonly (readonly RankedArea[])[], total: number, k: number): Map<string, number> {
  let before = 0;
  return new Map(
    lists.flatMap((together) => {
      const population = populationOf(together);
      // k m as one division of whole numbers: k times a rounded share falls below k m for some k.
      const cut = Math.floor((k * (2 * before + population)) / (2 * total));
      before += population;
      return together.map(({ code }): [string, number] => [code, 1 + Math.min(k - 1, cut)]);
    }),
  );
}

/** Areas that share a score and would be parted if each went by its own middle, or its own rank. */
export function keptTogether(
  areas: readonly RankedArea[],
  k: number,
  cut: "equal-population" | "equal-count" = "equal-population",
): RankedArea[] {
  const ordered = inOrder(areas);
  const apart =
    cut === "equal-count" ? byOwnRank(ordered, k) : populationQuantiles(oneByOne(ordered), populationOf(areas), k);
  return byScore(ordered)
    .filter((together) => new Set(together.map(({ code }) => apart.get(code))).size > 1)
    .flat();
}

const populationOf = (areas: readonly RankedArea[]): number =>
  areas.reduce((sum, { population }) => sum + population, 0);

/** Areas, most disadvantaged first. */
const inOrder = (areas: readonly RankedArea[]): RankedArea[] => [...areas].sort(byDisadvantage);

const oneByOne = (ordered: readonly RankedArea[]): RankedArea[][] => ordered.map((area) => [area]);

/** Areas of each score, in their order. */
function byScore(ordered: readonly RankedArea[]): RankedArea[][] {
  const scores = new Map<number, RankedArea[]>();
  for (const area of ordered) {
    const together = scores.get(area.score);
    if (together === undefined) scores.set(area.score, [area]);
    else together.push(area);
  }
  return [...scores.values()];
}

/**
 * Quantile of each area, cut at equal numbers of areas.
 *
 * Rule: floor((k + 1) - ceil(((N + 1) - rank) / (N / k))), rank 1 the most disadvantaged, ties sharing the lowest rank.
 * Shapes and units: areas with a score, highest the most disadvantaged, and k quantiles; by code, 1 the most
 * disadvantaged.
 * Errors: none.
 * Source: Office for Health Improvement and Disparities, PHEindicatormethods, `phe_quantile`
 *
 * @example
 * const areas = [["A", 40, 1000], ["B", 30, 1000], ["C", 20, 1000], ["D", 10, 5000]] as const;
 * [...equalCountQuantiles(areas.map(([code, score, population]) => ({ code, score, population })), 2)];
 * // => [["A", 1], ["B", 1], ["C", 2], ["D", 2]]
 */
export function equalCountQuantiles(areas: readonly RankedArea[], k: number): Map<string, number> {
  const ordered = inOrder(areas);
  const rankOf = new Map<number, number>();
  ordered.forEach(({ score }, index) => {
    if (!rankOf.has(score)) rankOf.set(score, index + 1);
  });
  return new Map(ordered.map(({ code, score }) => [code, atRank(rankOf.get(score) as number, areas.length, k)]));
}

// The rule's / (N / k) as * k / N: with whole numbers only the last division rounds, and no quantile 0 comes out.
const atRank = (rank: number, n: number, k: number): number => k + 1 - Math.ceil(((n + 1 - rank) * k) / n);

const byOwnRank = (ordered: readonly RankedArea[], k: number): Map<string, number> =>
  new Map(ordered.map(({ code }, i) => [code, atRank(i + 1, ordered.length, k)]));

/** The cuts of an edition of the method. */
export const areaCuts = (edition: Edition = EDITION) => ({
  equalPopulation: (areas: readonly RankedArea[], k: number): Map<string, number> =>
    equalPopulationQuantiles(areas, k, edition),
  equalCount: equalCountQuantiles,
  keptTogether: (areas: readonly RankedArea[], k: number, cut: "equal-population" | "equal-count"): RankedArea[] =>
    edition === 1 ? [] : keptTogether(areas, k, cut),
});

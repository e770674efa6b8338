/** An area to be ranked. */
export interface RankedArea {
  code: string;
  /** Most disadvantaged first when descending. */
  score: number;
  population: number;
}

const byDisadvantage = (a: RankedArea, b: RankedArea): number => b.score - a.score || (a.code < b.code ? -1 : 1);

/**
 * Quantile of each area, 1 the most disadvantaged (highest score; ties by code), cut at equal shares of the population:
 * 1 + floor(k m), m the area's mid-point of the cumulative population share.
 */
export function equalPopulationQuantiles(areas: readonly RankedArea[], k: number): Map<string, number> {
  const total = areas.reduce((sum, { population }) => sum + population, 0);
  let before = 0;
  return new Map(
    [...areas].sort(byDisadvantage).map(({ code, population }) => {
      // k m as one division of whole numbers: k times a rounded share falls below k m for some k.
      const cut = Math.floor((k * (2 * before + population)) / (2 * total));
      before += population;
      return [code, 1 + Math.min(k - 1, cut)];
    }),
  );
}

/**
 * Quantile of each area, 1 the most disadvantaged, cut at equal numbers of areas by OHID's rule:
 * floor((k + 1) - ceil(((N + 1) - rank) / (N / k))), rank 1 the most disadvantaged, ties sharing the lowest rank.
 */
export function equalCountQuantiles(areas: readonly RankedArea[], k: number): Map<string, number> {
  const n = areas.length;
  const ordered = [...areas].sort(byDisadvantage);
  const rankOf = new Map<number, number>();
  ordered.forEach(({ score }, index) => {
    if (!rankOf.has(score)) rankOf.set(score, index + 1);
  });
  return new Map(
    ordered.map(({ code, score }) => [
      code,
      // The rule's / (N / k) as * k / N: with whole numbers only the last division rounds, and no quantile 0 comes out.
      k + 1 - Math.ceil(((n + 1 - (rankOf.get(score) as number)) * k) / n),
    ]),
  );
}

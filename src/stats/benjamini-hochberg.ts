/**
 * p values adjusted for the false discovery rate, in the order given: min over j >= i of m p_(j) / j, at most 1.
 * Source: Benjamini Y, Hochberg Y (1995), doi:10.1111/j.2517-6161.1995.tb02031.x.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const m = pValues.length;
  const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(m);
  let smallest = 1;
  // The factor is rounded first, so that no adjusted value falls below its own p.
  descending.forEach(({ p, index }, position) => {
    smallest = Math.min(smallest, p * (m / (m - position)));
    adjusted[index] = smallest;
  });
  return adjusted;
}

/**
 * Ridits: the middle of each group's range on a ladder from 0 to 1.
 * x_i = (p_1 + ... + p_{i-1}) + p_i / 2, shares in the order of the ladder.
 * Source: Bross IDJ (1958), doi:10.2307/2527727.
 */
export function ridits(shares: readonly number[]): number[] {
  let below = 0;
  return shares.map((share) => {
    const middle = below + share / 2;
    below += share;
    return middle;
  });
}

/** Middle of quantile q (from 1) of k equal ones: where its members stand in the whole country. */
export const quantilePosition = (q: number, k: number): number => (2 * q - 1) / (2 * k);

import type { Stratum } from "./stratum.ts";

/** Positions of the best- and the worst-off group among the reliable ones; null with fewer than two of those. */
export function extremes({ values, reliable, better }: Stratum): { best: number; worst: number } | null {
  const candidates = values.map((_, index) => index).filter((index) => reliable[index]);
  if (candidates.length < 2) return null;
  const goodness = (index: number): number => (better === "higher" ? values[index]! : 0 - values[index]!);
  const pick = (isFurther: (a: number, b: number) => boolean): number =>
    candidates.reduce((chosen, index) => (isFurther(goodness(index), goodness(chosen)) ? index : chosen));
  return { best: pick((a, b) => a > b), worst: pick((a, b) => a < b) };
}

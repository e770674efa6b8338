import type { Stratum } from "./stratum.ts";

/**
 * Works out what several measures share only once a stratum. The measures of a stratum are asked for one after the
 * other and a stratum never changes, so the latest result is all that is kept.
 */
export function once<T>(workOut: (stratum: Stratum) => T): (stratum: Stratum) => T {
  let latest: { stratum: Stratum; result: T } | null = null;
  return (stratum) => {
    if (latest?.stratum !== stratum) latest = { stratum, result: workOut(stratum) };
    return latest.result;
  };
}

import type { ChangeContribution } from "../model.ts";
import { isMissing, type NotComputable, notComputable } from "../reasons-and-notes.ts";
import type { Stratum } from "./stratum.ts";

/**
 * Change of the population-weighted mean mu split into what each group contributed, in the order of the later period. All
 * levels and compositions add up to mu1 - mu0. Composition is taken from the average level of both periods, which leaves
 * its sum as it is, because shares add up to 1 in both, and lets a group that grows at the average level add nothing.
 * Not computable unless both periods measure the same groups.
 * Source: Kitagawa EM (1955), symmetric split into components of a difference between two rates,
 * doi:10.1080/01621459.1955.10501299.
 */
export function decomposeChange(
  from: Stratum | NotComputable,
  to: Stratum | NotComputable,
): ChangeContribution[] | NotComputable {
  if (isMissing(from)) return from;
  if (isMissing(to)) return to;
  const places = to.ids.map((id) => from.ids.indexOf(id));
  if (places.includes(-1) || from.ids.length !== to.ids.length) return notComputable("groups-differ");
  const average = (from.mean + to.mean) / 2;
  return to.ids.map((group, i) => {
    const place = places[i]!;
    const [p0, p1] = [from.shares[place]!, to.shares[i]!];
    const [y0, y1] = [from.values[place]!, to.values[i]!];
    return { group, level: ((p0 + p1) / 2) * (y1 - y0), composition: (p1 - p0) * ((y0 + y1) / 2 - average) };
  });
}

import { type Basis, type GapDirection, type Temperature, temperatureOf, type VerdictId } from "../model.ts";

export interface GapVerdict {
  gap: VerdictId;
  temperature: Temperature;
  basis: Basis;
  levellingDown: boolean;
}

/** What both gaps together do: neither is outvoted, and a change of one alone is called that. */
function stateOf(absolute: GapDirection, relative: GapDirection): VerdictId {
  const directions = [absolute, relative];
  const are = (direction: GapDirection): boolean => directions.every((one) => one === direction);
  if (are("narrower")) return "closing";
  if (are("wider")) return "widening";
  if (directions.includes("narrower") && directions.includes("wider")) return "points-and-ratio-disagree";
  if (absolute === "narrower") return "smaller-in-points-only";
  if (relative === "narrower") return "smaller-in-ratio-only";
  if (absolute === "wider") return "larger-in-points-only";
  if (relative === "wider") return "larger-in-ratio-only";
  if (are("little-changed")) return "little-changed";
  if (are("depends")) return "depends";
  return are("not-compared") ? "not-compared" : "cannot-tell";
}

/** The verdict on both gaps, with the basis it rests on: docs/method.md section 6. */
export function gapVerdict(
  absolute: GapDirection,
  relative: GapDirection,
  basis: Basis,
  levellingDown: boolean,
): GapVerdict {
  const gap = stateOf(absolute, relative);
  return { gap, temperature: temperatureOf[gap], basis, levellingDown };
}

export type GapDirection = "narrower" | "wider" | "little-changed" | "cannot-tell" | "depends" | "not-compared";
export type LevelDirection = "improving" | "worsening" | "little-changed" | "cannot-tell" | "not-compared";

export type GapState =
  | "closing"
  | "smaller-in-points-only"
  | "smaller-in-ratio-only"
  | "widening"
  | "larger-in-points-only"
  | "larger-in-ratio-only"
  | "points-and-ratio-disagree"
  | "little-changed"
  | "cannot-tell"
  | "depends"
  | "not-compared";
export type GapTemperature =
  | "cooling"
  | "easing"
  | "heating"
  | "warming"
  | "mixed"
  | "steady"
  | "unclear"
  | "no-reading";

export interface SecondVerdict {
  gap: GapState;
  temperature: GapTemperature;
  basis: "since-baseline" | "overlapping" | "trend" | "none";
  levellingDown: boolean;
}

const temperatureOf: Record<GapState, GapTemperature> = {
  closing: "cooling",
  "smaller-in-points-only": "easing",
  "smaller-in-ratio-only": "easing",
  widening: "heating",
  "larger-in-points-only": "warming",
  "larger-in-ratio-only": "warming",
  "points-and-ratio-disagree": "mixed",
  "little-changed": "steady",
  "cannot-tell": "unclear",
  depends: "unclear",
  "not-compared": "no-reading",
};

/** What both gaps together do: neither is outvoted, and a change of one alone is called that. */
function stateOf(absolute: GapDirection, relative: GapDirection): GapState {
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

/** The verdict on both gaps, with the basis it rests on: docs/method.md section 11. */
export function gapVerdict(
  absolute: GapDirection,
  relative: GapDirection,
  basis: SecondVerdict["basis"],
  levellingDown: boolean,
): SecondVerdict {
  const gap = stateOf(absolute, relative);
  return { gap, temperature: temperatureOf[gap], basis, levellingDown };
}

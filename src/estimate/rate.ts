import type { Limits } from "../model.ts";
import { countLimits } from "./count.ts";

/** Events per `per` person-years with exact Poisson or Byar limits. Needs events >= 0 and person-years > 0. */
export function rate(events: number, personYears: number, per: number, confidence: number, z: number): Limits {
  const { lower, upper } = countLimits(events, confidence, z);
  const scale = per / personYears;
  return { value: events * scale, lower: lower * scale, upper: upper * scale };
}

import type { IndicatorResult, Publishable } from "../disclose/publishable.ts";
export function explain(_results: Publishable, _indicator: IndicatorResult, _dimension: string): string[] {
  return [];
}

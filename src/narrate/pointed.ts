import type { Say } from "../catalogue/say.ts";
import type { Limits } from "../model.ts";

/** The script that brings charts to life, with its words. */
export function exploreScript({ explore: { script } }: Say, source: string): string {
  const words = { ...script, place: script.place("{n}", "{all}") };
  return `globalThis.tempcheckWords = ${JSON.stringify(words, null, 1)};\n${source}`;
}

/** What a mark says when it is pointed at: whose figure, the figure, its interval. */
export function pointed(say: Say, whose: string, limits: Limits, unit: string, places: number): string {
  const interval = say.range(limits, places);
  const figure = say.quantity(limits.value, unit, places);
  return say.explore.pointed(whose, interval === null ? figure : say.writing.withRange(figure, interval));
}

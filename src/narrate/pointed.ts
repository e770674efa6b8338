import type { Say } from "../catalogue/say.ts";
import type { Limits } from "../model.ts";

/** The script that brings charts to life, with its words. */
export function exploreScript({ heard: { explore } }: Say, source: string): string {
  const words = { ...explore, place: explore.place("{n}", "{all}") };
  return `globalThis.tempcheckWords = ${JSON.stringify(words, null, 1)};\n${source}`;
}

/** Whose figure and of when, as a mark says it. */
export const whoseWhen = ({ heard }: Say, whose: string, period: string): string => heard.whose(whose, period);

/** What a mark says: whose figure and of when, the figure, its interval. */
export function pointed(say: Say, whose: string, limits: Limits, unit: string, places: number): string {
  const interval = say.range(limits, places);
  const figure = say.quantity(limits.value, unit, places);
  return say.explore.pointed(whose, interval === null ? figure : say.writing.withRange(figure, interval));
}

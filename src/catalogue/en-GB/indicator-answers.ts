import type { LevelDirection } from "../../model.ts";
import { capital, lowerFirst } from "../english.ts";
import { when } from "./phrases.ts";

/** A figure with its time. */
export interface FigureIn {
  figure: string;
  period: string;
}

/** The page of an indicator down to its fold: the answer, and what it means. */
export const indicatorAnswers = {
  /** What groups have, with the time it is of. */
  now: (period: string, sentence: string): string => `${capital(when(period))}: ${lowerFirst(sentence)}`,
  offLadder: "The figures do not go in even steps from one end to the other.",
  means: "What it means",
  level: {
    told: (name: string, was: FigureIn, is: FigureIn, did: string): string =>
      `${capital(name)}: ${was.figure} ${when(was.period)}, ${is.figure} ${when(is.period)}: ${did}.`,
    did: {
      improving: "clearly better",
      worsening: "clearly worse",
      "little-changed": "little changed",
      "cannot-tell": "no clear change",
      "not-compared": "not tested",
    } satisfies Record<LevelDirection, string>,
    /** By a line through all the years. */
    trend: {
      improving: "clearly better over the years",
      worsening: "clearly worse over the years",
      "little-changed": "little changed over the years",
      "cannot-tell": "no clear trend over the years",
      "not-compared": "not tested",
    } satisfies Record<LevelDirection, string>,
  },
  keepInMind: (caveat: string): string => `Keep in mind: ${caveat}`,
  sure: "How sure we are",
  behind: "Tests, measures and working",
  behindPage: "Limits, choices and sources",
  noOwner: (n: number): string =>
    n === 1
      ? "This report was not told who leads this action, or what comes next."
      : "This report was not told who leads these actions, or what comes next.",
  owner: (owner: string): string => `Led by ${owner}.`,
  next: (date: string, what: string): string => `Next, ${date}: ${what}`,
  others: "Broken down in other ways",
};

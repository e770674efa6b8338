import type { Say } from "../catalogue/say.ts";
import { isMissing, type Temperature, temperatures } from "../model.ts";
import type { Publishable } from "../results/results.ts";
import { type Breakdown, groupPhrase, sides } from "./breakdown.ts";
import { speaking, topicsOf } from "./topics.ts";

/** The report in very simple words: one thought to a line. */

/** What is told of one indicator. */
export interface EasyFinding {
  title: string;
  lines: string[];
}

/** The topics that the first page counts, as far as they have figures. */
const told = (results: Publishable): Breakdown[] =>
  speaking(topicsOf(results)).flatMap(({ b }) => (b === null ? [] : [b]));

/** How many gaps did what, from smaller to unknown. */
export function easyCounts(say: Say, results: Publishable): string[] {
  const all = told(results);
  const { looked, counts } = say.easyRead.found;
  const became = temperatures.flatMap((temperature: Temperature) => {
    const n = all.filter(({ result }) => result.verdict.temperature === temperature).length;
    return n === 0 ? [] : [counts(temperature, say.counted(n))];
  });
  return [looked(say.counted(all.length)), ...became];
}

/** Each theme with what speaks for it: its core indicators, or all where none are. */
export function easyThemes(say: Say, results: Publishable): { id: string; title: string; findings: EasyFinding[] }[] {
  return results.themes.map(({ id, title }) => ({
    ...{ id, title },
    findings: told(results)
      .filter(({ indicator }) => indicator.theme === id)
      .map((b) => finding(say, b)),
  }));
}

function finding(say: Say, b: Breakdown): EasyFinding {
  const { easyRead } = say;
  const { extremes, groups, period } = b.latest;
  const ends = sides(b) ?? (extremes && { disadvantaged: extremes.worst, advantaged: extremes.best });
  const figures =
    ends === null
      ? []
      : [ends.disadvantaged, ends.advantaged].flatMap((id) => {
          const estimate = groups.find((group) => group.id === id)?.estimate;
          if (estimate === undefined || isMissing(estimate)) return [];
          const figure =
            b.indicator.unit === "%"
              ? easyRead.inHundred(say.number(estimate.value, 0))
              : say.figure(estimate, b.indicator.unit);
          return [easyRead.figure(groupPhrase(b, id), figure)];
        });
  return {
    title: b.indicator.title,
    lines:
      figures.length < 2
        ? [easyRead.none]
        : [
            ...figures,
            easyRead.result[b.result.verdict.temperature],
            b.indicator.place === null ? easyRead.when(period.label) : easyRead.whenIn(period.label, b.indicator.place),
          ],
  };
}

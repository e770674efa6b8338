import { sayIn } from "../catalogue/say.ts";
import type { Publishable } from "../results/results.ts";
import { tallyOf } from "./answer.ts";
import { byState } from "./measured-or-not.ts";
import { speaking, type Topic } from "./topics.ts";

type Theme = Publishable["themes"][number];

const told = ["larger", "smaller", "disagree", "same", "untold"] as const;

/** How many topics of a theme did what, core ones where there are any; and what it does not measure, if anything. */
export function themeTold(
  results: Publishable,
  theme: Theme,
  topics: readonly Topic[],
): { counts: string; missing: { things: string; why: string } | null } {
  const { answers, counted, gaps } = sayIn(results);
  const words = answers.themes;
  const own = topics.filter(({ indicator }) => indicator.theme === theme.id);
  const counting = speaking(own);
  const tally = tallyOf(counting.map(({ state }) => state));
  const parts = told.flatMap((state) => (tally[state] === 0 ? [] : [words.count[state](counted(tally[state]))]));
  const isCore = counting.some(({ indicator }) => indicator.core);
  return {
    counts:
      own.length === 0
        ? words.none
        : words.counts(
            counted(counting.length),
            isCore,
            tally.untold === tally.all ? null : parts,
            counted(own.length - counting.length),
          ),
    missing:
      theme.missing.length === 0
        ? null
        : {
            things: words.missing(counted(theme.missing.length)),
            why: words.why(
              byState(theme.missing).map(({ state, things }) => gaps.missing[state].count(counted(things.length))),
            ),
          },
  };
}

import { sayIn } from "../catalogue/say.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { Publishable } from "../results/results.ts";
import { type Breakdown, groupLabel, groupName, isHigherWhenWorse, isNeutral } from "./breakdown.ts";
import { endsOf } from "./topic-ends.ts";
import { speaking, topicsOf } from "./topics.ts";

/** Fewer topics than this name no group. */
const LEAST = 2;
const MOST_NAMED = 3;

/** Fifths of wards and fifths of neighbourhoods go by one name; labels that are numbers say nothing by themselves. */
function shortName(b: Breakdown, id: string): string {
  const label = groupLabel(b, id);
  return b.dimension.by === "quantiles" && /^\p{L}/u.test(label) ? b.say.answers.the(label) : groupName(b, id);
}

/**
 * Who is worst off in the newest figures most often, over the topics that the answer is made from: of a ladder or a pair
 * the worse of its two sides, of other groups the worst of those that are large enough. Gaps that could be chance do not count.
 */
export function worstOff(results: Publishable): string | null {
  const say = sayIn(results);
  const counts = new Map<string, number>();
  for (const { b } of speaking(topicsOf(results))) {
    if (b === null || isNeutral(b) || isMissing(b.latest.absolute) || b.latest.absolute.clear === false) continue;
    const ends = endsOf(b);
    if (ends === null) continue;
    const [high, low] =
      ends.first.estimate.value >= ends.second.estimate.value ? [ends.first, ends.second] : [ends.second, ends.first];
    const name = shortName(b, (isHigherWhenWorse(b) ? high : low).id);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const named = [...counts].filter(([, n]) => n >= LEAST).sort((a, c) => c[1] - a[1] || (a[0] < c[0] ? -1 : 1));
  return named.length === 0
    ? null
    : say.answers.worstOff(named.slice(0, MOST_NAMED).map(([name, n]) => ({ name, topics: say.counted(n) })));
}

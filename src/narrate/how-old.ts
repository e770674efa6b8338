import { sayIn } from "../catalogue/say.ts";
import type { Period } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { Publishable } from "../results/results.ts";
import type { Breakdown } from "./breakdown.ts";
import type { Topic } from "./topics.ts";

/** How old the newest figures of topics are. */

/** So many years before the report's own, or more: figures that a reader should know to be old. */
const OLD = 4;

/** The newest period of a topic: that of its groups, or of the published gap that is newer and compared. */
const newestOf = ({ latest, result: { change } }: Breakdown): Pick<Period, "end"> =>
  isMissing(change) || change.current.end < latest.period.end ? latest.period : change.current;

/** From which year to which the newest figures are, and how many have none newer than some years ago; null where none has a figure. */
export function howOld(results: Publishable, topics: readonly Topic[]): string | null {
  const { answers, counted } = sayIn(results);
  const years = topics
    .flatMap(({ b }) => (b === null ? [] : [Number(newestOf(b).end.slice(0, 4))]))
    .sort((a, c) => a - c);
  const [oldest, newest] = [years[0], years.at(-1)];
  if (oldest === undefined || newest === undefined) return null;
  const since = results.year - OLD;
  const old = years.filter((year) => year <= since).length;
  return answers.howOld(String(oldest), String(newest), counted(years.length), {
    topics: counted(old),
    year: String(Math.min(since, newest)),
  });
}

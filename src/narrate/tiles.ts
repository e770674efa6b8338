import type { Publishable } from "../results/results.ts";
import { endsOf } from "./topic-ends.ts";
import { speaking, type Topic, topicsOf } from "./topics.ts";

/** How many topics the first page shows large. */
const MOST = 3;

/** How many times as high the higher of two groups is. */
function timesApart({ b }: Topic): number {
  const ends = b === null ? null : endsOf(b);
  if (ends === null) return 0;
  const values = [ends.first, ends.second].map(({ estimate }) => estimate.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low > 0 ? high / low : 0;
}

/** How clearly a gap moved: in points and in ratio, in one of them, or not. */
const clearness = ({ b, state }: Topic): number =>
  b === null || (state !== "larger" && state !== "smaller")
    ? 0
    : b.result.verdict.absolute === b.result.verdict.relative
      ? 2
      : 1;

/** The topics that the first page shows large: those that the project names, or by rule clear movers first, then the widest gaps. */
export function tilesOf(results: Publishable): Topic[] {
  const topics = topicsOf(results);
  const { tiles } = results.firstPage;
  if (tiles.length > 0) return tiles.flatMap((id) => topics.find(({ indicator }) => indicator.id === id) ?? []);
  return speaking(topics)
    .filter(({ b }) => b !== null && endsOf(b) !== null)
    .sort((a, c) => clearness(c) - clearness(a) || timesApart(c) - timesApart(a))
    .slice(0, MOST);
}

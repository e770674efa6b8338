import { type Say, sayIn } from "../catalogue/say.ts";
import type { Limits } from "../model.ts";
import type { Publishable } from "../results/results.ts";
import type { Move, Unmoved } from "./moves.ts";
import { nameOf, shareWords } from "./overview.ts";

/** Words of the chart of gaps beside levels. */

export function quadrantTitle({ quadrant, count, counted }: Say, moves: readonly Move[]): string {
  const told = (["narrower", "wider"] as const).map((direction) => {
    const n = moves.filter(({ b }) => b.result.verdict.absolute === direction).length;
    return n === 0 ? null : count(n);
  });
  return quadrant.title(counted(moves.length), told[0] ?? null, told[1] ?? null);
}

export const quadrantSubtitle = (results: Publishable): string =>
  sayIn(results).quadrant.subtitle(results.place.name, String(results.year));

export type Corner = keyof Say["quadrant"]["corners"];

export const levelWords = (say: Say, share: number): string => say.quadrant.level(shareWords(say, share), share >= 0);
export const gapWords = (say: Say, share: number): string => say.quadrant.gap(shareWords(say, share), share >= 0);

/** A share with its limits in words: 35% narrower (29% narrower to 4% wider). */
export function withLimits(say: Say, { value, lower, upper }: Limits, words: typeof gapWords): string {
  const { range, withRange } = say.writing;
  return lower === null || upper === null
    ? words(say, value)
    : withRange(words(say, value), range(words(say, lower), words(say, upper)));
}

/** What a dot says when it is pointed at. */
export function pointedAt(n: number, { b, gap, level, since, until }: Move): string {
  const { say } = b;
  const [gapMove, levelMove] = [withLimits(say, gap, gapWords), withLimits(say, level, levelWords)];
  return say.quadrant.pointed(say.count(n), nameOf(b), since, until, gapMove, levelMove);
}

export function quadrantDescription(
  say: Say,
  moves: readonly Move[],
  corners: Readonly<Record<Corner, number>>,
): string {
  const { quadrant, count, counted } = say;
  const where = (Object.keys(corners) as Corner[]).map((corner) => ({ corner, n: count(corners[corner]) }));
  const told = quadrant.description(counted(moves.length), where);
  const [first, last] = [moves[0], moves.at(-1)];
  if (first === undefined || last === undefined || first === last) return told;
  const [top, bottom] = [withLimits(say, first.gap, gapWords), withLimits(say, last.gap, gapWords)];
  return `${told} ${quadrant.ends(nameOf(first.b), top, nameOf(last.b), bottom)}`;
}

/** Which comparisons the chart cannot show. */
export function leftOutSentence({ quadrant, counted }: Say, unmoved: readonly Unmoved[]): string | null {
  if (unmoved.length === 0) return null;
  const told = (Object.keys(quadrant.leftOut) as Unmoved["why"][]).flatMap((why) => {
    const n = unmoved.filter((one) => one.why === why).length;
    return n === 0 ? [] : [quadrant.leftOut[why](counted(n))];
  });
  return quadrant.notOnChart(told);
}

import { digits } from "../catalogue/format.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { Breakdown } from "./breakdown.ts";
import { levelName } from "./level.ts";
import { publishedSpan, spanOf } from "./topic-ends.ts";
import { gapNow, nowOf } from "./topic-words.ts";

/** What a breakdown says first: the figures of groups, and where they leave the ladder. */
export interface BreakdownAnswer {
  headline: string;
  more: string[];
}

export function answerOfBreakdown(b: Breakdown): BreakdownAnswer {
  const { indicatorAnswers: words } = b.say;
  const [first = "", ...more] = gapNow(b);
  const { line, absolute } = b.latest;
  const leaves = line?.lackOfFit?.clear === true && !isMissing(absolute);
  const isPublished = publishedSpan(b) !== null;
  const ladder = leaves ? [words.offLadder] : [];
  return {
    // A published gap says its own time.
    headline: isPublished ? first : words.now(nowOf(b), first),
    more: isPublished ? [...more, ...ladder] : [...ladder, ...more],
  };
}

/** What became of the level at the times that the gap is compared at; null where no two times are compared, or of an index. */
export function levelWords(b: Breakdown): string | null {
  const { change, verdict, periods } = b.result;
  const { overall, period } = b.latest;
  if (isMissing(overall) || b.indicator.index || verdict.basis === "none" || publishedSpan(b) !== null) return null;
  const { level } = b.say.indicatorAnswers;
  const places = digits(overall, b.indicator.unit);
  const told = (was: number, since: string, is: number, until: string, did: string): string =>
    level.told(
      levelName(b),
      { figure: b.say.number(was, places), period: since },
      { figure: b.say.number(is, places), period: until },
      did,
    );
  if (verdict.basis === "trend") {
    const since = spanOf(b)?.since;
    const first = periods.find((one) => one.period.label === since);
    if (first === undefined || isMissing(first.overall)) return null;
    return told(first.overall.value, first.period.label, overall.value, period.label, level.trend[verdict.overall]);
  }
  if (isMissing(change) || isMissing(change.overall)) return null;
  const { from, to } = change.overall;
  return told(from, change.baseline.label, to, change.current.label, level.did[verdict.overall]);
}

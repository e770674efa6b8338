import type { Breakdown } from "./breakdown.ts";
import { bothOf, endsOf, figureOf, isCounted, publishedSpan, spanOf, worstElsewhere } from "./topic-ends.ts";
import { apartThenNow } from "./topic-words.ts";
import { stateOf } from "./topics.ts";

/** The one number of a tile, in two sizes: what it is, and whose; null where no group has a figure. */
export function bigFigure(b: Breakdown): { number: string; of: string } | null {
  const { say, indicator } = b;
  const { answers } = say;
  const [span, gaps] = [spanOf(b), publishedSpan(b)];
  if (span !== null && gaps !== null)
    return { number: say.number(gaps.until, 1), of: answers.bigGap(gaps.unit, span.until) };
  const ends = endsOf(b);
  if (ends === null) return null;
  const { places, first } = bothOf(b, ends);
  const { unit, sentence } = indicator;
  const isUnnamed = b.dimension.preposition === "among" || (isCounted(indicator) && !sentence.events);
  const people = isUnnamed ? null : sentence.people;
  return {
    number: say.number(ends.first.estimate.value, places),
    of: answers.bigOf(answers.unit(unit, people, isCounted(indicator)), first.where, b.latest.period.label),
  };
}

/** The other group, and how the gap between the two moved. */
export const tileSentences = (b: Breakdown): string[] => [...otherGroup(b), movement(b)];

function otherGroup(b: Breakdown): string[] {
  const ends = publishedSpan(b) === null ? endsOf(b) : null;
  if (ends === null) return [];
  const { second, places } = bothOf(b, ends);
  const beyond = worstElsewhere(b);
  return [
    b.say.answers.tiles.other(second, beyond && { ...figureOf(b, beyond, { brief: true, places }), way: beyond.way }),
  ];
}

function movement(b: Breakdown): string {
  const { tiles } = b.say.answers;
  const span = spanOf(b);
  const state = stateOf(b);
  if (span === null) return tiles.noSpan;
  const values = apartThenNow(b);
  return values === null || (state !== "larger" && state !== "smaller")
    ? tiles.span(state, span.since, span.until)
    : tiles.moved(state, span.since, span.until, values.was, values.is);
}

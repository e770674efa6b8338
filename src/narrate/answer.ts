import type { AnswerId, Carrier, TopicState } from "../catalogue/vocabulary.ts";

/** The answer to "is it getting fairer?", from how many topics did what: docs/method.md section 6.8. */

export type Tally = Record<TopicState | "all" | "told" | "untold", number>;

export interface Answer {
  answer: AnswerId;
  carrier: Carrier;
  tally: Tally;
}

export function tallyOf(states: readonly TopicState[]): Tally {
  const n = (wanted: TopicState): number => states.filter((state) => state === wanted).length;
  const untold = n("cannot-tell") + n("not-compared");
  return {
    larger: n("larger"),
    smaller: n("smaller"),
    disagree: n("disagree"),
    same: n("same"),
    "cannot-tell": n("cannot-tell"),
    "not-compared": n("not-compared"),
    all: states.length,
    told: states.length - untold,
    untold,
  };
}

function carrierOf({ larger, smaller, disagree, told }: Tally): Carrier {
  if (told === 0) return "nothing";
  if (larger === 0 && smaller === 0) return disagree > 0 ? "disagree" : "same";
  if (disagree === 0 && smaller === 0) return "only-larger";
  if (disagree === 0 && larger === 0) return 2 * smaller > told ? "only-smaller" : "few-smaller";
  if (larger === smaller) return "even";
  return larger > smaller ? "more-larger" : "more-smaller";
}

const whereTold: Record<Exclude<Carrier, "nothing">, AnswerId> = {
  same: "no",
  disagree: "partly",
  "only-larger": "no",
  "only-smaller": "yes",
  "few-smaller": "partly",
  "more-larger": "partly",
  "more-smaller": "partly",
  even: "partly",
};

/** No answer is given unless more than half of the topics can be told. */
export function answerOf(states: readonly TopicState[]): Answer {
  const tally = tallyOf(states);
  const carrier = carrierOf(tally);
  const isTold = carrier !== "nothing" && 2 * tally.told > tally.all;
  return { answer: isTold ? whereTold[carrier] : "cannot-say", carrier, tally };
}

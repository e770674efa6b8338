import { type Say, sayIn } from "../catalogue/say.ts";
import type { GapChange } from "../model.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import type { Publishable } from "../results/results.ts";
import { answerOf } from "./answer.ts";
import type { Breakdown } from "./breakdown.ts";
import { hasCore } from "./core-first.ts";
import { howOld } from "./how-old.ts";
import { carrying } from "./topic-words.ts";
import { speaking, type Topic, topicsOf } from "./topics.ts";
import { worstOff } from "./worst-off.ts";

/** The answer in words, and what carries it. */

const told = ["larger", "smaller", "disagree", "same"] as const;

export interface AnswerRow {
  state: (typeof told)[number] | "untold";
  count: string;
  label: string;
  /** The topic that moved most clearly, with its figures; null where none did. */
  lead: { topic: Topic; sentence: string | null } | null;
  also: Topic[];
  more: string[];
}

export interface TheAnswer {
  question: string;
  sentence: string;
  counted: string;
  /** How old the figures are; null where there are none. */
  howOld: string | null;
  rows: AnswerRow[];
  /** Who is worst off most often; null where nobody is twice. */
  worst: string | null;
}

export function theAnswer(results: Publishable): TheAnswer {
  const say = sayIn(results);
  const { answers } = say;
  const all = topicsOf(results);
  const topics = speaking(all);
  const { answer, carrier, tally } = answerOf(topics.map(({ state }) => state));
  return {
    question: answers.question(results.place.name),
    sentence: answers.headline(answer, carrier, tally.told, tally.untold === 0),
    counted: answers.counted(
      say.counted(topics.length),
      hasCore(results.indicators),
      say.counted(tally.told),
      say.counted(sourcesOf(topics.filter(isTold)).size),
      say.percent(results.method.falseDiscoveryRate),
    ),
    howOld: howOld(results, topics),
    worst: worstOff(results),
    rows: [...told.flatMap((state) => movedRow(say, state, topics)), ...untoldRow(say, topics)],
  };
}

const isTold = ({ state }: Topic): boolean => state !== "cannot-tell" && state !== "not-compared";

/** The datasets whose figures were compared. */
const sourcesOf = (topics: readonly Topic[]): Set<string | undefined> =>
  new Set(
    topics.map(
      ({ indicator, b }) => b?.result.publishedGaps.find(({ judged }) => judged)?.source ?? indicator.datasets[0],
    ),
  );

function movedRow(say: Say, state: (typeof told)[number], topics: readonly Topic[]): AnswerRow[] {
  const { answers } = say;
  const having = topics.filter((topic) => topic.state === state);
  const [first, ...also] = having;
  if (first === undefined || first.b === null) return [];
  const n = say.counted(having.length);
  const oneWay = (["absolute", "relative"] as const).flatMap((type) => {
    const only = having.filter(({ b }) => b !== null && onlyIn(b) === type);
    return only.length === 0 || (state !== "larger" && state !== "smaller")
      ? []
      : [answers.oneWay(state, say.counted(only.length), type), ...only.flatMap((topic) => otherGap(say, topic, type))];
  });
  return [
    {
      state,
      count: n.text,
      label: answers.tallied[state](n),
      lead: { topic: first, sentence: carrying(first.b) },
      also,
      more: [...oneWay, ...(state === "disagree" ? [answers.disagreeing] : [])],
    },
  ];
}

/** The one of the two gaps that moved, where the other did not. */
function onlyIn({ result: { verdict } }: Breakdown): "absolute" | "relative" | null {
  const moved = (["absolute", "relative"] as const).filter((type) => ["narrower", "wider"].includes(verdict[type]));
  return moved.length === 1 ? moved[0]! : null;
}

/** What became of the other gap where one alone moved: that it went the other way, or hardly changed; nothing where that cannot be told. */
function otherGap({ answers }: Say, { b, indicator: { title } }: Topic, moved: "absolute" | "relative"): string[] {
  if (b === null) return [];
  const type = moved === "absolute" ? "relative" : "absolute";
  const direction = b.result.verdict[type];
  if (direction === "little-changed") return [answers.otherWay(title, "same", type, false)];
  const { change } = b.result;
  const other = isMissing(change) ? change : change[type];
  if (direction !== "depends" || isMissing(other) || !other.clear) return [];
  return [answers.otherWay(title, hasGrown(other) ? "larger" : "smaller", type, true)];
}

/** Whether a gap is larger than it was, on whichever side of none it lies. */
function hasGrown({ scale, from, to }: GapChange): boolean {
  const size = (gap: number): number => Math.abs(scale === "log" ? Math.log(gap) : gap);
  return size(to) > size(from);
}

function untoldRow(say: Say, topics: readonly Topic[]): AnswerRow[] {
  const { answers } = say;
  const untold = topics.filter((topic) => !isTold(topic));
  if (untold.length === 0) return [];
  const known = untold.filter(({ b }) => b !== null && !isMissing(b.latest.absolute)).length;
  return [
    {
      state: "untold",
      count: say.count(untold.length),
      label: answers.tallied.untold(),
      lead: null,
      also: [],
      more: [
        ...whyUntold(say, untold),
        ...(known === 0 ? [] : [answers.known(say.count(known), say.counted(untold.length), known === untold.length)]),
      ],
    },
  ];
}

/** A reason with those that are the same but for their parts. */
const kindOf = (missing: NotComputable): string =>
  missing.reason === "no-gap" ? missing.parts.because.reason : missing.reason;

/** Why topics cannot be told, each reason once with how many have it, the most frequent first. */
function whyUntold({ answers, counted }: Say, untold: readonly Topic[]): string[] {
  const groups = new Map<string, { n: number; say: (n: number) => string }>();
  for (const { b } of untold) {
    const because = b?.result.verdict.because ?? null;
    const depends = b?.result.verdict.id === "depends";
    const key = b === null ? "no-figures" : because !== null ? kindOf(because) : depends ? "depends" : "chance";
    const words = (n: number): string =>
      b === null
        ? answers.why["no-figures"](counted(n))
        : because !== null
          ? answers.why["not-compared"](counted(n), because)
          : answers.why[depends ? "depends" : "chance"](counted(n));
    groups.set(key, { n: (groups.get(key)?.n ?? 0) + 1, say: words });
  }
  return [...groups.values()].sort((a, c) => c.n - a.n).map(({ n, say }) => say(n));
}

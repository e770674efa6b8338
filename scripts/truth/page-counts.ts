import { sharedDigits } from "../../src/catalogue/format.ts";
import type { WrittenIndicator, WrittenResults } from "../../src/results/results.ts";
import type { Count } from "./counts.ts";

/** Counts that one kind of page tells: the answer on the first page, the same in easy words, then and now, and what is known of some people. */

export type Told = Partial<Count> & Pick<Count, "path" | "value" | "noun">;

const untold = new Set(["cannot-tell", "depends", "not-compared"]);

/** The first page: how many changes can be told, from how many datasets. */
export function* answerCounts({ indicators }: WrittenResults): Generator<Told> {
  const counted = indicators.filter(({ partOf, better }) => partOf === null && better !== "neither");
  const core = counted.filter((one) => one.core);
  const all = core.length > 0 ? core : counted;
  const told = all.filter(({ dimensions: [first] }) => first !== undefined && !untold.has(first.verdict.id));
  const page = "index.html";
  yield { path: "core, told", value: told.length, noun: /^[\w,]+ changes? can be told/, page };
  const from = new Set(
    told.map(
      ({ dimensions: [first], datasets }) => first!.publishedGaps.find(({ judged }) => judged)?.source ?? datasets[0],
    ),
  );
  yield {
    path: "core, told: datasets",
    value: from.size,
    noun: /^[\w,]+ datasets?\b/,
    before: /can be told, from $/,
    page,
  };
}

/** A dataset that several topics come from: "and 4 other topics". */
export function* sourceCounts({ indicators }: WrittenResults): Generator<Told> {
  for (const own of indicators) {
    const sharing = indicators.filter(
      ({ id, partOf, datasets: [dataset], sentence }) =>
        id !== own.id && partOf === null && dataset === own.datasets[0] && sentence.people === own.sentence.people,
    );
    for (const { dimension } of own.dimensions)
      yield {
        path: `${own.id}: of the same dataset`,
        value: sharing.length - 1,
        noun: /^[\w,]+ other topics?\b/,
        breakdown: `${own.id}--${dimension}`,
      };
  }
}

const became: Readonly<Record<string, RegExp>> = {
  cooling: /^[\w,]+ gaps? got smaller\./,
  easing: /^[\w,]+ gaps? got smaller in one way of counting only/,
  steady: /^[\w,]+ gaps? (?:stayed|did not|hardly)/,
  warming: /^[\w,]+ gaps? got bigger in one way of counting only/,
  heating: /^[\w,]+ gaps? got bigger\./,
  mixed: /^[\w,]+ gaps? got smaller in one way of counting and bigger/,
  unclear: /^[\w,]+ gaps? may have changed/,
  "no-reading": /^[\w,]+ gaps? cannot be compared/,
};

/** The same in easy words. */
export function* easyCounts({ indicators }: WrittenResults): Generator<Told> {
  const counted = indicators.filter(({ partOf, better }) => partOf === null && better !== "neither");
  const core = counted.filter((one) => one.core);
  const all = (core.length > 0 ? core : counted).flatMap(({ dimensions: [first] }) => first ?? []);
  const page = "easy-read.html";
  yield { path: "core", value: all.length, noun: /^[\w,]+ gaps?\./, before: /looked at $/, page };
  for (const [temperature, noun] of Object.entries(became)) {
    const value = all.filter(({ verdict }) => verdict.temperature === temperature).length;
    yield { path: `core[${temperature}]`, value, noun, page };
  }
}

type Breakdown = WrittenIndicator["dimensions"][number];

/** "19 of 32 wards are higher and 12 lower in 2022 than in 2019", by what is printed. */
export function* thenAndNow(indicator: WrittenIndicator, one: Breakdown): Generator<Told> {
  const now = one.periods.at(-1);
  if (now === undefined) return;
  const breakdown = `${indicator.id}--${one.dimension}`;
  for (const then of one.periods.slice(0, -1)) {
    const pairs = now.groups.flatMap(({ id, estimate }) => {
      const was = then.groups.find((group) => group.id === id)?.estimate;
      return { is: "value" in estimate ? estimate : null, was: was !== undefined && "value" in was ? was : null };
    });
    const shown = pairs.flatMap(({ is, was }) => [was, is]).filter((figure) => figure !== null);
    const places = sharedDigits(shown, indicator.unit);
    const printed = (value: number): number => Number(value.toFixed(Math.max(0, places)));
    const ways = pairs.flatMap(({ is, was }) =>
      is === null || was === null
        ? []
        : [printed(is.value) === printed(was.value) ? 0 : Math.sign(is.value - was.value)],
    );
    const [since, until] = [then, now].map(({ period }) => period.label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const words = new RegExp(
      `(?:higher|lower) (?:in|from|for) (?:the )?${until} than (?:in|from|for) (?:the )?${since}`,
    );
    const of = (what: string, value: number, noun: RegExp): Told => ({
      path: `${breakdown}.periods: ${what} than in ${then.period.label}`,
      ...{ value, noun, words, breakdown },
    });
    const n = (way: number): number => ways.filter((sign) => sign === way).length;
    yield of("higher", n(1), /^[\w,]+ of [\w,]+ [\w ]+? (?:is|are) higher/);
    yield of("lower", n(-1), /^[\w,]+ lower /);
    yield of("all", ways.length, /^[\w,]+ [\w ]+? (?:is|are) (?:higher|lower) /);
  }
}

/** Tallies of one profile, as {@link peopleCounts} takes them: those of measures where neither is better stand apart. */
export interface Known {
  shown: number;
  all: number;
  judged: number;
  worse: number;
  better: number;
  different: number;
  unclear: number;
  unclearNeither: number;
}

const namedOfEach = 4;

/** What is known of some people or an area, in the sentences that open their page. */
export function* peopleCounts(known: Known): Generator<Omit<Told, "group">> {
  const of = (path: string, value: number, noun: RegExp, more: Partial<Count> = {}) => ({ path, value, noun, ...more });
  yield of("figures", known.shown, /^[\w,]+ topics?\b/, { before: /has figures for .+ on $/ });
  yield of("no figures", known.all - known.shown, /^/, { before: /\band none on $/ });
  yield of("judged", known.judged, /^[\w,]+ measures?\b/, { before: /^Of $/ });
  yield of("worse", known.worse, /^/, { before: /worse than the rest of (?:(?!\bbetter\b).)+ on $/ });
  yield of("better", known.better, /^/, { before: /better (?:than the rest of .+ )?on $/ });
  yield of("unclear", known.unclear, /^[\w,]+ it is too close/, { before: /^On $/ });
  yield of("unclear, neither is better", known.unclearNeither, /^[\w,]+ more, where neither/, { before: /^On $/ });
  yield of("different", known.different, /^[\w,]+ measures? where neither/, { before: /also differs on $/ });
  for (const [heading, value] of [
    [/Clearly worse$/, known.worse],
    [/Clearly better$/, known.better],
    [/Clearly different/, known.different],
  ] as const)
    yield of("beyond those named", value - namedOfEach, /^[\w,]+ more below/, { heading });
}

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

/** The first page: how many topics have no figure of the last four years. */
export function* oldCounts({ indicators, year }: WrittenResults): Generator<Told> {
  const counted = indicators.filter(({ partOf, better }) => partOf === null && better !== "neither");
  const core = counted.filter((one) => one.core);
  const ends = (core.length > 0 ? core : counted).flatMap(({ dimensions: [first] }) => {
    const now = first?.periods.at(-1)?.period.end;
    if (first === undefined || now === undefined) return [];
    const until = "current" in first.change ? first.change.current.end : now;
    return [until > now ? until : now];
  });
  yield {
    path: "core, none newer",
    value: ends.filter((end) => Number(end.slice(0, 4)) <= year - 4).length,
    noun: /^[\w,]+ topics? ha(?:s|ve) none newer than/,
    page: "index.html",
  };
}

/** Who is worst off most often: by how many topics of the answer, where the gap is not one that could be chance. */
export function* worstOffCounts({ indicators, dimensions }: WrittenResults): Generator<Told> {
  const counted = indicators.filter(({ partOf, better }) => partOf === null && better !== "neither");
  const core = counted.filter((one) => one.core);
  const names = new Map<string, number>();
  for (const {
    better,
    sentence,
    dimensions: [first],
  } of core.length > 0 ? core : counted) {
    const newest = first?.periods.at(-1);
    if (first === undefined || newest === undefined || sentence.events) continue;
    if (!("oriented" in newest.absolute) || newest.absolute.clear === false) continue;
    const { extremes } = newest;
    const shown = newest.groups.flatMap(({ id, estimate }) =>
      "value" in estimate ? [{ id, value: estimate.value }] : [],
    );
    const ends =
      first.disadvantaged !== null
        ? [shown[0], shown.at(-1)]
        : shown.filter(({ id }) => extremes === null || id === extremes.best || id === extremes.worst);
    const sorted = ends.flatMap((one) => one ?? []).sort((a, b) => a.value - b.value);
    const [low, high] = [sorted[0], sorted.at(-1)];
    const worst = better === "lower" ? high : low;
    const dimension = dimensions.find(({ id }) => id === first.dimension);
    const group = dimension?.groups.find(({ id }) => id === worst?.id);
    if (dimension === undefined || group === undefined || low === high) continue;
    const isLabel = dimension.by === "quantiles" && /^\p{L}/u.test(group.label);
    const name = isLabel ? `the ${group.label}` : group.phrase;
    names.set(name, (names.get(name) ?? 0) + 1);
  }
  for (const [name, value] of names)
    yield {
      path: `core, worst off: ${name}`,
      value,
      noun: /^[\w,]+ topics?\)/,
      before: new RegExp(`${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")} \\($`, "i"),
    };
}

/** Topics without a figure by area. */
export function* withoutAreas({ indicators, areas }: WrittenResults): Generator<Told> {
  const topics = indicators.filter(({ partOf }) => partOf === null);
  for (const dimension of new Set(areas.map((area) => area.dimension)))
    yield {
      path: `indicators without ${dimension}`,
      value: topics.filter(({ dimensions }) => !dimensions.some((one) => one.dimension === dimension)).length,
      noun: /^[\w,]+ topics? of this report (?:has|have) no figure by/,
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
  easing: /^[\w,]+ gaps? got smaller, but it depends/,
  steady: /^[\w,]+ gaps? (?:stayed|did not|hardly)/,
  warming: /^[\w,]+ gaps? got bigger, but it depends/,
  heating: /^[\w,]+ gaps? got bigger\./,
  mixed: /^[\w,]+ gaps? got smaller in one way of counting and bigger/,
  unclear: /^[\w,]+ gaps? may have changed/,
  "no-reading": /^[\w,]+ gaps? could not be checked/,
};

const missing: Readonly<Record<string, RegExp>> = {
  "published-not-loaded": /^[\w,]+, there are numbers/,
  "needs-an-agreement": /^[\w,]+, we must first/,
  "nobody-collects": /^[\w,]+, nobody counts/,
};

/** The same in easy words. */
export function* easyCounts({ indicators, themes }: WrittenResults): Generator<Told> {
  const counted = indicators.filter(({ partOf, better }) => partOf === null && better !== "neither");
  const core = counted.filter((one) => one.core);
  const all = (core.length > 0 ? core : counted).flatMap(({ dimensions: [first] }) => first ?? []);
  const page = "easy-read.html";
  yield { path: "core", value: all.length, noun: /^[\w,]+ gaps?\./, before: /looked at $/, page };
  for (const [temperature, noun] of Object.entries(became)) {
    const value = all.filter(({ verdict }) => verdict.temperature === temperature).length;
    yield { path: `core[${temperature}]`, value, noun, page };
  }
  const changes = all.filter(({ verdict: { temperature } }) => ["unclear", "no-reading"].includes(temperature));
  yield { path: "core[unknown]", value: changes.length, noun: /^[\w,]+ gaps? we do not know/, page };
  const things = themes.flatMap((theme) => theme.missing);
  yield { path: "themes.missing", value: things.length, noun: /^[\w,]+ things? we could not measure/, page };
  for (const [state, noun] of Object.entries(missing)) {
    const value = things.filter((one) => one.state === state).length;
    yield { path: `themes.missing[${state}]`, value, noun, page };
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
    const printed = (value: number): number => Math.round(value * 10 ** places + 1e-9);
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
    yield of("lower", n(-1), /^[\w,]+ (?:of [\w,]+ [\w ]+? (?:is|are) )?lower /);
    yield of("all", ways.length, /^[\w,]+ [\w ]+? (?:is|are) (?:higher|lower) /);
  }
}

/** Tallies of one profile, as {@link peopleCounts} takes them: those of measures where neither is better stand apart. */
export interface Known {
  shown: number;
  all: number;
  worse: number;
  better: number;
  close: number;
  judgedUntested: number;
  different: number;
  alike: number;
  otherUntested: number;
  modelled: number;
  nested: number;
}

const namedOfEach = 3;

/** What is known of some people or an area, in the sentences that open their page. */
export function* peopleCounts(known: Known): Generator<Omit<Told, "group">> {
  const of = (path: string, value: number, noun: RegExp, more: Partial<Count> = {}) => ({ path, value, noun, ...more });
  yield of("figures", known.shown, /^[\w,]+ topics?\b/, { before: /has figures for .+ on $/ });
  yield of("no figures", known.all - known.shown, /^/, { before: /\band none on $/ });
  const judged = known.worse + known.better + known.close + known.judgedUntested;
  const others = known.different + known.alike + known.otherUntested;
  yield of("judged", judged, /^[\w,]+ measures? where/, { before: /^Of $/ });
  yield of("judged", judged, /^[\w,]+ indicators?, clearly better/, { before: /clearly worse off on [\w,]+ of $/i });
  yield of("worse", known.worse, /^/, { before: /clearly worse than the rest of (?:(?!\bbetter\b).)+ on $/ });
  yield of("worse", known.worse, /^[\w,]+ of /, { before: /clearly worse off on $/i });
  yield of("better", known.better, /^/, { before: /clearly better (?:than the rest of .+ )?on $/ });
  yield of("better", known.better, /^/, { before: /clearly better off on $/i });
  yield of("close", known.close, /^/, { before: /too close to tell (?:from the rest of .+ )?on $/ });
  yield of("not tested", known.judgedUntested, /^/, { before: /not tested on $/ });
  yield of("different", known.different, /^[\w,]+ of [\w,]+ others?,/, { before: /differs clearly on $/ });
  yield of("others", others, /^[\w,]+ others?,/, { before: /differs clearly on (?:[\w,]+ of |all |the )$/ });
  yield of("others, not tested", known.otherUntested, /^/, { before: /\(not tested: $/ });
  yield of("modelled", known.modelled, /^[\w,]+ modelled/, { before: /Not counted: $/ });
  yield of("nested", known.nested, /^[\w,]+ that (?:is|are) part of another/, { before: /Not counted: (?:.* and )?$/ });
  for (const [heading, value] of [
    [/Clearly worse$/, known.worse],
    [/Clearly better$/, known.better],
    [/Clearly different/, known.different],
  ] as const)
    yield of("beyond those named", value - namedOfEach, /^[\w,]+ more below/, { heading });
}

import { temperatures } from "../../src/model.ts";
import type { WrittenResults } from "../../src/results/results.ts";
import {
  answerCounts,
  easyCounts,
  oldCounts,
  peopleCounts,
  sourceCounts,
  type Told,
  thenAndNow,
  withoutAreas,
  worstOffCounts,
} from "./page-counts.ts";

/** Counts that a sentence may tell, each with the noun that stands after the number and the words that say of which. */
export interface Count {
  path: string;
  value: number;
  noun: RegExp;
  words: RegExp | null;
  theme: string | null;
  group: string | null;
  breakdown: string | null;
  /** What stands before the number. */
  before: RegExp | null;
  /** The page that tells it, where it is told on one alone. */
  page: string | null;
  /** How many of them are named before it, which it leaves out. */
  less: number | null;
  /** The heading that it stands below. */
  heading: RegExp | null;
}

const anywhere = {
  words: null,
  theme: null,
  group: null,
  breakdown: null,
  before: null,
  page: null,
  less: null,
  heading: null,
} as const;

/** Counts of a report by the breakdowns and the group that they are told of, null being none, in the order in which they were declared. */
export type Counts = (breakdowns: readonly (string | null)[], groups: readonly (string | null)[]) => readonly Count[];

export function shelved(counts: readonly Count[]): Counts {
  const shelves = new Map<string | null, Map<string | null, Shelved[]>>();
  const put = (count: Count, n: number): void => {
    const ofBreakdown = shelves.get(count.breakdown) ?? new Map<string | null, Shelved[]>();
    shelves.set(count.breakdown, ofBreakdown);
    const shelf = ofBreakdown.get(count.group) ?? [];
    ofBreakdown.set(count.group, shelf);
    shelf.push({ count, n });
  };
  const known = new Map<string, readonly Count[]>();
  const patterns = new Map<string, RegExp>();
  // Thousands of counts are told in a few ways, each of which need be compiled only once.
  const same = <Pattern extends RegExp | null>(pattern: Pattern): Pattern | RegExp => {
    if (pattern === null) return pattern;
    const found = patterns.get(String(pattern)) ?? pattern;
    patterns.set(String(pattern), found);
    return found;
  };
  for (const [n, count] of counts.entries())
    put(
      {
        ...count,
        noun: same(count.noun),
        words: same(count.words),
        before: same(count.before),
        heading: same(count.heading),
      },
      n,
    );
  return (breakdowns, groups) => {
    const key = JSON.stringify([breakdowns, groups]);
    const found =
      known.get(key) ??
      breakdowns
        .flatMap((breakdown) => groups.flatMap((group) => shelves.get(breakdown)?.get(group) ?? []))
        .sort((a, b) => a.n - b.n)
        .map(({ count }) => count);
    known.set(key, found);
    return found;
  };
}

interface Shelved {
  count: Count;
  n: number;
}

export function countsOf(results: WrittenResults): Count[] {
  const { indicators, themes, dimensions, areas, communities, sources } = results;
  const all: Count[] = [];
  const add = (count: Partial<Count> & Pick<Count, "path" | "value" | "noun">) => all.push({ ...anywhere, ...count });
  const headline = indicators.filter(({ partOf, better }) => partOf === null && better !== "neither");
  add({ path: "indicators", value: indicators.length, noun: /^[\w,]+ (indicators|subjects)/ });
  add({ path: "indicators[partOf=null, better]", value: headline.length, noun: /^[\w,]+ (indicators|subjects)/ });
  add({ path: "themes", value: themes.length, noun: /^[\w,]+ (themes|topics)/ });
  add({ path: "sources", value: sources.length, noun: /^[\w,]+ (datasets?|sources?)\b/ });
  add({ path: "areas", value: areas.length, noun: new RegExp(`^[\\w,]+ (?:${results.place.areas}|areas)\\b`) });
  add({ path: "communities", value: communities.length, noun: /^[\w,]+ communities/ });
  const withheld = indicators.flatMap(({ dimensions: all }) =>
    all.flatMap(({ periods }) => periods.flatMap(({ groups }) => groups)),
  );
  add({
    path: "groups[marker=[c]]",
    value: withheld.filter(
      ({ estimate, marker }) => !("value" in estimate) && estimate.reason !== "disclosure" && marker === "[c]",
    ).length,
    noun: /^[\w,]+ figures/,
    page: "method.html",
  });
  for (const count of gapsInData(results)) add(count);
  for (const count of tallies(results)) add(count);
  for (const count of [
    ...answerCounts(results),
    ...oldCounts(results),
    ...worstOffCounts(results),
    ...withoutAreas(results),
    ...easyCounts(results),
    ...sourceCounts(results),
  ])
    add(count);
  for (const { id } of themes) {
    const own = indicators.filter(({ theme }) => theme === id);
    add({ path: `indicators[theme=${id}]`, value: own.length, noun: /^[\w,]+ indicators/, theme: id });
  }
  for (const { id, groups } of dimensions)
    for (const indicator of indicators)
      for (const one of indicator.dimensions.filter(({ dimension }) => dimension === id)) {
        const breakdown = `${indicator.id}--${id}`;
        const newest = one.periods.at(-1);
        for (const count of thenAndNow(indicator, one)) add(count);
        for (const key of ["absolute", "relative", "overall"] as const) {
          const trend = one.trends[key];
          if (!("leftOut" in trend)) continue;
          add({
            path: `${breakdown}.trends.${key}.periods`,
            value: trend.periods.length,
            noun: /^[\w,]+ (?:(?:separate )?periods|sets of figures)/,
            breakdown,
          });
        }
        for (const key of ["absolute", "relative"] as const)
          add({
            path: `${breakdown}.periods[${key}]`,
            value: one.periods.filter((period) => "oriented" in period[key]).length,
            noun: /^\d+ periods/,
            breakdown,
          });
        for (const { values } of one.publishedGaps)
          add({ path: `${breakdown}.publishedGaps.values`, value: values.length, noun: /^\d+ periods/, breakdown });
        if (newest !== undefined) {
          const clear = newest.who.filter((entry) => entry.clear === true);
          add({ path: `${breakdown}.who[clear]`, value: clear.length, noun: /^[\w,]+ of them differ/, breakdown });
          for (const sign of [1, -1])
            for (const named of [1, 2, 3])
              add({
                path: `${breakdown}.who[clear, ${sign}] less ${named} named`,
                value: clear.filter(({ difference }) => Math.sign(difference.value) === sign).length - named,
                noun: /^[\w,]+ others/,
                less: named,
                breakdown,
              });
        }
        add({
          path: `dimensions[${id}].groups`,
          value: groups.length,
          noun: /^[\w,]+ (\S+ )?(groups|wards|areas|districts|neighbourhoods|places)/,
          breakdown,
        });
        if (newest !== undefined)
          add({
            path: `${breakdown}.periods.groups[no estimate]`,
            value: newest.groups.filter(({ estimate }) => !("value" in estimate)).length,
            noun: /^[\w,]+ areas?\)/,
            before: /no figure \($/,
            breakdown,
          });
        add({
          path: `${breakdown}.periods`,
          value: one.periods.length,
          noun: /^[\w,]+ periods/,
          breakdown,
        });
        if (newest !== undefined) {
          const measured = newest.groups.filter(({ estimate }) => "value" in estimate).length;
          add({
            path: `${breakdown}.periods.groups[estimate]`,
            value: measured,
            noun: /^[\w,]+ (\S+ )?(groups|wards|areas|districts|neighbourhoods|places)/,
            breakdown,
          });
        }
      }
  const people = [
    ...areas.map(({ dimension, group }) => ({ id: "", groups: [{ dimension, group }], indicators: [] as string[] })),
    ...communities,
  ];
  for (const { id, groups, indicators: alone } of people) {
    const group = groups.map(({ dimension, group: id }) => `${dimension}/${id}`).join();
    // Who is no group of any source is known by the page alone.
    for (const count of standings(results, groups, alone))
      add({ ...count, path: `${group}: ${count.path}`, group, page: group === "" ? `communities/${id}.html` : null });
  }
  for (const dimension of dimensions)
    for (const { id, moved, areas: ranked } of dimension.rankings)
      for (const one of indicators.filter((indicator) =>
        indicator.dimensions.some((b) => b.dimension === dimension.id),
      )) {
        const breakdown = `${one.id}--${dimension.id}`;
        add({
          path: `dimensions.rankings[${id}].moved`,
          value: moved.length,
          noun: /^[\w,]+ of \d+ change/,
          breakdown,
        });
        add({ path: `dimensions.rankings[${id}].areas`, value: ranked, noun: /^[\w,]+ change/, breakdown });
      }
  return all;
}

const isMeasured = ({ state }: { state: string }): boolean => state === "measured" || state === "partly";
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The page of data gaps: combinations of an indicator and a characteristic, and what is not measured at all. */
function* gapsInData({ dataGaps, characteristics, themes, indicators }: WrittenResults) {
  const cells = dataGaps.flatMap((one) => one.cells);
  const of = (path: string, value: number, noun: RegExp) => ({ path, value, noun, page: "data-gaps.html" });
  for (const state of new Set(cells.map((cell) => cell.state)))
    yield of(
      `dataGaps.cells[${state}]`,
      cells.filter((cell) => cell.state === state).length,
      /^[\w,]+ (?:\S+ )?(?:combinations|of|are|in|need|that)/,
    );
  yield of("dataGaps.cells", cells.length, /^[\w,]+ (?:combinations|pairs)/);
  yield of(
    "dataGaps.cells[applies]",
    cells.filter(({ state }) => state !== "does-not-apply").length,
    /^[\w,]+ (?:combinations|pairs)/,
  );
  yield of("dataGaps", dataGaps.length, /^[\w,]+ topics?\b/);
  for (const { id, title } of characteristics) {
    yield of(
      `dataGaps[${id}]: topics measured`,
      dataGaps.filter((gap) => gap.cells.some((one) => one.characteristic === id && isMeasured(one))).length,
      new RegExp(`^[\\w,]+(?: (?:is|are) broken down)? by ${escaped(title)}`, "i"),
    );
    const own = cells.filter(({ characteristic }) => characteristic === id);
    const applies = own.filter(({ state }) => state !== "does-not-apply");
    const measured = own.filter(isMeasured);
    yield of(`dataGaps[${id}]: measured`, measured.length, /^\d+ of \d+$/);
    yield of(`dataGaps[${id}]: apply`, applies.length, /^\d+$/);
    yield {
      ...of(`dataGaps[${id}]: apply`, applies.length, /^\d+\b/),
      before: new RegExp(`^${escaped(title)}: \\d+ of $`),
    };
  }
  yield of("dataGaps.cells[measured, partly]", cells.filter(isMeasured).length, /^[\w,]+ are measured/);
  yield of("indicators", indicators.length, /^\d+$/);
  for (const { pool, theme } of [
    { pool: themes.flatMap(({ missing }) => missing), theme: null },
    ...themes.map(({ id, missing }) => ({ pool: missing, theme: id })),
  ]) {
    const here = { theme, ...(theme === null ? {} : { page: null }) };
    yield { ...of("themes.missing", pool.length, /^[\w,]+ things?/), ...here };
    if (theme === null)
      yield {
        ...of("themes.missing", pool.length, /^[\w,]+ things? this report has no figures for/),
        page: "index.html",
      };
    for (const state of new Set(pool.map((one) => one.state)))
      yield {
        ...of(
          `themes.missing[${state}]`,
          pool.filter((one) => one.state === state).length,
          /^[\w,]+ (?:is|are|needs?|that|things?|of)/,
        ),
        ...here,
      };
  }
}

/** What the first breakdown of each topic says, for the report and for each theme. */
function* tallies(results: WrittenResults): Generator<Partial<Count> & Pick<Count, "path" | "value" | "noun">> {
  const counted = results.indicators.filter(({ partOf, better }) => partOf === null && better !== "neither");
  const core = counted.filter((one) => one.core);
  const pools = [
    { name: "core", theme: null, all: core.length > 0 ? core : counted },
    { name: "counted", theme: null, all: counted },
    ...results.themes.flatMap(({ id }) => [
      { name: `core of ${id}`, theme: id, all: core.filter(({ theme }) => theme === id) },
      { name: `counted of ${id}`, theme: id, all: counted.filter(({ theme }) => theme === id) },
      { name: `all of ${id}`, theme: id, all: results.indicators.filter(({ theme }) => theme === id) },
    ]),
  ];
  for (const { name, theme, all } of pools) {
    const verdicts = all.map(({ dimensions }) => dimensions[0]?.verdict);
    const n = (...ids: readonly string[]): number =>
      verdicts.filter((verdict) => verdict !== undefined && ids.includes(verdict.id)).length;
    const of = (what: string, value: number, noun: RegExp) => ({ path: `${name}: ${what}`, value, noun, theme });
    const larger = n("widening", "larger-in-points-only", "larger-in-ratio-only");
    const smaller = n("closing", "smaller-in-points-only", "smaller-in-ratio-only");
    const untold =
      n("cannot-tell", "depends", "not-compared") + verdicts.filter((verdict) => verdict === undefined).length;
    yield of("all", all.length, /^[\w,]+ (?:core )?(?:topics?|indicators?|subjects?|questions?)/);
    if (core.length > 0 && name.startsWith("core"))
      yield of(
        "all but those",
        results.indicators.filter((one) => theme === null || one.theme === theme).length - all.length,
        /^[\w,]+ more (?:topics?|indicators?)/,
      );
    for (const one of temperatures)
      yield of(
        one,
        verdicts.filter((verdict) => verdict?.temperature === one).length,
        new RegExp(`^[\\w,]+ ${one.replace("-", " ")}\\b`),
      );
    yield of("larger", larger, /^[\w,]+ (?:gaps? )?(?:grew|widened|larger|wider|of the(?:m|se) grew)/);
    yield of("smaller", smaller, /^[\w,]+ (?:gaps? )?(?:shrank|narrowed|smaller|narrower|of the(?:m|se) shrank)/);
    yield of(
      "larger one way only",
      n("larger-in-points-only", "larger-in-ratio-only"),
      /^[\w,]+ (?:of the(?:m|se) grew|widened in points or)/,
    );
    yield of(
      "smaller one way only",
      n("smaller-in-points-only", "smaller-in-ratio-only"),
      /^[\w,]+ (?:of the(?:m|se) shrank|narrowed in points or)/,
    );
    yield of("widening", n("widening"), /^[\w,]+ widened/);
    yield of("cannot tell", n("cannot-tell"), /^[\w,]+ a change cannot be told/);
    yield of("untold", untold, /^[\w,]+ (?:that )?(?:we )?(?:cannot|can't) (?:tell|say|be told)/);
    yield of(
      "unclear",
      n("cannot-tell", "depends"),
      /^[\w,]+ (?:unclear|(?:we )?(?:cannot|can't) (?:tell|be told)|the change could be chance)/,
    );
    yield of("not compared", n("not-compared"), /^[\w,]+ (?:no reading|(?:are|could|can) not|could not be compared)/);
    yield of("compared", all.length - n("not-compared"), /^[\w,]+ (?:of \S+ )?(?:indicators |topics )?can be compared/);
    const why = new Map<string, number>();
    for (const verdict of verdicts)
      if (verdict?.because != null) why.set(verdict.because.reason, (why.get(verdict.because.reason) ?? 0) + 1);
    for (const [reason, value] of why) yield of(reason, value, /^[\w,]+ (?:there|the source|the|no|it|figures)\b/);
  }
}

interface Row {
  indicator: WrittenResults["indicators"][number];
  clear: boolean | null;
  size: number;
}

/** What stands before the count of each kind in the head of a theme on the page of an area. */
const kinds: Readonly<Record<string, RegExp>> = {
  worse: /Clearly worse: $/i,
  better: /Clearly better: $/i,
  different: /Clearly different, neither better nor worse: $/i,
  close: /Too close to tell: $/i,
  modelled: /Modelled, not counted: $/i,
  nested: /Part of another measure, not counted: $/i,
};

function kindOf({ indicator: { modelled, better, sentence }, clear, size }: Row): string {
  if (modelled) return "modelled";
  if (clear === null) return "untested";
  if (!clear) return "close";
  return better === "neither" || sentence.events ? "different" : size > 0 ? "worse" : "better";
}

/** How some people or an area stand beside others in the newest figures: one breakdown of each indicator. */
function* standings(
  results: WrittenResults,
  groups: readonly { dimension: string; group: string }[],
  alone: readonly string[],
): Generator<Told> {
  const sides = { worse: 0, better: 0, close: 0, judgedUntested: 0, different: 0, alike: 0, otherUntested: 0 };
  let [modelled, nested, lone, shown] = [0, 0, 0, 0];
  const beside = new Set<string>();
  const rows: Row[] = [];
  for (const indicator of results.indicators) {
    const found = groups.flatMap(({ dimension, group }) => {
      const one = indicator.dimensions.find((b) => b.dimension === dimension);
      const newest = one?.periods.at(-1);
      const own = newest?.groups.find(({ id }) => id === group);
      return one === undefined || newest === undefined || own === undefined || !("value" in own.estimate)
        ? []
        : [{ one, newest, group }];
    });
    const [first] = found;
    if (first === undefined && !alone.includes(indicator.id)) continue;
    shown += 1;
    if (first === undefined) {
      lone += 1;
      continue;
    }
    const { one, newest, group } = first;
    const against = newest.who.find((entry) => entry.group === group);
    const isPair = one.disadvantaged === group || one.advantaged === group;
    const gap = newest.absolute;
    const clear = against !== undefined ? against.clear : isPair && "clear" in gap ? gap.clear : null;
    const size =
      against !== undefined
        ? against.difference.value
        : "oriented" in gap
          ? (one.disadvantaged === group ? 1 : -1) * gap.oriented.value
          : 0;
    beside.add(indicator.id);
    rows.push({ indicator, clear, size });
  }
  const isNested = ({ partOf }: Row["indicator"]): boolean => partOf !== null && beside.has(partOf);
  for (const { indicator, clear, size } of rows) {
    const isNeutral = indicator.better === "neither" || indicator.sentence.events;
    if (isNested(indicator)) nested += 1;
    else if (indicator.modelled) modelled += 1;
    else if (isNeutral) sides[clear === null ? "otherUntested" : clear ? "different" : "alike"] += 1;
    else sides[clear === null ? "judgedUntested" : !clear ? "close" : size > 0 ? "worse" : "better"] += 1;
  }
  const of = (path: string, value: number, noun: RegExp, before: RegExp | null = null) => ({
    path,
    value,
    noun,
    before,
  });
  const { worse, better, close, judgedUntested, different, alike, otherUntested } = sides;
  for (const { id, title } of results.themes) {
    const own = rows.filter(({ indicator }) => indicator.theme === id);
    const n = (kind: string): number =>
      own.filter((row) => (isNested(row.indicator) ? "nested" : kindOf(row)) === kind).length;
    for (const [kind, before] of Object.entries(kinds))
      yield { path: `${id}: ${kind}`, value: n(kind), noun: /^/, before, heading: new RegExp(`^${escaped(title)}$`) };
  }
  yield* peopleCounts({ ...sides, shown, all: results.indicators.length, modelled, nested });
  yield of("figures", shown, /^[\w,]+ indicators? of this report/);
  yield of("no figures", results.indicators.length - shown, /^[\w,]+ indicators? of this report have no/);
  yield of("figures", shown, /^[\w,]+ indicators/, /\d of $/);
  // Cells of the list of all people and areas.
  const cells = [shown, worse, close + alike, better, different, judgedUntested + otherUntested, lone];
  for (const value of new Set(cells)) yield of("in a cell", value, /^\d+$/);
}

import type { WrittenIndicator, WrittenResults } from "../../src/results/results.ts";
import { fifthsOf, isUnderStrip, mapBound, ranksIn, stripEnds } from "./areas.ts";
import { type Count, type Counts, countsOf, shelved } from "./counts.ts";
import { type About, agrees, bounded, derivations } from "./derivations.ts";
import { wrongRanks, wrongWays } from "./directions.ts";
import { type Element, textOf, within } from "./document.ts";
import { type Fact, factsAt, factsOf } from "./facts.ts";
import { hide, type Mention, type Mentions, masked, mentionsOf } from "./mentions.ts";
import { returnsIn } from "./returns.ts";
import type { Statement } from "./statements.ts";
import { type Token, tokensOf, wordTokensOf } from "./tokens.ts";
import { constants, isWorded, ofAll } from "./wording.ts";

/** Where a number of a page comes from. */
export interface Trace {
  path: string;
  derivation: string;
}

export interface Finding {
  page: string;
  from: string;
  sentence: string;
  number: string;
  why: string;
}

export interface Traced {
  number: string;
  trace: Trace;
}

/** A breakdown of an indicator whose figures may be meant. */
export interface Source {
  breakdown: WrittenIndicator["dimensions"][number];
  about: About;
  facts: readonly Fact[];
  periods: readonly string[];
  /** Newest period, and the two of the change: what is meant where no period is named. */
  usual: readonly string[];
  groups: readonly { id: string; names: readonly string[] }[];
  indicator: WrittenIndicator;
  dimension: string;
}

interface Vocabulary {
  labels: readonly string[];
  names: readonly Source["groups"][number][];
  /** The periods and groups of a text that stands beside others. */
  mentioned: (text: string) => Mentions;
}

const unitOf = (gap: object | undefined): string => (gap !== undefined && "unit" in gap ? String(gap.unit) : "");

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** "the least deprived fifth of wards" is also the least deprived, or the least. */
const shorter = (phrase: string): string[] => {
  const [, end] = /^(?:the )?((?:second )?(?:most|least) (?:deprived|disadvantaged))\b/i.exec(phrase) ?? [];
  return end === undefined ? [] : [end, ...(/^second/i.test(end) ? [] : [`the ${end.split(" ")[0]}`])];
};

export function tracer(results: WrittenResults) {
  const dimensions = new Map(results.dimensions.map((one) => [one.id, one]));
  const known = new Map<string, Source>();
  const sourceOf = (indicator: WrittenIndicator, dimension: string): Source => {
    const key = `${indicator.id}--${dimension}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const breakdown = indicator.dimensions.find((one) => one.dimension === dimension)!;
    const { change } = breakdown;
    const ends = "baseline" in change ? [change.baseline.label, change.current.label] : [];
    const labels = breakdown.periods.map(({ period }) => period.label);
    const declared = dimensions.get(dimension)?.groups ?? [];
    const made: Source = {
      breakdown,
      about: { unit: indicator.unit, per: indicator.per, relative: unitOf(breakdown.periods.at(-1)?.relative) },
      facts: factsOf(results, indicator, dimension),
      periods: [
        ...new Set([
          ...labels,
          ...ends,
          ...breakdown.publishedGaps.flatMap(({ values }) => values.map(({ period }) => period)),
        ]),
      ],
      usual: [...labels.slice(-1), ...ends],
      groups: declared.map(({ id, label, phrase }, _, all) => ({
        id: `${dimension}/${id}`,
        names: /^\d+$/.test(label)
          ? [`Step ${label} of ${all.length}`, label, phrase]
          : [...new Set([label, phrase, ...shorter(phrase)])],
      })),
      indicator,
      dimension,
    };
    known.set(key, made);
    return made;
  };

  const titled = results.indicators
    .map((indicator) => ({ indicator, names: [indicator.title, lowerFirst(indicator.title)] }))
    .sort((a, b) => b.indicator.title.length - a.indicator.title.length);
  const byTitle = (text: string): WrittenIndicator | null =>
    titled.find(({ names }) => names.some((name) => text.includes(name)))?.indicator ?? null;

  const sourcesOf = ({ scope, around, chart }: Statement, text: string, whole: string): Source[] => {
    if (chart !== null && scope.indicator === null && scope.groups.length > 0)
      return results.indicators.flatMap((one) =>
        one.dimensions.flatMap(({ dimension }) =>
          scope.groups.some((group) => group.startsWith(`${dimension}/`)) ? [sourceOf(one, dimension)] : [],
        ),
      );
    const indicator =
      scope.indicator ?? byTitle(text) ?? byTitle(whole) ?? around.map(byTitle).find((one) => one !== null) ?? null;
    if (indicator === null) return [];
    const all = indicator.dimensions.map(({ dimension }) => dimension);
    if (scope.dimension !== null && all.includes(scope.dimension)) return [sourceOf(indicator, scope.dimension)];
    const ofGroups = all.filter((id) => scope.groups.some((group) => group.startsWith(`${id}/`)));
    if (ofGroups.length > 0) return ofGroups.map((id) => sourceOf(indicator, id));
    const named = all.filter((id) => {
      const title = new RegExp(`\\b${dimensions.get(id)?.title.replace(/[^\w ]/g, ".")}\\b`, "i");
      return [text, ...around].some((said) => title.test(said));
    });
    return (named.length > 0 ? named : all).map((id) => sourceOf(indicator, id));
  };

  const fixed = constants.flatMap(({ path, words, of }) =>
    of(results).flatMap((value) => (value === null ? [] : [{ path, words, value }])),
  );
  const areas = new Map(results.areas.map((area, n) => [area.slug, factsAt(area, `areas[${n}]`)]));
  const areaOf = new Map(
    results.areas.map((area, n) => [`${area.dimension}/${area.group}`, factsAt(area, `areas[${n}]`)]),
  );

  const titles = new Map(results.comparators?.places.map(({ id, title }) => [id, title]));
  const numbered = new Set(results.dimensions.flatMap(({ groups }) => groups.flatMap(({ label }) => label.split(" "))));
  const mask = masked(results);
  const returned = returnsIn(results);
  const allPeriods = [
    ...new Set(
      results.indicators.flatMap((one) =>
        one.dimensions.flatMap(({ periods }) => periods.map(({ period }) => period.label)),
      ),
    ),
  ];
  const all = countsOf(results);
  const counts = shelved(all);
  const inWords = shelved(all.filter(({ group }) => group !== null));
  const ofSources = factsAt(results.sources, "sources");

  /** What sentences about the same breakdowns may name, and what their headings and rows were found to name. */
  const vocabulary = (sources: readonly Source[]): Vocabulary => {
    const labels = sources.length > 0 ? [...new Set(sources.flatMap(({ periods }) => periods))] : allPeriods;
    const names = sources.flatMap(({ groups }) => groups);
    const found = new Map<string, Mentions>();
    const mentioned = (text: string): Mentions => {
      const made = found.get(text) ?? mentionsOf(mask(text), labels, names);
      found.set(text, made);
      return made;
    };
    return { labels, names, mentioned };
  };
  const vocabularies = new Map<string, Vocabulary>();
  const vocabularyOf = (sources: readonly Source[]): Vocabulary => {
    const key = sources.map(({ indicator, dimension }) => `${indicator.id}--${dimension}`).join();
    const made = vocabularies.get(key) ?? vocabulary(sources);
    vocabularies.set(key, made);
    return made;
  };

  /** The periods that are named anywhere in the same row of a list. */
  const rowPeriods = new Map<Element, readonly string[]>();
  const inRow = ({ element }: Statement, labels: readonly string[]): readonly string[] => {
    let row: Element | null = element;
    while (row !== null && row.name !== "li" && row.name !== "article") row = row.parent;
    if (row === null) return [];
    const known = rowPeriods.get(row);
    if (known !== undefined) return known;
    const spoken = [...within(row)].map(({ attributes }) => attributes["aria-label"] ?? "");
    const said = mentionsOf([textOf(row), ...spoken].join(" "), labels, []).periods.flatMap(({ ids }) => ids);
    rowPeriods.set(row, said);
    return said;
  };

  /** The groups that the piece before named, where it stands beside this one: "In 2011: 42.0 and 16.6" in a line of its own. */
  let before: { parent: Element | null; periods: readonly string[]; groups: readonly (readonly string[])[] } = {
    parent: null,
    periods: [],
    groups: [],
  };

  function trace(statement: Statement): { traced: Traced[]; findings: Finding[] } {
    const traced: Traced[] = [];
    const findings: Finding[] = [];
    const isNext = (statement.from === "p" || statement.from === "dd") && before.parent === statement.element.parent;
    let carried: { periods: readonly string[]; groups: readonly (readonly string[])[] } = {
      periods: isNext ? before.periods : [],
      groups: isNext ? before.groups : [],
    };

    const hidden = mask(statement.text);
    for (const { sentence, text: said } of sentencesIn(statement.text, hidden)) {
      if (!/\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i.test(said)) {
        const named = sourcesOf(statement, sentence, statement.text).flatMap(({ groups }) => groups);
        const found = mentionsOf(sentence, [], named).groups.map(({ ids }) => ids);
        if (found.length > 0) carried = { ...carried, groups: found };
        continue;
      }
      const plain = sourcesOf(statement, sentence, statement.text);
      const area = results.areas.find(({ slug }) => slug === statement.scope.area);
      const fifths =
        area !== undefined && plain.length === 1 && /to which it belongs|\bin a typical \w+ of the\b/.test(sentence)
          ? fifthsOf(
              results,
              area,
              plain[0]!,
              (dimension) =>
                plain[0]!.indicator.dimensions.some((one) => one.dimension === dimension)
                  ? sourceOf(plain[0]!.indicator, dimension)
                  : null,
              /\bin a typical \w+ of the\b/.test(sentence),
            )
          : [];
      const sources = [...plain, ...fifths];
      const { labels, names, mentioned } = fifths.length > 0 ? vocabulary(sources) : vocabularyOf(sources);
      const text = written(said, sources);
      const around = statement.around.map(mentioned);
      const found = mentionsOf(text, labels, names);
      const bare = found.bare;
      const near = (kind: "periods" | "groups") => around.map((one) => one[kind]).find((one) => one.length > 0) ?? [];
      const ids = (mentions: readonly Mention[]): string[] => [...new Set(mentions.flatMap((one) => one.ids))];
      const own = ids(found.periods);
      const periods = own.length > 0 ? own : carried.periods.length > 0 ? carried.periods : ids(near("periods"));
      const groups = [
        ...(found.groups.length > 0 ? [] : carried.groups.length > 0 ? carried.groups.flat() : ids(near("groups"))),
        ...statement.scope.groups,
      ];
      const context: Context = {
        statement,
        sentence: text,
        sources,
        periods,
        row: inRow(statement, labels),
        groups,
        mentions: found,
        fixed,
        isHeaded: statement.scope.groups.length > 0 || statement.heads.some((one) => mentioned(one).groups.length > 0),
        place: results.place.name,
        labels: numbered,
        titles,
        areas,
        areaOf,
        counts,
        ofSources,
        returned,
      };
      const tokens = tokensOf(bare);
      // "In 2011: 42.0 and 16.6": one figure for each group that was named before, in their order.
      const inOrder = found.groups.length === 0 && carried.groups.length > 1 && tokens.length === carried.groups.length;
      const ends =
        area !== undefined && plain.length === 1 && tokens.length === 2 && isUnderStrip(statement.element)
          ? stripEnds(plain[0]!, `${area.dimension}/${area.group}`)
          : null;
      const outcome =
        ends !== null
          ? tokens.map((token, n) => ({ token, trace: find(token, { ...context, sources: [ends[n]!] }, null) }))
          : inOrder
            ? tokens.map((token, n) => ({
                token,
                trace: find(token, { ...context, groups: statement.scope.groups }, carried.groups[n]!),
              }))
            : settle(tokens, context);
      const say = (number: string, why: string) =>
        findings.push({ page: statement.scope.page, from: statement.from, sentence, number, why });
      for (const { token, trace: from } of outcome) {
        const number =
          token.limits === null ? token.text : `${token.text} (${token.limits[0].text} to ${token.limits[1].text})`;
        if (from === null) say(number, "comes from nowhere in what this is about");
        else traced.push({ number, trace: from });
      }
      for (const pair of wrongWays(text, /\bgap\b|\bdiffer/i.test(text)))
        say(pair, "says the other way than its numbers go");
      const meant = found.groups.length > 0 ? ids(found.groups) : groups;
      for (const rank of wrongRanks(text, sources, meant)) say(rank, "is not the rank that its figure has");
      if (area !== undefined && plain.length === 1)
        for (const { number, trace: from } of ranksIn(sentence, plain[0]!, area)) {
          if (from === null) say(number, "is not the rank that its figure has");
          else traced.push({ number, trace: from });
        }
      for (const year of found.years) {
        const path = yearPath(year.text, results, statement, sources);
        if (path === null) say(year.text, "is no period of what this is about");
        else traced.push({ number: year.text, trace: { path, derivation: "period" } });
      }
      for (const {
        ids: [id],
        text: number,
      } of found.periods)
        traced.push({ number, trace: { path: `period ${id}`, derivation: "period" } });
      for (const { text: number, value, at } of wordTokensOf(bare)) {
        const count = countFor(value, bare, at, { ...context, counts: inWords });
        if (count === "none") continue;
        if (count === null) say(number, "is no count of what this is about");
        else traced.push({ number, trace: count });
      }
      carried = {
        periods: own.length > 0 ? own : carried.periods,
        groups: found.groups.length > 0 ? found.groups.map((one) => one.ids) : carried.groups,
      };
    }
    before = { parent: statement.element.parent, ...carried };
    return { traced, findings };
  }
  return trace;
}

/** Hides numbers that the definition of the indicator uses as words: "within 30 days", "two of four ways". */
function written(text: string, sources: readonly Source[]): string {
  const about = [...new Set(sources.map(({ indicator }) => indicator))];
  const own = about
    .map(({ title, sentence, question }) => [title, question, ...Object.values(sentence)].join(" | "))
    .join(" | ");
  return [...own.matchAll(numberWords)].reduce((left, [words]) => hide(left, words), text);
}

const numberWords =
  /(?<![\d.,])(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?!to\b|and\b|in\b|per\b)[\p{L}]{2,}/gu;

/** The sentences of a text, each as it is and with what people wrote hidden, which is no longer and no shorter. */
function sentencesIn(whole: string, hidden: string): { sentence: string; text: string }[] {
  const ends = [
    ...hidden.matchAll(/ ¶ |; |(?<=[.!?][”’)]?)\s+(?=[\p{Lu}“‘·]|\d[\d,]* \p{Ll}|\d{1,2}(?: \([^)]*\))?: )/gu),
  ];
  const starts = [0, ...ends.map(({ index, 0: mark }) => index + mark.length)];
  return starts
    .map((start, n) => [start, ends[n]?.index ?? whole.length] as const)
    .map(([start, end]) => ({ sentence: whole.slice(start, end), text: hidden.slice(start, end) }))
    .filter(({ text }) => text.trim() !== "");
}

interface Context {
  statement: Statement;
  sentence: string;
  sources: readonly Source[];
  periods: readonly string[];
  /** Periods that are named in the same row, where nothing nearer names one. */
  row: readonly string[];
  /** Groups that may be meant although the sentence does not name them. */
  groups: readonly string[];
  mentions: ReturnType<typeof mentionsOf>;
  fixed: readonly { path: string; words: RegExp; value: number }[];
  /** Whether the head of a row or column names a group, or the row's link does. */
  isHeaded: boolean;
  place: string;
  /** Labels of groups that are numbers. */
  labels: ReadonlySet<string>;
  titles: ReadonlyMap<string, string>;
  areas: ReadonlyMap<string, readonly Fact[]>;
  areaOf: ReadonlyMap<string, readonly Fact[]>;
  counts: Counts;
  ofSources: readonly Fact[];
  returned: ReturnType<typeof returnsIn>;
}

interface Settled {
  token: Token;
  trace: Trace | null;
}

/**
 * Gives each figure to the group that is named before or after it. A name takes figures of one side only, and between two
 * names the first figures go to the first: the way in which most figures are found decides.
 */
function settle(tokens: readonly Token[], context: Context): Settled[] {
  const { groups } = context.mentions;
  if (groups.length === 0) return tokens.map((token) => ({ token, trace: find(token, context, null) }));
  // "Men: 51.6%" is the figure of men and of nobody else.
  const seek = (token: Token, group: readonly string[]): Trace | null => {
    const named = groups.find(({ at, text }) => context.sentence.slice(at + text.length, token.at) === ": ");
    return named === undefined ? find(token, context, group) : find(token, { ...context, groups: [] }, named.ids);
  };
  const spaces = [-1, ...groups.keys()].map((k) =>
    tokens.filter(({ at }) => at > (groups[k]?.at ?? -1) && at < (groups[k + 1]?.at ?? Number.POSITIVE_INFINITY)),
  );
  type Way = { settled: Settled[]; lost: number };
  let ways = new Map<boolean, Way>([[false, { settled: [], lost: 0 }]]);
  for (const [n, inside] of spaces.entries()) {
    const [before, after] = [groups[n - 1], groups[n]];
    const next = new Map<boolean, Way>();
    for (const [taken, way] of ways)
      for (let split = 0; split <= inside.length; split += 1) {
        if (split > 0 && (before === undefined || taken)) continue;
        if (split < inside.length && after === undefined) continue;
        const settled = inside.map((token, i) => ({
          token,
          trace: seek(token, i < split ? before!.ids : after!.ids),
        }));
        const lost = way.lost + settled.filter(({ trace }) => trace === null).length;
        const takes =
          split < inside.length &&
          // A figure of the page's own people needs no name.
          settled
            .slice(split)
            .some(({ token, trace }) => trace?.path.includes(".groups[") && find(token, context, null) === null);
        if (lost < (next.get(takes)?.lost ?? Number.POSITIVE_INFINITY))
          next.set(takes, { settled: [...way.settled, ...settled], lost });
      }
    // A figure after the last name whose side is taken has no name: it must be none of a group.
    if (next.size === 0)
      for (const [, way] of ways) {
        const settled = inside.map((token) => ({ token, trace: find(token, context, null) }));
        const lost = way.lost + settled.filter(({ trace }) => trace === null).length;
        if (lost < (next.get(false)?.lost ?? Number.POSITIVE_INFINITY))
          next.set(false, { settled: [...way.settled, ...settled], lost });
      }
    ways = next;
  }
  return [...ways.values()].sort((a, b) => a.lost - b.lost)[0]!.settled;
}

/** The period that stands right after a figure: "7.8% in 2011". */
function boundTo({ end, limits }: Token, { mentions, sentence }: Context): string | null {
  const from = limits === null ? end : limits[1].end + 1;
  const next = mentions.periods.find(({ at }) => at >= from);
  return next !== undefined &&
    /^[ %)]*(?:(?:percentage )?points? |in \d+ )?(?:in|for|from) (?:the )?$/i.test(sentence.slice(from, next.at))
    ? next.ids[0]!
    : null;
}

/** The groups that the figure's words name right beside it: "Mixed: 6.7", "21 among males"; null where they name none. */
function groupBeside(
  { at, end, limits }: Token,
  { sentence, mentions: { groups } }: Context,
): readonly string[] | null {
  const before = groups.find(
    (one) => /^:? (?:from )?$/.test(sentence.slice(one.at + one.text.length, at)) && one.at < at,
  );
  if (before !== undefined) return before.ids;
  const from = limits === null ? end : limits[1].end + 1;
  const after = groups.find((one) => one.at >= from);
  const between = after === undefined ? null : sentence.slice(from, after.at);
  return between !== null && /^%?(?: (?:in|per|for every) [\d,]+)? (?:in|among) (?:the )?$/.test(between)
    ? after!.ids
    : null;
}

/** Whether the figure is told as that of the whole place: "16 per 1,000 in Sampleton", "(Sampleton as a whole: 23%". */
function ofPlace({ at, end }: Token, { sentence, place }: Context): boolean {
  const whole = sentence.slice(0, at).endsWith(`${place} as a whole: `);
  const after = sentence.slice(end);
  return whole || new RegExp(`^%?(?: (?:in|per|for every) [\\d,]+)? in ${place}\\b`).test(after);
}

function find(token: Token, context: Context, group: readonly string[] | null): Trace | null {
  const { statement, sources, sentence } = context;
  const bound = boundTo(token, context);
  const named = bound === null ? context.periods : [bound];
  const allowed = [...(group ?? []), ...context.groups];
  const isChart = statement.chart !== null;
  if (statement.around[0] !== undefined && /^version/i.test(statement.around[0]))
    return { path: "method.version", derivation: "constant: a version" };
  const loose = token.limits !== null || /\b(about|around|nearly|roughly|some)\b/i.test(sentence) || statement.isCell;
  const before = sentence.slice(0, token.at);
  const isPlain = token.limits === null && token.upTo === null;
  const standing = constant(token, context);
  if (standing !== null) return standing;
  if (isPlain && !statement.isCell && !isChart && token.decimals === 0 && token.unit === "none") {
    const count = countFor(token.value, sentence, token.at, context);
    if (count !== "none") return count;
  }
  const said = [sentence, statement.text, ...statement.around].join(" ");
  const { isCell } = statement;
  const deep = isOfMeasures(statement.element);
  const onlyLevels = tellsLevels(statement);
  const isNewest = !isChart && (onlyLevels || /^communities\//.test(statement.scope.page));
  const isLadder = chartOf(statement) === "groups";
  const isAdjusted =
    /adjusted p [=<>] $/i.test(before) || (isCell && statement.around.some((one) => /adjusted p/i.test(one)));
  const near = [sentence, isCell ? "" : (statement.around[0] ?? "")].join(" ");
  const { scope } = statement;
  const isAlone =
    (scope.groups.length > 0 || /^communities\//.test(scope.page)) &&
    !sources.some(({ dimension }) => scope.groups.some((id) => id.startsWith(`${dimension}/`)));
  const isGroup = context.mentions.groups.some(({ text }) => text === context.place);
  const isOfAll =
    isCell ||
    isChart ||
    isAlone ||
    (!isGroup && (ofAll.test(near) || near.includes(context.place) || /\bof every\b/i.test(statement.text)));
  // The head of a row or column says whose figure a cell is.
  const head =
    isCell && !/\p{L}{4}/u.test(sentence.replace(/percentage points?|higher|lower/g, "")) ? statement.heads : [];
  const isOfGroup =
    context.isHeaded && head.length > 0 && !head.some((one) => one === context.place || ofAll.test(one));
  const row =
    head.length === 0
      ? undefined
      : [...context.titles].find(
          ([, title]) => title !== context.place && statement.around.some((one) => one === title),
        )?.[0];
  const beside = groupBeside(token, context);
  const ownGroups = context.mentions.groups.flatMap(({ text, ids }) => (text === context.place ? ids : []));
  const isOfPlace = !isCell && !isChart && ofPlace(token, context);
  const isEnd = /^(?: times| percentage points?| points?)? (?:then|now)\b/.test(sentence.slice(token.end));
  const isTarget = /\btarget for the \w+ gap is $/.test(before);
  for (const { about, facts, usual, breakdown } of sources) {
    const isPair = breakdown.disadvantaged !== null && (breakdown.periods.at(-1)?.groups.length ?? 0) === 2;
    const periods = named.length > 0 ? named : isNewest ? usual.slice(0, 1) : [...usual, ...context.row];
    for (const fact of facts) {
      if (onlyLevels && !isLevel(fact)) continue;
      if (beside !== null && fact.group !== null && !beside.includes(fact.group)) continue;
      if (beside !== null && fact.group === null) continue;
      if (isOfPlace && (fact.sort !== "level" || (fact.group !== null && !ownGroups.includes(fact.group)))) continue;
      if (isEnd && /\.change\./.test(fact.path)) continue;
      if (isTarget && !/target/i.test(fact.path)) continue;
      if (fact.isDeep && !deep && !(isLadder && /\.(?:dis)?advantagedEnd$/.test(fact.path))) continue;
      if (isOfGroup && fact.group === null && !(isPair && fact.sort !== "level")) continue;
      if (row !== undefined && fact.place !== row && context.groups.length === 0) continue;
      if (fact.isSpan !== undefined && token.upTo === null) continue;
      if (fact.group !== null && !allowed.includes(fact.group) && !isChart) continue;
      if (fact.periods.length > 0 && !isChart && !fact.periods.some((label) => periods.includes(label))) continue;
      if (fact.place !== null && !said.includes(context.titles.get(fact.place) ?? fact.place)) continue;
      if (
        fact.group === null &&
        fact.sort === "level" &&
        !isOfAll &&
        fact.place === null &&
        !fact.path.includes("trends")
      )
        continue;
      if (token.unit === "p" && isAdjusted !== fact.path.endsWith("adjustedP")) continue;
      if (fact.sort === "share" && token.unit === "none" && !isCell) continue;
      if (fact.needs !== null && !said.toLowerCase().includes(fact.needs.toLowerCase())) continue;
      if (!isCell && !isWorded(fact.path, said)) continue;
      const name = match(token, fact, about, loose, before, said);
      if (name !== null) return { path: fact.path, derivation: name };
    }
  }
  return (
    (isPlain && !isCell && context.mentions.groups.length > 0
      ? between(token, context, allowed, named, loose)
      : null) ??
    (isChart && isPlain ? ofMap(token, context) : null) ??
    ofReturn(token, context) ??
    ofArea(token, context, loose, before) ??
    (token.limits === null && token.upTo === null
      ? counted(token.value, token.decimals, token.unit, sentence, token.at, context)
      : null)
  );
}

/** Whether it stands in the part of who lives in an area. */
function isOfWhoLives(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parent)
    if (at.attributes["aria-labelledby"] === "lives-here") return true;
  return false;
}

/** Sentences that tell how high figures stand now, and nothing else: those of the page of an area, and in easy words. */
const tellsLevels = ({ scope, isCell, chart, from, text }: Statement): boolean =>
  !isCell &&
  !text.startsWith("The gap is") &&
  chart === null &&
  from !== "desc" &&
  (scope.page === "easy-read.html" || (scope.area !== null && !scope.page.startsWith("embed/")));

const isLevel = ({ path, sort }: Fact): boolean => sort === "level" && !/trends|change\./.test(path);

/** What kind of chart a mark stands in, by the chart's id. */
const chartOf = ({ chart }: Statement): string =>
  /--([\w-]+?)-title\b/
    .exec(chart?.attributes["aria-labelledby"] ?? "")?.[1]
    ?.split("--")
    .at(-1) ?? "";

const ofMap = ({ value, decimals }: Token, { statement, sources }: Context): Trace | null =>
  chartOf(statement) === "map" && sources.length === 1 ? mapBound(sources[0]!, value, decimals) : null;

/** Whether a part is of the other measures, which print what sentences do not tell. */
function isOfMeasures(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parent)
    if (/\bother-measures\b/.test(at.attributes["class"] ?? "")) return true;
  return false;
}

function match(token: Token, fact: Fact, about: About, loose: boolean, before: string, said: string): string | null {
  for (const { name, sorts, units, words, of } of derivations) {
    if (words !== undefined && !words.test(said)) continue;
    if (!sorts.includes(fact.sort) || !units.includes(token.unit)) continue;
    const derived = of(fact, about);
    if (derived === null) continue;
    if (token.limits !== null) {
      const { value, lower, upper } = derived;
      if (lower === null || upper === null) continue;
      const [low, high] = token.limits;
      if (agrees(value, token, loose) && agrees(lower, low, loose) && agrees(upper, high, loose))
        return `${name}, with limits`;
    } else if (token.upTo !== null) {
      const { lower, upper } = derived;
      if (lower !== null && upper !== null && agrees(lower, token, loose) && agrees(upper, token.upTo, loose))
        return `${name}, its limits`;
    } else {
      if (agrees(derived.value, token, loose) && !/[<>] $/.test(before)) return name;
      if (bounded(derived.value, token, before)) return `${name}, bounded`;
    }
  }
  return null;
}

/** Differences and ratios of two groups, or of two periods, that the sentence names. */
function between(
  token: Token,
  context: Context,
  allowed: readonly string[],
  named: readonly string[],
  loose: boolean,
): Trace | null {
  const groups = [...new Set([...allowed, ...context.mentions.groups.flatMap(({ ids }) => ids)])];
  for (const { facts, usual } of context.sources) {
    const periods = named.length > 0 ? named : usual;
    const levels = facts.filter(
      ({ sort, path, group, periods: of }) =>
        sort === "level" &&
        /\.(estimate|overall)$/.test(path) &&
        (group === null || groups.includes(group)) &&
        of.some((label) => periods.includes(label)),
    );
    for (const a of levels)
      for (const b of levels) {
        if (a === b || (a.periods[0] !== b.periods[0] && a.group !== b.group)) continue;
        const derived: [string, number, readonly string[]][] = [
          ["difference of two", a.value - b.value, ["points", "in", "none"]],
          ["ratio of two", a.value / b.value, ["times", "none"]],
          [
            "change in per cent",
            100 * (a.value / b.value - 1),
            /% (?:more|less|higher|lower|larger|smaller|fewer)/.test(context.sentence) ? ["%"] : [],
          ],
        ];
        for (const [name, value, units] of derived)
          if (token.limits === null && units.includes(token.unit) && agrees(value, token, loose))
            return { path: `${a.path}, ${b.path}`, derivation: name };
      }
  }
  return null;
}

function constant(token: Token, { fixed, sentence, statement, labels }: Context): Trace | null {
  const after = sentence.slice(token.end, token.end + 40);
  if (
    token.value === 100 &&
    /^ (?:people|households|children|adults|such|residents|of|in|births|pupils|voters)/.test(after)
  )
    return { path: "100", derivation: "constant: of 100" };
  if (/\b(every|in|of|per) $/i.test(sentence.slice(0, token.at)) && [100, 1000, 10_000, 100_000].includes(token.value))
    return { path: String(token.value), derivation: "constant: of so many" };
  const said = [sentence, statement.text, ...statement.around].join(" ");
  // The list of a breakdown's groups, some of which are called by a number.
  if (
    (statement.scope.page === "method.html" || /: Step \d+ of \d+$|^No figure for [\d, ]+\.$/.test(sentence)) &&
    labels.has(token.text)
  )
    return { path: "dimensions.groups.label", derivation: "constant: a name" };
  const found = fixed.find(
    ({ value, words }) =>
      agrees(value, token, false) && token.limits === null && words.test(token.unit === "none" ? sentence : said),
  );
  return found === undefined ? null : { path: found.path, derivation: "constant of the method" };
}

function ofReturn(token: Token, { statement, returned }: Context): Trace | null {
  const path = returned(token, statement);
  return path === null ? null : { path, derivation: "of a programme" };
}

function ofArea(
  token: Token,
  { statement: { scope, element, around, text }, areas, areaOf, ofSources, sources }: Context,
  loose: boolean,
  before: string,
): Trace | null {
  const said = [text, ...around].join(" ");
  const facts = [
    ...(scope.page === "sources.html" ? ofSources : []),
    ...(scope.area === null ? [] : (areas.get(scope.area) ?? [])),
    ...scope.groups.flatMap((id) => areaOf.get(id) ?? []),
  ];
  for (const fact of facts) {
    // Ranks are told in sentences of their own, and who lives there in a part of its own.
    if (/\.ranks\b/.test(fact.path)) continue;
    if (/\.context\b/.test(fact.path) && !isOfWhoLives(element)) continue;
    const tells = sources.length > 0 ? /\blived\b/ : /lived|residents|people/i;
    if (/\.population\b/.test(fact.path) && !tells.test(said)) continue;
    const name = match(token, fact, { unit: "", per: 1, relative: "" }, loose, before, "");
    if (name !== null) return { path: fact.path, derivation: name };
  }
  return null;
}

function counted(
  value: number,
  decimals: number,
  unit: string,
  sentence: string,
  at: number,
  context: Context,
): Trace | null {
  if (decimals > 0 || unit === "%" || unit === "points" || unit === "times" || unit === "p") return null;
  const found = countFor(value, sentence, at, context);
  return found === "none" ? null : found;
}

/** "Longsight, Moss Side and 12 others": those that are named are not counted. */
const namedBefore = (at: number, { mentions: { groups } }: Context): number =>
  groups.filter((one) => one.at < at).length;

/** A count that is declared, of a thing that stands near the number. */
function countFor(value: number, sentence: string, at: number, context: Context): Trace | null | "none" {
  const { counts, statement, sources } = context;
  const { scope, text, around } = statement;
  const near = sentence.slice(at, at + 60);
  const said = [sentence, text, ...around].join(" ");
  const group = scope.groups.join();
  const breakdowns = new Set(sources.map(({ indicator, dimension }) => `${indicator.id}--${dimension}`));
  const nouns = new Map<RegExp, boolean>();
  const isNoun = (noun: RegExp): boolean => {
    const is = nouns.get(noun) ?? noun.test(near);
    nouns.set(noun, is);
    return is;
  };
  const meant = counts([null, ...breakdowns], [null, group]).filter(
    ({ noun, words, theme, before, page, less, heading }: Count) =>
      (page === null || page === scope.page || page === scope.people) &&
      (theme === null || theme === scope.theme) &&
      (less === null || less === namedBefore(at, context)) &&
      isNoun(noun) &&
      (heading === null || heading.test(around.at(-1) ?? "")) &&
      (statement.isCell || noun.source !== "^\\d+$") &&
      (before === null || before.test(sentence.slice(Math.max(0, at - 80), at))) &&
      (words === null || words.test(said)),
  );
  if (meant.length === 0) return "none";
  const found = meant.find((count) => count.value === value);
  return found === undefined ? null : { path: found.path, derivation: "count" };
}

function yearPath(
  text: string,
  results: WrittenResults,
  { scope, text: whole }: Statement,
  sources: readonly Source[],
): string | null {
  if (Number(text) === results.year) return "year";
  for (const { periods, indicator, facts } of sources) {
    const label = periods.find((one) => one.includes(text));
    if (label !== undefined) return `period ${label}`;
    if (JSON.stringify(indicator.breaks).includes(text)) return `indicators.${indicator.id}.breaks`;
    const year = facts.find(({ sort, value }) => sort === "year" && Math.round(value) === Number(text));
    if (year !== undefined) return year.path;
  }
  const source = results.sources.find(({ title, period }) => whole.includes(title) && period.includes(text));
  if (source !== undefined) return `sources.${source.id}.period`;
  if (scope.page.startsWith("value/") && JSON.stringify(results.value ?? null).includes(text)) return "value";
  if (sources.length > 0 || scope.indicator !== null) return null;
  if (scope.area !== null && results.sources.some(({ period }) => period.includes(text))) return "sources.period";
  return JSON.stringify(results.sources).includes(text) ? "sources" : null;
}

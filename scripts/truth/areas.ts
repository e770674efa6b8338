import type { WrittenResults } from "../../src/results/results.ts";
import type { Element } from "./document.ts";
import type { Fact } from "./facts.ts";
import type { Source, Trace } from "./trace.ts";

type WrittenArea = WrittenResults["areas"][number];

/** What the page of an area says beside its own figures: the ends of the line, the fifth that it belongs to, and its rank. */

const measuredOf = ({ breakdown }: Source): { id: string; value: number }[] =>
  (breakdown.periods.at(-1)?.groups ?? []).flatMap(({ id, estimate }) =>
    "value" in estimate ? [{ id, value: estimate.value }] : [],
  );

const level = (path: string, value: number, group: string): Fact => ({
  path,
  value,
  lower: null,
  upper: null,
  sort: "level",
  periods: [],
  group,
  place: null,
  isDeep: false,
  needs: null,
});

/** Whether it stands under the line on which each area has its place. */
export const isUnderStrip = ({ parent }: Element): boolean => parent?.attributes["class"] === "strip";

/** The ends of the line: the lowest and the highest figure of all areas, in this order. */
export function stripEnds(source: Source, own: string): [Source, Source] {
  const values = measuredOf(source).map(({ value }) => value);
  const only = (name: string, value: number): Source => ({
    ...source,
    facts: [level(`${source.indicator.id}--${source.dimension}: ${name} of groups`, value, own)],
  });
  return [only("lowest", Math.min(...values)), only("highest", Math.max(...values))];
}

/** The figures of the areas that are as deprived: of the one group, or the middle one of its areas. */
export function fifthsOf(
  results: WrittenResults,
  area: WrittenArea,
  own: Source,
  sourceOf: (dimension: string) => Source | null,
  isMedian: boolean,
): Source[] {
  return area.quantiles.flatMap(({ dimension, group }) => {
    const id = `${dimension}/${group}`;
    const named = results.dimensions.find((one) => one.id === dimension)?.groups.find((one) => one.id === group);
    const groups = named === undefined ? [] : [{ id, names: [named.phrase, `the ${named.label.toLowerCase()}`] }];
    if (!isMedian) {
      const ranked = sourceOf(dimension);
      return ranked === null ? [] : [{ ...ranked, groups, facts: ranked.facts.filter((one) => one.group === id) }];
    }
    const alike = new Set(
      results.areas
        .filter(
          (one) =>
            one.dimension === area.dimension &&
            one.quantiles.some((q) => q.dimension === dimension && q.group === group),
        )
        .map((one) => one.group),
    );
    const values = measuredOf(own)
      .flatMap((one) => (alike.has(one.id) ? [one.value] : []))
      .sort((a, b) => a - b);
    const [below, above] = [values[Math.ceil(values.length / 2) - 1], values[Math.floor(values.length / 2)]];
    return below === undefined || above === undefined
      ? []
      : [{ ...own, groups, facts: [level(`median of areas in ${id}`, (below + above) / 2, id)] }];
  });
}

const nth = String.raw`(?:(\d+)(?:st|nd|rd|th) )?(highest|lowest)`;
const rank = new RegExp(String.raw`\bthe ${nth}(?: figure)? of (\d+)\b`, "g");
const range = new RegExp(String.raw`\bfrom the ${nth} to the ${nth}\b`, "g");

export interface Ranked {
  number: string;
  trace: Trace | null;
}

/** "The 14th highest of 32 wards", "anywhere from the 9th highest to the 19th highest": each held against the figures. */
export function ranksIn(sentence: string, { breakdown, indicator, dimension }: Source, area: WrittenArea): Ranked[] {
  const all = (breakdown.periods.at(-1)?.groups ?? []).flatMap(({ id, estimate }) =>
    "value" in estimate ? [{ id, value: estimate.value }] : [],
  );
  const own = all.find(({ id }) => id === area.group);
  if (own === undefined || dimension !== area.dimension) return [];
  const number = (text: string | undefined): number => Number(text ?? 1);
  const path = `areas[${area.slug}]`;
  const places = [...sentence.matchAll(rank)].map(([said, place, end, of]): Ranked => {
    const beyond = all.filter(({ value }) => (end === "highest" ? value > own.value : value < own.value)).length;
    const isTrue = beyond + 1 === number(place) && Number(of) === all.length;
    return {
      number: place ?? said,
      trace: isTrue ? { path: `${path}: rank in ${indicator.id}`, derivation: "rank" } : null,
    };
  });
  const known = area.ranks.find((one) => one.indicator === indicator.id);
  const ranges = [...sentence.matchAll(range)].flatMap(([said, first, from, last, to]): Ranked[] => {
    const fromEnd = (place: number): number => (from === "highest" ? place : all.length + 1 - place);
    const ends = known === undefined ? [] : [fromEnd(known.first), fromEnd(known.last)].sort((a, b) => a - b);
    return [first, last].map((text, k) => ({
      number: text ?? said,
      trace:
        from === to && ends[k] === number(text)
          ? { path: `${path}.ranks[${indicator.id}].${k === 0 ? "first" : "last"}`, derivation: "rank" }
          : null,
    }));
  });
  return [...places, ...ranges];
}

/** Where a shade of a map begins: the foot of the lowest figure, a cut between two neighbours, or the step above the highest. */
export function mapBound(source: Source, value: number, decimals: number): Trace | null {
  const values = measuredOf(source)
    .map((one) => one.value)
    .sort((a, b) => a - b);
  const [low, high] = [values[0], values.at(-1)];
  if (low === undefined || high === undefined) return null;
  const step = 10 ** -decimals;
  const steps = values.length < 12 ? 3 : 5;
  const path = `${source.indicator.id}--${source.dimension}: shades`;
  const near = (end: number, from: number): boolean => end - from >= -1e-9 && end - from < step + 1e-9;
  const isCut = Array.from({ length: steps - 1 }, (_, k) => Math.round(((k + 1) * values.length) / steps)).some(
    (at) => {
      const above = values.findIndex((one, i) => i >= at && i > 0 && one > values[i - 1]!);
      return above > 0 && value > values[above - 1]! && value <= values[above]!;
    },
  );
  return near(low, value) || near(value, high) || isCut ? { path, derivation: "bound of a shade" } : null;
}

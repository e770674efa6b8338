import type { Definitions } from "../define/definitions.ts";
import { type AreasDimension, isOfAreas, isRanked } from "../define/dimension-types.ts";
import type { Project } from "../define/project.ts";
import type { AreaContext } from "../ingest/area-context.ts";
import type { GroupedDimension } from "../ingest/grouping.ts";
import { placesByChance } from "../judge/places-by-chance.ts";
import type { Area, Results } from "../results/results.ts";
import { pageNames } from "./page-names.ts";

interface Read {
  groups: ReadonlyMap<string, GroupedDimension>;
  areas: ReadonlyMap<string, AreaContext>;
}

/** Areas with a page of their own: where they stand in rankings of the same areas, and who lives there. */
export function areasOf(
  { dimensions }: Project,
  { groups, areas }: Read,
  datasets: Definitions["datasets"],
): Omit<Area, "ranks">[] {
  const made = dimensions.flatMap((dimension): (Omit<Area, "slug" | "ranks"> & { label: string })[] => {
    if (!isOfAreas(dimension)) return [];
    const { population, context } = areas.get(dimension.id)!;
    const own = groups.get(dimension.id)!.groups;
    const codes = own.map(({ id }) => id);
    return own.map(({ id, label }) => ({
      dimension: dimension.id,
      group: id,
      label,
      population: population.get(id) ?? null,
      counted: population.has(id) ? countedOn(dimension, datasets) : null,
      quantiles: quantilesOf(dimension, id, dimensions, groups),
      context: context.map(({ title, source, counts }) => ({ title, source, parts: partsOf(counts, id, codes) })),
    }));
  });
  const slugs = pageNames(made);
  return made.map(({ label: _, ...area }, i) => ({ ...area, slug: slugs[i]! }));
}

/** Day of the count of an area's population, where its column has one for all rows. */
function countedOn({ areas, population }: AreasDimension, datasets: Definitions["datasets"]): string | null {
  const columns = datasets.find(({ value }) => value.id === areas.dataset)?.value.columns ?? {};
  const at = population === undefined ? undefined : columns[population]?.population?.at;
  return typeof at === "string" ? at : null;
}

const quantilesOf = (
  { areas: { dataset, key } }: AreasDimension,
  code: string,
  dimensions: Project["dimensions"],
  groups: Read["groups"],
): Area["quantiles"] =>
  dimensions.flatMap((one) => {
    if (!isRanked(one) || one.areas.dataset !== dataset || one.areas.key !== key) return [];
    const group = groups.get(one.id)!.groups.find(({ codes }) => codes.includes(code));
    return group === undefined ? [] : [{ dimension: one.id, group: group.id }];
  });

type Counts = AreaContext["context"][number]["counts"];

/** Groups of one area with their shares of it, and of all areas together. A share needs every count of its total. */
function partsOf(counts: Counts, code: string, codes: readonly string[]): Area["context"][number]["parts"] {
  const everywhere = codes.flatMap((one) => counts.get(one) ?? []);
  const whole = total(everywhere);
  const here = counts.get(code) ?? [];
  const own = total(here);
  return here.map(({ label, count }) => {
    const all = total(everywhere.filter((part) => part.label === label));
    return { label, count, share: over(count, own), shareOfAll: over(all, whole) };
  });
}

const total = (parts: readonly { count: number | null }[]): number | null =>
  parts.reduce<number | null>((sum, { count }) => (sum === null || count === null ? null : sum + count), 0);

const over = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole;

/** Where chance could put an area in the order of each indicator's newest figures; no model's, whose error is not known. */
export function ranksOf(
  { dimension, group }: Pick<Area, "dimension" | "group">,
  indicators: Results["indicators"],
  confidence: number,
): Area["ranks"] {
  return indicators.flatMap(({ id: indicator, dimensions, scale, per, modelled }) => {
    const latest = dimensions.find((one) => one.dimension === dimension)?.periods.at(-1);
    if (latest === undefined || modelled) return [];
    const own = placesByChance(latest.groups, { scale, per, confidence }).find((one) => one.group === group);
    return own === undefined ? [] : [{ indicator, first: own.first, last: own.last }];
  });
}

import type { Gap, Limits } from "../model.ts";
import { isMissing, type NotComputable, notComputable } from "../reasons-and-notes.ts";
import type { Compared, Comparison, PlaceFigures, WhyNotCompared } from "../results/comparison.ts";
import type { DimensionResult, IndicatorResult, PeriodResult, Publishable } from "../results/results.ts";
import { zOf } from "../stats/normal.ts";
import { besideOthers, everyTwo, type GapKind } from "./gap-test.ts";

/** A place with what its report publishes. */
export interface PlaceReport {
  id: string;
  build: string;
  results: Publishable;
  /** Indicators whose figures are its own, and not those of every place together. */
  own: ReadonlySet<string>;
}

/** What is said of all places together. */
export interface Together {
  title: string;
  whole: string;
  about: string;
}

const bothTypes = ["absolute", "relative"] as const;

/**
 * The places side by side. Only what means the same in every place is compared: groups of people, and national quantiles
 * of areas. Fifths that a place cuts among its own areas are other people in each, and so are the areas themselves.
 */
export function comparePlaces(reports: readonly PlaceReport[], { title, whole, about }: Together): Comparison {
  const first = reports[0]!.results;
  const series = first.indicators.flatMap((indicator) =>
    indicator.dimensions.map((dimension) => ({ indicator, dimension: dimension.dimension })),
  );
  const all = series.map(({ indicator, dimension }) => comparedIn(reports, indicator, dimension));
  return {
    format: "tempcheck.comparison.v1",
    title,
    year: first.year,
    language: first.language,
    publisher: first.publisher,
    licence: first.licence,
    whole,
    about,
    method: { version: first.method.version, confidence: first.method.confidence },
    places: reports.map(({ id, build, results }) => ({
      id,
      name: results.place.name,
      code: results.place.code,
      title: results.title,
      build,
    })),
    compared: all.flatMap((one) => ("places" in one ? [one] : [])),
    notCompared: all.flatMap((one) => ("why" in one ? [one] : [])),
  };
}

type NotCompared = Comparison["notCompared"][number];

function comparedIn(reports: readonly PlaceReport[], indicator: IndicatorResult, id: string): Compared | NotCompared {
  const { results } = reports[0]!;
  const dimension = results.dimensions.find((one) => one.id === id)!;
  const { title } = indicator;
  const not = (why: WhyNotCompared): NotCompared => ({
    ...{ indicator: indicator.id, title, dimension: id, dimensionTitle: dimension.title, why },
  });
  if (!reports[0]!.own.has(indicator.id)) return not("not-of-places");
  if (dimension.by === "areas") return not("own-areas");
  if (dimension.by === "quantiles" && dimension.ranking !== "national") return not("own-ranking");
  const found = reports.map((report) => ({ id: report.id, result: resultIn(report.results, indicator.id, id) }));
  const withFigures = found.filter(({ result }) => (result?.periods.length ?? 0) > 0);
  if (withFigures.length < 2) return not("one-place");
  const period = newestCommon(withFigures.flatMap(({ result }) => result ?? []));
  if (period === null) return not("no-common-period");

  const at = found.map(({ id: place, result }) => ({ place, result, now: periodOf(result, period) }));
  const z = zOf(results.method.confidence);
  const gapsOf = (type: Gap["type"]): (Gap | NotComputable)[] => at.map(({ now }) => now?.[type] ?? none);
  const kindOf = (type: Gap["type"]): GapKind => ({ type, order: dimension.type, isModelled: indicator.modelled, z });
  const [absolute, relative] = bothTypes.map((type) => besideOthers(gapsOf(type), kindOf(type)));
  const differences = (type: Gap["type"]) =>
    everyTwo(
      gapsOf(type).map((gap, i) => ({ id: at[i]!.place, gap })),
      kindOf(type),
    );
  const labelOf = (group: string | null): string | null =>
    dimension.groups.find((one) => one.id === group)?.label ?? null;
  const sides = withFigures[0]!.result!;
  return {
    indicator: indicator.id,
    title,
    question: indicator.question,
    theme: indicator.theme,
    unit: indicator.unit,
    better: indicator.better,
    modelled: indicator.modelled,
    index: indicator.index,
    caveats: indicator.caveats,
    datasets: indicator.datasets,
    dimension: id,
    dimensionTitle: dimension.title,
    about: dimension.about,
    order: dimension.type,
    disadvantaged: labelOf(sides.disadvantaged),
    advantaged: labelOf(sides.advantaged),
    period,
    kinds: { absolute: kindIn(gapsOf("absolute")), relative: kindIn(gapsOf("relative")) },
    places: at.map(
      ({ place, result, now }, i): PlaceFigures => ({
        place,
        overall: limitsOf(now?.overall ?? none),
        groups: dimension.groups.map(({ id: group, label }) => ({
          ...{ group, label },
          estimate: limitsOf(now?.groups.find((one) => one.id === group)?.estimate ?? none),
        })),
        gaps: { absolute: absolute![i]!, relative: relative![i]! },
        series: (result?.periods ?? []).map((one) => ({
          period: one.period.label,
          start: one.period.start,
          end: one.period.end,
          absolute: isMissing(one.absolute) ? one.absolute : limitsOf(one.absolute.oriented),
        })),
      }),
    ),
    differences: { absolute: differences("absolute"), relative: differences("relative") },
  };
}

const none = notComputable("no-rows");

const resultIn = ({ indicators }: Publishable, indicator: string, dimension: string): DimensionResult | undefined =>
  indicators.find(({ id }) => id === indicator)?.dimensions.find((one) => one.dimension === dimension);

const periodOf = (result: DimensionResult | undefined, label: string): PeriodResult | undefined =>
  result?.periods.find(({ period }) => period.label === label);

/** The newest period that all have; null where there is none. */
function newestCommon(results: readonly DimensionResult[]): string | null {
  const [first, ...others] = results;
  const common = (first?.periods ?? []).filter(({ period }) =>
    others.every((one) => periodOf(one, period.label) !== undefined),
  );
  return common.at(-1)?.period.label ?? null;
}

/** What such a gap is, wherever there is one. */
function kindIn(gaps: readonly (Gap | NotComputable)[]): Compared["kinds"]["absolute"] {
  const gap = gaps.find((one): one is Gap => !isMissing(one));
  return gap === undefined ? null : { measure: gap.measure, unit: gap.unit, atEquality: gap.atEquality };
}

const limitsOf = (one: Limits | NotComputable): Limits | NotComputable =>
  isMissing(one) ? one : { value: one.value, lower: one.lower, upper: one.upper };

import type { ComparedBreakdown, ComparedBuild, ComparedPeriod } from "../../src/compare/previous.ts";

/** Small builds to compare, made up figure by figure. */

const limits = (value: number) => ({ value, lower: value - 1, upper: value + 1 });
export const held = { reason: "disclosure", text: "Held back." };
export const blank = { reason: "blank", text: "Not available." };

/** Groups by id: a figure, or why there is none. */
export type Groups = Record<string, number | typeof blank>;

export function period(label: string, groups: Groups, more: Partial<ComparedPeriod> = {}): ComparedPeriod {
  return {
    period: { label, start: `${label}-01-01`, end: `${label}-12-31` },
    groups: Object.entries(groups).map(([id, figure]) => ({
      id,
      label: id.toUpperCase(),
      estimate: typeof figure === "number" ? limits(figure) : figure,
      marker: figure === held ? "[c]" : figure === blank ? "[x]" : null,
    })),
    overall: limits(50),
    absolute: { definition: "d.v1", unit: "%", oriented: limits(10) },
    relative: { definition: "r.v1", unit: "ratio", oriented: limits(2) },
    ...more,
  };
}

export function breakdown(periods: ComparedPeriod[], more: Partial<ComparedBreakdown> = {}): ComparedBreakdown {
  return {
    dimension: "sex",
    periods,
    change: { baseline: periods[0]!.period, current: periods.at(-1)!.period },
    verdict: { id: "fairer", label: "Fairer", levellingDown: false },
    ...more,
  };
}

export const lessFair = { verdict: { id: "less-fair", label: "Less fair", levellingDown: false } };

interface Made {
  build?: string;
  method?: Partial<ComparedBuild["results"]["method"]>;
  manifest?: Partial<ComparedBuild["manifest"]>;
}

/** A build of one indicator, or of those given by id. */
export function build(
  dimensions: ComparedBreakdown[] | Record<string, ComparedBreakdown[]>,
  { build: id = "b", method, manifest }: Made = {},
): ComparedBuild {
  const indicators = Array.isArray(dimensions) ? { work: dimensions } : dimensions;
  return {
    results: {
      format: "tempcheck.results.v1",
      title: "Check",
      year: 2025,
      method: { version: "1", confidence: 0.95, materiality: 0, reliableDenominator: 100, ...method },
      dimensions: [{ id: "sex", title: "Sex" }],
      indicators: Object.entries(indicators).map(([name, own]) => ({
        id: name,
        title: name.toUpperCase(),
        unit: "%",
        dimensions: own,
      })),
    },
    manifest: { build: id, versions: { tempcheck: "1" }, definitions: ["d.v1", "r.v1"], inputs: [], ...manifest },
  };
}

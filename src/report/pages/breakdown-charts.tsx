import { type BreakdownChart, breakdownCharts } from "../../charts/chart.ts";
import type { Breakdown } from "../../narrate/breakdown.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { useCharts } from "./surroundings.ts";

type Row = "house" | "over-time" | "published" | "map" | "levels" | "gaps" | "who" | "funnel" | "gap-parts" | "people";

/** Where each chart of a breakdown stands. */
const rowOf: Readonly<Record<BreakdownChart, Row>> = {
  dumbbell: "house",
  "over-time": "over-time",
  published: "published",
  map: "map",
  groups: "levels",
  "gap-absolute": "gaps",
  "gap-relative": "gaps",
  who: "who",
  funnel: "funnel",
  "gap-parts": "gap-parts",
  people: "people",
};

interface Rows {
  /** Ids of the charts in a row. */
  idsIn: (row: Row) => string[];
}

/** The charts of a breakdown, row by row. */
export function useRows(b: Breakdown): Rows {
  const charts = useCharts();
  return {
    idsIn: (row) => breakdownCharts.filter((kind) => rowOf[kind] === row).flatMap((kind) => charts.ids(kind, b.name)),
  };
}

/** Charts side by side where there is room; one alone does not stretch. */
export function ChartRow({ ids, heading = "h3" }: { ids: readonly string[]; heading?: "h3" | "h4" }) {
  if (ids.length === 0) return null;
  return (
    <div class={ids.length === 1 ? "charts single" : "charts"}>
      {ids.map((id) => (
        <ChartFigure key={id} id={id} root="../" size="half" heading={heading} />
      ))}
    </div>
  );
}

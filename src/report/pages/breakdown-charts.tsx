import { type BreakdownChart, breakdownCharts } from "../../charts/chart.ts";
import type { Breakdown } from "../../narrate/breakdown.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { useCharts } from "./surroundings.ts";

type Row = "levels" | "gaps" | "published" | "who" | "people";

/** Where each chart of a breakdown stands. */
const rowOf: Readonly<Record<BreakdownChart, Row>> = {
  groups: "levels",
  "over-time": "levels",
  "gap-absolute": "gaps",
  "gap-relative": "gaps",
  published: "published",
  who: "who",
  map: "who",
  people: "people",
};

interface Rows {
  /** Ids of the charts in a row. */
  idsIn: (row: Row) => string[];
  /** Whether the first chart is a tall one, of many areas. */
  isTall: boolean;
}

/** The charts of a breakdown, row by row. Beside a tall chart there is room for people too. */
export function useRows(b: Breakdown): Rows {
  const charts = useCharts();
  const isTall = charts.ids("map", b.name).length > 0;
  const own = (kind: BreakdownChart): Row => (kind === "people" && isTall ? "levels" : rowOf[kind]);
  const idsIn = (row: Row): string[] =>
    breakdownCharts.filter((kind) => own(kind) === row).flatMap((kind) => charts.ids(kind, b.name));
  return { idsIn, isTall };
}

/** Charts side by side where there is room; one alone does not stretch, and a tall one has the others beside it. */
export function ChartRow({ ids, hasTall = false }: { ids: readonly string[]; hasTall?: boolean }) {
  if (ids.length === 0) return null;
  return (
    <div class={ids.length === 1 ? "charts single" : "charts"}>
      {ids.map((id, i) => (
        <ChartFigure key={id} id={id} root="../" size={hasTall && i === 0 ? "tall" : "half"} />
      ))}
    </div>
  );
}

import type { ChartKind, ChartName, DrawnChart } from "../charts/chart.ts";
import type { Page } from "./page.ts";

/** The drawn charts of a report, where its pages find those that they show. */
export interface Gallery {
  /** Ids of what was drawn of a kind, of one breakdown or area; none of nothing. */
  ids(kind: ChartKind, of: string | null): string[];
  chart(id: string): DrawnChart;
}

/** What is written of pages that show these charts. A chart that none of them shows is a bug, as is one that nobody drew. */
export function showing<Written>(charts: readonly DrawnChart[], write: (gallery: Gallery) => Written): Written {
  const unshown = new Set(charts.map(({ id }) => id));
  const written = write({
    ids: (kind, of) => charts.filter((chart) => chart.kind === kind && chart.of === of).map(({ id }) => id),
    chart(id) {
      const found = charts.find((chart) => chart.id === id);
      if (found === undefined) throw new Error(`a page shows the chart ${id}, which was not drawn`);
      unshown.delete(id);
      return found;
    },
  });
  refuseUnshown(unshown);
  return written;
}

/** Each page with the places of its charts among all of the report. A chart has one home: what has none or two is a bug. */
export function homes(pages: readonly Page[], charts: readonly ChartName[]): { page: Page; places: number[] }[] {
  const withoutHome = new Set(charts.map(({ id }) => id));
  const found = pages.map((page) => {
    const places = [...charts.keys()].filter((place) => {
      const { id, of } = charts[place]!;
      if (!page.charts?.includes(of)) return false;
      if (!withoutHome.delete(id)) throw new Error(`more than one page shows the chart ${id}`);
      return true;
    });
    return { page, places };
  });
  refuseUnshown(withoutHome);
  return found;
}

function refuseUnshown(ids: ReadonlySet<string>): void {
  if (ids.size > 0) throw new Error(`drawn, and shown on no page: ${[...ids].join(", ")}`);
}

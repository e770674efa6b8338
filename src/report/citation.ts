import type { Say } from "../catalogue/say.ts";
import type { DrawnChart } from "../charts/chart.ts";
import type { Publishable } from "../results/results.ts";

/** Path of a chart's own page in the report's folder. */
export const embedPath = (chart: string): string => `embed/${chart}.html`;

/** Where a chart's own page is published; null where the report has no address. */
export const embedAddress = ({ url }: Pick<Publishable, "url">, chart: string): string | null =>
  url === null ? null : `${url}report/${embedPath(chart)}`;

export const citation = (say: Say, results: Publishable, { id, title, subtitle }: DrawnChart): string =>
  say.chartActions.citation({
    publisher: results.publisher,
    year: String(results.year),
    chart: title,
    subtitle,
    report: results.title,
    licence: results.licence?.title ?? null,
    address: embedAddress(results, id),
  });

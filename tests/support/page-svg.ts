import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import type { DrawnChart } from "../../src/charts/chart.ts";
import { OnPage } from "../../src/charts/draw/picture.tsx";

/** A chart's picture as it stands in a page. */
export const pageSvg = (chart: DrawnChart): string => renderToString(h(OnPage, { chart, drawing: chart.drawing }));

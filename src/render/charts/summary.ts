import type { Publishable } from "../../disclose/publishable.ts";
import { temperatures } from "../../model.ts";
import { summaryDescription, summaryTitle } from "../captions.ts";
import { count } from "../format.ts";
import type { Chart } from "./chart.ts";
import { at, own, ownNumber } from "./position.ts";
import { chartWidth, colours, size, temperatureMarks } from "./theme.ts";

/** Every indicator and dimension as one sign, by temperature. */

const width = chartWidth;
const left = 100;
const right = 36;
const rowHeight = 34;

export function summaryChart(results: Publishable): Chart {
  const verdicts = results.indicators.flatMap(({ dimensions }) => dimensions.map(({ verdict }) => verdict));
  const tally = temperatures.map((temperature) => ({
    ...temperatureMarks[temperature],
    n: verdicts.filter((verdict) => verdict.temperature === temperature).length,
  }));
  const most = Math.max(1, ...tally.map(({ n }) => n));
  const step = Math.min(24, (width - left - right) / most);
  const middle = (row: number) => rowHeight * (row + 0.5);
  const signs = tally.flatMap(({ n, shape, colour, filled }, row) =>
    Array.from({ length: n }, (_, i) => ({
      x: step * (i + 0.5),
      y: middle(row),
      shape,
      colour,
      fill: filled ? colour : colours.paper,
    })),
  );
  const words = tally.map(({ word }, row) => ({ text: word, y: middle(row) }));
  const counts = tally.map(({ n }, row) => ({ text: count(n), x: step * n + 8, y: middle(row) }));
  return {
    name: "summary-of-verdicts",
    title: summaryTitle(results),
    subtitle: `${results.place.name}, ${results.year}. One sign for each comparison between groups.`,
    description: summaryDescription(results),
    key: "Cooling: the gap narrowed. Heating: it widened. Steady: no clear change. Mixed: the absolute and the relative gap moved in opposite ways. Unknown: not enough data to tell.",
    spec: {
      width: width - left - right,
      height: rowHeight * tally.length,
      autosize: { type: "none" },
      padding: { left, right, top: 8, bottom: 8 },
      encoding: { y: ownNumber("y") },
      layer: [
        {
          data: { values: signs },
          mark: { type: "point", size: Math.min(220, (step * 0.75) ** 2), strokeWidth: 1.5, opacity: 1 },
          encoding: { x: ownNumber("x"), shape: own("shape"), stroke: own("colour"), fill: own("fill") },
        },
        {
          data: { values: words },
          mark: { type: "text", align: "left", baseline: "middle", fontSize: 16, fontWeight: "bold" },
          encoding: { x: at(10 - left), text: { field: "text" } },
        },
        {
          data: { values: counts },
          mark: { type: "text", align: "left", baseline: "middle", fontSize: size.label },
          encoding: { x: ownNumber("x"), text: { field: "text" } },
        },
      ],
    } as Chart["spec"],
    table: {
      caption: "Comparisons by temperature",
      head: ["Temperature", "Number"],
      rows: tally.map(({ word, n }) => ({ heading: word, cells: [count(n)] })),
    },
  };
}

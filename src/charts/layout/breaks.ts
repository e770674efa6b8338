import type { Say } from "../../catalogue/say.ts";
import { colours, size } from "./chart-theme.ts";
import { at } from "./position.ts";

/** A rule where the series breaks, named above it. */
export function breakLayers({ charts }: Say, places: readonly number[], x: object): object[] {
  if (places.length === 0) return [];
  const values = places.map((place) => ({ x: place }));
  return [
    {
      data: { values },
      mark: { type: "rule", color: colours.context, strokeDash: [2, 3], strokeWidth: 1.5 },
      encoding: { x },
    },
    {
      data: { values },
      mark: { type: "text", text: charts.breakInSeries, align: "center", baseline: "bottom", fontSize: size.small },
      encoding: { x, y: at(-6) },
    },
  ];
}

import type { Breakdown } from "../narrate/breakdown.ts";
import type { Chart } from "./chart.ts";
import { choropleth } from "./choropleth.ts";
import { tileMap } from "./tile-map.ts";

/** Areas on a map: by their shapes where the project has them, else as tiles. */
export const areasChart = (b: Breakdown): Chart | null => choropleth(b) ?? tileMap(b);

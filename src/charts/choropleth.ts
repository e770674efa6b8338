import type { Breakdown } from "../narrate/breakdown.ts";
import { subtitle } from "../narrate/captions.ts";
import { choroplethKey, mapDescription, mapTitle } from "../narrate/mapped.ts";
import { type AreaMap, areaMapOf } from "./area-map.ts";
import { type Chart, chartName } from "./chart.ts";
import { chartWidth, colours } from "./layout/chart-theme.ts";
import { type Drawn, project, roomFor } from "./layout/plane.ts";
import { own, said } from "./layout/position.ts";
import { textWidth } from "./layout/text-width.ts";
import { legendHeight, legendLayers, type MapText, mapTexts } from "./map-layers.ts";

const tallest = 760;
const valueSizes = [17, 16, 15, 14, 13];
/** Figures have no tails: of the height of their type they take this much. */
const figureHeight = 0.76;

/** Areas by their shapes, with the figure in each that has room for it. */
export function choropleth(b: Breakdown): Chart | null {
  const { map, groups } = b.dimension;
  const areas = areaMapOf(b);
  if (map === null || areas === null) return null;
  const shapeOf = new Map(groups.map(({ id, shape }) => [id, shape]));
  const drawn = project(
    areas.areas.map(({ id }) => shapeOf.get(id) ?? []),
    chartWidth - 2,
    tallest,
  );
  const texts = textsOf(areas, drawn);
  return {
    ...chartName("map", b.name),
    title: mapTitle(b),
    subtitle: subtitle(b, b.latest.period.label),
    description: mapDescription(b),
    key: choroplethKey(b, {
      steps: areas.classes.fills.length,
      unlabelled: areas.areas.length - texts.length,
      source: map.name,
    }),
    spec: spec(areas, drawn, texts),
    table: areas.table,
  };
}

/** The figure in the largest type that fits the area. */
const textsOf = ({ areas }: AreaMap, { shapes }: Drawn): MapText[] =>
  areas.flatMap(({ text, ink }, i) => {
    for (const fontSize of valueSizes) {
      const at = roomFor(shapes[i]!, textWidth(text, fontSize) * 1.08, fontSize * figureHeight);
      if (at !== null) return [{ x: at[0], y: at[1], text, ink, fontSize, weight: "bold" as const }];
    }
    return [];
  });

function spec({ areas, classes }: AreaMap, { width, height, shapes }: Drawn, texts: readonly MapText[]): Chart["spec"] {
  const features = areas.map(({ fill, said: text, isBlank }, i) => ({
    type: "Feature",
    fill,
    said: text,
    isBlank,
    geometry: { type: "MultiPolygon", coordinates: shapes[i] },
  }));
  const layer = (values: readonly object[], strokeDash: number[] = []): object[] =>
    values.length === 0
      ? []
      : [
          {
            data: { values },
            mark: {
              type: "geoshape",
              stroke: colours.grey,
              strokeWidth: 0.75,
              ...(strokeDash.length > 0 ? { strokeDash } : {}),
            },
            encoding: { fill: own("fill"), tooltip: said },
          },
        ];
  const left = Math.floor((chartWidth - width) / 2);
  return {
    width,
    height: height + legendHeight + 8,
    autosize: { type: "none" },
    padding: { left: left + 1, right: chartWidth - width - left, top: 6, bottom: 6 },
    // The shapes are in pixels already.
    projection: { type: "identity", scale: 1, translate: [0, 0] },
    layer: [
      ...layer(features.filter(({ isBlank }) => !isBlank)),
      ...layer(
        features.filter(({ isBlank }) => isBlank),
        [3, 2],
      ),
      ...mapTexts(texts),
      ...legendLayers(classes, 24, height + 14),
    ],
  } as Chart["spec"];
}

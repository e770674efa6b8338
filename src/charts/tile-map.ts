import { type Breakdown, isOfAreas } from "../narrate/breakdown.ts";
import { subtitle } from "../narrate/captions.ts";
import { mapDescription, mapTitle, tileMapKey } from "../narrate/mapped.ts";
import { type AreaMap, areaMapOf, type MappedArea } from "./area-map.ts";
import { type Chart, chartName } from "./chart.ts";
import { chartWidth, colours } from "./layout/chart-theme.ts";
import { own, said } from "./layout/position.ts";
import { shortNames } from "./layout/short-name.ts";
import { textWidth } from "./layout/text-width.ts";
import { legendHeight, legendLayers, type MapText, mapTexts, pixels } from "./map-layers.ts";

const gap = 3;
const widest = 84;
const lineHeight = 12;
/** Narrower tiles hold their figure alone. */
const leastForNames = 38;
const valueSizes = [14, 13, 12, 11, 10, 9];

/** Areas as tiles, laid out by the columns and rows that the project gives them. */
export function tileMap(b: Breakdown): Chart | null {
  if (!isOfAreas(b) || b.dimension.map !== null) return null;
  const tiles = new Map(b.dimension.groups.flatMap(({ id, tile }) => (tile === null ? [] : [[id, tile] as const])));
  const map = areaMapOf(b);
  if (map === null || tiles.size === 0 || tiles.size < map.areas.length) return null;
  return {
    ...chartName("map", b.name),
    keepsSize: true,
    title: mapTitle(b),
    subtitle: subtitle(b, b.latest.period.label),
    description: mapDescription(b),
    key: tileMapKey(b, map.classes.fills.length),
    spec: spec(map, tiles),
    table: map.table,
  };
}

interface Tile extends MappedArea {
  x: number;
  x2: number;
  y: number;
  y2: number;
}

function spec({ areas, classes }: AreaMap, at: ReadonlyMap<string, { column: number; row: number }>): Chart["spec"] {
  const places = areas.map(({ id }) => at.get(id)!);
  const [firstColumn, firstRow] = [
    Math.min(...places.map(({ column }) => column)),
    Math.min(...places.map(({ row }) => row)),
  ];
  const columns = Math.max(...places.map(({ column }) => column)) - firstColumn + 1;
  const rows = Math.max(...places.map(({ row }) => row)) - firstRow + 1;
  const width = Math.min(widest, Math.floor(chartWidth / columns));
  const height = Math.max(32, Math.min(56, Math.round(width * 0.78)));
  const tiles = areas.map((area, i): Tile => {
    const [x, y] = [(places[i]!.column - firstColumn) * width, (places[i]!.row - firstRow) * height];
    return { ...area, x, x2: x + width - gap, y, y2: y + height - gap };
  });
  const left = Math.floor((chartWidth - columns * width) / 2);
  return {
    width: columns * width,
    height: rows * height + legendHeight,
    autosize: { type: "none" },
    padding: { left: left + 1, right: chartWidth - columns * width - left, top: 6, bottom: 6 },
    data: { values: tiles },
    layer: [
      ...tileLayers(tiles.filter(({ isBlank }) => !isBlank)),
      ...tileLayers(
        tiles.filter(({ isBlank }) => isBlank),
        [3, 2],
      ),
      ...mapTexts(textsOf(tiles, width - gap - 7)),
      ...legendLayers(classes, 24, rows * height + 10),
    ],
  } as Chart["spec"];
}

const tileLayers = (tiles: readonly Tile[], strokeDash: number[] = []): object[] =>
  tiles.length === 0
    ? []
    : [
        {
          data: { values: tiles },
          mark: {
            type: "rect",
            stroke: colours.grey,
            strokeWidth: 0.75,
            ...(strokeDash.length > 0 ? { strokeDash } : {}),
          },
          encoding: {
            x: pixels("x"),
            x2: { field: "x2" },
            y: pixels("y"),
            y2: { field: "y2" },
            fill: own("fill"),
            tooltip: said,
          },
        },
      ];

/** Name above, figure below it. */
function textsOf(tiles: readonly Tile[], room: number): MapText[] {
  const hasNames = room >= leastForNames;
  const names = shortNames(
    tiles.map(({ name }) => name),
    room,
  );
  const valueSize =
    valueSizes.find((one) => tiles.every(({ text }) => textWidth(text, one) * 1.08 <= room)) ?? valueSizes.at(-1)!;
  return tiles.flatMap(({ x, x2, y, y2, text, ink }, i) => {
    const lines = hasNames ? names.lines[i]! : [];
    const middle = (x + x2) / 2;
    const tall = lines.length * lineHeight + valueSize + 1;
    const top = (y + y2) / 2 - tall / 2;
    return [
      ...lines.map((line, j) => ({
        x: middle,
        y: top + (j + 0.5) * lineHeight,
        text: line,
        ink,
        fontSize: names.fontSize,
        weight: "normal" as const,
      })),
      {
        x: middle,
        y: top + lines.length * lineHeight + 1 + valueSize / 2,
        text,
        ink,
        fontSize: valueSize,
        weight: "bold" as const,
      },
    ];
  });
}

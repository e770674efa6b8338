import type { PublishedDimension } from "../results/results.ts";
import { type Polygons, project, roomFor } from "./layout/plane.ts";
import { textWidth, wrap } from "./layout/text-width.ts";

/** An area as a map of names draws it. */
export interface Outline {
  id: string;
  name: string;
  /** Of an SVG path. */
  path: string;
  /** Its name where there is room for it. */
  label: { lines: string[]; x: number; y: number; fontSize: number } | null;
}

export interface Outlines {
  width: number;
  height: number;
  /** Whether the areas are drawn as tiles, for want of shapes. */
  areTiles: boolean;
  outlines: Outline[];
}

const labelSizes = [14, 13, 12, 11.75];
export const LINE_HEIGHT = 1.15;
const tileHeight = 0.72;

/**
 * The areas of a dimension in a box of pixels, by their shapes or as tiles; null where it has neither of every area. Room
 * for names is looked for where they are asked for alone: that takes far longer than the shapes.
 */
export function outlinesOf(
  { groups }: Pick<PublishedDimension, "groups">,
  widest: number,
  tallest: number,
  { isNamed }: { isNamed: boolean } = { isNamed: true },
): Outlines | null {
  const shapes = groups.flatMap(({ shape }) => (shape === null ? [] : [shape]));
  const tiles = groups.flatMap(({ tile }) => (tile === null ? [] : [tile]));
  const areTiles = shapes.length < groups.length;
  if (groups.length === 0 || (areTiles && tiles.length < groups.length)) return null;
  const drawn = areTiles ? tilesIn(tiles, widest) : project(shapes, widest, tallest);
  return {
    width: drawn.width,
    height: drawn.height,
    areTiles,
    outlines: groups.map(({ id, label }, i) => ({
      id,
      name: label,
      path: pathOf(drawn.shapes[i]!),
      label: isNamed ? labelIn(label, drawn.shapes[i]!) : null,
    })),
  };
}

function tilesIn(tiles: readonly { column: number; row: number }[], widest: number) {
  const [west, north] = [Math.min(...tiles.map((one) => one.column)), Math.min(...tiles.map((one) => one.row))];
  const columns = Math.max(...tiles.map((one) => one.column)) - west + 1;
  const rows = Math.max(...tiles.map((one) => one.row)) - north + 1;
  const [across, down] = [Math.floor(widest / columns), Math.floor((widest / columns) * tileHeight)];
  return {
    width: across * columns,
    height: down * rows,
    shapes: tiles.map(({ column, row }): Polygons => {
      const [x, y] = [(column - west) * across, (row - north) * down];
      return [[[[x, y], [x + across, y], [x + across, y + down], [x, y + down], [x, y]]]]; // biome-ignore format: one ring
    }),
  };
}

const pathOf = (polygons: Polygons): string =>
  polygons
    .flat()
    .map((ring) => `M${ring.slice(0, -1).map(([x, y]) => `${x} ${y}`).join("L")}Z`) // biome-ignore format: one step
    .join("");

/** A name in as few lines and as large a type as fit. */
function labelIn(name: string, shape: Polygons): Outline["label"] {
  const words = name.split(" ");
  for (const fontSize of labelSizes)
    for (let most = 1; most <= Math.min(3, words.length); most++) {
      const lines = inLines(name, most, fontSize);
      const width = Math.max(...lines.map((line) => textWidth(line, fontSize)));
      const at = roomFor(shape, width * 1.04, lines.length * fontSize * LINE_HEIGHT * 0.8);
      if (at !== null) return { lines, x: Math.round(at[0]), y: Math.round(at[1]), fontSize };
    }
  return null;
}

/** The narrowest way to break a name into so many lines. */
function inLines(name: string, lines: number, fontSize: number): string[] {
  for (let width = textWidth(name, fontSize) / lines; ; width *= 1.05) {
    const broken = wrap(name, width, fontSize);
    if (broken.length <= lines) return broken;
  }
}

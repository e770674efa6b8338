import type { Position, Shape } from "./geojson.ts";

/** Positions that a page can carry: about 80 KB of drawing. */
export const MOST_POSITIONS = 8000;

/** Cells of the finest grid along the longer side of the map: a tenth of a pixel in the report's charts. */
const FINEST = 4096;

/**
 * Shapes on a grid, so coarse that all of them together fit a page. Neighbours keep their common border, because a
 * position moves to the same place in both of them.
 */
export function simplify(shapes: readonly Shape[]): Shape[] {
  const positions = shapes.flatMap((shape) => shape.flat(2));
  const span = (at: 0 | 1): number => {
    let [low, high] = [Infinity, -Infinity];
    for (const position of positions) [low, high] = [Math.min(low, position[at]), Math.max(high, position[at])];
    return high - low;
  };
  const side = Math.max(span(0), span(1));
  for (let cells = FINEST; ; cells /= 2) {
    const simple = shapes.map((shape) => onGrid(shape, side / cells));
    const size = simple.reduce((sum, shape) => sum + shape.flat(2).length, 0);
    if (size <= MOST_POSITIONS || cells <= 32) return simple;
  }
}

/** A shape with every position at a crossing of the grid. Rings that shrink to a line go, unless nothing would be left. */
function onGrid(shape: Shape, step: number): Shape {
  const snapped = shape.map((rings) => rings.map((ring) => ringOnGrid(ring, step)));
  const kept = snapped
    .filter(([outer]) => outer !== undefined && outer.length >= 4)
    .map((rings) => rings.filter(({ length }) => length >= 4));
  return kept.length > 0 ? kept : shape.map((rings) => rings.map((ring) => ring.map((one) => rounded(one))));
}

function ringOnGrid(ring: readonly Position[], step: number): Position[] {
  const placed: Position[] = [];
  for (const [longitude, latitude] of ring) {
    const next = rounded([Math.round(longitude / step) * step, Math.round(latitude / step) * step]);
    const last = placed.at(-1);
    if (last === undefined || last[0] !== next[0] || last[1] !== next[1]) placed.push(next);
  }
  return placed;
}

/** To a metre or so. */
const rounded = ([longitude, latitude]: Position): Position => [
  Number(longitude.toFixed(5)),
  Number(latitude.toFixed(5)),
];

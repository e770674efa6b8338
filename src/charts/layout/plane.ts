/** Shapes on paper: longitude and latitude to pixels, and the roomiest point inside a shape. */

export type Point = readonly [x: number, y: number];
export type Polygons = readonly (readonly (readonly Point[])[])[];

export interface Drawn {
  width: number;
  height: number;
  shapes: Polygons[];
}

/**
 * Places all shapes in a box, north up. Degrees of longitude are shortened by the cosine of the middle latitude, which is
 * exact enough for a city or a county.
 */
export function project(shapes: readonly Polygons[], widest: number, tallest: number): Drawn {
  const points = shapes.flatMap((polygons) => polygons.flat(2));
  const bounds = (of: (point: Point) => number) => {
    let [low, high] = [Infinity, -Infinity];
    for (const point of points) [low, high] = [Math.min(low, of(point)), Math.max(high, of(point))];
    return [low, high] as const;
  };
  const [west, east] = bounds(([longitude]) => longitude);
  const [south, north] = bounds(([, latitude]) => latitude);
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(widest / ((east - west) * narrowing), tallest / (north - south));
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return {
    width: Math.ceil((east - west) * narrowing * scale),
    height: Math.ceil((north - south) * scale),
    shapes: shapes.map((polygons) =>
      polygons.map((rings) =>
        rings.map((ring) =>
          ring.map(
            ([longitude, latitude]): Point => [
              tenth((longitude - west) * narrowing * scale),
              tenth((north - latitude) * scale),
            ],
          ),
        ),
      ),
    ),
  };
}

const samples = 24;
/** Edges that are gone through for each sample; a shape of more is a scatter of islands, none of which has room. */
const MOST_EDGES = 10_000;

/** The point inside a shape with most room for a box of a width and a height, or null where the box does not fit. */
export function roomFor(polygons: Polygons, width: number, height: number): Point | null {
  const squeeze = height / width;
  const edges = polygons.flatMap((rings) =>
    rings.flatMap((ring) =>
      ring.slice(1).map(([x, y], i) => ({ ax: ring[i]![0] * squeeze, ay: ring[i]![1], bx: x * squeeze, by: y })),
    ),
  );
  if (edges.length > MOST_EDGES) return null;
  const xs = edges.map(({ ax }) => ax);
  const ys = edges.map(({ ay }) => ay);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [across, down] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const rows = Array.from({ length: samples }, (_, j) => crossings(top + (down * j) / samples, edges));
  let best: { x: number; y: number; room: number; worth: number } | null = null;
  for (let i = 1; i < samples; i++)
    for (let j = 1; j < samples; j++) {
      const [x, y] = [left + (across * i) / samples, top + (down * j) / samples];
      if (!isInside(x, rows[j]!)) continue;
      // Of places with the same room, the one nearest the middle.
      const off = Math.hypot(x - left - across / 2, y - top - down / 2) / 1000;
      const room = roomAt(x, y, edges, best === null ? Number.NEGATIVE_INFINITY : best.worth + off);
      const worth = room - off;
      if (best === null || worth > best.worth) best = { x, y, room, worth };
    }
  return best !== null && best.room >= height / 2 ? [best.x / squeeze, best.y] : null;
}

interface Edge {
  ax: number;
  ay: number;
  bx: number;
  by: number;
}

/** Where edges cross a height. */
function crossings(y: number, edges: readonly Edge[]): number[] {
  const found: number[] = [];
  for (const { ax, ay, bx, by } of edges) if (ay > y !== by > y) found.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
  return found;
}

/** By the count of edges to the right: holes and islands come out right. */
function isInside(x: number, crossed: readonly number[]): boolean {
  let inside = false;
  for (const at of crossed) if (x < at) inside = !inside;
  return inside;
}

/** So much more than the room found, and an edge is further off whatever rounding does. */
const SURELY = 1e-6;

/** The room about a point; once it is clearly below `enough`, which would be too little, no more is looked at. */
function roomAt(x: number, y: number, edges: readonly Edge[], enough: number): number {
  let room = Number.POSITIVE_INFINITY;
  for (const edge of edges) {
    const { ax, ay, bx, by } = edge;
    // No nearer than the box about it.
    const least = room + SURELY;
    if (ax - x > least && bx - x > least) continue;
    if (x - ax > least && x - bx > least) continue;
    if (ay - y > least && by - y > least) continue;
    if (y - ay > least && y - by > least) continue;
    const off = distance(x, y, edge);
    if (off < room) {
      room = off;
      if (room < enough - SURELY) return room;
    }
  }
  return room;
}

/** Half the side of the largest upright square about a point that an edge stays out of. */
function distance(x: number, y: number, { ax, ay, bx, by }: Edge): number {
  const [dx, dy] = [ax - x, ay - y];
  const [ex, ey] = [bx - ax, by - ay];
  // The larger of two lengths that change evenly is least at an end, where one is nothing, or where both are equal.
  const at = (turn: number): number =>
    turn >= 0 && turn <= 1 ? Math.max(Math.abs(dx + turn * ex), Math.abs(dy + turn * ey)) : Number.POSITIVE_INFINITY;
  return Math.min(at(0), at(1), at(-dx / ex), at(-dy / ey), at((dy - dx) / (ex - ey)), at(-(dx + dy) / (ex + ey)));
}

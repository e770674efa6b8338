/** Finds room for labels beside points, so that none covers another, a point, or the edge. */

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Anchor {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a label stands: its box and its middle, how far it is from its point, and how good the place is (least best). */
export interface Spot extends Box {
  x: number;
  y: number;
  distance: number;
  cost: number;
}

interface Room {
  bounds: Box;
  /** Never covered: the points, and labels that stand already. */
  solid: readonly Box[];
  /** Covered only where there is no better place: bars of intervals, lines. */
  soft: readonly Box[];
  /** Points that the label must not seem to belong to. */
  rivals: readonly { x: number; y: number }[];
}

const distances = [9, 15, 23, 33, 45, 60];
const ways: readonly [number, number][] = [
  [1, 0],
  [1, -1],
  [0, -1],
  [-1, -1],
  [-1, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
];

export const boxAround = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

const touch = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const within = (a: Box, b: Box): boolean =>
  a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;

/** From a point to the nearest edge of a box. */
const away = ({ left, right, top, bottom }: Box, { x, y }: { x: number; y: number }): number =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));

/** The nearest free place for one label, the fewest lines crossed; null where there is none. */
export function placeLabel({ x, y, width, height }: Anchor, { bounds, solid, soft, rivals }: Room): Spot | null {
  let best: Spot | null = null;
  for (const distance of distances)
    for (const [across, down] of ways) {
      const slant = across !== 0 && down !== 0 ? Math.SQRT1_2 : 1;
      const middle = {
        x: x + across * (distance * slant + width / 2),
        y: y + down * (distance * slant + height / 2),
      };
      const box = boxAround(middle.x, middle.y, width, height);
      if (!within(box, bounds) || solid.some((other) => touch(box, other))) continue;
      const crossed = soft.filter((other) => touch(box, other)).length;
      const nearer = rivals.filter((other) => away(box, other) <= away(box, { x, y })).length;
      const cost = distance + 25 * (crossed + nearer);
      if (best === null || cost < best.cost) best = { ...box, ...middle, distance, cost };
    }
  return best;
}

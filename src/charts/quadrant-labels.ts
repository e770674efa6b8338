import { size } from "./layout/chart-theme.ts";
import { type Box, boxAround, placeLabel, type Spot } from "./layout/place-labels.ts";
import { textWidth, wrap } from "./layout/text-width.ts";

/** A number for every dot, and a name for those that clearly moved, where there is room. */

interface Dot {
  number: number;
  name: string;
  isClear: boolean;
  x: number;
  y: number;
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

interface Labels {
  labels: { text: string[]; x: number; y: number; align: "left" | "center" | "right" }[];
  leaders: { x: number; y: number; x2: number; y2: number }[];
}

interface Placed {
  spot: Spot;
  text: string[];
}

const lineHeight = 14;
const nameWidths = [118, 92, 78];
const furthestName = 23;

/** Names first, since they need the most room; without any where they leave a number none. */
export function labelled(dots: readonly Dot[], side: number): Labels {
  const named = lay(dots, side, true);
  return named.labels.length === dots.length ? named : lay(dots, side, false);
}

function lay(dots: readonly Dot[], side: number, withNames: boolean): Labels {
  const bounds = { left: 2, right: side - 2, top: 2, bottom: side - 2 };
  const solid: Box[] = dots.map(({ x, y }) => boxAround(x, y, 13, 13));
  const soft: Box[] = [
    ...dots.map(({ x0, x1, y }) => boxAround((x0 + x1) / 2, y, Math.abs(x1 - x0), 3)),
    ...dots.map(({ x, y0, y1 }) => boxAround(x, (y0 + y1) / 2, 3, Math.abs(y1 - y0))),
    // The middle lines count twice: nothing else says where no change lies.
    ...[0, 1].flatMap(() => [boxAround(side / 2, side / 2, side, 3), boxAround(side / 2, side / 2, 3, side)]),
  ];
  const spots = new Map<number, Placed>();
  const spotFor = ({ x, y, number }: Dot, text: string[]): Placed[] => {
    const width = Math.max(...text.map((line) => textWidth(line, size.small))) + 4;
    const height = text.length * lineHeight;
    const rivals = dots.filter((dot) => dot.number !== number);
    const spot = placeLabel({ x, y, width, height }, { bounds, solid, soft, rivals });
    return spot === null ? [] : [{ spot, text }];
  };
  const put = (dot: Dot, found: readonly Placed[]): void => {
    const [best] = [...found].sort((a, c) => a.spot.cost - c.spot.cost);
    if (best === undefined || spots.has(dot.number)) return;
    spots.set(dot.number, best);
    solid.push(best.spot);
  };
  if (withNames)
    for (const dot of dots.filter(({ isClear }) => isClear)) {
      const texts = nameWidths.map((width) => wrap(`${dot.number} ${dot.name}`, width, size.small));
      put(
        dot,
        texts.flatMap((text) => spotFor(dot, text)).filter(({ spot }) => spot.distance <= furthestName),
      );
    }
  for (const dot of dots) put(dot, spotFor(dot, [String(dot.number)]));
  return arranged(dots, spots);
}

function arranged(dots: readonly Dot[], spots: ReadonlyMap<number, Placed>): Labels {
  const found = dots.flatMap((dot) => {
    const placed = spots.get(dot.number);
    return placed === undefined ? [] : [{ dot, ...placed }];
  });
  return {
    labels: found.map(({ dot, spot, text }) => {
      const align = spot.left > dot.x ? "left" : spot.right < dot.x ? "right" : "center";
      const x = { left: spot.left, center: spot.x, right: spot.right }[align];
      return { text, x, y: spot.y - ((text.length - 1) * lineHeight) / 2, align };
    }),
    leaders: found.filter(({ spot }) => spot.distance > 9).map(({ dot, spot }) => leader(dot, spot)),
  };
}

/** A thin line from the dot to the nearest edge of its label. */
function leader({ x, y }: Dot, { left, right, top, bottom }: Spot): Labels["leaders"][number] {
  const nearest = (from: number, low: number, high: number) => Math.min(high, Math.max(low, from));
  return { x, y, x2: nearest(x, left, right), y2: nearest(y, top, bottom) };
}

import type { Say } from "../catalogue/say.ts";
import type { Limits, Temperature } from "../model.ts";
import type { Move } from "../narrate/moves.ts";
import { type Corner, gapWords, levelWords, pointedAt } from "../narrate/quadrant.ts";
import type { Chart } from "./chart.ts";
import { labelExpr, linearAxis } from "./layout/axis.ts";
import { chartWidth, colours, size, temperatureMarks } from "./layout/chart-theme.ts";
import { at, own, ownNumber, said } from "./layout/position.ts";
import { labelled } from "./quadrant-labels.ts";

const left = 92;
const right = 30;
const top = 44;
const bottom = 66;
const side = chartWidth - left - right;

/** Whether a dot of this temperature says that something moved. */
const clearly: Record<Temperature, boolean> = {
  cooling: true,
  easing: true,
  heating: true,
  warming: true,
  mixed: true,
  steady: false,
  unclear: false,
  "no-reading": false,
};

/** Paper round the letters, so that no line strikes them through. */
const halo = { stroke: colours.paper, strokeWidth: 4, color: colours.paper } as const;

/** What moved by more than all of itself stands at the edge, so that the others are not heaped in the middle. */
const FARTHEST = 1;

/** How far the scale goes, in per cent: round the dots, and round their bars up to half as far again. */
function reach(moves: readonly Move[]): number {
  const shown = moves.flatMap(({ gap, level }) => [gap, level]);
  const dots = Math.max(0.05, ...shown.map(({ value }) => Math.min(FARTHEST, Math.abs(value))));
  const bars = Math.max(...shown.flatMap(({ value, lower, upper }) => [lower ?? value, upper ?? value].map(Math.abs)));
  return 105 * Math.max(dots, Math.min(bars, 1.5 * dots, FARTHEST));
}

/** Dots with their intervals on one scale, their numbers, and the names of the corners. */
export function quadrantSpec(
  say: Say,
  moves: readonly Move[],
  corners: Readonly<Record<Corner, number>>,
): Chart["spec"] {
  const end = reach(moves);
  const tick = Math.max(...linearAxis(say, [-end, end], "%", 4).values.filter((value) => value < 0.9 * end));
  const ticks = [-tick, 0, tick];
  const pixel = (share: number) => (side / 2) * (1 + (100 * share) / end);
  const cut = (value: number) => Math.min(side, Math.max(0, value));
  const across = ({ value, lower, upper }: Limits) => ({
    value: cut(pixel(value)),
    lower: cut(pixel(lower ?? value)),
    upper: cut(pixel(upper ?? value)),
  });
  const down = (limits: Limits) => {
    const { value, lower, upper } = across(limits);
    return { value: side - value, lower: side - lower, upper: side - upper };
  };
  const points = moves.map((move, i) => {
    const { b, gap, level } = move;
    const { shape, colour, filled } = temperatureMarks[b.result.verdict.temperature];
    const [x, y] = [across(level), down(gap)];
    return {
      number: i + 1,
      name: b.indicator.title,
      said: pointedAt(i + 1, move),
      isClear: clearly[b.result.verdict.temperature],
      x: x.value,
      x0: x.lower,
      x1: x.upper,
      y: y.value,
      y0: y.lower,
      y1: y.upper,
      shape,
      colour,
      fill: filled ? colour : colours.paper,
    };
  });
  const { labels, leaders } = labelled(points, side);
  const axis = (words: typeof gapWords) => {
    const labels = ticks.map((value) => (value === 0 ? say.quadrant.unmoved : words(say, value / 100)));
    return { values: ticks, labelExpr: labelExpr({ domain: [-end, end], values: ticks, labels }), grid: true };
  };
  const scale = { type: "linear", domain: [-end, end], nice: false, zero: false } as const;
  const text = { type: "text", fontSize: size.small, baseline: "middle", lineHeight: 14 } as const;
  const words = { text: { field: "text" }, x: ownNumber("x"), y: ownNumber("y") } as const;
  return {
    width: side,
    height: side,
    autosize: { type: "none" },
    padding: { left, right, top, bottom },
    layer: [
      {
        data: { values: [{ x: 0, y: 0 }] },
        mark: { type: "point", opacity: 0 },
        encoding: {
          x: { field: "x", type: "quantitative", scale, axis: { orient: "bottom", ...axis(levelWords) } },
          y: { field: "y", type: "quantitative", scale, axis: { orient: "left", ...axis(gapWords) } },
        },
      },
      {
        data: { values: [{}] },
        mark: { type: "rule", color: colours.grey, strokeWidth: 1.5 },
        encoding: { x: at(0), x2: at(side), y: at(side / 2) },
      },
      {
        data: { values: [{}] },
        mark: { type: "rule", color: colours.grey, strokeWidth: 1.5 },
        encoding: { y: at(0), y2: at(side), x: at(side / 2) },
      },
      {
        data: { values: points },
        mark: { type: "rule", strokeWidth: 1.5, opacity: 0.55 },
        encoding: { x: ownNumber("x0"), x2: { field: "x1" }, y: ownNumber("y"), color: own("colour") },
      },
      {
        data: { values: points },
        mark: { type: "rule", strokeWidth: 1.5, opacity: 0.55 },
        encoding: { y: ownNumber("y0"), y2: { field: "y1" }, x: ownNumber("x"), color: own("colour") },
      },
      {
        data: { values: leaders },
        mark: { type: "rule", strokeWidth: 1, color: colours.context },
        encoding: { x: ownNumber("x"), x2: { field: "x2" }, y: ownNumber("y"), y2: { field: "y2" } },
      },
      {
        data: { values: points },
        mark: { type: "point", size: 80, strokeWidth: 1.5, opacity: 1 },
        encoding: {
          x: ownNumber("x"),
          y: ownNumber("y"),
          shape: own("shape"),
          stroke: own("colour"),
          fill: own("fill"),
          tooltip: said,
        },
      },
      ...(["left", "center", "right"] as const).flatMap((align) =>
        [halo, {}].map((under) => ({
          data: { values: labels.filter((label) => label.align === align) },
          mark: { ...text, ...under, align },
          encoding: words,
        })),
      ),
      ...cornerTexts(say, corners).map((corner) => ({
        data: { values: [corner] },
        mark: { ...text, align: corner.align },
        encoding: words,
      })),
    ],
  } as Chart["spec"];
}

/** The corners by name outside the plot, so that empty ones have theirs too. */
function cornerTexts(
  { quadrant, counted }: Say,
  corners: Readonly<Record<Corner, number>>,
): { text: string[]; x: number; y: number; align: string }[] {
  return (["worse-narrower", "better-narrower", "worse-wider", "better-wider"] as const).map((corner) => ({
    text: [quadrant.corners[corner], quadrant.cornerCount(counted(corners[corner]))],
    x: corner.startsWith("worse") ? 0 : side,
    y: corner.endsWith("narrower") ? -28 : side + 38,
    align: corner.startsWith("worse") ? "left" : "right",
  }));
}

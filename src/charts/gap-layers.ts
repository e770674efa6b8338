import { ratio } from "../catalogue/format.ts";
import type { Say } from "../catalogue/say.ts";
import type { Limits, Period } from "../model.ts";
import { pointed, whoseWhen } from "../narrate/pointed.ts";
import type { Chart } from "./chart.ts";
import { type Axis, labelExpr, linearAxis, ratioAxis, spread } from "./layout/axis.ts";
import { breakLayers } from "./layout/breaks.ts";
import { chartWidth, colours, size, textColour } from "./layout/chart-theme.ts";
import { at, position, said } from "./layout/position.ts";
import { wrap } from "./layout/text-width.ts";
import { besides, breakPlaces, joins, onTime, timeAxis } from "./layout/time.ts";
import { lineLayers, pointsOf } from "./lines-layers.ts";
import type { Series as LineSeries } from "./lines-series.ts";

const left = 46;
/** At the right: the newest figure, and the names of other places where there are some. */
const rightOf = (others: readonly LineSeries[]): number => (others.length === 0 ? 60 : 92);
const plotHeight = 190;
const lineHeight = 16;

interface Series {
  say: Say;
  /** What the gap is called. */
  name: string;
  periods: Period[];
  values: Limits[];
  unit: string;
  atEquality: number;
  colour: string;
  shape: "circle" | "diamond";
  breaks: readonly { from: string }[];
  /** Whether neighbouring periods may be compared at all. */
  isJoined: boolean;
  /** The same gap in other places. */
  others: readonly LineSeries[];
}

/** A gap over time with its intervals, and the line of no gap. */
export function gapSpec(
  { say, name, periods, values, unit, atEquality, colour, shape, breaks, isJoined, others }: Series,
  places: (limits: Limits) => number,
): Chart["spec"] {
  const right = rightOf(others);
  const plotWidth = chartWidth - left - right;
  const time = timeAxis(periods, plotWidth);
  const runs = isJoined ? joins(periods, time.at, breaks) : periods.map((_, i) => i);
  const extent = [
    ...values.flatMap(({ value, lower, upper }) => [value, lower ?? value, upper ?? value]),
    ...others.flatMap((one) => one.values.flatMap((limits) => limits?.value ?? [])),
  ];
  const isRatio = unit === ratio;
  const axis = isRatio ? ratioAxis(say, extent) : linearAxis(say, [atEquality, ...extent], unit === "%" ? "%" : "", 4);
  const x = onTime("x", time);
  const y = (field: string) =>
    position(
      field,
      axis,
      { orient: "left", values: axis.values, labelExpr: labelExpr(axis), grid: true },
      isRatio ? "log" : "linear",
    );
  const points = values.map(({ value, lower, upper }, i) => ({
    x: time.at[i],
    y: value,
    lower: lower ?? value,
    upper: upper ?? value,
    run: runs[i],
    said: pointed(
      say,
      whoseWhen(say, name, periods[i]?.label ?? ""),
      { value, lower, upper },
      unit,
      places({ value, lower, upper }),
    ),
  }));
  const elsewhere = pointsOf(others, {
    ...{ at: time.at, runs },
    say: (one, i, limits) =>
      pointed(say, whoseWhen(say, one.label, periods[i]?.label ?? ""), limits, unit, places(limits)),
  });
  const hasIntervals = points.some(({ lower, upper }) => lower < upper);
  const last = values.at(-1) as Limits;
  const equality = pixelOf(axis, atEquality, isRatio);
  return {
    width: plotWidth,
    height: plotHeight,
    autosize: { type: "none" },
    padding: { ...besides(time, left, right), top: 26, bottom: 34 },
    data: { values: points },
    layer: [
      {
        data: { values: [{}] },
        mark: { type: "rule", color: colours.grey, strokeWidth: 1.5 },
        encoding: { x: at(0), x2: at(plotWidth), y: at(equality) },
      },
      ...breakLayers(say, breakPlaces(periods, time.at, breaks), x),
      ...(elsewhere.length > 0 ? lineLayers(elsewhere, x, y("y")) : []),
      ...(hasIntervals
        ? [
            {
              mark: { type: "rule", strokeWidth: 2, color: colour, opacity: 0.55 },
              encoding: { x, y: y("lower"), y2: { field: "upper" } },
            },
          ]
        : []),
      {
        mark: { type: "line", color: colour, strokeWidth: 1.5, opacity: 0.6 },
        encoding: { x, y: y("y"), detail: { field: "run", type: "nominal" } },
      },
      {
        mark: { type: "point", shape, filled: true, size: 70, color: colour, opacity: 1 },
        encoding: { x, y: y("y"), tooltip: said },
      },
      {
        data: {
          values: labels(
            say,
            {
              text: say.quantity(last.value, unit === "%" ? "%" : "", places(last)),
              pixel: pixelOf(axis, last.value, isRatio),
              colour,
            },
            equality,
            others.map(({ label, values: theirs, colour: muted }) => ({
              text: label,
              pixel: pixelOf(axis, theirs.findLast((one) => one !== null)?.value ?? atEquality, isRatio),
              colour: muted,
            })),
          ),
        },
        mark: { type: "text", align: "left", baseline: "middle", fontSize: size.axis },
        encoding: {
          x: at(plotWidth + 2),
          y: { field: "pixel", type: "quantitative", scale: null },
          text: { field: "text" },
          color: { field: "colour", type: "nominal", scale: null },
        },
      },
    ],
  } as Chart["spec"];
}

function pixelOf({ domain: [low, high] }: Axis, value: number, isRatio: boolean): number {
  const share = isRatio ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return plotHeight * (1 - share);
}

interface Label {
  text: string;
  pixel: number;
  colour: string;
}

/**
 * The newest figure and the line of equality, named at the right; the first gives way where they would touch. Other
 * places are named by the ends of their lines, and all are moved apart.
 */
function labels({ charts }: Say, newest: Label, equality: number, others: readonly Label[]): object[] {
  const near = Math.abs(newest.pixel - equality) < lineHeight;
  const pixel = near ? equality + (newest.pixel <= equality ? -lineHeight : lineHeight) : newest.pixel;
  const two = [
    { text: newest.text, pixel, colour: textColour(newest.colour) },
    { text: charts.gap.equality, pixel: equality, colour: colours.grey },
  ];
  if (others.length === 0) return two;
  const lines = others.map(({ text }) => wrap(text, rightOf([]) + 24, size.axis));
  const heights = [1, 1, ...lines.map(({ length }) => length)].map((count) => count * lineHeight);
  const placed = spread(
    [...two, ...others].map((label) => label.pixel),
    heights,
    [-8, plotHeight + 12],
  );
  return [
    ...two.map((label, i) => ({ ...label, pixel: placed[i] ?? label.pixel })),
    ...others.flatMap(({ colour }, i) =>
      (lines[i] ?? []).map((text, line, all) => ({
        text,
        pixel: (placed[i + 2] ?? 0) + (line - (all.length - 1) / 2) * lineHeight,
        colour: textColour(colour),
      })),
    ),
  ];
}

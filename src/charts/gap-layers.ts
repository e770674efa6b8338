import { ratio } from "../catalogue/format.ts";
import type { Say } from "../catalogue/say.ts";
import type { Limits, Period } from "../model.ts";
import { pointed, whoseWhen } from "../narrate/pointed.ts";
import type { Chart } from "./chart.ts";
import { type Axis, labelExpr, linearAxis, ratioAxis } from "./layout/axis.ts";
import { breakLayers } from "./layout/breaks.ts";
import { chartWidth, colours, size, textColour } from "./layout/chart-theme.ts";
import { at, position, said } from "./layout/position.ts";
import { breakPlaces, joins, onTime, overhang, timeAxis } from "./layout/time.ts";

const left = 46;
const right = 60;
const plotWidth = chartWidth - left - right;
const plotHeight = 190;

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
}

/** A gap over time with its intervals, and the line of no gap. */
export function gapSpec(
  { say, name, periods, values, unit, atEquality, colour, shape, breaks, isJoined }: Series,
  places: (limits: Limits) => number,
): Chart["spec"] {
  const time = timeAxis(periods, plotWidth);
  const runs = isJoined ? joins(periods, time.at, breaks) : periods.map((_, i) => i);
  const extent = values.flatMap(({ value, lower, upper }) => [value, lower ?? value, upper ?? value]);
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
  const hasIntervals = points.some(({ lower, upper }) => lower < upper);
  const last = values.at(-1) as Limits;
  const equality = pixelOf(axis, atEquality, isRatio);
  return {
    width: plotWidth,
    height: plotHeight,
    autosize: { type: "none" },
    padding: { left: Math.max(left, overhang(time)), right, top: 26, bottom: 34 },
    data: { values: points },
    layer: [
      {
        data: { values: [{}] },
        mark: { type: "rule", color: colours.grey, strokeWidth: 1.5 },
        encoding: { x: at(0), x2: at(plotWidth), y: at(equality) },
      },
      ...breakLayers(say, breakPlaces(periods, time.at, breaks), x),
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
            say.quantity(last.value, unit === "%" ? "%" : "", places(last)),
            pixelOf(axis, last.value, isRatio),
            equality,
            colour,
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

/** The newest figure and the line of equality, named at the right; the first gives way where they would touch. */
function labels({ charts }: Say, newest: string, wanted: number, equality: number, colour: string): object[] {
  const near = Math.abs(wanted - equality) < 16;
  const pixel = near ? equality + (wanted <= equality ? -16 : 16) : wanted;
  return [
    { text: newest, pixel, colour: textColour(colour) },
    { text: charts.gap.equality, pixel: equality, colour: colours.grey },
  ];
}

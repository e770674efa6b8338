import { digits, ratio, sharedDigits } from "../catalogue/format.ts";
import type { Say } from "../catalogue/say.ts";
import { isMissing, type Limits, type Period } from "../model.ts";
import { type Breakdown, gapsOf } from "../narrate/breakdown.ts";
import {
  gapDescription,
  gapKey,
  gapName,
  gapSubtitle,
  gapTitle,
  publishedDescription,
  span,
} from "../narrate/captions.ts";
import { blankMarker } from "../narrate/marks-and-figures.ts";
import { pointed } from "../narrate/pointed.ts";
import { gapUnit, whyNoGap } from "../narrate/state.ts";
import { type Chart, chartName } from "./chart.ts";
import { blank, figure } from "./chart-table.ts";
import { type Axis, labelExpr, linearAxis, ratioAxis } from "./layout/axis.ts";
import { breakLayers } from "./layout/breaks.ts";
import { chartWidth, colours, size, textColour } from "./layout/chart-theme.ts";
import { at, position, said } from "./layout/position.ts";
import { breakPlaces, joins, onTime, overhang, timeAxis } from "./layout/time.ts";

/** A gap over time with its intervals, and gaps as others published them. */

const left = 46;
const right = 60;
const plotWidth = chartWidth - left - right;
const plotHeight = 190;

interface Series {
  say: Say;
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

/** The absolute or the relative gap in every period that has one; null with fewer than two. */
export function gapChart(b: Breakdown, type: "absolute" | "relative"): Chart | null {
  const gaps = gapsOf(b, type);
  const last = gaps.at(-1);
  if (gaps.length < 2 || last === undefined) return null;
  const { charts } = b.say;
  const { columns } = charts;
  const unit = gapUnit(last.gap);
  const values = gaps.map(({ gap }) => gap.oriented);
  return {
    ...chartName(`gap-${type}`, b.name),
    title: gapTitle(b, type),
    subtitle: gapSubtitle(
      b,
      last.gap,
      span(
        b.say,
        gaps.map(({ period }) => period.period),
      ),
    ),
    description: gapDescription(b, type),
    key: gapKey(b, type),
    spec: spec(
      {
        say: b.say,
        periods: gaps.map(({ period }) => period.period),
        values,
        unit,
        atEquality: last.gap.atEquality,
        colour: colours.blue,
        shape: "circle",
        breaks: b.indicator.breaks,
        isJoined: true,
      },
      (limits) => digits(limits, unit),
    ),
    table: {
      caption: charts.gap.caption(gapName(b, last.gap), b.indicator.title, b.dimension.title),
      hasBlanks: true,
      columns: [
        {
          is: "label",
          id: "period",
          title: columns.period,
          values: b.result.periods.map(({ period }) => period.label),
        },
        {
          is: "figure",
          id: "value",
          title: columns.gap,
          told: "number",
          interval: columns.interval,
          values: b.result.periods.map((result) => {
            const gap = result[type];
            return isMissing(gap)
              ? blank(blankMarker(gap, result), gap, whyNoGap(b, result, gap))
              : figure(gap.oriented, unit, digits(gap.oriented, unit));
          }),
        },
      ],
    },
  };
}

/** Gaps computed by a publisher: shown as they are, never tested. */
export function publishedCharts(b: Breakdown): Chart[] {
  const { charts } = b.say;
  return b.result.publishedGaps.flatMap(({ measure, unit, note, values, source }, index) => {
    if (values.length < 2) return [];
    const publisher = b.results.sources.find(({ id }) => id === source)?.publisher ?? source;
    const limits = values.map(({ value }) => ({ value, lower: null, upper: null }));
    const places = sharedDigits(limits, unit);
    // Published labels need not be years: they stand in order, a step apart.
    const periods = values.map(({ period }, i) => ({
      label: period,
      start: `${2000 + i}-01-01`,
      end: `${2000 + i}-12-31`,
    }));
    return {
      ...chartName("published", b.name, index + 1),
      title: charts.published.title(measure),
      subtitle: charts.published.subtitle(
        charts.withUnit(b.indicator.title, unit),
        b.results.place.name,
        charts.span.between(values[0]?.period ?? "", values.at(-1)?.period ?? ""),
        publisher,
      ),
      description: publishedDescription(b, values, unit, places),
      key: note,
      spec: spec(
        {
          say: b.say,
          periods,
          values: limits,
          unit,
          atEquality: 0,
          colour: colours.purple,
          shape: "diamond",
          breaks: [],
          isJoined: false,
        },
        () => places,
      ),
      table: {
        caption: charts.published.caption(charts.withUnit(measure, unit), publisher),
        columns: [
          { is: "label", id: "period", title: charts.columns.period, values: values.map(({ period }) => period) },
          {
            is: "figure",
            id: "value",
            title: charts.columns.gap,
            told: "number",
            interval: null,
            values: limits.map((one) => figure(one, unit, places)),
          },
        ],
      },
    };
  });
}

function spec(
  { say, periods, values, unit, atEquality, colour, shape, breaks, isJoined }: Series,
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
    said: pointed(say, periods[i]?.label ?? "", { value, lower, upper }, unit, places({ value, lower, upper })),
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

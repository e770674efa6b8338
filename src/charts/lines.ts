import { sharedDigits } from "../catalogue/format.ts";
import type { Limits } from "../model.ts";
import type { Breakdown } from "../narrate/breakdown.ts";
import { doOverlap, linesDescription, linesKey, linesTitle, span, subtitle } from "../narrate/captions.ts";
import { pageOf } from "../narrate/page-of.ts";
import { placesDescription, placesKey, placesOverTime, withPlaces } from "../narrate/places-over-time.ts";
import { pointed, whoseWhen } from "../narrate/pointed.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import type { PeriodResult } from "../results/results.ts";
import { type Chart, chartName } from "./chart.ts";
import { blank, figure, type Table } from "./chart-table.ts";
import { labelExpr, linearAxis, spread } from "./layout/axis.ts";
import { breakLayers } from "./layout/breaks.ts";
import { chartWidth, size, textColour } from "./layout/chart-theme.ts";
import { at, own, ownNumber, position } from "./layout/position.ts";
import { wrap } from "./layout/text-width.ts";
import { besides, breakPlaces, joins, onTime, timeAxis } from "./layout/time.ts";
import { bandLayers, isBanded, lineLayers, pointsOf } from "./lines-layers.ts";
import { type Series, seriesOf } from "./lines-series.ts";
import { isOfPlace, placeSeries } from "./places-series.ts";

/** The level of each group over time. At most four groups have a colour; the others are grey context. */

const left = 46;
const right = 118;
const plotWidth = chartWidth - left - right;
const plotHeight = 240;
const lineHeight = 15;

export function linesChart(b: Breakdown): Chart | null {
  const { periods } = b.result;
  const labels = periods.map(({ period }) => period.label);
  const places = placesOverTime(b, "overall", labels);
  const series = [...placeSeries(places), ...seriesOf(b)];
  if (periods.length < 2 || series.length === places.length) return null;
  return {
    ...chartName("over-time", b.name),
    title: linesTitle(b),
    subtitle: subtitle(
      b,
      span(
        b.say,
        periods.map(({ period }) => period),
      ),
    ),
    description: [
      linesDescription(b),
      ...placesDescription(b, places, labels, (value) => b.say.figure(value, b.indicator.unit)),
    ].join(" "),
    key: withPlaces(linesKey(b), placesKey(b, places, !doOverlap(periods.map(({ period }) => period)))),
    spec: spec(b, series),
    table: table(b, series, placesOf(b, series)),
  };
}

const placesOf = (b: Breakdown, series: readonly Series[]): number =>
  sharedDigits(
    series.flatMap(({ values }) => values.filter((value) => value !== null)),
    b.indicator.unit,
  );

function spec(b: Breakdown, series: readonly Series[]): Chart["spec"] {
  const periods = b.result.periods.map(({ period }) => period);
  const { breaks, unit } = b.indicator;
  const time = timeAxis(periods, plotWidth);
  const axis = linearAxis(b.say, series.flatMap(extent), unit, 5);
  const x = onTime("x", time);
  const y = (field: string) =>
    position(field, axis, { orient: "left", values: axis.values, labelExpr: labelExpr(axis), grid: true });
  const places = placesOf(b, series);
  const say = (one: Series, i: number, value: Limits) =>
    pointed(b.say, whoseWhen(b.say, one.label, periods[i]?.label ?? ""), value, unit, places);
  const points = pointsOf(series, { at: time.at, runs: joins(periods, time.at, breaks), say });
  return {
    width: plotWidth,
    height: plotHeight,
    autosize: { type: "none" },
    padding: { ...besides(time, left, right), top: 26, bottom: 34 },
    layer: [
      ...bandLayers(points, x, y),
      ...breakLayers(b.say, breakPlaces(periods, time.at, breaks), x),
      ...lineLayers(points, x, y("y")),
      {
        data: { values: names(series, axis.domain) },
        mark: { type: "text", align: "left", baseline: "middle", fontSize: size.axis },
        encoding: { x: at(plotWidth + 4), y: ownNumber("pixel"), text: { field: "text" }, color: own("colour") },
      },
    ],
  } as Chart["spec"];
}

/** What the axis must hold: the intervals of coloured series, the values of the others. */
const extent = (one: Series): number[] =>
  one.values.flatMap((v) =>
    v === null ? [] : isBanded(one) ? [v.value, v.lower ?? v.value, v.upper ?? v.value] : [v.value],
  );

/** Names at the right end of the lines, moved apart where they would touch. */
function names(series: readonly Series[], [low, high]: [number, number]): object[] {
  const named = series.filter(({ isNamed }) => isNamed);
  const lines = named.map(({ label }) => wrap(label, right - 10, size.axis));
  const wanted = named.map(({ values }) => {
    const last = values.findLast((value) => value !== null)?.value ?? low;
    return plotHeight * (1 - (last - low) / (high - low));
  });
  const placed = spread(
    wanted,
    lines.map((list) => list.length * lineHeight),
    [-8, plotHeight + 12],
  );
  return named.flatMap(({ colour }, i) =>
    (lines[i] ?? []).map((text, line) => ({
      text,
      pixel: (placed[i] ?? 0) + (line - ((lines[i]?.length ?? 1) - 1) / 2) * lineHeight,
      colour: textColour(colour),
    })),
  );
}

function table(b: Breakdown, series: readonly Series[], places: number): Table {
  const { charts } = b.say;
  const { unit } = b.indicator;
  const others = series.filter(isOfPlace).map(({ id }) => id);
  const order = [...b.dimension.groups.map(({ id }) => id), "overall", ...others];
  const sorted = [...series].sort((a, c) => order.indexOf(a.id) - order.indexOf(c.id));
  const cells = sorted.flatMap(({ id, label, values }) =>
    b.result.periods.map((at, i) => ({ id, label, at, limits: values[i] ?? null })),
  );
  return {
    caption: charts.captionByPeriod(charts.withUnit(b.indicator.title, unit), b.dimension.title),
    pages: cells.map(({ id }) => pageOf(b, id)),
    hasBlanks: true,
    columns: [
      { is: "label", id: "group", title: charts.columns.group, values: cells.map(({ label }) => label) },
      {
        is: "label",
        id: "period",
        title: charts.columns.period,
        across: true,
        values: cells.map(({ at }) => at.period.label),
      },
      {
        is: "figure",
        id: "value",
        title: charts.columns.figure,
        told: "number",
        interval: null,
        values: cells.map(({ id, at, limits }) =>
          limits === null ? blank(null, missingAt(at, id)) : figure(limits, unit, places),
        ),
      },
    ],
  };
}

function missingAt({ groups, overall }: PeriodResult, id: string): NotComputable | null {
  const found = id === "overall" ? overall : groups.find((group) => group.id === id)?.estimate;
  return found !== undefined && isMissing(found) ? found : null;
}

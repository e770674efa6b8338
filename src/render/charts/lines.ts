import { isMissing, type Limits } from "../../model.ts";
import { type Breakdown, groupLabel, sides } from "../breakdown.ts";
import { linesDescription, linesKey, linesTitle, subtitle } from "../captions.ts";
import { quantity, sharedDigits } from "../format.ts";
import { labelExpr, linearAxis, spread } from "./axis.ts";
import type { Chart, Table } from "./chart.ts";
import { at, own, ownNumber, position } from "./position.ts";
import { wrap } from "./text-width.ts";
import { chartWidth, colours, series as seriesColours, size, textColour } from "./theme.ts";
import { breakPlaces, joins, overhang, timeAxis } from "./time.ts";

/** The level of each group over time. At most four groups have a colour; the others are grey context. */

const left = 52;
const right = 124;
const plotWidth = chartWidth - left - right;
const plotHeight = 240;
const lineHeight = 15;

interface Series {
  id: string;
  label: string;
  colour: string;
  width: number;
  /** Drawn with its interval and its name. */
  isNamed: boolean;
  dash: number[];
  values: (Limits | null)[];
}

/** Groups that get a colour: the two sides of a ladder, the ends of an unordered dimension, or every one of a few. */
function colouredIds(b: Breakdown): string[] {
  const ids = b.dimension.groups.map(({ id }) => id);
  const { extremes } = b.latest;
  const ends = sides(b);
  if (ends !== null) return [ends.disadvantaged, ends.advantaged];
  if (ids.length <= seriesColours.length) return ids;
  return extremes === null ? [] : [extremes.worst, extremes.best];
}

function seriesOf(b: Breakdown): Series[] {
  const coloured = colouredIds(b);
  const few = b.dimension.groups.length <= 6;
  const groups = b.dimension.groups.map(({ id }): Series => {
    const index = coloured.indexOf(id);
    return {
      id,
      label: groupLabel(b, id),
      colour: index < 0 ? colours.context : (seriesColours[index] ?? colours.grey),
      width: index < 0 ? 1 : 2.5,
      isNamed: index >= 0 || few,
      dash: [],
      values: b.result.periods.map(({ groups: at }) => {
        const estimate = at.find((group) => group.id === id)?.estimate;
        return estimate === undefined || isMissing(estimate) ? null : estimate;
      }),
    };
  });
  const overall: Series = {
    id: "overall",
    label: b.results.place.name,
    colour: colours.grey,
    width: 2,
    isNamed: true,
    dash: [4, 3],
    values: b.result.periods.map(({ overall: level }) => (isMissing(level) ? null : level)),
  };
  const rank = ({ id }: Series) => (coloured.includes(id) ? 2 : id === "overall" ? 1 : 0);
  return [...groups, overall].filter(({ values }) => values.some(Boolean)).sort((a, c) => rank(a) - rank(c));
}

export function linesChart(b: Breakdown): Chart | null {
  const { periods } = b.result;
  const series = seriesOf(b);
  if (periods.length < 2 || series.length === 0) return null;
  const shown = series.flatMap(({ values }) => values.filter((value) => value !== null));
  return {
    name: `${b.name}--over-time`,
    title: linesTitle(b),
    subtitle: subtitle(b, `${periods[0]?.period.label} to ${b.latest.period.label}`),
    description: linesDescription(b),
    key: linesKey(b),
    spec: spec(b, series),
    table: table(b, series, sharedDigits(shown, b.indicator.unit)),
  };
}

function spec(b: Breakdown, series: readonly Series[]): Chart["spec"] {
  const periods = b.result.periods.map(({ period }) => period);
  const { breaks, unit } = b.indicator;
  const time = timeAxis(periods, plotWidth);
  const runs = joins(periods, time.at, breaks);
  const isBanded = ({ width, dash }: Series) => width > 2 && dash.length === 0;
  const seen = series.flatMap((one) =>
    one.values.flatMap((v) =>
      v === null ? [] : isBanded(one) ? [v.value, v.lower ?? v.value, v.upper ?? v.value] : [v.value],
    ),
  );
  const axis = linearAxis(seen, unit, 5);
  const x = position("x", time, { orient: "bottom", values: time.values, labelExpr: labelExpr(time), grid: false });
  const y = (field: string) =>
    position(field, axis, { orient: "left", values: axis.values, labelExpr: labelExpr(axis), grid: true });

  const points = series.flatMap((one) =>
    one.values.flatMap((v, i) =>
      v === null
        ? []
        : [
            {
              x: time.at[i],
              y: v.value,
              lower: v.lower ?? v.value,
              upper: v.upper ?? v.value,
              colour: one.colour,
              width: one.width,
              series: `${one.id} ${runs[i]}`,
              dash: one.dash,
              banded: isBanded(one),
              alone: one.isNamed && isAlone(one.values, runs, i),
            },
          ],
    ),
  );
  const detail = { field: "series", type: "nominal" } as const;
  const solid = points.filter(({ dash }) => dash.length === 0);
  const dashed = points.filter(({ dash }) => dash.length > 0);
  const joined = (values: object[], strokeDash: number[]) => ({
    data: { values },
    mark: { type: "line", strokeDash } as const,
    encoding: { x, y: y("y"), detail, color: own("colour"), size: ownNumber("width") },
  });
  const banded = points.filter((point) => point.banded && point.lower < point.upper);
  const dots = points.filter((point) => point.banded || point.alone);

  return {
    width: plotWidth,
    height: plotHeight,
    autosize: { type: "none" },
    padding: { left: Math.max(left, overhang(time)), right, top: 26, bottom: 30 },
    layer: [
      ...(banded.length === 0
        ? []
        : [
            {
              data: { values: banded },
              mark: { type: "area", opacity: 0.16, line: false },
              encoding: { x, y: y("lower"), y2: { field: "upper" }, detail, fill: own("colour") },
            },
          ]),
      ...breakLayers(breakPlaces(periods, time.at, breaks), x),
      ...(solid.length === 0 ? [] : [joined(solid, [])]),
      ...(dashed.length === 0 ? [] : [joined(dashed, [4, 3])]),
      {
        data: { values: dots },
        mark: { type: "point", filled: true, size: 36, opacity: 1 },
        encoding: { x, y: y("y"), color: own("colour") },
      },
      {
        data: { values: names(series, axis.domain) },
        mark: { type: "text", align: "left", baseline: "middle", fontSize: size.axis },
        encoding: { x: at(plotWidth + 4), y: ownNumber("pixel"), text: { field: "text" }, color: own("colour") },
      },
    ],
  } as Chart["spec"];
}

/** A value with no neighbour in its run has no line to be seen by. */
const isAlone = (values: readonly (Limits | null)[], runs: readonly number[], i: number): boolean =>
  [i - 1, i + 1].every((j) => values[j] == null || runs[j] !== runs[i]);

/** A rule where the series breaks, named above it. */
export function breakLayers(places: readonly number[], x: object): object[] {
  if (places.length === 0) return [];
  const values = places.map((place) => ({ x: place }));
  return [
    {
      data: { values },
      mark: { type: "rule", color: colours.context, strokeDash: [2, 3], strokeWidth: 1.5 },
      encoding: { x },
    },
    {
      data: { values },
      mark: { type: "text", text: "break in series", align: "center", baseline: "bottom", fontSize: size.small },
      encoding: { x, y: at(-6) },
    },
  ];
}

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
  const order = [...b.dimension.groups.map(({ id }) => id), "overall"];
  const sorted = [...series].sort((a, c) => order.indexOf(a.id) - order.indexOf(c.id));
  return {
    caption: `${b.indicator.title} (${b.indicator.unit}), by group and period`,
    head: ["Group", ...b.result.periods.map(({ period }) => period.label)],
    rows: sorted.map(({ label, values }) => ({
      heading: label,
      cells: values.map((value) => (value === null ? "[x]" : quantity(value.value, "", places))),
    })),
  };
}

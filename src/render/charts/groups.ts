import type { GroupResult, PeriodResult } from "../../disclose/publishable.ts";
import { isMissing, type Limits, type Scale } from "../../model.ts";
import { type Breakdown, groupLabel } from "../breakdown.ts";
import { groupsDescription, groupsKey, groupsTitle, subtitle } from "../captions.ts";
import { count, quantity, range, sharedDigits } from "../format.ts";
import { type Axis, labelExpr, linearAxis } from "./axis.ts";
import type { Chart, Table } from "./chart.ts";
import { at, intervalRule, own, position } from "./position.ts";
import { textWidth, wrap } from "./text-width.ts";
import { chartWidth, colours, size } from "./theme.ts";

/** Estimates by group with their intervals, the overall level and, for an ordered dimension, the fitted line and its ends. */

const labelWidth = 148;
const valueWidth = 62;
const plotWidth = chartWidth - labelWidth - valueWidth;
const top = 30;
const lineHeight = 15;
const mostHeight = 620;

interface Row {
  group: GroupResult;
  /** From 0 at the top to 1 at the bottom. */
  y: number;
}

/** Most disadvantaged first on a ladder; elsewhere worst first, and groups without a figure last. */
function rowsOf(b: Breakdown, { groups, line }: PeriodResult): { rows: Row[]; height: number } {
  if (line !== null) {
    const rows = groups.map((group, i) => ({ group, y: group.ridit ?? (i + 0.5) / groups.length }));
    const stops = [0, ...rows.map(({ y }) => y), 1];
    const closest = Math.min(
      ...stops
        .slice(1)
        .map((y, i) => y - (stops[i] ?? 0))
        .filter((gap) => gap > 0),
    );
    return { rows, height: Math.min(mostHeight, Math.max(190, 19 / closest)) };
  }
  const worse = b.indicator.better === "lower" ? -1 : 1;
  const sorted = b.dimension.type === "ordered" ? groups : [...groups].sort((a, c) => byValue(a, c, worse));
  const rowHeight = groups.length > 12 ? 20 : groups.length > 6 ? 30 : 38;
  const rows = sorted.map((group, i) => ({ group, y: (i + 0.5) / sorted.length }));
  return { rows, height: rowHeight * sorted.length };
}

function byValue(a: GroupResult, c: GroupResult, sign: number): number {
  if (isMissing(a.estimate)) return isMissing(c.estimate) ? 0 : 1;
  if (isMissing(c.estimate)) return -1;
  return sign * (a.estimate.value - c.estimate.value);
}

/** The fitted line between its ends: straight on the working scale, so curved here unless that is the identity. */
function curve(scale: Scale, per: number, start: number, end: number): { x: number; y: number }[] {
  const to = { identity: (v: number) => v, log: Math.log, logit: (v: number) => Math.log(v / (per - v)) }[scale];
  const from = { identity: (v: number) => v, log: Math.exp, logit: (v: number) => per / (1 + Math.exp(-v)) }[scale];
  const steps = scale === "identity" ? 1 : 10;
  return Array.from({ length: steps + 1 }, (_, i) => ({
    x: from(to(start) + (i / steps) * (to(end) - to(start))),
    y: i / steps,
  }));
}

const limitsOf = ({ groups, overall, line }: PeriodResult): Limits[] => [
  ...groups.flatMap(({ estimate }) => (isMissing(estimate) ? [] : [estimate])),
  ...(isMissing(overall) ? [] : [{ value: overall.value, lower: null, upper: null }]),
  ...(line === null
    ? []
    : [line.disadvantagedEnd.value, line.advantagedEnd.value].map((value) => ({ value, lower: null, upper: null }))),
];

const extent = (all: readonly Limits[]): number[] =>
  all.flatMap(({ value, lower, upper }) => [value, lower ?? value, upper ?? value]);

export function groupsChart(b: Breakdown): Chart | null {
  const { latest, indicator } = b;
  const shown = latest.groups.flatMap(({ estimate }) => (isMissing(estimate) ? [] : [estimate]));
  if (shown.length === 0) return null;
  const places = sharedDigits(shown, indicator.unit);
  return {
    name: `${b.name}--groups`,
    title: groupsTitle(b),
    subtitle: subtitle(b, latest.period.label),
    description: groupsDescription(b),
    key: groupsKey(b),
    spec: spec(b, linearAxis(extent(limitsOf(latest)), indicator.unit, 4), places),
    table: table(b, places),
  };
}

function spec(b: Breakdown, axis: Axis, places: number): Chart["spec"] {
  const { latest, indicator } = b;
  const { rows, height } = rowsOf(b, latest);
  const x = (field: string) =>
    position(field, axis, { orient: "bottom", values: axis.values, labelExpr: labelExpr(axis), grid: true });
  const unitShown = indicator.unit === "%" ? "%" : "";
  const clear = new Set(
    latest.who.filter(({ adjustedP }) => adjustedP !== null && adjustedP < 0.05).map(({ group }) => group),
  );
  const tested = b.dimension.type === "unordered" && latest.who.some(({ adjustedP }) => adjustedP !== null);

  const points = rows.flatMap(({ group: { id, estimate }, y }) =>
    isMissing(estimate)
      ? []
      : [
          {
            y,
            value: estimate.value,
            lower: estimate.lower ?? estimate.value,
            upper: estimate.upper ?? estimate.value,
            text: quantity(estimate.value, unitShown, places),
            fill: tested && !clear.has(id) ? colours.paper : colours.blue,
          },
        ],
  );
  const labels = rows.flatMap(({ group, y }) => {
    const lines = wrap(groupLabel(b, group.id), labelWidth - 10, size.axis);
    return lines.map((text, i) => ({ text, y: y + ((i - (lines.length - 1) / 2) * lineHeight) / height }));
  });
  const blanks = rows.flatMap(({ group: { estimate, marker }, y }) =>
    isMissing(estimate) ? [{ y, text: marker === null ? "no figure" : `no figure ${marker}` }] : [],
  );
  const text = (values: object[], xAt: number, align: "left" | "right", color: string) => ({
    data: { values },
    mark: { type: "text", align, baseline: "middle", fontSize: size.axis, color } as const,
    encoding: { x: at(xAt), text: { field: "text" } },
  });

  return {
    width: plotWidth,
    height,
    autosize: { type: "none" },
    padding: { left: labelWidth, right: valueWidth, top, bottom: 30 },
    encoding: {
      y: {
        field: "y",
        type: "quantitative",
        scale: { domain: [0, 1], reverse: true, nice: false, zero: false },
        axis: null,
      },
    },
    layer: [
      {
        data: { values: points },
        mark: intervalRule,
        encoding: { x: x("lower"), x2: { field: "upper" } },
      },
      ...overallLayers(b, axis, height, unitShown),
      ...lineLayers(b, axis, x, unitShown, places),
      {
        data: { values: points },
        mark: { type: "point", shape: "circle", size: 70, stroke: colours.blue, strokeWidth: 2, opacity: 1 },
        encoding: { x: x("value"), fill: own("fill") },
      },
      text(labels, -10, "right", colours.grey),
      text(points, plotWidth + valueWidth - 4, "right", colours.grey),
      ...(blanks.length > 0 ? [text(blanks, 4, "left", colours.grey)] : []),
    ],
  } as Chart["spec"];
}

const pixel = ({ domain: [low, high] }: Axis, value: number): number => ((value - low) / (high - low)) * plotWidth;

function overallLayers(
  { latest: { overall }, indicator, results }: Breakdown,
  axis: Axis,
  height: number,
  unit: string,
): object[] {
  if (isMissing(overall)) return [];
  const text = `${results.place.name} ${quantity(overall.value, unit, sharedDigits([overall], indicator.unit))}`;
  const half = textWidth(text, size.axis) / 2;
  const x = pixel(axis, overall.value);
  const centre = Math.min(Math.max(x, half - labelWidth), plotWidth + valueWidth - half - 2);
  return [
    {
      data: { values: [{}] },
      mark: { type: "rule", strokeDash: [4, 3], strokeWidth: 1.5, color: colours.grey },
      encoding: { x: at(x), y: at(-6), y2: at(height) },
    },
    {
      data: { values: [{}] },
      mark: { type: "text", align: "center", baseline: "middle", fontSize: size.axis, fontWeight: "bold", text },
      encoding: { x: at(centre), y: at(-16) },
    },
  ];
}

function lineLayers(
  { latest: { line }, indicator }: Breakdown,
  axis: Axis,
  x: (field: string) => object,
  unit: string,
  places: number,
): object[] {
  if (line === null) return [];
  const { disadvantagedEnd: start, advantagedEnd: end, scale } = line;
  const leansRight = end.value > start.value;
  const ends = [
    { x: start.value, y: 0, text: quantity(start.value, unit, places), right: !leansRight },
    { x: end.value, y: 1, text: quantity(end.value, unit, places), right: leansRight },
  ].map((item) => {
    const width = textWidth(item.text, size.axis) + 12;
    const fits = item.right ? pixel(axis, item.x) + width <= plotWidth + 6 : pixel(axis, item.x) - width >= -4;
    const onRight = item.right === fits;
    return { ...item, labelX: pixel(axis, item.x) + (onRight ? 10 : -10 - (width - 12)) };
  });
  return [
    {
      data: { values: curve(scale, indicator.per, start.value, end.value) },
      mark: { type: "line", color: colours.pink, strokeWidth: 2 },
      encoding: { x: x("x"), order: { field: "y", type: "quantitative" } },
    },
    {
      data: { values: ends },
      mark: { type: "point", shape: "diamond", size: 90, filled: true, color: colours.pink, opacity: 1 },
      encoding: { x: x("x") },
    },
    {
      data: { values: ends },
      mark: { type: "text", align: "left", baseline: "middle", fontSize: size.axis, color: colours.pink },
      encoding: { x: { field: "labelX", type: "quantitative", scale: null }, text: { field: "text" } },
    },
  ];
}

function table(b: Breakdown, places: number): Table {
  const { groups, period } = b.latest;
  const { unit } = b.indicator;
  const hasCounts = groups.some(({ numerator }) => numerator !== null);
  const hasSizes = groups.some(({ denominator }) => denominator !== null);
  return {
    caption: `${b.indicator.title}, ${period.label}`,
    head: ["Group", `Figure (${unit})`, "Interval", ...(hasCounts ? ["Number"] : []), ...(hasSizes ? ["Out of"] : [])],
    rows: groups.map(({ id, estimate, marker, numerator, denominator }) => ({
      heading: groupLabel(b, id),
      cells: [
        ...(isMissing(estimate)
          ? [marker ?? "[x]", "[x]"]
          : [quantity(estimate.value, "", places), range(estimate, places) ?? "not published"]),
        ...(hasCounts ? [numerator === null ? "[x]" : count(numerator)] : []),
        ...(hasSizes ? [denominator === null ? "[x]" : count(denominator)] : []),
      ],
    })),
  };
}

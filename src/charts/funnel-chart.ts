import { sharedDigits } from "../catalogue/format.ts";
import { type Breakdown, groupLabel } from "../narrate/breakdown.ts";
import { pageOf } from "../narrate/page-of.ts";
import { pointed, whoseWhen } from "../narrate/pointed.ts";
import { made, outsideOf, outsideWords } from "../narrate/told-beside.ts";
import type { FunnelResult } from "../results/beside.ts";
import { type Chart, chartName } from "./chart.ts";
import { figure, type Table } from "./chart-table.ts";
import { labelExpr, linearAxis } from "./layout/axis.ts";
import { chartWidth, colours, size } from "./layout/chart-theme.ts";
import { type Box, boxAround, placeLabel } from "./layout/place-labels.ts";
import { at, own, position, said } from "./layout/position.ts";
import { textWidth } from "./layout/text-width.ts";

const height = 260;
const left = 52;
const right = 26;
const plotWidth = chartWidth - left - right;
const MOST_NAMED = 3;
const lineHeight = 15;

/** Each area by how many are counted, with the limits that chance keeps to. */
export function funnelChart(b: Breakdown): Chart | null {
  const funnel = made(b, "funnel");
  if (funnel === null) return null;
  const { chart: words } = b.say.beside.funnel;
  const { unit, title } = b.indicator;
  const places = sharedDigits(
    funnel.groups.map(({ warning }) => warning),
    unit,
  );
  const outside = [...outsideOf(funnel, "above"), ...outsideOf(funnel, "below")].map(({ group }) =>
    groupLabel(b, group),
  );
  const rest = outside.length - MOST_NAMED;
  return {
    ...chartName("funnel", b.name),
    title:
      outside.length === 0
        ? words.titleNone
        : words.titleOutside(outside.slice(0, MOST_NAMED), rest > 0 ? b.say.counted(rest) : null),
    subtitle: words.subtitle(title, unit, b.dimension.title, b.results.place.name, b.latest.period.label),
    description: words.description(
      b.say.counted(funnel.groups.length),
      b.say.quantity(funnel.target, unit, places),
      outsideWords(b, funnel),
    ),
    key: `${words.key[funnel.sizeIs]} ${words.limits}`,
    spec: spec(b, funnel, places),
    table: table(b, funnel, places),
  };
}

function table(b: Breakdown, { groups }: FunnelResult, places: number): Table {
  const { chart: words } = b.say.beside.funnel;
  const { unit } = b.indicator;
  const sorted = groups.map((one) => ({ ...one, name: groupLabel(b, one.group) }));
  sorted.sort((a, c) => (a.name < c.name ? -1 : 1));
  return {
    caption: words.caption(b.indicator.title, b.dimension.title, b.latest.period.label),
    pages: sorted.map(({ group }) => pageOf(b, group)),
    columns: [
      { is: "label", id: "group", title: words.head.group, values: sorted.map(({ name }) => name) },
      {
        ...{ is: "figure", id: "value", title: words.head.value, told: "number", interval: null },
        values: sorted.map(({ value }) => figure({ value, lower: null, upper: null }, unit, places)),
      },
      {
        ...{ is: "label", id: "standing", title: words.head.standing },
        values: sorted.map(({ standing }) => words.standing[standing]),
        ids: sorted.map(({ standing }) => standing),
      },
      {
        ...{ is: "figure", id: "action", title: words.head.target, told: "number", interval: words.head.action },
        values: sorted.map(({ action }) => figure(action, unit, places)),
      },
      {
        ...{ is: "figure", id: "warning", title: null, told: "number", interval: null },
        values: sorted.map(({ warning }) => figure(warning, unit, places)),
      },
    ],
  };
}

function spec(b: Breakdown, { groups, target }: FunnelResult, places: number): Chart["spec"] {
  const { unit } = b.indicator;
  const bySize = [...groups].sort((a, c) => a.size - c.size);
  const ends = bySize.flatMap(({ value, action }) => [value, action.lower ?? value, action.upper ?? value]);
  const [sizes, figures] = [
    linearAxis(b.say, [0, ...bySize.map((one) => one.size)], "", 4),
    linearAxis(b.say, ends, unit, 5),
  ];
  const scaled = ({ domain: [low, high] }: typeof sizes, value: number): number => (value - low) / (high - low);
  const x = (value: number): number => scaled(sizes, value) * plotWidth;
  const y = (value: number): number => (1 - scaled(figures, value)) * height;
  const points = bySize.map(({ group, size: n, value, standing }) => ({
    ...{ size: n, value },
    fill: standing === "within" ? colours.paper : colours.blue,
    said: pointed(
      b.say,
      whoseWhen(b.say, groupLabel(b, group), b.latest.period.label),
      { value, lower: null, upper: null },
      unit,
      places,
    ),
  }));
  const solid: Box[] = bySize.map((one) => boxAround(x(one.size), y(one.value), 10, 10));
  const names = bySize
    .filter(({ standing }) => standing !== "within")
    .sort((a, c) => Math.abs(c.z) - Math.abs(a.z))
    .flatMap(({ group, size: n, value }) => {
      const text = groupLabel(b, group);
      const spot = placeLabel(
        { x: x(n), y: y(value), width: textWidth(text, size.small), height: lineHeight },
        {
          bounds: { left: 0, right: plotWidth + right, top: -10, bottom: height },
          ...{
            solid,
            soft: [],
            rivals: bySize.filter((one) => one.group !== group).map((one) => ({ x: x(one.size), y: y(one.value) })),
          },
        },
      );
      if (spot === null) return [];
      solid.push(spot);
      return [{ text, x: spot.x, y: spot.y }];
    });
  const axisX = { orient: "bottom", values: sizes.values, labelExpr: labelExpr(sizes), grid: false };
  const axisY = { orient: "left", values: figures.values, labelExpr: labelExpr(figures), grid: true };
  const across = (field: string) => position(field, sizes, axisX);
  const up = (field: string) => position(field, figures, axisY);
  const lines = (["warning", "action"] as const).flatMap((of) =>
    (["lower", "upper"] as const).map((side) => ({
      data: {
        values: bySize.flatMap((one) => {
          const limit = one[of][side];
          return limit === null ? [] : [{ size: one.size, limit }];
        }),
      },
      mark: { type: "line", strokeWidth: 1.5, color: colours.grey, ...(of === "warning" && { strokeDash: [4, 3] }) },
      encoding: { x: across("size"), y: up("limit") },
    })),
  );
  return {
    width: plotWidth,
    height,
    autosize: { type: "none" },
    padding: { left, right, top: 14, bottom: 30 },
    layer: [
      {
        data: { values: [{ target }] },
        mark: { type: "rule", color: colours.grey, strokeWidth: 1.5 },
        encoding: { x: at(0), x2: at(plotWidth), y: up("target") },
      },
      ...lines,
      {
        data: { values: points },
        mark: { type: "point", shape: "circle", size: 50, stroke: colours.blue, strokeWidth: 2, opacity: 1 },
        encoding: { x: across("size"), y: up("value"), fill: own("fill"), tooltip: said },
      },
      ...names.map(({ text, x: place, y: down }) => ({
        data: { values: [{}] },
        mark: { type: "text", align: "center", baseline: "middle", fontSize: size.small, text, color: colours.ink },
        encoding: { x: at(place), y: at(down) },
      })),
    ],
  } as Chart["spec"];
}

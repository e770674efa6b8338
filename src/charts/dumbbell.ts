import type { Breakdown } from "../narrate/breakdown.ts";
import { groupsTitle, subtitle } from "../narrate/captions.ts";
import { pageOf } from "../narrate/page-of.ts";
import { pointed, whoseWhen } from "../narrate/pointed.ts";
import {
  type GroupThenNow,
  type ThenAndNow,
  thenAndNow,
  thenAndNowDescription,
  thenAndNowKey,
  thenAndNowSpan,
  thenAndNowTitle,
} from "../narrate/then-and-now.ts";
import { isMissing } from "../reasons-and-notes.ts";
import { type Chart, chartName } from "./chart.ts";
import { type Blank, blank, type Figure, figure, type Table } from "./chart-table.ts";
import { overallLayers, shortUnit, valuePosition } from "./groups-layers.ts";
import type { Layout } from "./groups-layout.ts";
import { linearAxis } from "./layout/axis.ts";
import { chartWidth, colours, size } from "./layout/chart-theme.ts";
import { at, intervalRule, rowPosition, said } from "./layout/position.ts";
import { textWidth, wrap } from "./layout/text-width.ts";

/** The chart of the house: every group by name, hollow at the earlier time and filled now, both figures beside it. */
export function dumbbellChart(b: Breakdown): Chart | null {
  const shown = thenAndNow(b);
  return shown === null
    ? null
    : {
        ...chartName("dumbbell", b.name),
        title: thenAndNowTitle(b, shown) ?? groupsTitle(b),
        subtitle: subtitle(b, thenAndNowSpan(b, shown)),
        description: thenAndNowDescription(b, shown),
        key: thenAndNowKey(b, shown),
        spec: spec(b, shown),
        table: table(b, shown),
      };
}

const lineHeight = 15;
const mostLabelWidth = 160;
const mostColumnWidth = 62;
const columnGap = 12;
const manyGroups = 12;
/** Between the plot and the first column of figures. */
const gutter = 14;

function spec(b: Breakdown, shown: ThenAndNow): Chart["spec"] {
  const { groups, before, now, places } = shown;
  const { say, indicator } = b;
  const fontSize = groups.length > manyGroups ? size.small : size.axis;
  const text = (value: number): string => say.quantity(value, shortUnit(indicator.unit), places);
  const widest = (texts: readonly string[], bold: boolean): number =>
    Math.ceil(Math.max(0, ...texts.map((one) => textWidth(one, fontSize) * (bold ? 1.1 : 1))));
  const longest = widest(
    groups.map(({ label }) => label),
    false,
  );
  const labelWidth = Math.min(mostLabelWidth, Math.max(70, longest + 14));
  const columns = [
    ...(before === null ? [] : [{ period: before.period.label, of: "before", bold: false } as const]),
    { period: now.period.label, of: "now", bold: true } as const,
  ].map((column) => {
    const figures = groups.flatMap((group) => {
      const one = group[column.of];
      return one === null ? [] : [text(one.value)];
    });
    const header = headerOf(column.period, fontSize);
    return { ...column, header, width: Math.max(widest(figures, column.bold), widest(header, column.bold)) };
  });
  const valuesWidth = gutter + columns.reduce((sum, { width }) => sum + width, 0) + columnGap * (columns.length - 1);
  const broken = groups.map(({ label }) => wrap(label, labelWidth - 12, fontSize));
  const mostLines = Math.max(...broken.map(({ length }) => length));
  const usual = groups.length > manyGroups ? 20 : groups.length > 6 ? 28 : 36;
  const height = Math.max(usual, mostLines * lineHeight + 5) * groups.length;
  const plotWidth = chartWidth - labelWidth - valuesWidth;
  const axis = linearAxis(say, extent(shown), indicator.unit, plotWidth < 180 ? 3 : 4);
  const layout: Layout = { rows: [], axis, height, labelWidth, plotWidth, fontSize };
  const x = (field: string) => valuePosition(field, layout);
  const rows = groups.map((group, i) => ({ ...group, y: (i + 0.5) / groups.length }));
  const point = (of: "before" | "now", period: string) =>
    rows.flatMap(({ y, label, [of]: one }) =>
      one === null
        ? []
        : [{ y, value: one.value, said: pointed(say, whoseWhen(say, label, period), one, indicator.unit, places) }],
    );
  const marks = { type: "point", shape: "circle", size: 80, stroke: colours.blue, strokeWidth: 2, opacity: 1 } as const;
  const labels = rows.flatMap(({ y }, i) =>
    broken[i]!.map((line, k) => ({ text: line, y: y + ((k - (broken[i]!.length - 1) / 2) * lineHeight) / height })),
  );
  const headerLines = Math.max(...columns.map(({ header }) => header.length));
  return {
    width: plotWidth,
    height,
    autosize: { type: "none" },
    padding: { left: labelWidth, right: valuesWidth, top: 16 + 14 * headerLines, bottom: 30 },
    data: { values: rows.map(({ y }) => ({ y })) },
    encoding: { y: rowPosition },
    layer: [
      ...(before === null ? [intervals(rows, x)] : [links(rows, x)]),
      ...overallLayers(b, layout, gutter - 10),
      ...(before === null
        ? []
        : [
            {
              data: { values: point("before", before.period.label) },
              mark: { ...marks, fill: colours.paper },
              encoding: { x: x("value"), tooltip: said },
            },
          ]),
      {
        data: { values: point("now", now.period.label) },
        mark: { ...marks, fill: colours.blue },
        encoding: { x: x("value"), tooltip: said },
      },
      texts(labels, -10, { fontSize }),
      ...columns.flatMap(({ of, bold, header, width }, i) => {
        const before = columns.slice(0, i).reduce((sum, column) => sum + column.width + columnGap, 0);
        const right = plotWidth + gutter + before + width;
        const figures = rows.map(({ y, group: { marker }, [of]: one }) => ({
          y,
          text: one === null ? (of === "now" ? (marker ?? say.dumbbell.none) : say.dumbbell.none) : text(one.value),
        }));
        return [
          texts(figures, right, { fontSize, bold }),
          ...header.map((line, k) => ({
            data: { values: [{}] },
            mark: { ...textMark(fontSize, bold), text: line },
            encoding: { x: at(right), y: at(-12 - 14 * (header.length - 1 - k)) },
          })),
        ];
      }),
    ],
  } as Chart["spec"];
}

/** A period over its column: long ones in lines. */
const headerOf = (period: string, fontSize: number): string[] => wrap(period, mostColumnWidth, fontSize);

type Placed = GroupThenNow & { y: number };
type Position = (field: string) => object;

/** From then to now. */
const links = (rows: readonly Placed[], x: Position) => ({
  data: {
    values: rows.flatMap(({ y, before, now }) =>
      before === null || now === null ? [] : [{ y, from: before.value, to: now.value }],
    ),
  },
  mark: { type: "rule", strokeWidth: 3, color: colours.blue, opacity: 0.35 },
  encoding: { x: x("from"), x2: { field: "to" } },
});

const intervals = (rows: readonly Placed[], x: Position) => ({
  data: {
    values: rows.flatMap(({ y, now }) =>
      now?.lower == null || now.upper === null ? [] : [{ y, lower: now.lower, upper: now.upper }],
    ),
  },
  mark: intervalRule,
  encoding: { x: x("lower"), x2: { field: "upper" } },
});

const textMark = (fontSize: number, bold: boolean) =>
  ({
    ...{ type: "text", align: "right", baseline: "middle", fontSize },
    ...{ fontWeight: bold ? "bold" : "normal", color: colours.grey },
  }) as const;

const texts = (values: object[], x: number, { fontSize, bold = false }: { fontSize: number; bold?: boolean }) => ({
  data: { values },
  mark: textMark(fontSize, bold),
  encoding: { x: at(x), text: { field: "text" } },
});

/** Everything that is drawn, from zero on where that hides nothing of it. */
function extent({ groups, before, now }: ThenAndNow): number[] {
  const values = groups.flatMap((group) =>
    [group.before, group.now].flatMap((one) => (one === null ? [] : [one.value])),
  );
  const limits =
    before === null ? groups.flatMap((group) => [group.now?.lower ?? [], group.now?.upper ?? []].flat()) : [];
  const all = [...values, ...limits, ...(isMissing(now.overall) ? [] : [now.overall.value])];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return least > 0 && most - least > 0.4 * most ? [0, ...all] : all;
}

function table(b: Breakdown, { groups, before, now, places }: ThenAndNow): Table {
  const { charts } = b.say;
  const { unit } = b.indicator;
  const column = (of: "before" | "now", period: string, id: string) =>
    ({
      is: "figure",
      id,
      title: charts.withUnit(period, unit),
      told: "number",
      interval: charts.columns.interval,
      values: groups.map((one): Figure | Blank => {
        const limits = one[of];
        if (limits !== null) return figure(limits, unit, places);
        const { marker, estimate } = one.group;
        return of === "now" && isMissing(estimate) ? blank(marker, estimate) : blank(null, null);
      }),
    }) as const;
  return {
    caption: b.say.dumbbell.caption(
      charts.caption(b.indicator.title, b.dimension.title, thenAndNowSpan(b, { groups, before, now, places })),
    ),
    pages: groups.map(({ group: { id } }) => pageOf(b, id)),
    hasBlanks: true,
    columns: [
      { is: "label", id: "group", title: charts.columns.group, values: groups.map(({ label }) => label) },
      ...(before === null ? [] : [column("before", before.period.label, "earlier")]),
      column("now", now.period.label, "value"),
    ],
  };
}

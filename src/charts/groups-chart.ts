import { sharedDigits } from "../catalogue/format.ts";
import type { Range } from "../model.ts";
import { type Breakdown, groupLabel } from "../narrate/breakdown.ts";
import { groupsDescription, groupsKey, groupsTitle, subtitle } from "../narrate/captions.ts";
import { pageOf } from "../narrate/page-of.ts";
import { pointed, whoseWhen } from "../narrate/pointed.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { GroupResult } from "../results/results.ts";
import { type Chart, chartName } from "./chart.ts";
import { type Blank, blank, figure, type Table } from "./chart-table.ts";
import { lineLayers, overallLayers, shortUnit, valuePosition } from "./groups-layers.ts";
import { type Layout, layoutOf, lineHeight, valueWidth } from "./groups-layout.ts";
import { colours } from "./layout/chart-theme.ts";
import { at, intervalRule, own, rowPosition, said } from "./layout/position.ts";

/** Estimates by group with their intervals, the overall level and, for an ordered dimension, the fitted line and its ends. */
export function groupsChart(b: Breakdown): Chart | null {
  const { latest, indicator } = b;
  const shown = latest.groups.flatMap(({ estimate }) => (isMissing(estimate) ? [] : [estimate]));
  if (shown.length === 0) return null;
  const places = sharedDigits(shown, indicator.unit);
  return {
    ...chartName("groups", b.name),
    title: groupsTitle(b),
    subtitle: subtitle(b, latest.period.label),
    description: groupsDescription(b),
    key: groupsKey(b),
    spec: spec(b, layoutOf(b), places),
    table: table(b, places),
  };
}

function spec(b: Breakdown, layout: Layout, places: number): Chart["spec"] {
  const { rows, height, labelWidth, plotWidth, fontSize } = layout;
  const points = pointsOf(b, layout, places);
  const labels = rows.flatMap(({ lines, y }) =>
    lines.map((text, i) => ({ text, y: y + ((i - (lines.length - 1) / 2) * lineHeight) / height })),
  );
  const blanks = rows.flatMap(({ group: { estimate, marker }, y }) =>
    isMissing(estimate) ? [{ y, text: b.say.charts.noFigure(marker) }] : [],
  );
  return {
    width: plotWidth,
    height,
    autosize: { type: "none" },
    padding: { left: labelWidth, right: valueWidth, top: 30, bottom: 30 },
    data: { values: points },
    encoding: {
      y: rowPosition,
    },
    layer: [
      {
        mark: intervalRule,
        encoding: { x: valuePosition("lower", layout), x2: { field: "upper" } },
      },
      ...overallLayers(b, layout),
      ...lineLayers(b, layout, places),
      {
        mark: { type: "point", shape: "circle", size: 70, stroke: colours.blue, strokeWidth: 2, opacity: 1 },
        encoding: { x: valuePosition("value", layout), fill: own("fill"), tooltip: said },
      },
      texts(labels, -10, "right", fontSize),
      texts(points, plotWidth + valueWidth - 4, "right", fontSize),
      ...(blanks.length > 0 ? [texts(blanks, 4, "left", fontSize)] : []),
    ],
  } as Chart["spec"];
}

const texts = (values: object[], x: number, align: "left" | "right", fontSize: number) => ({
  data: { values },
  mark: { type: "text", align, baseline: "middle", fontSize, color: colours.grey } as const,
  encoding: { x: at(x), text: { field: "text" } },
});

/** One point a group. Where they are set against the rest, those alone that clearly differ are filled. */
function pointsOf(b: Breakdown, { rows }: Layout, places: number) {
  const { latest, indicator, say } = b;
  const { who, period } = latest;
  const tested = who.some(({ clear }) => clear !== null);
  const clear = new Set(who.filter((one) => one.clear).map(({ group }) => group));
  return rows.flatMap(({ group: { id, estimate }, y }) =>
    isMissing(estimate)
      ? []
      : [
          {
            y,
            value: estimate.value,
            lower: estimate.lower ?? estimate.value,
            upper: estimate.upper ?? estimate.value,
            text: say.quantity(estimate.value, shortUnit(indicator.unit), places),
            said: pointed(say, whoseWhen(say, groupLabel(b, id), period.label), estimate, indicator.unit, places),
            fill: tested && !clear.has(id) ? colours.paper : colours.blue,
          },
        ],
  );
}

/** Whether figures are so many out of so many. */
const isShare = ({ indicator }: Breakdown): boolean => indicator.scale === "logit";

function table(b: Breakdown, places: number): Table {
  const { charts } = b.say;
  const { columns } = charts;
  const { groups, period } = b.latest;
  const { unit } = b.indicator;
  const countOf = (group: GroupResult, of: "numerator" | "denominator"): number | Range | null =>
    group[of] ?? group[`${of}Range`];
  const counts = (of: "numerator" | "denominator"): (number | Range | Blank)[] =>
    groups.map((group) => countOf(group, of) ?? blank(group.marker, null));
  const hasCounts = groups.some((group) => countOf(group, "numerator") !== null);
  const hasSizes = groups.some((group) => countOf(group, "denominator") !== null);
  const sizes = isShare(b) ? { id: "out_of", title: columns.outOf } : { id: "population", title: columns.population };
  return {
    caption: charts.caption(b.indicator.title, b.dimension.title, period.label),
    pages: groups.map(({ id }) => pageOf(b, id)),
    hasBlanks: true,
    columns: [
      { is: "label", id: "group", title: columns.group, values: groups.map(({ id }) => groupLabel(b, id)) },
      {
        is: "figure",
        id: "value",
        title: charts.withUnit(columns.figure, unit),
        told: "number",
        interval: columns.interval,
        values: groups.map(({ estimate, marker }) =>
          isMissing(estimate) ? blank(marker, estimate) : figure(estimate, unit, places),
        ),
      },
      ...(hasCounts
        ? [{ is: "count", id: "number", title: columns.number, values: counts("numerator") } as const]
        : []),
      ...(hasSizes ? [{ is: "count", ...sizes, values: counts("denominator") } as const] : []),
    ],
  };
}

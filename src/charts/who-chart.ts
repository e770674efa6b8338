import { differenceUnit, sharedDigits } from "../catalogue/format.ts";
import { type Breakdown, groupLabel } from "../narrate/breakdown.ts";
import { pageOf } from "../narrate/page-of.ts";
import { pointed, whoseWhen } from "../narrate/pointed.ts";
import { clearOf, sortedWho, whoCaption, whoDescription, whoKey, whoSubtitle, whoTitle } from "../narrate/who.ts";
import { type Chart, chartName } from "./chart.ts";
import { figure, type Table } from "./chart-table.ts";
import { type Axis, labelExpr, linearAxis } from "./layout/axis.ts";
import { chartWidth, colours, size } from "./layout/chart-theme.ts";
import { at, intervalRule, own, position, rowPosition, said } from "./layout/position.ts";
import { textWidth, wrap } from "./layout/text-width.ts";

const valueWidth = 52;
const mostLabelWidth = 186;
const lineHeight = 15;
const many = 12;

/** Each group against others, worst off first, with the line of no difference. */
export function whoChart(b: Breakdown): Chart | null {
  if (b.latest.who.length === 0) return null;
  const places = sharedDigits(
    b.latest.who.map(({ difference }) => difference),
    b.indicator.unit,
  );
  return {
    ...chartName("who", b.name),
    title: whoTitle(b),
    subtitle: whoSubtitle(b),
    description: whoDescription(b),
    key: whoKey(b),
    spec: spec(b, places),
    table: table(b, places),
  };
}

function table(b: Breakdown, places: number): Table {
  const { head, notTested } = b.say.who;
  const sorted = sortedWho(b);
  return {
    caption: whoCaption(b),
    pages: sorted.map(({ group }) => pageOf(b, group)),
    columns: [
      { is: "label", id: "group", title: head.group, values: sorted.map(({ group }) => groupLabel(b, group)) },
      {
        is: "figure",
        id: "worse_by",
        title: head.difference,
        told: "signed",
        interval: head.interval,
        values: sorted.map(({ difference }) => figure(difference, differenceUnit(b.indicator.unit), places)),
      },
      {
        is: "p",
        id: "adjusted_p",
        title: head.p,
        values: sorted.map(({ adjustedP: p }) => ({ p, untested: notTested })),
      },
    ],
  };
}

interface Row {
  y: number;
  lines: string[];
  value: number;
  lower: number;
  upper: number;
  text: string;
  said: string;
  fill: string;
}

function spec(b: Breakdown, places: number): Chart["spec"] {
  const sorted = sortedWho(b);
  const clear = new Set(clearOf(b).map(({ group }) => group));
  const fontSize = sorted.length > many ? size.small : size.axis;
  const longest = Math.max(...sorted.map(({ group }) => textWidth(groupLabel(b, group), fontSize)));
  const labelWidth = Math.min(mostLabelWidth, Math.max(90, Math.ceil(longest) + 16));
  const rows: Row[] = sorted.map(({ group, difference: { value, lower, upper } }, i) => ({
    y: (i + 0.5) / sorted.length,
    lines: wrap(groupLabel(b, group), labelWidth - 14, fontSize),
    value,
    lower: lower ?? value,
    upper: upper ?? value,
    text: b.say.signed(value, places),
    said: pointed(
      b.say,
      whoseWhen(b.say, groupLabel(b, group), b.latest.period.label),
      { value, lower, upper },
      differenceUnit(b.indicator.unit),
      places,
    ),
    fill: clear.has(group) ? colours.blue : colours.paper,
  }));
  const mostLines = Math.max(...rows.map(({ lines }) => lines.length));
  const height = Math.max(sorted.length > many ? 20 : 30, mostLines * lineHeight + 5) * sorted.length;
  const plotWidth = chartWidth - labelWidth - valueWidth;
  const axis = linearAxis(b.say, [0, ...rows.flatMap(({ value, lower, upper }) => [value, lower, upper])], "", 4);
  const labels = rows.flatMap(({ lines, y }) =>
    lines.map((text, i) => ({ text, y: y + ((i - (lines.length - 1) / 2) * lineHeight) / height })),
  );
  const x = (field: string) => placed(field, axis);
  return {
    width: plotWidth,
    height,
    autosize: { type: "none" },
    padding: { left: labelWidth, right: valueWidth, top: 12, bottom: 30 },
    data: { values: rows },
    encoding: {
      y: rowPosition,
    },
    layer: [
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: "rule", color: colours.grey, strokeWidth: 1.5 },
        encoding: { x: x("zero"), y: at(0), y2: at(height) },
      },
      { mark: intervalRule, encoding: { x: x("lower"), x2: { field: "upper" } } },
      {
        mark: { type: "point", shape: "circle", size: 70, stroke: colours.blue, strokeWidth: 2, opacity: 1 },
        encoding: { x: x("value"), fill: own("fill"), tooltip: said },
      },
      texts(labels, -10, fontSize),
      texts(rows, plotWidth + valueWidth - 4, fontSize),
    ],
  } as Chart["spec"];
}

const placed = (field: string, axis: Axis) =>
  position(field, axis, { orient: "bottom", values: axis.values, labelExpr: labelExpr(axis), grid: true });

const texts = (values: object[], x: number, fontSize: number) => ({
  data: { values },
  mark: { type: "text", align: "right", baseline: "middle", fontSize, color: colours.grey } as const,
  encoding: { x: at(x), text: { field: "text" } },
});

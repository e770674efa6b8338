import type { Say } from "../catalogue/say.ts";
import { isNeutral } from "../narrate/breakdown.ts";
import { areaChartDescription, areaChartKey, areaChartTitle } from "../narrate/profile.ts";
import type { AreaProfile } from "../narrate/profiles.ts";
import type { Standing } from "../narrate/standing.ts";
import { isMissing } from "../reasons-and-notes.ts";
import { type Chart, chartName } from "./chart.ts";
import { figuresTable, shortDifference } from "./figures-table.ts";
import { labelExpr, linearAxis } from "./layout/axis.ts";
import { chartWidth, colours, size } from "./layout/chart-theme.ts";
import { at, intervalRule, own, position, rowPosition } from "./layout/position.ts";
import { wrap } from "./layout/text-width.ts";

/** A difference as a multiple of the typical difference between the areas, which has no unit of its own. */
interface Row {
  standing: Standing;
  value: number;
  lower: number;
  upper: number;
}

const labelWidth = 150;
const valueWidth = 92;
const lineHeight = 15;
const plotWidth = chartWidth - labelWidth - valueWidth;
const rowHeight = 44;

/** What the charts of an area are of. */
export const areaOf = (slug: string): string => `area--${slug}`;

/** How far one area is from all the others together, one row per indicator; null where nothing can be drawn. */
export function areaDifferences({ profile, name, area: { slug }, one }: AreaProfile): Chart | null {
  const rows = profile.standings.flatMap((standing) => rowOf(standing) ?? []).sort((a, b) => b.value - a.value);
  const [first] = rows;
  if (first === undefined) return null;
  const { results, say } = first.standing.b;
  const drawn = rows.map(({ standing }) => standing);
  const modelled = profile.standings.filter(({ b }) => b.indicator.modelled);
  const neutral = profile.standings.filter((one) => isNeutral(one.b) && !modelled.includes(one));
  const leftOut = profile.standings.filter((one) => ![...drawn, ...neutral, ...modelled].includes(one));
  const inOrder = [...drawn, ...profile.standings.filter((one) => !drawn.includes(one))];
  const titles = (of: readonly Standing[]): string[] => of.map(({ b }) => b.indicator.title);
  return {
    ...chartName("differences", areaOf(slug)),
    title: areaChartTitle(say, profile),
    subtitle: say.people.chart.subtitle(name, results.place.name, one),
    description: areaChartDescription(say, name, drawn),
    key: areaChartKey(results, titles(leftOut), titles(neutral), titles(modelled)),
    spec: spec(say, rows),
    table: figuresTable(say, inOrder, name),
  };
}

function rowOf(standing: Standing): Row | null {
  const typical = standing.b.latest.absolute;
  const { whom, difference } = standing.against;
  if (
    isNeutral(standing.b) ||
    standing.b.indicator.modelled ||
    whom !== "rest" ||
    isMissing(typical) ||
    typical.oriented.value <= 0
  )
    return null;
  const scaled = (value: number): number => value / typical.oriented.value;
  return {
    standing,
    value: scaled(difference.value),
    lower: scaled(difference.lower ?? difference.value),
    upper: scaled(difference.upper ?? difference.value),
  };
}

function spec(say: Say, rows: readonly Row[]): Chart["spec"] {
  const height = rowHeight * rows.length;
  const y = (i: number): number => (i + 0.5) / rows.length;
  const axis = linearAxis(say, [-1, 1, ...rows.flatMap(({ value, lower, upper }) => [value, lower, upper])], "", 4);
  const points = rows.map(({ standing, value, lower, upper }, i) => ({
    y: y(i),
    value,
    lower,
    upper,
    fill: standing.clarity === "unclear" ? colours.paper : colours.blue,
    text: shortDifference(standing),
  }));
  const labels = rows.flatMap(({ standing: { b } }, i) => {
    const lines = wrap(b.indicator.title, labelWidth - 14, size.small);
    return lines.map((text, line) => ({ text, y: y(i) + ((line - (lines.length - 1) / 2) * lineHeight) / height }));
  });
  const zero = ((0 - axis.domain[0]) / (axis.domain[1] - axis.domain[0])) * plotWidth;
  const ends = [
    { text: say.people.chart.better, x: zero - 8, align: "right" },
    { text: say.people.chart.worse, x: zero + 8, align: "left" },
  ] as const;
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
        data: { values: [{}] },
        mark: { type: "rule", strokeWidth: 1.5, color: colours.grey },
        encoding: { x: at(zero), y: at(-4), y2: at(height) },
      },
      {
        mark: intervalRule,
        encoding: {
          x: position("lower", axis, { orient: "bottom", values: axis.values, labelExpr: labelExpr(axis), grid: true }),
          x2: { field: "upper" },
        },
      },
      {
        mark: { type: "point", shape: "circle", size: 70, stroke: colours.blue, strokeWidth: 2, opacity: 1 },
        encoding: {
          x: position("value", axis, { orient: "bottom", values: axis.values, labelExpr: labelExpr(axis), grid: true }),
          fill: own("fill"),
        },
      },
      ...ends.map(({ text, x, align }) => ({
        data: { values: [{}] },
        mark: { type: "text", align, baseline: "middle", fontSize: size.small, text, color: colours.grey },
        encoding: { x: at(x), y: at(-16) },
      })),
      texts(labels, -10, "right"),
      texts(points, plotWidth + 8, "left"),
    ],
  } as Chart["spec"];
}

const texts = (values: object[], x: number, align: "left" | "right") => ({
  data: { values },
  mark: { type: "text", align, baseline: "middle", fontSize: size.small, color: colours.grey } as const,
  encoding: { x: at(x), text: { field: "text" } },
});

import { type Limits, orderFacts } from "../model.ts";
import { type Breakdown, groupLabel } from "../narrate/breakdown.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { GroupResult, PeriodResult } from "../results/results.ts";
import { type Axis, linearAxis } from "./layout/axis.ts";
import { chartWidth, size } from "./layout/chart-theme.ts";
import { textWidth, wrap } from "./layout/text-width.ts";

/** Where everything stands in the chart of groups. */
export interface Layout {
  rows: Row[];
  axis: Axis;
  height: number;
  labelWidth: number;
  plotWidth: number;
  /** Type size of names and figures: smaller where there are many. */
  fontSize: number;
}

export interface Row {
  group: GroupResult;
  /** Name, broken into lines that fit. */
  lines: string[];
  /** From 0 at the top to 1 at the bottom. */
  y: number;
}

export const valueWidth = 56;
export const lineHeight = 15;
const mostLabelWidth = 186;
const manyGroups = 12;
const mostLadderHeight = 620;

export function layoutOf(b: Breakdown): Layout {
  const { latest } = b;
  const fontSize = latest.groups.length > manyGroups ? size.small : size.axis;
  const labels = latest.groups.map(({ id }) => groupLabel(b, id));
  const longest = Math.max(...labels.map((label) => textWidth(label, fontSize)));
  const labelWidth = Math.min(mostLabelWidth, Math.max(90, Math.ceil(longest) + 16));
  const broken = (group: GroupResult) => wrap(groupLabel(b, group.id), labelWidth - 14, fontSize);
  const mostLines = Math.max(...latest.groups.map((group) => broken(group).length));
  const { placed, height } = latest.line === null ? inRows(b, mostLines) : onLadder(latest, mostLines);
  return {
    rows: placed.map(({ group, y }) => ({ group, y, lines: broken(group) })),
    axis: linearAxis(b.say, extent(latest), b.indicator.unit, 4),
    height,
    labelWidth,
    fontSize,
    plotWidth: chartWidth - labelWidth - valueWidth,
  };
}

export const pixelOf = ({ axis: { domain }, plotWidth }: Layout, value: number): number =>
  ((value - domain[0]) / (domain[1] - domain[0])) * plotWidth;

type Placed = { placed: { group: GroupResult; y: number }[]; height: number };

/** At each group's place on the ladder, and tall enough that no two names touch. */
function onLadder({ groups }: PeriodResult, lines: number): Placed {
  const placed = groups.map((group, i) => ({ group, y: group.ridit ?? (i + 0.5) / groups.length }));
  const stops = [0, ...placed.map(({ y }) => y), 1];
  const closest = Math.min(
    ...stops
      .slice(1)
      .map((y, i) => y - (stops[i] ?? 0))
      .filter((gap) => gap > 0),
  );
  return { placed, height: Math.min(mostLadderHeight, Math.max(190, (lines * lineHeight + 4) / closest)) };
}

/** Row by row: in their order where they have one, else worst first, and groups without a figure last. */
function inRows({ latest: { groups }, indicator, dimension }: Breakdown, lines: number): Placed {
  const sign = indicator.better === "lower" ? -1 : 1;
  const sorted = orderFacts[dimension.type].isLadder ? groups : [...groups].sort((a, c) => byValue(a, c, sign));
  const usual = groups.length > manyGroups ? 20 : groups.length > 6 ? 30 : 38;
  return {
    placed: sorted.map((group, i) => ({ group, y: (i + 0.5) / sorted.length })),
    height: Math.max(usual, lines * lineHeight + 5) * sorted.length,
  };
}

function byValue(a: GroupResult, c: GroupResult, sign: number): number {
  if (isMissing(a.estimate)) return isMissing(c.estimate) ? 0 : 1;
  if (isMissing(c.estimate)) return -1;
  return sign * (a.estimate.value - c.estimate.value);
}

function extent({ groups, overall, line }: PeriodResult): number[] {
  const spread = ({ value, lower, upper }: Limits) => [value, lower ?? value, upper ?? value];
  return [
    ...groups.flatMap(({ estimate }) => (isMissing(estimate) ? [] : spread(estimate))),
    ...(isMissing(overall) ? [] : [overall.value]),
    ...(line === null ? [] : [line.disadvantagedEnd.value, line.advantagedEnd.value]),
  ];
}

import { digits } from "../catalogue/format.ts";
import type { Scale } from "../model.ts";
import type { Breakdown } from "../narrate/breakdown.ts";
import { levelName } from "../narrate/level.ts";
import { pointed, whoseWhen } from "../narrate/pointed.ts";
import { deprivedWord } from "../narrate/state.ts";
import { isMissing } from "../reasons-and-notes.ts";
import { type Layout, pixelOf, valueWidth } from "./groups-layout.ts";
import { labelExpr } from "./layout/axis.ts";
import { colours, size, textColour } from "./layout/chart-theme.ts";
import { at, position, said } from "./layout/position.ts";
import { textWidth } from "./layout/text-width.ts";

export const valuePosition = (field: string, { axis }: Layout) =>
  position(field, axis, { orient: "bottom", values: axis.values, labelExpr: labelExpr(axis), grid: true });

/** The unit as it stands beside each figure in the picture: longer ones are in the subtitle. */
export const shortUnit = (unit: string): string => (unit === "%" ? unit : "");

/** The level for everyone, as a dashed rule with its name above, which may reach so far to the right of the plot. */
export function overallLayers(b: Breakdown, layout: Layout, right = valueWidth): object[] {
  const { overall } = b.latest;
  const { unit } = b.indicator;
  if (isMissing(overall)) return [];
  const level = b.say.quantity(overall.value, shortUnit(unit), digits(overall, unit));
  const text = b.say.charts.levelBeside(levelName(b), level);
  const whose = whoseWhen(b.say, b.say.capital(levelName(b)), b.latest.period.label);
  const half = (textWidth(text, size.axis) * 1.1) / 2;
  const x = pixelOf(layout, overall.value);
  const centre = Math.min(Math.max(x, half + 2 - layout.labelWidth), layout.plotWidth + right - half - 2);
  return [
    {
      data: { values: [{ said: pointed(b.say, whose, overall, unit, digits(overall, unit)) }] },
      mark: { type: "rule", strokeDash: [4, 3], strokeWidth: 1.5, color: colours.grey },
      encoding: { x: at(x), y: at(-6), y2: at(layout.height), tooltip: said },
    },
    {
      data: { values: [{}] },
      mark: { type: "text", align: "center", baseline: "middle", fontSize: size.axis, fontWeight: "bold", text },
      encoding: { x: at(centre), y: at(-16) },
    },
  ];
}

/** The line between its ends: straight on the working scale, so curved here unless that is the identity. */
function curve(scale: Scale, per: number, start: number, end: number): { x: number; y: number }[] {
  const to = { identity: (v: number) => v, log: Math.log, logit: (v: number) => Math.log(v / (per - v)) }[scale];
  const from = { identity: (v: number) => v, log: Math.exp, logit: (v: number) => per / (1 + Math.exp(-v)) }[scale];
  const steps = scale === "identity" ? 1 : 10;
  return Array.from({ length: steps + 1 }, (_, i) => ({
    x: from(to(start) + (i / steps) * (to(end) - to(start))),
    y: i / steps,
  }));
}

/** The fitted line, and its two ends, with their figures where the groups follow it: else no group has the like. */
export function lineLayers(b: Breakdown, layout: Layout, places: number): object[] {
  const { latest, indicator, say } = b;
  const { line, period } = latest;
  if (line === null) return [];
  const { disadvantagedEnd: start, advantagedEnd: end, scale } = line;
  const ends = [
    { limits: start, end: "most", y: 0, isRight: start.value >= end.value } as const,
    { limits: end, end: "least", y: 1, isRight: end.value > start.value } as const,
  ].map(({ limits, end, y, isRight }) => {
    const x = limits.value;
    const whose = whoseWhen(say, say.heard.lineEnd(deprivedWord(b), end), period.label);
    const text = say.quantity(x, shortUnit(indicator.unit), places);
    return {
      x,
      y,
      text,
      said: pointed(say, whose, limits, indicator.unit, places),
      labelX: besideEnd(pixelOf(layout, x), textWidth(text, size.axis), isRight, layout),
    };
  });
  return [
    {
      data: { values: curve(scale, indicator.per, start.value, end.value) },
      mark: { type: "line", color: colours.orange, strokeWidth: 2 },
      encoding: { x: valuePosition("x", layout), order: { field: "y", type: "quantitative" } },
    },
    {
      data: { values: ends },
      mark: { type: "point", shape: "diamond", size: 90, filled: true, color: colours.orange, opacity: 1 },
      encoding: { x: valuePosition("x", layout), tooltip: said },
    },
    {
      data: { values: line.lackOfFit?.clear ? [] : ends },
      mark: { type: "text", align: "left", baseline: "middle", fontSize: size.axis, color: textColour(colours.orange) },
      encoding: { x: { field: "labelX", type: "quantitative", scale: null }, text: { field: "text" } },
    },
  ];
}

/** Left edge of an end's figure: on its outer side where there is room in the plot, else on the inner side. */
function besideEnd(x: number, width: number, isRight: boolean, { plotWidth }: Layout): number {
  const right = x + 10;
  const left = x - 10 - width;
  const fits = isRight ? right + width <= plotWidth + 6 : left >= -4;
  return isRight === fits ? right : left;
}

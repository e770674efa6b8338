import { middleYear, type Period } from "../../model.ts";
import { type Axis, labelExpr } from "./axis.ts";
import { size } from "./chart-theme.ts";
import { position } from "./position.ts";
import { textWidth } from "./text-width.ts";

/** Periods on an axis of years, each at its middle. Ordered numbers, so no time zone can move them. */
export interface TimeAxis extends Axis {
  /** Middle of each period, in order. */
  at: number[];
}

export function timeAxis(periods: readonly Period[], width: number): TimeAxis {
  const at = periods.map((period) => Number(middleYear(period).toFixed(3)));
  const [first = 0, last = 1] = [at[0], at.at(-1)];
  const span = last - first || 1;
  const pad = 0.04 * span;
  const pixels = (year: number) => ((year - first + pad) / (span + 2 * pad)) * width;
  const kept: number[] = [];
  // From the newest back, as many labels as fit: the newest matters most.
  for (const index of at.map((_, i) => i).reverse()) {
    const next = kept[0];
    const label = (i: number) => textWidth(periods[i]?.label ?? "", size.axis);
    if (next === undefined || pixels(at[next] ?? 0) - pixels(at[index] ?? 0) > (label(next) + label(index)) / 2 + 8)
      kept.unshift(index);
  }
  return {
    at,
    domain: [first - pad, last + pad],
    values: kept.map((i) => at[i] ?? 0),
    labels: kept.map((i) => periods[i]?.label ?? ""),
  };
}

/** A position in time. Names of periods stand clear of the figures beside the axis. */
export const onTime = (field: string, time: TimeAxis) =>
  position(field, time, {
    orient: "bottom",
    values: time.values,
    labelExpr: labelExpr(time),
    grid: false,
    labelPadding: 10,
  });

/** Half a label may stand out over either end of the plot. */
const overhang = ({ labels }: Axis): number =>
  Math.max(0, ...labels.map((label) => textWidth(label, size.axis) / 2 - 8));

/** Most that the names at the right end can give up. */
const spare = 10;

/** Room at both sides of the plot: what labels take on the left is given up on the right, so that charts are of one width. */
export function besides(time: Axis, left: number, right: number): { left: number; right: number } {
  const more = Math.max(0, overhang(time) - left);
  return { left: left + more, right: right - Math.min(spare, more) };
}

/** The run each period belongs to. Runs are joined by a line: not across a break, nor across periods never published, nor between periods that share a day. */
export function joins(
  periods: readonly Period[],
  at: readonly number[],
  breaks: readonly { from: string }[],
): number[] {
  const steps = at.slice(1).map((year, i) => year - (at[i] ?? 0));
  const usual = Math.min(...steps);
  let run = 0;
  return periods.map((period, i) => {
    const broken = breaks.some(({ from }) => from === period.label);
    const skipped = (steps[i - 1] ?? 0) > 1.5 * usual;
    const overlapping = period.start <= (periods[i - 1]?.end ?? "");
    if (i > 0 && (broken || skipped || overlapping)) run++;
    return run;
  });
}

/** Places on the axis where the series breaks: half-way between the last period before and the first after. */
export function breakPlaces(
  periods: readonly Period[],
  at: readonly number[],
  breaks: readonly { from: string }[],
): number[] {
  return breaks.flatMap(({ from }) => {
    const i = periods.findIndex(({ label }) => label === from);
    return i > 0 ? [((at[i - 1] ?? 0) + (at[i] ?? 0)) / 2] : [];
  });
}

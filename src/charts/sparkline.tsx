import type { Limits } from "../model.ts";
import { type Breakdown, gapsOf } from "../narrate/breakdown.ts";
import { sparkWords } from "../narrate/overview.ts";
import { gapUnit } from "../narrate/state.ts";
import { joins, timeAxis } from "./layout/time.ts";

/** The absolute gap over time as small as a word: a line with its intervals, from equality up. */

const width = 96;
const height = 30;
const edge = 3;

const one = (value: number): string => String(Number(value.toFixed(1)));

export function Sparkline({ b }: { b: Breakdown }) {
  const gaps = gapsOf(b, "absolute");
  const last = gaps.at(-1);
  if (last === undefined) return <span class="small">{b.say.findings.noSpark}</span>;
  const values = gaps.map(({ gap }) => gap.oriented);
  const periods = gaps.map(({ period }) => period.period);
  const time = timeAxis(periods, width);
  const runs = joins(periods, time.at, b.indicator.breaks);
  const { atEquality } = last.gap;
  const y = scaleY([atEquality, ...values.flatMap(extent)]);
  const [from, to] = time.domain;
  const points = values.map((limits, i) => ({
    x: to > from ? edge + (((time.at[i] ?? 0) - from) / (to - from)) * (width - 2 * edge) : width / 2,
    limits,
    run: runs[i] ?? 0,
  }));
  const unit = gapUnit(last.gap);
  const words = sparkWords(
    b.say,
    gaps.map(({ period, gap }) => ({ period: period.period.label, figure: b.say.figure(gap.oriented, unit) })),
  );
  const newest = points.at(-1);
  return (
    <svg class="spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={words}>
      <path class="equality" d={`M0 ${one(y(atEquality))}H${width}`} />
      {runsOf(points).map((run) => (
        <Run key={run[0]?.x} run={run} y={y} />
      ))}
      {newest !== undefined && <circle cx={one(newest.x)} cy={one(y(newest.limits.value))} r="2.5" />}
    </svg>
  );
}

interface Point {
  x: number;
  limits: Limits;
  run: number;
}

const extent = ({ value, lower, upper }: Limits): number[] => [value, lower ?? value, upper ?? value];

function scaleY(figures: readonly number[]): (value: number) => number {
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const room = height - 2 * edge;
  return (value) => (high > low ? height - edge - ((value - low) / (high - low)) * room : height / 2);
}

const runsOf = (points: readonly Point[]): Point[][] =>
  [...new Set(points.map(({ run }) => run))].map((wanted) => points.filter(({ run }) => run === wanted));

/** Neighbouring periods that may be compared: a line and a band, or one dot and its bar. */
function Run({ run, y }: { run: readonly Point[]; y: (value: number) => number }) {
  const at = (x: number, value: number): string => `${one(x)} ${one(y(value))}`;
  const line = run.map(({ x, limits }) => at(x, limits.value)).join("L");
  const upper = run.map(({ x, limits }) => at(x, limits.upper ?? limits.value)).join("L");
  const lower = run
    .map(({ x, limits }) => at(x, limits.lower ?? limits.value))
    .reverse()
    .join("L");
  const [only] = run;
  if (run.length > 1)
    return (
      <>
        <path class="band" d={`M${upper}L${lower}Z`} />
        <path class="line" d={`M${line}`} />
      </>
    );
  return only === undefined ? null : (
    <>
      <path class="bar" d={`M${upper}L${lower}`} />
      <circle cx={one(only.x)} cy={one(y(only.limits.value))} r="1.5" />
    </>
  );
}

import { fromWorking, slopeBack } from "./figures.ts";
import { chiSquaredAbove, normalQuantile, sum } from "./numbers.ts";
import type { Series, Slice } from "./series.ts";

/** A gap as it is printed (oriented), and as it is tested. */
export type Gap = {
  measure: string;
  value: number;
  lower: number | null;
  upper: number | null;
  raw: { value: number; lower: number | null; upper: number | null };
  scale: "difference" | "log" | "variance" | "root";
  tested: number;
  variance: number | null;
  /** Variances of rounding in it. */
  rounding: number;
  /** For typical differences: the part of the variance that is linear in the groups' own. */
  linear: number | null;
};

export type Ends = { disadvantaged: number; advantaged: number; variance: [number, number, number] | null };

export type Line = { intercept: number; slope: number; misfit: { chiSquared: number; df: number; p: number } | null };

export type Gaps = { absolute: Gap; relative: Gap; complement: Gap | null; ends: Ends | null; line: Line | null };

type Member = {
  id: string;
  p: number;
  y: number;
  v: number | null;
  round: number;
  u: number | null;
  g: number;
  gv: number | null;
};

function members(slice: Slice): Member[] {
  const present = slice.groups.filter((g) => g.figure !== null);
  const total = sum(present.map((g) => g.weight));
  return present.map((g) => {
    const f = g.figure!;
    return {
      id: g.id,
      p: g.weight / total,
      y: f.value,
      v: f.variance,
      round: f.digits,
      u: f.unbiased,
      g: f.working.point,
      gv: f.working.variance,
    };
  });
}

export function gapsOf(series: Series, slice: Slice, confidence: number): Gaps | null {
  if (slice.without !== null) return null;
  const z = normalQuantile((1 + confidence) / 2);
  const ms = members(slice);
  return series.type === "unordered" ? typical(series, ms, z) : sided(series, ms, z);
}

/** Two ends, from the line or from the two groups of a pair. */
function sided(series: Series, ms: Member[], z: number): Gaps {
  const { ends, round, line } = series.type === "pair" ? pairEnds(ms) : lineEnds(series, ms);
  const higher = series.better === "higher";
  const pair = series.type === "pair";
  const absolute = difference(ends, round, higher, z, pair ? "d" : "sii");
  const relative = ratio(ends, round, higher, z, pair ? "r" : "rii");
  const turn = (e: Ends): Ends => ({
    ...e,
    disadvantaged: series.per - e.disadvantaged,
    advantaged: series.per - e.advantaged,
  });
  const complement = series.proportion ? ratio(turn(ends), round, !higher, z, "complement") : null;
  return { absolute, relative, complement, ends, line };
}

type EndsFound = { ends: Ends; round: [number, number, number]; line: Line | null };

function pairEnds(ms: Member[]): EndsFound {
  const [a, b] = ms as [Member, Member];
  const known = a.v !== null && b.v !== null;
  return {
    ends: { disadvantaged: a.y, advantaged: b.y, variance: known ? [a.v!, 0, b.v!] : null },
    round: [a.round, 0, b.round],
    line: null,
  };
}

/** Weighted least squares of the working values on the ridits. */
function lineEnds(series: Series, ms: Member[]): EndsFound {
  let below = 0;
  const xs = ms.map((m) => {
    below += m.p;
    return below - m.p / 2;
  });
  const spread = sum(ms.map((m, i) => m.p * (xs[i]! - 0.5) ** 2));
  const wb = ms.map((m, i) => (m.p * (xs[i]! - 0.5)) / spread);
  const wa = ms.map((m, i) => m.p - wb[i]! / 2);
  const a = sum(ms.map((m, i) => wa[i]! * m.g));
  const b = sum(ms.map((m, i) => wb[i]! * m.g));
  const f0 = fromWorking(series.scale, series.per, a);
  const f1 = fromWorking(series.scale, series.per, a + b);
  const k0 = slopeBack(series.scale, series.per, f0);
  const k1 = slopeBack(series.scale, series.per, f1);
  const ends = (vs: number[]): [number, number, number] => {
    const w1 = wa.map((w, i) => w + wb[i]!);
    return [
      k0 * k0 * sum(vs.map((v, i) => v * wa[i]! ** 2)),
      k0 * k1 * sum(vs.map((v, i) => v * wa[i]! * w1[i]!)),
      k1 * k1 * sum(vs.map((v, i) => v * w1[i]! ** 2)),
    ];
  };
  const known = ms.every((m) => m.gv !== null);
  const rounds = ms.map((m) => m.round / slopeBack(series.scale, series.per, m.y) ** 2);
  const chiSquared = known ? sum(ms.map((m, i) => (m.g - a - b * xs[i]!) ** 2 / m.gv!)) : 0;
  const df = ms.length - 2;
  return {
    ends: { disadvantaged: f0, advantaged: f1, variance: known ? ends(ms.map((m) => m.gv!)) : null },
    round: ms.some((m) => m.round > 0) ? ends(rounds) : [0, 0, 0],
    line: { intercept: a, slope: b, misfit: known ? { chiSquared, df, p: chiSquaredAbove(chiSquared, df) } : null },
  };
}

function difference(e: Ends, round: [number, number, number], higher: boolean, z: number, measure: string): Gap {
  const raw = e.advantaged - e.disadvantaged;
  const of = (v: [number, number, number]): number => v[0] - 2 * v[1] + v[2];
  const variance = e.variance === null ? null : of(e.variance);
  const half = variance === null ? null : z * Math.sqrt(variance);
  const around = (x: number) => ({
    value: x,
    lower: half === null ? null : x - half,
    upper: half === null ? null : x + half,
  });
  const oriented = around(higher ? raw : -raw);
  return {
    measure,
    ...oriented,
    raw: around(raw),
    scale: "difference",
    tested: oriented.value,
    variance,
    rounding: of(round),
    linear: null,
  };
}

function ratio(e: Ends, round: [number, number, number], higher: boolean, z: number, measure: string): Gap {
  const log = Math.log(e.advantaged / e.disadvantaged);
  const of = (v: [number, number, number]): number =>
    v[0] / e.disadvantaged ** 2 - (2 * v[1]) / (e.disadvantaged * e.advantaged) + v[2] / e.advantaged ** 2;
  const variance = e.variance === null ? null : of(e.variance);
  const half = variance === null ? null : z * Math.sqrt(variance);
  const around = (x: number) => ({
    value: Math.exp(x),
    lower: half === null ? null : Math.exp(x - half),
    upper: half === null ? null : Math.exp(x + half),
  });
  const tested = higher ? log : -log;
  return {
    measure,
    ...around(tested),
    raw: around(log),
    scale: "log",
    tested,
    variance,
    rounding: of(round),
    linear: null,
  };
}

/** Spread between groups in no order: adjusted for noise where the groups have intervals. */
function typical(series: Series, ms: Member[], z: number): Gaps {
  const mu = sum(ms.map((m) => m.p * m.y));
  const b = sum(ms.map((m) => m.p * (m.y - mu) ** 2));
  const spreadOf = (unit: number): Gap => {
    if (ms.some((m) => m.v === null)) {
      const value = Math.sqrt(b) * unit;
      const bare = { value, lower: null, upper: null };
      const measure = unit === 1 ? "bgsd" : "cov";
      return { measure, ...bare, raw: bare, scale: "root", tested: value, variance: null, rounding: 0, linear: null };
    }
    const a = b - sum(ms.map((m) => m.p * (1 - m.p) * m.u!));
    const linear = 4 * sum(ms.map((m) => m.p ** 2 * m.v! * (m.y - mu) ** 2));
    const rounding = 4 * sum(ms.map((m) => m.p ** 2 * m.round * (m.y - mu) ** 2));
    const all = sum(ms.map((m) => m.p ** 2 * m.v!));
    const rest =
      2 *
      (all ** 2 - sum(ms.map((m) => m.p ** 4 * m.v! ** 2)) + sum(ms.map((m) => m.p ** 2 * (1 - m.p) ** 2 * m.v! ** 2)));
    const rooted = (x: number): number => Math.sqrt(Math.max(0, x)) * unit;
    const half = z * Math.sqrt(linear + rest);
    const printed = { value: rooted(a), lower: rooted(a - half), upper: rooted(a + half) };
    return {
      measure: unit === 1 ? "bgsd_adjusted" : "cov_adjusted",
      ...printed,
      raw: printed,
      scale: "variance",
      tested: a * unit ** 2,
      variance: (linear + rest) * unit ** 4,
      rounding: rounding * unit ** 4,
      linear: linear * unit ** 4,
    };
  };
  return {
    absolute: spreadOf(1),
    relative: spreadOf(100 / mu),
    complement: series.proportion ? spreadOf(100 / (series.per - mu)) : null,
    ends: null,
    line: null,
  };
}

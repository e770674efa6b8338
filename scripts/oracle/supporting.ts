// Section 4, who differs, heterogeneity and attributable shares. Intervals by the delta method with numerical slopes.

import { proportion, rate } from "./figures.ts";
import { chiSquaredAbove, normalQuantile, sum } from "./numbers.ts";
import type { Method, Series, Slice } from "./series.ts";

export type Interval = { value: number; lower: number | null; upper: number | null };

export type Supporting = {
  measures: Map<string, { raw: Interval; oriented: Interval }>;
  heterogeneity: { q: number; df: number; p: number } | null;
  extremes: { best: string; worst: string } | null;
  /** Two groups share an extreme: the method does not say which is named. */
  tied: boolean;
  par: { reference: string; value: Interval; heads: number | null } | null;
  who: { group: string; against: number; difference: number }[];
};

type Member = { id: string; p: number; y: number; v: number | null; u: number | null; size: number | null; x: number };

function members(slice: Slice): Member[] {
  const present = slice.groups.filter((g) => g.figure !== null);
  const total = sum(present.map((g) => g.weight));
  let below = 0;
  return present.map((g) => {
    const p = g.weight / total;
    below += p;
    const f = g.figure!;
    return {
      id: g.id,
      p,
      y: f.value,
      v: f.variance,
      u: f.unbiased,
      size: slice.unweighted ? null : g.weight,
      x: below - p / 2,
    };
  });
}

type Of = (y: number[]) => number;

/** Value and limits of a function of independent groups, the limits on the log where `log` is set. */
function delta(ms: Member[], f: Of, z: number, log = false): Interval {
  const y = ms.map((m) => m.y);
  const value = f(y);
  if (ms.some((m) => m.v === null)) return { value, lower: null, upper: null };
  const g: Of = log ? (ys) => Math.log(f(ys)) : f;
  const variance = sum(
    ms.map((m, i) => {
      const h = 1e-5 * Math.max(1e-3, Math.abs(m.y));
      const at = (d: number): number => g(y.map((v, j) => (j === i ? v + d : v)));
      const slope = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
      return slope * slope * m.v!;
    }),
  );
  const half = z * Math.sqrt(variance);
  return log
    ? { value, lower: value * Math.exp(-half), upper: value * Math.exp(half) }
    : { value, lower: value - half, upper: value + half };
}

const negate = (i: Interval): Interval => ({
  value: -i.value,
  lower: i.upper === null ? null : -i.upper,
  upper: i.lower === null ? null : -i.lower,
});

const invert = (i: Interval): Interval => ({
  value: 1 / i.value,
  lower: i.upper === null ? null : 1 / i.upper,
  upper: i.lower === null ? null : 1 / i.lower,
});

export function supporting(series: Series, slice: Slice, method: Method): Supporting | null {
  if (slice.without !== null) return null;
  const z = normalQuantile((1 + method.confidence) / 2);
  const ms = members(slice);
  const higher = series.better === "higher";
  const measures: Supporting["measures"] = new Map();
  const plain = (id: string, raw: Interval): void => void measures.set(id, { raw, oriented: raw });
  const signed = (id: string, raw: Interval): void =>
    void measures.set(id, { raw, oriented: higher ? raw : negate(raw) });
  const ratio = (id: string, raw: Interval): void =>
    void measures.set(id, { raw, oriented: higher ? raw : invert(raw) });

  const mean: Of = (y) => sum(y.map((v, i) => v * ms[i]!.p));
  const reliable = ms.filter((m) => m.size !== null && m.size >= method.reliable);
  const ranked = reliable.toSorted((a, b) => (higher ? b.y - a.y : a.y - b.y));
  const extremes = reliable.length < 2 ? null : { best: ranked[0]!.id, worst: ranked.at(-1)!.id };
  const at = (id: string): number => ms.findIndex((m) => m.id === id);
  const sided = series.type !== "unordered";
  const ends: [number, number] | null = sided
    ? [0, ms.length - 1]
    : extremes === null
      ? null
      : [at(extremes.worst), at(extremes.best)];
  const positive = ms.every((m) => m.y > 0);
  if (ends !== null) {
    const [bad, good] = ends;
    signed(
      "d",
      delta(ms, (y) => y[good]! - y[bad]!, z),
    );
    if (positive)
      ratio(
        "r",
        delta(ms, (y) => y[good]! / y[bad]!, z, true),
      );
    signed(
      "par",
      delta(ms, (y) => y[good]! - mean(y), z),
    );
    signed(
      "paf",
      delta(ms, (y) => (100 * (y[good]! - mean(y))) / mean(y), z),
    );
  }
  if (series.type === "ordered") ladder(series, ms, mean, z, signed, ratio);
  spreads(ms, mean, z, plain);
  const k = ms.length;
  const away =
    (weighted: boolean, from: (y: number[]) => number): Of =>
    (y) =>
      sum(y.map((v, i) => Math.abs(v - from(y)) * (weighted ? ms[i]!.p : 1 / k)));
  plain("mdmu", delta(ms, away(false, mean), z));
  plain("mdmw", delta(ms, away(true, mean), z));
  plain(
    "idisu",
    delta(ms, (y) => (100 * away(false, mean)(y)) / mean(y), z),
  );
  plain(
    "idisw",
    delta(ms, (y) => (100 * away(true, mean)(y)) / mean(y), z),
  );
  if (extremes !== null) {
    const best = at(extremes.best);
    const from: Of = (y) => y[best]!;
    const behind =
      (weighted: boolean): Of =>
      (y) =>
        sum(
          y.map(
            (v, i) =>
              (i === best ? 0 : Math.sign(ms[i]!.y - ms[best]!.y) * (v - from(y))) * (weighted ? ms[i]!.p : 1 / k),
          ),
        );
    plain("mdbu", delta(ms, behind(false), z));
    plain("mdbw", delta(ms, behind(true), z));
  }
  if (positive) {
    plain(
      "ti",
      delta(ms, (y) => 1000 * sum(y.map((v, i) => (ms[i]!.p * v * Math.log(v / mean(y))) / mean(y))), z),
    );
    plain(
      "mld",
      delta(ms, (y) => -1000 * sum(y.map((v, i) => ms[i]!.p * Math.log(v / mean(y)))), z),
    );
  }
  return {
    measures,
    heterogeneity: sided ? null : cochran(ms),
    extremes: sided ? null : extremes,
    tied: extremes !== null && (ranked[0]!.y === ranked[1]!.y || ranked.at(-1)!.y === ranked.at(-2)!.y),
    par: attributable(series, slice, ms, measures, ends),
    who: sided || (slice.unweighted && !isHeldAgainstLevel(series, slice)) ? [] : whoDiffers(series, slice, method),
  };
}

type Put = (id: string, raw: Interval) => void;

/** Concentration indices, and the slope on the natural scale. */
function ladder(series: Series, ms: Member[], mean: Of, z: number, signed: Put, ratio: Put): void {
  const aci: Of = (y) => 2 * sum(y.map((v, i) => ms[i]!.p * v * (ms[i]!.x - 0.5)));
  const spread = sum(ms.map((m) => m.p * (m.x - 0.5) ** 2));
  const slope: Of = (y) => aci(y) / 2 / spread;
  const start: Of = (y) => mean(y) - slope(y) / 2;
  signed("aci", delta(ms, aci, z));
  signed(
    "rci",
    delta(ms, (y) => aci(y) / mean(y), z),
  );
  signed("sii_linear", delta(ms, slope, z));
  ratio(
    "rii_linear",
    delta(ms, (y) => (start(y) + slope(y)) / start(y), z, true),
  );
  if (!series.proportion) return;
  signed(
    "rci_wagstaff",
    delta(ms, (y) => aci(y) / mean(y) / (1 - mean(y) / series.per), z),
  );
  signed(
    "aci_erreygers",
    delta(ms, (y) => (4 * aci(y)) / series.per, z),
  );
}

function spreads(ms: Member[], mean: Of, z: number, plain: Put): void {
  const mu = mean(ms.map((m) => m.y));
  const b = sum(ms.map((m) => m.p * (m.y - mu) ** 2));
  const known = ms.every((m) => m.v !== null);
  const half = known ? z * Math.sqrt(varianceOfB(ms, mu)) : null;
  const put = (suffix: string, value: number): void => {
    const cut = (x: number): number => Math.max(0, x);
    const at = (f: (x: number) => number): Interval => ({
      value: f(value),
      lower: half === null ? null : f(value - half),
      upper: half === null ? null : f(value + half),
    });
    plain(`bgv${suffix}`, at(cut));
    plain(
      `bgsd${suffix}`,
      at((x) => Math.sqrt(cut(x))),
    );
    plain(
      `cov${suffix}`,
      at((x) => (100 * Math.sqrt(cut(x))) / mu),
    );
  };
  put("", b);
  if (known) put("_adjusted", b - sum(ms.map((m) => m.p * (1 - m.p) * m.u!)));
}

const varianceOfB = (ms: Member[], mu: number): number =>
  4 * sum(ms.map((m) => m.p ** 2 * m.v! * (m.y - mu) ** 2)) +
  2 *
    (sum(ms.map((m) => m.p ** 2 * m.v!)) ** 2 -
      sum(ms.map((m) => m.p ** 4 * m.v! ** 2)) +
      sum(ms.map((m) => m.p ** 2 * (1 - m.p) ** 2 * m.v! ** 2)));

function cochran(ms: Member[]): Supporting["heterogeneity"] {
  if (ms.some((m) => m.v === null)) return null;
  const weight = sum(ms.map((m) => 1 / m.v!));
  const middle = sum(ms.map((m) => m.y / m.v!)) / weight;
  const q = sum(ms.map((m) => (m.y - middle) ** 2 / m.v!));
  return { q, df: ms.length - 1, p: chiSquaredAbove(q, ms.length - 1) };
}

function attributable(
  series: Series,
  slice: Slice,
  ms: Member[],
  measures: Supporting["measures"],
  ends: [number, number] | null,
): Supporting["par"] {
  const par = measures.get("par");
  if (par === undefined || ends === null) return null;
  const sizes = ms.map((m) => m.size);
  const counted = slice.groups.every((g) => g.figure === null || g.figure.numerator !== null);
  const worse = series.better === "higher" ? par.raw.value < 0 : par.raw.value > 0;
  const counts =
    counted && !series.withEveryone && !series.events && series.judgesLevel && sizes.every((n) => n !== null) && !worse;
  const events = (): number => sum(slice.groups.map((g) => g.figure?.numerator ?? 0));
  const heads = (): number =>
    series.standardised
      ? (events() * Math.abs(measures.get("paf")!.raw.value)) / 100
      : (sum(sizes as number[]) * Math.abs(par.raw.value)) / series.per;
  return { reference: ms[ends[1]]!.id, value: par.raw, heads: counts ? heads() : null };
}

/** A level that is one of the groups is not that of the groups together. */
const isHeldAgainstLevel = (series: Series, slice: Slice): boolean =>
  slice.level?.from === "published" && !series.withEveryone;

/** Each group against the published figure for everyone, or where there is none against all the others together. */
function whoDiffers(series: Series, slice: Slice, method: Method): Supporting["who"] {
  const present = slice.groups.filter((g) => g.figure !== null);
  const counted = present.every((g) => g.figure!.numerator !== null);
  return present.map((g) => {
    const others = present.filter((o) => o.id !== g.id);
    const pooled = (): number => {
      if (!counted) return sum(others.map((o) => o.weight * o.figure!.value)) / sum(others.map((o) => o.weight));
      const make = series.scale === "log" ? rate : proportion;
      const of = (key: "numerator" | "denominator"): number => sum(others.map((o) => o.figure![key]!));
      return make(of("numerator"), of("denominator"), series.per, method.confidence).value;
    };
    const against = isHeldAgainstLevel(series, slice) ? slice.level!.value : pooled();
    const raw = against - g.figure!.value;
    return { group: g.id, against, difference: series.better === "higher" ? raw : -raw };
  });
}

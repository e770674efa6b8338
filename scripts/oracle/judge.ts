import { type Ends, type Gap, type Gaps, gapsOf } from "./gaps.ts";
import { benjaminiHochberg, studentQuantile, studentTwoSided, sum } from "./numbers.ts";
import { days, type Method, middleYear, type Period, type Series, type Slice, sharedDays } from "./series.ts";

export type Test = {
  from: number;
  to: number;
  scale: string;
  delta: number;
  /** The baseline on the scale of the test. */
  base: number;
  standardError: number | null;
  df: number | null;
  p: number | null;
  adjusted: number | null;
  clear: boolean;
  minimumDetectable: number | null;
  direction: string;
  depends: string | null;
  turned: string | null;
  extreme: string | null;
};

export type Trend = {
  scale: string;
  years: number[];
  periods: string[];
  slope: number;
  lower: number;
  upper: number;
  df: number;
  p: number;
  adjusted: number;
  clear: boolean;
  from: number;
  to: number;
  first: number;
  last: number;
  decides: boolean;
  standardError: number;
};

export type Verdict = {
  id: string;
  temperature: string;
  basis: string;
  levellingDown: boolean;
  absolute: string;
  relative: string;
  overall: string;
  reason: string | null;
};

export type Judged = {
  series: Series;
  gaps: (Gaps | null)[];
  phi: number | null;
  phiOwn: number | null;
  df: number | null;
  baseline: Period | null;
  current: Period;
  shared: number;
  absolute: Test | null;
  relative: Test | null;
  overall: Test | null;
  disadvantagedEnd: Test | null;
  advantagedEnd: Test | null;
  trends: { absolute: Trend | null; relative: Trend | null; overall: Trend | null };
  verdict: Verdict;
};

const OUTCOMES = ["absolute", "relative"] as const;

type Working = Omit<Judged, "verdict"> & {
  now: number;
  base: number | null;
  kept: number[];
  basis: "since-baseline" | "overlapping" | "borrowed-error" | "none";
  reason: string | null;
  verdict: Verdict | null;
};

/** All series of a build, judged together. */
export function judge(all: readonly Series[], method: Method): Judged[] {
  const works = all.map((s) => prepare(s, method));
  scatter(works);
  for (const w of works) test(w, method);
  adjust(works, method);
  for (const w of works) decide(w, method);
  return works.map((w) => ({ ...w, verdict: w.verdict! }));
}

// ---- which periods ----

function prepare(series: Series, method: Method): Working {
  const order = series.slices.toSorted((a, b) => a.period.end.localeCompare(b.period.end));
  const sorted = { ...series, slices: order };
  const gaps = order.map((slice) => gapsOf(sorted, slice, method.confidence));
  const now = order.length - 1;
  const side = (i: number): number => series.breaks.filter((b) => order[i]!.period.start >= b).length;
  const kept: number[] = [];
  for (let i = now; i >= 0 && side(i) === side(now); i--) {
    const apart = kept.every((j) => sharedDays(order[i]!.period, order[j]!.period) === 0);
    if (gaps[i] !== null && apart) kept.unshift(i);
  }
  const found = findBaseline(sorted, gaps, now, kept, side);
  return {
    series: sorted,
    gaps,
    now,
    kept,
    ...found,
    phi: null,
    phiOwn: null,
    df: null,
    baseline: found.base === null ? null : order[found.base]!.period,
    current: order[now]!.period,
    shared: 0,
    absolute: null,
    relative: null,
    overall: null,
    disadvantagedEnd: null,
    advantagedEnd: null,
    trends: { absolute: null, relative: null, overall: null },
    verdict: null,
  };
}

type Found = { base: number | null; basis: Working["basis"]; reason: string | null };

/** Without a gap the levels may still be compared, between the periods that the gap would have had. */
function levelBase(w: Working): number | null {
  if (w.base !== null || w.reason !== "no-gap") return w.base;
  const slices = w.series.slices;
  const now = slices[w.now]!;
  const same = (i: number): boolean =>
    !w.series.breaks.some((b) => slices[i]!.period.start < b && b <= now.period.start);
  const may = slices.map((_, i) => i).filter((i) => i < w.now && same(i));
  const apart = may.filter((i) => sharedDays(slices[i]!.period, now.period) === 0);
  return apart.find((i) => slices[i]!.period.label === w.series.baseline) ?? apart.at(-1) ?? may.at(-1) ?? null;
}

function findBaseline(
  series: Series,
  gaps: (Gaps | null)[],
  now: number,
  kept: number[],
  side: (i: number) => number,
): Found {
  const slices = series.slices;
  const none = (reason: string, base: number | null = null): Found => ({ base, basis: "none", reason });
  if (gaps[now] === null) return none("no-gap");
  if (slices.length === 1) return none("one-period");
  const declared = slices.findIndex((s) => s.period.label === series.baseline);
  if (declared >= 0 && declared !== now) {
    const overlap = sharedDays(slices[declared]!.period, slices[now]!.period) > 0;
    if (side(declared) !== side(now)) return none("series-broken", declared);
    if (gaps[declared] === null) return none("no-gap", declared);
    if (!overlap) return { base: declared, basis: "since-baseline", reason: null };
  }
  const earlier = kept.filter((i) => i !== now);
  if (earlier.length > 0) return { base: earlier.at(-1)!, basis: "since-baseline", reason: null };
  const before = now - 1;
  if (side(before) !== side(now)) return none("series-broken", before);
  if (gaps[before] === null) return none("no-gap", before);
  return { base: before, basis: "overlapping", reason: null };
}

// ---- scatter beyond sampling ----

function ownScatter(w: Working): { phi: number; nu: number } | null {
  const slices = w.kept.map((i) => w.series.slices[i]!);
  const ids = slices[0]?.groups.map((g) => g.id) ?? [];
  const of = (s: Slice, id: string) => s.groups.find((g) => g.id === id)?.figure?.working ?? null;
  const whole = ids.filter((id) => slices.some((s) => of(s, id) !== null));
  const known = slices.every((s) => whole.every((id) => (of(s, id)?.variance ?? null) !== null));
  const [t, k] = [slices.length, whole.length];
  if (t < 3 || k < 2 || !known) return null;
  const years = slices.map((s) => middleYear(s.period));
  let total = 0;
  for (let j = 1; j < t - 1; j++) {
    const share = (years[j + 1]! - years[j]!) / (years[j + 1]! - years[j - 1]!);
    const [a, m, b] = [slices[j - 1]!, slices[j]!, slices[j + 1]!];
    const d = whole.map((id) => of(m, id)!.point - share * of(a, id)!.point - (1 - share) * of(b, id)!.point);
    const v = whole.map(
      (id) => of(m, id)!.variance! + share ** 2 * of(a, id)!.variance! + (1 - share) ** 2 * of(b, id)!.variance!,
    );
    const mean = sum(d.map((x, i) => x / v[i]!)) / sum(v.map((x) => 1 / x));
    total += sum(d.map((x, i) => (x - mean) ** 2 / v[i]!));
  }
  return { phi: total / ((t - 2) * (k - 1)), nu: ((k - 1) * (t - 2)) / 1.94 };
}

const hasErrors = (w: Working): boolean =>
  w.series.slices[w.now]!.groups.every((g) => g.figure === null || g.figure.variance !== null);

function scatter(works: Working[]): void {
  const own = works.map(ownScatter);
  const nu = sum(own.map((o) => o?.nu ?? 0));
  const pooled = nu >= 8 ? sum(own.map((o) => (o === null ? 0 : o.nu * o.phi))) / nu : null;
  works.forEach((w, i) => {
    const mine = own[i] ?? null;
    w.phiOwn = mine?.phi ?? null;
    if (pooled === null || !hasErrors(w)) return;
    const n = mine?.nu ?? 0;
    w.phi = (n * (mine?.phi ?? 0) + 8 * pooled) / (n + 8);
    w.df = n + 8;
  });
}

// ---- tests between two periods ----

type Side = { printed: number; tested: number; variance: number | null; linear: number | null; rounding: number };

const ofGap = (g: Gap): Side => ({ ...g, printed: g.value });

function compare(w: Working, a: Side, b: Side, scale: string, rest: Rest): Test {
  const delta = b.tested - a.tested;
  const blank = {
    from: a.printed,
    to: b.printed,
    scale,
    delta,
    base: a.tested,
    adjusted: null,
    clear: false,
    direction: "not-compared",
    depends: null,
    turned: null,
    extreme: null,
  };
  const untested = { ...blank, standardError: null, df: null, p: null, minimumDetectable: null };
  if (a.variance === null || b.variance === null) return untested;
  const both = a.variance + b.variance;
  const c = rest.shared;
  const linear = a.linear === null || b.linear === null ? both : a.linear + b.linear;
  const sampling = c === 0 ? both : (1 - c) * linear + (1 - c * c) * (both - linear);
  if (c > 0 && a.rounding + b.rounding > sampling) return untested;
  const standardError = Math.sqrt(sampling * Math.max(1, w.phi ?? 1));
  const df = w.df ?? Number.POSITIVE_INFINITY;
  const p = studentTwoSided(delta / standardError, df);
  const minimumDetectable = (studentQuantile(0.975, df) + studentQuantile(0.8, df)) * standardError;
  return { ...blank, standardError, df, p, minimumDetectable };
}

type Rest = { shared: number };

/** The share of two overlapping pools that both hold. */
function sharedPart(w: Working): number {
  const [a, b] = [w.series.slices[w.base!]!, w.series.slices[w.now]!];
  const d = sharedDays(a.period, b.period);
  if (d === 0) return 0;
  const known = a.size !== null && b.size !== null;
  const [na, nb] = known ? [a.size!, b.size!] : [days(a.period), days(b.period)];
  return (na * (d / days(a.period)) + nb * (d / days(b.period))) / (na + nb);
}

const level = (s: Slice): Side | null =>
  s.level === null
    ? null
    : {
        printed: s.level.value,
        tested: s.level.value,
        variance: s.level.variance,
        linear: null,
        rounding: s.level.digits,
      };

const end = (e: Ends, which: "disadvantaged" | "advantaged"): Side => ({
  printed: e[which],
  tested: e[which],
  variance: e.variance === null ? null : e.variance[which === "disadvantaged" ? 0 : 2],
  linear: null,
  rounding: 0,
});

function test(w: Working, method: Method): void {
  if (w.series.published !== null && w.basis === "none") {
    borrowed(w, w.series.published);
    return;
  }
  const silent = w.series.type === "unordered" && w.series.slices[w.now]!.unweighted;
  if (silent) {
    w.basis = "none";
    w.reason = "sizes-unknown";
  } else {
    trends(w, method);
    levelTrend(w, method);
  }
  w.base = levelBase(w);
  if (w.base === null || w.reason === "series-broken") return;
  w.baseline = w.series.slices[w.base]!.period;
  w.shared = sharedPart(w);
  const rest = { shared: w.shared };
  const [la, lb] = [level(w.series.slices[w.base]!), level(w.series.slices[w.now]!)];
  if (la !== null && lb !== null && w.series.judgesLevel) w.overall = compare(w, la, lb, "difference", rest);
  const [a, b] = [w.gaps[w.base] ?? null, w.gaps[w.now] ?? null];
  if (a === null || b === null) return;
  const shown = (side: Side): Side => (silent ? { ...side, variance: null } : side);
  for (const o of OUTCOMES) w[o] = compare(w, shown(ofGap(a[o])), shown(ofGap(b[o])), b[o].scale, rest);
  if (silent) return;
  if (a.ends !== null && b.ends !== null && w.series.judgesLevel) {
    w.disadvantagedEnd = compare(w, end(a.ends, "disadvantaged"), end(b.ends, "disadvantaged"), "difference", rest);
    w.advantagedEnd = compare(w, end(a.ends, "advantaged"), end(b.ends, "advantaged"), "difference", rest);
  }
  if (w.shared > 0.9 || w.absolute?.p === null) {
    w.reason = w.shared > 0 ? "periods-overlap" : "no-intervals";
  }
  if (w.shared > 0.9)
    for (const o of [...OUTCOMES, "overall"] as const) w[o] &&= { ...w[o]!, p: null, standardError: null, df: null };
}

/** Published gaps without interval, with the error of the project's own gap of the nearest period. */
function borrowed(w: Working, gaps: NonNullable<Series["published"]>): void {
  const own = w.gaps[w.now]!.absolute;
  const values = gaps.values.toSorted((a, b) => a.period.end.localeCompare(b.period.end));
  const last = values.at(-1)!;
  const first =
    values.find((v) => v.period.label === gaps.baseline) ??
    values.findLast((v) => sharedDays(v.period, last.period) === 0);
  if (first === undefined) return;
  const digits = (10 ** -gaps.decimals) ** 2 / 12;
  const carried = digits > own.variance! / 100 ? digits : 0;
  const of = (v: number): Side => ({
    printed: v,
    tested: v,
    variance: own.variance! + carried,
    linear: null,
    rounding: digits,
  });
  w.basis = "borrowed-error";
  w.reason = null;
  w.baseline = first.period;
  w.current = last.period;
  w.absolute = compare(w, of(first.value), of(last.value), "difference", { shared: 0 });
}

// ---- trends ----

/** The line of levels runs over every separate period that has one, with a gap or without. */
function levelTrend(w: Working, method: Method): void {
  const all = w.series.slices;
  const side = (s: Slice): number => w.series.breaks.filter((b) => s.period.start >= b).length;
  const found: Slice[] = [];
  for (const s of all.toReversed()) {
    const apart = found.every((f) => sharedDays(s.period, f.period) === 0);
    if (side(s) === side(all[w.now]!) && s.level !== null && apart) found.unshift(s);
  }
  if (found.length >= 5)
    w.trends.overall = trend(
      found,
      found.map((s) => level(s)!),
      "difference",
      method,
    );
}

function trends(w: Working, method: Method): void {
  const slices = w.kept.map((i) => w.series.slices[i]!);
  if (slices.length < 5) return;
  for (const o of OUTCOMES) {
    const gaps = w.kept.map((i) => w.gaps[i]![o]);
    w.trends[o] = trend(slices, gaps.map(ofGap), gaps[0]!.scale, method);
  }
}

function inverse(matrix: number[][]): number[][] {
  const n = matrix.length;
  const m = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c; r < n; r++) if (Math.abs(m[r]![c]!) > Math.abs(m[pivot]![c]!)) pivot = r;
    [m[c], m[pivot]] = [m[pivot]!, m[c]!];
    const by = m[c]![c]!;
    m[c] = m[c]!.map((x) => x / by);
    for (let r = 0; r < n; r++) {
      const f = m[r]![c]!;
      if (r !== c && f !== 0) m[r] = m[r]!.map((x, j) => x - f * m[c]![j]!);
    }
  }
  return m.map((row) => row.slice(n));
}

export function trend(slices: Slice[], sides: Side[], scale: string, method: Method): Trend {
  const years = slices.map((s) => middleYear(s.period));
  const t = years.length;
  const g = sides.map((s) => s.tested);
  const origin = years[0]!;
  const x = years.map((y) => y - origin);
  const o = inverse(years.map((a) => years.map((b) => 0.3 ** Math.abs(a - b))));
  const form = (u: number[], v: number[]): number => sum(u.map((a, i) => a * sum(v.map((b, j) => o[i]![j]! * b))));
  const one = x.map(() => 1);
  const [s11, s1x, sxx] = [form(one, one), form(one, x), form(x, x)];
  const det = s11 * sxx - s1x * s1x;
  const [y1, yx] = [form(one, g), form(x, g)];
  const intercept = (sxx * y1 - s1x * yx) / det;
  const slope = (s11 * yx - s1x * y1) / det;
  const r = g.map((v, i) => v - intercept - slope * x[i]!);
  const errors = sides.map((s) => s.variance).filter((v) => v !== null);
  const scatterHere = form(r, r) / (t - 2);
  const s2 = Math.max(scatterHere, errors.length === 0 ? 0 : sum(errors) / errors.length);
  const standardError = Math.sqrt((s2 * s11) / det);
  const half = studentQuantile((1 + method.confidence) / 2, t - 2) * standardError;
  const first = intercept;
  const last = intercept + slope * x.at(-1)!;
  const print = (v: number): number => {
    if (scale === "log") return Math.exp(v);
    return scale === "variance" ? Math.sqrt(Math.max(0, v)) : v;
  };
  return {
    scale,
    years,
    periods: slices.map((s) => s.period.label),
    slope,
    lower: slope - half,
    upper: slope + half,
    df: t - 2,
    p: studentTwoSided(slope / standardError, t - 2),
    adjusted: 1,
    clear: false,
    from: print(first),
    to: print(last),
    first,
    last,
    decides: false,
    standardError,
  };
}

// ---- families ----

function adjust(works: Working[], method: Method): void {
  const tested = (t: Test | null): t is Test => t !== null && t.p !== null;
  for (const w of works) {
    const decided = tested(w.absolute) || tested(w.relative);
    for (const o of OUTCOMES) {
      const t = w.trends[o];
      if (t !== null) t.decides = !decided;
    }
    const up = w.trends.overall;
    if (up !== null) up.decides = !tested(w.overall) && w.series.judgesLevel;
  }
  const gaps = works.flatMap((w) => OUTCOMES.map((o) => w[o])).filter(tested);
  const levels = works.map((w) => w.overall).filter(tested);
  const lines = works.flatMap((w) => OUTCOMES.map((o) => w.trends[o])).filter((t) => t !== null);
  const up = works
    .map((w) => w.trends.overall)
    .filter((t) => t !== null)
    .filter((t) => t.decides);
  const families: (Test | Trend)[][] = [
    gaps,
    [...levels, ...up],
    lines.filter((t) => t.decides),
    lines.filter((t) => !t.decides),
  ];
  for (const family of families) {
    const adjusted = benjaminiHochberg(family.map((t) => t.p!));
    family.forEach((t, i) => {
      t.adjusted = adjusted[i]!;
    });
  }
  for (const t of [...lines, ...up])
    t.clear =
      t.p < 0.05 &&
      t.adjusted < method.falseDiscoveryRate &&
      Math.abs(t.last - t.first) >= method.materiality * Math.abs(t.first);
}

// ---- directions and verdicts ----

/** Size of a gap: absolute value of differences and log ratios, the value itself of a typical difference. */
const size = (scale: string, x: number): number => (scale === "difference" || scale === "log" ? Math.abs(x) : x);

const way = (scale: string, from: number, to: number): "narrower" | "wider" =>
  size(scale, to) < size(scale, from) ? "narrower" : "wider";

function isClear(t: Test, threshold: number, method: Method): boolean {
  return (
    t.p !== null &&
    t.p < threshold &&
    t.adjusted! < method.falseDiscoveryRate &&
    Math.abs(t.delta) >= method.materiality * Math.abs(t.base)
  );
}

/** Whether a 90 % interval of the change lies within plus or minus `same` of the size at the start. */
function within(delta: number, se: number, df: number, base: number, same: number): boolean {
  const half = studentQuantile(0.95, df) * se;
  const bound = same * Math.abs(base);
  return delta - half >= -bound && delta + half <= bound;
}

function decide(w: Working, method: Method): void {
  const pooled = w.shared > 0;
  const threshold = pooled || w.basis === "borrowed-error" ? 0.01 : 0.05;
  for (const o of [...OUTCOMES, "overall"] as const) {
    const t = w[o];
    if (t === null || t.p === null) continue;
    t.clear = isClear(t, threshold, method);
    const word = o === "overall" ? levelWord(w, t.delta) : way(t.scale, t.base, t.base + t.delta);
    // Of overlapping pools the method rules it out for gaps; its golden figures have levels that are little changed.
    const still = (!pooled || o === "overall") && within(t.delta, t.standardError!, t.df!, t.base, method.same);
    t.direction = t.clear ? word : still ? "little-changed" : "cannot-tell";
  }
  if (w.basis === "since-baseline") for (const o of OUTCOMES) checks(w, o);
  w.verdict = verdict(w, method);
}

const levelWord = (w: Working, delta: number): string =>
  delta > 0 === (w.series.better === "higher") ? "improving" : "worsening";

/** The two checks on a clear direction: other baselines, and counting who has not. */
function checks(w: Working, o: "absolute" | "relative"): void {
  const t = w[o];
  if (t === null || t.p === null) return;
  const sides = (i: number): Side => ofGap(w.gaps[i]![o]);
  const now = sides(w.now);
  if (w.kept.length >= 5 && w.kept.includes(w.base!)) {
    const base = w.gaps[w.base!]![o].value;
    const others = w.kept.filter((i) => i !== w.base).map((i) => w.gaps[i]![o].value);
    if (others.every((v) => v < base)) t.extreme = "highest";
    if (others.every((v) => v > base)) t.extreme = "lowest";
  }
  if (!t.clear) return;
  const said = t.direction;
  if (w.kept.length >= 5) {
    const others = w.kept
      .filter((i) => i !== w.now && i !== w.base)
      .map((i) => ({ i, t: compare(w, sides(i), now, t.scale, { shared: 0 }) }))
      .filter((x) => x.t.p! < 0.05)
      .map((x) => ({ ...x, way: way(t.scale, x.t.base, x.t.base + x.t.delta) }));
    const start = w.series.slices[w.base!]!.period.start;
    const early = (i: number): boolean => w.series.slices[i]!.period.start < start;
    const against = others.filter((x) => x.way !== said);
    if (against.some((x) => early(x.i)) || !others.some((x) => x.way === said)) t.depends = "baseline";
    const later = against.filter((x) => !early(x.i)).sort((a, b) => a.t.p! - b.t.p!)[0];
    if (t.depends === null && later !== undefined) t.turned = w.series.slices[later.i]!.period.label;
  }
  if (t.depends === null && o === "relative" && framed(w, said)) t.depends = "framing";
  if (t.depends !== null) t.direction = "depends";
}

function framed(w: Working, said: string): boolean {
  const [a, b] = [w.gaps[w.base!]!.complement, w.gaps[w.now]!.complement];
  if (a === null || b === null) return false;
  const other = compare(w, ofGap(a), ofGap(b), b.scale, { shared: 0 });
  return other.p !== null && other.p < 0.05 && way(b.scale, other.base, other.base + other.delta) !== said;
}

function ofTrend(t: Trend, method: Method, word: (from: number, to: number) => string): string {
  if (t.clear) return word(t.first, t.last);
  const span = t.years.at(-1)! - t.years[0]!;
  return within(t.slope * span, t.standardError * span, t.df, t.first, method.same) ? "little-changed" : "cannot-tell";
}

const TABLE: [string, string, string, string][] = [
  ["narrower", "narrower", "closing", "cooling"],
  ["wider", "wider", "widening", "heating"],
  ["narrower", "wider", "points-and-ratio-disagree", "mixed"],
  ["wider", "narrower", "points-and-ratio-disagree", "mixed"],
  ["narrower", "*", "smaller-in-points-only", "easing"],
  ["*", "narrower", "smaller-in-ratio-only", "easing"],
  ["wider", "*", "larger-in-points-only", "warming"],
  ["*", "wider", "larger-in-ratio-only", "warming"],
  ["little-changed", "little-changed", "little-changed", "steady"],
  ["depends", "depends", "depends", "unclear"],
  ["not-compared", "not-compared", "not-compared", "no-reading"],
  ["*", "*", "cannot-tell", "unclear"],
];

function verdict(w: Working, method: Method): Verdict {
  let basis: string = w.basis;
  const by = { absolute: w.absolute?.direction ?? "not-compared", relative: w.relative?.direction ?? "not-compared" };
  if (OUTCOMES.every((o) => by[o] === "not-compared")) {
    basis = "none";
    for (const o of OUTCOMES) {
      const t = w.trends[o];
      if (t === null || !t.decides) continue;
      basis = "trend";
      by[o] = ofTrend(t, method, (a, b) => way(t.scale, a, b));
    }
  }
  const [, , id, temperature] = TABLE.find(
    ([a, r]) => (a === "*" || a === by.absolute) && (r === "*" || r === by.relative),
  )!;
  const up = w.trends.overall;
  const overall =
    up?.decides === true
      ? ofTrend(up, method, (a, b) => levelWord(w, b - a))
      : (w.overall?.direction ?? "not-compared");
  return {
    id,
    temperature,
    basis,
    levellingDown: levellingDown(w, by),
    ...by,
    overall,
    reason: id === "not-compared" ? w.reason : null,
  };
}

/** A gap that narrows because the better-off fall further than the worse-off rise. */
function levellingDown(w: Working, by: { absolute: string; relative: string }): boolean {
  const end = w.advantagedEnd;
  const narrows = OUTCOMES.some((o) => by[o] === "narrower" && w[o]?.clear === true);
  if (!narrows || end === null || end.p === null || w.base === null) return false;
  if (levelWord(w, end.delta) !== "worsening" || end.p >= 0.05) return false;
  const side = (i: number): Side => {
    const e = w.gaps[i]!.ends!;
    const v = e.variance!;
    const x = e.disadvantaged + e.advantaged;
    return { printed: x, tested: x, variance: v[0] + 2 * v[1] + v[2], linear: null, rounding: 0 };
  };
  const both = compare(w, side(w.base), side(w.now), "difference", { shared: w.shared });
  return levelWord(w, both.delta) === "worsening" && both.p! / 2 < 0.05;
}

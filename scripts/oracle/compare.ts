// Every figure of results.json that the second implementation has too, beside its own.
import { type Gap, gapsOf } from "./gaps.ts";
import type { Judged, Test, Trend } from "./judge.ts";
import type { Project } from "./project.ts";
import type { Figure, Method, Slice } from "./series.ts";
import { type Interval, supporting } from "./supporting.ts";

type Alternative = Project["alternatives"][number];

// biome-ignore lint/suspicious/noExplicitAny: results.json is read as it stands, so that its own types cannot hide a fault
type Json = any;

export class Tally {
  compared = 0;
  readonly differences: string[] = [];
  /** What could not be compared after all, by name. */
  readonly left: string[] = [];

  /** One figure or word: numbers within a relative tolerance, anything else the same. */
  same(
    where: string,
    kind: string,
    report: Json,
    oracle: number | string | boolean | null | undefined,
    tolerance = 1e-8,
  ) {
    this.compared++;
    const [a, b] = [report ?? null, oracle ?? null];
    const near =
      typeof a === "number" && typeof b === "number"
        ? Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b)) + 1e-12
        : a === b;
    if (!near) this.differences.push(`${where}, ${kind}: report ${a}, oracle ${b}`);
  }
}

/** The gap by another denominator or ranking, for the periods that the page gives. */
export function compareAlternative(t: Tally, report: Json, a: Alternative, method: Method): void {
  const where = `${a.series.indicator} by ${a.series.dimension}, ${a.another} ${a.id}`;
  const there = report?.alternatives?.find((x: Json) => x.another === a.another && x.id === a.id);
  t.same(where, "alternative", there !== undefined, true);
  for (const gap of there?.gaps ?? []) {
    const slice = a.series.slices.find((s) => s.period.label === gap.period);
    const mine = slice === undefined ? null : gapsOf(a.series, slice, method.confidence);
    for (const kind of ["absolute", "relative"] as const)
      compareGap(t, `${where}, ${gap.period}, ${kind}`, gap[kind], mine?.[kind] ?? null);
  }
}

const P = 1e-6;

/** Differences of nearly equal numbers keep fewer digits than the numbers themselves. */
const CHANGE = 1e-7;

export function compareDimension(t: Tally, report: Json, o: Judged, method: Method): void {
  const where = `${o.series.indicator} by ${o.series.dimension}`;
  t.same(where, "number of periods", report.periods.length, o.series.slices.length);
  for (const [n, slice] of o.series.slices.entries()) {
    const there = report.periods.find((p: Json) => p.period.label === slice.period.label);
    const at = `${where}, ${slice.period.label}`;
    t.same(at, "period", there?.period.start, slice.period.start);
    t.same(at, "period", there?.period.end, slice.period.end);
    if (there === undefined) continue;
    comparePeriod(t, at, there, slice, o, n);
    compareSupporting(t, at, there, o, slice, method);
  }
  compareChange(t, where, report, o);
  for (const kind of ["absolute", "relative"] as const)
    compareTrend(t, `${where}, trend of ${kind}`, report.trends?.[kind], o.trends[kind], o);
  const v = report.verdict;
  for (const key of ["id", "temperature", "basis", "levellingDown", "absolute", "relative", "overall"] as const)
    t.same(where, `verdict: ${key}`, v[key], o.verdict[key]);
}

function comparePeriod(t: Tally, at: string, there: Json, slice: Slice, o: Judged, n: number): void {
  const total = slice.groups.reduce((a, g) => a + g.weight, 0);
  for (const g of slice.groups) {
    const group = there.groups.find((x: Json) => x.id === g.id);
    const here = `${at}, ${g.id}`;
    t.same(here, "group", group !== undefined, true);
    compareFigure(t, here, "group", group?.estimate, g.figure);
    if (g.figure === null) continue;
    t.same(here, "group: count", group?.numerator, g.figure.numerator);
    t.same(here, "group: size", group?.denominator, g.figure.denominator ?? g.size);
    if (slice.without === null) t.same(here, "group: share", group?.share, g.weight / total);
    t.same(here, "group: working point", group?.working?.point, g.figure.working.point);
    const v = g.figure.working.variance;
    t.same(here, "group: working error", group?.working?.standardError, v === null ? null : Math.sqrt(v));
  }
  compareFigure(t, at, "level", there.overall, slice.level);
  const gaps = o.gaps[n] ?? null;
  for (const kind of ["absolute", "relative"] as const)
    compareGap(t, `${at}, ${kind}`, there[kind], gaps?.[kind] ?? null);
  if (gaps?.line) {
    t.same(at, "line", there.line?.intercept, gaps.line.intercept);
    t.same(at, "line", there.line?.slope, gaps.line.slope);
    t.same(at, "line: end", there.line?.disadvantagedEnd.value, gaps.ends!.disadvantaged);
    t.same(at, "line: end", there.line?.advantagedEnd.value, gaps.ends!.advantaged);
    t.same(at, "line: lack of fit", there.line?.lackOfFit?.chiSquared, gaps.line.misfit?.chiSquared);
    t.same(at, "line: lack of fit, p", there.line?.lackOfFit?.p, gaps.line.misfit?.p, P);
  }
}

function compareInterval(t: Tally, at: string, kind: string, there: Json, i: Interval | undefined): void {
  t.same(at, `${kind}: value`, there?.value, i?.value);
  t.same(at, `${kind}: lower`, there?.lower, i?.lower, P);
  t.same(at, `${kind}: upper`, there?.upper, i?.upper, P);
}

/** Measures that the oracle does not reckon, or that the definitions here give no case of. */
const SKIPPED = ["sii", "rii", "p80p20", "p90p10", "d_reference", "r_reference", "mdru", "mdrw"];

const FROM_EXTREMES = ["d", "r", "par", "paf", "mdbu", "mdbw"];

function compareSupporting(t: Tally, at: string, there: Json, o: Judged, slice: Slice, method: Method): void {
  const s = supporting(o.series, slice, method);
  if (s === null) return;
  if (s.tied) t.left.push(`${at}: measures from the best or worst group, because two groups share an extreme`);
  for (const m of there.measures) {
    if (SKIPPED.includes(m.measure) || (s.tied && FROM_EXTREMES.includes(m.measure))) continue;
    const mine = s.measures.get(m.measure);
    compareInterval(t, at, `${m.measure} raw`, m.outcome.raw, mine?.raw);
    compareInterval(t, at, `${m.measure} oriented`, m.outcome.oriented, mine?.oriented);
  }
  t.same(at, "heterogeneity", there.heterogeneity?.q, s.heterogeneity?.q);
  t.same(at, "heterogeneity, p", there.heterogeneity?.p, s.heterogeneity?.p, P);
  for (const w of s.who) {
    const mine = there.who.find((x: Json) => x.group === w.group);
    t.same(`${at}, ${w.group}`, "who: against", mine?.level, w.against);
    t.same(`${at}, ${w.group}`, "who: difference", mine?.difference?.value, w.difference);
  }
  if (s.tied) return;
  t.same(at, "best group", there.extremes?.best, s.extremes?.best);
  t.same(at, "worst group", there.extremes?.worst, s.extremes?.worst);
  t.same(at, "par: reference", there.par?.reference, s.par?.reference);
  compareInterval(t, at, "par of the page", there.par?.par, s.par?.value);
  t.same(at, "par: head-count", there.par?.headCount?.value, s.par?.heads);
}

function compareFigure(t: Tally, at: string, kind: string, there: Json, f: Figure | null): void {
  t.same(at, `${kind}: value`, there?.value, f?.value);
  t.same(at, `${kind}: lower`, there?.lower, f?.lower);
  t.same(at, `${kind}: upper`, there?.upper, f?.upper);
}

function compareGap(t: Tally, at: string, there: Json, g: Gap | null): void {
  t.same(at, "gap: measure", there?.measure, g?.measure);
  if (g === null || there?.oriented === undefined) return;
  for (const key of ["value", "lower", "upper"] as const) {
    t.same(at, `gap: ${key}`, there.oriented[key], g[key]);
    t.same(at, `gap: raw ${key}`, there.raw[key], g.raw[key]);
  }
}

function compareChange(t: Tally, where: string, report: Json, o: Judged): void {
  const change = report.change;
  if (change?.current !== undefined) {
    t.same(where, "change: latest period", change.current.label, o.current.label);
    t.same(where, "change: baseline", change.baseline.label, o.baseline?.label);
  }
  const tested = o.absolute?.p !== null && o.absolute !== null;
  if (tested || o.phiOwn !== null) t.same(where, "scatter: own", change?.scatter?.own, o.phiOwn);
  if (tested) {
    t.same(where, "scatter", change?.scatter?.phi, o.phi);
    t.same(where, "change: shared part", change?.shared, o.shared);
  }
  for (const key of ["absolute", "relative", "overall", "disadvantagedEnd", "advantagedEnd"] as const)
    compareTest(t, `${where}, change of ${key}`, change?.[key], o[key]);
}

function compareTest(t: Tally, at: string, there: Json, x: Test | null): void {
  const has = there?.from !== undefined && there !== null;
  t.same(at, "change: made", has, x !== null);
  if (!has || x === null) return;
  t.same(at, "change: from", there.from, x.from);
  t.same(at, "change: to", there.to, x.to);
  t.same(at, "change: scale", there.scale, x.scale);
  t.same(at, "change: standard error", there.standardError, x.standardError);
  t.same(at, "change: degrees of freedom", there.degreesOfFreedom, x.p === null ? null : x.df);
  t.same(at, "change: statistic", there.statistic, x.standardError === null ? null : x.delta / x.standardError, CHANGE);
  t.same(at, "change: p", there.p, x.p, P);
  t.same(at, "change: adjusted p", there.adjustedP, x.adjusted, P);
  if (!at.endsWith("End")) {
    t.same(at, "change: clear", there.clear, x.clear);
    t.same(at, "change: may be chance", there.possible, x.p !== null && x.p < 0.05 && !x.clear);
  }
  t.same(at, "change: smallest found", there.minimumDetectable, x.minimumDetectable);
  t.same(at, "change: turned", there.turned?.label ?? there.turned, x.turned);
  t.same(at, "change: depends", there.depends, x.depends);
  t.same(at, "change: baseline the extreme", there.baselineExtreme, x.extreme);
}

function compareTrend(t: Tally, at: string, there: Json, x: Trend | null, o: Judged): void {
  const has = there?.slopePerYear !== undefined;
  t.same(at, "trend: made", has, x !== null);
  if (!has || x === null) return;
  t.same(at, "trend: periods", there.periods.join(), x.periods.join());
  t.same(at, "trend: slope", there.slopePerYear.value, x.slope, CHANGE);
  t.same(at, "trend: lower", there.slopePerYear.lower, x.lower, CHANGE);
  t.same(at, "trend: upper", there.slopePerYear.upper, x.upper, CHANGE);
  t.same(at, "trend: p", there.p, x.p, P);
  t.same(at, "trend: adjusted p", there.adjustedP, x.adjusted, P);
  t.same(at, "trend: clear", there.clear, x.clear);
  t.same(at, "trend: decides", there.decides, x.decides);
  t.same(at, "trend: first", there.from, x.from);
  t.same(at, "trend: last", there.to, x.to);
  t.same(at, "trend: left out", there.leftOut.join(), leftOut(o, x));
}

/** Periods with a gap that the trend does not rest on. */
const leftOut = (o: Judged, x: Trend): string =>
  o.series.slices
    .filter((s, n) => o.gaps[n] !== null && !x.periods.includes(s.period.label))
    .map((s) => s.period.label)
    .join();

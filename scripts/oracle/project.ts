// From the raw files and the definitions to figures by group and period.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as csv } from "csv-parse/sync";
import { parse as yaml } from "yaml";
import { mean, type Published, proportion, published, rate } from "./figures.ts";
import { sum } from "./numbers.ts";
import type { Figure, Group, Method, Period, PublishedGaps, Scale, Series, Slice } from "./series.ts";

type Where = Record<string, string | number | (string | number)[]>;
type Row = Record<string, string>;

export type Indicator = {
  id: string;
  title: string;
  core?: boolean;
  part_of?: string;
  dataset: string;
  where?: Where;
  better: "higher" | "lower" | "neither";
  sentence?: { events?: boolean };
  statistic: {
    kind: string;
    value?: string;
    lower?: string;
    upper?: string;
    standard_error?: string;
    numerator?: string;
    denominator?: string;
    weight?: string;
    count?: string;
    scale?: Scale;
    per?: number;
    unit?: string;
    alternatives?: { denominator: string }[];
  };
  periods: {
    column?: string;
    last_column?: string;
    unit?: string;
    named?: Record<string, Period>;
    fixed?: Period;
    baseline?: string | number;
  };
  breaks?: { from: string | number }[];
  overall?: { where: Where };
  dimensions: { dimension: string; column?: string; where?: Where; disadvantaged?: string; with_everyone?: boolean }[];
  published_gaps?: {
    dimension: string;
    dataset: string;
    where?: Where;
    value: string;
    period: string;
    judged?: { measure: string; baseline?: string | number };
  }[];
};

type Dimension = {
  id: string;
  type: "quantiles" | "groups" | "pair" | "areas";
  ordered?: boolean;
  ranking?: string;
  cut?: string;
  score?: string;
  high_score?: string;
  alternatives?: { id: string; score: string; high_score?: string }[];
  population?: string;
  areas?: { dataset: string; key: string };
  groups?: { id: string; label: string; match?: (string | number)[] }[];
  not_stated?: (string | number)[];
  outside?: (string | number)[];
};

export type Project = {
  title: string;
  indicators: Indicator[];
  series: Series[];
  /** The same series divided by other columns and ranked by other scores. */
  alternatives: { another: "denominator" | "ranking"; id: string; series: Series }[];
  method: Method;
  /** What this reading of the project does not cover, by name. */
  left: string[];
};

/** The cells that are blank by the dataset's own markers are `undefined`-like: the empty string. */
class Data {
  readonly root: string;
  readonly tables = new Map<string, Row[]>();

  constructor(root: string) {
    this.root = root;
  }

  rows(id: string): Row[] {
    const known = this.tables.get(id);
    if (known !== undefined) return known;
    const folder = join(this.root, "data-raw", id);
    const about = yaml(readFileSync(join(folder, "dataset.yaml"), "utf8"));
    const rows: Row[] = about.files.flatMap((f: { path: string }) =>
      csv(readFileSync(join(folder, f.path)), {
        columns: true,
        bom: true,
        delimiter: about.format.delimiter,
        quote: about.format.quote,
        encoding: about.format.encoding,
      }),
    );
    for (const row of rows) {
      for (const [name, column] of Object.entries<{ blanks?: Record<string, string> }>(about.columns)) {
        if (column.blanks !== undefined && row[name]! in column.blanks) row[name] = "";
      }
    }
    for (const look of about.lookups ?? []) {
      const found = new Map(this.rows(look.dataset).map((r) => [r[look.key], r]));
      for (const row of rows) for (const c of look.columns) row[c] = found.get(row[look.on]!)?.[c] ?? "";
    }
    this.tables.set(id, rows);
    return rows;
  }
}

const asText = (x: string | number): string => String(x);

const keeps = (row: Row, where: Where | undefined): boolean =>
  Object.entries(where ?? {}).every(([column, wanted]) =>
    (Array.isArray(wanted) ? wanted : [wanted]).map(asText).includes(row[column] ?? ""),
  );

const cell = (row: Row, column: string | undefined): number | null => {
  const text = column === undefined ? "" : (row[column] ?? "").trim();
  return text === "" ? null : Number(text);
};

const decimalsOf = (text: string): number => {
  const [number, power] = text.toLowerCase().split("e");
  return Math.max(0, (number!.split(".")[1] ?? "").length - Number(power ?? 0));
};

// ---- periods ----

const two = (year: number): string => String(year % 100).padStart(2, "0");

function year(unit: string, text: string): { label: string; start: string; end: string } {
  const first = Number(text.slice(0, 4)) - (unit === "academic-year-ending" && text.length === 4 ? 1 : 0);
  if (unit === "calendar-year") return { label: String(first), start: `${first}-01-01`, end: `${first}-12-31` };
  const [from, to] = unit === "financial-year" ? ["04-01", "03-31"] : ["09-01", "08-31"];
  return { label: `${first}-${two(first + 1)}`, start: `${first}-${from}`, end: `${first + 1}-${to}` };
}

function periodOf(periods: Indicator["periods"], row: Row): Period {
  if (periods.fixed !== undefined) return periods.fixed;
  const text = row[periods.column!]!;
  if (periods.named !== undefined) return periods.named[text]!;
  const first = year(periods.unit!, text);
  if (periods.last_column === undefined) return first;
  const last = year(periods.unit!, row[periods.last_column]!);
  return { label: `${first.label} to ${last.label}`, start: first.start, end: last.end };
}

// ---- groups ----

type Placed = {
  groups: { id: string; order: number }[];
  place: (value: string) => string | null;
  weights: Map<string, number> | null;
};

/** Areas cut at equal population, the most disadvantaged first; areas of one score stay together. */
function quantiles(d: Dimension, areas: Row[]): Placed {
  const key = d.areas!.key;
  const turn = d.high_score === "most-disadvantaged" ? -1 : 1;
  const ranked = areas
    .map((r) => ({ code: r[key]!, score: Number(r[d.score!]), people: Number(r[d.population!]) }))
    .sort((a, b) => turn * (a.score - b.score) || (a.code < b.code ? -1 : 1));
  const all = sum(ranked.map((a) => a.people));
  const k = d.groups!.length;
  const cut = (middle: number): number => Math.min(k - 1, Math.floor((k * middle) / all));
  const group = new Map<string, string>();
  let below = 0;
  for (let i = 0; i < ranked.length; ) {
    const tied = ranked.filter((a) => a.score === ranked[i]!.score);
    const people = sum(tied.map((a) => a.people));
    let inside = below;
    const own = tied.map((a) => {
      inside += a.people;
      return cut(inside - a.people / 2);
    });
    const together = new Set(own).size === 1 ? own[0]! : cut(below + people / 2);
    for (const a of tied) group.set(a.code, d.groups![together]!.id);
    below += people;
    i += tied.length;
  }
  return {
    groups: d.groups!.map((g, order) => ({ id: g.id, order })),
    place: (code) => group.get(code) ?? null,
    weights: null,
  };
}

function placing(d: Dimension, data: Data): Placed {
  if (d.type === "quantiles") {
    if (d.ranking !== "local" || d.cut !== "equal-population") throw new Error(`${d.id}: ${d.ranking}, ${d.cut}`);
    return quantiles(d, data.rows(d.areas!.dataset));
  }
  if (d.type === "areas") {
    const areas = data.rows(d.areas!.dataset);
    const codes = areas.map((r) => r[d.areas!.key]!);
    return {
      groups: codes.map((id, order) => ({ id, order })),
      place: (code) => (codes.includes(code) ? code : null),
      weights: new Map(areas.map((r) => [r[d.areas!.key]!, Number(r[d.population!])])),
    };
  }
  if (d.ranking === "national") throw new Error(`${d.id}: national ranking`);
  const of = new Map(d.groups!.flatMap((g) => (g.match ?? [g.label]).map((m) => [asText(m), g.id] as const)));
  return {
    groups: d.groups!.map((g, order) => ({ id: g.id, order })),
    place: (text) => of.get(text) ?? null,
    weights: null,
  };
}

// ---- figures ----

const scaleOf = (s: Indicator["statistic"]): Scale => {
  if (s.kind === "proportion") return "logit";
  if (s.kind === "rate" || s.kind === "dsr-as-published") return "log";
  return s.kind === "mean" ? "identity" : s.scale!;
};

type Maker = { figure: (rows: Row[]) => Figure | null; scale: Scale; per: number };

/** Events of which one person may have several: their number says nothing of its own error. */
const withoutInterval = (f: Figure): Figure => ({
  ...f,
  lower: null,
  upper: null,
  variance: null,
  unbiased: null,
  working: { ...f.working, variance: null },
});

/** How rows of one group and period become a figure; `decimals` are those of the series. */
function maker(i: Indicator, decimals: number, confidence: number): Maker {
  const s = i.statistic;
  const per = s.per ?? 1;
  const scale = scaleOf(s);
  const figure = (rows: Row[]): Figure | null => {
    if (s.kind === "proportion" || s.kind === "rate") {
      const whole = rows
        .map((r) => [cell(r, s.numerator), cell(r, s.denominator)])
        .filter((c): c is [number, number] => c[0] !== null && c[1] !== null);
      if (whole.length === 0 || whole.length < rows.length) return null;
      const make = s.kind === "rate" ? rate : proportion;
      const f = make(sum(whole.map((c) => c[0])), sum(whole.map((c) => c[1])), per, confidence);
      return s.kind === "rate" && i.sentence?.events === true ? withoutInterval(f) : f;
    }
    if (s.kind === "mean") {
      const values = rows.map((r) => cell(r, s.value)).filter((v) => v !== null);
      return values.length < 2 ? null : mean(values, confidence);
    }
    if (rows.length > 1) throw new Error(`${i.id}: two published rows for one group`);
    const row = rows[0];
    const value = row === undefined ? null : cell(row, s.value);
    if (row === undefined || value === null) return null;
    const limits = [cell(row, s.lower), cell(row, s.upper)];
    const p: Published = {
      value,
      limits: limits[0] === null || limits[1] === null ? null : (limits as [number, number]),
      standardError: cell(row, s.standard_error),
      decimals,
      numerator: cell(row, s.numerator),
      denominator: cell(row, s.denominator),
    };
    return published(p, scale, per, confidence);
  };
  return { figure, scale, per };
}

/** The number of people that a proportion's interval implies (the rounding of its limits is not part of it). */
const implied = (f: Figure, per: number): number => {
  const share = f.value / per;
  return (share * (1 - share)) / ((f.variance! - f.rounding) / per ** 2);
};

type Reading = {
  indicator: Indicator;
  breakdown: Indicator["dimensions"][number];
  dimension: Dimension;
  data: Data;
  method: Method;
};

function seriesOf(r: Reading): Series {
  const { indicator: i, breakdown: b, dimension: d, data, method } = r;
  const rows = data.rows(i.dataset).filter((row) => keeps(row, i.where));
  const placed = placing(d, data);
  const column = b.column ?? d.areas?.key ?? "";
  const everyone = (row: Row): boolean => i.overall !== undefined && keeps(row, i.overall.where);
  const own = rows.filter((row) => keeps(row, b.where) && (b.with_everyone === true || !everyone(row)));
  const overall = rows.filter(everyone);
  const text = i.statistic.value === undefined ? [] : [...own, ...overall].map((row) => row[i.statistic.value!] ?? "");
  const make = maker(i, Math.max(0, ...text.map(decimalsOf)), method.confidence);
  const labels = new Map(own.map((row) => [periodOf(i.periods, row).label, periodOf(i.periods, row)]));
  const ids = orient(d, b, placed);
  const type = typeOf(d);
  const slices = [...labels.values()].map((period): Slice => {
    const here = own.filter((row) => periodOf(i.periods, row).label === period.label);
    const found = ids.map((id) => {
      const mine = here.filter((row) => placed.place(row[column] ?? "") === id);
      return { id, rows: mine, figure: mine.length === 0 ? null : make.figure(mine) };
    });
    const all = overall.filter((row) => periodOf(i.periods, row).label === period.label);
    return slice({ period, found, i, type, make, placed, all, here, column, method });
  });
  const starts = new Map(slices.map((s) => [s.period.label, s.period.start]));
  const breaks = (i.breaks ?? []).map((x) => starts.get(asText(x.from)) ?? breakStart(i, asText(x.from)));
  return {
    indicator: i.id,
    dimension: d.id,
    type,
    better: i.better === "neither" ? "lower" : i.better,
    judgesLevel: i.better !== "neither",
    events: i.sentence?.events === true,
    standardised: i.statistic.kind === "dsr-as-published",
    scale: make.scale,
    per: make.per,
    proportion: make.scale === "logit",
    withEveryone: b.with_everyone === true,
    breaks,
    baseline: i.periods.baseline === undefined ? null : asText(i.periods.baseline),
    slices: slices.filter((s) => s.groups.some((g) => g.figure !== null)),
    published: publishedOf(i, d, data),
  };
}

function alternativesOf(r: Reading): Project["alternatives"] {
  const { indicator, dimension } = r;
  const columns = (indicator.statistic.alternatives ?? []).map(({ denominator }) => ({
    another: "denominator" as const,
    id: denominator,
    series: seriesOf({ ...r, indicator: { ...indicator, statistic: { ...indicator.statistic, denominator } } }),
  }));
  const scores = (dimension.alternatives ?? []).map(({ id, score, high_score }) => ({
    another: "ranking" as const,
    id,
    series: seriesOf({
      ...r,
      dimension: { ...dimension, score, high_score: high_score ?? dimension.high_score ?? "most-disadvantaged" },
    }),
  }));
  return [...columns, ...scores];
}

const breakStart = (i: Indicator, label: string): string =>
  i.periods.named === undefined
    ? year(i.periods.unit!.replace("-ending", ""), label).start
    : Object.values(i.periods.named).find((p) => p.label === label)!.start;

const typeOf = (d: Dimension): Series["type"] => {
  if (d.type === "quantiles" || (d.type === "groups" && d.ordered === true)) return "ordered";
  return d.type === "pair" ? "pair" : "unordered";
};

/** The groups in order, the disadvantaged side first. */
function orient(d: Dimension, b: Reading["breakdown"], placed: Placed): string[] {
  const ids = placed.groups.map((g) => g.id);
  return d.type === "pair" && b.disadvantaged !== undefined && b.disadvantaged !== ids[0] ? ids.toReversed() : ids;
}

type Slicing = {
  period: Period;
  found: { id: string; rows: Row[]; figure: Figure | null }[];
  i: Indicator;
  type: Series["type"];
  make: Maker;
  placed: Placed;
  all: Row[];
  here: Row[];
  column: string;
  method: Method;
};

function slice(x: Slicing): Slice {
  const { i, found, make } = x;
  const s = i.statistic;
  const sized = (f: { rows: Row[]; figure: Figure | null }): number | null => {
    const c = s.weight ?? s.denominator;
    const ns = c === undefined ? [] : f.rows.map((row) => cell(row, c));
    return ns.length === 0 || ns.some((n) => n === null) ? null : sum(ns as number[]);
  };
  const present = found.filter((f) => f.figure !== null);
  const sizes = new Map(found.map((f) => [f.id, s.kind === "mean" ? (f.figure?.denominator ?? null) : sized(f)]));
  const declared = present.every((f) => sizes.get(f.id) !== null);
  const canImply = !declared && make.scale === "logit" && present.every((f) => f.figure!.variance !== null);
  const weight = (f: (typeof found)[number]): number => {
    if (declared) return sizes.get(f.id) ?? 0;
    return canImply && f.figure !== null ? implied(f.figure, make.per) : 1;
  };
  const groups: Group[] = found.map((f) => ({
    id: f.id,
    figure: f.figure,
    weight: f.figure === null ? 0 : weight(f),
    size: declared && s.weight === undefined ? (sizes.get(f.id) ?? null) : null,
  }));
  const missing = found.filter((f) => f.figure === null);
  const unweighted = !declared && !canImply;
  const size = declared ? sum(groups.map((g) => g.weight)) : null;
  const without = missing.length === 0 ? null : lacking(x, groups, missing);
  const level = levelOf(x, groups);
  return {
    period: x.period,
    groups,
    level: level?.from === "pooled" && without !== null ? null : level,
    without,
    unweighted,
    size,
  };
}

/** Why a missing group leaves no gap: any one does in an order or a pair, 15 % of the people do without an order. */
function lacking(x: Slicing, groups: Group[], missing: Slicing["found"]): string | null {
  if (x.type !== "unordered") return "missing-group";
  const size = (m: Slicing["found"][number]): number | null => {
    const ns = m.rows.map((row) => cell(row, x.i.statistic.weight ?? x.i.statistic.denominator));
    return ns.length === 0 || ns.some((n) => n === null) ? null : sum(ns as number[]);
  };
  const here = sum(groups.map((g) => g.weight));
  const absent = missing.map(size);
  const people = x.placed.weights;
  let covered = 1 - missing.length / groups.length;
  if (absent.every((n) => n !== null)) covered = here / (here + sum(absent));
  else if (people !== null) covered = 1 - sum(missing.map((m) => people.get(m.id)!)) / sum([...people.values()]);
  return covered >= 0.85 ? null : "coverage-below-85-percent";
}

function levelOf(x: Slicing, groups: Group[]): Slice["level"] {
  if (x.all.length > 0) {
    const figure = x.make.figure(x.all);
    return figure === null ? null : { ...figure, from: "published" };
  }
  const kind = x.i.statistic.kind;
  if (kind === "proportion" || kind === "rate") {
    const rows = x.found.filter((f) => f.figure !== null).flatMap((f) => f.rows);
    const figure = x.make.figure(rows);
    return figure === null ? null : { ...figure, from: "pooled" };
  }
  const present = groups.filter((g) => g.figure !== null);
  const total = sum(present.map((g) => g.weight));
  const known = present.every((g) => g.figure!.variance !== null);
  const shares = present.map((g) => g.weight / total);
  const pooled = (of: (f: Figure) => number, power: number): number =>
    sum(present.map((g, n) => shares[n]! ** power * of(g.figure!)));
  const value = pooled((f) => f.value, 1);
  const variance = known ? pooled((f) => f.variance!, 2) : null;
  const half = variance === null ? null : 1.959963984540054 * Math.sqrt(variance);
  return {
    value,
    lower: half === null ? null : value - half,
    upper: half === null ? null : value + half,
    variance,
    rounding: 0,
    digits: pooled((f) => f.digits, 2),
    unbiased: null,
    working: { point: value, variance: null },
    numerator: null,
    denominator: kind !== "mean" && present.every((g) => g.size !== null) ? total : null,
    from: "pooled",
  };
}

/** Gaps of a publisher that are judged in place of a single period of one's own. */
function publishedOf(i: Indicator, d: Dimension, data: Data): PublishedGaps | null {
  const gap = i.published_gaps?.find((g) => g.dimension === d.id && g.judged !== undefined);
  if (gap === undefined) return null;
  const rows = data.rows(gap.dataset).filter((row) => keeps(row, gap.where) && (row[gap.value] ?? "") !== "");
  const baseline = gap.judged!.baseline;
  return {
    baseline: baseline === undefined ? null : asText(baseline),
    decimals: Math.max(...rows.map((row) => decimalsOf(row[gap.value]!))),
    values: rows.map((row) => {
      const label = row[gap.period]!;
      const [first, last] = [label.slice(0, 4), label.slice(0, 2) + label.slice(-2)];
      return { period: { label, start: `${first}-01-01`, end: `${last}-12-31` }, value: Number(row[gap.value]) };
    }),
  };
}

export function readProject(root: string): Project {
  const about = yaml(readFileSync(join(root, "tempcheck.yaml"), "utf8"));
  const data = new Data(root);
  const method: Method = {
    confidence: about.method?.confidence ?? 0.95,
    materiality: about.method?.materiality ?? 0,
    same: about.method?.same ?? 0.2,
    falseDiscoveryRate: about.method?.false_discovery_rate ?? 0.1,
    reliable: about.method?.reliable_denominator ?? 1000,
  };
  const folder = join(root, "indicators");
  const files = existsSync(folder) ? readdirSync(folder).filter((f) => f.endsWith(".yaml")) : [];
  const indicators: Indicator[] = files
    .sort()
    .map((f) => ({ id: f.slice(0, -5), ...yaml(readFileSync(join(folder, f), "utf8")) }));
  const left: string[] = [];
  const alternatives: Project["alternatives"] = [];
  const series: Series[] = [];
  for (const indicator of indicators) {
    for (const breakdown of indicator.dimensions) {
      const dimension = about.dimensions.find((d: Dimension) => d.id === breakdown.dimension);
      const kinds = ["proportion", "rate", "mean", "published", "dsr-as-published"];
      if (!kinds.includes(indicator.statistic.kind) || indicator.statistic.count !== undefined) {
        left.push(`${indicator.id} by ${breakdown.dimension}: statistic of kind ${indicator.statistic.kind}`);
        continue;
      }
      const reading = { indicator, breakdown, dimension, data, method };
      series.push(seriesOf(reading));
      alternatives.push(...alternativesOf(reading));
    }
  }
  return { title: about.title, indicators, series, alternatives, method, left };
}

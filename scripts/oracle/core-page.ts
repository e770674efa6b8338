// docs/core-verdicts.md: the verdicts of the core indicators as the second implementation has them.
import type { Judged, Test, Trend } from "./judge.ts";
import type { Indicator, Project } from "./project.ts";
import type { Slice } from "./series.ts";

const HEAD = `# Core verdicts, reckoned a second time

Written by \`npm run oracle\` from \`data-raw/\` and the definitions alone, without any code of the software: see
[the oracle](../scripts/oracle/README.md). Each line is an indicator by its first breakdown. For sides in an order the
first two figures are what the worse-off and the better-off side have; for groups in no order, what the lowest and the
highest group have, and the gap is the typical difference. Where a verdict rests on the trend the gap is the fitted one
of the first and the last year, and p is that of the trend.

`;

const COLUMNS = [
  "indicator",
  "by",
  "from, to",
  "groups then",
  "groups now",
  "gap then, now",
  "change",
  "p, adjusted",
  "ratio then, now",
  "p, adjusted",
  "basis",
  "verdict",
];

const digits = (x: number): string => {
  if (!Number.isFinite(x)) return "";
  const places = Math.abs(x) >= 100 ? 0 : Math.abs(x) >= 10 ? 1 : 2;
  return x.toFixed(places).replace(/^-(0(\.0+)?)$/, "$1");
};

const chance = (p: number | null | undefined): string => {
  if (p === null || p === undefined) return "";
  return p < 0.0001 ? "< 0.0001" : p.toFixed(4);
};

/** What the groups at both ends have; the lowest and the highest of groups in no order. */
function groupsOf(o: Judged, slice: Slice | undefined): string {
  const figures = (slice?.groups ?? []).filter((g) => g.figure !== null);
  const values = figures.map((g) => g.figure!.value);
  if (values.length === 0) return "";
  const both =
    o.series.type === "unordered" ? [Math.min(...values), Math.max(...values)] : [values[0]!, values.at(-1)!];
  return both.map(digits).join(", ");
}

type Move = { before: number; now: number; p: number | null; adjusted: number | null };

const ofTest = (t: Test | null): Move | null =>
  t === null ? null : { before: t.from, now: t.to, p: t.p, adjusted: t.adjusted };

const ofTrend = (t: Trend | null): Move | null =>
  t === null ? null : { before: t.from, now: t.to, p: t.p, adjusted: t.adjusted };

function line(indicator: Indicator, o: Judged): string[] {
  const trend = o.verdict.basis === "trend";
  const [absolute, relative] = trend
    ? [ofTrend(o.trends.absolute), ofTrend(o.trends.relative)]
    : [ofTest(o.absolute), ofTest(o.relative)];
  const first = trend ? o.trends.absolute?.periods[0] : o.baseline?.label;
  const last = o.current.label;
  const at = (label: string | undefined) => o.series.slices.find((s) => s.period.label === label);
  const moved = (m: Move | null): string => (m === null ? "" : `${digits(m.before)}, ${digits(m.now)}`);
  const chances = (m: Move | null): string =>
    m === null || m.p === null ? "" : `${chance(m.p)}, ${chance(m.adjusted)}`;
  const reason = o.verdict.reason === null ? "" : `: ${o.verdict.reason}`;
  return [
    indicator.title,
    o.series.dimension,
    first === undefined ? last : `${first}, ${last}`,
    groupsOf(o, at(first)),
    groupsOf(o, at(last)),
    moved(absolute),
    absolute === null ? "" : digits(absolute.now - absolute.before),
    chances(absolute),
    moved(relative),
    chances(relative),
    o.verdict.basis,
    `${o.verdict.id} (${o.verdict.temperature})${reason}${o.verdict.levellingDown ? ", levelling down" : ""}`,
  ];
}

export function corePage(project: Project, judged: readonly Judged[]): string {
  const core = project.indicators.filter((i) => i.core === true);
  const chosen = core.length > 0 ? core : project.indicators;
  const rows = chosen.flatMap((i) => {
    const o = judged.find((j) => j.series.indicator === i.id && j.series.dimension === i.dimensions[0]!.dimension);
    return o === undefined ? [] : [line(i, o)];
  });
  const row = (cells: string[]): string => `| ${cells.map((c) => c.replaceAll("|", "\\|")).join(" | ")} |\n`;
  return HEAD + row(COLUMNS) + row(COLUMNS.map(() => "---")) + rows.map(row).join("");
}

import { catalogues } from "../catalogue/catalogue.ts";
import { formulaParts, type Measure } from "../measure/measure.ts";
import { isMissing, type Limits } from "../model.ts";
import type { Estimates } from "./estimates.ts";
import type { JudgeAnswer } from "./judge-request.ts";
import type { Measured } from "./measure-request.ts";
import type { Summary } from "./summarise.ts";

/** Six figures are enough for the eye; JSON has them all. */
const shown = (value: unknown): string =>
  typeof value === "number" ? String(Number(value.toPrecision(6))) : value === null ? "-" : String(value);

/** Rows as columns of one width each. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Every measure with what it is and where it comes from. */
export function measuresTable(measures: readonly Measure[]): string {
  return measures
    .map(({ id, definition, type, orders, formula, source }) =>
      [
        `${id}  ${catalogues["en-GB"].method.measureName(id)}`,
        `  definition  ${definition}`,
        `  type        ${type}; ${orders.join(", ")} groups`,
        `  formula     ${catalogues["en-GB"].method.measureFormula(id, formulaParts({ formula }))}`,
        `  source      ${source.citation}${source.doi === null ? "" : `, doi:${source.doi}`}`,
      ].join("\n"),
    )
    .join("\n\n");
}

/** The measures of every scenario, for people. */
export const summaryTable = (measured: Measured): string =>
  ("scenarios" in measured ? measured.scenarios : [measured]).map(oneSummary).join("\n\n");

function oneSummary({ name, overall, measures, headline, level, notes }: Summary): string {
  const interval = ({ lower, upper }: Limits): string => (lower === null ? "-" : `${shown(lower)} to ${shown(upper)}`);
  const rows = Object.entries(measures).map(([id, measure]) =>
    isMissing(measure)
      ? [id, "-", measure.text, "", measure.definition]
      : [id, shown(measure.value), interval(measure), shown(measure.oriented.value), measure.definition],
  );
  const heading = ["measure", "value", `${Number((100 * level).toPrecision(4))}% interval`, "oriented", "definition"];
  return [
    name ?? "scenario",
    isMissing(overall) ? overall.text : `overall ${shown(overall.value)} (${interval(overall)})`,
    ...(headline ? [`headline gaps: ${headline.absolute} and ${headline.relative}`] : []),
    ...notes.map(({ text }) => `note: ${text}`),
    aligned([heading, ...rows]),
  ].join("\n");
}

/** The answers to every item, for people: lists are left to JSON. */
export function estimatesTable(estimates: Estimates): string {
  return Object.entries(estimates)
    .map(([kind, items]) => {
      const rows = items as Record<string, unknown>[];
      const keys = [...new Set(rows.flatMap(Object.keys))].filter(
        (key) => !rows.some((row) => typeof row[key] === "object" && row[key] !== null && !Array.isArray(row[key])),
      );
      const cell = (value: unknown): string =>
        value === undefined ? "" : Array.isArray(value) ? listShown(value) : shown(value);
      return rows.length === 0
        ? `${kind}: nothing`
        : `${kind}\n${aligned([keys, ...rows.map((row) => keys.map((key) => cell(row[key])))])}`;
    })
    .join("\n\n");
}

const listShown = (list: readonly unknown[]): string =>
  typeof list[0] === "object"
    ? `${list.length} items`
    : `${shown(list[0])}${list.length > 1 ? ` ... (${list.length})` : ""}`;

/** What became of every gap, for people: one line for each of a series' two gaps, under its verdict. */
export function judgementsTable({ series }: JudgeAnswer): string {
  return series
    .map(({ name, absolute, relative, overall, verdict }) => {
      const heading = ["gap", "measure", "since", "from", "to", "p", "adjusted p", "direction", "reason"];
      const rows = [absolute, relative].map((gap, i) => [
        i === 0 ? "absolute" : "relative",
        ...[gap.measure, gap.baseline, gap.from, gap.to, gap.p, gap.adjustedP, gap.direction, gap.reason].map(shown),
      ]);
      const level = `overall level: ${shown(overall.from)} to ${shown(overall.to)}, ${overall.direction}`;
      const down = verdict.levellingDown ? "; levelling down" : "";
      return `${name}: ${verdict.gap} (${verdict.temperature}), basis ${verdict.basis}${down}\n${level}\n${aligned([heading, ...rows])}`;
    })
    .join("\n\n");
}

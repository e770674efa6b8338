import { type Say, sayIn } from "../catalogue/say.ts";
import { formulaParts, type Measure } from "../measure/measure.ts";
import type { Limits } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { Estimates } from "./estimates.ts";
import type { JudgeAnswer } from "./judge-request.ts";
import type { Measured } from "./measure-request.ts";
import type { Summary } from "./summarise.ts";

/** Partners are answered in English, as JSON does. */
const english = sayIn({ language: "en-GB" });

/** Six figures are enough for the eye; JSON has them all. */
const shown = (value: unknown): string =>
  typeof value === "number" ? String(Number(value.toPrecision(6))) : value === null ? "-" : String(value);

/** Rows as columns of one width each. */
export function aligned(rows: readonly (readonly string[])[]): string {
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
export function measuresTable(measures: readonly Measure[], { terminal, method }: Say = english): string {
  const labels = terminal.measure;
  const width = Math.max(...Object.values(labels).map((label) => label.length)) + 2;
  return measures
    .map(({ id, definition, type, orders, formula, source }) =>
      [
        `${id}  ${method.measureName(id)}`,
        `  ${labels.definition.padEnd(width)}${definition}`,
        `  ${labels.type.padEnd(width)}${terminal.typeOfMeasure(type, orders)}`,
        `  ${labels.formula.padEnd(width)}${method.measureFormula(id, formulaParts({ formula }))}`,
        `  ${labels.source.padEnd(width)}${source.citation}${source.doi === null ? "" : `, doi:${source.doi}`}`,
      ].join("\n"),
    )
    .join("\n\n");
}

/** The measures of every scenario, for people. */
export const summaryTable = (measured: Measured, say: Say = english): string =>
  ("scenarios" in measured ? measured.scenarios : [measured]).map((one) => oneSummary(one, say)).join("\n\n");

function oneSummary({ name, overall, measures, headline, level, notes }: Summary, { terminal, writing }: Say): string {
  const interval = ({ lower, upper }: Limits): string =>
    lower === null ? "-" : terminal.interval(shown(lower), shown(upper));
  const rows = Object.entries(measures).map(([id, measure]) =>
    isMissing(measure)
      ? [id, "-", measure.text, "", measure.definition]
      : [id, shown(measure.value), interval(measure), shown(measure.oriented.value), measure.definition],
  );
  const heading = terminal.gapsOfScenario(writing.percent(String(Number((100 * level).toPrecision(4)))));
  return [
    name ?? terminal.scenario,
    isMissing(overall) ? overall.text : terminal.overall(shown(overall.value), interval(overall)),
    ...(headline ? [terminal.headlineGaps(headline.absolute, headline.relative)] : []),
    ...notes.map(({ text }) => terminal.note(text)),
    aligned([heading, ...rows]),
  ].join("\n");
}

/** The answers to every item, for people: lists are left to JSON. */
export function estimatesTable(estimates: Estimates, say: Say = english): string {
  return Object.entries(estimates)
    .map(([kind, items]) => {
      const rows = items as Record<string, unknown>[];
      const keys = [...new Set(rows.flatMap(Object.keys))].filter(
        (key) => !rows.some((row) => typeof row[key] === "object" && row[key] !== null && !Array.isArray(row[key])),
      );
      const cell = (value: unknown): string =>
        value === undefined ? "" : Array.isArray(value) ? listShown(value, say) : shown(value);
      return rows.length === 0
        ? say.terminal.nothing(kind)
        : `${kind}\n${aligned([keys, ...rows.map((row) => keys.map((key) => cell(row[key])))])}`;
    })
    .join("\n\n");
}

const listShown = (list: readonly unknown[], { terminal, counted }: Say): string =>
  typeof list[0] === "object"
    ? terminal.items(counted(list.length))
    : `${shown(list[0])}${list.length > 1 ? ` ... (${list.length})` : ""}`;

/** What became of every gap, for people: one line for each of a series' two gaps, under its verdict. */
export function judgementsTable({ series }: JudgeAnswer, { terminal }: Say = english): string {
  return series
    .map(({ name, absolute, relative, overall, verdict }) => {
      const rows = [absolute, relative].map((gap, i) => [
        i === 0 ? terminal.gap.absolute : terminal.gap.relative,
        ...[gap.measure, gap.baseline, gap.from, gap.to, gap.p, gap.adjustedP, gap.direction, gap.reason].map(shown),
      ]);
      const level = terminal.overallLevel(shown(overall.from), shown(overall.to), overall.direction);
      const down = verdict.levellingDown ? `; ${terminal.levellingDown}` : "";
      return `${terminal.judged(name, verdict.gap, verdict.temperature, verdict.basis)}${down}\n${level}\n${aligned([terminal.gapsOfSeries, ...rows])}`;
    })
    .join("\n\n");
}

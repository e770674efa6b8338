import { z } from "zod";
import { UsageError, UserError } from "../error.ts";
import { type Columns, csvRows, locateRows } from "./csv-table.ts";
import { checked, keyOf, type Locate } from "./faults.ts";
import { parseJson } from "./json.ts";
import type { Source } from "./request-source.ts";
import { type Scenario, scenarioSchema, scenariosSchema } from "./scenario.ts";
import { type Summary, summary } from "./summarise.ts";

/** What the command line says of the scenarios of a CSV, which has no place for it; `level` is for both forms. */
export interface MeasureOptions {
  better?: string;
  ordered?: boolean;
  scale?: number;
  kind?: string;
  workingScale?: string;
  level?: number;
}

/** One scenario, or a list, as it was asked for. */
export type Measured = Summary | { scenarios: Summary[] };

/** Reads and answers a request for measures. */
export function measured(source: Source, { level, ...options }: MeasureOptions): Measured {
  const { raw, locate } = source.form === "csv" ? fromCsv(source, options) : fromJson(source, options);
  if (typeof raw !== "object" || raw === null || !("scenarios" in raw))
    return summary(checked(scenarioSchema, raw, locate), level);
  const { scenarios, conf } = checked(scenariosSchema, raw, locate);
  return { scenarios: scenarios.map((scenario) => summary(scenario, level ?? scenario.conf ?? conf)) };
}

type Raw = { raw: unknown; locate: Locate };

function fromJson({ text, file }: Source, options: MeasureOptions): Raw {
  const stray = Object.keys(options)[0];
  if (stray !== undefined) throw new UsageError(`${stray} is an option for CSV; in JSON it is a key of the scenario`);
  return { raw: parseJson(text, file), locate: (path) => ({ file, key: keyOf(path) }) };
}

const columns: Columns = {
  scenario: "text",
  order: "number",
  id: "text",
  label: "text",
  population: "number",
  value: "number",
  se: "number",
  lower95: "number",
  upper95: "number",
  numerator: "number",
  denominator: "number",
  reference: "boolean",
};

const betters = z.enum(["higher", "lower"]);

function fromCsv({ text, file }: Source, options: MeasureOptions): Raw {
  const { ordered, scale, kind, workingScale } = options;
  const better = betters.safeParse(options.better);
  if (!better.success) throw new UsageError("say which way is better in a CSV: --better higher or --better lower");
  if (ordered === undefined)
    throw new UsageError("say whether the groups of a CSV are a ladder: --ordered or --unordered");

  const lines = new Map<string, number>();
  const byName = new Map<string, { groups: unknown[]; index: number }>();
  const rows = csvRows(text, columns, file);
  const named = rows.some(({ cells }) => "scenario" in cells);
  for (const { line, cells } of rows) {
    const { scenario, ...group } = cells;
    if (named && scenario === undefined)
      throw new UserError({
        where: { file, line, key: "scenario" },
        must: "a scenario in every line, or in none",
        found: "nothing",
        fix: "name the scenario",
      });
    const name = String(scenario ?? "");
    const one = byName.get(name) ?? { groups: [], index: byName.size };
    byName.set(name, one);
    const path = named ? ["scenarios", one.index, "groups", one.groups.length] : ["groups", one.groups.length];
    lines.set(keyOf(path), line);
    one.groups.push(group);
  }
  const scenarioOf = (name: string, groups: unknown[]): unknown => ({
    ...(named ? { name } : {}),
    favourable: better.data === "higher",
    ordered,
    ...(scale === undefined ? {} : { scale }),
    ...(kind === undefined ? {} : { kind }),
    ...(workingScale === undefined ? {} : { workingScale }),
    groups: groups as Scenario["groups"],
  });
  const scenarios = [...byName].map(([name, { groups }]) => scenarioOf(name, groups));
  return { raw: named ? { scenarios } : scenarios[0], locate: locateRows(file, lines) };
}

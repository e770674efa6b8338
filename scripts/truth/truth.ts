import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { WrittenResults } from "../../src/results/results.ts";
import { parsePage } from "./document.ts";
import { scopes } from "./scope.ts";
import { type Statement, statementsOf } from "./statements.ts";
import { type Finding, tracer } from "./trace.ts";

/** Holds every figure of a finished report against its results.json. */

export interface Outcome {
  pages: number;
  statements: number;
  numbers: number;
  derivations: ReadonlyMap<string, number>;
  findings: readonly Finding[];
}

export interface Report {
  results: WrittenResults;
  pages: ReadonlyMap<string, string>;
}

export function readReport(folder: string): Report {
  const report = join(folder, "report");
  const files = readdirSync(report, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".html"))
    .sort();
  return {
    results: JSON.parse(readFileSync(join(folder, "data/results.json"), "utf8")) as WrittenResults,
    pages: new Map(files.map((path) => [path, readFileSync(join(report, path), "utf8")])),
  };
}

export function statementsIn({ results, pages }: Report): Statement[] {
  const scope = scopes(results);
  return [...pages].flatMap(([path, html]) => statementsOf(parsePage(html), path, scope));
}

export function check(report: Report): Outcome {
  const trace = tracer(report.results);
  const statements = statementsIn(report);
  const derivations = new Map<string, number>();
  const findings: Finding[] = [];
  for (const statement of statements) {
    const outcome = trace(statement);
    findings.push(...outcome.findings);
    for (const { trace: from } of outcome.traced)
      derivations.set(from.derivation, (derivations.get(from.derivation) ?? 0) + 1);
  }
  const numbers = [...derivations.values()].reduce((sum, n) => sum + n, 0) + findings.length;
  return { pages: report.pages.size, statements: statements.length, numbers, derivations, findings };
}

// A second, independent reckoning of a build: from data-raw and the definitions, by the method's text alone.
// It imports nothing of the software. `npm run oracle -- <folder of a build>`; see README.md beside this file.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compareAlternative, compareDimension, Tally } from "./compare.ts";
import { corePage } from "./core-page.ts";
import { judge } from "./judge.ts";
import { readProject } from "./project.ts";
import type { Series } from "./series.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The results of a build: of the folder itself, or of the latest year in it. */
function resultsIn(folder: string): string {
  const here = join(folder, "data", "results.json");
  if (existsSync(here)) return here;
  const years = existsSync(folder) ? readdirSync(folder).sort().reverse() : [];
  const found = years.map((y) => join(folder, y, "data", "results.json")).find((f) => existsSync(f));
  if (found === undefined) throw new Error(`No results.json in ${folder}: build the report first (npm start).`);
  return found;
}

const NOT_COMPARED = [
  "p80p20 and p90p10, measures against a reference group (none is declared), limits of head-counts, limits and p of who",
  "contributions of groups, decomposition of changes, notes, whether the change of one end alone is clear",
  "comparators and published gaps that are only shown, paces and targets, sizes unknown (5.10), shares not recorded",
  "held-back and bounded counts (section 7), national rankings, equal-count cuts, means of members, dsr and life tables: not in this project",
];

const file = resultsIn(process.argv[2] ?? join(root, "outputs"));
const report = JSON.parse(readFileSync(file, "utf8"));
const project = readProject(root);
const judged = judge(project.series, project.method);
const tally = new Tally();
const inReport = (s: Series) =>
  report.indicators
    .find((i: { id: string }) => i.id === s.indicator)
    ?.dimensions.find((d: { dimension: string }) => d.dimension === s.dimension);
for (const o of judged) {
  const dimension = inReport(o.series);
  if (dimension === undefined) tally.same(`${o.series.indicator} by ${o.series.dimension}`, "there", null, "yes");
  else compareDimension(tally, dimension, o, project.method);
}
for (const a of project.alternatives) compareAlternative(tally, inReport(a.series), a, project.method);
const reported = report.indicators.reduce((n: number, i: { dimensions: unknown[] }) => n + i.dimensions.length, 0);
tally.same("build", "number of breakdowns", reported, judged.length + project.left.length);

for (const line of tally.differences) console.log(line);
for (const line of [...project.left, ...tally.left, ...NOT_COMPARED]) console.log(`Not compared: ${line}`);
console.log(
  `${tally.compared} figures and words of ${judged.length} breakdowns compared, ${tally.differences.length} differ.`,
);
writeFileSync(join(root, "docs", "core-verdicts.md"), corePage(project, judged));
process.exitCode = tally.differences.length > 0 ? 1 : 0;

/** Child process: everything short of drawing of the project in argv[2]. Writes the results to argv[3], and prints the time and the memory that it took. */
import { writeFileSync } from "node:fs";
import { check } from "../../src/run/check.ts";

const [project = "", path = ""] = process.argv.slice(2);
const begun = performance.now();
const { results } = await check({ project }, (stage, detail) => process.stderr.write(`${stage}: ${detail}\n`));
const seconds = (performance.now() - begun) / 1000;
// What names the input differs between files and a table of the same rows.
const sources = results.sources.map((source) => (source.id === "people" ? { ...source, files: [] } : source));
writeFileSync(path, JSON.stringify({ ...results, sources }));
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ seconds, processor: (user + system) / 1e6, peak: process.resourceUsage().maxRSS * 1024 }));

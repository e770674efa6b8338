/** Simulates how often the intervals hold the true value: docs/interval-coverage.md. Fails where a figure leaves its range. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inThreads } from "../threads.ts";
import { report } from "./report.ts";
import { grid } from "./scenario.ts";
import { CHUNK, type Simulated, together } from "./simulate.ts";

const chunks = Math.ceil(grid.draws / CHUNK);
const jobs = grid.scenarios.flatMap((_, scenario) => Array.from({ length: chunks }, (_, chunk) => [scenario, chunk]));
const done = await inThreads<number[], Simulated>(new URL("./thread.mjs", import.meta.url), jobs);

const results = grid.scenarios.map((_, s) => together(done.slice(s * chunks, (s + 1) * chunks)));
const { text, failures } = report(results);
const path = fileURLToPath(new URL("../../docs/interval-coverage.md", import.meta.url));
writeFileSync(path, text);
for (const failure of failures) console.error(failure);
console.log(`wrote ${path}: ${failures.length === 0 ? "every figure in its range" : `${failures.length} outside`}`);
process.exitCode = failures.length === 0 ? 0 : 1;

/** Simulates how often a report claims a change that there is not: docs/false-verdicts.md. Fails outside the bounds. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inThreads } from "../threads.ts";
import { report } from "./report.ts";
import { BUILDS, CHUNK, scenarios } from "./scenarios.ts";
import { type Counted, together } from "./simulate.ts";

const chunks = BUILDS / CHUNK;
const jobs = scenarios.flatMap((_, scenario) => Array.from({ length: chunks }, (_, chunk) => [scenario, chunk]));
const done = await inThreads<number[], Counted>(new URL("./thread.mjs", import.meta.url), jobs);
const results = scenarios.map((_, s) => together(done.slice(s * chunks, (s + 1) * chunks)));
const { text, failures } = report(results);
const path = fileURLToPath(new URL("../../docs/false-verdicts.md", import.meta.url));
writeFileSync(path, text);
for (const failure of failures) console.error(failure);
console.log(`wrote ${path}: ${failures.length === 0 ? "every share within its bound" : `${failures.length} outside`}`);
process.exitCode = failures.length === 0 ? 0 : 1;

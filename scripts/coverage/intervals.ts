/** Simulates how often the intervals hold the true value: docs/interval-coverage.md. Fails where a figure leaves its range. */
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { report } from "./report.ts";
import { grid } from "./scenario.ts";
import { CHUNK, type Simulated, together } from "./simulate.ts";

const chunks = Math.ceil(grid.draws / CHUNK);
const jobs = grid.scenarios.flatMap((_, scenario) => Array.from({ length: chunks }, (_, chunk) => [scenario, chunk]));
const done: Simulated[] = [];
let next = 0;

/** One thread, fed until no job is left. Where a result goes depends on the job, not on who did it. */
const work = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./thread.mjs", import.meta.url));
    let job = -1;
    const feed = (): void => {
      job = next++;
      if (job < jobs.length) worker.postMessage(jobs[job]);
      else worker.terminate().then(() => resolve(), reject);
    };
    worker.on("error", reject);
    worker.on("message", (result: Simulated) => {
      done[job] = result;
      feed();
    });
    feed();
  });

await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, work));

const results = grid.scenarios.map((_, s) => together(done.slice(s * chunks, (s + 1) * chunks)));
const { text, failures } = report(results);
const path = fileURLToPath(new URL("../../docs/interval-coverage.md", import.meta.url));
writeFileSync(path, text);
for (const failure of failures) console.error(failure);
console.log(`wrote ${path}: ${failures.length === 0 ? "every figure in its range" : `${failures.length} outside`}`);
process.exitCode = failures.length === 0 ? 0 : 1;

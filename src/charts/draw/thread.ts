/** A thread that draws: takes what no other thread has taken yet, until nothing is left. */
import { parentPort } from "node:worker_threads";
import { jobs } from "./jobs.ts";
import type { Made, Work } from "./threads.ts";

parentPort!.on("message", async ({ job, inputs, next }: Work) => {
  const take = (): number => Atomics.add(next, 0, 1);
  for (let place = take(); place < inputs.length; place = take())
    parentPort!.postMessage({ place, output: await jobs[job](inputs[place] as never) } satisfies Made);
});

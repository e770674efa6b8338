/** A thread that draws: takes one piece of work at a time and sends back what came of it. */
import { parentPort } from "node:worker_threads";
import { type Jobs, jobs } from "./jobs.ts";

parentPort!.on("message", async ({ job, input }: { job: keyof Jobs; input: never }) => {
  parentPort!.postMessage(await jobs[job](input));
});

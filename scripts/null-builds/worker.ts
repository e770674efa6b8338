/** One thread of the simulation: takes some reports of a scenario, and sends back what it counted. */
import { parentPort } from "node:worker_threads";
import { simulate } from "./simulate.ts";

parentPort!.on("message", ([scenario, chunk]: [number, number]) => {
  parentPort!.postMessage(simulate(scenario, chunk));
});

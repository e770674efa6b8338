import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Input, Jobs, Output } from "./jobs.ts";

/** More than this many drawings are worth the start of threads. */
const FEW = 24;
const MOST_THREADS = 8;

/** Does one kind of work on each input. Outputs come in the order of the inputs, whoever made them. */
export interface Drawers {
  each<J extends keyof Jobs>(job: J, inputs: readonly Input<J>[]): Promise<Output<J>[]>;
  close(): Promise<void>;
}

/** Work for several threads, which count up together to the next input that none has taken. */
export interface Work {
  job: keyof Jobs;
  inputs: readonly unknown[];
  next: Int32Array;
}

export const isFew = (charts: number): boolean => charts <= FEW;

/** Those who draw so many charts: threads, or this thread itself for a few. */
export const drawersFor = (charts: number, isBusy = false): Promise<Drawers> | Drawers =>
  isFew(charts) ? inThisThread() : threads(threadsBeside(isBusy));

export async function inThisThread(): Promise<Drawers> {
  const { jobs } = await import("./jobs.ts");
  return {
    async each(job, inputs) {
      const outputs = [];
      for (const input of inputs) outputs.push(await jobs[job](input as never));
      return outputs as never;
    },
    close: async () => {},
  };
}

/** In a checkout the sources run as they are, which a thread must be told. */
const entry = import.meta.url.endsWith(".ts") ? "./worker.mjs" : "./thread.js";
const startThread = (): Worker => new Worker(new URL(entry, import.meta.url), { resourceLimits });

/** With such limits a thread looks for what drawings left behind before it takes more; it needs a tenth of the room. */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 24 };

/** So many inputs are handed to the threads at a time, of which each has a copy. */
const MOST_AT_ONCE = 1024;

/** One thread for each core; where this thread is busy meanwhile, one is left to it. */
export const threadsBeside = (isBusy: boolean): number =>
  Math.min(Math.max(1, availableParallelism() - (isBusy ? 1 : 0)), MOST_THREADS);

export function threads(count: number): Drawers {
  const workers = Array.from({ length: count }, startThread);
  const failure = new Promise<never>((_, reject) => {
    for (const worker of workers) worker.on("error", reject);
  });
  failure.catch(() => {});
  const together = (job: keyof Jobs, inputs: readonly unknown[]): Promise<unknown[]> => {
    const outputs: unknown[] = [];
    const work: Work = { job, inputs, next: new Int32Array(new SharedArrayBuffer(4)) };
    let left = inputs.length;
    const done = new Promise<unknown[]>((resolve) => {
      const keep = ({ place, output }: { place: number; output: unknown }): void => {
        outputs[place] = output;
        if (--left > 0) return;
        for (const worker of workers) worker.off("message", keep);
        resolve(outputs);
      };
      for (const worker of workers) worker.on("message", keep).postMessage(work);
    });
    return Promise.race([done, failure]);
  };
  return {
    async each(job, inputs) {
      const outputs: unknown[] = [];
      for (let from = 0; from < inputs.length; from += MOST_AT_ONCE)
        for (const output of await together(job, inputs.slice(from, from + MOST_AT_ONCE))) outputs.push(output);
      return outputs as never;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Input, Jobs, Output } from "./jobs.ts";
import { type Promised, promised } from "./promised.ts";

const MOST_THREADS = 8;

/** Does one kind of work on each input. Outputs come in the order of the inputs, whoever made them, each as soon as it is made. */
export interface Drawers {
  each<J extends keyof Jobs>(job: J, inputs: readonly Input<J>[]): Promise<Output<J>>[];
  close(): Promise<void>;
}

/** Work for several threads, which count up together to the next input that none has taken. */
export interface Work {
  job: keyof Jobs;
  inputs: readonly unknown[];
  next: Int32Array;
}

/** What a thread says of each input that it took. */
export interface Made {
  place: number;
  output: unknown;
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
  /** Has some inputs worked on, and tells of each as it is made. Nothing of them or of what was made is held on to. */
  const together = (work: Work, told: (made: Made) => void): Promise<void> => {
    const done = untilAll(workers, work.inputs.length, told);
    for (const worker of workers) worker.postMessage(work);
    return Promise.race([done, failure]);
  };
  let before: Promise<void> = Promise.resolve();
  return {
    each(job, inputs) {
      const waiting = new Map<number, Promised<unknown>>();
      const outputs = inputs.map((_, place) => {
        const one = promised<unknown>();
        waiting.set(place, one);
        return one.promise;
      });
      for (let from = 0; from < inputs.length; from += MOST_AT_ONCE) {
        const some = inputs.slice(from, from + MOST_AT_ONCE);
        before = before.then(() =>
          together({ job, inputs: some, next: new Int32Array(new SharedArrayBuffer(4)) }, ({ place, output }) => {
            waiting.get(from + place)!.resolve(output);
            waiting.delete(from + place);
          }),
        );
      }
      before.catch((error) => {
        for (const { reject } of waiting.values()) reject(error);
      });
      return outputs as never;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** Until so many messages have come from threads, each of which is passed on. */
const untilAll = (workers: readonly Worker[], count: number, told: (made: Made) => void): Promise<void> =>
  new Promise((resolve) => {
    let left = count;
    const hear = (made: Made): void => {
      told(made);
      if (--left > 0) return;
      for (const worker of workers) worker.off("message", hear);
      resolve();
    };
    for (const worker of workers) worker.on("message", hear);
  });

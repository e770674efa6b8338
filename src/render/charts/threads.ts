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

/** Those who draw so many charts: threads, or this thread itself for a few. */
export const drawersFor = (charts: number): Promise<Drawers> | Drawers => (charts > FEW ? threads() : inThisThread());

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
const entry = import.meta.url.endsWith(".ts") ? "./thread.mjs" : "./thread.js";
const startThread = (): Worker => new Worker(new URL(entry, import.meta.url));

interface Task {
  job: keyof Jobs;
  input: unknown;
  resolve: (output: unknown) => void;
  reject: (error: unknown) => void;
}

export function threads(count = Math.min(availableParallelism(), MOST_THREADS)): Drawers {
  const waiting: Task[] = [];
  const idle: Worker[] = [];
  const current = new Map<Worker, Task>();
  const workers = Array.from({ length: count }, startThread);
  let failure: { error: unknown } | undefined;

  const feed = (worker: Worker): void => {
    const task = waiting.shift();
    if (task === undefined) {
      idle.push(worker);
      return;
    }
    current.set(worker, task);
    worker.postMessage({ job: task.job, input: task.input });
  };
  for (const worker of workers) {
    worker.on("message", (output: unknown) => {
      current.get(worker)?.resolve(output);
      feed(worker);
    });
    worker.on("error", (error) => {
      failure = { error };
      for (const task of [...current.values(), ...waiting]) task.reject(error);
    });
    feed(worker);
  }
  return {
    each(job, inputs) {
      if (failure !== undefined) return Promise.reject(failure.error);
      const done = inputs.map(
        (input) => new Promise((resolve, reject) => waiting.push({ job, input, resolve, reject })),
      );
      for (const worker of idle.splice(0)) feed(worker);
      return Promise.all(done) as never;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

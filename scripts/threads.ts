import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** Answers of jobs done by as many threads as there are processors: where one goes depends on the job, not on who did it. */
export async function inThreads<Job, Answer>(thread: URL, jobs: readonly Job[]): Promise<Answer[]> {
  const done: Answer[] = [];
  let next = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(thread);
      let job = -1;
      const feed = (): void => {
        job = next++;
        if (job < jobs.length) worker.postMessage(jobs[job]);
        else worker.terminate().then(() => resolve(), reject);
      };
      worker.on("error", reject);
      worker.on("message", (answer: Answer) => {
        done[job] = answer;
        feed();
      });
      feed();
    });
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, work));
  return done;
}

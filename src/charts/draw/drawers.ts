import { unwatched } from "./promised.ts";
import { type Drawers, threads, threadsBeside } from "./threads.ts";

/** More than this many drawings are worth the start of threads. */
const FEW = 24;

export const isFew = (drawings: number): boolean => drawings <= FEW;

/** Drawers who start to get ready before there is anything to draw. */
export interface Called extends Drawers {
  start(): void;
}

/**
 * Draws few inputs in this thread, and starts threads for more, once for all jobs. Where many drawings are sure to come,
 * threads that are started early have their programs by then.
 */
export function drawersFor(isBusy = false): Called {
  let many: Drawers | undefined;
  const start = (): Drawers => {
    many ??= threads(threadsBeside(isBusy));
    return many;
  };
  const here = inThisThread();
  return {
    start,
    each: (job, inputs) => (many ?? (isFew(inputs.length) ? here : start())).each(job, inputs),
    close: async () => many?.close(),
  };
}

/** One after the other. */
export function inThisThread(): Drawers {
  return {
    each(job, inputs) {
      let before: Promise<unknown> = Promise.resolve();
      return inputs.map((input) => {
        const made = before.then(async () => (await import("./jobs.ts")).jobs[job](input as never));
        before = made;
        return unwatched(made);
      }) as never;
    },
    close: async () => {},
  };
}

import type { Input, Jobs, Output } from "./jobs.ts";
import { type Drawers, inThisThread, isFew, threads, threadsBeside } from "./threads.ts";

/** What was made before, from one build to the next. Whoever starts a build knows where it is kept. */
export interface Kept {
  /** The place of what a job makes of an input. */
  slot(job: string, input: unknown): Slot;
}

interface Slot {
  /** What was made of the same input by the same program; undefined where it is not there, or not whole. */
  readonly found: unknown;
  keep(output: unknown): void;
}

/** Draws what was not drawn before, and starts threads for as much alone, once for all jobs. */
export function reusing(kept: Kept, isBusy = false): Drawers {
  let many: Drawers | undefined;
  return {
    async each<J extends keyof Jobs>(job: J, inputs: readonly Input<J>[]) {
      const slots = inputs.map((input) => kept.slot(job, input));
      const outputs = slots.map(({ found }) => found as Output<J> | undefined);
      const missing = [...inputs.keys()].filter((i) => outputs[i] === undefined);
      if (missing.length > 0) {
        if (!isFew(missing.length)) many ??= threads(threadsBeside(isBusy));
        const drawers = many ?? (await inThisThread());
        const made = await drawers.each(
          job,
          missing.map((i) => inputs[i]!),
        );
        for (const [k, i] of missing.entries()) {
          outputs[i] = made[k]!;
          slots[i]!.keep(made[k]);
        }
      }
      return outputs as Output<J>[];
    },
    async close() {
      await many?.close();
    },
  };
}

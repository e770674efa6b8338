import { unwatched } from "./promised.ts";
import type { Drawers } from "./threads.ts";

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

/** Has drawn what was not drawn before. */
export const reusing = (kept: Kept, drawers: Drawers): Drawers => ({
  each(job, inputs) {
    const slots = inputs.map((input) => kept.slot(job, input));
    const founds = slots.map(({ found }) => found);
    const missing = [...inputs.keys()].filter((i) => founds[i] === undefined);
    const made = drawers.each(
      job,
      missing.map((i) => inputs[i]!),
    );
    const outputs = founds.map((found) => Promise.resolve(found));
    for (const [k, i] of missing.entries())
      outputs[i] = unwatched(
        made[k]!.then((output) => {
          slots[i]!.keep(output);
          return output;
        }),
      );
    return outputs as never;
  },
  close: () => drawers.close(),
});

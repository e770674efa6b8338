import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** So many pictures may wait for their memory to be given back. */
const MOST_WAITING = 16;
let waiting = 0;

setFlagsFromString("--expose-gc");
const collect: (what: { type: "minor" }) => void = runInNewContext("gc");

/**
 * Gives back what pictures hold outside of JavaScript's own memory, which the engine neither sees nor counts: without
 * being asked it would keep those of thousands of pictures until the end.
 */
export async function release(): Promise<void> {
  if (++waiting < MOST_WAITING) return;
  waiting = 0;
  collect({ type: "minor" });
  await setImmediate();
}

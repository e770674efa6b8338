// Child process: every measure of ordered strata with its intervals, beside the Wilson intervals alone of the same
// groups. argv: folder of the compiled package, number of strata, rounds.
import { join } from "node:path";
import { median } from "./median.ts";
import { strataInputs } from "./strata.ts";

const [folder, count, rounds] = process.argv.slice(2);
const library = (await import(join(folder!, "index.js"))) as typeof import("../../src/index.ts");
const { isMissing, makeStratum, measures, proportion } = library;
const COUNT = Number(count);
const inputs = strataInputs(Math.min(COUNT, 10_000));
const ordered = measures.filter(({ orders }) => orders.includes("ordered"));
const z = inputs[0]!.z;
let kept = 0;

function all(): void {
  for (let i = 0; i < COUNT; i++) {
    const stratum = makeStratum(inputs[i % inputs.length]!);
    if (isMissing(stratum)) throw new Error(stratum.reason);
    for (const measure of ordered) {
      const computed = measure.compute(stratum);
      if (!isMissing(computed)) kept += computed.oriented.value;
    }
  }
}

function wilson(): void {
  for (let i = 0; i < COUNT; i++)
    for (const { estimate } of inputs[i % inputs.length]!.groups)
      if (!isMissing(estimate)) kept += proportion(estimate.numerator!, estimate.denominator!, 100, z).upper!;
}

/** Microseconds a stratum by the clock, and of the processor, which a busy machine does not lengthen as much. */
function timed(act: () => void): { clock: number; processor: number } {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  act();
  const { user, system } = process.cpuUsage(used);
  return { clock: ((performance.now() - begun) * 1000) / COUNT, processor: (user + system) / COUNT };
}

timed(all);
timed(wilson);
const measured = Array.from({ length: Number(rounds) }, () => ({ all: timed(all), wilson: timed(wilson) }));
console.log(
  JSON.stringify({
    measures: ordered.length,
    microseconds: median(measured.map((round) => round.all.clock)),
    processor: median(measured.map((round) => round.all.processor)),
    ratio: median(measured.map((round) => round.all.processor / round.wilson.processor)),
    finite: Number.isFinite(kept),
  }),
);

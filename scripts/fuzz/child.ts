import { rmSync } from "node:fs";
import { join } from "node:path";
import { build, check } from "../../src/run/build.ts";
import { inputs, spoiled } from "./inputs.ts";
import { outcomeOf } from "./outcome.ts";

/** Tries inputs from one on, and tells what came of each: [project, folder, count, seed, from]. */
const [project, folder, count, seed, from] = process.argv.slice(2) as [string, string, string, string, string];

const all = inputs(project, Number(count), Number(seed));
for (let i = Number(from); i < all.length; i++) {
  const broken = join(folder, "project");
  spoiled(project, all[i]!, broken);
  process.send!({ i, begins: true });
  const options = { project: broken, out: join(folder, "out") };
  let outcome = await outcomeOf(() => check(options, () => {}));
  // What passes the check is drawn too.
  if (outcome.is === "ok") {
    rmSync(options.out, { recursive: true, force: true });
    outcome = await outcomeOf(() => build(options, () => {}));
  }
  process.send!({ i, outcome, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) });
}
process.disconnect();

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "../../src/run/build.ts";
import { check } from "../../src/run/check.ts";
import { seeded, spoiled, type Trial } from "./inputs.ts";
import { outcomeOf } from "./outcome.ts";

/** Tries inputs from one on, and tells what came of each: [trial, folder, from]. */
const [told, folder, from] = process.argv.slice(2) as [string, string, string];
const trial = JSON.parse(told) as Trial;

const all = seeded(trial);
let built = 0;
for (let i = Number(from); i < all.length; i++) {
  const { project, input } = all[i]!;
  const broken = join(folder, "project");
  spoiled(project, input, broken);
  process.send!({ i, begins: true });
  forgetPeak();
  const [start, spent] = [performance.now(), process.cpuUsage()];
  const options = { project: broken, out: join(folder, "out") };
  let outcome = await outcomeOf(() => check(options, () => {}));
  // What passes the check is drawn too.
  if (outcome.is === "ok" && built < trial.builds) {
    built++;
    rmSync(options.out, { recursive: true, force: true });
    outcome = await outcomeOf(() => build(options, () => {}));
    if (outcome.is === "ok") outcome = { is: "built" };
  }
  const { user, system } = process.cpuUsage(spent);
  const waited = (performance.now() - start) / 1000;
  process.send!({ i, outcome, seconds: (user + system) / 1e6, waited, megabytes: peak() });
}
process.disconnect();

/** Lets the peak be that of the next input alone, where the operating system can. */
function forgetPeak(): void {
  try {
    writeFileSync("/proc/self/clear_refs", "5");
  } catch {}
}

/** The most memory since, in megabytes; of the whole process where that is all there is. */
function peak(): number {
  try {
    const kilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return Math.round(process.resourceUsage().maxRSS / 1024);
  }
}

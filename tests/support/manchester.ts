import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Publishable } from "../../src/results/results.ts";
import { copyProject, root, run } from "./command.ts";
import { once } from "./once.ts";
import { packed } from "./packed.ts";

/** A place, time zone and language for the build; none of it may show. */
const environment = { TZ: "Pacific/Kiritimati", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" };

/** Folder of the output of Manchester's project, built once a run by the command line. */
export async function builtManchester(): Promise<string> {
  const folder = await once("manchester", async (to) => {
    mkdirSync(to, { recursive: true });
    copyProject(to);
    const { code, out, err } = await run(["build", "--quiet"], { environment, cwd: to });
    if (code !== 0 || out !== "" || err !== "") throw new Error(`the build ended with ${code}: ${out}${err}`);
  });
  return join(folder, "outputs/2026");
}

/** What a check of Manchester's project computes, computed once a run. */
export async function checkedManchester(): Promise<Publishable> {
  const folder = await once("checked-manchester", async (to) => {
    mkdirSync(to, { recursive: true });
    const { check } = await packed("run/check.js");
    writeFileSync(join(to, "results"), serialize((await check({ project: root }, () => {})).results));
  });
  return deserialize(readFileSync(join(folder, "results"))) as Publishable;
}

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { copyProject, run } from "./command.ts";
import { once } from "./once.ts";

/** The place, time zone and language of the build that test files share; none of it may show. */
export const sharedEnvironment = { TZ: "Pacific/Kiritimati", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" };

/** Folder of the output of Manchester's project, built once a run by the command line. */
export async function builtManchester(): Promise<string> {
  const folder = await once("manchester", (to) => buildCopy(to, sharedEnvironment));
  return join(folder, "outputs/2026");
}

/** Copies the project and builds it there. */
export async function buildCopy(folder: string, environment: Record<string, string>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  copyProject(folder);
  const { code, out, err } = await run(["build", "--quiet"], { environment, cwd: folder });
  if (code !== 0 || out !== "" || err !== "") throw new Error(`the build ended with ${code}: ${out}${err}`);
}

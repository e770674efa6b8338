import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./command.ts";
import { once } from "./once.ts";

/** The made-up project whose every figure an oracle works out. */
export const sampletonProject = join(root, "tests/golden/sampleton");

/** Folder of Sampleton's output, built once a run, and what the build said of its steps. */
export async function builtSampleton(): Promise<{ output: string; said: string }> {
  const folder = await once("sampleton", async (to) => {
    mkdirSync(to, { recursive: true });
    const { code, out, err } = await run([
      "build",
      "--project",
      sampletonProject,
      "--pictures",
      "--out",
      join(to, "out"),
    ]);
    if (code !== 0) throw new Error(`the build ended with ${code}: ${err}`);
    writeFileSync(join(to, "said.txt"), out);
  });
  return { output: join(folder, "out"), said: readFileSync(join(folder, "said.txt"), "utf8") };
}

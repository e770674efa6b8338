import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Folder of this run, below node_modules so that what is compiled there finds its packages. */
    runFolder: string;
  }
}

const runs = fileURLToPath(new URL("../../node_modules/.cache/tempcheck-tests/", import.meta.url));

/** Gives every run a folder for what its test files share, and removes it, and those of runs that were killed. */
export default function setUp(project: TestProject): () => void {
  mkdirSync(runs, { recursive: true });
  for (const pid of readdirSync(runs)) if (!isRunning(Number(pid))) rmSync(runs + pid, { recursive: true });
  const folder = `${runs}${process.pid}`;
  mkdirSync(folder);
  project.provide("runFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

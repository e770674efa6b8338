import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A page that is followed by hand: files that it has saved, and commands with what they print. */

interface Saved {
  kind: "file";
  path: string;
  text: string;
  line: number;
}

interface Typed {
  kind: "command";
  command: string;
  /** What it prints, a line each; ELIDED stands for any number of lines. */
  shown: string[];
  line: number;
}

export type Step = Saved | Typed;

export const ELIDED = "...";

/** Every fence of a page, with what stands behind the three marks. */
export const fencesOf = (text: string): { info: string; body: string; line: number }[] =>
  [...text.matchAll(/^```([^\n]+)\n([\s\S]*?)^```$/gm)].map(({ 1: info = "", 2: body = "", index }) => ({
    info,
    body,
    line: text.slice(0, index).split("\n").length,
  }));

/** The steps of a page: fences that name a file, and those that are of a console. */
export function stepsOf(text: string): Step[] {
  return fencesOf(text).flatMap(({ info, body, line }): Step[] => {
    const [, path] = / file=(\S+)$/.exec(info) ?? [];
    if (path !== undefined) return [{ kind: "file", path, text: body, line }];
    if (info !== "console") return [];
    const steps: Typed[] = [];
    for (const [i, shown] of body.trimEnd().split("\n").entries())
      if (shown.startsWith("$ "))
        steps.push({ kind: "command", command: shown.slice(2), shown: [], line: line + 1 + i });
      else if (steps.length === 0) throw new Error(`line ${line + 1 + i}: output before any command`);
      else steps.at(-1)!.shown.push(shown);
    return steps;
  });
}

/** The first line that is shown and not printed in its place; null where all are. */
export function missingFrom(printed: readonly string[], shown: readonly string[]): string | null {
  let at = 0;
  let free = false;
  for (const line of shown) {
    if (line === ELIDED) {
      free = true;
      continue;
    }
    const found = free ? printed.indexOf(line, at) : printed[at] === line ? at : -1;
    if (found < 0) return line;
    at = found + 1;
    free = false;
  }
  return free || printed.slice(at).every((line) => line === "") ? null : `nothing more than "${printed[at - 1] ?? ""}"`;
}

export interface Followed {
  step: Step;
  seconds: number;
  printed: string;
  code: number;
  missing: string | null;
}

/** Follows the steps in a folder, as somebody at a terminal there, up to the first that goes otherwise. */
export async function follow(steps: readonly Step[], folder: string, environment: NodeJS.ProcessEnv = {}) {
  let here = folder;
  const followed: Followed[] = [];
  for (const step of steps) {
    const began = performance.now();
    const done = step.kind === "file" ? save(step, here) : await type(step, here, environment);
    if (step.kind === "command" && step.command.startsWith("cd ")) here = join(here, step.command.slice(3));
    followed.push({ step, seconds: (performance.now() - began) / 1000, ...done });
    if (done.missing !== null) break;
  }
  return followed;
}

function save({ path, text }: Saved, folder: string): Omit<Followed, "step" | "seconds"> {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return { printed: "", code: 0, missing: null };
}

function type(
  { command, shown }: Typed,
  cwd: string,
  environment: NodeJS.ProcessEnv,
): Promise<Omit<Followed, "step" | "seconds">> {
  const env = { ...process.env, NO_COLOR: "1", COLUMNS: "400", ...environment };
  return new Promise((resolve) => {
    const child = execFile("bash", ["-c", `{ ${command}\n} 2>&1`], { cwd, env, maxBuffer: 2 ** 26 }, (error, out) => {
      const code = error === null ? 0 : Number(error.code ?? 1);
      const refuses = shown.some((line) => /^\d+ faults?\./.test(line));
      const asShown = missingFrom(out.replace(/\n$/, "").split("\n"), shown);
      resolve({ printed: out, code, missing: (code !== 0) === refuses ? asShown : `exit code ${refuses ? 1 : 0}` });
    });
    child.stdin?.end();
  });
}

/** What went otherwise, for people. */
export const told = (page: string, { step, missing, printed }: Followed): string =>
  `${page}:${step.line}: ${step.kind === "command" ? step.command : step.path}\n  not found: ${missing}\n${printed}`;

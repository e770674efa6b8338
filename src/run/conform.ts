import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError, UserError } from "../error.ts";
import { checked, keyOf } from "../partner/faults.ts";
import { parseJson } from "../partner/json.ts";
import {
  type Heard,
  questionOf,
  type Scored,
  type SectionScore,
  scored,
  sectionScores,
  type Vector,
  vectorFileSchema,
} from "../partner/score-answers.ts";

export interface ConformOptions {
  /** Folder of the vectors; else those of the package. */
  vectors?: string | undefined;
  /** Ids of the sections to score; else all. */
  sections?: readonly string[] | undefined;
  /** A process for every question, in place of one that reads them line by line. */
  each?: boolean | undefined;
  /** Seconds that a question may take. */
  timeout: number;
}

/** How a program did. */
export interface Conformance {
  checks: Scored[];
  sections: SectionScore[];
}

const ownVectors = fileURLToPath(new URL("../../conformance/vectors", import.meta.url));

/** Longer answers than this are not read. */
const MOST_BYTES = 64 * 1024 * 1024;
/** What is kept of what a program says on its standard error. */
const KEPT = 2000;

/** Puts every question to a program and scores its answers, one question at a time. */
export async function conform(
  command: string,
  options: ConformOptions,
  told: (vector: Vector, place: number, of: number) => void = () => {},
): Promise<Conformance> {
  const vectors = chosen(readVectors(options.vectors ?? ownVectors), options.sections);
  const checks: Scored[] = [];
  let running: Program | null = null;
  try {
    for (const [place, vector] of vectors.entries()) {
      told(vector, place, vectors.length);
      running ??= new Program(command, options.timeout);
      const heard = options.each ? await running.whole(questionOf(vector)) : await running.line(questionOf(vector));
      const found = scored(vector, heard);
      checks.push(...found);
      // After anything but a reply to the question its next line may be an answer to this one: a new process is asked.
      const isInStep = heard.kind === "said" && !found.some(({ why }) => why !== null && lost.includes(why.kind));
      if (options.each || !isInStep) {
        running.kill();
        running = null;
      }
    }
    await running?.end();
  } finally {
    // Whatever goes wrong here, nothing that was started stays on.
    running?.kill();
  }
  return { checks, sections: sectionScores(checks) };
}

const lost: readonly string[] = ["no-json", "no-reply", "other-question"];

/** The vectors of a folder, in the order of its files. */
function readVectors(folder: string): Vector[] {
  const names = filesOf(folder);
  const vectors = names.flatMap((name) => {
    const file = join(folder, name);
    const raw = parseJson(readFileSync(file, "utf8"), file);
    return checked(vectorFileSchema, raw, (path) => ({ file, key: keyOf(path) })).vectors;
  });
  const seen = new Set<string>();
  for (const { id } of vectors) {
    if (seen.has(id))
      throw new UserError({
        where: { file: folder },
        must: "vectors of different ids",
        found: `${id} twice`,
        fix: "rename one of them",
      });
    seen.add(id);
  }
  return vectors;
}

function filesOf(folder: string): string[] {
  const told = (found: string): UserError =>
    new UserError({
      where: { file: folder },
      must: "a folder with vectors, as JSON files",
      found,
      fix: "name the folder with --vectors",
    });
  try {
    const names = readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort();
    if (names.length > 0) return names;
  } catch (error) {
    throw told((error as NodeJS.ErrnoException).code ?? String(error));
  }
  throw told("none");
}

/** Vectors with the checks of some sections alone. */
function chosen(vectors: readonly Vector[], sections: readonly string[] | undefined): Vector[] {
  if (sections === undefined) return [...vectors];
  const known = new Set(vectors.flatMap(({ checks }) => checks.map(({ section }) => section)));
  const unknown = sections.find((section) => !known.has(section));
  if (unknown !== undefined) throw new UsageError(`no section ${unknown}; there are ${[...known].join(", ")}`);
  return vectors
    .map((vector) => ({ ...vector, checks: vector.checks.filter(({ section }) => sections.includes(section)) }))
    .filter(({ checks }) => checks.length > 0);
}

/** A program that is asked on its standard input and answers on its standard output. */
class Program {
  readonly #child: ChildProcess;
  readonly #timeout: number;
  #out = "";
  #said = "";
  #ended: string | null = null;
  #wake: () => void = () => {};

  constructor(command: string, timeout: number) {
    this.#timeout = timeout;
    // A group of its own, so that what a shell starts ends with it.
    this.#child = spawn(command, { shell: true, detached: process.platform !== "win32", stdio: "pipe" });
    this.#child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      this.#out += text;
      this.#wake();
    });
    this.#child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      this.#said = (this.#said + text).slice(-KEPT);
    });
    const ended = (how: string) => () => {
      this.#ended ??= how;
      this.#wake();
    };
    this.#child.on("error", (error) => void ended(error.message)());
    this.#child.on("close", (code, signal) => void ended(String(code ?? signal))());
    // A program may end before it has read what it is sent; what it answered counts.
    this.#child.stdin!.on("error", () => {});
  }

  /** The next line that it prints after a question; empty ones are passed over. */
  async line(question: string): Promise<Heard> {
    this.#child.stdin!.write(`${question}\n`);
    return this.#until(() => {
      this.#out = this.#out.replace(/^\s+/, "");
      const end = this.#out.indexOf("\n");
      if (end < 0) return this.#ended === null || this.#out === "" ? null : this.#out;
      const line = this.#out.slice(0, end);
      this.#out = this.#out.slice(end + 1);
      return line.trimEnd();
    });
  }

  /** All that it prints to one question. */
  async whole(question: string): Promise<Heard> {
    this.#child.stdin!.end(`${question}\n`);
    const heard = await this.#until(() => (this.#ended === "0" && this.#out.trim() !== "" ? this.#out : null));
    return heard;
  }

  async #until(answer: () => string | null): Promise<Heard> {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.#wake();
    }, 1000 * this.#timeout);
    try {
      for (;;) {
        const text = answer();
        if (text !== null) return { kind: "said", text };
        if (this.#ended !== null) return { kind: "ended", code: this.#ended, said: lastLine(this.#said) };
        if (this.#out.length > MOST_BYTES) return { kind: "long", megabytes: MOST_BYTES / 1024 / 1024 };
        if (late) return { kind: "late", seconds: this.#timeout };
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /** Nothing more is asked; what has not ended within the time of a question is ended. */
  async end(): Promise<void> {
    this.#child.stdin!.end();
    await this.#until(() => null);
    this.kill();
  }

  kill(): void {
    this.#child.stdin!.destroy();
    if (this.#ended !== null || this.#child.pid === undefined) return;
    try {
      if (process.platform === "win32") this.#child.kill("SIGKILL");
      else process.kill(-this.#child.pid, "SIGKILL");
    } catch {
      // It has ended by itself in the meantime.
    }
  }
}

const lastLine = (text: string): string => text.trim().split("\n").at(-1) ?? "";

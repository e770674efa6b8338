import { createHash, randomUUID } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import type { Kept } from "../charts/draw/reusing.ts";
import { isRunning } from "./output.ts";
import { put, readWhole, tryTo, writeWhole } from "./whole-files.ts";

/** Builds whose drawings are kept; what none of the last ones used goes. */
const BUILDS_KEPT = 6;

const ENTRY = /^[0-9a-f]{64}$/;
const USED = /^(\d{1,12})\.[0-9a-f]{8}\.used$/;
const PENDING = /^(\d+)\.[0-9a-f]{8}\.pending$/;

/** What one build takes from those before it, and leaves to the next. */
export interface Keeping extends Kept {
  /** Whether there is nothing that this build could take. */
  readonly isEmpty: boolean;
  /** Notes what this build used, and removes what none of the last builds did. */
  close(): void;
  /** Ends a build that failed: what it kept stays until the next good one. */
  abandon(): void;
  /** How many were there, and how many were made anew. */
  readonly reused: number;
  readonly made: number;
}

/**
 * Opens what is kept in a folder, by sha256 of job, input and code. An entry that is cut short or was changed is as good
 * as none. Builds may write side by side: each entry comes whole, by a rename, and two of one name are the same. What
 * cannot be kept is drawn again next time, and is no fault. `fresh` uses nothing of what is there.
 */
export function openKept(folder: string, code: string, { fresh }: { fresh: boolean }): Keeping {
  const used = new Set<string>();
  const counts = { reused: 0, made: 0 };
  const isUsable = canKeep(folder);
  // While it stands there, no other build takes away what this one has not listed yet.
  const marker = `${process.pid}.${randomUUID().slice(0, 8)}.pending`;
  if (isUsable) tryTo(() => writeFileSync(join(folder, marker), "", { flag: "wx" }));
  open.add(marker);
  const abandon = (): void => {
    open.delete(marker);
    if (isUsable) tryTo(() => rmSync(join(folder, marker), { force: true }));
  };
  return {
    isEmpty: fresh || !isUsable || !readdirSync(folder).some((name) => ENTRY.test(name)),
    slot(job, input) {
      const name = createHash("sha256").update(code).update(job).update("\n").update(serialize(input)).digest("hex");
      const found = fresh || !isUsable ? undefined : readWhole(join(folder, name));
      used.add(name);
      counts[found === undefined ? "made" : "reused"] += 1;
      return {
        found,
        keep: (output) => {
          if (isUsable) writeWhole(folder, name, output);
        },
      };
    },
    close: () => {
      abandon();
      if (isUsable) tryTo(() => trim(folder, used));
    },
    abandon,
    get reused() {
      return counts.reused;
    },
    get made() {
      return counts.made;
    },
  };
}

/** Markers of builds of this process. */
const open = new Set<string>();

function canKeep(folder: string): boolean {
  tryTo(() => mkdirSync(folder));
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Each build leaves a list of what it used, numbered by their order; entries on none of the last lists go, unless another build is at work. */
function trim(folder: string, used: ReadonlySet<string>): void {
  const lists = (): { name: string; number: number }[] =>
    readdirSync(folder)
      .flatMap((name) => {
        const number = USED.exec(name)?.[1];
        return number === undefined ? [] : [{ name, number: Number(number) }];
      })
      .sort((a, b) => b.number - a.number || (a.name < b.name ? -1 : 1));
  const last = lists()[0]?.number ?? 0;
  put(folder, `${last + 1}.${randomUUID().slice(0, 8)}.used`, [...used].map((name) => `${name}\n`).join(""));
  const all = lists();
  for (const { name } of all.slice(BUILDS_KEPT)) rmSync(join(folder, name), { force: true });
  const listed = new Set(
    all.slice(0, BUILDS_KEPT).flatMap(({ name }) => readFileSync(join(folder, name), "utf8").split("\n")),
  );
  const names = readdirSync(folder);
  const pending = names.flatMap((name) => {
    const writer = PENDING.exec(name)?.[1];
    return writer === undefined
      ? []
      : [{ name, lives: Number(writer) === process.pid ? open.has(name) : isRunning(Number(writer)) }];
  });
  const isAlone = pending.every(({ lives }) => !lives);
  const gone = [
    ...pending.filter(({ lives }) => !lives).map(({ name }) => name),
    ...(isAlone ? names.filter((name) => ENTRY.test(name) && !listed.has(name)) : []),
  ];
  for (const name of gone) rmSync(join(folder, name), { force: true });
}

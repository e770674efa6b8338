import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Beginning } from "../fetch/part.ts";
import { inFile } from "./file-part.ts";
import { sha256 } from "./hashes.ts";
import { isRunning } from "./output.ts";
import { swapText } from "./swap.ts";
import { BUILDS, tryTo } from "./whole-files.ts";

/** What bytes that stay are of. */
const about = z.strictObject({ address: z.string(), mark: z.string() });

/** Where the bytes of one file come in. */
export interface BegunFile {
  folder: string;
  beginning(address: string): Beginning;
}

export interface BegunFiles {
  of(file: string, extension: string): BegunFile;
  /** Leaves for the next run what can be added to, and takes the rest away. */
  release(): void;
}

/**
 * Downloads as they come in, each in a folder below `.builds` beside the outputs, which is one run's own by its name. What
 * was cut or killed stays there; the next run takes it over with one rename, so that no two add to the same bytes.
 */
export function begunFiles(outputs: string): BegunFiles {
  const home = join(outputs, BUILDS, "fetched");
  const taken: { free: string; own: string }[] = [];
  let made: string | undefined;
  return {
    of(file, extension) {
      made ??= mkdirSync(home, { recursive: true });
      const free = join(home, sha256(file).slice(0, 16));
      const own = `${free}.${process.pid}.${randomUUID().slice(0, 8)}`;
      takeOver(home, free, own);
      taken.push({ free, own });
      return { folder: own, beginning: (address) => beginningIn(own, extension, address) };
    },
    release() {
      for (const { free, own } of taken.splice(0)) {
        if (existsSync(aboutIn(own))) tryTo(() => renameSync(own, free));
        rmSync(own, { recursive: true, force: true });
      }
      for (let folder = home; folder === home || folder.length >= (made ?? home).length; folder = dirname(folder))
        tryTo(() => rmdirSync(folder));
    },
  };
}

const aboutIn = (folder: string): string => join(folder, "about.json");

/** Makes the folder of this run, from what an earlier one left where there is such. */
function takeOver(home: string, free: string, own: string): void {
  const left = readdirSync(home)
    .map((name) => join(home, name))
    .filter((path) => path === free || (path.startsWith(`${free}.`) && !isRunning(Number(path.split(".").at(-2)))));
  for (const path of left) {
    if (!existsSync(own)) tryTo(() => renameSync(path, own));
    rmSync(path, { recursive: true, force: true });
  }
  mkdirSync(own, { recursive: true });
}

function beginningIn(folder: string, extension: string, address: string): Beginning {
  const path = aboutIn(folder);
  const left = readAbout(path);
  const isSame = left?.address === address;
  const note = (mark: string | null): void =>
    mark === null ? rmSync(path, { force: true }) : swapText(path, JSON.stringify({ address, mark }));
  if (!isSame) note(null);
  return { part: inFile(join(folder, `bytes${extension}`), isSame), mark: isSame ? left.mark : null, note };
}

function readAbout(path: string): z.infer<typeof about> | null {
  try {
    return about.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    // None was left, or a kill has cut it.
    return null;
  }
}

import { type FSWatcher, readdirSync, watch } from "node:fs";
import { dirname, join } from "node:path";
import { fingerprintOf } from "./fingerprint.ts";

/** How long it stays quiet after the last change before it is told: editors save in several steps. */
const QUIET_MS = 80;
const LOOK_MS = 1000;

export interface Watched {
  close(): void;
}

/**
 * Tells of changes to what a project may be made from. Each folder is watched by itself, because watching whole trees
 * misses what is renamed into place on some systems, and would take in the outputs beside. Dates alone are no change.
 */
export function watched(root: string, changed: () => void): Watched {
  const watchers = new Map<string, FSWatcher>();
  let last = "";
  let timer: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;

  const look = (): void => {
    const { hash, folders } = seen(root);
    for (const folder of folders) if (!watchers.has(folder)) open(folder);
    for (const [folder, watcher] of watchers)
      if (!folders.has(folder)) {
        watcher.close();
        watchers.delete(folder);
      }
    if (hash === last) return;
    last = hash;
    changed();
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, QUIET_MS);
  };
  const open = (folder: string): void => {
    try {
      const watcher = watch(folder, later);
      // A folder that is taken away ends its own watcher; the one above tells of it.
      watcher.on("error", later);
      watchers.set(folder, watcher);
    } catch (error) {
      // One that is gone is told of by the one above; where the system watches no more, it is looked at again and again.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") looking ??= setInterval(look, LOOK_MS);
    }
  };
  look();
  return {
    close: () => {
      clearTimeout(timer);
      clearInterval(looking);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

/** What a project is made of now, and the folders where that can change. */
function seen(root: string): { hash: string; folders: Set<string> } {
  try {
    const { hash, files, folders } = fingerprintOf(root);
    const holding = [...files.keys()].map((file) => dirname(join(root, file)));
    return { hash, folders: new Set([root, ...holding, ...folders.map((folder) => join(root, folder))]) };
  } catch {
    // A file that goes while it is read: its folder tells once more.
    return { hash: "", folders: new Set([root, ...readdirSync(root).map((name) => join(root, name))]) };
  }
}

import { createHash } from "node:crypto";
import { isDevice, slugOf } from "../results/folders.ts";

interface Named {
  label: string;
  dimension: string;
  group: string;
}

/** Longest name of a page: charts and tables add to it, and a file's name has at most 255 bytes. */
const MOST_LETTERS = 80;

/** A name of its own for the page of each area: its label, with dimension and code where that is not enough, cut short with a hash where it is too long. */
export function pageNames(areas: readonly Named[]): string[] {
  const plain = areas.map(({ label }) => slugOf(label));
  const times = counted(plain);
  const full = areas.map(({ dimension, group }, i) => {
    const own = plain[i]!;
    const isAlone = own !== "" && times.get(own) === 1 && !isDevice(own);
    return isAlone ? own : [own, dimension, slugOf(group)].filter(Boolean).join("--");
  });
  const again = counted(full);
  return areas.map(({ dimension, group }, i) => {
    const own = full[i]!;
    if (own.length <= MOST_LETTERS && again.get(own) === 1) return own;
    const hash = createHash("sha256")
      .update(JSON.stringify([dimension, group]))
      .digest("hex")
      .slice(0, 12);
    return `${own.slice(0, MOST_LETTERS - hash.length - 2).replace(/-+$/, "")}--${hash}`;
  });
}

function counted(names: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

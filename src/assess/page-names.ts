import { createHash } from "node:crypto";

interface Named {
  label: string;
  dimension: string;
  group: string;
}

/** Longest name of a page: charts and tables add to it, and a file's name has at most 255 bytes. */
const MOST_LETTERS = 80;
/** Names that Windows keeps for devices. */
const KEPT = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A name of its own for the page of each area: its label, with dimension and code where that is not enough, cut short with a hash where it is too long. */
export function pageNames(areas: readonly Named[]): string[] {
  const plain = areas.map(({ label }) => slugOf(label));
  const times = counted(plain);
  const full = areas.map(({ dimension, group }, i) => {
    const own = plain[i]!;
    const isAlone = own !== "" && times.get(own) === 1 && !KEPT.test(own);
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

/** Letters that are no plain letter with a mark. */
const plainly: Record<string, string> = { æ: "ae", đ: "d", ł: "l", ø: "o", œ: "oe", ß: "ss", þ: "th" };

/** A name as it stands in an address: plain letters and digits joined by hyphens. */
const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{Mark}'’]/gu, "")
    .replace(/[æđłøœßþ]/g, (letter) => plainly[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

import type { GroupAgainstOthers } from "../model.ts";
import { benjaminiHochberg } from "../stats/benjamini-hochberg.ts";
import { isClear } from "./clear.ts";

/** A group against others, with what is decided of it. */
interface JudgedGroup extends GroupAgainstOthers {
  adjustedP: number | null;
  clear: boolean | null;
}

/** The groups of one period, each against others: which of them clearly stand apart. Null unless all could be tested. */
export function judgeGroups(groups: readonly GroupAgainstOthers[]): JudgedGroup[] {
  const known = groups.flatMap(({ p }) => (p === null ? [] : [p]));
  const adjusted = known.length === groups.length ? benjaminiHochberg(known) : null;
  return groups.map((group, i) => {
    const adjustedP = adjusted?.[i] ?? null;
    return { ...group, adjustedP, clear: isClear(adjustedP) };
  });
}

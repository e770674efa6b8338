import { type GroupAgainstOthers, isMissing } from "../model.ts";
import { benjaminiHochberg } from "../stats/benjamini-hochberg.ts";
import { mayBeChance as isChance, isClear } from "./clear.ts";
import type { Judged } from "./judge.ts";

/** Tests that are made together: their p values are adjusted for one another (Benjamini-Hochberg). */

/**
 * Adjusts the p values of all headline gap changes of a build together and gives how many there were, with those of which
 * a clear change does not survive.
 */
export function adjustFamily(judged: readonly Judged[]): { tests: number; mayBeChance: Set<Judged> } {
  const tested = judged.flatMap((item) =>
    isMissing(item.change)
      ? []
      : [item.change.absolute, item.change.relative].flatMap((change) =>
          isMissing(change) || change.p === null ? [] : [{ item, change, p: change.p }],
        ),
  );
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p));
  const mayBeChance = new Set<Judged>();
  tested.forEach(({ item, change }, index) => {
    change.adjustedP = adjusted[index]!;
    if (isChance(change)) mayBeChance.add(item);
  });
  return { tests: tested.length, mayBeChance };
}

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

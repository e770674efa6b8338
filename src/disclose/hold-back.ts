import type { OutsideRange } from "../model.ts";
import type { CountSystem } from "./cell.ts";
import type { Form } from "./form.ts";
import { outsideRanges, withoutContradictions } from "./outside.ts";
import type { Solver } from "./solver.ts";
import { suppress } from "./suppress.ts";

/** A count that is not published. */
export interface HeldBack {
  /** Small itself; needed to hide a small one; or exposed: small, and given away by an earlier edition. */
  why: "small" | "to-hide-another" | "exposed";
  range: OutsideRange;
}

/**
 * Every count that is not published, by figure key, with what it could be for somebody who has all that is: the only
 * thing that anything may be computed from in its place.
 */
export function holdBack(
  system: CountSystem,
  { threshold, roundTo }: { threshold: number; roundTo: number | null },
  solver: Solver,
): Map<string, HeldBack> {
  const held = new Map<string, HeldBack>();
  for (const part of related(system).map((one) => withoutContradictions(one, solver))) {
    const { primary, secondary, exposed } = suppress(part, threshold, solver);
    const keys = new Set([...primary, ...secondary]);
    if (keys.size === 0) continue;
    for (const [key, range] of outsideRanges(part, keys, roundTo, solver)) {
      // A count that is not small itself and that everybody knows hides nothing: it is let out.
      const { lower: least } = range;
      const isSmall = least > 0 && least < threshold;
      if (range.lower === range.upper && !isSmall && !exposed.has(key)) continue;
      const why = exposed.has(key) ? "exposed" : primary.has(key) ? "small" : "to-hide-another";
      held.set(key, { why, range });
    }
  }
  return held;
}

/** The parts of a system that share no unknown count with one another. */
function related(system: CountSystem): CountSystem[] {
  const leader = new Map<string, string>();
  const find = (name: string): string => {
    let at = name;
    while (leader.get(at) !== at) {
      const above = leader.get(at)!;
      leader.set(at, leader.get(above)!);
      at = above;
    }
    return at;
  };
  const join = (forms: readonly (Form | null)[]): void => {
    const names = forms.flatMap((form) => [...(form?.keys() ?? [])]);
    for (const name of names) if (!leader.has(name)) leader.set(name, name);
    for (const name of names) leader.set(find(name), find(names[0]!));
  };
  const ofCell = ({ numerator, denominator, complement }: CountSystem["cells"][number]) => [
    numerator?.form ?? null,
    denominator?.form ?? null,
    complement,
  ];
  for (const cell of system.cells) join(ofCell(cell));
  for (const form of system.relations) join([form]);
  for (const { form } of [...system.derived, ...system.given]) join([form]);
  const inPart = (forms: readonly (Form | null)[]): string => {
    const [name] = forms.flatMap((form) => [...(form?.keys() ?? [])]);
    return name === undefined ? "" : find(name);
  };
  const partOf = new Map(system.cells.map((cell) => [cell.key, inPart(ofCell(cell))]));
  // What prints no count at all has no part.
  return [...new Set(partOf.values())].filter(Boolean).map((part) => ({
    cells: system.cells.filter(({ key }) => partOf.get(key) === part),
    relations: system.relations.filter((form) => inPart([form]) === part),
    wholes: system.wholes.map((keys) => keys.filter((key) => partOf.get(key) === part)),
    derived: system.derived.filter(({ form }) => inPart([form]) === part),
    given: system.given.filter(({ form }) => inPart([form]) === part),
  }));
}

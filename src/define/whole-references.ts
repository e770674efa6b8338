import type { Fault } from "../error.ts";
import { unknown } from "./columns.ts";
import type { Defined } from "./definitions.ts";
import type { Indicator } from "./indicator.ts";
import type { Project } from "./project.ts";

/** Faults of wholes and parts that the disclosure policy names: each is an indicator, and no whole its own part. */
export function wholeFaults({ value, yaml }: Defined<Project>, indicators: readonly Defined<Indicator>[]): Fault[] {
  const ids = indicators.map((one) => one.value.id);
  return value.disclosure.wholes.flatMap(({ whole, parts }, i) => {
    const at = (...path: PropertyKey[]) => yaml.where(["disclosure", "wholes", i, ...path]);
    return [
      ...(ids.includes(whole) ? [] : [unknown(at("whole"), "indicator", whole, ids)]),
      ...parts.flatMap((part, j): Fault[] => {
        const where = at("parts", j);
        if (!ids.includes(part)) return [unknown(where, "indicator", part, ids)];
        if (part !== whole && parts.indexOf(part) === j) return [];
        return [
          {
            where,
            must: "parts that are other indicators than the whole, each named once",
            found: part === whole ? `${part}, the whole` : `${part} a second time`,
            fix: "take it out, or name another indicator",
          },
        ];
      }),
    ];
  });
}

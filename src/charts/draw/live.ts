import type { Mark, Spec } from "vega";
import { colours } from "../layout/chart-theme.ts";

type Encoding = Record<string, unknown>;

/** Marks that say something when pointed at: larger, and outlined, while they are. */
function highlighted(mark: Mark): Mark {
  if (mark.type === "group") return { ...mark, marks: (mark.marks ?? []).map(highlighted) };
  const update = mark.encode?.update as Encoding | undefined;
  if (update?.["tooltip"] === undefined) return mark;
  const size = update["size"] as { value?: number } | undefined;
  return {
    ...mark,
    encode: {
      ...mark.encode,
      update: { stroke: { value: null }, strokeWidth: { value: 0 }, zindex: { value: 0 }, ...update },
      hover: {
        stroke: { value: colours.ink },
        strokeWidth: { value: 3 },
        zindex: { value: 1 },
        ...(size?.value === undefined ? {} : { size: { value: 2.5 * size.value } }),
      },
    },
  } as Mark;
}

/** A compiled spec made ready for a view that is stepped through; null where no mark has anything to say. */
export function live(compiled: Spec): string | null {
  const text = JSON.stringify({ ...compiled, marks: (compiled.marks ?? []).map(highlighted) });
  return text.includes('"hover":') ? text : null;
}

import type { Change, GapDirection, LevelDirection, Verdict } from "../model.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import { gapVerdict } from "./temperature.ts";

/**
 * The verdict on changes as the first edition of the method tests them: a gap that is not clear is never called little
 * changed, and nothing turns to the trend.
 */
export function firstVerdict(change: Change | NotComputable): Verdict {
  if (isMissing(change)) return notCompared(change, "not-compared");
  const { absolute, relative } = change;
  const overall = isMissing(change.overall) ? "not-compared" : change.overall.direction;
  const directionOf = (gap: typeof absolute): GapDirection => (isMissing(gap) ? "not-compared" : gap.direction);
  const directions = { absolute: directionOf(absolute), relative: directionOf(relative) };
  const narrows = Object.values(directions).includes("narrower");
  const { gap, ...verdict } = gapVerdict(
    directions.absolute,
    directions.relative,
    "since-baseline",
    narrows && levelsDown(change),
  );
  return gap === "not-compared"
    ? notCompared(isMissing(absolute) ? absolute : absolute.untested!, overall)
    : { id: gap, ...directions, overall, ...verdict, because: null };
}

const notCompared = (because: NotComputable, overall: LevelDirection): Verdict => ({
  id: "not-compared",
  temperature: "no-reading",
  absolute: "not-compared",
  relative: "not-compared",
  overall,
  basis: "none",
  levellingDown: false,
  because,
});

/** The advantaged end clearly worsens and the disadvantaged end does not clearly improve. */
const levelsDown = ({ advantagedEnd, disadvantagedEnd }: Change): boolean =>
  advantagedEnd?.direction === "worsening" && disadvantagedEnd?.direction !== "improving";

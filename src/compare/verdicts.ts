import type { Cause, Changes, FromTo, VerdictChange } from "../results/changes.ts";
import { tableKey } from "./held.ts";
import type { ComparedBreakdown, ComparedBuild, ComparedResults } from "./previous.ts";

/** What is known to differ already, when verdicts are compared. */
export interface Known extends Pick<Changes, "inputs" | "versions" | "settings"> {
  /** Tables whose group figures or levels differ, appeared or disappeared. */
  revised: ReadonlySet<string>;
  held: ReadonlySet<string>;
}

/** Verdicts that are not what they were, with every cause that can be told. */
export function verdictChanges(previous: ComparedBuild, current: ComparedBuild, known: Known): VerdictChange[] {
  return current.results.indicators.flatMap(({ id: indicator, dimensions }) =>
    dimensions.flatMap((now): VerdictChange[] => {
      const then = breakdownOf(previous.results, indicator, now.dimension);
      if (then === undefined || isSameVerdict(then, now)) return [];
      const tables = [...periodsOf(then), ...periodsOf(now)].map((period) => tableKey({ indicator, period }));
      const isHeld = tables.some((key) => known.held.has(key));
      const [before, after] = [then.verdict, now.verdict];
      const level = after.overall ?? null;
      return [
        {
          indicator,
          dimension: now.dimension,
          before: isHeld ? null : before.label,
          after: after.label,
          overall:
            isSameLevel(before, after) || level === null
              ? null
              : { before: isHeld ? null : (before.overall ?? null), after: level },
          levellingDown:
            before.levellingDown === after.levellingDown
              ? null
              : { before: isHeld ? null : before.levellingDown, after: after.levellingDown },
          because: causesOf(indicator, then, now, { ...known, tables }),
        },
      ];
    }),
  );
}

export const breakdownOf = (
  { indicators }: ComparedResults,
  indicator: string,
  dimension: string,
): ComparedBreakdown | undefined =>
  indicators.find(({ id }) => id === indicator)?.dimensions.find((one) => one.dimension === dimension);

/** Settings that every figure and verdict hangs on: not those of what is held back. */
export const ofMethod = (settings: readonly FromTo[]): FromTo[] =>
  settings.filter(({ name }) => !name.startsWith("disclosure_"));

type ComparedVerdict = ComparedBreakdown["verdict"];

const isSameVerdict = ({ verdict: a }: ComparedBreakdown, { verdict: b }: ComparedBreakdown): boolean =>
  a.id === b.id && a.levellingDown === b.levellingDown && isSameLevel(a, b);

/** Where an output does not tell of the overall level, nothing is known to differ. */
const isSameLevel = ({ overall: a }: ComparedVerdict, { overall: b }: ComparedVerdict): boolean =>
  a === undefined || b === undefined || a === b;

/** The periods that a verdict rests on. */
function periodsOf({ change, periods }: ComparedBreakdown): string[] {
  if (!("reason" in change)) return [change.baseline.label, change.current.label];
  return periods.slice(-1).map(({ period }) => period.label);
}

function causesOf(
  indicator: string,
  then: ComparedBreakdown,
  now: ComparedBreakdown,
  { inputs, versions, settings, revised, tables }: Known & { tables: readonly string[] },
): Cause[] {
  const told: [Cause, boolean][] = [
    ["new-period", latestOf(then) !== latestOf(now)],
    ["new-baseline", baselineOf(then) !== baselineOf(now)],
    ["revised-data", tables.some((key) => revised.has(key))],
    ["definition", inputs.some(({ name }) => name.split("/").at(-1) === `${indicator}.yaml`)],
    ["method", settings.length > 0 || definitionOf(then) !== definitionOf(now)],
  ];
  const found = told.flatMap(([cause, holds]) => (holds ? [cause] : []));
  if (found.length > 0) return found;
  return versions.some(({ name }) => name === "tempcheck") ? ["program"] : ["unknown"];
}

const latestOf = ({ periods }: ComparedBreakdown): string | undefined => periods.at(-1)?.period.label;

const baselineOf = ({ change }: ComparedBreakdown): string | null =>
  "reason" in change ? null : change.baseline.label;

/** Id of the measure behind the latest gap. */
function definitionOf({ periods }: ComparedBreakdown): string | null {
  const gap = periods.at(-1)?.absolute;
  return gap === undefined || "reason" in gap ? null : gap.definition;
}

import { type Say, sayIn } from "../catalogue/say.ts";
import type { Basis, Gap, Limits, VerdictId } from "../model.ts";
import { type Breakdown, breakdownsOf } from "../narrate/breakdown.ts";
import { restsOn } from "../narrate/since-baseline.ts";
import { because, gapFigure, gapUnit, whyNoGap } from "../narrate/state.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import type { IndicatorResult, Publishable } from "../results/results.ts";

type GapNow = (Limits & { unit: string }) | null;

/** One indicator by one dimension: the gap now and what its change rests on, or why there is none. */
export interface Comparison {
  indicator: string;
  dimension: string;
  /** Of the gap; null where there are no figures up to the reporting year. */
  period: string | null;
  absolute: GapNow;
  relative: GapNow;
  verdict: VerdictId;
  basis: Basis;
  since: string | null;
  until: string | null;
  /** The same in words. */
  text: string;
}

/** The comparisons of an indicator, each with its line. */
export interface Compared {
  theme: string;
  heading: string;
  comparisons: (Comparison & { line: string })[];
}

export interface Counts {
  comparisons: number;
  withGap: number;
  tested: number;
}

/** Every comparison of a project, in the order of its themes. Columns are as wide throughout. */
export function comparisonsOf(results: Publishable): Compared[] {
  const say = sayIn(results);
  const made = results.themes.flatMap(({ id, title: theme }) =>
    results.indicators
      .filter((indicator) => indicator.theme === id)
      .map((indicator) => ({
        theme,
        heading: say.terminal.indicator(indicator.id, indicator.title),
        comparisons: indicator.dimensions.map(({ dimension }) => comparison(results, indicator, dimension, say)),
      })),
  );
  const all = made.flatMap(({ comparisons }) => comparisons);
  const widthOf = (column: number): number => Math.max(0, ...all.map(({ columns }) => columns[column]?.length ?? 0));
  const widths = [0, 1, 2, 3].map(widthOf);
  const line = (columns: readonly string[], last: string): string =>
    [...columns.map((text, i) => text.padEnd(widths[i]!)), last].join("  ").trimEnd();
  return made.map(({ comparisons, ...heading }) => ({
    ...heading,
    comparisons: comparisons.map(({ columns, last, ...one }) => ({
      ...one,
      text: [...columns.slice(1), last].join("; "),
      line: line(columns, last),
    })),
  }));
}

/** How many there are, have a gap, and have a change that is tested. */
export function countsOf(compared: readonly Compared[]): Counts {
  const all = compared.flatMap(({ comparisons }) => comparisons);
  return {
    comparisons: all.length,
    withGap: all.filter(({ absolute }) => absolute !== null).length,
    tested: all.filter(({ absolute, basis }) => absolute !== null && basis !== "none").length,
  };
}

/** A comparison whose words are not yet joined: the dimension, the period and both gaps in columns, and what comes last. */
type InColumns = Omit<Comparison, "text"> & { columns: string[]; last: string };

function comparison(results: Publishable, indicator: IndicatorResult, dimension: string, say: Say): InColumns {
  const result = indicator.dimensions.find((one) => one.dimension === dimension)!;
  const { id: verdict, basis } = result.verdict;
  const told = { indicator: indicator.id, dimension, verdict, basis };
  const b = breakdownsOf(results, indicator).find((one) => one.result === result);
  if (b === undefined) {
    const nothing = { period: null, absolute: null, relative: null, since: null, until: null };
    return { ...told, ...nothing, columns: [dimension], last: say.terminal.noFigures(String(results.year)) };
  }
  const { absolute, relative, period } = b.latest;
  const rests = restsOn(b);
  const change = isMissing(absolute) && rests === null ? [] : [changeOf(b)];
  return {
    ...told,
    ...{ period: period.label, absolute: gapNow(absolute), relative: gapNow(relative) },
    ...{ since: rests?.since ?? null, until: rests?.until ?? null },
    ...(isMissing(absolute)
      ? {
          columns: [dimension, period.label],
          last: [say.terminal.noGap(whyNoGap(b, b.latest, absolute)), ...change].join(" "),
        }
      : {
          columns: [
            dimension,
            period.label,
            gapFigure(b, absolute),
            isMissing(relative) ? "-" : gapFigure(b, relative),
          ],
          last: [...change, ...(isMissing(relative) ? [say.terminal.noRelative(because(b, relative))] : [])].join(" "),
        }),
  };
}

const gapNow = (gap: Gap | NotComputable): GapNow => (isMissing(gap) ? null : { ...gap.oriented, unit: gapUnit(gap) });

/** Whether a period lacks groups whose size it does not say either, as where the categories of the source changed. */
const lacksCategory = (missing: NotComputable): boolean =>
  missing.reason === "coverage-below-85-percent" && !missing.parts.sizesKnown;

/** What became of the gap and what that rests on, or why nothing is compared. */
function changeOf(b: Breakdown): string {
  const { say, result } = b;
  const { verdict } = result;
  const label = say.verdict.label(verdict);
  const rests = restsOn(b);
  if (rests !== null) return say.terminal.rests(label, rests);
  const missing = verdict.because?.reason === "no-gap" ? verdict.because.parts.because : null;
  if (missing !== null && lacksCategory(missing))
    return `${say.verdict.because(label, because(b, verdict.because!))} ${say.terminal.putTogether}`;
  return verdict.because === null ? say.sentence(label) : say.verdict.because(label, because(b, verdict.because));
}

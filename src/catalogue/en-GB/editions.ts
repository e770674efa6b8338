import type { LevelDirection, Stance } from "../../model.ts";
import type { Cause, Stated } from "../../results/changes.ts";
import { type Counted, capital, list, lowerFirst, plural } from "../english.ts";
import { levelRules } from "./movements.ts";

/** What differs from an earlier build. */

/** The page of what differs from an earlier build. */
export const changes = {
  title: "What changed since the earlier report",
  none: "No earlier report was given to compare with. So this one can't say which figures were revised.",
  description: (year: string, build: string): string =>
    `What differs from the report of ${year}, build ${build}: revised figures, new periods, changed verdicts.`,
  compared: (build: string, title: string, year: string): string =>
    `This report was compared with build ${build}: ${title}, ${year}.`,
  summary: {
    nothing: "Nothing differs: the figures, the verdicts and the files are the same.",
    verdicts: (n: Counted): string => `${plural(n, "verdict")} changed.`,
    noVerdict: "No verdict changed.",
    revised: (n: Counted): string =>
      `${plural(n, "figure of an earlier period was", "figures of earlier periods were")} revised.`,
    held: (n: Counted): string =>
      `In ${plural(n, "period")} of an indicator something differs. It is not shown, because some figures are held back to protect people.`,
    newPeriods: (n: Counted): string => `${plural(n, "new period")} came in, counted once for each indicator.`,
    gonePeriods: (n: Counted): string => `${plural(n, "period of a breakdown is", "periods of breakdowns are")} gone.`,
    newIndicators: (n: Counted): string => `${plural(n, "indicator is", "indicators are")} new.`,
    goneIndicators: (n: Counted): string => `${plural(n, "indicator is", "indicators are")} gone.`,
    breakdowns: "Some breakdowns are new or gone.",
    groups: "Some groups are new or gone.",
    appeared: (n: Counted): string =>
      `${plural(n, "figure that had been missing is", "figures that had been missing are")} there now.`,
    disappeared: (n: Counted): string => `${plural(n, "earlier figure is", "earlier figures are")} missing now.`,
    files: (n: Counted): string =>
      `${plural(n, "file of data or definitions differs", "files of data or definitions differ")}.`,
    made: "How the report is made differs.",
    stated: (n: Counted): string =>
      `${plural(n, "entry in the definitions of indicators differs", "entries in the definitions of indicators differ")}.`,
  },
  headings: {
    verdicts: "Verdicts that changed",
    revised: "Revised figures",
    held: "Not repeated here",
    coverage: "New, and gone",
    stated: "What definitions say otherwise",
    made: "How the report was made",
    inputs: "Files that differ",
  },
  captions: {
    verdicts: "Each of them before and now, and why",
    stated: "Definitions of indicators, before and now",
    made: "Versions and settings, before and now",
    inputs: "First twelve digits of each file's checksum (SHA-256), before and now",
    breakdown: (indicator: string, dimension: string): string => `${indicator}, ${lowerFirst(dimension)}`,
  },
  heads: {
    verdicts: ["Indicator", "By", "Before", "Now", "Why"],
    revised: ["Figure", "Period", "Before", "Now", "Difference"],
    stated: ["Indicator", "What", "Before", "Now"],
    made: ["What", "Before", "Now"],
    inputs: ["File", "Before", "Now"],
  },
  notRepeated: "not repeated",
  /** A verdict with what else is said of it, where that is not what it was. */
  verdict: (label: string, level: LevelDirection | null, isLevellingDown: boolean): string =>
    [label, ...(level === null ? [] : [levelRules[level]]), ...(isLevellingDown ? ["by levelling down"] : [])].join(
      "; ",
    ),
  heldMeaning:
    "Some figures of these periods are held back to protect people, here or in the earlier report. Earlier figures of the same period are not repeated. Together they might give a small number of people away.",
  causes: {
    "new-period": "a new period came in",
    "new-baseline": "it is measured from another period",
    "revised-data": "figures were revised",
    definition: "the definition of the indicator changed",
    method: "the method or its settings changed",
    program: "the program has a new version",
    unknown: "we can't tell why",
  } satisfies Record<Cause, string>,
  because: (causes: readonly string[]): string => capital(list(causes)),
  reading: {
    all: "Earlier figure, figure now, and the difference. The greatest differences come first.",
    some: (all: Counted, shown: string): string =>
      `Earlier figure, figure now, and the difference. Of ${plural(all, "revised figure")} the ${shown} greatest are shown; all of them stand in changes.json.`,
  },
  cells: { overall: "Overall level", absolute: "Absolute gap", relative: "Relative gap" },
  difference: {
    tooSmall: "too small to show",
    intervalOnly: "the interval only",
    more: (amount: string): string => `${amount} more`,
    less: (amount: string): string => `${amount} less`,
  },
  coverage: {
    indicatorsAdded: "New indicators",
    indicatorsDropped: "Indicators that are gone",
    breakdownsAdded: "New breakdowns",
    breakdownsDropped: "Breakdowns that are gone",
    periodsAdded: "New periods",
    periodsDropped: "Periods that are gone",
    groupsAdded: "New groups",
    groupsDropped: "Groups that are gone",
    appeared: "Figures that were missing before",
    disappeared: "Figures that are missing now",
  },
  gathered: (name: string): string => `${name}: `,
  inPeriod: (name: string, period: string): string => `${name} ${period}`,
  settings: {
    method: "Version of the method",
    confidence: "Confidence of the intervals",
    materiality: "Least change that counts, as a share",
    reliable_denominator: "Smallest group that may be named best or worst off",
    same: "Most change that counts as little, as a share",
    false_discovery_rate: "Share of clear changes that may be chance",
    disclosure_threshold: "Smallest count that is shown",
    disclosure_round_to: "What counts are rounded to",
  },
  stances: { higher: "more of it", lower: "less of it", neither: "neither" } satisfies Record<Stance, string>,
  stated: {
    title: "Title",
    question: "Question",
    kind: "Kind of figure",
    unit: "Unit",
    per: "Given per",
    better: "What is better",
    baseline: "Baseline",
    "absolute-target": "Target for the absolute gap",
    "relative-target": "Target for the relative gap",
  } satisfies Record<Stated["what"], string>,
  version: (name: string): string => `Version of ${name}`,
  versions: "What the report was made with",
  notThere: "not there",
  same: "The method, its settings and the program are the same.",
  definitions: {
    added: (ids: readonly string[]): string => `New definitions of measures: ${list(ids)}.`,
    dropped: (ids: readonly string[]): string => `Definitions of measures that are gone: ${list(ids)}.`,
  },
  file: "All differences as data: ",
};

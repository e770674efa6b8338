import type { Basis, GapDirection, LevelDirection, MissingState, Stance, Temperature } from "../../model.ts";
import type { GapState } from "../../results/results.ts";
import type { Download } from "../../results/tables.ts";
import { capital, lowerFirst } from "../english.ts";
import type { GapType } from "../vocabulary.ts";
import { writing } from "./writing.ts";

/** Files to take away: data, workbook, card, the report in one file. */

/** The list of data files. */
export const downloads = {
  title: "Download the data",
  lead: "The figures behind this page, to check or use again. CSV opens in any spreadsheet. Parquet and Arrow are for analysts.",
  allTables: (count: string): string => `All ${count} tables`,
  size: (size: string): string => `(${size})`,
  formats: {
    CSV: "CSV",
    Parquet: "Parquet",
    Arrow: "Arrow",
    JSON: "JSON",
    CSVW: "CSVW",
    XLSX: "Excel",
    ODS: "OpenDocument",
  } satisfies Record<Download["format"], string>,
  named: (title: string, format: string): string => `${title} (${format})`,
  /** What is in a file. */
  holds: {
    workbook: { title: "Workbook", about: "The main tables, one on each sheet, with notes." },
    results: { title: "All results", about: "Every figure of the report in one file, for programs." },
    tables: { title: "All of these tables", about: "In one file, for programs." },
    columns: { title: "What the columns mean", about: "Describes every column of the CSV files, for programs." },
    figure: { title: "Figures", about: "Each group in each period, with its interval." },
    observation: { title: "Counts", about: "How many were counted in each group, and out of how many." },
    estimate: { title: "Estimates", about: "Each group's figure with its interval and its place on the fitted line." },
    gap: { title: "Gaps", about: "The absolute and the relative gap in each period." },
    change: { title: "Changes", about: "How gaps and levels changed, and how sure we are." },
    verdict: { title: "Verdicts", about: "The verdict on each breakdown, and the rule that decided." },
    source: { title: "Sources", about: "Each file of data as it was received, with its checksum." },
    supporting_measure: { title: "Other measures", about: "Every other way to measure the gap." },
    alternative_gap: {
      title: "Gaps counted another way",
      about: "The gap by each other population and ranking.",
    },
    comparator: { title: "Other places", about: "The newest gap beside the same gap in other places." },
    elsewhere: { title: "Other places, by period", about: "Levels and gaps of other places in every period." },
    beside: {
      title: "Smoothed figures and funnels",
      about: "Modelled figures of areas and the limits of funnels, beside the areas' own figures.",
    },
    gap_part: { title: "Parts of a gap in life expectancy", about: "What each age and cause has of it." },
    head_count: {
      title: "Head-counts",
      about: "How many people it comes to if everyone did as well as the best-off group.",
    },
    contribution: { title: "Contributions", about: "What each group adds to the spread between the groups." },
    change_contribution: {
      title: "Contributions to change",
      about: "What each group adds to the change of the groups' average.",
    },
    theme: { title: "Themes", about: "The themes of the report." },
    indicator: { title: "Indicators", about: "What each indicator asks, with its unit and its sources." },
    dimension: { title: "Breakdowns", about: "How people and places are grouped." },
    dimension_group: { title: "Groups", about: "The groups of each breakdown." },
    community: { title: "Communities", about: "Which groups of the sources each community is." },
    area_context: { title: "Who lives where", about: "The people of each area, by group." },
    data_gap: { title: "Who is counted", about: "What is measured for which people, and why not where it is not." },
    missing_data: { title: "What is not measured yet", about: "Theme by theme, with the data that would help." },
    programme: {
      title: "What programmes return",
      about: "What goes in, what comes about, and the range of the ratio.",
    },
    programme_value: {
      title: "Where the value goes",
      about: "By what changed, whom it comes to, and group of people.",
    },
    programme_number: { title: "Every number", about: "Its range, its source, and what it does to the ratio." },
    measure: { title: "Measures", about: "How each measure is worked out, and where it comes from." },
    place: { title: "Places", about: "The places, with the build of the report of each." },
    place_gap: { title: "Gaps of places", about: "The gap in each place, beside the average of the other places." },
    place_difference: { title: "Differences between places", about: "How the gaps of every two places differ." },
    place_figure: { title: "Figures of places", about: "Each group in each place, in the period that is compared." },
    place_series: { title: "Gaps over time", about: "The gap in each place and period." },
  } satisfies Record<Download["holds"], { title: string; about: string }>,
  report: (title: string, year: string): string => `${title} ${year}`,
  page: (title: string, report: string): string => `${title}: ${report}`,
  source: (title: string, period: string, publisher: string): string =>
    `${title}, ${period}. Published by ${publisher}.`,
  version: (year: string, build: string): string => `${year}, build ${build}`,
};

export interface Cover {
  place: string;
  publisher: string;
  contact: string | null;
  url: string | null;
  licence: { title: string; url: string } | null;
  figures: { from: string; to: string };
  received: string;
  build: string;
}

const gapDirections: Record<GapDirection, string> = {
  narrower: "Narrower",
  wider: "Wider",
  "little-changed": "Little changed",
  "cannot-tell": "Cannot tell",
  depends: "Depends on what is compared",
  "not-compared": "Not compared",
};

/** The workbook. */
export const workbook = {
  /** Names of its sheets, without spaces so that formulas can use them. */
  sheets: {
    cover: "Cover",
    contents: "Contents",
    notes: "Notes",
    verdict: "Verdicts",
    gap: "Gaps",
    change: "Changes",
    head_count: "Head_counts",
    elsewhere: "Other_places",
    beside: "Smoothed_and_funnels",
    gap_part: "Parts_of_gaps",
    contribution: "Contributions",
    change_contribution: "Contributions_to_change",
    data_gap: "Who_is_counted",
    missing_data: "Missing_data",
    programme: "Programmes",
    programme_value: "Programme_value",
    programme_number: "Programme_numbers",
    measure: "Measures",
    source: "Sources",
  },
  titles: {
    cover: "What this workbook is",
    contents: "Contents",
    notes: "Notes",
    verdict: "Verdicts on each breakdown",
    gap: "Gaps in each period",
    change: "How gaps and levels changed",
    figures: (indicator: string): string => `${indicator}: figures for each group and period`,
    head_count: "Head-counts: if everyone did as well as the best-off group",
    elsewhere: "Levels and gaps of other places, by period",
    beside: "Smoothed (modelled) figures and funnels, beside the areas' own figures",
    gap_part: "Ages and causes that a gap in life expectancy arises from",
    contribution: "What each group adds to the spread between the groups",
    change_contribution: "What each group adds to the change of the groups' average",
    data_gap: "Who is counted: each indicator and characteristic",
    missing_data: "What is not measured yet",
    programme: "What programmes return for the money put in",
    programme_value: "Where the value of each programme goes",
    programme_number: "Every number behind what programmes return, with its source",
    measure: "How each gap is measured",
    source: "The data that the report is made from",
  },
  oneTable: "This worksheet holds one table. Its column headings are in the last row above the figures.",
  blanks: "Some cells hold a shorthand, such as [x], in place of a figure. The Notes worksheet explains it.",
  notesMarked: "Notes are shown as a number in square brackets. The Notes worksheet explains them.",
  intervals: (confidence: string): string =>
    `Lower and upper limits show how sure we are: they are ${confidence} confidence limits.`,
  headCountsRead:
    "A head-count is arithmetic, not a forecast. A difference below 0 means that there would be so many fewer.",
  spreadRead: "Shares of the spread add up to 1 in each breakdown and period. They include what chance adds.",
  changeRead: "Levels and sizes of all groups together add up to the change of the groups' average.",
  gapsRead: "A gap above 0, or a ratio above 1, means that the disadvantaged are worse off.",
  restRead:
    "A difference from others above 0 means that the group is worse off than everyone together, or than all the other groups together where no level of everyone is published.",
  source: (title: string, publisher: string): string => `Source: ${title}, ${publisher}.`,
  unit: (unit: string, better: Stance): string =>
    `The unit of the estimates is: ${unit}. For this indicator, ${better} is better.`,
  contents: {
    lead: "This worksheet holds one table. It lists the worksheets, with a link to each.",
    headers: { sheet: "Worksheet", holds: "What it holds" },
  },
  notes: {
    about: "What shorthand and notes mean",
    lead: "This worksheet holds one table. It explains the shorthand and the notes.",
    headers: { mark: "Shorthand or note", means: "What it means" },
  },
  noteMark: (number: number): string => `[note ${number}]`,
  returnsRead:
    "Lower and upper are the ends of the range of the draws. A ratio of 1 means that as much comes about as goes in.",
  note: (label: string, meaning: string): string => `${label}. ${meaning}`,
  /** Shorthand for cells without a figure, as the Government Analysis Function recommends it. */
  shorthand: {
    "[b]": "Break in the series: figures before and after cannot be compared.",
    "[c]": "Confidential: held back so that no person can be recognised.",
    "[u]": "Low reliability: too few people or events for a figure that can be trusted.",
    "[x]": "Not available.",
    "[z]": "Not applicable: no figure can be expected here.",
  },
  yes: "Yes",
  no: "No",
  /** What stands in a column that holds one of a few words. */
  values: {
    temperature: {
      cooling: "Cooling",
      easing: "Easing",
      steady: "Steady",
      warming: "Warming",
      heating: "Heating",
      mixed: "Mixed",
      unclear: "Unclear",
      "no-reading": "No reading",
    } satisfies Record<Temperature, string>,
    absolute_gap: gapDirections,
    relative_gap: gapDirections,
    overall: {
      improving: "Improving",
      worsening: "Worsening",
      "little-changed": "Little changed",
      "cannot-tell": "Cannot tell",
      "not-compared": "Not compared",
    } satisfies Record<LevelDirection, string>,
    basis: {
      "since-baseline": "Since the baseline",
      overlapping: "Overlapping pools",
      "borrowed-error": "Borrowed error",
      trend: "Trend",
      none: "None",
    } satisfies Record<Basis, string>,
    state: {
      measured: "Measured",
      partly: "Partly",
      "another-indicator": "Another indicator",
      "not-here": "Not broken down here",
      "not-collected": "Not in the source",
      "does-not-apply": "Does not apply",
      "published-not-loaded": "Published, not in this report",
      "needs-an-agreement": "Needs an agreement",
      "nobody-collects": "Nobody collects it",
    } satisfies Record<GapState | MissingState, string>,
    type: {
      absolute: "Absolute",
      relative: "Relative",
    } satisfies Record<GapType, string>,
    what: {
      absolute: "Absolute",
      relative: "Relative",
      overall: "Overall",
      "disadvantaged end": "Disadvantaged end",
      "advantaged end": "Advantaged end",
    } satisfies Record<string, string>,
  } as Readonly<Record<string, Readonly<Record<string, string>>>>,
  /** What stands on the first sheet, below the title. */
  cover: ({ place, publisher, contact, url, licence, figures, received, build }: Cover): string[] => [
    `Inequality in ${place}: the gaps between groups of people and areas, how they changed, and how sure we are.`,
    `Published by: ${publisher}`,
    ...(contact === null ? [] : [`Contact: ${contact}`]),
    ...(url === null ? [] : [`Report: ${url}`]),
    `Figures are for periods from ${figures.from} to ${figures.to}. The latest data were received on ${received}.`,
    licence === null ? "Licence: none is given" : `Licence: ${licence.title}, ${licence.url}`,
    `Build: ${build}`,
    "The Contents worksheet lists what is in this workbook. The Notes worksheet explains shorthand and notes.",
    "Each other worksheet holds one table. Figures are not rounded; the cells show fewer decimals than they hold.",
  ],
};

/** The report's other forms: in one file, on paper, and as a card. */
const gapOnCard: Record<"ordered" | "pair" | "unordered", string> = {
  ordered: "Difference between the groups at the two ends",
  pair: "The gap",
  unordered: "Typical difference from the average",
};

export const forms = {
  contents: "Contents",
  skipToContents: "Skip to the contents",
  atAGlance: "At a glance",
  aboutSingleFile: "This is the whole report in one file. It needs no network. You can keep it, send it and print it.",
  publishedBy: (publisher: string, build: string): string => `Published by ${publisher}. Build ${build}.`,
  /** Name of the report and its year, across a card. */
  cardTitle: (title: string, year: string): string => `${title} ${year}`,
  by: (dimension: string): string => `By ${lowerFirst(dimension)}`,
  /** What the big figure of a card is. */
  gap: (type: keyof typeof gapOnCard, isClear: boolean): string =>
    isClear ? gapOnCard[type] : `${gapOnCard[type]}; no clear gap`,
  cannotTell: "We can't tell",
  interval: (level: string, range: string | null): string =>
    range === null ? writing.noRange : `${level}% interval: ${range}`,
  caption: (measure: string, unit: string, period: string): string =>
    [capital(measure), ...(unit === "%" || unit === "" ? [] : [unit]), period].join(", "),
  noFigure: "no figure",
  source: ({ place, period, publishers, build }: Record<"place" | "period" | "publishers" | "build", string>): string =>
    `${place}, ${period}. Source: ${publishers}. Build ${build}.`,
  altTitle: (report: string, title: string, by: string): string => `${report}: ${title}, ${lowerFirst(by)}.`,
  altVerdict: (label: string, temperature: string | null): string =>
    `Verdict: ${lowerFirst(label)}${temperature === null ? "" : `, ${lowerFirst(temperature)}`}.`,
  altChart: (caption: string, rows: readonly string[]): string => `${caption}: ${rows.join("; ")}.`,
};

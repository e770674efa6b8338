import type { Download } from "../model.ts";

/** Words of the list of data files. */

interface Words {
  title: string;
  about: string;
}

export const downloadsHeading = "Download the data";

export const downloadsLead =
  "The figures behind this page, to check or use again. CSV opens in any spreadsheet. Parquet and Arrow are for analysts.";

export const allTables = (count: string): string => `All ${count} tables`;

/** What stands after the name of a link, for those who hear the links alone. */
export const linkAbout = (title: string): string => `: ${title}`;

export const formatNames: Record<Download["format"], string> = {
  CSV: "CSV",
  Parquet: "Parquet",
  Arrow: "Arrow",
  JSON: "JSON",
  CSVW: "CSVW",
  XLSX: "Excel",
  ODS: "OpenDocument",
};

/** What is in a file. */
export const holdings: Record<Download["holds"], Words> = {
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
  theme: { title: "Themes", about: "The themes of the report." },
  indicator: { title: "Indicators", about: "What each indicator asks, with its unit and its sources." },
  dimension: { title: "Breakdowns", about: "How people and places are grouped." },
  dimension_group: { title: "Groups", about: "The groups of each breakdown." },
  community: { title: "Communities", about: "Which groups of the sources each community is." },
  area_context: { title: "Who lives where", about: "The people of each area, by group." },
  data_gap: { title: "Who is counted", about: "What is measured for which people, and why not where it is not." },
  missing_data: { title: "What cannot be measured yet", about: "Theme by theme, with the data that would help." },
  measure: { title: "Measures", about: "How each measure is worked out, and where it comes from." },
};

/** Words of the workbook. */

export const sheetNames = { cover: "Cover", contents: "Contents", notes: "Notes" } as const;

export const oneTable = "This worksheet holds one table. Its column headings are in the last row above the figures.";
export const blanksExplained =
  "Some cells hold a shorthand, such as [x], in place of a figure. The Notes worksheet explains it.";
export const notesMarked = "Notes are shown as a number in square brackets. The Notes worksheet explains them.";
export const intervalsExplained = (confidence: string): string =>
  `Lower and upper limits show how sure we are: they are ${confidence} confidence limits.`;
export const gapsRead = "A gap above 0, or a ratio above 1, means that the disadvantaged are worse off.";
export const restRead =
  "A difference from the rest above 0 means that the group is worse off than all the others together.";
export const sourceNamed = (title: string, publisher: string): string => `Source: ${title}, ${publisher}.`;
export const unitNamed = (unit: string, better: "higher" | "lower"): string =>
  `The unit of the estimates is: ${unit}. For this indicator, ${better} is better.`;

export const contentsTitle = "Contents";
export const contentsLead = "This worksheet holds one table. It lists the worksheets, with a link to each.";
export const contentsHeaders = { sheet: "Worksheet", holds: "What it holds", rows: "Rows" } as const;

export const notesTitle = "Notes";
export const notesLead = "This worksheet holds one table. It explains the shorthand and the notes.";
export const notesHeaders = { mark: "Shorthand or note", means: "What it means" } as const;

export const figuresTitle = (indicator: string): string => `${indicator}: figures for each group and period`;

export interface Cover {
  place: string;
  publisher: string;
  contact: string | null;
  url: string | null;
  licence: { title: string; url: string };
  figures: { from: string; to: string };
  received: string;
  build: string;
}

/** What stands on the first sheet, below the title. */
export const coverLines = ({ place, publisher, contact, url, licence, figures, received, build }: Cover): string[] => [
  `Inequality in ${place}: the gaps between groups of people and areas, how they changed, and how sure we are.`,
  `Published by: ${publisher}`,
  ...(contact === null ? [] : [`Contact: ${contact}`]),
  ...(url === null ? [] : [`Report: ${url}`]),
  `Figures are for periods from ${figures.from} to ${figures.to}. The latest data were received on ${received}.`,
  `Licence: ${licence.title}, ${licence.url}`,
  `Build: ${build}`,
  "The Contents worksheet lists what is in this workbook. The Notes worksheet explains shorthand and notes.",
  "Each other worksheet holds one table. Figures are not rounded; the cells show fewer decimals than they hold.",
];

import type { ReadingNote } from "../../results/reading-note.ts";

const are = (count: number): string => (count === 1 ? "is" : "are");
/** What was done to rows and cells as a dataset was read. */
export const readingNotes = {
  rangeDeclaredBlank: (marker: string, { from, to }: { from: number; to: number }): string =>
    `${JSON.stringify(marker)} is declared as a blank, so figures that need it are lost. Where it stands for a count between two ends, write ${JSON.stringify(marker)}: { from: ${from}, to: ${to} } under blanks: such figures are given with what they may be.`,
  note({ kind, count, of, column, marker, meaning }: ReadingNote, number: (value: number) => string): string {
    const counted = (what: string): string => `${number(count)} ${what}${count === 1 ? "" : "s"}`;
    const outOf = of === null ? "" : ` of ${number(of)}`;
    switch (kind) {
      case "left-out":
        return `${counted("row")}${outOf} ${are(count)} not read, because the definition asks for the others.`;
      case "total-rows":
        return `${counted("row")}${outOf} ${are(count)} totals over ${column} (${marker}). ${count === 1 ? "It agrees" : "They agree"} with ${count === 1 ? "its" : "their"} parts where all of these are known, and ${are(count)} left out.`;
      case "filled-down":
        return `${counted("blank cell")}${outOf} in the column ${column} ${count === 1 ? "takes its" : "take their"} text from above.`;
      case "flag":
        return `${counted("figure")} in the column ${column} ${count === 1 ? "has" : "have"} the flag ${marker}: ${meaning}.`;
      case "outside":
        return `${counted("point")}${outOf} ${count === 1 ? "lies" : "lie"} outside every area of ${marker}, and ${are(count)} left out.`;
      case "not-placed":
        return `${counted("row")}${outOf} ${count === 1 ? "has" : "have"} no position, and ${are(count)} left out.`;
      case "shared-out":
        return `${number(count)}${outOf}${partOf(count, of, number)} in the column ${column} ${are(count)} shared out by weight among several areas of ${marker}.`;
    }
  },
};

/** How much of a whole that is, in brackets. */
function partOf(count: number, of: number | null, number: (value: number) => string): string {
  if (of === null || of <= 0) return "";
  const share = (100 * count) / of;
  return share > 0 && share < 1 ? " (under 1%)" : ` (${number(share)}%)`;
}

import type { DataGapCell, GapState, Publishable } from "../disclose/publishable.ts";
import { count, list, lowerFirst, percent, plural } from "./format.ts";

/** Sentences about what is measured for whom, and what is not. */

export const isMeasured = ({ state }: Pick<DataGapCell, "state">): boolean =>
  state === "measured" || state === "partly";

export const gapsTitle = "Data gaps";
export const gapsDescription = (place: string): string =>
  `What is measured for which people in ${place}, and what is not.`;

export function gapsLead(cells: readonly DataGapCell[]): string {
  const apply = cells.filter(({ state }) => state !== "does-not-apply");
  const measured = apply.filter(isMeasured);
  const whole = measured.filter(({ state }) => state === "measured").length;
  return `An inequality that is not measured is not a sign of equality. There are ${plural(apply.length, "combination")} of an indicator and a characteristic that make sense. Of these, ${plural(measured.length, "is", "are")} measured, ${count(whole)} of them in full.`;
}

/** What each state of a combination means. */
export const gapReadings: Record<GapState, string> = {
  measured: "a gap, with a figure for each group",
  partly: "the group of some people is not recorded, or some groups have no figure",
  "another-indicator": "this indicator is about one group and another indicator about the others",
  "not-here": "collected elsewhere, or not broken down here",
  "not-collected": "the source does not hold it",
  "does-not-apply": "does not apply",
};

export const gapsCaption = "Indicators by protected characteristic, and deprivation";
export const reasonsBelow = "The reasons stand below the table.";
export const notRecorded = (share: number): string => `${percent(share)} not recorded`;
export const measuredOf = (measured: number, of: number): string => `${count(measured)} of ${count(of)}`;
export const measuredRow = "Measured, at least in part";
export const gapHeadings = {
  who: "Who is counted",
  themes: "What is missing, theme by theme",
  reasons: "Why, by indicator",
} as const;
export const fillsHeading = "What would fill the gaps";

/** The characteristics that no indicator of a theme is broken down by. */
export function blindSpots(results: Publishable, theme: string): string {
  const rows = results.dataGaps.filter(
    ({ indicator }) => results.indicators.find(({ id }) => id === indicator)?.theme === theme,
  );
  if (rows.length === 0) return "No indicator of this theme can be made yet, so nothing is known about any group.";
  const blind = results.characteristics.filter(({ id }) => {
    const cells = rows.flatMap(({ cells: all }) => all.filter(({ characteristic }) => characteristic === id));
    return !cells.some((cell) => isMeasured(cell) || cell.state === "another-indicator");
  });
  if (blind.length === 0) return "Each characteristic is measured by at least one indicator of this theme.";
  return `No figure of this theme tells people apart by ${list(blind.map(({ title }) => lowerFirst(title)))}.`;
}

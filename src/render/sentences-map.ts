import { isMissing } from "../model.ts";
import { type Breakdown, groupLabel } from "./breakdown.ts";
import { figure, lowerFirst, plural } from "./format.ts";
import { overallSentence } from "./sentences.ts";

/** Words of the maps of areas. */

export const noFigure = "[x]";
export const notPublished = "not published";

export const mapCaption = (b: Breakdown, period: string): string =>
  `${b.indicator.title}, by ${lowerFirst(b.dimension.title)} from A to Z, ${period}`;

export const figureHead = (unit: string): string[] => ["Area", `Figure (${unit})`, "Interval"];

/** Highest and lowest among the areas large enough to be named; all of them where none are. */
function ends(b: Breakdown): { highest: string; lowest: string } | null {
  const { extremes, groups } = b.latest;
  if (extremes !== null)
    return b.indicator.better === "lower"
      ? { highest: extremes.worst, lowest: extremes.best }
      : { highest: extremes.best, lowest: extremes.worst };
  const sorted = groups
    .flatMap(({ id, estimate }) => (isMissing(estimate) ? [] : [{ id, value: estimate.value }]))
    .sort((a, c) => c.value - a.value);
  const [highest, lowest] = [sorted[0], sorted.at(-1)];
  return highest === undefined || lowest === undefined || highest.id === lowest.id
    ? null
    : { highest: highest.id, lowest: lowest.id };
}

function say(b: Breakdown, id: string): string {
  const estimate = b.latest.groups.find((group) => group.id === id)?.estimate;
  return estimate === undefined || isMissing(estimate)
    ? groupLabel(b, id)
    : `${groupLabel(b, id)} (${figure(estimate, b.indicator.unit)})`;
}

export function mapTitle(b: Breakdown): string {
  const found = ends(b);
  return found === null
    ? `Where the figures are high and low`
    : `Highest in ${say(b, found.highest)}, lowest in ${say(b, found.lowest)}`;
}

/** What dark means, and whether it is good. */
const darker = (b: Breakdown): string =>
  `Darker means a higher figure, which is ${b.indicator.better === "lower" ? "worse" : "better"} here.`;

const blanks = (b: Breakdown): string | null => {
  const missing = b.latest.groups.filter(({ estimate }) => isMissing(estimate)).length;
  return missing === 0 ? null : `White with a dashed edge: no figure (${plural(missing, "area")}).`;
};

const joined = (...parts: readonly (string | null)[]): string => parts.filter((text) => text !== null).join(" ");

export const tileMapKey = (b: Breakdown): string =>
  joined(
    `Each tile is one of the ${b.results.place.areas}, placed roughly where it lies; all tiles have one size.`,
    darker(b),
    blanks(b),
    "Tiles of neighbouring shades may differ by chance alone: the table has the intervals.",
  );

export const choroplethKey = (b: Breakdown, unlabelled: number, source: string): string =>
  joined(
    darker(b),
    unlabelled === 0
      ? null
      : `${plural(unlabelled, "area")} too small for a figure ${unlabelled === 1 ? "has" : "have"} it in the table.`,
    blanks(b),
    "Neighbouring shades may differ by chance alone: the table has the intervals.",
    `Boundaries: ${source}.`,
  );

export function mapDescription(b: Breakdown): string {
  const found = ends(b);
  return joined(
    `A map of ${plural(b.latest.groups.length, "area")}.`,
    found === null ? null : `Highest in ${say(b, found.highest)}, lowest in ${say(b, found.lowest)}.`,
    overallSentence(b),
  );
}

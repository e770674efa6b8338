import { isMissing } from "../reasons-and-notes.ts";
import { type Breakdown, groupLabel, isHigherWhenWorse, isNeutral } from "./breakdown.ts";
import { overallSentence } from "./state.ts";

/** Words of the maps of areas. */

/** Highest and lowest among the areas large enough to be named; all of them where none are. */
function ends(b: Breakdown): { highest: string; lowest: string } | null {
  const { extremes, groups } = b.latest;
  if (extremes !== null)
    return isHigherWhenWorse(b)
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

function named(b: Breakdown, id: string): string {
  const estimate = b.latest.groups.find((group) => group.id === id)?.estimate;
  const figure = estimate === undefined || isMissing(estimate) ? null : b.say.figure(estimate, b.indicator.unit);
  return b.say.map.place(groupLabel(b, id), figure);
}

function endsWords(b: Breakdown): string | null {
  const found = ends(b);
  return found === null ? null : b.say.map.ends(named(b, found.highest), named(b, found.lowest));
}

export const mapTitle = (b: Breakdown): string => endsWords(b) ?? b.say.map.noEnds;

const blanks = ({ say, latest }: Breakdown): string | null => {
  const missing = latest.groups.filter(({ estimate }) => isMissing(estimate)).length;
  return missing === 0 ? null : say.map.blank(say.counted(missing));
};

const darker = (b: Breakdown): string => b.say.map.darker(isNeutral(b) ? "neither" : b.indicator.better);

const joined = (...parts: readonly (string | null)[]): string => parts.filter((text) => text !== null).join(" ");

const stepsOf = ({ say, results }: Breakdown, steps: number): string | null =>
  steps < 2 ? null : say.map.steps(results.place.areas, say.counted(steps));

export const tileMapKey = (b: Breakdown, steps: number): string =>
  joined(b.say.map.tiles(b.results.place.areas), darker(b), stepsOf(b, steps), blanks(b), b.say.map.tileShades);

export const choroplethKey = (
  b: Breakdown,
  { steps, unlabelled, source }: { steps: number; unlabelled: number; source: string },
): string =>
  joined(
    darker(b),
    stepsOf(b, steps),
    unlabelled === 0 ? null : b.say.map.unlabelled,
    blanks(b),
    b.say.map.shades,
    b.say.map.boundaries(source),
  );

export function mapDescription(b: Breakdown): string {
  const found = endsWords(b);
  return joined(
    b.say.map.of(b.say.counted(b.latest.groups.length)),
    found === null ? null : b.say.sentence(found),
    overallSentence(b),
  );
}

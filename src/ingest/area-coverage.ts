import { type Bounded, boundsTogether, type Figures, type Observation } from "../model.ts";
import type { GroupedDimension } from "./grouping.ts";

/** The counts of one area in one period. */
export interface AreaFigure extends Bounded {
  period: string;
  area: string;
  numerator: number | null;
  denominator: number | null;
  /** Its people, also of rows whose other figures are blank; null where some row does not say. */
  size: number | null;
  /** Whether no row of it is blank. */
  isWhole: boolean;
}

/** A group has a figure when areas with at least this share of its people have one; docs/method.md section 2. */
const ENOUGH = 0.95;

/** A group's figure of the areas that have one, where these are nearly all of it; else the observation as it was. */
export function ofCoveredAreas(
  observation: Observation,
  dimension: GroupedDimension,
  figures: readonly AreaFigure[],
): Observation {
  const group = dimension.groups.find(({ id }) => id === observation.group);
  if (group === undefined || group.areas === null || observation.blank === null) return observation;
  const own = figures.filter(({ period, area }) => period === observation.period.label && group.codes.includes(area));
  const whole = own.filter(({ isWhole }) => isWhole);
  const covered = shareOf(
    whole.map(({ area }) => area),
    sizesOf(group, own),
  );
  if (covered < ENOUGH) return observation;
  return { ...observation, figures: ofAreas(observation.figures, whole), covered, blank: null };
}

/** Figures of a group with the counts of some of its areas in place of its own. */
export function ofAreas(
  { bounds: _, denominatorBounds: __, ...figures }: Figures,
  areas: readonly AreaFigure[],
): Figures {
  return { ...figures, ...addedUp(areas), ...boundsTogether(areas) };
}

/** Counts of areas together. Added in the order of their size, so that the order of rows changes no bit. */
const addedUp = (figures: readonly AreaFigure[]): { numerator: number; denominator: number } => {
  const sum = (pick: "numerator" | "denominator"): number =>
    figures
      .map((figure) => figure[pick] as number)
      .sort((a, b) => a - b)
      .reduce((total, one) => total + one, 0);
  return { numerator: sum("numerator"), denominator: sum("denominator") };
};

/** People of each area of a group: its denominators where every area has one, else its population. */
function sizesOf(group: GroupedDimension["groups"][number], own: readonly AreaFigure[]): Map<string, number> {
  const known = new Map(own.flatMap(({ area, size }) => (size === null ? [] : [[area, size] as const])));
  return known.size === group.codes.length
    ? known
    : new Map(group.codes.map((code, i) => [code, group.populations[i]!]));
}

/** What share of all people live in some of the areas. */
export function shareOf(areas: readonly string[], sizes: ReadonlyMap<string, number>): number {
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return all === 0 ? 0 : areas.reduce((sum, area) => sum + (sizes.get(area) ?? 0), 0) / all;
}

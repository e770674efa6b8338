import { sayIn } from "../catalogue/say.ts";
import { type MissingState, missingStates } from "../model.ts";
import type { DataGapCell, Publishable } from "../results/results.ts";

/** Sentences about what is measured for whom, and what is not. */

export const isMeasured = ({ state }: Pick<DataGapCell, "state">): boolean =>
  state === "measured" || state === "partly";

export function gapsLead(results: Publishable): string {
  const { gaps, counted } = sayIn(results);
  const by = results.characteristics.map(({ id, title }) => ({
    title,
    n: counted(
      results.dataGaps.filter(({ cells }) => cells.some((one) => one.characteristic === id && isMeasured(one))).length,
    ),
  }));
  return gaps.lead(
    counted(results.dataGaps.length),
    by.filter(({ n }) => n.n > 0).sort((a, b) => b.n.n - a.n.n),
    by.filter(({ n }) => n.n === 0).map(({ title }) => title),
  );
}

/** The characteristics that no indicator of a theme is broken down by. */
export function blindSpots(results: Publishable, theme: string): string {
  const { blind: say } = sayIn(results).gaps;
  const rows = results.dataGaps.filter(
    ({ indicator }) => results.indicators.find(({ id }) => id === indicator)?.theme === theme,
  );
  if (rows.length === 0) return say.noIndicator;
  const blind = results.characteristics.filter(({ id }) => {
    const cells = rows.flatMap(({ cells: all }) => all.filter(({ characteristic }) => characteristic === id));
    return !cells.some((cell) => isMeasured(cell) || cell.state === "another-indicator");
  });
  return blind.length === 0 ? say.none : say.some(blind.map(({ title }) => title));
}

type Missing = Publishable["themes"][number]["missing"];

/** What is missing, by what stands in the way, the nearest to hand first. */
export const byState = (missing: Missing): { state: MissingState; things: Missing }[] =>
  missingStates
    .map((state) => ({ state, things: missing.filter((one) => one.state === state) }))
    .filter(({ things }) => things.length > 0);

/** How much is missing from the whole report, and what stands in the way; null where nothing is. */
export function missingLead(results: Publishable): string | null {
  const { gaps, counted } = sayIn(results);
  const missing = results.themes.flatMap((theme) => theme.missing);
  const told = byState(missing).map(({ state, things }) => gaps.missing[state].count(counted(things.length)));
  return told.length === 0 ? null : gaps.missingLead(counted(missing.length), told);
}

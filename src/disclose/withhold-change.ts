import { isMissing, type Pace, type Verdict } from "../model.ts";
import type { Change, DimensionResult, PeriodResult, PublishedDimension, Trend } from "../results/results.ts";
import { heldBack, isHeldBack, unlessMissing } from "./withhold-period.ts";

/**
 * A breakdown whose periods have been through disclosure, without the changes, trends, paces and verdict that rest on a
 * withheld gap or level: they name it, or give it back with the other period's.
 */
export function withholdChange(result: DimensionResult): DimensionResult {
  const periodOf = (label: string): PeriodResult | undefined =>
    result.periods.find(({ period }) => period.label === label);
  const isClosed = (label: string, figures: readonly ("absolute" | "relative" | "overall")[]): boolean =>
    figures.some((figure) => isHeldBack(periodOf(label)?.[figure] ?? {}));

  const { change, trends } = result;
  const trendOf = (gap: "absolute" | "relative" | "overall"): Trend | typeof heldBack => {
    const trend = trends[gap];
    return !isMissing(trend) && trend.periods.some((label) => isClosed(label, [gap])) ? heldBack : trend;
  };
  const kept = { absolute: trendOf("absolute"), relative: trendOf("relative"), overall: trendOf("overall") };
  const shown: DimensionResult = {
    ...result,
    trends: kept,
    paces: result.paces.map((pace) => (isHeldBack(kept[pace.gap]) ? withoutYears(pace) : pace)),
  };
  const restsOnTrend = (["absolute", "relative", "overall"] as const).some(
    (gap) => isHeldBack(kept[gap]) && decides(trends[gap]),
  );
  if (restsOnTrend) return withoutVerdict({ ...shown, change: isMissing(change) ? change : heldBack });
  if (isMissing(change)) return shown;
  if (!restsOnWithheld(change, isClosed)) {
    const isSplitClosed = [change.baseline, change.current].some(({ label }) =>
      isHeldBack(periodOf(label)?.contributions ?? {}),
    );
    return isSplitClosed
      ? { ...shown, change: { ...change, decomposition: unlessMissing(change.decomposition) } }
      : shown;
  }
  return withoutVerdict({ ...shown, change: heldBack });
}

const decides = (trend: DimensionResult["trends"]["absolute"]): boolean => !isMissing(trend) && trend.decides;

const withoutVerdict = (result: DimensionResult): DimensionResult => ({
  ...result,
  verdict: withheldVerdict,
  peopleNeeded: null,
  notes: result.notes.filter(({ id }) => ["partly-circular", "denominator-of-another-year", "tied-areas"].includes(id)),
});

const restsOnWithheld = (
  { baseline, current }: Change,
  isClosed: (label: string, figures: readonly ("absolute" | "relative" | "overall")[]) => boolean,
): boolean => [baseline, current].some(({ label }) => isClosed(label, ["absolute", "relative", "overall"]));

/**
 * A covered dataset's own figure for the gap of a pair gives the withheld side back with the other one: only the values
 * of periods that show both sides stay.
 */
export function withholdPublishedGaps(
  result: DimensionResult,
  { type }: PublishedDimension,
  isCovered: (dataset: string) => boolean,
): DimensionResult {
  if (type !== "pair") return result;
  const isOpen = ({ groups }: PeriodResult): boolean => !groups.some(({ estimate }) => isHeldBack(estimate));
  const shown = result.periods.filter(isOpen).map(({ period }) => period.label);
  if (shown.length === result.periods.length) return result;
  return {
    ...result,
    publishedGaps: result.publishedGaps.map((gap) =>
      isCovered(gap.source) ? { ...gap, values: gap.values.filter(({ period }) => shown.includes(period)) } : gap,
    ),
  };
}

const withoutYears = (pace: Pace): Pace => ({ ...pace, year: null, earliest: null, latest: null, outcome: heldBack });

const withheldVerdict: Verdict = {
  id: "not-compared",
  temperature: "no-reading",
  absolute: "not-compared",
  relative: "not-compared",
  overall: "not-compared",
  basis: "none",
  levellingDown: false,
  because: heldBack,
};

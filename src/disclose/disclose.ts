import type { IndicatorResult, PeriodResult, Publishable, PublishedDimension, Results } from "../results/results.ts";
import { gapState } from "./gap-state.ts";
import { roundPeriod } from "./round.ts";
import { countsHeldBack } from "./tally.ts";
import { withheldOf } from "./withheld.ts";
import { withholdChange, withholdPublishedGaps } from "./withhold-change.ts";
import { heldBack, withholdPeriod } from "./withhold-period.ts";

/** Which datasets the disclosure policy covers. */
export type Covers = "all" | "none" | readonly string[];

/**
 * Lets results out, holding back what the disclosure policy of the project does not allow (docs/method.md section 7). The only
 * maker of a Publishable. Without a threshold, or where nothing is covered, everything passes unchanged.
 *
 * Withheld: counts from 1 to one below the threshold (numerators, denominators, and in proportions the people without
 * the event); what gives them back (value, interval, working-scale point); and further counts, the smallest first, until
 * no protected count is a linear combination of what is left. The system (./system.ts) joins every table of one indicator
 * and period: groups, areas inside quantiles, totals, people without a recorded group.
 *
 * Taken for published, and withheld with the counts: shares and ladder positions (denominators), the par and each group
 * against the rest (mean, and the group's own value), the relative gap of unordered groups (mean), D and R of a pair
 * with all that repeats them (changes, trends, paces, verdicts, gaps the dataset itself publishes), named extremes, notes
 * that only a withheld group bears, the unrecorded share on the data-gaps page, what groups contribute to a gap or a change. Withheld counts of one table that come to
 * less than the threshold together are not left alone either: two ones are no better hidden than a two.
 *
 * Knowingly not closed: slope indices, typical differences, their lines and tests use unrounded data and stay, so
 * whoever inverts them, or tries every count that fits, can often find a withheld group of the same table; differencing
 * between periods, indicators and editions of the report; the limits of a standardised rate, whose skewness gives its count
 * to whoever inverts Dobson's formula (the method publishes such rates); bounds from knowing that counts are not negative; approximate
 * counts from published values without counts. Rounding (`round_to`) protects nobody by itself: percentages are exact.
 */
export function disclose(results: Results, covers: Covers): Publishable {
  const { threshold, roundTo } = results.disclosure;
  const isCovered = (dataset: string): boolean => covers === "all" || (covers !== "none" && covers.includes(dataset));
  let suppressed = 0;
  const indicators = results.indicators.map((indicator) => {
    if (threshold === null || !indicator.datasets.some(isCovered)) return indicator;
    const withheld = withholdIndicator(indicator, { dimensions: results.dimensions, threshold, isCovered });
    suppressed += countsHeldBack(indicator, withheld);
    if (roundTo === null) return withheld;
    return eachPeriod(withheld, (period) => roundPeriod(period, roundTo));
  });
  return {
    ...results,
    disclosure: { ...results.disclosure, suppressed },
    indicators,
    dataGaps: results.dataGaps.map((row) =>
      withholdShares(
        row,
        indicators.find(({ id }) => id === row.indicator),
      ),
    ),
  } as Publishable;
}

type DataGap = Results["dataGaps"][number];

interface Policy {
  dimensions: readonly PublishedDimension[];
  threshold: number;
  isCovered: (dataset: string) => boolean;
}

function withholdIndicator(indicator: IndicatorResult, { dimensions, threshold, isCovered }: Policy): IndicatorResult {
  const dimensionOf = (id: string): PublishedDimension => dimensions.find((dimension) => dimension.id === id)!;
  const labels = new Set(indicator.dimensions.flatMap(({ periods }) => periods.map(({ period }) => period.label)));
  const withheld = new Map(
    [...labels].map((label) => {
      const tables = indicator.dimensions.flatMap(({ dimension, periods }) =>
        periods
          .filter(({ period }) => period.label === label)
          .map((period) => ({ dimension: dimensionOf(dimension), period })),
      );
      return [label, withheldOf(indicator, tables, threshold)];
    }),
  );
  return {
    ...indicator,
    dimensions: indicator.dimensions.map((result) => {
      const dimension = dimensionOf(result.dimension);
      const periods = result.periods.map((period) =>
        withholdPeriod({ indicator, dimension, period }, withheld.get(period.period.label)!.get(dimension.id)!),
      );
      // Made from the same counts another way, they would give back what the gap alone does not.
      const alternatives = result.alternatives.map((one) => ({
        ...one,
        gaps: one.gaps.map(({ period }) => ({ period, absolute: heldBack, relative: heldBack })),
      }));
      return withholdPublishedGaps(
        withholdChange({ ...result, periods, alternatives, comparators: [], publishedElsewhere: [] }),
        dimension,
        isCovered,
      );
    }),
  };
}

const eachPeriod = (indicator: IndicatorResult, change: (period: PeriodResult) => PeriodResult): IndicatorResult => ({
  ...indicator,
  dimensions: indicator.dimensions.map((result) => ({ ...result, periods: result.periods.map(change) })),
});

/** The data-gaps page shows the greatest share without a recorded group that may be shown, and what is left for the reader. */
function withholdShares(row: DataGap, indicator: IndicatorResult | undefined): DataGap {
  const cells = row.cells.map((cell) => {
    const about = (indicator?.dimensions ?? []).filter(({ dimension }) => cell.dimensions.includes(dimension));
    const shares = about.flatMap(({ periods }) => periods.at(-1)?.unrecorded?.share ?? []);
    return {
      ...cell,
      state: cell.state === "measured" ? gapState(about) : cell.state,
      unrecordedShare: shares.length === 0 ? null : Math.max(...shares),
    };
  });
  return { ...row, cells };
}

import { isCovered } from "../define/area-pages.ts";
import type { Definitions } from "../define/definitions.ts";
import type { Indicator } from "../define/indicator.ts";
import { isBanded, lifeTableOf } from "../define/kinds.ts";
import { variantsOf } from "../define/variants.ts";
import { figureKey, type Side } from "../disclose/cell.ts";
import { type HeldBack, holdBack } from "../disclose/hold-back.ts";
import { isConsistent } from "../disclose/outside.ts";
import type { Solver } from "../disclose/solver.ts";
import type { Ingested } from "../ingest/ingest.ts";
import { seriesKey } from "../ingest/observations.ts";
import { type AgeCounts, moreTogether, noFigures, type Observation, type OutsideRange } from "../model.ts";
import { coveredIndicators } from "./covered-indicators.ts";
import { joinedBands } from "./joined-bands.ts";
import { allHeldBack, letOut, type Policy, withBandsJoined } from "./let-out.ts";
import { areOverlapping } from "./parts-of-periods.ts";
import {
  cellKey,
  type Earlier,
  everyoneCell,
  type PrintedCell,
  type PrintedCounts,
  periodsOf,
  printedCounts,
  TOTAL,
  UNRECORDED,
} from "./printed-counts.ts";
import { relatedCounts } from "./related-counts.ts";

declare const heldBack: unique symbol;

/**
 * Everything that was read, of which nothing is left but what may be published: what every later stage takes. Only
 * `publishableFigures` makes them.
 */
export type PublishableFigures = Ingested & Held & { readonly [heldBack]: true };

interface Held {
  /** All groups together, by indicator and dimension, where the policy says what their counts are. */
  totals: ReadonlyMap<string, readonly Observation[]>;
  /** Which bands of age are taken together, by indicator, of those that the policy covers. */
  joinedBands: ReadonlyMap<string, readonly (readonly number[])[]>;
  /** The multiple that counts are rounded to, by indicator, of those that the policy covers. */
  roundTo: ReadonlyMap<string, number>;
  /** Indicators by dimensions whose areas are not to be added up anew: what is let out is the sum of all of them. */
  closedAreas: ReadonlySet<string>;
  ledger: readonly LedgerEntry[];
}

/** One count that is held back. */
export interface LedgerEntry {
  cell: PrintedCell;
  side: Side;
  why: HeldBack["why"];
  range: OutsideRange;
  /** The count itself: for whoever signs the figures off, and for nobody else. */
  count: number;
}

/** What no policy covers passes as it is. */
export const uncovered = (ingested: Ingested): PublishableFigures =>
  ({
    ...ingested,
    ...{ totals: new Map(), joinedBands: new Map(), roundTo: new Map(), closedAreas: new Set(), ledger: [] },
  }) as Ingested & Held as PublishableFigures;

/** Nothing is small under a policy that has no threshold. */
const NO_THRESHOLD = 1;

/**
 * Lets out what the disclosure policy of the project allows (docs/method.md section 7). A count held back enters as the
 * range that the published ones leave for it; one that nothing bounds, and one that is no numerator of a share or rate,
 * is missing. With `round_to` every count is its multiple. Figures of indicators that the policy does not cover pass.
 */
export function publishableFigures(
  definitions: Definitions,
  ingested: Ingested,
  { solver, earlier }: { solver: Solver; earlier: Earlier },
): PublishableFigures {
  const { threshold, round_to: roundTo } = definitions.project.value.disclosure;
  const covered = coveredIndicators(definitions);
  const printed = new Map(
    covered.map((indicator) => {
      const write = (isJoined: boolean): PrintedCounts =>
        printedCounts(indicator, definitions, ingested, { earlier, isJoined });
      const joined = areOverlapping(periodsOf(indicator, ingested)) ? write(true) : null;
      // Counts that do not add up over the years, such as averages of them, are not parts of one another.
      return [indicator.id, joined !== null && isConsistent(joined, solver) ? joined : write(false)];
    }),
  );
  const all = [...printed.values()];
  const related = relatedCounts(printed, definitions);
  const cells = all.flatMap((one) => one.cells);
  const held = holdBack(
    {
      cells,
      relations: [...all.flatMap((one) => one.relations), ...related.relations],
      wholes: all.flatMap((one) => one.wholes),
      derived: [...all.flatMap((one) => one.derived), ...related.derived],
      given: all.flatMap((one) => one.given),
    },
    { threshold: threshold ?? NO_THRESHOLD, roundTo },
    solver,
  );
  const policy: Policy = { roundTo, of: (cell, side) => held.get(figureKey(cellKey(cell), side)) };
  const letting = { policy, threshold: threshold ?? NO_THRESHOLD, cells };
  const each = covered.map((indicator) => indicatorLetOut(indicator, ingested, letting));
  const variants = coveredVariants(covered, definitions);
  const ledger = cells.flatMap(({ at, ...cell }) =>
    sides.flatMap((side): LedgerEntry[] => {
      const entry = policy.of(at, side);
      return entry === undefined ? [] : [{ cell: at, side, ...entry, count: cell[side]!.count }];
    }),
  );
  return {
    ...ingested,
    observations: new Map([
      ...ingested.observations,
      ...each.flatMap((one) => one.observations),
      ...variants.map((key) => [key, (ingested.observations.get(key) ?? []).map(allHeldBack)] as const),
    ]),
    overall: new Map([...ingested.overall, ...each.map((one) => [one.id, one.everyone] as const)]),
    closedAreas: new Set(each.flatMap(({ keys }) => keys)),
    publishedGaps: new Map([
      ...ingested.publishedGaps,
      ...each.map(({ id }) => [id, publishedGapsLeft(id, definitions, ingested, ledger)] as const),
    ]),
    totals: new Map(each.flatMap((one) => one.totals)),
    joinedBands: new Map(each.flatMap(({ id, joined }) => (joined === null ? [] : [[id, joined] as const]))),
    roundTo: new Map(roundTo === null ? [] : covered.map(({ id }) => [id, roundTo] as const)),
    ledger,
  } as Ingested & Held as PublishableFigures;
}

const sides = ["numerator", "denominator"] as const;

interface Letting {
  policy: Policy;
  threshold: number;
  cells: PrintedCounts["cells"];
}

/** The figures of one indicator that are let out: of its groups, of everyone, and of all groups together. */
function indicatorLetOut(indicator: Indicator, ingested: Ingested, { policy, threshold, cells }: Letting) {
  const { id } = indicator;
  const everyone = ingested.overall.get(id) ?? [];
  const tables = indicator.dimensions.map(({ dimension }) => {
    const key = seriesKey(id, dimension);
    const at = ({ period, group }: Pick<Observation, "period" | "group">): PrintedCell => ({
      ...{ indicator: id, dimension, period: period.label, group: group ?? UNRECORDED },
    });
    return { key, at, own: ingested.observations.get(key) ?? [], dimension };
  });
  const isClosed = (cell: PrintedCell): boolean => sides.some((side) => policy.of(cell, side) !== undefined);
  const joined = isBanded(indicator.statistic)
    ? joinedBands(
        [
          ...tables.flatMap(({ own, at }) => own.filter((one) => !isClosed(at(one)))),
          ...everyone.filter(({ period }) => !isClosed(everyoneCell(id, period.label))),
        ].flatMap(({ bands }) => (bands === null || bands.length === 0 ? [] : [bands])),
        threshold,
        "at" in indicator.statistic
          ? lifeTableOf(ingested.bands.get(id)?.length ?? 0).indexOf(indicator.statistic.at)
          : 0,
      )
    : null;
  const join = (one: Observation): Observation => (joined === null ? one : withBandsJoined(one, joined));
  return {
    id,
    joined,
    keys: tables.map(({ key }) => key),
    observations: tables.map(
      ({ key, own, at }) => [key, own.map((one) => letOut(join(one), at(one), indicator, policy))] as const,
    ),
    everyone: everyone.map((one) => letOut(join(one), everyoneCell(id, one.period.label), indicator, policy)),
    totals: tables.map(({ key, own, dimension }) => {
      const printed = cells.filter(
        ({ kind, at }) => kind === "total" && at.indicator === id && at.dimension === dimension,
      );
      return [
        key,
        printed.flatMap(({ at, numerator, denominator }) => {
          const parts = own.filter((one) => one.group !== null && one.period.label === at.period && one.blank === null);
          const [first] = parts;
          if (first === undefined) return [];
          const bands = join({ ...first, bands: addedUp(parts.map((one) => one.bands ?? [])) }).bands;
          const figures = {
            ...noFigures,
            numerator: numerator?.count ?? null,
            denominator: denominator?.count ?? null,
          };
          return [
            letOut({ ...first, figures, bands, group: null, blank: null }, { ...at, group: TOTAL }, indicator, policy),
          ];
        }),
      ] as const;
    }),
  };
}

const addedUp = (groups: readonly (readonly AgeCounts[])[]): AgeCounts[] =>
  (groups[0] ?? []).map(({ label }, i) => ({
    label,
    numerator: groups.reduce((sum, bands) => sum + (bands[i]?.numerator ?? 0), 0),
    denominator: groups.reduce((sum, bands) => sum + (bands[i]?.denominator ?? 0), 0),
    ...moreTogether(groups.flatMap((bands) => bands[i] ?? [])),
  }));

/** Other denominators and rankings are made from the same counts another way, and would give back what one way does not. */
const coveredVariants = (covered: readonly Indicator[], definitions: Definitions): string[] =>
  variantsOf(definitions).variants.flatMap(({ of, indicator: { value } }) =>
    covered.some(({ id }) => id === of.indicator)
      ? value.dimensions.map(({ dimension }) => seriesKey(value.id, dimension))
      : [],
  );

/** Gaps that a dataset publishes itself, of periods in which no group of theirs is held back. */
function publishedGapsLeft(
  id: string,
  { indicators, project }: Definitions,
  { publishedGaps }: Ingested,
  ledger: readonly LedgerEntry[],
) {
  const { published_gaps } = indicators.find(({ value }) => value.id === id)!.value;
  const { covers } = project.value.disclosure;
  return (publishedGaps.get(id) ?? []).map((values, index) => {
    const { dimension, dataset } = published_gaps[index]!;
    if (!isCovered(covers, dataset)) return values;
    const closed = new Set(
      ledger.flatMap(({ cell }) => (cell.indicator === id && cell.dimension === dimension ? [cell.period] : [])),
    );
    return values.filter(({ period }) => !closed.has(period));
  });
}

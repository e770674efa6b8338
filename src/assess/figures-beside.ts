import { againstStandard } from "../estimate/by-age.ts";
import { lifeTable } from "../estimate/computable.ts";
import { empiricalBayes } from "../estimate/empirical-bayes.ts";
import type { EstimatedGroup } from "../estimate/estimate-period.ts";
import { fayHerriot } from "../estimate/fay-herriot.ts";
import { type FunnelArea, type FunnelKind, funnel } from "../estimate/funnel.ts";
import { lifeExpectancyGap } from "../estimate/life-expectancy-gap.ts";
import type { LifeTableBand } from "../estimate/life-table-columns.ts";
import { expectedEvents } from "../estimate/standardised-ratio.ts";
import { standingIn } from "../judge/funnel-standing.ts";
import type { AgeCounts, Estimate } from "../model.ts";
import { isMissing, type NotComputable, notComputable, type Untold } from "../reasons-and-notes.ts";
import type { Beside, FunnelResult, GapParts, SmoothedResult } from "../results/beside.ts";
import { zOf } from "../stats/normal.ts";
import { workingScale } from "../stats/working-scale.ts";
import { type Assessed, rulesOf } from "./assess-series.ts";
import type { Series } from "./series.ts";

/** Fewer areas than this say little of how areas differ. */
const FEWEST = 10;
/** Share of the areas at either end whose distance counts as that of the next ones within. */
const WINSORISED = 0.1;
/** Levels of the limits of a funnel. */
const [WARNING, ACTION] = [0.95, 0.998];

/**
 * What a breakdown asks for beside its figures, of its newest period. It is made of what may be published and of nothing
 * else; of a group whose count is held back, or is a range, nothing is made at all: docs/method.md section 12.
 */
export function figuresBeside(assessed: Assessed): { beside?: Untold<Beside> } {
  const { series, periods } = assessed;
  const asked = series.indicator.dimensions.find(({ dimension }) => dimension === series.dimension.id);
  const latest = periods.at(-1);
  if (asked === undefined || latest === undefined || !(asked.funnel || asked.smooth || asked.decompose)) return {};
  const { groups } = latest.estimated;
  const { label } = latest.measured.period;
  const areas = knownAreas(series, groups, label);
  return {
    beside: {
      period: label,
      ...(asked.funnel && { funnel: funnelOf(series, areas) }),
      ...(asked.smooth && { smoothed: smoothedOf(series, areas) }),
      ...(asked.decompose && { gapParts: gapPartsOf(series, groups, label) }),
    },
  };
}

/** A group whose figure is known exactly, or as a multiple that is printed. */
interface Known {
  id: string;
  estimate: Estimate;
  /** Events and people, or events and those expected; null where there are no counts. */
  counts: { numerator: number; denominator: number } | null;
}

interface Areas {
  known: Known[];
  leftOut: string[];
}

const isExact = (bounds: Estimate["bounds"]): boolean => bounds === undefined || bounds.isRounded === true;

function knownAreas(series: Series, groups: readonly EstimatedGroup[], period: string): Areas {
  const known = groups.flatMap(({ id, estimate, heldBack }): Known[] =>
    isMissing(estimate) || heldBack !== null || !isExact(estimate.bounds) || !isExact(estimate.denominatorBounds)
      ? []
      : [{ id, estimate, counts: countsOf(series, id, period, estimate) }],
  );
  return { known, leftOut: groups.flatMap(({ id }) => (known.some((one) => one.id === id) ? [] : [id])) };
}

function countsOf(series: Series, group: string, period: string, { numerator, denominator }: Estimate) {
  const { kind } = series.indicator.statistic;
  if (numerator === null || denominator === null) return null;
  if (kind === "proportion" || kind === "rate") return { numerator, denominator };
  const rules = rulesOf(series);
  const bands = bandsOf(series, group, period);
  if (rules.kind !== "smr" || bands === null) return null;
  return { numerator, denominator: expectedEvents(againstStandard(bands, rules.standard)) };
}

const bandsOf = ({ observations }: Series, group: string, period: string): readonly AgeCounts[] | null =>
  observations.find((one) => one.group === group && one.period.label === period && one.blank === null)?.bands ?? null;

const tooFew = (leftOut: string[]): NotComputable =>
  notComputable("too-few-groups", { needs: "ten-areas", groups: leftOut });

/** How counts of a kind vary; null where a figure has an error and no counts. */
const countedAs = (kind: Series["indicator"]["statistic"]["kind"]): Exclude<FunnelKind, "value"> | null =>
  kind === "proportion" || kind === "rate" ? kind : kind === "smr" ? "ratio" : null;

function funnelOf(series: Series, { known, leftOut }: Areas): FunnelResult | NotComputable {
  const { per } = rulesOf(series);
  const counted = countedAs(series.indicator.statistic.kind);
  const inIt = known.flatMap(({ id, estimate, counts }): { id: string; size: number; area: FunnelArea }[] => {
    if (counted !== null)
      return counts === null || counts.denominator <= 0 ? [] : [{ id, size: counts.denominator, area: counts }];
    if (!((estimate.variance ?? 0) > 0)) return [];
    const standardError = Math.sqrt(estimate.variance as number);
    return [{ id, size: 1 / standardError, area: { value: estimate.value, standardError } }];
  });
  const without = [...leftOut, ...known.flatMap(({ id }) => (inIt.some((one) => one.id === id) ? [] : [id]))];
  if (inIt.length < FEWEST) return tooFew(without);
  const at = (confidence: number) =>
    funnel(
      inIt.map(({ area }) => area),
      {
        kind: counted ?? "value",
        per,
        target: null,
        overdispersion: "multiplicative",
        winsorise: WINSORISED,
        confidence,
      },
    );
  const [narrow, wide] = [at(WARNING), at(ACTION)];
  return {
    definition: "funnel.spiegelhalter-multiplicative.v1",
    target: wide.target,
    phi: wide.phi,
    sizeIs: counted === null ? "precision" : counted === "ratio" ? "expected" : "people",
    groups: inIt.map(({ id, size }, i) => {
      const { value, adjustedZ, lower, upper } = wide.areas[i]!;
      const inner = narrow.areas[i]!;
      return {
        group: id,
        ...{ value, size, z: adjustedZ },
        warning: { value: wide.target, lower: inner.lower, upper: inner.upper },
        action: { value: wide.target, lower, upper },
        standing: standingIn(value, { value: wide.target, lower, upper }),
      };
    }),
    leftOut: without,
  };
}

function smoothedOf(series: Series, { known, leftOut }: Areas): SmoothedResult | NotComputable {
  const { kind } = series.indicator.statistic;
  const { per } = rulesOf(series);
  const counted = countedAs(kind);
  const inIt = known.filter(({ estimate, counts }) =>
    counted === null ? (estimate.variance ?? 0) > 0 : counts !== null && counts.denominator > 0,
  );
  const without = [...leftOut, ...known.flatMap((one) => (inIt.includes(one) ? [] : [one.id]))];
  if (inIt.length < FEWEST) return tooFew(without);
  if (counted === null) return ofErrors(series, inIt, without);
  const model = counted === "proportion" ? "beta-binomial" : "gamma-poisson";
  const { mean, modelVariance, areas } = empiricalBayes(
    inIt.map(({ counts }) => counts!),
    model,
    per,
    series.confidence,
  );
  return {
    definition: `small-areas.${model}-moments.v1`,
    ...{ mean, modelVariance, leftOut: without },
    areas: areas.map(({ weight, ...modelled }, i) => ({
      ...{ group: inIt[i]!.id, raw: inIt[i]!.estimate.value, modelled, weight },
    })),
  };
}

/** Figures with errors and no counts, on the scale on which their errors are close to normal. */
function ofErrors(series: Series, inIt: readonly Known[], leftOut: string[]): SmoothedResult | NotComputable {
  const { scale: id, per } = rulesOf(series);
  const scale = workingScale(id, per);
  const points = inIt.flatMap(({ estimate: { working } }) =>
    working !== null && working.variance !== null && working.variance > 0
      ? [{ value: working.point, variance: working.variance }]
      : [],
  );
  if (points.length < inIt.length) return notComputable("undefined-on-working-scale");
  const { modelVariance, coefficients, areas } = fayHerriot(points);
  const z = zOf(series.confidence);
  return {
    definition: "small-areas.fay-herriot-reml.v1",
    ...{ mean: scale.from(coefficients[0]!), modelVariance, leftOut },
    areas: areas.map(({ value, meanSquaredError, weight }, i) => {
      const half = z * Math.sqrt(meanSquaredError);
      const modelled = { value: scale.from(value), lower: scale.from(value - half), upper: scale.from(value + half) };
      return { group: inIt[i]!.id, raw: inIt[i]!.estimate.value, modelled, weight };
    }),
  };
}

/** What each age, and each cause, has of the years between the two ends of a breakdown, from the shorter life to the longer one. */
function gapPartsOf(series: Series, groups: readonly EstimatedGroup[], period: string): GapParts | NotComputable {
  const rules = rulesOf(series);
  const { statistic } = series.indicator;
  const [first, last] = [groups[0]!, groups.at(-1)!];
  const ends = [first, last].map(({ id, estimate, heldBack }) => ({
    ...{ id, estimate, heldBack },
    bands: bandsOf(series, id, period),
  }));
  if (ends.some(({ heldBack }) => heldBack !== null)) return notComputable("disclosure");
  const missing = ends.flatMap(({ id, estimate, bands }) => (isMissing(estimate) || bands === null ? [id] : []));
  if (missing.length > 0) return notComputable("missing-group", { groups: missing });
  if (rules.kind !== "life-expectancy" || statistic.kind !== "life-expectancy") return notComputable("not-published");
  const { startAges, at, confidence } = rules;
  const start = startAges.indexOf(at);
  const tables = ends.map(({ id, bands }) => {
    const counts = bands!.slice(start);
    const table = counts.map(
      ({ numerator, denominator }, i): LifeTableBand => ({
        ...{ startAge: startAges[start + i]!, deaths: numerator, population: denominator },
      }),
    );
    const ages = lifeTable(table, confidence);
    return { id, counts, table, ages };
  });
  const [one, other] = tables as [(typeof tables)[number], (typeof tables)[number]];
  for (const { ages, counts } of tables) {
    if (!Array.isArray(ages)) return ages;
    const over = counts.findIndex(
      ({ numerator, more = [] }) => more.reduce((sum, deaths) => sum + deaths, 0) > numerator + 1e-9,
    );
    if (over >= 0) return notComputable("causes-exceed-deaths", { age: startAges[start + over]! });
  }
  const yearsIn = ({ ages }: (typeof tables)[number]): number => {
    const years = Array.isArray(ages) ? ages[0] : undefined;
    return years === undefined || isMissing(years) ? 0 : years.value;
  };
  const [from, to] = yearsIn(one) <= yearsIn(other) ? [one, other] : [other, one];
  const causeOf = (place: number, { counts }: typeof one): number[] => counts.map(({ more }) => more?.[place] ?? 0);
  const found = lifeExpectancyGap(
    from.table,
    to.table,
    statistic.causes.map(({ name }, i) => ({ cause: name, from: causeOf(i, from), to: causeOf(i, to) })),
  );
  return {
    definition: "life-expectancy-gap.arriaga.v1",
    from: { group: from.id, years: found.from },
    to: { group: to.id, years: found.to },
    gap: found.gap,
    ages: found.ages.map(({ startAge, years }, i) => ({ age: ageOf(startAge, found.ages[i + 1]?.startAge), years })),
    causes: found.causes.map(({ cause, years }) => ({ cause, years })),
  };
}

/** A band of age by its first and its last year. */
const ageOf = (start: number, next: number | undefined): string =>
  next === undefined ? `${start}+` : next === start + 1 ? `${start}` : `${start}-${next - 1}`;

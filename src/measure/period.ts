import {
  type ComputedGap,
  countsAsPublished,
  type Estimate,
  type Extremes,
  type Gap,
  type GroupAgainstOthers,
  type Heterogeneity,
  type LackOfFit,
  type Level,
  type Overall,
  orderFacts,
  type Period,
  type PopulationAttributableRisk,
} from "../model.ts";
import { isMissing, type NotComputable, type Note, notComputable } from "../reasons-and-notes.ts";
import { sumOf } from "../stats/sum.ts";
import { againstOthers } from "./against-others.ts";
import { headline, measuresOf } from "./all.ts";
import { around, rootOf } from "./computed-gap.ts";
import { cornerNote, cornerRange } from "./corners.ts";
import { extremes } from "./extremes.ts";
import { type HeadCounted, populationAttributableRisk } from "./head-count.ts";
import { heterogeneity } from "./heterogeneity.ts";
import { type FittedLine, fitLine, fittedAt, type LineEnd, lackOfFit } from "./line.ts";
import type { Measure } from "./measure.ts";
import { makeStratum, type Stratum, type StratumInput } from "./stratum.ts";

/** Estimated groups of one period, with what decides how they are summarised. */
export interface PeriodInput extends StratumInput {
  period: Period;
  /** Unit of the indicator's values. */
  unit: string;
  overall: { estimate: Estimate | NotComputable; from: Overall["from"] } | null;
  /** Then the level is not that of the groups together, and no group is set against it. */
  isEveryoneAGroup?: boolean;
  counted: HeadCounted;
}

/** Everything the method says of one period of one indicator and dimension. */
export interface MeasuredPeriod {
  period: Period;
  stratum: Stratum | NotComputable;
  absolute: Measured | NotComputable;
  relative: Measured | NotComputable;
  overall: (Overall & Level) | NotComputable;
  line: FittedLine | null;
  lackOfFit: LackOfFit | null;
  ends: { disadvantaged: Level; advantaged: Level } | null;
  heterogeneity: Heterogeneity | null;
  who: GroupAgainstOthers[];
  extremes: Extremes | null;
  par: PopulationAttributableRisk | NotComputable;
  /** Every measure of the method that speaks of such groups. */
  measures: { measure: Measure; computed: ComputedGap | NotComputable }[];
  notes: Note[];
}

/** A headline gap, with what it is and where its change is tested. */
export type Measured = Omit<Gap, "clear"> & ComputedGap;

/** docs/method.md section 3 for the groups of one period. */
export function measurePeriod(input: PeriodInput): MeasuredPeriod {
  const stratum = makeStratum(input);
  const overall = overallLevel(input, stratum);
  if (isMissing(stratum))
    return {
      period: input.period,
      stratum,
      absolute: stratum,
      relative: stratum,
      overall,
      line: null,
      lackOfFit: null,
      ends: null,
      heterogeneity: null,
      who: [],
      extremes: null,
      par: stratum,
      measures: [],
      notes: [],
    };

  const { absolute, relative } = headline(stratum);
  const { isLadder, hasSides } = orderFacts[stratum.order];
  const fitted = isLadder ? fitLine(stratum) : null;
  const line = fitted && !isMissing(fitted) ? fitted : null;
  const offLine = lackOfFit(stratum);
  const furthest = hasSides ? null : extremes(stratum);
  return {
    period: input.period,
    stratum,
    absolute: compute(absolute, stratum, input),
    relative: compute(relative, stratum, input),
    overall,
    line,
    lackOfFit: offLine,
    ends: endsOf(stratum, line),
    heterogeneity: hasSides ? null : heterogeneity(stratum),
    who: hasSides ? [] : againstOthers(stratum, publishedLevel(input)),
    extremes: furthest && { best: stratum.ids[furthest.best]!, worst: stratum.ids[furthest.worst]! },
    par: populationAttributableRisk(stratum, input.counted),
    measures: measuresOf(stratum.edition)
      .filter(({ orders }) => orders.includes(stratum.order))
      .map((measure) => ({ measure, computed: measure.compute(stratum) })),
    notes: stratum.notes,
  };
}

/** Ladder position of a measured group and the line's value there. */
export function onLine({ stratum, line }: MeasuredPeriod, id: string): { ridit: number | null; fitted: number | null } {
  const index = isMissing(stratum) ? -1 : stratum.ids.indexOf(id);
  if (isMissing(stratum) || index < 0) return { ridit: null, fitted: null };
  const ridit = stratum.positions?.[index] ?? null;
  return { ridit, fitted: ridit === null || line === null ? null : fittedAt(stratum, line, ridit) };
}

function compute(measure: Measure, stratum: Stratum, input: PeriodInput): Measured | NotComputable {
  const computed = measure.compute(stratum);
  if (isMissing(computed)) return computed;
  const unit = measure.unit === "indicator" ? input.unit : measure.unit;
  const corners = cornerRange(input, measure);
  return {
    measure: measure.id,
    definition: measure.definition,
    type: measure.type,
    unit,
    atEquality: measure.atEquality,
    ...computed,
    corners: corners && { lower: corners.lower, upper: corners.upper },
    notes: [...computed.notes, ...(corners ? cornerNote(corners, measure, unit) : [])],
  };
}

/** What the source says of all groups together. */
function publishedLevel({ overall, isEveryoneAGroup = false }: PeriodInput): Estimate | null {
  if (overall === null || overall.from !== "published" || isEveryoneAGroup) return null;
  return isMissing(overall.estimate) ? null : overall.estimate;
}

/** The published or pooled level, else the population-weighted mean of the groups. */
function overallLevel({ overall, z }: PeriodInput, stratum: Stratum | NotComputable): MeasuredPeriod["overall"] {
  if (overall) {
    const { estimate, from } = overall;
    if (isMissing(estimate)) return estimate;
    const { value, lower, upper, variance } = estimate;
    return { value, lower, upper, standardError: rootOf(variance), ...countsAsPublished(estimate), from };
  }
  if (isMissing(stratum)) return notComputable("no-overall", { of: "published" });
  const { shares, variances, mean } = stratum;
  const variance = variances && sumOf(variances, (v, i) => shares[i]! ** 2 * v);
  return {
    ...around(mean, variance, z),
    standardError: rootOf(variance),
    numerator: null,
    numeratorRange: null,
    denominator: stratum.total,
    denominatorRange: null,
    from: "pooled",
  };
}

/** The two sides whose own changes say whether a narrowing gap levels down. */
function endsOf(stratum: Stratum, line: FittedLine | null): MeasuredPeriod["ends"] {
  const { isLadder, hasSides } = orderFacts[stratum.order];
  if (isLadder)
    return line && { disadvantaged: levelOfEnd(line.disadvantaged), advantaged: levelOfEnd(line.advantaged) };
  if (!hasSides) return null;
  const side = (index: number): Level => {
    const variance = stratum.variances?.[index] ?? null;
    return { ...around(stratum.values[index]!, variance, stratum.z), standardError: rootOf(variance) };
  };
  return { disadvantaged: side(0), advantaged: side(1) };
}

const levelOfEnd = ({ limits, variance }: LineEnd): Level => ({ ...limits, standardError: rootOf(variance) });

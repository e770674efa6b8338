import { missingTold, noteTold } from "../catalogue/told.ts";
import { estimate } from "../estimate/estimate.ts";
import { gradientNotes, nearEqualityNotes } from "../judge/clear.ts";
import { headline, measures } from "../measure/all.ts";
import { around } from "../measure/computed-gap.ts";
import { heterogeneity } from "../measure/heterogeneity.ts";
import { lackOfFit } from "../measure/line.ts";
import { makeStratum, type Stratum, type StratumInput } from "../measure/stratum.ts";
import { EDITION, type Edition, type Estimate, type Limits, type Order, type Scale } from "../model.ts";
import type { Told } from "../reasons-and-notes.ts";
import { isMissing, type NotComputable, type Note, notComputable } from "../reasons-and-notes.ts";
import { zOf } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";
import { checked, keyOf } from "./faults.ts";
import { idOf, type Scenario, type ScenarioGroup, scenarioSchema, workingScaleOf } from "./scenario.ts";

/** A measure of one scenario: raw (least minus, or over, most disadvantaged) and oriented. */
export interface SummaryMeasure extends Limits {
  definition: string;
  /** Positive, or above 1, when the disadvantaged are worse off. */
  oriented: Limits;
  notes: (Note & Told)[];
}

/** Everything the method says of the groups of one scenario. */
export interface Summary {
  name?: string;
  scale: number | null;
  favourable: boolean;
  ordered: boolean;
  kind?: NonNullable<Scenario["kind"]>;
  order: Order;
  workingScale: Scale;
  level: number;
  /** Ids of the absolute and the relative gap that a report shows for such groups; null where there is none. */
  headline: { absolute: string; relative: string } | null;
  /** Population-weighted mean. */
  overall: Limits | (NotComputable & Told);
  groups: (ScenarioGroup & (Limits | (NotComputable & Told)) & { share: number | null; notes: (Note & Told)[] })[];
  /** By id: every measure that speaks of such groups, or why it is not there. */
  measures: Record<string, SummaryMeasure | (NotComputable & Told & { definition: string })>;
  notes: (Note & Told)[];
}

/**
 * Every measure of the method for the groups of one scenario, with intervals.
 *
 * Formula: those of `measures`, on the stratum of `makeStratum`.
 * Shapes and units: groups with values, with or without an error, or with counts, and whether higher is better; every
 * measure that speaks of such groups by id, raw and oriented, and the groups with their shares. `confidence` (0.9 to
 * 0.999) goes before the scenario's own `conf`, else 0.95.
 * Errors: throws a UserError that lists every fault of a scenario that cannot be read; a measure that cannot be
 * computed comes back with `reason` and `text`.
 * Source: docs/method.md sections 2 to 4
 *
 * @example
 * // 200 of 1,000, 150 of 1,000 and 100 of 1,000: the mean is 15%, and nothing is said of the best group's size.
 * const groups = [200, 150, 100].map((numerator, i) => ({ order: i + 1, numerator, denominator: 1000 }));
 * const summary = summarise({ favourable: false, ordered: true, kind: "proportion", scale: 100, groups });
 * summary.headline; // => { absolute: "sii", relative: "rii" }
 * summary.overall; // => { value: 15 }
 * summary.measures.d; // => { value: -10, oriented: { value: 10 } }
 * summary.measures.mdru; // => { reason: "no-reference" }
 */
export const summarise = (scenario: Scenario, confidence?: number): Summary =>
  summary(
    checked(scenarioSchema, scenario, (path) => ({ file: "scenario", key: keyOf(path) })),
    confidence,
  );

/** The same for a scenario that was checked. */
export function summary(scenario: Scenario, confidence = scenario.conf ?? 0.95): Summary {
  const input = stratumInput(scenario, confidence);
  const stratum = makeStratum(input);
  const nearEquality = isMissing(stratum) ? [] : nearEqualityNotes(heterogeneity(stratum));
  const { name, scale = null, favourable, ordered, kind } = scenario;
  return {
    ...(name === undefined ? {} : { name }),
    scale,
    favourable,
    ordered,
    ...(kind === undefined ? {} : { kind }),
    order: input.order,
    workingScale: input.scale,
    level: confidence,
    headline: isMissing(stratum) ? null : headlineIds(stratum),
    overall: isMissing(stratum) ? missingTold(stratum) : overall(stratum),
    groups: scenario.groups.map((group, index) => printed(group, idOf(group, index), input, stratum)),
    measures: Object.fromEntries(
      measures
        .filter(({ orders }) => orders.includes(input.order))
        .map(({ id, definition, folds, compute }) => {
          const computed = isMissing(stratum) ? stratum : compute(stratum);
          if (isMissing(computed)) return [id, { definition, ...missingTold(computed) }];
          return [
            id,
            {
              definition,
              ...computed.raw,
              oriented: computed.oriented,
              notes: [...computed.notes, ...(folds ? nearEquality : [])].map(noteTold),
            },
          ];
        }),
    ),
    notes: isMissing(stratum) ? [] : [...stratum.notes, ...gradientNotes(lackOfFit(stratum))].map(noteTold),
  };
}

/** `rounding` is that of the published values of a series; the values of a scenario alone are taken as they are given. */
export function stratumInput(
  scenario: Scenario,
  confidence: number,
  { rounding = 0, edition = EDITION }: { rounding?: number; edition?: Edition } = {},
): StratumInput {
  const { groups, ordered, favourable, ranking = "local", reliableDenominator = 0 } = scenario;
  const listed = groups.map((group, index) => ({ group, id: idOf(group, index), rank: group.order ?? index }));
  if (listed.every(({ group }) => group.order !== undefined)) listed.sort((a, b) => a.rank - b.rank);
  const reference = listed.find(({ group }) => group.reference)?.id;
  return {
    order: groups.length === 2 ? "pair" : ordered ? "ordered" : "unordered",
    ranking,
    better: favourable ? "higher" : "lower",
    scale: workingScaleOf(scenario),
    per: scenario.scale ?? 1,
    edition,
    z: zOf(confidence),
    reliableDenominator,
    reference,
    groups: listed.map(({ group, id }) => ({
      id,
      label: group.label ?? id,
      estimate: estimateOf(group, scenario, { confidence, rounding, edition }),
      weight: group.denominator ?? group.population ?? null,
    })),
  };
}

function estimateOf(
  group: ScenarioGroup,
  scenario: Scenario,
  shared: { confidence: number; rounding: number; edition: Edition },
): Estimate | NotComputable {
  const { value = null, population = null, numerator = null, denominator = null } = group;
  const counted = numerator !== null && denominator !== null;
  if (!counted && value === null) return notComputable("blank", { why: null });
  if (!counted && population === 0) return notComputable("no-denominator", { of: "nobody" });
  return estimate(
    {
      numerator,
      denominator: counted ? denominator : population,
      value,
      lower: group.lower95 ?? null,
      upper: group.upper95 ?? null,
      standardError: group.se ?? null,
      sd: null,
      count: null,
      weight: null,
    },
    {
      kind: counted ? (scenario.kind as "proportion" | "rate") : "published",
      scale: workingScaleOf(scenario),
      per: scenario.scale ?? 1,
      intervalLevel: 0.95,
      ...shared,
    },
  );
}

function printed(
  group: ScenarioGroup,
  id: string,
  { groups }: StratumInput,
  stratum: Stratum | NotComputable,
): Summary["groups"][number] {
  const outcome = groups.find((one) => one.id === id)!.estimate;
  const given = Object.fromEntries(Object.entries(group).filter(([, one]) => one !== undefined && one !== null));
  if (isMissing(outcome)) return { ...given, ...missingTold(outcome), share: null, notes: [] };
  const { value, lower, upper, notes } = outcome;
  const share = isMissing(stratum) ? null : stratum.shares[stratum.ids.indexOf(id)]!;
  return { ...given, value, lower, upper, share, notes: notes.map(noteTold) };
}

function overall({ shares, variances, mean, z }: Stratum): Limits {
  return around(mean, variances && sumOf(variances, (v, i) => shares[i]! ** 2 * v), z);
}

function headlineIds(stratum: Stratum): Summary["headline"] {
  const { absolute, relative } = headline(stratum);
  return { absolute: absolute.id, relative: relative.id };
}

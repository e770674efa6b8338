import { z } from "zod";
import { type Kind, kindFacts, type Scale, scales } from "../model.ts";
import { across, amount, figure, level, positive, type Report } from "./numbers.ts";

/** Kinds of figures that may be given; the working scale follows from all but `published`. */
export const kindsTaken = [
  "proportion",
  "rate",
  "mean",
  "dsr",
  "life-expectancy",
  "published",
] as const satisfies readonly Kind[];

export const groupSchema = z
  .strictObject({
    /** Rank on the ladder, 1 the most disadvantaged; in a pair the disadvantaged side has the lower one. */
    order: z.int().optional(),
    id: z.string().min(1, "text of at least one character").optional(),
    label: z.string().optional(),
    /** Weight of the group. Counts bring their own: the denominator. */
    population: amount.nullish(),
    /** null where there is no figure. */
    value: figure.nullish(),
    se: amount.nullish(),
    lower95: figure.nullish(),
    upper95: figure.nullish(),
    numerator: amount.nullish(),
    denominator: amount.nullish(),
    /** The group that mdru, mdrw, d_reference and r_reference compare with. */
    reference: z.boolean().optional(),
  })
  .superRefine(across(checkGroup));
/** One group of a scenario: a value with or without an error, counts, or no figure. */
export type ScenarioGroup = z.infer<typeof groupSchema>;

/** Both or neither of two keys. */
const together = (one: unknown, other: unknown): boolean =>
  (one ?? null) === null ? (other ?? null) === null : (other ?? null) !== null;

function checkGroup({ value, se, lower95, upper95, numerator, denominator }: ScenarioGroup, report: Report): void {
  const has = (given: number | null | undefined): given is number => given !== null && given !== undefined;
  if (!together(lower95, upper95)) report([has(lower95) ? "upper95" : "lower95"], "given whenever the other limit is");
  if (!together(numerator, denominator))
    report([has(numerator) ? "denominator" : "numerator"], "given with numerator and denominator both, or neither");
  const errors = [has(se), has(lower95) || has(upper95), has(numerator) || has(denominator)].filter(Boolean).length;
  if (errors > 1) report([], "one source of error only: se, or lower95 and upper95, or numerator and denominator");
  if (!has(value) && (has(se) || has(lower95))) report(["value"], "given whenever its error is");
  if (has(value) && has(lower95) && has(upper95) && !(lower95 <= value && value <= upper95))
    report(["value"], `inside its interval, from ${lower95} to ${upper95}`);
}

/** Keys that may stand in a scenario and are not read: figures to compare the answer with. */
const unread = { expected: z.unknown().optional(), reference: z.string().optional() };

const plainScenario = z.strictObject({
  name: z.string().optional(),
  /** Whether higher is better. */
  favourable: z.boolean(),
  /** Whether the groups form a ladder, most disadvantaged first. Two groups are a pair either way. */
  ordered: z.boolean(),
  /** Values are given per this many: 100 for percentages; null for means and years. */
  scale: positive.nullish(),
  kind: z.enum(kindsTaken).optional(),
  /** Only where the kind does not decide it: published, or none given. */
  workingScale: z.enum(scales).optional(),
  /** national: the groups are national quantiles, so positions are those of the whole country. */
  ranking: z.enum(["local", "national"]).optional(),
  /** Groups below this size are never named best- or worst-off. */
  reliableDenominator: amount.optional(),
  /** Level of the intervals given back. */
  conf: level.optional(),
  groups: z.array(groupSchema).min(1),
  ...unread,
});

/** Groups of one indicator as partners give them: the scenarios of golden/summary-measures.json are of this form. */
export type Scenario = z.input<typeof plainScenario>;

export const scenarioSchema = plainScenario.superRefine(across(checkScenario));

export const scenariosSchema = z.strictObject({
  conf: level.optional(),
  scenarios: z.array(scenarioSchema).min(1),
  reference: z.string().optional(),
  source: z.string().optional(),
  tolerance: z.string().optional(),
});

/** The scale that lines are fitted and errors judged on. */
export const workingScaleOf = ({ kind, workingScale }: Pick<Scenario, "kind" | "workingScale">): Scale =>
  kindFacts[kind ?? "published"].scale ?? workingScale ?? "identity";

function checkScenario(scenario: Scenario, report: Report): void {
  const { kind, workingScale, scale, groups, ordered } = scenario;
  const decided = kindFacts[kind ?? "published"].scale;
  if (decided !== null && workingScale !== undefined && workingScale !== decided)
    report(["workingScale"], `${decided}, as always for ${kind}; a published figure may choose`);
  const used = workingScaleOf(scenario);
  if ((used === "logit" || kind === "rate") && (scale ?? null) === null)
    report(["scale"], "given for proportions and rates: 1, 100, 1000, 100000 ...");
  const per = scale ?? 1;

  unique(
    groups.map((one) => one.order),
    (index, order) => report(["groups", index, "order"], `different in every group; ${order} is taken`),
  );
  unique(groups.map(idOf), (index, id) => {
    const { id: own, label } = groups[index]!;
    if (own ?? label) report(["groups", index, "id"], `different in every group; ${id} is taken`);
  });
  if (groups.filter(({ reference }) => reference).length > 1) report(["groups"], "one reference group at most");

  groups.forEach((one, index) => {
    const at = (key: keyof ScenarioGroup): PropertyKey[] => ["groups", index, key];
    if ((ordered || groups.length === 2) && one.order === undefined)
      report(at("order"), "given for groups in order: 1 for the most disadvantaged");
    checkRange(one, used, per, (key, must) => report(at(key), must));
    checkCounts(one, kind, per, (key, must) => report(at(key), must));
  });
}

function checkRange(
  one: ScenarioGroup,
  scale: Scale,
  per: number,
  report: (key: keyof ScenarioGroup, must: string) => void,
) {
  for (const key of ["value", "lower95", "upper95"] as const) {
    const number = one[key];
    if (number === null || number === undefined || scale === "identity") continue;
    if (number < 0) report(key, `0 or more on the ${scale} scale`);
    if (scale === "logit" && number > per) report(key, `at most the scale, ${per}`);
  }
}

function checkCounts(
  { value, numerator, denominator }: ScenarioGroup,
  kind: Scenario["kind"],
  per: number,
  report: (key: keyof ScenarioGroup, must: string) => void,
) {
  if (numerator === null || numerator === undefined || denominator === null || denominator === undefined) return;
  if (kind !== "proportion" && kind !== "rate")
    return report("numerator", "given only where the scenario's kind is proportion or rate");
  if (kind === "proportion" && numerator > denominator)
    return report("numerator", `at most the denominator, ${denominator}`);
  if (value === null || value === undefined || denominator === 0) return;
  const exact = (per * numerator) / denominator;
  if (Math.abs(value - exact) > Math.max(rounding(value), 1e-6 * exact))
    report("value", `what numerator and denominator give: ${exact}`);
}

/** Half a unit of the last printed decimal. */
const rounding = (value: number): number => 0.5 * Number(`1e-${String(value).split(".")[1]?.length ?? 0}`) * (1 + 1e-9);

/** A group's id, its label, or its place. */
export const idOf = ({ id, label, order }: ScenarioGroup, index: number): string =>
  id ?? label ?? String(order ?? index + 1);

function unique<T>(list: readonly T[], taken: (index: number, value: T) => void): void {
  const seen = new Set<T>();
  list.forEach((value, index) => {
    if (value !== undefined && seen.has(value)) taken(index, value);
    seen.add(value);
  });
}

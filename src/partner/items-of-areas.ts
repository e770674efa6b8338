import { z } from "zod";
import { overdispersions } from "../estimate/funnel.ts";
import { crossProduct, inverseOf } from "../stats/symmetric.ts";
import { across, amount, figure, positive, type Report } from "./numbers.ts";

/** What may be asked of many areas at once. */

const name = z.string().optional();
const multiplier = positive.default(1);
const counted = z.strictObject({ name, numerator: amount, denominator: positive });
const valued = z.strictObject({ name, value: figure, se: positive });

const sharesOnly = (areas: readonly { numerator: number; denominator: number }[], report: Report): void =>
  areas.forEach(({ numerator, denominator }, i) => {
    if (numerator > denominator) report(["areas", i, "numerator"], `at most the denominator, ${denominator}`);
  });

/** Beside an area that much larger, or that much surer, none of the others says anything. */
const LARGEST = 100_000_000;

function ofOneOrder(areas: readonly ({ denominator: number } | { se: number })[], report: Report): void {
  const sizes = areas.map((area) => ("se" in area ? 1 / area.se ** 2 : area.denominator));
  if (Math.max(...sizes) > LARGEST * Math.min(...sizes))
    report(
      ["areas"],
      "denominators within a hundred million times of one another, standard errors within ten thousand",
    );
}

const isSingular = (rows: readonly number[][], weights: readonly number[]): boolean =>
  inverseOf(crossProduct(rows, weights), 1e-10) === null;

const funnelRules = {
  name,
  multiplier,
  overdispersion: z.enum(overdispersions).default("multiplicative"),
  winsorise: z.number().min(0).lt(0.5).default(0.1),
};

/** Areas against a target: what they come to together where none is given. */
export const funnel = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.enum(["proportion", "rate", "ratio"]),
      ...funnelRules,
      target: amount.optional(),
      areas: z.array(counted).min(2),
    }),
    z.strictObject({
      kind: z.literal("value"),
      ...funnelRules,
      target: figure.optional(),
      areas: z.array(valued).min(2),
    }),
  ])
  .superRefine(
    across((item, report) => {
      ofOneOrder(item.areas, report);
      if (item.kind !== "proportion") return;
      sharesOnly(item.areas, report);
      if ((item.target ?? 0) > item.multiplier) report(["target"], `at most the multiplier, ${item.multiplier}`);
    }),
  );

/** Figures of areas drawn towards one another: Fay and Herriot's model for values with errors, empirical Bayes for counts. */
export const smallAreas = z
  .discriminatedUnion("model", [
    z.strictObject({
      model: z.literal("fay-herriot"),
      name,
      areas: z.array(valued.extend({ covariates: z.array(figure).optional() })).min(3),
    }),
    z.strictObject({
      model: z.enum(["gamma-poisson", "beta-binomial"]),
      name,
      multiplier,
      areas: z.array(counted).min(3),
    }),
  ])
  .superRefine(
    across((item, report) => {
      ofOneOrder(item.areas, report);
      if (item.model === "beta-binomial") {
        sharesOnly(item.areas, report);
        item.areas.forEach(({ denominator }, i) => {
          if (denominator < 1) report(["areas", i, "denominator"], "one person at least");
        });
      }
      if (item.model !== "fay-herriot") return;
      const rows = item.areas.map(({ covariates = [] }) => [1, ...covariates]);
      const length = rows[0]!.length;
      const odd = rows.findIndex((row) => row.length !== length);
      if (odd >= 0) report(["areas", odd, "covariates"], `as many as in the first area: ${length - 1}`);
      else if (rows.length <= length + 1) report(["areas"], `at least two areas more than covariates: ${length + 2}`);
      else if (
        isSingular(
          rows,
          rows.map(() => 1),
        ) ||
        isSingular(
          rows,
          item.areas.map(({ se }) => 1 / se ** 2),
        )
      )
        report(["areas"], "covariates that differ, none made of the others");
    }),
  );

export type FunnelItem = z.output<typeof funnel>;
export type AreasItem = z.output<typeof smallAreas>;

import type { Fault, Where } from "../error.ts";
import { isCovered } from "./area-pages.ts";
import { besideFaults } from "./beside-references.ts";
import { listed } from "./columns.ts";
import type { Defined, Definitions } from "./definitions.ts";
import { isOfPeople, orderOf } from "./dimension-types.ts";
import type { Indicator } from "./indicator.ts";
import { sizeColumns } from "./kinds.ts";
import type { Dimension, Project } from "./project.ts";

/** Faults of keys that are known and would change nothing where they stand: what somebody meant by them would not be done. */
export const effectFaults = ({ project, indicators }: Definitions): Fault[] => [
  ...ofDimensions(project),
  ...indicators.flatMap((indicator) => ofIndicator(indicator, project.value)),
];

const noEffect = (where: Where, must: string, found: string, fix = "take the key out"): Fault => ({
  ...{ where, must, found, fix },
});

const ofDimensions = ({ value: { dimensions }, yaml }: Defined<Project>): Fault[] =>
  dimensions.flatMap((dimension, i) => {
    const at = (...path: PropertyKey[]) => yaml.where(["dimensions", i, ...path]);
    if (dimension.type === "groups" && !dimension.ordered && dimension.ranking === "national")
      return [noEffect(at("ranking"), "a ranking of ordered groups alone", `${dimension.id}, which has no order`)];
    return [];
  });

function ofIndicator({ value, yaml }: Defined<Indicator>, { dimensions, disclosure }: Project): Fault[] {
  const { statistic } = value;
  const at = (...path: PropertyKey[]) => yaml.where(path);
  const dimensionOf = (id: string): Dimension | undefined => dimensions.find((one) => one.id === id);
  const faults: Fault[] = [];
  if (statistic.accepted !== undefined && sizeColumns(statistic).length === 0)
    faults.push(
      noEffect(
        at("statistic", "accepted"),
        "accepted beside a column that figures are divided or weighed by",
        "no denominator, weight or count",
      ),
    );
  value.dimensions.forEach(({ with_everyone }, i) => {
    if (with_everyone && value.overall === undefined)
      faults.push(
        noEffect(
          at("dimensions", i, "with_everyone"),
          "overall says which rows are everyone, because they are to be a group",
          "no overall",
          "add overall with the where of those rows, or take the key out",
        ),
      );
  });
  faults.push(...besideFaults({ value, yaml }, dimensionOf, isCovered(disclosure.covers, value.dataset)));
  const ofPeople = value.dimensions.filter(({ dimension }) => {
    const declared = dimensionOf(dimension);
    return declared === undefined || isOfPeople(declared);
  });
  if (value.comparators !== undefined && ofPeople.length === 0)
    faults.push(
      noEffect(
        at("comparators"),
        "a breakdown by people, because areas lie in the place itself and have no figures elsewhere",
        `breakdowns by ${listed(
          value.dimensions.map(({ dimension }) => dimension),
          "and",
        )} alone`,
      ),
    );
  value.not_collected.forEach(({ characteristic }, i) => {
    const here = at("not_collected", i, "characteristic");
    if (value.not_collected.findIndex((other) => other.characteristic === characteristic) !== i)
      faults.push(
        noEffect(here, "each characteristic once", `${characteristic} a second time`, "take one of them out"),
      );
  });
  value.published_gaps.forEach(({ dimension, judged }, i) => {
    if (judged === undefined) return;
    const here = (...path: PropertyKey[]) => at("published_gaps", i, "judged", ...path);
    const first = value.published_gaps.findIndex(
      (other) => other.dimension === dimension && other.judged !== undefined,
    );
    if (first !== i)
      faults.push(
        noEffect(here(), "one published gap of a dimension that the verdict rests on", `a second one of ${dimension}`),
      );
    const declared = dimensionOf(dimension);
    const own = declared && headlines[orderOf(declared)];
    if (own !== undefined && !own.includes(judged.measure))
      faults.push(
        noEffect(
          here("measure"),
          `the measure of the report's own absolute gap by ${dimension}: ${listed(own, "or")}`,
          judged.measure,
          "mend the measure, or take judged out: another measure has no error to lend",
        ),
      );
  });
  return faults;
}

/** Absolute gaps by how groups relate: docs/method.md section 3. */
const headlines: Record<ReturnType<typeof orderOf>, readonly string[]> = {
  ordered: ["sii"],
  pair: ["d"],
  unordered: ["bgsd_adjusted", "bgsd"],
};

import type { Fault } from "../error.ts";
import { columnFaults, columnsOf, listed, numeric, unknown } from "./columns.ts";
import type { Defined, Definitions } from "./definitions.ts";
import { orderOf, sidesOf } from "./dimension-types.ts";
import type { Indicator } from "./indicator.ts";

/** Column with the group or the area code: the breakdown's own, or the key of the areas. */
export function groupColumn(
  breakdown: Indicator["dimensions"][number],
  definitions: Pick<Definitions, "project">,
): string | undefined {
  const dimension = definitions.project.value.dimensions.find(({ id }) => id === breakdown.dimension);
  return breakdown.column ?? (dimension && "areas" in dimension ? dimension.areas.key : undefined);
}

/** Faults of an indicator's breakdowns, published gaps and targets. `need` refuses columns that its dataset lacks. */
export function breakdownFaults(
  { value, yaml }: Defined<Indicator>,
  definitions: Definitions,
  need: (column: string | undefined, path: PropertyKey[]) => void,
): Fault[] {
  const { dimensions } = definitions.project.value;
  const dataset = definitions.datasets.find(({ value: { id } }) => id === value.dataset)?.value;
  const columns = dataset ? Object.keys(columnsOf(dataset, definitions.datasets)) : [];
  const faults: Fault[] = [];
  const declared = dimensions.map(({ id }) => id);
  const used = value.dimensions.map(({ dimension }) => dimension);

  value.dimensions.forEach((breakdown, i) => {
    const at = (...path: PropertyKey[]): PropertyKey[] => ["dimensions", i, ...path];
    const dimension = dimensions.find(({ id }) => id === breakdown.dimension);
    if (!dimension) {
      faults.push(unknown(yaml.where(at("dimension")), "dimension", breakdown.dimension, declared));
      return;
    }
    const column = groupColumn(breakdown, definitions);
    if (column === undefined)
      faults.push({
        where: yaml.where(at()),
        must: "a breakdown by groups names the column that holds them",
        found: "no column",
        fix: `add column with one of ${listed(columns, "or")}`,
      });
    else need(column, at("column"));
    for (const name of Object.keys(breakdown.where ?? {})) need(name, at("where", name));

    if (breakdown.disadvantaged !== undefined) {
      const sides = sidesOf(dimension);
      if (!sides.includes(breakdown.disadvantaged))
        faults.push(
          sides.length > 0
            ? unknown(yaml.where(at("disadvantaged")), `side of ${dimension.id}`, breakdown.disadvantaged, sides)
            : {
                where: yaml.where(at("disadvantaged")),
                must: "only a dimension of type pair has sides that an indicator can turn round",
                found: `${dimension.id}, of type ${dimension.type}`,
                fix: "take the key out",
              },
        );
    }
  });
  value.published_gaps.forEach((gap, i) => {
    const at = (key: string) => yaml.where(["published_gaps", i, key]);
    if (!used.includes(gap.dimension))
      faults.push(unknown(at("dimension"), "dimension of this indicator", gap.dimension, used));
    const dataset = definitions.datasets.find(({ value: { id } }) => id === gap.dataset)?.value;
    if (!dataset) {
      faults.push(
        unknown(
          at("dataset"),
          "dataset",
          gap.dataset,
          definitions.datasets.map((d) => d.value.id),
        ),
      );
      return;
    }
    const theirs = { columns: columnsOf(dataset, definitions.datasets), dataset: gap.dataset };
    faults.push(...columnFaults(at("value"), gap.value, { ...theirs, types: numeric }));
    faults.push(...columnFaults(at("period"), gap.period, theirs));
    for (const name of Object.keys(gap.where ?? {})) faults.push(...columnFaults(at("where"), name, theirs));
  });
  value.targets.forEach(({ dimension, gap, value: target }, i) => {
    if (!used.includes(dimension))
      faults.push(unknown(yaml.where(["targets", i, "dimension"]), "dimension of this indicator", dimension, used));
    const declared = dimensions.find(({ id }) => id === dimension);
    const isRatio = gap === "relative" && !(declared && orderOf(declared) === "unordered");
    if (target < 0 || (isRatio && target === 0))
      faults.push({
        where: yaml.where(["targets", i, "value"]),
        must: isRatio ? "a ratio above 0 (1 is full closure)" : "a gap of 0 (full closure) or more",
        found: String(target),
        fix: "mend the value",
      });
  });
  return faults;
}

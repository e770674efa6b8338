import type { Fault } from "../error.ts";
import { columnsOf, unknown } from "./columns.ts";
import type { Defined, Definitions } from "./definitions.ts";
import type { Indicator } from "./indicator.ts";

/** Column with the group or the area code: the breakdown's own, or the key of the areas. */
export function groupColumn(breakdown: Indicator["dimensions"][number], definitions: Definitions): string | undefined {
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
        fix: "add column",
      });
    else need(column, at("column"));
    for (const name of Object.keys(breakdown.where ?? {})) need(name, at("where", name));

    if (breakdown.disadvantaged !== undefined) {
      const sides = dimension.type === "pair" ? dimension.groups.map(({ id }) => id) : [];
      if (!sides.includes(breakdown.disadvantaged))
        faults.push(
          dimension.type === "pair"
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
    const columns = Object.keys(columnsOf(dataset, definitions.datasets));
    for (const key of ["value", "period"] as const)
      if (!columns.includes(gap[key])) faults.push(unknown(at(key), `column of ${gap.dataset}`, gap[key], columns));
    for (const name of Object.keys(gap.where ?? {}))
      if (!columns.includes(name)) faults.push(unknown(at("where"), `column of ${gap.dataset}`, name, columns));
  });
  value.targets.forEach(({ dimension }, i) => {
    if (!used.includes(dimension))
      faults.push(unknown(yaml.where(["targets", i, "dimension"]), "dimension of this indicator", dimension, used));
  });
  return faults;
}

import type { Fault } from "../error.ts";
import { unknown } from "./columns.ts";
import type { Defined } from "./definitions.ts";
import type { Project } from "./project.ts";

/** Groups that value is shared out by; null where there are none. */
export const groupsOf = ({ value, dimensions }: Project): string[] | null => {
  const dimension = dimensions.find(({ id }) => id === value?.groups);
  return dimension !== undefined && "groups" in dimension ? dimension.groups.map(({ id }) => id) : null;
};

/** Faults of the settings that all models share. */
export function settingFaults({ value, yaml }: Defined<Project>): Fault[] {
  const { value: settings, dimensions } = value;
  if (settings === undefined) return [];
  const at = (...path: PropertyKey[]) => yaml.where(["value", ...path]);
  const grouped = dimensions.filter((one) => "groups" in one).map(({ id }) => id);
  if (settings.groups !== undefined && !grouped.includes(settings.groups))
    return [unknown(at("groups"), "dimension with groups of its own", settings.groups, grouped)];
  const known = groupsOf(value);
  const faults: Fault[] = [];
  if (settings.weights !== undefined && known === null)
    faults.push({
      where: at("weights"),
      must: "groups beside weights: the dimension whose incomes they are",
      found: "no groups",
      fix: "add groups with the id of a dimension, or take weights out",
    });
  if (settings.weights !== undefined && known !== null) {
    const given = Object.keys(settings.weights.incomes);
    for (const id of given.filter((one) => !known.includes(one)))
      faults.push(unknown(at("weights", "incomes", id), "group", id, known));
    for (const id of known.filter((one) => !given.includes(one)))
      faults.push({
        where: at("weights", "incomes"),
        must: "an income for each group",
        found: `none for ${id}`,
        fix: `add ${id}, with its source in source`,
      });
  }
  if (settings.prices !== undefined && settings.prices.index[settings.base_year] === undefined)
    faults.push({
      where: at("prices", "index"),
      must: `the level of prices in the base year, ${settings.base_year}`,
      found: "no such year",
      fix: "add it, or name another base year",
    });
  return faults;
}

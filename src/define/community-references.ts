import type { Fault } from "../error.ts";
import { listed, unknown } from "./columns.ts";
import type { Defined } from "./definitions.ts";
import { isOfPeople, typesOfPeople } from "./dimension-types.ts";
import type { Indicator } from "./indicator.ts";
import type { Project } from "./project.ts";

/** Faults of the communities that a project declares. */
export function communityFaults({ value, yaml }: Defined<Project>, indicators: Defined<Indicator>[]): Fault[] {
  const { characteristics, communities, dimensions } = value;
  const characteristicIds = characteristics.map(({ id }) => id);
  const indicatorIds = indicators.map((indicator) => indicator.value.id);
  const owners = new Map<string, string>();
  return communities.flatMap((community, index): Fault[] => {
    const where = (...path: PropertyKey[]) => yaml.where(["communities", index, ...path]);
    const faults: Fault[] = [];
    const { characteristic } = community;
    if (characteristic !== undefined && !characteristicIds.includes(characteristic))
      faults.push(unknown(where("characteristic"), "characteristic", characteristic, characteristicIds));
    community.indicators.forEach((id, i) => {
      if (!indicatorIds.includes(id)) faults.push(unknown(where("indicators", i), "indicator", id, indicatorIds));
    });
    community.groups.forEach(({ dimension: id, group }, i) => {
      const at = (key: string) => where("groups", i, key);
      const dimension = dimensions.find((one) => one.id === id);
      if (dimension === undefined || !isOfPeople(dimension)) {
        const ofPeople = dimensions.filter(isOfPeople).map((one) => one.id);
        faults.push(unknown(at("dimension"), `dimension of type ${listed(typesOfPeople, "or")}`, id, ofPeople));
        return;
      }
      const ids = dimension.groups.map((one) => one.id);
      if (!ids.includes(group)) faults.push(unknown(at("group"), `group of ${id}`, group, ids));
      const owner = owners.get(`${id}/${group}`);
      if (owner !== undefined)
        faults.push({
          where: at("group"),
          must: "a group belongs to one community",
          found: `${group} of ${id} in ${owner} and in ${community.id}`,
          fix: "take it out of one of them",
        });
      owners.set(`${id}/${group}`, community.id);
      if (community.groups.slice(0, i).some((earlier) => earlier.dimension === id && earlier.group !== group))
        faults.push({
          where: at("dimension"),
          must: "a community is one group of each dimension: two have two figures, and no figure for both together",
          found: `a second group of ${id}`,
          fix: "make it a community of its own",
        });
    });
    return faults;
  });
}

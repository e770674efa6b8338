import type { Fault } from "../error.ts";
import { unknown } from "./columns.ts";
import type { Defined } from "./definitions.ts";
import type { Indicator } from "./indicator.ts";
import type { Project } from "./project.ts";

/** Faults of what the first page puts first: indicators that there are, each once. */
export function firstPageFaults({ value, yaml }: Defined<Project>, indicators: Defined<Indicator>[]): Fault[] {
  const ids = indicators.map(({ value: { id } }) => id);
  return (["tiles", "order"] as const).flatMap((key) =>
    value.first_page[key].flatMap((id, i, all): Fault[] => {
      const where = yaml.where(["first_page", key, i]);
      if (!ids.includes(id)) return [unknown(where, "indicator", id, ids)];
      return all.indexOf(id) === i
        ? []
        : [{ where, must: "each indicator once", found: `${id} a second time`, fix: "take it out" }];
    }),
  );
}

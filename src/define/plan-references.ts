import type { Fault } from "../error.ts";
import { unknown } from "./columns.ts";
import type { Defined } from "./definitions.ts";
import type { Indicator } from "./indicator.ts";
import type { Project } from "./project.ts";

/** Faults of the plan's actions: each has an id of its own, and indicators name those that there are, core ones at least one. */
export function planFaults({ value, yaml }: Defined<Project>, indicators: Defined<Indicator>[]): Fault[] {
  const actions = value.themes.flatMap((theme, t) =>
    theme.actions.map(({ id }, a) => ({ id, where: yaml.where(["themes", t, "actions", a, "id"]) })),
  );
  const ids = actions.map(({ id }) => id);
  const twice = actions
    .filter(({ id }, i) => ids.indexOf(id) !== i)
    .map(({ id, where }) => ({
      where,
      must: "each action has an id of its own",
      found: `${id} a second time`,
      fix: "give one of them another id",
    }));
  const astray = indicators.flatMap((indicator) =>
    indicator.value.actions.flatMap((id, i) =>
      ids.includes(id) ? [] : [unknown(indicator.yaml.where(["actions", i]), "action", id, [...new Set(ids)])],
    ),
  );
  const aimless = indicators.flatMap(({ value: { core, actions: named }, yaml: own }) =>
    !core || named.length > 0
      ? []
      : [
          {
            where: own.where(["core"]),
            must: "a core indicator that names the action of the plan it is meant to follow",
            found: "no actions",
            fix: "add actions with the id of one, or take core out",
          },
        ],
  );
  return [...twice, ...astray, ...aimless];
}

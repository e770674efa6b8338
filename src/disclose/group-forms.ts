import { groupsAre } from "../model.ts";
import type { CountTable } from "./counts.ts";
import { type Form, sumOfForms, unknown } from "./elimination.ts";

/**
 * What each group counts, by dimension and group: itself; for areas, the area; for quantiles, the sum of their areas.
 * Areas are told by name, so two of one name count as one. Quantiles that their areas do not add up to stand for themselves.
 */
export function groupForms(tables: readonly CountTable[]): Map<string, ReadonlyMap<string, Form>> {
  const names = new Set(tables.flatMap(({ dimension }) => dimension.groups.flatMap(({ members }) => members)));
  const areas = new Map<string, number | null>();
  const forms = new Map<string, ReadonlyMap<string, Form>>();
  for (const { dimension, cells } of tables.filter((table) => groupsAre[table.dimension.by] === "areas")) {
    const nameOf = (group: string): string => {
      const label = dimension.groups.find(({ id }) => id === group)?.label ?? group;
      return names.has(label) || !names.has(group) ? label : group;
    };
    for (const { group, counts } of cells) areas.set(nameOf(group), counts?.[0] ?? null);
    forms.set(dimension.id, new Map(cells.map(({ group }) => [group, unknown(areaName(nameOf(group)))])));
  }
  for (const table of tables.filter(({ dimension }) => groupsAre[dimension.by] !== "areas")) {
    const { dimension, cells } = table;
    const membersOf = (group: string) => dimension.groups.find(({ id }) => id === group)?.members ?? [];
    const addsUp = cells.every(({ group, counts }) => {
      const parts = membersOf(group).map((name) => areas.get(name) ?? null);
      const isKnown = counts !== null && parts.length > 0 && parts.every((part) => part !== null);
      return !isKnown || Math.abs(parts.reduce((sum, part) => sum + part, 0) - counts[0]!) < 1e-6;
    });
    forms.set(
      dimension.id,
      new Map(
        cells.map(({ group }) => {
          const members = addsUp ? membersOf(group) : [];
          const own = unknown(`${dimension.id}/${group}`);
          return [group, members.length > 0 ? sumOfForms(members.map((name) => unknown(areaName(name)))) : own];
        }),
      ),
    );
  }
  return forms;
}

const areaName = (name: string): string => `area/${name}`;

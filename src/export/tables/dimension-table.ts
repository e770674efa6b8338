import { orders } from "../../model.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type Cell, type DeclaredTable, declaredTable } from "../data-table.ts";
import { filled, group, dimension as id, oneOf, text } from "../fields.ts";

export const dimension = ({ dimensions }: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "dimension",
    key: ["dimension"],
    fields: {
      dimension: id,
      title: filled(text),
      about: filled(text),
      type: filled(oneOf(orders, text)),
      ranking: oneOf(["local", "national"], text),
      characteristic: text,
    },
    rows: dimensions.map((one) => [one.id, one.title, one.about, one.type, one.ranking, one.characteristic]),
  });

export const dimensionGroup = ({ dimensions, place }: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "dimension_group",
    key: ["dimension", "group_id"],
    references: [{ columns: ["dimension"], table: "dimension" }],
    fields: {
      dimension: id,
      ...group,
      group_label: filled(text),
      members: text,
    },
    rows: dimensions.flatMap((one): Cell[][] => [
      ...one.groups.map(({ id: own, label, members }) => [one.id, own, label, members.join("; ") || null]),
      [one.id, "overall", place.name, null],
    ]),
  });

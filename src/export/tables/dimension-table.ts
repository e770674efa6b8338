import { orders } from "../../model.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type Cell, type DataTable, dataTable } from "../data-table.ts";
import { filled, group, dimension as id, oneOf, text } from "../fields.ts";

export const dimension = ({ dimensions }: WrittenResults): DataTable =>
  dataTable({
    name: "dimension",
    title: "Breakdowns",
    grain: "one row per dimension that people or areas are grouped by",
    key: ["dimension"],
    fields: {
      dimension: id,
      title: filled(text("Title", "Title of the dimension")),
      about: filled(text("About", "What the groups are and how they were made")),
      type: filled(oneOf(orders, text("Type", "Decides which measures summarise its gap"))),
      ranking: oneOf(["local", "national"], text("Ranking", "Whether areas are ranked within the place or nationally")),
      characteristic: text("Characteristic", "The characteristic of the equality duty that it speaks of"),
    },
    rows: dimensions.map((one) => [one.id, one.title, one.about, one.type, one.ranking, one.characteristic]),
  });

export const dimensionGroup = ({ dimensions, place }: WrittenResults): DataTable =>
  dataTable({
    name: "dimension_group",
    title: "Groups",
    grain: "one row per dimension and group; group_id 'overall' is everyone",
    key: ["dimension", "group_id"],
    references: [{ columns: ["dimension"], table: "dimension" }],
    fields: {
      dimension: id,
      ...group,
      group_label: filled(text("Group", "Name of the group")),
      members: text("Areas", "Names of the areas that make up the group, with semicolons between"),
    },
    rows: dimensions.flatMap((one): Cell[][] => [
      ...one.groups.map(({ id: own, label, members }) => [one.id, own, label, members.join("; ") || null]),
      [one.id, "overall", place.name, null],
    ]),
  });

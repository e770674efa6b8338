import type { WrittenResults } from "../../results/results.ts";
import { type DataTable, dataTable } from "../data-table.ts";
import { atLeast, dimension, filled, group, number, share, text } from "../fields.ts";

/** Communities, and the groups of the sources that are these people. */
export const community = ({ communities }: WrittenResults): DataTable =>
  dataTable({
    name: "community",
    title: "Communities",
    grain: "one row per community",
    key: ["community"],
    fields: {
      community: filled(text("Community", "Id of the community")),
      title: filled(text("Title", "What the community is called")),
      about: text("About", "Who is meant"),
      characteristic: text("Characteristic", "The characteristic of the equality duty that it shares"),
      groups: text("Groups", "The groups that are these people, as dimension/group, with spaces between"),
      indicators: text("Indicators", "Ids of the indicators that count these people alone, with spaces between"),
    },
    rows: communities.map((one) => [
      one.id,
      one.title,
      one.about,
      one.characteristic,
      one.groups.map((own) => `${own.dimension}/${own.group}`).join(" ") || null,
      one.indicators.join(" ") || null,
    ]),
  });

/** Who lives in each area. */
export const areaContext = ({ areas }: WrittenResults): DataTable =>
  dataTable({
    name: "area_context",
    title: "Who lives where",
    grain: "one row per area and part of its people",
    key: ["dimension", "group_id", "title", "label"],
    references: [{ columns: ["dimension", "group_id"], table: "dimension_group" }],
    fields: {
      dimension,
      ...group,
      title: filled(text("Breakdown", "What the people are counted by")),
      source: filled(text("Source", "Id of the dataset")),
      label: filled(text("Part", "Which of the people")),
      count: atLeast(0, number("People", "How many people")),
      share: share("Share", "Share of the people of the area, 0 to 1"),
      share_of_all: share("Share of all", "The same share in all areas together, 0 to 1"),
    },
    rows: areas.flatMap((area) =>
      area.context.flatMap(({ title, source, parts }) =>
        parts.map((part) => [
          area.dimension,
          area.group,
          title,
          source,
          part.label,
          part.count,
          part.share,
          part.shareOfAll,
        ]),
      ),
    ),
  });

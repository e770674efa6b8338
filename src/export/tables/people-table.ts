import type { WrittenResults } from "../../results/results.ts";
import { type DeclaredTable, declaredTable } from "../data-table.ts";
import { atLeast, dimension, filled, group, number, share, text } from "../fields.ts";

/** Communities, and the groups of the sources that are these people. */
export const community = ({ communities }: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "community",
    key: ["community"],
    fields: {
      community: filled(text),
      title: filled(text),
      about: text,
      characteristic: text,
      groups: text,
      indicators: text,
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
export const areaContext = ({ areas }: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "area_context",
    key: ["dimension", "group_id", "title", "label"],
    references: [{ columns: ["dimension", "group_id"], table: "dimension_group" }],
    fields: {
      dimension,
      ...group,
      title: filled(text),
      source: filled(text),
      label: filled(text),
      count: atLeast(0, number),
      share: share,
      share_of_all: share,
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

import { stances } from "../../model.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type DeclaredTable, declaredTable } from "../data-table.ts";
import { filled, indicator as id, number, oneOf, text } from "../fields.ts";

export const indicator = ({ indicators }: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "indicator",
    key: ["indicator"],
    references: [{ columns: ["theme"], table: "theme" }],
    fields: {
      indicator: id,
      title: filled(text),
      question: filled(text),
      theme: filled(text),
      part_of: text,
      core: { type: "true or false", filled: true },
      actions: text,
      better: filled(oneOf(stances, text)),
      kind: filled(text),
      per: filled(number),
      unit: filled(text),
      datasets: filled(text),
    },
    rows: indicators.map((one) => [
      one.id,
      one.title,
      one.question,
      one.theme,
      one.partOf,
      one.core,
      one.actions.join(" ") || null,
      one.better,
      one.kind,
      one.per,
      one.unit,
      one.datasets.join(" "),
    ]),
  });

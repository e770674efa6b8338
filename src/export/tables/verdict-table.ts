import { directions, overallDirections, temperatures } from "../../model.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type DeclaredTable, declaredTable } from "../data-table.ts";
import { eachDimension } from "../each.ts";
import { filled, missing, missingCells, noteIds, oneOf, series, text } from "../fields.ts";

export const verdict = (results: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "verdict",
    key: ["indicator", "dimension"],
    references: [
      { columns: ["indicator"], table: "indicator" },
      { columns: ["dimension"], table: "dimension" },
      { columns: ["theme"], table: "theme" },
    ],
    fields: {
      ...series,
      theme: filled(text),
      verdict: filled(text),
      label: filled(text),
      temperature: filled(oneOf(temperatures, text)),
      gap: filled(oneOf(directions, text)),
      overall: filled(oneOf(overallDirections, text)),
      levelling_down: {
        type: "true or false",
        filled: true,
      },
      rule: filled(text),
      ...missing,
      notes: text,
    },
    rows: eachDimension(results, ({ id, theme }, { dimension, verdict: v, notes }) => [
      [
        id,
        dimension,
        theme,
        v.id,
        v.label,
        v.temperature,
        v.gap,
        v.overall,
        v.levellingDown,
        v.rule,
        ...missingCells(v.because),
        noteIds(notes),
      ],
    ]),
  });

import { bases, gapDirections, levelDirections, temperatures } from "../../model.ts";
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
      absolute_gap: filled(oneOf(gapDirections, text)),
      relative_gap: filled(oneOf(gapDirections, text)),
      overall: filled(oneOf(levelDirections, text)),
      basis: filled(oneOf(bases, text)),
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
        v.absolute,
        v.relative,
        v.overall,
        v.basis,
        v.levellingDown,
        v.rule,
        ...missingCells(v.because),
        noteIds(notes),
      ],
    ]),
  });

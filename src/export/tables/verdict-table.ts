import { directions, overallDirections, temperatures } from "../../model.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type DataTable, dataTable } from "../data-table.ts";
import { eachDimension } from "../each.ts";
import { filled, missing, missingCells, noteIds, oneOf, series, text } from "../fields.ts";

export const verdict = (results: WrittenResults): DataTable =>
  dataTable({
    name: "verdict",
    title: "Verdicts",
    grain: "one row per indicator and dimension",
    key: ["indicator", "dimension"],
    references: [
      { columns: ["indicator"], table: "indicator" },
      { columns: ["dimension"], table: "dimension" },
      { columns: ["theme"], table: "theme" },
    ],
    fields: {
      ...series,
      theme: filled(text("Theme", "Id of the theme")),
      verdict: filled(text("Verdict id", "The verdict as one word")),
      label: filled(text("Verdict", "The verdict as the report shows it")),
      temperature: filled(oneOf(temperatures, text("Temperature", "Which way the gap is going, in one word"))),
      gap: filled(oneOf(directions, text("Gap", "Direction of the gap"))),
      overall: filled(oneOf(overallDirections, text("Overall level", "Direction of the overall level"))),
      levelling_down: {
        type: "true or false",
        title: "Levelling down",
        about: "Whether the gap narrowed because the better-off side got worse",
        filled: true,
      },
      rule: filled(text("Rule", "The rule that decided, in words")),
      ...missing,
      notes: text("Notes", "Ids of the notes on the breakdown, with spaces between"),
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

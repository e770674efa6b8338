import { missingStates } from "../../model.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type DeclaredTable, declaredTable } from "../data-table.ts";
import { filled, oneOf, text } from "../fields.ts";

export const theme = ({ themes }: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "theme",
    key: ["theme"],
    fields: {
      theme: filled(text),
      title: filled(text),
      about: text,
    },
    rows: themes.map(({ id, title, about }) => [id, title, about]),
  });

/** What a theme cannot say yet. */
export const missingData = ({ themes }: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "missing_data",
    key: ["theme", "what"],
    references: [{ columns: ["theme"], table: "theme" }],
    fields: {
      theme: filled(text),
      what: filled(text),
      state: filled(oneOf(missingStates, text)),
      needs: filled(text),
    },
    rows: themes.flatMap(({ id, missing }) => missing.map(({ what, state, needs }) => [id, what, state, needs])),
  });

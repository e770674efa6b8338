import type { WrittenResults } from "../../results/results.ts";
import { type DataTable, dataTable } from "../data-table.ts";
import { filled, text } from "../fields.ts";

export const theme = ({ themes }: WrittenResults): DataTable =>
  dataTable({
    name: "theme",
    title: "Themes",
    grain: "one row per theme",
    key: ["theme"],
    fields: {
      theme: filled(text("Theme", "Id of the theme")),
      title: filled(text("Title", "Title of the theme")),
      about: text("Why it matters", "One sentence on why the theme matters"),
    },
    rows: themes.map(({ id, title, about }) => [id, title, about]),
  });

/** What a theme cannot say yet. */
export const missingData = ({ themes }: WrittenResults): DataTable =>
  dataTable({
    name: "missing_data",
    title: "What cannot be measured yet",
    grain: "one row per theme and thing that cannot be measured",
    key: ["theme", "what"],
    references: [{ columns: ["theme"], table: "theme" }],
    fields: {
      theme: filled(text("Theme", "Id of the theme")),
      what: filled(text("What is missing", "What cannot be measured yet")),
      needs: filled(text("What would fill it", "The data that would fill the gap")),
    },
    rows: themes.flatMap(({ id, missing }) => missing.map(({ what, needs }) => [id, what, needs])),
  });

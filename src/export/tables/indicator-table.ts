import type { WrittenResults } from "../../results/results.ts";
import { type DataTable, dataTable } from "../data-table.ts";
import { filled, indicator as id, number, oneOf, text } from "../fields.ts";

export const indicator = ({ indicators }: WrittenResults): DataTable =>
  dataTable({
    name: "indicator",
    title: "Indicators",
    grain: "one row per indicator",
    key: ["indicator"],
    references: [{ columns: ["theme"], table: "theme" }],
    fields: {
      indicator: id,
      title: filled(text("Title", "Title of the indicator")),
      question: filled(text("Question", "The question it answers, in plain words")),
      theme: filled(text("Theme", "Id of its theme")),
      better: filled(oneOf(["higher", "lower"], text("Better", "Which way is better"))),
      kind: filled(text("Kind", "Kind of statistic: proportion, rate, mean and so on")),
      per: filled(number("Per", "Figures are per this many")),
      unit: filled(text("Unit", "Unit of the figures")),
      datasets: filled(text("Datasets", "Ids of the datasets it is made from, with spaces between")),
    },
    rows: indicators.map((one) => [
      one.id,
      one.title,
      one.question,
      one.theme,
      one.better,
      one.kind,
      one.per,
      one.unit,
      one.datasets.join(" "),
    ]),
  });

import { catalogues } from "../../catalogue/catalogue.ts";
import { measures } from "../../measure/all.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type DataTable, dataTable } from "../data-table.ts";
import { filled, oneOf, text } from "../fields.ts";
import { gapTypes } from "./gap-table.ts";

/** What each definition id stands for. */
export const measure = ({ language }: WrittenResults): DataTable => {
  const { method } = catalogues[language];
  return dataTable({
    name: "measure",
    title: "Measures",
    grain: "one row per measure of the method",
    key: ["definition"],
    fields: {
      definition: filled(text("Definition", "Definition id, which goes with every figure")),
      measure: filled(text("Measure", "Short id of the measure")),
      name: filled(text("Name", "Name of the measure")),
      type: filled(oneOf(gapTypes, text("Type", "absolute: a difference; relative: a ratio or a share"))),
      formula: filled(text("Formula", "How it is computed")),
      reading: filled(text("Reading", "What a value says, in one sentence")),
      at_equality: {
        type: "whole number",
        title: "At equality",
        about: "Its value when all groups are the same",
        filled: true,
      },
      source: filled(text("Source", "Where the measure comes from")),
    },
    rows: measures.map((one) => [
      one.definition,
      one.id,
      method.measureName(one.id),
      one.type,
      one.formula,
      method.measureReading(one.id),
      one.atEquality,
      one.source.citation,
    ]),
  });
};

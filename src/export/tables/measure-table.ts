import { catalogues } from "../../catalogue/catalogue.ts";
import { formulaParts, measuresOf } from "../../measure/all.ts";
import { editionOf } from "../../model.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type DeclaredTable, declaredTable } from "../data-table.ts";
import { filled, oneOf, text } from "../fields.ts";
import { gapTypes } from "./gap-table.ts";

/** What each definition id stands for. */
export const measure = (results: WrittenResults): DeclaredTable => {
  const { method } = catalogues[results.language];
  return declaredTable({
    name: "measure",
    key: ["definition"],
    fields: {
      definition: filled(text),
      measure: filled(text),
      name: filled(text),
      type: filled(oneOf(gapTypes, text)),
      formula: filled(text),
      reading: filled(text),
      at_equality: {
        type: "whole number",
        filled: true,
      },
      source: filled(text),
    },
    rows: measuresOf(editionOf(results)).map((one) => [
      one.definition,
      one.id,
      method.measureName(one.id),
      one.type,
      method.measureFormula(one.id, formulaParts(one)),
      method.measureReading(one.id),
      one.atEquality,
      one.source.citation,
    ]),
  });
};

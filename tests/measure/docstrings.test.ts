import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as library from "../../src/index.ts";
import { type Measure, measures } from "../../src/measure/all.ts";
import { measureIds } from "../../src/model.ts";
import {
  type Docstring,
  docstringOf,
  lacks,
  ofMeasures,
  typeErrors,
  unnoticed,
  wrongAnswers,
} from "../support/docstrings.ts";

const folder = fileURLToPath(new URL("../../src/measure/", import.meta.url));

/** The file and the name under which a measure is declared. */
const declared = new Map(
  readdirSync(folder).flatMap((file) =>
    [...readFileSync(`${folder}${file}`, "utf8").matchAll(/^export const (\w+): Measure = \{\n {2}id: "(\w+)"/gm)].map(
      ([, name, id]) => [id!, { file: `measure/${file}`, name: name! }] as const,
    ),
  ),
);
const docOf = ({ id }: Measure): Docstring | null => {
  const place = declared.get(id);
  return place ? docstringOf(place.file, place.name) : null;
};

const sourceOf = ({ source: { citation, doi } }: Measure): string =>
  doi === null ? citation : `${citation}, doi:${doi}`;

describe("a measure", () => {
  it("stands under its own id", () => {
    expect(measures.map(({ id }) => id)).toEqual(measureIds);
  });

  it.each(measures)("$id has shapes and units, errors, source and an example", (measure) => {
    expect(lacks(docOf(measure), ofMeasures)).toEqual([]);
  });

  it.each(measures)("$id names in its docstring the source that is printed, above the formula", (measure) => {
    expect(docOf(measure)?.parts["Source"]).toBe(sourceOf(measure));
    expect(measure.formula).not.toBe("");
  });

  it.each(measures)("$id comes to what its example states", async (measure) => {
    for (const example of docOf(measure)?.examples ?? []) expect(await wrongAnswers(example, library)).toEqual([]);
  });

  it.each(measures)("$id has an example that fails by any digit", async (measure) => {
    for (const example of docOf(measure)?.examples ?? []) expect(await unnoticed(example, library)).toEqual([]);
  });

  it("has examples that are TypeScript", async () => {
    const examples = measures.flatMap((measure) => docOf(measure)?.examples ?? []);
    expect(await typeErrors("measures", examples)).toBe("");
  });
});

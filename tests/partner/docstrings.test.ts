import { describe, expect, it } from "vitest";
import * as library from "../../src/index.ts";
import {
  docstringOf,
  lacks,
  ofFunctions,
  reexports,
  typeErrors,
  unnoticed,
  wrongAnswers,
} from "../support/docstrings.ts";

const isFunction = (value: unknown): boolean => typeof value === "function" && !`${value}`.startsWith("class");
const exported = reexports("index.ts");
const functions = exported
  .filter(({ name }) => isFunction((library as Record<string, unknown>)[name]))
  .map((one) => ({ ...one, found: docstringOf(one.file, one.name) }));

describe("what partners import", () => {
  it("is found, all of it, where it is declared", () => {
    expect(exported.flatMap(({ name, isType }) => (isType ? [] : [name])).sort()).toEqual(Object.keys(library).sort());
  });

  it.each(exported)("$name says what it is", ({ name, file }) => {
    expect(docstringOf(file, name)?.says ?? "").not.toBe("");
  });

  it.each(functions)("$name has formula or rule, shapes and units, errors, source and an example", ({ found }) => {
    expect(lacks(found, ofFunctions)).toEqual([]);
  });

  it.each(functions)("$name comes to what its example states", async ({ found }) => {
    for (const example of found?.examples ?? []) expect(await wrongAnswers(example, library)).toEqual([]);
  });

  it.each(functions)("$name has an example that fails by any digit", async ({ found }) => {
    for (const example of found?.examples ?? []) expect(await unnoticed(example, library)).toEqual([]);
  });

  it("has examples that are TypeScript", async () => {
    const examples = functions.flatMap(({ found }) => found?.examples ?? []);
    expect(await typeErrors("functions", examples)).toBe("");
  });
});

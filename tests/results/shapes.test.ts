import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { changesSchema } from "../../src/results/changes.ts";
import { manifestSchema } from "../../src/results/manifest.ts";
import { resultsSchema } from "../../src/results/results.ts";
import { tablesSchema } from "../../src/results/tables.ts";

const src = join(import.meta.dirname, "../../src");

type Part = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
};

/** Keys of every object in a schema. */
function keysIn(schema: z.ZodType): string[] {
  const { shape = {}, element, innerType, valueType, options = [] } = schema.def as Part;
  const inner = [...Object.values(shape), ...options, ...[element, innerType, valueType].flatMap((one) => one ?? [])];
  const own = Object.keys(shape).sort().join(" ");
  return [...(own === "" ? [] : [own]), ...inner.flatMap(keysIn)];
}

/** Interfaces of a file that lay out every field themselves, with their keys. */
function interfacesIn(file: string): { name: string; keys: string }[] {
  const text = readFileSync(join(src, file), "utf8").replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, "");
  return [...text.matchAll(/^(?:export )?interface (\w+) \{\n(.*?)^\}/gms)].map(([, name, body]) => ({
    name: `${file}: ${name}`,
    keys: [...body!.matchAll(/^ {2}(?:readonly )?(\w+)\??:/gm)]
      .map(([, key]) => key!)
      .sort()
      .join(" "),
  }));
}

describe("the shape of what is written", () => {
  const written = new Set([resultsSchema, changesSchema, manifestSchema, tablesSchema].flatMap(keysIn));

  it("is found whole", () => {
    expect(written.size).toBeGreaterThan(50);
    expect(written).toContain("lower upper value");
  });

  it("is declared once, as a schema: no interface has the same fields", () => {
    const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
    const interfaces = files.flatMap(interfacesIn);
    expect(interfaces.length).toBeGreaterThan(100);
    // These hold the things themselves where a file has their ids: an indicator, a dimension, a period.
    const whole = ["compare/held.ts: Table", "judge/comparable-periods.ts: Break"];
    expect(interfaces.flatMap(({ name, keys }) => (written.has(keys) ? name : [])).sort()).toEqual(whole);
  });
});

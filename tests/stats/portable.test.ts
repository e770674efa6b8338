import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("../../src/", import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path));
const code = (file: string): string =>
  readFileSync(join(src, file), "utf8").replace(/(?<!\*)\/\*\*?.*?\*\/|\/\/[^\n]*/gs, "");

/** Hash of what a function gives for 20,000 numbers from 0 to 1. */
function hashOf(act: (x: number) => number): string {
  let state = 12345;
  const given = Float64Array.from({ length: 20_000 }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return act(state / 2 ** 32);
  });
  return createHash("sha256").update(new Uint8Array(given.buffer)).digest("hex").slice(0, 12);
}

describe("arithmetic that every version of Node does alike", () => {
  it("raises to the power of 2 alone: other powers differ in the last digit between Node 22 and 24", () => {
    expect(files.filter((file) => /\*\*(?! 2\b(?!\.))/.test(code(file)))).toEqual([]);
    expect(files.filter((file) => /Math\.pow\b/.test(code(file)))).toEqual([]);
  });

  const functions = {
    exp: (x: number) => Math.exp(20 * x - 10),
    log: (x: number) => Math.log(100 * x),
    log10: (x: number) => Math.log10(10 * x),
    cos: (x: number) => Math.cos(10 * x),
    sin: (x: number) => Math.sin(10 * x),
    asin: (x: number) => Math.asin(2 * x - 1),
    hypot: (x: number) => Math.hypot(x, 2 * x),
    square: (x: number) => (x + 1) ** 2,
  };

  it("uses no other function of which versions may differ", () => {
    const used = new Set(
      files.flatMap((file) => [...code(file).matchAll(/Math\.([a-z]\w*)/g)].map(([, name]) => name!)),
    );
    const exact = ["abs", "ceil", "floor", "max", "min", "round", "sign", "sqrt", "trunc", "imul"];
    expect([...used].filter((name) => !exact.includes(name) && !Object.hasOwn(functions, name))).toEqual([]);
  });

  it("gives the bits that Node 20, 22 and 24 give", () => {
    expect(Object.fromEntries(Object.entries(functions).map(([name, act]) => [name, hashOf(act)]))).toEqual({
      exp: "d00dc8c57d3f",
      log: "41a17dd62dd9",
      log10: "eb406263023f",
      cos: "ad5cc6874fdb",
      sin: "d514348fcf7f",
      asin: "bb6bb778f89d",
      hypot: "e4fb61a13874",
      square: "ce1eb1c9bb6d",
    });
  });
});

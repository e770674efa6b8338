import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readYaml } from "../../src/define/yaml-file.ts";
import { parseYaml } from "../../src/define/yaml-syntax.ts";
import { listable, unseenIn, visible } from "../../src/error.ts";

const keys = (count: number): string => Array.from({ length: count }, (_, i) => `k${i}: 1\n`).join("");
const faultOf = (text: string) => parseYaml(text, "a.yaml").faults[0];

/** Seconds of this process that something takes. */
function seconds(act: () => unknown): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe("a file of definitions", () => {
  it("of eight times the unknown keys takes far less than 64 times as long, and lists the first hundred", () => {
    const read = (count: number) => readYaml(keys(count), "a.yaml", z.strictObject({ a: z.number() }));
    read(2_000);
    const [few, many] = [seconds(() => read(10_000)), seconds(() => read(80_000))];
    expect(many).toBeLessThan(24 * few);
    const result = read(2_000);
    const faults = "faults" in result ? listable(result.faults) : [];
    expect(faults).toHaveLength(101);
    expect(faults.at(-1)).toMatchObject({ found: expect.stringMatching(/^\d+ more of them: 100 of a file/) });
  });

  it("has at most 1 MB", () => {
    expect(faultOf(keys(200_000))).toMatchObject({ must: "at most 1 MB", found: "2.0 MB" });
  });

  it.each([
    ["flow lists", `x: ${"[".repeat(100_000)}`],
    ["flow blocks", `x: ${"{a: ".repeat(800)}1${"}".repeat(800)}`],
    ["lists", `x:\n${"- ".repeat(5_000)}a`],
    ["keys", `x:\n${"? ".repeat(5_000)}a`],
    ["a few lists too many", `x: ${"[".repeat(40)}a${"]".repeat(40)}`],
  ])("nests %s at most 30 deep", (_, text) => {
    expect(faultOf(text)).toMatchObject({ must: "blocks and lists at most 30 deep in one another" });
  });

  it("may nest ten deep", () => {
    expect(faultOf(`x: ${"[".repeat(10)}a${"]".repeat(10)}`)).toBeUndefined();
  });

  it("has no key of a name kept for the program, written in escapes or not", () => {
    for (const key of ["__proto__", '"__proto__"', '"\\x5f_proto__"'])
      expect(faultOf(`${key}: 1`)?.found, key).toBe("__proto__, a name kept for the program");
  });

  it("is not expanded by aliases", () => {
    const lines = Array.from(
      { length: 12 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(", ")}]`,
    );
    expect(faultOf(["a0: &a0 x", ...lines].join("\n"))).toMatchObject({
      must: "text that begins with * stands in quotes",
    });
  });

  it.each(["a: 1\nb: 2\na: 3", "x: {a: 1, a: 2}"])("has each key once: %j", (text) => {
    expect(faultOf(text)).toMatchObject({ found: expect.stringContaining("a key that its block already has") });
  });

  it.each([
    ['a: "\\u0007"', "U+0007"],
    ['a: "\\0"', "U+0000"],
    ['a: "\\u202e"', "U+202E"],
    ['a: "\\uD800"', "U+D800"],
    ['a: "\\uFFFE"', "U+FFFE"],
    ['a: "\\u200b"', "U+200B"],
    ['"\\u0007": 1', "U+0007"],
    ['a: [{ b: "\\u001b[2J" }]', "U+001B"],
  ])("has no character that cannot be seen: %s", (text, found) => {
    expect(faultOf(text)).toMatchObject({ found: expect.stringContaining(`the unseen character ${found};`) });
  });

  it("may have such a character between the fields of a file, and emoji anywhere", () => {
    expect(faultOf('format: { delimiter: "\\u0001" }\ntitle: "👩‍👩‍👧 families"')).toBeUndefined();
  });
});

it("shows unseen characters as text", () => {
  expect(visible("\u001b]0;owned\u0007 a\tb\n\u202e\u0085\ud800")).toBe(
    "\\u001b]0;owned\\u0007 a\tb\n\\u202e\\u0085\\ud800",
  );
  expect(unseenIn("a\tb\nc 👩‍👩‍👧 é")).toBeNull();
});

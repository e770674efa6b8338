import { describe, expect, it } from "vitest";
import { claims, lacks, ofFunctions, parsed, typeErrors, unnoticed, wrongAnswers } from "../support/docstrings.ts";

describe("an example", () => {
  const right = 'const half = 1 / 2;\n({ half, list: [1 / 3, half], word: "0.1" });';
  it.each([
    ["holds to the digits stated", '{ half: 0.5, list: [0.3333, 0.5], word: "0.1" }', []],
    ["fails by one digit", "{ list: [0.3334, 0.5] }", [".list.0 is 0.3333333333333333, not 0.3334"]],
    [
      "fails where few digits are not all there are",
      "{ list: [0.333, 0.5] }",
      [".list.0 is 0.3333333333333333, not 0.333"],
    ],
    ["fails by a sign", "{ half: -0.5 }", [".half is 0.5, not -0.5"]],
    ["fails by a word", '{ word: "0.2" }', ['.word is "0.1", not "0.2"']],
    ["fails by a key that is not there", "{ third: 0.3333 }", [".third is undefined, not 0.3333"]],
    ["fails by a list that is longer", "{ list: [0.3333] }", [".list is [0.3333333333333333,0.5], not a list of 1"]],
  ])("%s", async (_, answer, wrong) => {
    const found = await wrongAnswers(`${right}\n// => ${answer}`, {});
    expect(found.map((line) => line.slice(line.indexOf(": .") < 0 ? 0 : line.indexOf(": .") + 2))).toEqual(wrong);
  });

  it("fails where the compiler refuses it", async () => {
    expect(await typeErrors("mistake", ['zOf("0.95");'])).toMatch(/TS2345/);
  });

  it("says which wrong digit goes unnoticed", async () => {
    expect(await unnoticed("1 + 1; // => 2\n[3, 0.25]; // => [3,\n//   0.25]", {})).toEqual([]);
    expect(await unnoticed('({}); // => { a: undefined }\n"1".length; // => 1', {})).toEqual([]);
    expect(await unnoticed('/./; // => { flags: "", a: [][9] }', {})).toEqual(['/./; // => { flags: "", a: [][0] }']);
  });

  it("may state answers behind a statement, and over several lines below", async () => {
    const example = "1 + 1; // => 2\n// in words\n[\n  1,\n  2,\n];\n// => [1,\n//     3]";
    expect(claims(example).map(({ answer }) => answer)).toEqual(["2", "[1,     3]"]);
    expect(await wrongAnswers(example, {})).toEqual(["[\n  1,\n  2,\n]: .1 is 2, not 3"]);
  });
});

describe("a docstring", () => {
  const whole =
    "* Half.\n *\n * Formula: x / 2.\n * Shapes and units: a number,\n * halved.\n * Errors: none.\n * Source: Euclid.\n *\n * @example\n * half(2) // => 1\n ";

  it("is read part by part", () => {
    expect(parsed(whole)).toEqual({
      says: "Half.",
      parts: { Formula: "x / 2.", "Shapes and units": "a number, halved.", Errors: "none.", Source: "Euclid." },
      examples: ["half(2) // => 1"],
    });
    expect(lacks(parsed(whole), ofFunctions)).toEqual([]);
  });

  it.each([
    ["a docstring", null],
    ["words on what it is", parsed(whole.replace("Half.", ""))],
    ["words on Source", parsed(whole.replace("Euclid.", ""))],
    ["its parts, in order; it has Formula, Shapes and units, Source", parsed(whole.replace(" * Errors: none.\n", ""))],
    ["a reason or note that there is, in place of `no-such-thing`", parsed(whole.replace("none", "`no-such-thing`"))],
    ["an example with an answer", parsed(whole.replace("// => 1", ""))],
  ])("fails without %s", (lacking, found) => {
    expect(lacks(found, ofFunctions)).toEqual([lacking]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guarded, unguarded } from "../../src/csv/formula.ts";
import { commaSeparated, csvRecords } from "../../src/csv/records.ts";
import { csv } from "../../src/csv/write.ts";

describe("a text in CSV", () => {
  it.each([
    "=1+1",
    "+44 123",
    "-A",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    '=HYPERLINK("http://x")',
    "-2+3+cmd|' /C calc'!A0",
  ])("%j begins with an apostrophe, so that no spreadsheet computes it", (text) => {
    expect(guarded(text)).toBe(`'${text}`);
    expect(unguarded(guarded(text))).toBe(text);
  });

  it.each(["", "A", "'tis", "1=1", "-1", "-1.5", "+3", "-1e-7", " =1", "a-b"])("%j stands as it is", (text) => {
    expect(guarded(text)).toBe(text);
    expect(unguarded(text)).toBe(text);
  });

  it("is given back whatever it is", () => {
    const awkward = fc
      .array(fc.constantFrom("'", "=", "-", "1", "a", "\t", '"', ",", "\r\n"))
      .map((parts) => parts.join(""));
    fc.assert(fc.property(fc.oneof(awkward, fc.string()), (text) => unguarded(guarded(text)) === text));
  });

  it("is given back through a file, and numbers stay numbers", () => {
    const texts = ["=1+1", "'=1", 'a,"b"', "-x", "\t=2"];
    const written = csv(
      ["text", "value"],
      texts.map((text, i) => [text, -i - 0.5]),
    );
    const [, ...rows] = [...csvRecords(written, { ...commaSeparated, padded: false })].map(({ fields }) => fields);
    expect(rows.map(([text]) => unguarded(text!))).toEqual(texts);
    expect(rows.map(([, value]) => value)).toEqual(["-0.5", "-1.5", "-2.5", "-3.5", "-4.5"]);
  });
});

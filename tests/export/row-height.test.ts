import { describe, expect, it } from "vitest";
import { linesOf, rowHeight } from "../../src/export/workbook/row-height.ts";

describe("linesOf", () => {
  it.each([
    ["", 10, 1],
    ["short", 10, 1],
    ["two words", 9, 1],
    ["two words", 8, 2],
    ["one two three", 5, 3],
    ["d.extreme-groups.v1", 12, 2],
    ["abcdefghij", 4, 3],
  ])("breaks %j in a column of %i characters into %i", (text, width, lines) => {
    expect(linesOf(text, width)).toBe(lines);
  });
});

describe("rowHeight", () => {
  it("is that of the cell with the most lines, and numbers take one", () => {
    expect(rowHeight(["one two", 123456789], [4, 2])).toBe(32);
    expect(rowHeight([], [])).toBe(16);
  });
});

import { describe, expect, it } from "vitest";
import { commaSeparated, csvRecords, type Dialect } from "../../src/csv/records.ts";
import { csv } from "../../src/csv/write.ts";

const plain: Dialect = { delimiter: ",", quote: '"', header_row: 1 };
const fieldsOf = (text: string, dialect: Dialect): string[][] =>
  Array.from(csvRecords(text, dialect), ({ fields }) => fields);

describe("csvRecords", () => {
  it.each<[string, string, Dialect, string[][]]>([
    ["keeps spaces, which DuckDB keeps too", "a, b \n 1 ,2\n", plain, [["a", " b "], [" 1 ", "2"]]],
    ["drops padding where a dialect has it, outside quotes alone", 'a, b \n\t" 1 " ,2\n', commaSeparated, [["a", "b"], [" 1 ", "2"]]],
    ["reads doubled quotes and line ends inside quotes", 'a,b\n"x ""y""\nz",2\n', plain, [["a", "b"], ['x "y"\nz', "2"]]],
    ["passes over empty lines and a mark of byte order", "\ufeffa,b\n\n1,2\n\n", plain, [["a", "b"], ["1", "2"]]],
    ["begins at the header's line", "note\na;b\n1;2", { delimiter: ";", quote: "'", header_row: 2 }, [["a", "b"], ["1", "2"]]],
  ])("%s", (_, text, dialect, fields) => expect(fieldsOf(text, dialect)).toEqual(fields)); // biome-ignore format: a table

  it("says on which line a record begins and where its quotes go wrong", () => {
    const records = [...csvRecords('a,b\n"1\n2",3\n"4"5,6\n"7,8\n', plain)];
    expect(records.map(({ line, slip }) => [line, slip])).toEqual([
      [1, null],
      [2, null],
      [4, { kind: "text-after-quote", line: 4 }],
      [5, { kind: "unclosed", line: 5 }],
    ]);
  });

  it("reads back what the writer writes", () => {
    const rows = [
      ["a,b", 'say "so"', ""],
      ["two\r\nlines", "-1.5", "true"],
    ];
    expect(fieldsOf(csv(["x", "y", "z"], rows), plain)).toEqual([["x", "y", "z"], ...rows]);
  });
});

import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csv } from "../../src/charts/chart-csv.ts";

const table = {
  caption: "Sizes",
  head: ["Group", "Figure (%)", "Interval", "Number"],
  rows: [
    { heading: "Docks, old and new", cells: ["\u22121.5", "\u22122.0 to \u22121.0", "1,234"] },
    { heading: 'The "Bend"', cells: ["[c]", "[x]", "1,234,567.8"] },
    { heading: "Two\nlines", cells: ["42%", "not published", "7"] },
  ],
};

describe("csv", () => {
  it("quotes what needs it, ends lines as RFC 4180 says, and writes figures as programs read them", () =>
    expect(csv(table)).toBe(
      [
        "Group,Figure (%),Interval,Number",
        '"Docks, old and new",-1.5,\u22122.0 to \u22121.0,1234',
        '"The ""Bend""",[c],[x],1234567.8',
        '"Two\nlines",42%,not published,7',
        "",
      ].join("\r\n"),
    ));
  it("is read back by another reader", () =>
    expect(parse(csv(table), { record_delimiter: "\r\n" })[2]).toEqual(['The "Bend"', "[c]", "[x]", "1234567.8"]));
});

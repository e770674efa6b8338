import { expect, it } from "vitest";
import { faultsOf } from "../support/one-dataset.ts";

it("an indicator has at most a thousand periods, and the fault names the row that is beyond them", async () => {
  const rows = Array.from({ length: 1001 }, (_, i) => `A,${1000 + i},2,20`);
  const columns = Object.fromEntries(["year", "x", "n"].map((name) => [name, { type: "integer" }]));
  const found = await faultsOf({
    file: { name: "d.csv", content: `grp,year,x,n\n${rows.join("\n")}\n` },
    columns: { grp: { type: "text" }, ...columns },
    unique: ["grp", "year"],
    rows: 1001,
  });
  expect(found).toMatch(
    /d\.csv:1002 {2}column year(.|\n)*at most 1000 different periods of one indicator(.|\n)*found: +1001/,
  );
});

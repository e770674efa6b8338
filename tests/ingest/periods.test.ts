import { expect, it } from "vitest";
import { periodOf } from "../../src/ingest/periods.ts";

it.each([
  ["2015-17", "2015-17", "2017-12-31"],
  ["2015 - 17", "2015-17", "2017-12-31"],
  ["2015–17", "2015-17", "2017-12-31"],
  ["2015 to 2017", "2015-17", "2017-12-31"],
  ["1998-02", "1998-02", "2002-12-31"],
])("reads %s as a pool of calendar years", (cell, label, end) => {
  expect(periodOf(cell, "calendar-year")).toEqual({ label, start: `${label.slice(0, 4)}-01-01`, end });
});

it.each(["2019-20", "2019/20", "2019 to 2020", "2017-15", "2015-2060", "0019", "9999", "2015 - 17 "])(
  "reads %s as no calendar years: two may be one year across a new year",
  (cell) => {
    expect(periodOf(cell, "calendar-year")).toBeNull();
  },
);

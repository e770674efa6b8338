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

type Unit = Parameters<typeof periodOf>[1];
it.each<[string, Unit, string, string, string]>([
  ["202122", "academic-year", "2021-22", "2021-09-01", "2022-08-31"],
  ["202122", "financial-year", "2021-22", "2021-04-01", "2022-03-31"],
  ["2017/18 - 2019/20", "financial-year", "2017-18 to 2019-20", "2017-04-01", "2020-03-31"],
  ["2017-18 to 2019-20", "academic-year", "2017-18 to 2019-20", "2017-09-01", "2020-08-31"],
  ["2023 Q1", "calendar-quarter", "2023 Q1", "2023-01-01", "2023-03-31"],
  ["Q4 2023", "calendar-quarter", "2023 Q4", "2023-10-01", "2023-12-31"],
  ["2023-Q2", "calendar-quarter", "2023 Q2", "2023-04-01", "2023-06-30"],
  ["Jul to Sep 2023", "calendar-quarter", "2023 Q3", "2023-07-01", "2023-09-30"],
  ["2022-23 Q1", "financial-quarter", "2022-23 Q1", "2022-04-01", "2022-06-30"],
  ["Q4 2022/23", "financial-quarter", "2022-23 Q4", "2023-01-01", "2023-03-31"],
  ["2024-02", "month", "2024-02", "2024-02-01", "2024-02-29"],
  ["202312", "month", "2023-12", "2023-12-01", "2023-12-31"],
  ["January 2023", "month", "2023-01", "2023-01-01", "2023-01-31"],
  ["Jan-23", "month", "2023-01", "2023-01-01", "2023-01-31"],
  ["year ending June 2023", "year-ending", "2022-07 to 2023-06", "2022-07-01", "2023-06-30"],
  ["YE Dec 2023", "year-ending", "2023-01 to 2023-12", "2023-01-01", "2023-12-31"],
  ["12 months to 2024-02", "year-ending", "2023-03 to 2024-02", "2023-03-01", "2024-02-29"],
])("reads %s as a %s", (cell, unit, label, start, end) => {
  expect(periodOf(cell, unit)).toEqual({ label, start, end });
});

it.each<[string, Unit]>([
  ["202123", "academic-year"],
  ["202122", "calendar-year"],
  ["2019-20 to 2017-18", "financial-year"],
  ["2023 Q5", "calendar-quarter"],
  ["2022-23 Q1", "calendar-quarter"],
  ["Feb to Apr 2023", "calendar-quarter"],
  ["2023 Q1", "financial-quarter"],
  ["2022-24 Q1", "financial-quarter"],
  ["2023-13", "month"],
  ["Janvier 2023", "month"],
  ["Juno 2023", "year-ending"],
  ["2023", "year-ending"],
])("reads %s as no %s", (cell, unit) => {
  expect(periodOf(cell, unit)).toBeNull();
});

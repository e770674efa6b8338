import { describe, expect } from "vitest";
import { file, fuelPoverty, integer, lines, number, read, sum, text } from "../support/raw-files.ts";
import { csv } from "../support/received.ts";

describe("a file as received", () => {
  file("dluhc_homelessness_detailed_la_2022q4.ods", "table A8 among several hundred sheets", async () => {
    const { rows, notes, faults } = await read("dluhc_homelessness_detailed_la_2022q4.ods", {
      format: { type: "ods", sheet: "A8", header_row: 2, header_rows: 4, last_row: 329 },
      columns: {
        code: { ...text, position: 1 },
        place: { ...text, position: 2 },
        owed: { ...integer, position: 5 },
        white: { ...integer, position: 8 },
        black: { ...integer, position: 19 },
        asian: { ...integer, position: 28 },
        mixed: { ...integer, position: 41 },
        other: { ...integer, position: 52 },
        unknown: { ...integer, position: 59 },
        "share white": { ...number, position: 9, percent: true },
      },
      where: { code: { prefix: "E0" } },
      blanks: { "-": "suppressed", "..": "not-available", "": "not-applicable" },
    });
    expect(faults).toBe("");
    expect(rows.find(({ place }) => place === "Manchester")).toMatchObject({
      code: "E08000003",
      owed: 1589,
      white: 685,
    });
    const { white, black, asian, mixed, other, unknown } = rows.find(({ place }) => place === "Manchester") as Record<
      string,
      number
    >;
    expect(white! + black! + asian! + mixed! + other! + unknown!).toBe(1589);
    expect(rows).toHaveLength(309);
    expect(notes).toMatchObject([{ kind: "left-out" }]);
  });

  file("desnz_fuel_poverty_2022_lsoa21_tables.xlsx", "Table 3 adds up to the row of Table 2", async () => {
    const { areas, city, ours, faults } = await fuelPoverty("desnz_fuel_poverty_2022_lsoa21_tables.xlsx");
    expect(faults).toBe("");
    expect(areas.rows).toHaveLength(33755);
    expect(city.rows).toMatchObject([
      { "Number of households": 220648, "Number of households in fuel poverty": 36882 },
    ]);
    expect(Math.abs(sum(ours, "Number of households") - 220648)).toBeLessThan(ours.length);
    expect(Math.abs(sum(ours, "Number of households in fuel poverty") - 36882)).toBeLessThan(ours.length);
  });

  file("dfe_ks4_la_characteristics_2018-19.xlsx", "one characteristic of a long table", async () => {
    const { rows, notes, faults } = await read("dfe_ks4_la_characteristics_2018-19.xlsx", {
      format: { type: "xlsx", sheet: "Sheet1" },
      columns: {
        time_period: text,
        new_la_code: text,
        breakdown: text,
        gender: text,
        free_school_meals: text,
        ethnic_major: text,
        sen_status: text,
        first_language: text,
        disadvantage: text,
        t_pupils: integer,
        t_entbasics: integer,
      },
      where: { new_la_code: "E08000003", breakdown: "Free school meals" },
      blanks: { c: "suppressed", z: "not-applicable", x: "not-available", "": "not-applicable" },
      facts: { rows: 0, unique: ["new_la_code", "gender", "free_school_meals"] },
    });
    expect(faults).toBe("");
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ free_school_meals }) => free_school_meals)).size).toBeGreaterThan(1);
    expect(notes).toMatchObject([{ kind: "left-out", of: 8209, count: 8209 - rows.length }]);
  });

  file("dfe_level_2_3_age_19_la_2005-2025.csv", "local authorities without cohorts that are not yet 19", async () => {
    const { rows, notes, faults } = await read("dfe_level_2_3_age_19_la_2005-2025.csv", {
      format: csv,
      columns: {
        cohort_19_in: text,
        number_in_ss_cohort: integer,
        la_code_9: text,
        gender: text,
        fsm: text,
        sen: text,
        l3_by19: integer,
      },
      where: { la_code_9: { prefix: "E0" }, cohort_19_in: { not: [2023, 2024, 2025] } },
      total_rows: [
        { where: { fsm: "ALL", gender: "ALL", sen: "ALL" }, over: ["fsm"], sums: ["number_in_ss_cohort"], within: 0 },
      ],
      blanks: { "": "not-available", NA: "not-available", c: "suppressed" },
      facts: { rows: 0, unique: ["cohort_19_in", "la_code_9", "gender", "fsm", "sen"] },
    });
    expect(faults).toBe("");
    const own = lines("dfe_level_2_3_age_19_la_2005-2025.csv")
      .map((line) => line.split(","))
      .filter((cells) => /^E0/.test(cells[3] ?? "") && Number(cells[0]) < 2023);
    expect(notes[0]).toMatchObject({ kind: "left-out", of: 26384 });
    expect(rows.length + (notes.find(({ kind }) => kind === "total-rows")?.count ?? 0)).toBe(own.length);
    expect(Math.max(...rows.map((row) => Number(row["cohort_19_in"])))).toBe(2022);
  });

  file("dft_stats19_greater_manchester_2019-2024h1.csv", "casualties placed in the wards of Manchester", async () => {
    const { rows, notes, faults } = await read("dft_stats19_greater_manchester_2019-2024h1.csv", {
      format: csv,
      columns: {
        row: { ...text, row_number: true },
        date: { type: "date" },
        casualty_severity: text,
        ageband: text,
        area_name: text,
        lon: number,
        lat: number,
        ward: text,
      },
      points: { file: "manchester_ward.geojson", key: "WD25CD", longitude: "lon", latitude: "lat", area: "ward" },
      where: { area_name: "Manchester" },
      blanks: { "": "not-available" },
    });
    expect(faults).toBe("");
    expect(new Set(rows.map(({ ward }) => ward)).size).toBe(32);
    const outside = notes.find(({ kind }) => kind === "outside")?.count ?? 0;
    const all = lines("dft_stats19_greater_manchester_2019-2024h1.csv").filter(
      (line) => line.split(",")[16] === "Manchester",
    );
    expect(rows.length + outside).toBe(all.length);
    // Nearly all that the police calls Manchester lies in its wards.
    expect(outside).toBeLessThan(all.length / 50);
  });

  file(
    "dwp_cilif_relative_msoa_2014-15_to_2021-22_raw.csv",
    "children in low income, wide by year, without Unknown and Total",
    async () => {
      const years = ["2014/15", "2015/16", "2016/17", "2017/18", "2018/19", "2019/20", "2020/21", "2021/22 (p)"];
      const { rows, faults } = await read("dwp_cilif_relative_msoa_2014-15_to_2021-22_raw.csv", {
        format: {
          ...csv,
          header_rows: 2,
          unpivot: { name: "year", columns: years, names: years.map((year) => year.slice(0, 7)), value: "children" },
        },
        columns: { area: { ...text, position: 1 }, year: text, children: integer },
        where: { area: { not: ["Unknown", "Total"] } },
        blanks: { "": "not-available", "..": "suppressed" },
      });
      expect(faults).toBe("");
      const inManchester = rows.filter(
        ({ area, year }) => String(area).startsWith("Manchester ") && year === "2021/22",
      );
      expect(inManchester.length).toBeGreaterThan(50);
      const [first] = lines("dwp_cilif_relative_msoa_2014-15_to_2021-22_raw.csv").filter((line) =>
        line.startsWith('"Manchester 001"'),
      );
      const last = rows.find(({ area, year }) => area === "Manchester 001" && year === "2021/22");
      expect(last?.["children"]).toBe(Number(first!.split(",")[15]));
    },
  );

  file("insolvency_service_ward_2012-2022.csv", "wide by year, with totals held against their parts", async () => {
    const years = Array.from({ length: 11 }, (_, i) => String(2012 + i));
    const { rows, notes, faults } = await read("insolvency_service_ward_2012-2022.csv", {
      format: { ...csv, unpivot: { name: "year", columns: years, value: "people" } },
      columns: { ward_code: text, local_authority_code: text, insolvency_type: text, year: text, people: integer },
      where: { local_authority_code: "E08000003" },
      total_rows: [{ where: { insolvency_type: "Total" }, over: ["insolvency_type"], sums: ["people"] }],
      facts: { rows: 0, unique: ["ward_code", "insolvency_type", "year"] },
    });
    expect(faults).toBe("");
    expect(notes).toMatchObject([{ kind: "left-out" }, { kind: "total-rows", count: 32 * 11 }]);
    expect(rows).toHaveLength(32 * 11 * 3);
  });

  file("nomis_ward19_mid2020_population_raw.csv", "as Nomis exports it", async () => {
    const { rows, faults } = await read("nomis_ward19_mid2020_population_raw.csv", {
      format: csv,
      columns: { GEOGRAPHY_CODE: text, GEOGRAPHY_NAME: text, OBS_VALUE: integer },
    });
    expect(faults).toBe("");
    expect(rows).toHaveLength(8053);
  });

  file("fingertips_next_healthdata_2025-02.csv", "with a byte-order mark, rows of England alone", async () => {
    const { rows, notes, faults } = await read("fingertips_next_healthdata_2025-02.csv", {
      format: csv,
      columns: {
        IndicatorId: text,
        Year: text,
        AreaCode: text,
        Value: number,
        Sex: text,
        Age: text,
        CategoryType: text,
      },
      where: { AreaCode: { prefix: "E92" }, CategoryType: { blank: true } },
      blanks: { "": "not-available" },
    });
    expect(faults).toBe("");
    expect(rows.length).toBeGreaterThan(0);
    expect(notes).toMatchObject([{ kind: "left-out", of: 44452 }]);
  });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { file, fuelPoverty, integer, lines, number, rawFolder, read, sum, text } from "../support/raw-files.ts";
import { csv, readLinked } from "../support/received.ts";

// The other raw files of ../shared/data: each is read by declaration alone, and held against a second, plain reading of it.
const root = fileURLToPath(rawFolder);
const each = <Row extends [name: string, ...rest: unknown[]]>(
  rows: readonly Row[],
  title: string,
  act: (...row: Row) => Promise<void>,
): void => {
  for (const row of rows) file(row[0], title, () => act(...row));
};

describe("a raw file of ../shared/data", () => {
  it.skipIf(!existsSync(rawFolder))("is read in a test of this folder, whichever it is", () => {
    const tests = ["received-files.test.ts", "received-raw.test.ts"]
      .map((name) => readFileSync(new URL(name, import.meta.url), "utf8"))
      .join("\n");
    const unread = readdirSync(rawFolder).filter((name) => name !== "README.md" && !tests.includes(`"${name}"`));
    expect(unread).toEqual([]);
  });

  each<[string, number, number | null]>(
    [
      ["imd2019_england_lsoa11.csv", 32844, null],
      ["imd2025_england_lsoa21.csv", 33755, 8.742],
    ],
    "every area with its tenth",
    async (name, areas, score) => {
      const code = name.includes("lsoa11") ? "lsoa11_code" : "lsoa21_code";
      const { rows, faults } = await read(name, {
        format: csv,
        columns: {
          [code]: text,
          IMD_decile: integer,
          IMD_rank: integer,
          ...(score === null ? {} : { IMD_score: number }),
        },
        facts: {
          rows: areas,
          unique: [code],
          ranges: [{ column: "IMD_decile", min: 1, max: 10 }],
        },
      });
      expect(faults).toBe("");
      expect(rows).toHaveLength(areas);
      const worst = lines(name).filter((line) => line.split(",")[1] === "1").length;
      expect(rows.filter((row) => row["IMD_decile"] === 1)).toHaveLength(worst);
      if (score !== null) expect(rows[0]).toMatchObject({ [code]: "E01000001", IMD_score: score });
    },
  );

  file("lookup_lsoa21_ward24_ltla24.csv", "names with commas, the areas of one place", async () => {
    const { rows, notes, faults } = await read("lookup_lsoa21_ward24_ltla24.csv", {
      format: csv,
      columns: { lsoa21_code: text, ward24_code: text, ward24_name: text, ltla24_code: text },
      where: { ltla24_code: "E08000003" },
    });
    expect(faults).toBe("");
    expect(rows).toHaveLength(295);
    expect(new Set(rows.map((row) => row["ward24_code"])).size).toBe(32);
    expect(notes).toMatchObject([{ kind: "left-out", of: 35672, count: 35672 - 295 }]);
  });

  file("lookup_lsoa11_lsoa21_ltla22.csv", "claimants of 2020 shared out among the areas of 2021", async () => {
    const { rows, notes, faults } = await readLinked(
      root,
      {
        residents: {
          path: "manchester_ts007a_age5_lsoa21.csv",
          format: csv,
          columns: { lsoa21_code: text, Total: integer },
        },
        changes: {
          path: "lookup_lsoa11_lsoa21_ltla22.csv",
          format: csv,
          columns: { lsoa11_code: text, lsoa21_code: text, ltla22_code: text, change_code: text },
          where: { ltla22_code: "E08000003" },
          lookups: [{ dataset: "residents", on: "lsoa21_code", key: "lsoa21_code", columns: ["Total"] }],
        },
        claimants: {
          path: "autonomy_adi_claimants_england_lsoa11_2013-2022.parquet",
          format: { type: "parquet" },
          columns: { lsoa11_code: text, lsoa11_name: text, year: integer, pop: number, claimant_count: number },
          where: { lsoa11_name: { prefix: "Manchester " }, year: 2020 },
          lookups: [
            {
              ...{ dataset: "changes", on: "lsoa11_code", key: "lsoa11_code" },
              columns: ["lsoa21_code", "change_code"],
              ...{ weight: "Total", weights: "sizes", counts: ["pop", "claimant_count"], same: ["year"] },
            },
          ],
        },
      },
      "claimants",
    );
    expect(faults).toBe("");
    expect(new Set(rows.map((row) => row["lsoa21_code"])).size).toBe(295);
    const [, people, claims] = notes;
    expect(notes.map(({ kind }) => kind)).toEqual(["left-out", "shared-out", "shared-out"]);
    // Nobody is lost or counted twice, and what is said to have moved is what stands in areas that were split.
    expect(sum(rows, "claimant_count")).toBeCloseTo(claims!.of!, 6);
    expect(sum(rows, "pop")).toBeCloseTo(people!.of!, 6);
    const split = rows.filter((row) => row["change_code"] === "S");
    expect(sum(split, "claimant_count")).toBeCloseTo(claims!.count, 6);
    expect(claims!.count).toBeGreaterThan(0);
    expect(claims!.count).toBeLessThan(claims!.of! / 5);
  });

  file(
    "beis_fuel_poverty_2020_tables.xlsx",
    "Table 3 below its title, and the row of the city in Table 2",
    async () => {
      const { areas, city, ours, faults } = await fuelPoverty("beis_fuel_poverty_2020_tables.xlsx");
      expect(faults).toBe("");
      expect(areas.rows).toHaveLength(32844);
      for (const column of ["Number of households", "Number of households in fuel poverty"])
        expect(Math.abs(sum(ours, column) - Number(city.rows[0]![column]))).toBeLessThan(ours.length);
    },
  );

  file("dfe_lait_bds_long_0.parquet", "one place of a store in which every figure is a text", async () => {
    const { rows, notes, faults } = await read("dfe_lait_bds_long_0.parquet", {
      format: { type: "parquet" },
      columns: {
        row: { ...text, row_number: true },
        "Short Desc": text,
        Years: text,
        "LA and Regions": text,
        Values: number,
      },
      where: { "LA and Regions": "Manchester" },
      blanks: { "-": "not-available", "": "not-available" },
    });
    expect(faults).toBe("");
    expect(notes).toMatchObject([{ kind: "left-out", of: 641070 }]);
    expect(rows).toHaveLength(641070 - notes[0]!.count);
    expect(rows.some((row) => row["Values#blank"] === "not-available")).toBe(true);
    expect(rows.every((row) => row["Values"] === null || Number.isFinite(row["Values"]))).toBe(true);
  });

  file("fingertips_next_indicators.csv", "with a byte-order mark", async () => {
    const name = "fingertips_next_indicators.csv";
    const { rows, faults } = await read(name, {
      format: csv,
      columns: { IndicatorID: integer, Polarity: text, IndicatorName: text, PeriodType: text },
      blanks: { "": "not-available" },
    });
    expect(faults).toBe("");
    expect(rows).toHaveLength(lines(name).length - 1);
    expect(rows[0]).toMatchObject({ IndicatorID: 41101, PeriodType: "Financial" });
  });

  file("fingertips_next_categories.csv", "with a byte-order mark before its first name", async () => {
    const name = "fingertips_next_categories.csv";
    const { rows, faults } = await read(name, {
      format: csv,
      columns: { CategoryName: text, CategoryTypeName: text, Sequence: integer },
      facts: { rows: 0, unique: ["CategoryName", "CategoryTypeName"] },
    });
    expect(faults).toBe("");
    expect(rows).toHaveLength(lines(name).length - 1);
    expect(rows[0]).toMatchObject({ CategoryName: "Most deprived decile", Sequence: 10 });
  });

  file("fingertips_la_inequality_life_expectancy.csv", "rolling years, read by their unit", async () => {
    const name = "fingertips_la_inequality_life_expectancy.csv";
    const { periodOf } = await import("../../src/ingest/periods.ts");
    const { rows, faults } = await read(name, {
      format: csv,
      columns: { area_code: text, period: text, indicator: text, measure: text, inequality: text, value: number },
      where: { area_code: "E08000003", measure: "Slope Index of Inequality" },
      blanks: { "": "not-available" },
    });
    expect(faults).toBe("");
    expect(rows).toHaveLength(lines(name).filter((line) => /^E08000003,.*Slope Index of Inequality/.test(line)).length);
    expect(rows.filter((row) => periodOf(String(row["period"]), "calendar-year") === null)).toEqual([]);
  });

  file(
    "phe_life_expectancy_by_decile_la_2014_16.csv",
    "deaths, people and years by tenth within each place",
    async () => {
      const name = "phe_life_expectancy_by_decile_la_2014_16.csv";
      const { rows, faults } = await read(name, {
        format: csv,
        columns: {
          ...{ Sex: text, GeoCode: text, Decile: integer, Pop: integer, Deaths: integer },
          ...{ LifeExp: number, SE: number },
        },
        where: { GeoCode: "E08000003" },
        blanks: { "": "not-available", NA: "not-available" },
      });
      expect(faults).toBe("");
      expect(rows).toHaveLength(lines(name).filter((line) => line.split(",")[1] === "E08000003").length);
      expect(rows.length).toBeGreaterThanOrEqual(20);
    },
  );

  each<[string, string, string]>(
    [
      ["manchester_disability21_lsoa21_ew.csv", "disability", "total_residents"],
      ["manchester_ethnicity21_lsoa21.csv", "ethnic_group", "total_residents"],
      ["manchester_household_deprivation21_lsoa21.csv", "deprivation_dimensions", "total_households"],
      ["manchester_household_overcrowding21_lsoa21.csv", "occupancy_rating", "total_households"],
      ["manchester_household_tenure21_lsoa21.csv", "tenure", "total_households"],
      ["manchester_household_type21_lsoa21.csv", "type", "total_households"],
      ["manchester_religion21_lsoa21.csv", "religion", "total_residents"],
    ],
    "each area's parts beside its whole",
    async (name, group, whole) => {
      const { rows, faults } = await read(name, {
        format: csv,
        columns: { lsoa21_code: text, [group]: text, n: integer, [whole]: integer, prop: number },
        facts: { rows: 0, unique: ["lsoa21_code", group], ranges: [{ column: "prop", min: 0, max: 1 }] },
      });
      expect(faults).toBe("");
      expect(new Set(rows.map((row) => row["lsoa21_code"])).size).toBe(295);
      expect(rows).toHaveLength(lines(name).length - 1);
      for (const row of rows) expect(Number(row["n"])).toBeLessThanOrEqual(Number(row[whole]));
    },
  );

  file("manchester_population20_lsoa11.csv", "single years of age, wide to long", async () => {
    const name = "manchester_population20_lsoa11.csv";
    const ages = lines(name)[0]!.split(",").slice(3);
    const { rows, faults } = await read(name, {
      format: { ...csv, unpivot: { name: "age", columns: ages, value: "people" } },
      columns: { lsoa11_code: text, total_population: integer, age: text, people: integer },
      facts: { rows: 0, unique: ["lsoa11_code", "age"] },
    });
    expect(faults).toBe("");
    expect(rows).toHaveLength(282 * ages.length);
    expect(sum(rows, "people")).toBe(sum(rows, "total_population") / ages.length);
  });

  file("manchester_ts007a_age5_lsoa21.csv", "bands of age, wide to long, against the total beside them", async () => {
    const name = "manchester_ts007a_age5_lsoa21.csv";
    const bands = lines(name)[0]!.split(",").slice(3);
    const { rows, faults } = await read(name, {
      format: { ...csv, unpivot: { name: "age", columns: bands, value: "people" } },
      columns: { lsoa21_code: text, Total: integer, age: text, people: integer },
      facts: { rows: 0, unique: ["lsoa21_code", "age"] },
    });
    expect(faults).toBe("");
    expect(rows).toHaveLength(295 * bands.length);
    // Each cell is altered a little for confidentiality.
    const total = sum(rows, "Total") / bands.length;
    expect(Math.abs(sum(rows, "people") - total) / total).toBeLessThan(0.001);
  });

  each<[string, string, string, number]>(
    [
      ["manchester_ward.geojson", "WD25CD", "WD25NM", 32],
      ["manchester_lsoa.geojson", "LSOA21CD", "LSOA21NM", 295],
    ],
    "what stands beside each shape",
    async (name, code, title, areas) => {
      const { rows, faults } = await read(name, {
        format: { type: "geojson" },
        columns: { [code]: text, [title]: text },
      });
      expect(faults).toBe("");
      expect(rows).toHaveLength(areas);
      expect(new Set(rows.map((row) => row[code])).size).toBe(areas);
    },
  );
});

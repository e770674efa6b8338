import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Form, figuresFile, makeProject } from "../../scripts/bench/project.ts";
import { load } from "../../src/define/load.ts";
import { UserError } from "../../src/error.ts";
import { areaCuts } from "../../src/estimate/quantiles.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { type Ingested, ingest } from "../../src/ingest/ingest.ts";
import { sha256Of } from "../../src/ingest/raw.ts";
import { temporaryFolder } from "../support/command.ts";
import { looseRow } from "../support/loose-row.ts";

const ROWS = 501_000;

async function ingested(folder: string): Promise<Ingested> {
  const database = await BuildDatabase.open();
  try {
    return await ingest(load(folder), areaCuts(), 2024, database);
  } finally {
    database.close();
  }
}

/** Writes the rows of a query of the figures, as `t`, in their place. */
async function rewrite(folder: string, form: Form, select: string, rows: number): Promise<void> {
  const path = figuresFile(folder, form);
  const database = await BuildDatabase.open();
  await database.run(`create table t as from '${path}'`);
  await database.run(`copy (${select}) to '${path}' (format ${form}${form === "csv" ? ", header true" : ""})`);
  database.close();
  const yaml = join(folder, "data-raw/figures/dataset.yaml");
  const text = readFileSync(yaml, "utf8")
    .replace(/sha256: \w+/, `sha256: ${await sha256Of(path)}`)
    .replace(/rows: \d+/, `rows: ${rows}`);
  writeFileSync(yaml, text);
}

describe.each(["csv", "parquet"] as const)("half a million rows of %s", (form) => {
  const folder = temporaryFolder();

  it("come to what they add up to, area by area and year by year", async () => {
    await makeProject(folder, ROWS, form);
    const { observations, together, rows } = await ingested(folder);
    expect(rows.get("figures")).toBe(ROWS);
    const database = await BuildDatabase.open();
    const sums = await database.rows(
      `select cast(year as VARCHAR) as period, cast(sum(claims) as DOUBLE) as numerator, cast(sum(residents) as DOUBLE) as denominator
       from '${figuresFile(folder, form)}' group by 1 order by 1`,
      {},
      looseRow,
    );
    database.close();
    const found = new Map<string, { numerator: number; denominator: number }>();
    for (const { period, figures } of observations.get("claims/deprivation-fifth")!) {
      const all = found.get(period.label) ?? { numerator: 0, denominator: 0 };
      all.numerator += figures.numerator!;
      all.denominator += figures.denominator!;
      found.set(period.label, all);
    }
    expect([...found].map(([period, all]) => ({ period, ...all }))).toEqual(sums);
    expect(together.get("claims/deprivation-fifth")).toEqual({
      ...{ rows: ROWS, figures: ROWS / 20, columns: ["ethnic_group"], uneven: [] },
    });
  });

  it("say which groups have no rows in a year, and which rows have figures that cannot be, far below", async () => {
    await makeProject(folder, ROWS, form);
    const isLacking = "(year = 2024 and ethnic_group in ('Ethnic group 7', 'Ethnic group 3'))";
    await rewrite(folder, form, `from t where not ${isLacking}`, ROWS - (2 * ROWS) / 300);
    expect((await ingested(folder)).together.get("claims/deprivation-fifth")!.uneven).toEqual([
      { column: "ethnic_group", values: ["Ethnic group 3", "Ethnic group 7"], period: "2024" },
    ]);

    const isOne = "area_code = 'E1001000' and year = 2020 and ethnic_group = 'Ethnic group 5'";
    const claims = `case when ${isOne} then residents + 1 else claims end as claims`;
    await rewrite(folder, form, `select * replace (${claims}) from t`, ROWS - (2 * ROWS) / 300);
    await expect(ingested(folder)).rejects.toThrow(
      /must: {2}claims is not more than residents\n {2}found: claims \d+, residents/,
    );
  });

  it("are refused where one of them stands twice, far below", async () => {
    await makeProject(folder, ROWS, form);
    await rewrite(folder, form, "from t union all (from t offset 300000 limit 1)", ROWS + 1);
    const refused = await ingested(folder).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UserError);
    expect(String((refused as UserError).message)).toMatch(
      /must: {2}one row for each area_code, ethnic_group, year\n {2}found: 2 rows with area_code E\d+/,
    );
  });

  it("are refused where a group's row is the total of the others", async () => {
    await rewrite(
      folder,
      form,
      `select * from (select distinct on (area_code, ethnic_group, year) * from t) union all
       select area_code, 'Total', year, cast(sum(residents) as BIGINT), cast(sum(claims) as BIGINT)
       from (select distinct on (area_code, ethnic_group, year) * from t) group by area_code, year`,
      ROWS + ROWS / 20,
    );
    await expect(ingested(folder)).rejects.toThrow(/must: {2}no row is the sum of others that are counted with it/);
  });
});

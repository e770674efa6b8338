import { expect, it } from "vitest";
import { z } from "zod";
import { BuildDatabase } from "../../src/ingest/database.ts";

it("a join stays one, whichever optimizers are off", async () => {
  const database = await BuildDatabase.open();
  try {
    await database.run("create table data as select range as code, range % 7 as year, range as n from range(500)");
    await database.run(
      "create table period as select cast(range as VARCHAR) as value, '' as last, 'i' as indicator from range(7)",
    );
    await database.run(
      "create table groups as select cast(range as VARCHAR) as value, range % 5 as group_id from range(500)",
    );
    const plan = await database.rows(
      `explain select p.value, g.group_id, sum(d.n)
       from (select *, 1 as _rows from data where cast(code as VARCHAR) in ('1', '2')) d
       join period p on p.indicator = $indicator and p.value = coalesce(cast(d.year as VARCHAR), '') and p.last = ''
       left join groups g on g.value = cast(d.code as VARCHAR) group by all`,
      { indicator: "i" },
      z.object({ explain_value: z.string() }),
    );
    const text = plan.map(({ explain_value }) => explain_value).join("\n");
    expect(text).toMatch(/HASH_JOIN/);
    expect(text).not.toMatch(/CROSS_PRODUCT/);
  } finally {
    database.close();
  }
});

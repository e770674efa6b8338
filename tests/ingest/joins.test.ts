import { expect, it } from "vitest";
import { z } from "zod";
import { BuildDatabase } from "../../src/ingest/database.ts";

it("a join stays one, whichever optimizers are off", async () => {
  const database = await BuildDatabase.open();
  try {
    await database.run("create table area as select range as code, range % 7 as period, range as n from range(500)");
    await database.run("create table period as select range as value, '' as last, 'i' as indicator from range(7)");
    const plan = await database.rows(
      `explain select p.value, sum(d.n) from (select * from area where code in (1, 2, 3)) d
       join period p on p.indicator = $indicator and p.value = d.period and p.last = '' group by all`,
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

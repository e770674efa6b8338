import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { aggregates } from "../../src/ingest/repeated.ts";
import { seeded } from "../support/check.ts";

let database: BuildDatabase;
beforeAll(async () => {
  database = await BuildDatabase.open();
});
afterAll(() => database.close());

const answer = z.strictObject({
  count: z.bigint().transform(Number),
  sum: z.union([z.number(), z.bigint().transform(Number)]).nullable(),
  avg: z.number().nullable(),
  stddev_samp: z.number().nullable(),
});
type Answer = z.infer<typeof answer>;

/** What DuckDB makes of the rows one by one, in their order. */
async function ofRows(figures: readonly string[], times: readonly number[], type: string): Promise<Answer> {
  const values = figures.map((figure, i) => `(cast(${figure} as ${type}), ${times[i]})`).join(", ");
  const rows =
    figures.length === 0
      ? `select cast(null as ${type}) as y`
      : `select y, unnest(range(times)) from (values ${values}) v (y, times)`;
  const [found] = await database.rows(
    `select count(y) as count, sum(y order by y) as sum, avg(y order by y) as avg, stddev_samp(y order by y) as stddev_samp from (${rows})`,
    {},
    answer,
  );
  return found!;
}

const ours = (figures: number[] | bigint[], times: number[]): Answer => ({
  count: aggregates.count({ figures, times })!,
  sum: aggregates.sum({ figures, times }),
  avg: aggregates.avg({ figures, times }),
  stddev_samp: aggregates.stddev_samp({ figures, times }),
});

const different = <T>(values: readonly T[]): T[] => [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));

describe("aggregates of figures that stand for several rows", () => {
  it("are those of DuckDB over the rows, to the last bit", async () => {
    const random = seeded(2026);
    for (let run = 0; run < 60; run++) {
      const size = 10 ** Math.floor(random() * 8 - 3);
      const divisor = [1, 7, 10, 100, 3][run % 5]!;
      const figures = different(
        Array.from(
          { length: 1 + Math.floor(random() * 60) },
          () => (Math.floor(random() * 4000 - 500) * size) / divisor,
        ),
      );
      const times = figures.map(() => 1 + Math.floor(random() * 10 ** (1 + (run % 3))));
      const written = figures.map((figure) => `'${figure}'`);
      expect(ours(figures, times), `${figures} ${times}`).toEqual(await ofRows(written, times, "DOUBLE"));
    }
  });

  it("are those of whole numbers", async () => {
    const random = seeded(7);
    for (let run = 0; run < 150; run++) {
      const size = 10 ** (1 + Math.floor(random() * 12));
      const figures = different(
        Array.from({ length: 1 + Math.floor(random() * 6) }, () => BigInt(Math.floor((random() - 0.2) * size))),
      );
      const times = figures.map(() => 1 + Math.floor(random() * 3000));
      expect(ours(figures, times), `${figures} ${times}`).toEqual(await ofRows(figures.map(String), times, "BIGINT"));
    }
  });

  it("round the average of whole numbers twice, as DuckDB does", async () => {
    const random = seeded(11);
    const roundedTwice: { figures: bigint[]; times: number[] }[] = [];
    while (roundedTwice.length < 8) {
      const figures = [0n, BigInt(1 + Math.floor(random() * 1e9))];
      const times = [2048 + Math.floor(random() * 8000), 1];
      const { sum, avg, count } = ours(figures, times);
      if (sum! / count !== avg) roundedTwice.push({ figures, times });
    }
    for (const { figures, times } of roundedTwice)
      expect(ours(figures, times), `${figures} ${times}`).toEqual(await ofRows(figures.map(String), times, "BIGINT"));
  });

  it.each([
    [[], []],
    [[5.5], [1]],
    [[0.1], [2000]],
  ])("are so of %j, %j times", async (figures, times) => {
    expect(ours(figures, times)).toEqual(
      await ofRows(
        figures.map((one) => `'${one}'`),
        times,
        "DOUBLE",
      ),
    );
  });
});

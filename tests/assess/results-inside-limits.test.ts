import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { outsideLimits, unprintable } from "../support/check.ts";
import { temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";
import { everyKind, writeProject } from "../support/small-project.ts";

const { check } = await packed("run/check.js");

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

it.each([1, 2, 3])(
  "publishes no value outside its own limits, of any kind by any type of dimension: draw %d",
  async (seed) => {
    for (const edition of [1, 2]) {
      const made = everyKind(seed);
      const folder = join(temporary, `${seed}-${edition}`);
      const project = { ...made.project, method: { edition } };
      const { results } = await check({ project: writeProject(folder, { ...made, project }) }, () => {});
      expect(results.indicators).toHaveLength(10);
      expect([...outsideLimits(results), ...unprintable(results)]).toEqual([]);
      const paces = results.indicators.flatMap(({ dimensions }) => dimensions.flatMap((one) => one.paces));
      for (const { year, earliest, latest } of paces)
        if (year !== null) expect((earliest ?? year) <= year && year <= (latest ?? year)).toBe(true);
    }
  },
);

it("leaves out areas that are known and not ranked, and counts their people", async () => {
  const made = everyKind(1);
  const [thirds, ...others] = made.project["dimensions"] as Record<string, unknown>[];
  const project = { ...made.project, dimensions: [{ ...thirds, outside: ["SL"] }, ...others] };
  const indicators = { proportion: made.indicators["proportion"]!, rate: made.indicators["rate"]! };
  const folder = writeProject(join(temporary, "outside"), { ...made, project, indicators });
  const { results } = await check({ project: folder }, () => {});
  const ranked = results.dimensions.find(({ id }) => id === "thirds")!.groups.flatMap(({ members }) => members);
  expect(ranked).toHaveLength(11);
  expect(ranked).not.toContain("Area SL");
  const { unrecorded } = results.indicators.find(({ id }) => id === "proportion")!.dimensions[0]!.periods.at(-1)!;
  // 1,000 + 10 i people of twelve areas, the last of which is outside.
  expect(unrecorded).toEqual({ share: 1110 / 12660, count: 1110, of: "denominator" });
});

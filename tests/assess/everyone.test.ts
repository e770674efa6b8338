import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";
import { iconsOf } from "../../src/narrate/icons.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import type { Publishable } from "../../src/results/results.ts";
import { root } from "../support/command.ts";
import { checkedManchester } from "../support/manchester.ts";

// Breakdowns in which everyone is a group beside others: the city beside England, children in care beside all pupils.

let results: Publishable;
beforeAll(async () => {
  results = await checkedManchester();
}, 60_000);

const breakdown = (indicator: string, dimension: string) =>
  breakdownsOf(results, results.indicators.find(({ id }) => id === indicator)!).find(
    (one) => one.dimension.id === dimension,
  )!;

const rows = (dataset: string): Record<string, string>[] =>
  parse(readFileSync(join(root, "data-raw", dataset, `${dataset}.csv`), "utf8"), { columns: true });

describe("a breakdown with everyone", () => {
  it("has everyone as a group and as the level", () => {
    const { latest } = breakdown("care-leavers-work", "city-and-england");
    for (const { label, numerator, denominator } of latest.groups) {
      const row = rows("care-leavers-activity").find(({ area, year }) => area === label && year === "2025")!;
      expect([numerator, denominator]).toEqual([
        Number(row["in_education_employment_training"]),
        Number(row["care_leavers_19_21"]),
      ]);
    }
    const city = latest.groups.find(({ id }) => id === "manchester")!;
    expect(latest.overall).toMatchObject({ ...city.estimate, from: "published" });
  });

  it.each([
    ["care-leavers-work", "city-and-england"],
    ["under-18-conceptions", "district"],
    ["persistent-absence-looked-after", "looked-after"],
  ])("counts nobody who would gain: %s by %s", (indicator, dimension) => {
    const b = breakdown(indicator, dimension);
    const { par } = b.latest;
    expect(isMissing(par) ? par : par.headCount).toMatchObject({ reason: "not-parts-of-the-whole" });
    expect(iconsOf(b)).toBeNull();
  });
});

describe("a breakdown whose groups are of unknown size", () => {
  it("has no picture of a hundred people", () => {
    const b = breakdown("preventable-mortality", "sex");
    const shares = results.indicators
      .flatMap((one) => breakdownsOf(results, one))
      .filter(
        ({ latest: { notes }, indicator }) =>
          indicator.scale === "logit" && notes.some(({ id }) => id === "unweighted"),
      );
    expect(iconsOf(b)).toBeNull();
    expect(shares.length).toBeGreaterThan(0);
    expect(shares.map(iconsOf)).toEqual(shares.map(() => null));
  });
});

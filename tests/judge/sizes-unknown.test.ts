import { describe, expect, it } from "vitest";
import { judge } from "../../src/partner/judge-request.ts";

const year = (label: string, values: readonly number[], population: number | undefined) => ({
  label,
  start: `${label}-01-01`,
  end: `${label}-12-31`,
  groups: values.map((value, i) => ({
    ...{ label: `Group ${i}`, value, se: 0.5 },
    ...(population === undefined ? {} : { population }),
  })),
});
const judged = (population: number | undefined) =>
  judge({
    series: [
      {
        ...{ name: "points", better: "higher", ordered: false, kind: "published" },
        periods: [year("2019", [50, 40, 30.5], population), year("2023", [50, 49, 45.5], population)],
      },
    ],
  }).series[0]!;

describe("a spread of groups of unknown size", () => {
  it("is not compared, and says why", () => {
    for (const gap of [judged(undefined).absolute, judged(undefined).relative])
      expect(gap).toMatchObject({ direction: "not-compared", reason: "sizes-unknown", p: null });
  });

  it("is compared where sizes are known", () => {
    expect(judged(1000).absolute).toMatchObject({ direction: "narrower", reason: null });
  });
});

import { describe, expect, it } from "vitest";
import { load } from "../../src/define/load.ts";
import { root } from "../support/command.ts";

const { indicators: defined } = load(root);
const indicators = defined.map(({ value }) => value);

describe("Manchester's definitions", () => {
  it("argue for every baseline that changes are counted from", () => {
    const based = indicators.filter(({ periods }) => periods.baseline !== undefined);
    expect(based.length).toBeGreaterThan(20);
    expect(based.filter(({ periods }) => periods.why === undefined).map(({ id }) => id)).toEqual([]);
  });

  it("argue for every side of a pair that is not the one that the pair names first", () => {
    const chosen = indicators.flatMap(({ id, dimensions }) =>
      dimensions.flatMap(({ dimension, disadvantaged, why }) =>
        disadvantaged === undefined || why !== undefined ? [] : [`${id} by ${dimension}`],
      ),
    );
    expect(chosen).toEqual([]);
  });

  it("are part of another only where both are of one theme", () => {
    const parts = indicators.filter(({ part_of }) => part_of !== undefined);
    const themeOf = (id: string | undefined) => indicators.find((one) => one.id === id)?.theme;
    expect(parts.map(({ id }) => id).sort()).toContain("deprived-households-severe");
    expect(parts.filter(({ part_of, theme }) => themeOf(part_of) !== theme)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { load } from "../../src/define/load.ts";
import { root } from "../support/command.ts";

const { indicators: defined, project } = load(root);
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

  it("have a core of some two dozen, at least two in each theme", () => {
    const core = indicators.filter((one) => one.core);
    expect(core.length).toBeGreaterThanOrEqual(20);
    expect(core.length).toBeLessThanOrEqual(28);
    const thin = project.value.themes.filter(({ id }) => core.filter(({ theme }) => theme === id).length < 2);
    expect(thin.map(({ id }) => id)).toEqual([]);
  });

  it("have in the core what can be better or worse, and no part of another", () => {
    const unfit = indicators.filter(({ core, better, part_of }) => core && (better === "neither" || part_of));
    expect(unfit.map(({ id }) => id)).toEqual([]);
  });

  it("have the plan's 39 actions", () =>
    expect(project.value.themes.map(({ actions }) => actions.length)).toEqual([5, 4, 6, 4, 4, 4, 6, 6]));

  it("are part of another only where both are of one theme", () => {
    const parts = indicators.filter(({ part_of }) => part_of !== undefined);
    const themeOf = (id: string | undefined) => indicators.find((one) => one.id === id)?.theme;
    expect(parts.map(({ id }) => id).sort()).toContain("deprived-households-severe");
    expect(parts.filter(({ part_of, theme }) => themeOf(part_of) !== theme)).toEqual([]);
  });
});

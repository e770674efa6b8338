import { describe, expect, test } from "vitest";
import { noteTold } from "../../src/catalogue/told.ts";
import { disclose } from "../../src/disclose/disclose.ts";
import { isMissing } from "../../src/model.ts";
import type { Results } from "../../src/results/results.ts";
import { groupsOf, latest, reason, withheldGroups } from "./city.ts";

describe("disclose of gaps that are counted another way", () => {
  const alternatives = (of: Results) => of.indicators[0]!.dimensions[0]!.alternatives;
  const results = structuredClone(groupsOf({ a: [3, 100], b: [40, 100], c: [50, 100] }));
  const { period, absolute, relative } = latest(results);
  alternatives(results).push({
    ...{ another: "ranking", id: "income", name: "income", why: null, accepted: null },
    gaps: [{ period: period.label, absolute, relative }],
  });

  test("holds them back where the policy covers their counts, and nowhere else", () => {
    const [held] = alternatives(disclose(results, "all"));
    expect(held!.gaps.map((gap) => [reason(gap.absolute), reason(gap.relative)])).toEqual([
      ["disclosure", "disclosure"],
    ]);
    expect(alternatives(disclose(results, "none"))).toEqual(alternatives(results));
  });
});

describe("disclose of figures that come published", () => {
  const published = (kind: "published" | "dsr-as-published", counts: [number | null, number | null][]): Results => {
    const results = structuredClone(groupsOf({ a: [30, 100], b: [40, 100], c: [50, 100] }));
    results.indicators[0]!.kind = kind;
    const period = latest(results);
    period.groups.forEach((group, i) => {
      [group.numerator, group.denominator] = counts[i]!;
    });
    if (!isMissing(period.overall)) Object.assign(period.overall, { numerator: null, denominator: null });
    return results;
  };

  test("keeps a standardised rate whose count of events is withheld: it does not give the count back", () => {
    const { groups } = latest(
      disclose(
        published("dsr-as-published", [
          [3, 100],
          [40, 100],
          [50, 100],
        ]),
        "all",
      ),
    );
    expect(groups.map(({ numerator, estimate }) => [numerator, reason(estimate)])).toEqual([
      [null, null],
      [40, null],
      [50, null],
    ]);
  });

  test("marks the count it withholds beside a rate that stays", () => {
    const { groups, notes } = latest(
      disclose(
        published("dsr-as-published", [
          [3, 100],
          [40, 100],
          [50, 100],
        ]),
        "all",
      ),
    );
    expect(groups.map(({ marker }) => marker)).toEqual(["[c]", null, null]);
    expect(notes.map((one) => noteTold(one).text)).toEqual([
      "No count for A: held back so that no small number of people can be worked out.",
    ]);
  });

  test("withholds a percentage that gives a small count with its denominator", () => {
    const { groups } = latest(
      disclose(
        published("published", [
          [null, 10],
          [null, 100],
          [null, 100],
        ]),
        "all",
      ),
    );
    expect(groups[0]).toMatchObject({ denominator: 10, marker: "[c]", estimate: { reason: "disclosure" } });
  });

  test("withholds a percentage whose numerator gives a small count of others", () => {
    const { groups } = latest(
      disclose(
        published("published", [
          [6, null],
          [6, null],
          [60, null],
        ]),
        "all",
      ),
    );
    expect(groups.map(({ marker }) => marker)).toEqual([null, null, null]);
    const small = latest(
      disclose(
        published("published", [
          [1, null],
          [40, null],
          [50, null],
        ]),
        "all",
      ),
    );
    expect(small.groups[0]).toMatchObject({ numerator: null, marker: "[c]" });
  });

  test("does not take the rounding of percentages for people outside the table", () => {
    const results = published("published", [
      [null, 100],
      [null, 100],
      [null, 100],
    ]);
    const overall = {
      value: 40.4,
      lower: 35,
      upper: 46,
      numerator: null,
      denominator: 300,
      from: "published" as const,
    };
    latest(results).overall = overall;
    expect(withheldGroups(disclose(results, "all"))).toEqual([]);
    expect(latest(disclose(results, "all")).overall).toEqual(overall);
  });
});

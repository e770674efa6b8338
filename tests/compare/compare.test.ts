import { describe, expect, it } from "vitest";
import { against } from "../../src/compare/against.ts";
import { figuresOf } from "../../src/compare/build-figures.ts";
import { compare } from "../../src/compare/compare.ts";
import { differencing } from "../../src/compare/held.ts";
import type { LevelDirection } from "../../src/model.ts";
import { type Changes, changesSchema } from "../../src/results/changes.ts";
import { blank, breakdown, build, type Groups, held, lessFair, period } from "./builds.ts";

const groups: Groups = { male: 40, female: 60 };
const years = (second: Groups, first: Groups = groups) => [period("2023", first), period("2024", second)];
const base = build([breakdown(years(groups))]);

/** What differs, without what stands in every comparison and the lists that are empty. */
function found(changes: Changes): Partial<Changes> {
  const empty = (value: unknown): boolean =>
    Array.isArray(value)
      ? value.length === 0
      : typeof value === "object" && value !== null && Object.values(value).every(empty);
  const entries = Object.entries(changesSchema.parse(changes)).filter(
    ([key, value]) => !["format", "previous", "current"].includes(key) && !empty(value),
  );
  return Object.fromEntries(entries);
}

describe("compare", () => {
  it("finds nothing between a build and itself", () => {
    expect(found(compare(base, base))).toEqual({});
  });

  it("finds nothing in the last digits that a computer carries", () => {
    const nearly = build([breakdown(years({ male: 40 * (1 + 1e-12), female: 60 - 1e-11 }))]);
    expect(found(compare(base, nearly))).toEqual({});
  });

  it("gives a revised figure before and after", () => {
    const now = build([breakdown(years({ ...groups, male: 42 }))]);
    expect(found(compare(base, now))).toEqual({
      revised: [
        {
          indicator: "work",
          dimension: "sex",
          period: "2024",
          what: "group",
          group: "male",
          label: "MALE",
          unit: "%",
          before: { value: 40, lower: 39, upper: 41 },
          after: { value: 42, lower: 41, upper: 43 },
        },
      ],
    });
  });

  it("counts an interval that moved as a revision", () => {
    const wider = period("2024", groups, { overall: { value: 50, lower: 45, upper: 55 } });
    const { revised } = compare(base, build([breakdown([period("2023", groups), wider])]));
    expect(revised.map(({ what, before, after }) => [what, before.lower, after.lower])).toEqual([["overall", 49, 45]]);
  });

  it("gives each gap the unit it is printed with", () => {
    const moved = period("2024", groups, {
      absolute: { definition: "d.v1", unit: "%", oriented: { value: 12, lower: null, upper: null } },
      relative: { definition: "r.v1", unit: "ratio", oriented: { value: 3, lower: null, upper: null } },
    });
    const { revised } = compare(base, build([breakdown([period("2023", groups), moved])]));
    expect(revised.map(({ what, unit }) => [what, unit])).toEqual([
      ["absolute", "%"],
      ["relative", "ratio"],
    ]);
  });

  it.each<[string, Parameters<typeof build>[0], Partial<Changes>]>([
    [
      "a new period",
      [breakdown([...years(groups), period("2025", groups)])],
      { periods: { added: [{ indicator: "work", dimension: "sex", period: "2025" }], dropped: [] } },
    ],
    [
      "a period that is gone",
      [breakdown([period("2024", groups)])],
      { periods: { added: [], dropped: [{ indicator: "work", dimension: "sex", period: "2023" }] } },
    ],
    [
      "a new group",
      [breakdown(years({ ...groups, other: 5 }))],
      { groups: { added: [{ indicator: "work", dimension: "sex", group: "other", label: "OTHER" }], dropped: [] } },
    ],
    [
      "a group that is gone",
      [breakdown(years({ male: 40 }))],
      { groups: { added: [], dropped: [{ indicator: "work", dimension: "sex", group: "female", label: "FEMALE" }] } },
    ],
    [
      "a new breakdown",
      [breakdown(years(groups)), breakdown(years(groups), { dimension: "race" })],
      { breakdowns: { added: [{ indicator: "work", dimension: "race" }], dropped: [] } },
    ],
    [
      "a new indicator",
      { work: [breakdown(years(groups))], homes: [breakdown(years(groups))] },
      { indicators: { added: [{ id: "homes", title: "HOMES" }], dropped: [] } },
    ],
    ["an indicator that is gone", {}, { indicators: { added: [], dropped: [{ id: "work", title: "WORK" }] } }],
    [
      "a figure that is missing now",
      [breakdown(years({ ...groups, male: blank }))],
      {
        disappeared: [
          { indicator: "work", dimension: "sex", period: "2024", what: "group", group: "male", label: "MALE" },
        ],
      },
    ],
  ])("tells of %s, and of nothing else", (_, dimensions, wanted) => {
    expect(found(compare(base, build(dimensions)))).toEqual(wanted);
  });

  it("tells of the first periods of a breakdown, and does not call its groups new", () => {
    const race = breakdown(years(groups), { dimension: "race" });
    const then = build([breakdown(years(groups)), { ...race, periods: [] }]);
    const added = ["2023", "2024"].map((label) => ({ indicator: "work", dimension: "race", period: label }));
    expect(found(compare(then, build([breakdown(years(groups)), race])))).toEqual({ periods: { added, dropped: [] } });
  });

  it("tells of a figure that had been missing", () => {
    const then = build([breakdown(years({ ...groups, male: blank }))]);
    expect(compare(then, base).appeared.map(({ group }) => group)).toEqual(["male"]);
  });

  it("gives files, versions, settings and definitions that differ", () => {
    const before = {
      inputs: [
        { path: "a.csv", sha256: "1" },
        { path: "b.csv", sha256: "2" },
      ],
      definitions: ["d.v1"],
    };
    const after = {
      inputs: [
        { path: "b.csv", sha256: "3" },
        { path: "c.csv", sha256: "4" },
      ],
      definitions: ["d.v2"],
    };
    const made = [breakdown(years(groups))];
    const changes = compare(
      build(made, { manifest: { ...before, versions: { tempcheck: "1", vega: "6" } } }),
      build(made, { manifest: { ...after, versions: { tempcheck: "2", vega: "6" } }, method: { version: "2" } }),
    );
    expect(found(changes)).toEqual({
      inputs: [
        { name: "a.csv", before: "1", after: null },
        { name: "b.csv", before: "2", after: "3" },
        { name: "c.csv", before: null, after: "4" },
      ],
      versions: [{ name: "tempcheck", before: "1", after: "2" }],
      settings: [{ name: "method", before: "1", after: "2" }],
      definitions: { added: ["d.v2"], dropped: ["d.v1"] },
    });
  });
});

describe("a verdict that changed", () => {
  const inputs = (hash: string) => ({ manifest: { inputs: [{ path: "indicators/work.yaml", sha256: hash }] } });
  const otherGap = (definition: string) =>
    period("2024", groups, { absolute: { definition, unit: "%", oriented: { value: 10, lower: 9, upper: 11 } } });
  const later = breakdown([...years(groups), period("2025", groups)], lessFair);

  it.each<[string, ReturnType<typeof build>, ReturnType<typeof build>, string[]]>([
    ["a new period", base, build([later]), ["new-period"]],
    [
      "another baseline",
      base,
      build([
        breakdown(years(groups), {
          ...lessFair,
          change: { baseline: period("2022", {}).period, current: period("2024", {}).period },
        }),
      ]),
      ["new-baseline"],
    ],
    ["revised data", base, build([breakdown(years({ ...groups, male: 30 }), lessFair)]), ["revised-data"]],
    [
      "a new period and revised data",
      base,
      build([
        breakdown([period("2023", { ...groups, male: 30 }), period("2024", groups), period("2025", groups)], lessFair),
      ]),
      ["new-period", "revised-data"],
    ],
    [
      "its definition",
      build([breakdown(years(groups))], inputs("1")),
      build([breakdown(years(groups), lessFair)], inputs("2")),
      ["definition"],
    ],
    [
      "the method's version",
      base,
      build([breakdown(years(groups), lessFair)], { method: { version: "2" } }),
      ["method"],
    ],
    ["a setting", base, build([breakdown(years(groups), lessFair)], { method: { materiality: 0.1 } }), ["method"]],
    ["another measure", base, build([breakdown([period("2023", groups), otherGap("d.v2")], lessFair)]), ["method"]],
    [
      "the program",
      base,
      build([breakdown(years(groups), lessFair)], { manifest: { versions: { tempcheck: "2" } } }),
      ["program"],
    ],
    [
      "nothing known, where another program drew the charts",
      base,
      build([breakdown(years(groups), lessFair)], { manifest: { versions: { tempcheck: "1", vega: "6" } } }),
      ["unknown"],
    ],
    ["nothing known", base, build([breakdown(years(groups), lessFair)]), ["unknown"]],
  ])("because of %s says so", (_, before, after, because) => {
    expect(compare(before, after).verdicts).toEqual([
      {
        ...{ indicator: "work", dimension: "sex", because },
        ...{ before: "Fairer", after: "Less fair", overall: null, levellingDown: null },
      },
    ]);
  });

  it("is told where levelling down alone changed", () => {
    const down = breakdown(years(groups), { verdict: { id: "fairer", label: "Fairer", levellingDown: true } });
    expect(compare(base, build([down])).verdicts).toMatchObject([
      { before: "Fairer", after: "Fairer", overall: null, levellingDown: { before: false, after: true } },
    ]);
  });

  const said = (overall?: LevelDirection) =>
    build([breakdown(years(groups), { verdict: { id: "fairer", label: "Fairer", levellingDown: false, overall } })]);

  it("is told where what it says of the overall level alone changed", () => {
    expect(compare(said("worsening"), said("improving")).verdicts).toMatchObject([
      { before: "Fairer", after: "Fairer", overall: { before: "worsening", after: "improving" }, levellingDown: null },
    ]);
    expect(compare(said("improving"), said("improving")).verdicts).toEqual([]);
  });

  it("takes nothing of the overall level to differ where an output does not tell of it", () => {
    expect(compare(said(), said("improving")).verdicts).toEqual([]);
    expect(compare(said("improving"), said()).verdicts).toEqual([]);
  });
});

describe("what is held back", () => {
  const small: Groups = { male: 41, female: 60, other: 3 };
  const before = build([breakdown(years(small))]);

  it("is never repeated from an earlier build that showed it", () => {
    const now = build([breakdown(years({ male: 41, female: held, other: held }))]);
    const text = JSON.stringify(compare(before, now));
    expect(compare(before, now)).toMatchObject({
      revised: [],
      disappeared: [],
      notRepeated: [{ indicator: "work", period: "2024" }],
    });
    expect(text).not.toMatch(/"OTHER"|"other"|:3,|:60,/);
  });

  it("keeps back the earlier figures of the whole period, in every breakdown of the indicator", () => {
    const other = (male: number) => breakdown(years({ male, female: 60 }), { dimension: "race" });
    const then = build([breakdown(years(small)), other(30)]);
    const now = build([breakdown(years({ male: 50, female: held, other: held })), other(35)]);
    const { revised, notRepeated } = compare(then, now);
    expect(revised).toEqual([]);
    expect(notRepeated).toEqual([{ indicator: "work", period: "2024" }]);
  });

  it("leaves the other periods and indicators open", () => {
    const then = build({
      work: [breakdown(years(small, { male: 20, female: 60 }))],
      homes: [breakdown(years(groups))],
    });
    const now = build({
      work: [breakdown(years({ male: 41, female: held, other: held }, { male: 25, female: 60 }))],
      homes: [breakdown(years({ ...groups, male: 44 }))],
    });
    expect(
      compare(then, now).revised.map(({ indicator, period: label, before: old }) => [indicator, label, old.value]),
    ).toEqual([
      ["work", "2023", 20],
      ["homes", "2024", 40],
    ]);
  });

  it("is not repeated where the earlier build held it back and this one does not", () => {
    const then = build([breakdown(years({ male: 41, female: held, other: held }))]);
    const { revised, appeared, notRepeated } = compare(then, build([breakdown(years({ ...small, male: 43 }))]));
    expect([revised, appeared]).toEqual([[], []]);
    expect(notRepeated).toHaveLength(1);
  });

  it("takes a count that the publisher or the report marks as held back, with its figure shown, for held back", () => {
    const marked = period("2024", { male: 45, female: 60, other: 3 });
    marked.groups[2] = { ...marked.groups[2]!, marker: "[c]" };
    expect(compare(before, build([breakdown([period("2023", groups), marked])])).revised).toEqual([]);
  });

  it("does not repeat the earlier verdict that rests on it", () => {
    const now = build([breakdown(years({ male: 41, female: held, other: held }), lessFair)]);
    expect(compare(before, now).verdicts).toMatchObject([{ before: null, after: "Less fair" }]);
  });
});

describe("against", () => {
  const before = build([breakdown(years({ a: held, b: held, c: 60 }))], { build: "0ld" });
  const after = build([breakdown(years({ a: held, b: 9, c: held }))]);
  const fileOf = (indicator: string): string => `indicators/${indicator}.yaml`;

  it("tells whoever builds what both builds together may give away, and prints nothing of it", () => {
    const said: string[] = [];
    const changes = against(before, after, {
      isStrict: false,
      fileOf,
      log: (stage, detail) => said.push(`${stage}: ${detail}`),
    });
    expect(said).toEqual([
      "compare: with build 0ld",
      "compare: warning: work 2024 holds back other figures than build 0ld did; the two reports together may give a small number of people away: look at both before publishing, and withhold more where they do",
    ]);
    expect(changes.revised).toEqual([]);
  });

  it("refuses a strict build for it", () => {
    expect(() => against(before, after, { isStrict: true, fileOf, log: () => {} })).toThrow(
      "found: other figures held back: the two reports together may give a small number of people away",
    );
  });
});

describe("differencing", () => {
  const risks = (then: Groups, now: Groups) =>
    differencing(figuresOf(build([breakdown(years(then))]).results), figuresOf(build([breakdown(years(now))]).results));

  it("finds a period that shows what the earlier build held back while it holds back another figure", () => {
    // 3 was hidden behind 9; now it is hidden behind 60: 9 from this build and 60 from the earlier one give it away.
    expect(risks({ a: held, b: held, c: 60 }, { a: held, b: 9, c: held })).toEqual([
      { indicator: "work", period: "2024" },
    ]);
  });

  it("finds a period that newly holds figures back", () => {
    expect(risks({ a: 3, b: 9 }, { a: held, b: held })).toHaveLength(1);
  });

  it("finds nothing where both hold back the same, and nothing in figures that only one build has", () => {
    expect(risks({ a: held, b: held, c: 60 }, { a: held, b: held, c: 61 })).toEqual([]);
    expect(risks({ c: 60 }, { a: held, b: held, c: 60 })).toEqual([]);
  });
});

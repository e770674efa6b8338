import { describe, expect, it } from "vitest";
import { faultsOf, figuresOf, people, type SmallProject, threeGroups } from "../support/one-dataset.ts";

const whole = { type: "integer" };
const size = { type: "integer", population: people };
const text = { type: "text" };

/** Men and women of three groups in two years, no two alike. */
const counts = ["A", "B", "C"].flatMap((group, g) =>
  [2022, 2024].map((year, y) => ({
    group,
    year,
    male: [31 + 7 * g + 3 * y, 400 + 11 * g + y] as const,
    female: [24 + 9 * g - 4 * y, 420 - 5 * g + 2 * y] as const,
  })),
);
type Count = (typeof counts)[number];
const both = ({ male, female }: Count) => [male[0] + female[0], male[1] + female[1]] as const;
/** What each group and period must come to where every person is counted once. */
const right = [2022, 2024].flatMap((year) =>
  counts.filter((one) => one.year === year).map((one) => [String(year), one.group.toLowerCase(), ...both(one)]),
);

function project(header: string, lines: string[], unique: string[], more: Partial<SmallProject> = {}): SmallProject {
  const names = header.split(",");
  const typeOf = (name: string): object => (name === "n" ? size : ["x", "year"].includes(name) ? whole : text);
  return {
    file: { name: "d.csv", content: `${[header, ...lines].join("\n")}\n` },
    columns: Object.fromEntries(names.map((name) => [name, typeOf(name)])),
    unique,
    rows: lines.length,
    ...more,
  };
}

const sexes = (of: Record<"persons" | "male" | "female", string | null>, made = counts): string[] =>
  made.flatMap((one) =>
    (
      [
        [of.persons, both(one)],
        [of.male, one.male],
        [of.female, one.female],
      ] as const
    ).flatMap(([name, [x, n]]) => (name === null ? [] : [`${one.group},${one.year},${name},${x},${n}`])),
  );
const names = { persons: "Persons", male: "Male", female: "Female" };
const bySex = (lines: string[], more?: Partial<SmallProject>) =>
  project("grp,year,sex,x,n", lines, ["grp", "year", "sex"], more);
const where = (filter: object) => ({ indicator: { where: filter } });

describe("rows that differ in a column of which nothing is said", () => {
  it("are refused where one of them is the total of the others", async () => {
    const faults = await faultsOf(bySex(sexes(names)));
    expect(faults).toBe(
      [
        "data-raw/d/d.csv:2  column sex",
        "  must:  no row is the sum of others that are counted with it",
        '  found: "Persons" 55 of 820, which is "Male" 31 of 400 + "Female" 24 of 420; so in 6 of 6 figures',
        '  do:    keep the total or its parts with where in indicators/claims.yaml: where: { sex: "Persons" }',
      ].join("\n"),
    );
  });

  it.each([
    ["the total alone", { sex: "Persons" }],
    ["its parts alone", { sex: ["Male", "Female"] }],
  ])("give the same figures by %s, with no note", async (_, filter) => {
    const { figures, notes } = await figuresOf(bySex(sexes(names), where(filter)));
    expect(figures.map((one) => one.slice(0, 4))).toEqual(right);
    expect(notes.filter(({ note }) => note.id === "rows-added-up")).toEqual([]);
  });

  it("are added up with a note that says how many over which columns where none is a total", async () => {
    const { figures, notes } = await figuresOf(bySex(sexes({ ...names, persons: null })));
    expect(figures.map((one) => one.slice(0, 4))).toEqual(right);
    expect(notes.filter(({ note }) => note.id === "rows-added-up").map(({ text }) => text)).toEqual([
      "12 rows of the source that differ in sex are put together into 6 figures of groups.",
    ]);
  });

  const rounded = (base: number) =>
    sexes(names).map((line) =>
      line.replace(/(\d+),(\d+)$/, (_, x: string, n: string) =>
        [x, n].map((one) => Math.round(Number(one) / base) * base).join(","),
      ),
    );
  const crossed = counts.flatMap((one) =>
    (["Persons", "Male", "Female"] as const).flatMap((sex) => {
      const [x, n] = sex === "Persons" ? both(one) : sex === "Male" ? one.male : one.female;
      return [
        ["All ages", x, n],
        ["0-15", 10, 100],
        ["16+", x - 10, n - 100],
      ].map(([age, a, b]) => `${one.group},${one.year},${sex},${age},${a},${b}`);
    }),
  );
  const uncrossed = crossed.filter((line) => /Persons|All ages/.test(line));
  const places = counts.flatMap((one) => [
    `${one.group},${one.year},City,Sampleton,${both(one).join(",")}`,
    `${one.group},${one.year},Ward,East,${one.male.join(",")}`,
    `${one.group},${one.year},Ward,West,${one.female.join(",")}`,
  ]);
  const nested = counts.flatMap((one) => [
    `${one.group},${one.year},All,${both(one)[0] + 20},${both(one)[1] + 300}`,
    `${one.group},${one.year},Adults,${both(one).join(",")}`,
    `${one.group},${one.year},16-64,${one.male.join(",")}`,
    `${one.group},${one.year},65+,${one.female.join(",")}`,
    `${one.group},${one.year},0-15,20,300`,
  ]);

  it.each<[string, SmallProject, RegExp]>([
    [
      "blanks",
      bySex(sexes({ ...names, persons: "" }), { dataset: { blanks: { "": "not-applicable" } } }),
      /column sex.*a blank 55 of 820/s,
    ],
    ["some groups", bySex(sexes(names).filter((line) => !/^[BC].*Persons/.test(line))), /in 2 of 2 figures/],
    [
      "one group of one year",
      bySex(sexes(names).filter((line) => !/Persons/.test(line) || /^A,2022/.test(line))),
      /in 1 of 1 figure$/m,
    ],
    ["figures rounded to 5", bySex(rounded(5)), /column sex/],
    ["denominators", bySex(sexes(names).map((line) => line.replace(/(Persons),\d+/, "$1,0"))), /"Persons" 0 of 820/],
    [
      "two columns, all by all",
      project("grp,year,sex,age,x,n", crossed, ["grp", "year", "sex", "age"]),
      /column sex.*column age/s,
    ],
    [
      "two columns, one at a time",
      project("grp,year,sex,age,x,n", uncrossed, ["grp", "year", "sex", "age"]),
      /column sex.*column age/s,
    ],
    [
      "places of several levels",
      project("grp,year,level,place,x,n", places, ["grp", "year", "place"]),
      /column (level|place).*55 of 820/s,
    ],
    ["totals of totals", project("grp,year,age,x,n", nested, ["grp", "year", "age"]), /column age/],
    [
      "a column that is not declared",
      project(
        "grp,year,x,n",
        sexes(names).map((line) => line.replace(/,[A-Z][a-z]+,/, ",")),
        ["grp", "year", "x", "n"],
      ),
      /a row 55 of 820.*declare the column/s,
    ],
    [
      "a year beside its twelve months, all of the same people",
      project(
        "grp,year,month,x,n",
        counts.flatMap(({ group, year, male: [x, n] }) => {
          const months = Array.from({ length: 12 }, (_, i) => 1 + ((x + 5 * i) % 7));
          return [["Y", months.reduce((sum, one) => sum + one, 0)], ...months.map((one, i) => [`M${i}`, one])].map(
            ([month, events]) => `${group},${year},${month},${events},${n}`,
          );
        }),
        ["grp", "year", "month"],
      ),
      /column month.*"Y" \d+ of 400, which is "M0" \d of 400 .* \+ 8 more; so in 6 of 6/s,
    ],
    [
      "people of every age beside those of some, by one count",
      project(
        "grp,year,age,x,n",
        counts.flatMap((one) => {
          const [x, n] = both(one);
          const rows = [
            ["16+", one.male[1]],
            ["under 16", one.female[1]],
            ["x", n],
          ];
          return rows.map(([age, size]) => `${one.group},${one.year},${age},${x},${size}`);
        }),
        ["grp", "year", "age"],
      ),
      /column age.*"x" 55 of 820, which is "16\+" 55 of 400 \+ "under 16" 55 of 420/s,
    ],
    [
      "a filter that names them all",
      bySex(sexes(names), where({ sex: ["Persons", "Male", "Female"] })),
      /"Persons" 55 of 820/,
    ],
  ])("are refused for totals in %s", async (_, made, message) => {
    expect(await faultsOf(made)).toMatch(message);
  });
});

describe("a group larger than everyone", () => {
  const lines = (all: string) => [
    ...counts.map((one) => `${one.group},${one.year},${both(one).join(",")}`),
    ...[2022, 2024].map((year) => `All,${year},${all}`),
  ];
  const of = (all: string) =>
    project("grp,year,x,n", lines(all), ["grp", "year"], { indicator: { overall: { where: { grp: "All" } } } });

  it("is refused, because it is a part of everyone", async () => {
    expect(await faultsOf(of("60,700"))).toMatch(/overall.*no group counts more.*55 of 820 for a of g in 2022/s);
  });

  it("is none where everyone is no smaller", async () => {
    expect(await faultsOf(of("260,2600"))).toBe("");
  });
});

describe("rows of some periods only", () => {
  const lines = sexes({ ...names, persons: null }).filter((line) => !/2024,Female/.test(line));
  const told = async (made: SmallProject) =>
    (await figuresOf(made)).notes.filter(({ note }) => note.id === "rows-of-some-periods").map(({ text }) => text);
  const note =
    "The figures of groups put together rows that differ in sex, and 2024 has none of Female. Changes may come from that.";

  it("are told, whether a filter names them or not", async () => {
    expect(await told(bySex(lines))).toEqual([note]);
    expect(await told(bySex(lines, where({ sex: ["Male", "Female"] })))).toEqual([note]);
  });

  it("are not where nearly every value is of one period, as a day is", async () => {
    const days = lines.map((line) => line.replace(/(2022|2024),(Male|Female)/, "$1,$2 of $1"));
    expect(await told(bySex(days))).toEqual([]);
  });

  it("are not where every period has them", async () => {
    expect(await told(bySex(sexes({ ...names, persons: null })))).toEqual([]);
    expect(await told(bySex(lines, where({ sex: "Male" })))).toEqual([]);
  });
});

describe("a group in two spellings, both declared", () => {
  const dimensions = [
    {
      ...threeGroups,
      groups: threeGroups.groups.map((one) => (one.id === "a" ? { ...one, match: ["A", "a"] } : one)),
    },
  ];
  const lines = counts.map((one) => `${one.group},${one.year},${both(one).join(",")}`);
  const of = (rows: string[]) => project("grp,year,x,n", rows, ["grp", "year"], { dimensions });

  it("is refused where one period has both, which would be added up", async () => {
    expect(await faultsOf(of([...lines, "a,2024,25,205"]))).toMatch(
      /d\.csv:8 {2}column grp.*found: "a", beside "A" in data-raw\/d\/d\.csv:3/s,
    );
  });

  it("is one group where each period has one of them", async () => {
    const { figures } = await figuresOf(of(lines.map((line) => line.replace("A,2024", "a,2024"))));
    expect(figures.map((one) => one.slice(0, 4))).toEqual(right);
  });
});

describe("a total among the groups", () => {
  const groups = (total: string, made = counts) => [
    ...made.map((one) => `${one.group},${one.year},${both(one).join(",")}`),
    ...[2022, 2024].flatMap((year) => {
      const own = made.filter((one) => one.year === year);
      return own.length === 0
        ? []
        : [
            `${total},${year},${own.reduce((sum, one) => sum + both(one)[0], 0)},${own.reduce((sum, one) => sum + both(one)[1], 0)}`,
          ];
    }),
  ];
  const of = (lines: string[], more: Partial<SmallProject> = {}) =>
    project("grp,year,x,n", lines, ["grp", "year"], more);
  const notStated = (value: string) => ({ dimensions: [{ ...threeGroups, not_stated: [value] }] });
  const asGroup = {
    dimensions: [{ ...threeGroups, groups: [...threeGroups.groups, { id: "all", label: "Each", phrase: "each" }] }],
  };

  it.each<[string, SmallProject, RegExp]>([
    ["called All and not declared", of(groups("All")), /"All" \d+ of \d+, which is "a" .*overall: \{ where/s],
    ["called England and not declared", of(groups("England")), /"England" \d+ of \d+, which is/],
    ["declared as not stated", of(groups("-"), notStated("-")), /"-" \d+ of \d+, which is/],
    [
      "declared as not stated, of one year",
      of(
        groups(
          "-",
          counts.filter(({ year }) => year === 2024),
        ),
        notStated("-"),
      ),
      /"-" \d+ of \d+, which is/,
    ],
    ["declared as a group", of(groups("Each"), asGroup), /"all" \d+ of \d+, which is/],
  ])("is refused: %s", async (_, made, message) => {
    expect(await faultsOf(made)).toMatch(message);
  });

  it("is refused where a blank means it, and may be declared as the overall figure", async () => {
    const made = of(groups(""));
    const declared = { ...made, dataset: { blanks: { "": "not-available" } } };
    expect(await faultsOf(declared)).toMatch(/a blank \d+ of \d+, which is.*overall/s);
    const { figures } = await figuresOf({ ...declared, indicator: { overall: { where: { grp: "" } } } });
    expect(figures.map((one) => one.slice(0, 4))).toEqual(right);
  });

  it("may be outside, or the overall figure", async () => {
    for (const more of [
      { dimensions: [{ ...threeGroups, outside: ["All"] }] },
      { indicator: { overall: { where: { grp: "All" } } } },
    ]) {
      const { figures } = await figuresOf(of(groups("All"), more));
      expect(figures.map((one) => one.slice(0, 4))).toEqual(right);
    }
  });

  it("leaves people of no known group, who are no total, as they are", async () => {
    const { figures } = await figuresOf(
      of([...groups("-").slice(0, 6), "-,2022,12,150", "-,2024,9,140"], notStated("-")),
    );
    expect(figures.map((one) => one.slice(0, 4))).toEqual(right);
  });
});

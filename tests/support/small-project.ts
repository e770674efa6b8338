import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { seeded } from "./check.ts";

/** Projects made for a test: definitions as objects, which JSON writes and YAML reads. */

type Definition = Record<string, unknown>;
type Row = readonly (string | number)[];

export interface SmallProject {
  project: Definition;
  indicators: Record<string, Definition>;
  datasets: Record<string, { dataset: Definition; header: readonly string[]; rows: readonly Row[] }>;
}

/** Writes one to a folder. What a test has taken out of a definition is missing there. */
export function writeProject(folder: string, { project, indicators, datasets }: SmallProject): string {
  const write = (path: string, content: string): void => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write("tempcheck.yaml", yaml(project));
  for (const [id, indicator] of Object.entries(indicators)) write(`indicators/${id}.yaml`, yaml(indicator));
  for (const [id, { dataset, header, rows }] of Object.entries(datasets)) {
    const csv = `${[header, ...rows].map((row) => row.join(",")).join("\n")}\n`;
    const sha256 = createHash("sha256").update(csv).digest("hex");
    write(`data-raw/${id}/${id}.csv`, csv);
    write(
      `data-raw/${id}/dataset.yaml`,
      yaml({
        ...{ title: id, publisher: "Somebody", licence: "made up", page: "https://example.org/", period: "some years" },
        ...{ received: "2025-01-31", changes: "none", files: [{ path: `${id}.csv`, sha256 }] },
        format: { type: "csv", delimiter: ",", quote: '"', encoding: "utf-8" },
        ...{ facts: { rows: rows.length, unique: [header[0]] }, ...dataset },
      }),
    );
  }
  return folder;
}

/** Numbers that JSON has no words for are written as YAML writes them. */
const yaml = (definition: Definition): string =>
  `${JSON.stringify(definition, (_, value: unknown) => (typeof value === "number" && !Number.isFinite(value) ? `#${value}#` : value), 1).replace(/"#(-?)(Infinity|NaN)#"/g, (_, sign: string, word: string) => `${sign}${word === "NaN" ? ".nan" : ".inf"}`)}\n`;

const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024];
const counted = { who: "residents", ages: "all", sex: "all", at: { column: "year" } };
const whole = (random: () => number, from: number, to: number): number => Math.round(from + (to - from) * random());

const groups = (...ids: string[]) => ids.map((id) => ({ id, label: id.toUpperCase(), phrase: `the ${id}` }));
const lives = [..."ABCDEFGHIJKL"].map((letter) => `S${letter}`);

/** A place with dimensions of every type and indicators of every kind, each with every key that its kind knows and that changes something there. */
export function everyKind(seed: number): SmallProject {
  const random = seeded(seed);
  const areas = lives.map(
    (code, i): Row => [
      code,
      `Area ${code}`,
      40 - 3 * i,
      (7 * i) % 12,
      whole(random, 900, 1100),
      1 + Math.floor(i / 4),
      1 + (i % 4),
      1 + Math.floor(i / 4),
    ],
  );
  const byArea = lives.flatMap((code, i) =>
    YEARS.map(
      (year): Row => [`${code}${year}`, code, year, whole(random, 60, 90) + 5 * (12 - i), 1000 + 10 * i, 900 + 9 * i],
    ),
  );
  const people = ["p", "q", "r", "s", "everyone"];
  const byGroup = people.flatMap((group, i) =>
    YEARS.map((year): Row => {
      const [x, n] = [whole(random, 100, 140) + 20 * i, 1000 + 50 * i];
      const value = (100 * x) / n;
      return [
        `${group}${year}`,
        group,
        year,
        x,
        n,
        value.toFixed(2),
        (value - 2).toFixed(2),
        (value + 2).toFixed(2),
        1.1,
        5.5,
        400 + i,
        "Sampleton",
      ];
    }),
  );
  const elsewhere = byGroup.map((row): Row => [`o${row[0]}`, ...row.slice(1, -1), "Otherton"]);
  const ages = [
    "0",
    "1",
    "5",
    "10",
    "15",
    "20",
    "25",
    "30",
    "35",
    "40",
    "45",
    "50",
    "55",
    "60",
    "65",
    "70",
    "75",
    "80",
    "85",
    "90",
  ];
  const byAge = people
    .slice(0, 4)
    .flatMap((group, g) =>
      [2019, 2023].flatMap((year) =>
        ages.map((age, i): Row => [`${group}${year}a${age}`, group, year, age, 4 + g + i * i, 5000 - 200 * i, 2 + g]),
      ),
    );
  const population = (column: string) => ({ type: "integer", population: { ...counted, at: { column } } });
  const sentence = { people: "residents", measure: "the measure of it" };
  const shared = { question: "Is it so?", theme: "t", better: "lower" };
  const periods = { column: "year", unit: "calendar-year", baseline: "2019", why: "It is the first." };
  const ofGroups = {
    dataset: "by-group",
    where: { place: "Sampleton" },
    overall: { where: { group: "everyone" } },
    periods,
  };
  const peopleDimensions = [
    { dimension: "ladder", column: "group" },
    { dimension: "kinds", column: "group", why: "Why not." },
    { dimension: "sides", column: "group", disadvantaged: "second" },
  ];
  return {
    project: {
      ...{ title: "Small", year: 2025, publisher: "Somebody", contact: "a@example.org", url: "https://example.org/r/" },
      licence: { title: "Licence", url: "https://example.org/licence" },
      place: { name: "Sampleton", code: "S1", people: "residents", areas: "areas" },
      themes: [
        {
          id: "t",
          title: "Theme",
          about: "It matters.",
          missing: [{ what: "x", state: "nobody-collects", needs: "y" }],
          actions: [{ id: "t-1", title: "Do", url: "https://example.org/plan" }],
        },
      ],
      characteristics: [
        { id: "race", title: "Race" },
        { id: "age", title: "Age" },
      ],
      comparators: {
        about: "One other place.",
        places: [{ id: "otherton", title: "Otherton town", match: ["Otherton"] }],
      },
      dimensions: [
        {
          id: "thirds",
          title: "Thirds",
          about: "Thirds.",
          preposition: "in",
          characteristic: "race",
          made_of: ["income"],
          type: "quantiles",
          areas: { dataset: "areas", key: "code", label: "name" },
          ranking: "local",
          cut: "equal-population",
          score: "score",
          high_score: "least-disadvantaged",
          population: "people",
          alternatives: [{ id: "other", name: "another score", score: "score2", high_score: "least-disadvantaged" }],
          groups: groups("one", "two", "three"),
        },
        {
          id: "published-thirds",
          title: "Published",
          about: "Thirds.",
          type: "quantiles",
          areas: { dataset: "areas", key: "code" },
          ranking: "national",
          cut: "published",
          quantile: "third",
          high_score: "most-disadvantaged",
          groups: groups("one", "two", "three"),
        },
        {
          id: "ladder",
          title: "Ladder",
          about: "A ladder.",
          type: "groups",
          ordered: true,
          ranking: "national",
          not_stated: [],
          outside: ["everyone", "s"],
          reference: "b",
          groups: groups("a", "b", "c").map((g, i) => ({ ...g, match: [["p", "q", "r"][i]] })),
        },
        {
          id: "kinds",
          title: "Kinds",
          about: "Kinds.",
          type: "groups",
          ordered: false,
          not_stated: ["s"],
          reference: "b",
          groups: groups("a", "b", "c").map((g, i) => ({ ...g, match: [["p", "q", "r"][i]] })),
        },
        {
          id: "sides",
          title: "Sides",
          about: "Two sides.",
          type: "pair",
          not_stated: ["s"],
          outside: ["r"],
          groups: [
            { id: "first", label: "F", phrase: "the first", match: ["p"] },
            { id: "second", label: "S", phrase: "the second", match: ["q"] },
          ],
        },
        {
          id: "place",
          title: "Place",
          about: "Beside all.",
          type: "pair",
          not_stated: ["s"],
          outside: ["r", "q"],
          groups: [
            { id: "first", label: "F", phrase: "the first", match: ["p"] },
            { id: "all", label: "everyone", phrase: "everyone" },
          ],
        },
        {
          id: "area",
          title: "Areas",
          about: "Areas.",
          type: "areas",
          areas: { dataset: "areas", key: "code", label: "name", tile_column: "column", tile_row: "row" },
          population: "people",
          context: [
            { title: "Age", dataset: "by-area", where: { year: 2024 }, area: "code", label: "year", count: "n" },
          ],
        },
      ],
      communities: [
        {
          id: "ps",
          title: "Ps",
          phrase: "Ps",
          about: "They are.",
          characteristic: "race",
          groups: [{ dimension: "kinds", group: "a" }],
          indicators: ["rate"],
        },
      ],
      method: {
        edition: 2,
        confidence: 0.9,
        materiality: 0.5,
        same: 0.9,
        false_discovery_rate: 0.9,
        reliable_denominator: 1075,
      },
      disclosure: { threshold: null, round_to: null, covers: "none" },
    },
    indicators: {
      proportion: {
        title: "Proportion",
        ...shared,
        core: true,
        actions: ["t-1"],
        dataset: "by-area",
        place: "Sampleton and around",
        statistic: {
          kind: "proportion",
          numerator: "x",
          denominator: "n",
          why: "Because.",
          alternatives: [{ denominator: "n2", name: "others", why: "They are others." }],
          per: 1000,
          unit: "per 1,000",
        },
        subjects: ["income"],
        sentence: { ...sentence, state: "have it" },
        periods,
        breaks: [{ from: "2020", why: "It broke." }],
        dimensions: [
          { dimension: "thirds", column: "code", why: "Why." },
          { dimension: "published-thirds", column: "code" },
          { dimension: "area", column: "code", funnel: true, smooth: true },
        ],
        targets: [{ dimension: "thirds", gap: "absolute", value: 0, source: "Plan" }],
        not_collected: [{ characteristic: "age", state: "does-not-apply", why: "None." }],
        caveats: ["Careful."],
      },
      rate: {
        title: "Rate",
        ...shared,
        part_of: "proportion",
        ...ofGroups,
        statistic: {
          kind: "rate",
          numerator: "x",
          denominator: "n",
          why: "Because.",
          alternatives: [{ denominator: "w", name: "others", why: "They are others." }],
          per: 1000,
          unit: "per 1,000",
        },
        sentence: { ...sentence, state: "come", events: true },
        comparators: "place",
        dimensions: peopleDimensions.filter(({ dimension }) => dimension !== "ladder"),
      },
      mean: {
        title: "Mean",
        ...shared,
        ...ofGroups,
        statistic: { kind: "mean", value: "value", count: "n", sd: "se", why: "Because.", unit: "points" },
        sentence,
        dimensions: peopleDimensions.slice(1),
      },
      published: {
        title: "Published",
        ...shared,
        ...ofGroups,
        statistic: {
          kind: "published",
          value: "value",
          lower: "lower",
          upper: "upper",
          interval_level: 0.8,
          scale: "logit",
          numerator: "x",
          denominator: "n",
          why: "Because.",
          per: 100,
          unit: "%",
        },
        sentence: { ...sentence, state: "have it" },
        dimensions: peopleDimensions,
      },
      weighed: {
        title: "Weighed",
        ...shared,
        ...ofGroups,
        statistic: {
          kind: "published",
          value: "value",
          standard_error: "se",
          scale: "identity",
          weight: "w",
          why: "Because.",
          unit: "points",
        },
        sentence,
        dimensions: peopleDimensions.slice(1),
        published_gaps: [
          {
            dimension: "sides",
            measure: "difference",
            dataset: "by-group",
            where: { group: "p", place: "Sampleton" },
            comparators: "place",
            value: "gap",
            unit: "points",
            period: "year",
            note: "As published.",
            judged: { measure: "d", baseline: "2019" },
          },
        ],
      },
      standardised: {
        title: "Standardised",
        ...shared,
        ...ofGroups,
        statistic: {
          kind: "dsr-as-published",
          value: "value",
          lower: "lower",
          upper: "upper",
          interval_level: 0.8,
          numerator: "x",
          denominator: "n",
          why: "Because.",
          per: 100,
          unit: "per 100",
        },
        sentence,
        dimensions: [...peopleDimensions.slice(1, 2), { dimension: "place", column: "group", with_everyone: true }],
      },
      dsr: {
        title: "DSR",
        ...shared,
        dataset: "by-age",
        statistic: {
          kind: "dsr",
          numerator: "x",
          denominator: "n",
          age: "age",
          why: "Because.",
          standard: { dataset: "standard", age: "age", population: "people", where: { sort: "a" } },
          per: 1000,
          unit: "per 1,000",
        },
        sentence,
        periods,
        dimensions: peopleDimensions.slice(1),
      },
      lives: {
        title: "Life",
        ...shared,
        better: "higher",
        dataset: "by-age",
        statistic: {
          kind: "life-expectancy",
          numerator: "x",
          denominator: "n",
          age: "age",
          why: "Because.",
          at: 65,
          unit: "y",
          causes: [{ name: "some", deaths: "y" }],
        },
        sentence,
        periods,
        dimensions: [...peopleDimensions.slice(1, 2), { ...peopleDimensions[2], decompose: true }],
      },
      "healthy-lives": {
        title: "Healthy life",
        ...shared,
        better: "higher",
        dataset: "by-age",
        statistic: {
          kind: "healthy-life-expectancy",
          numerator: "x",
          denominator: "n",
          age: "age",
          healthy: "y",
          asked: "x",
          why: "Because.",
          at: 65,
          unit: "y",
        },
        sentence,
        periods,
        dimensions: peopleDimensions.slice(1),
      },
      ratio: {
        title: "Ratio",
        ...shared,
        dataset: "by-age",
        statistic: {
          kind: "smr",
          numerator: "x",
          denominator: "n",
          age: "age",
          why: "Because.",
          standard: { dataset: "standard", age: "age", events: "events", population: "people", where: { sort: "a" } },
          per: 1000,
          unit: "per 1,000 expected",
        },
        sentence,
        periods,
        dimensions: peopleDimensions.slice(1),
      },
    },
    datasets: {
      areas: {
        header: ["code", "name", "score", "score2", "people", "third", "column", "row"],
        rows: areas,
        dataset: {
          columns: {
            code: { type: "text" },
            name: { type: "text" },
            score: { type: "integer" },
            score2: { type: "integer" },
            people: { type: "integer" },
            third: { type: "integer" },
            column: { type: "integer" },
            row: { type: "integer" },
          },
        },
      },
      "by-area": {
        header: ["id", "code", "year", "x", "n", "n2"],
        rows: byArea,
        dataset: {
          columns: {
            id: { type: "text" },
            code: { type: "text" },
            year: { type: "integer" },
            x: { type: "integer" },
            n: population("year"),
            n2: population("year"),
          },
        },
      },
      "by-group": {
        header: ["id", "group", "year", "x", "n", "value", "lower", "upper", "se", "gap", "w", "place"],
        rows: [...byGroup, ...elsewhere],
        dataset: {
          columns: {
            id: { type: "text" },
            group: { type: "text" },
            year: { type: "integer" },
            x: { type: "integer" },
            n: population("year"),
            value: { type: "number" },
            lower: { type: "number" },
            upper: { type: "number" },
            se: { type: "number" },
            gap: { type: "number" },
            w: population("year"),
            place: { type: "text" },
          },
        },
      },
      "by-age": {
        header: ["id", "group", "year", "age", "x", "n", "y"],
        rows: byAge,
        dataset: {
          columns: {
            id: { type: "text" },
            group: { type: "text" },
            year: { type: "integer" },
            age: { type: "integer" },
            x: { type: "integer" },
            n: population("year"),
            y: { type: "integer" },
          },
        },
      },
      standard: {
        header: ["age", "people", "sort", "events"],
        rows: [...ages.map((age, i): Row => [age, 100 + 5 * i, "a", 1 + i])],
        dataset: {
          columns: {
            age: { type: "integer" },
            people: { type: "integer" },
            sort: { type: "text" },
            events: { type: "integer" },
          },
        },
      },
    },
  };
}

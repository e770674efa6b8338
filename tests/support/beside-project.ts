import { seeded } from "./check.ts";
import type { SmallProject } from "./small-project.ts";

type Row = readonly (string | number)[];

export const areaCodes = [..."ABCDEFGHIJKLMNOP"].map((letter) => `S${letter}`);
const ages = [0, 1, ...Array.from({ length: 18 }, (_, i) => 5 * (i + 1))].map(String);
const bands = ["0-17", "18-44", "45-64", "65-79", "80+"];
/** Of each band the standard's events per person. */
const standardRates = [0.001, 0.002, 0.006, 0.02, 0.06];

export interface MadeCounts {
  byArea: Row[];
  byAge: Row[];
  standard: Row[];
  life: Row[];
}

/** Counts of sixteen made-up areas, one of which is much unlike the others, and of two halves of the place by age. */
export function madeCounts(seed: number): MadeCounts {
  const random = seeded(seed);
  const whole = (mean: number): number => Math.max(0, Math.round(mean + 2 * Math.sqrt(mean) * (random() - 0.5)));
  const byArea = areaCodes.flatMap((code, i) =>
    [2022, 2023].map((year): Row => {
      const people = 300 + 150 * i;
      const share = code === "SP" ? 0.3 : 0.12;
      return [`${code}${year}`, code, year, whole(people * share), people, whole((people * share) / 10)];
    }),
  );
  const byAge = areaCodes.flatMap((code, i) =>
    [2022, 2023].flatMap((year) =>
      bands.map((band, j): Row => {
        const people = 100 + 20 * i + 40 * (4 - j);
        const rate = standardRates[j]! * (code === "SA" ? 3 : 1);
        return [`${code}${year}${band}`, code, year, band, whole(people * rate), people];
      }),
    ),
  );
  const standard = bands.map((band, j): Row => [band, 100_000 * standardRates[j]!, 100_000]);
  const life = ["near", "far"].flatMap((half, h) =>
    [2019, 2023].flatMap((year) =>
      ages.map((age, i): Row => {
        const people = 6000 - 200 * i;
        const deaths =
          Math.round((people * (i === 0 ? 40 : 2 + i * i * i)) / 60_000) + 2 + 2 * (1 - h) * (i > 9 ? i : 0);
        const heart = Math.floor(deaths / 3);
        const cancer = Math.floor(deaths / 4);
        return [`${half}${year}a${age}`, half, year, age, deaths, people, heart, cancer, 300 - 12 * i, 310 + h * i];
      }),
    ),
  );
  return { byArea, byAge, standard, life };
}

const counted = { who: "residents", ages: "all", sex: "all", at: { column: "year" } };
const integer = { type: "integer" };
const text = { type: "text" };
const people = { type: "integer", population: counted };

/** A made-up place whose breakdowns ask for funnels, smoothed figures, ratios, healthy years and the parts of a gap. */
export function besideProject(counts: MadeCounts = madeCounts(1)): SmallProject {
  const shared = { question: "Is it so?", theme: "t", better: "lower" };
  const periods = { column: "year", unit: "calendar-year", baseline: "2022" };
  const byArea = [{ dimension: "area", column: "code", funnel: true, smooth: true }];
  const ofLife = {
    ...{ ...shared, better: "higher", dataset: "life" },
    periods: { ...periods, baseline: "2019" },
  };
  return {
    project: {
      ...{ title: "Temperature check of Sampleton", year: 2024, publisher: "made up for a test" },
      place: { name: "Sampleton", people: "residents", areas: "neighbourhoods" },
      disclosure: { threshold: null, round_to: null, covers: "none" },
      themes: [{ id: "t", title: "Theme" }],
      dimensions: [
        {
          ...{ id: "area", title: "Neighbourhood", about: "The sixteen neighbourhoods.", type: "areas" },
          areas: { dataset: "areas", key: "code", label: "name", tile_column: "column", tile_row: "row" },
        },
        {
          ...{ id: "half", title: "Half of the town", about: "Near the works and far from them.", type: "pair" },
          groups: [
            { id: "near", label: "Near", phrase: "the near half", match: ["near"] },
            { id: "far", label: "Far", phrase: "the far half", match: ["far"] },
          ],
        },
      ],
    },
    indicators: {
      claims: {
        ...{ ...shared, title: "Claims", dataset: "by-area", periods, dimensions: byArea },
        statistic: { kind: "proportion", numerator: "x", denominator: "n" },
        sentence: { people: "residents", state: "claim", measure: "the share of residents who claim" },
      },
      burglaries: {
        ...{ ...shared, title: "Burglaries", dataset: "by-area", periods, dimensions: byArea },
        statistic: { kind: "rate", numerator: "events", denominator: "n", per: 1000, unit: "per 1,000" },
        sentence: { people: "residents", measure: "the rate of burglaries" },
      },
      deaths: {
        ...{ ...shared, title: "Deaths", dataset: "by-age", periods, dimensions: byArea },
        statistic: {
          ...{ kind: "smr", numerator: "events", denominator: "people", age: "band", unit: "per 100 expected" },
          standard: { dataset: "standard", age: "band", events: "events", population: "people" },
        },
        sentence: { people: "residents", measure: "deaths beside those expected at the country's rates" },
      },
      life: {
        ...{ ...ofLife, title: "Length of life" },
        statistic: {
          ...{ kind: "life-expectancy", numerator: "deaths", denominator: "people", age: "age" },
          causes: [
            { name: "heart disease", deaths: "heart" },
            { name: "cancer", deaths: "cancer" },
          ],
        },
        sentence: { people: "residents", measure: "life expectancy" },
        dimensions: [{ dimension: "half", column: "half", decompose: true }],
      },
      "healthy-life": {
        ...{ ...ofLife, title: "Healthy life" },
        statistic: {
          ...{ kind: "healthy-life-expectancy", numerator: "deaths", denominator: "people", age: "age" },
          ...{ healthy: "healthy", asked: "asked" },
        },
        sentence: { people: "residents", measure: "healthy life expectancy" },
        dimensions: [{ dimension: "half", column: "half" }],
      },
    },
    datasets: {
      areas: {
        dataset: { columns: { code: text, name: text, column: integer, row: integer } },
        header: ["code", "name", "column", "row"],
        rows: areaCodes.map((code, i): Row => [code, `Area ${code}`, 1 + (i % 4), 1 + Math.floor(i / 4)]),
      },
      "by-area": {
        dataset: { columns: { key: text, code: text, year: integer, x: integer, n: people, events: integer } },
        header: ["key", "code", "year", "x", "n", "events"],
        rows: counts.byArea,
      },
      "by-age": {
        dataset: {
          columns: {
            key: text,
            code: text,
            year: integer,
            band: text,
            events: integer,
            people: { ...people, population: { ...counted, by: ["band"] } },
          },
        },
        header: ["key", "code", "year", "band", "events", "people"],
        rows: counts.byAge,
      },
      standard: {
        dataset: { columns: { band: text, events: { type: "number" }, people: integer } },
        header: ["band", "events", "people"],
        rows: counts.standard,
      },
      life: {
        dataset: {
          columns: {
            ...{ key: text, half: text, year: integer, age: text, deaths: integer },
            people: { ...people, population: { ...counted, who: "half-residents", by: ["age"] } },
            ...{ heart: integer, cancer: integer, healthy: integer, asked: integer },
          },
        },
        header: ["key", "half", "year", "age", "deaths", "people", "heart", "cancer", "healthy", "asked"],
        rows: counts.life,
      },
    },
  };
}

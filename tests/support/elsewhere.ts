import { seeded } from "./check.ts";
import type { SmallProject } from "./small-project.ts";

/** Two made-up places in other countries, each with its own words, money, licence and groups. No figure is real. */

type Row = readonly (string | number)[];

interface Area {
  code: string;
  name: string;
  people: number;
  /** From 0, the least disadvantaged, to 1. */
  hardship: number;
}

const areasOf = (prefix: string, names: readonly string[], random: () => number): Area[] =>
  names.map((name, i) => ({
    code: `${prefix}${String(i + 1).padStart(3, "0")}`,
    name,
    people: 2400 + Math.round(900 * random()),
    hardship: ((7 * i) % names.length) / (names.length - 1),
  }));

const text = { type: "text" };
const integer = { type: "integer" };
const number = { type: "number" };
const counted = (who: string, ages: string, more: object = {}) => ({
  ...integer,
  population: { who, ages, sex: "all", at: { column: "year" }, ...more },
});

/** Rows of areas and years: who has it, of how many. */
const shares = (areas: readonly Area[], years: readonly number[], random: () => number): Row[] =>
  areas.flatMap(({ code, people, hardship }) =>
    years.map((year, i): Row => {
      const share = 0.06 + (0.17 - 0.015 * i) * hardship + 0.01 * random();
      return [`${code}-${year}`, code, year, Math.round(share * people), people];
    }),
  );

const madeUp = "Made up for a test; no such place exists.";

/** A town on a bay in New Zealand: a published national index in tenths, pools of three years, dollars. */
export function bay(): SmallProject {
  const random = seeded(41);
  const names = "Awatea,Beach Road,Cable Bay,Domain,Eastbourne Flat,Fern Hill,Gorge,Harakeke,Inlet,Jetty,Kauri,Lookout";
  const areas = areasOf("7", names.split(","), random);
  const years = [2019, 2021, 2023];
  const pools = [2017, 2020];
  const peoples = ["Māori", "Pacific peoples", "Asian", "European or other"];
  return {
    project: {
      title: "Kōwhai Bay: how fair is it?",
      year: 2024,
      publisher: "Kōwhai Bay Health Trust",
      language: "en-NZ",
      contact: "hello@kowhai-bay.example",
      url: "https://kowhai-bay.example/fair/",
      owner: "the equity team",
      licence: { title: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
      place: { name: "Kōwhai Bay", people: "people", areas: "local areas" },
      themes: [
        {
          id: "health",
          title: "Health",
          about: "Good health lets people do what matters to them.",
          missing: [{ what: "Oral health", state: "needs-an-agreement", needs: "Records of school dental clinics" }],
          actions: [
            {
              id: "clinics",
              title: "Clinics on marae",
              url: "https://kowhai-bay.example/plan",
              owner: "the health trust",
            },
          ],
        },
        { id: "money", title: "Money", about: "Enough money is a matter of health too.", missing: [] },
      ],
      characteristics: [
        { id: "deprivation", title: "Deprivation" },
        { id: "ethnicity", title: "Ethnicity" },
      ],
      comparators: {
        about: "Two made-up places near by.",
        places: [
          { id: "rimu-point", title: "Rimu Point" },
          { id: "tawa-valley", title: "Tawa Valley" },
        ],
      },
      dimensions: [
        {
          id: "index-fifth",
          title: "Deprivation of the local area",
          about: "Local areas by the national index of deprivation, in tenths, two tenths to a group.",
          type: "quantiles",
          preposition: "in",
          characteristic: "deprivation",
          areas: { dataset: "local-areas", key: "code", label: "name" },
          ranking: "national",
          cut: "published",
          quantile: "tenth",
          high_score: "most-disadvantaged",
          groups: ["most", "second", "middle", "fourth", "least"].map((id, i) => ({
            id,
            label: ["Most deprived", "Second most deprived", "Middle", "Second least deprived", "Least deprived"][i],
            phrase: `the ${["most deprived", "second most deprived", "middle", "second least deprived", "least deprived"][i]} fifth of local areas`,
            match: [String(10 - 2 * i), String(9 - 2 * i)],
          })),
        },
        {
          id: "local-area",
          title: "Local area",
          about: "Each local area beside the others.",
          type: "areas",
          preposition: "in",
          areas: { dataset: "local-areas", key: "code", label: "name", tile_column: "column", tile_row: "row" },
          population: "people",
        },
        {
          id: "ethnicity",
          title: "Ethnicity",
          about: "As people name it themselves, each counted once.",
          type: "groups",
          ordered: false,
          preposition: "among",
          characteristic: "ethnicity",
          groups: peoples.map((label, i) => ({
            id: ["maori", "pacific", "asian", "european-or-other"][i],
            label,
            phrase: label.replace("European or other", "people of European or other ethnicity"),
          })),
        },
      ],
      communities: [{ id: "disabled-people", title: "Disabled people", phrase: "disabled people" }],
      disclosure: { threshold: null, covers: "none" },
    },
    indicators: {
      smoking: {
        title: "Smoking",
        question: "Do more adults smoke in deprived local areas?",
        theme: "health",
        core: true,
        actions: ["clinics"],
        dataset: "smoking",
        statistic: { kind: "proportion", numerator: "smokers", denominator: "adults" },
        better: "lower",
        sentence: { people: "adults", state: "smoke", measure: "the share of adults who smoke" },
        periods: { column: "year", unit: "calendar-year", baseline: 2019 },
        dimensions: [
          { dimension: "index-fifth", column: "code" },
          { dimension: "local-area", column: "code" },
        ],
        not_collected: [{ characteristic: "ethnicity", why: "The survey is too small for it." }],
        caveats: [madeUp],
      },
      "hospital-stays": {
        title: "Stays in hospital",
        question: "Do stays that care at home could prevent differ between ethnic groups?",
        theme: "health",
        dataset: "stays",
        where: { place: "Kōwhai Bay" },
        statistic: { kind: "rate", numerator: "stays", denominator: "people", per: 100_000, unit: "per 100,000" },
        better: "lower",
        comparators: "place",
        sentence: { people: "people", measure: "the rate of stays in hospital", events: true },
        periods: { column: "years", unit: "calendar-year", baseline: "2017-19" },
        dimensions: [{ dimension: "ethnicity", column: "ethnicity" }],
        caveats: [madeUp],
      },
      income: {
        title: "Income of households",
        question: "How far apart are incomes?",
        theme: "money",
        dataset: "income",
        statistic: { kind: "mean", value: "dollars", count: "households", sd: "sd", unit: "$" },
        better: "higher",
        sentence: { people: "households", measure: "the average income of a household" },
        periods: { column: "year", unit: "calendar-year", baseline: 2019 },
        dimensions: [{ dimension: "ethnicity", column: "ethnicity" }],
        caveats: [madeUp],
      },
    },
    datasets: {
      "local-areas": {
        header: ["code", "name", "people", "tenth", "column", "row"],
        rows: areas.map(
          ({ code, name, people, hardship }, i): Row => [
            code,
            name,
            people,
            1 + Math.min(9, Math.floor(10 * hardship)),
            1 + (i % 4),
            1 + Math.floor(i / 4),
          ],
        ),
        dataset: {
          title: "Local areas",
          publisher: "Made-up Statistics",
          columns: { code: text, name: text, people: integer, tenth: integer, column: integer, row: integer },
        },
      },
      smoking: {
        header: ["id", "code", "year", "smokers", "adults"],
        rows: shares(areas, years, random),
        dataset: {
          title: "Smoking by local area",
          publisher: "Made-up Statistics",
          columns: {
            id: text,
            code: text,
            year: integer,
            smokers: integer,
            adults: counted("residents", "15+", { area: "code" }),
          },
        },
      },
      stays: {
        header: ["id", "place", "years", "ethnicity", "stays", "people"],
        rows: ["Kōwhai Bay", "Rimu Point", "Tawa Valley"].flatMap((place, p) =>
          peoples.flatMap((group, g) =>
            pools.map((from, i): Row => {
              const people = 9000 + 4000 * g;
              const rate = 0.03 - 0.005 * g - 0.002 * i + 0.001 * p;
              const years = `${from}-${String(from + 2).slice(-2)}`;
              return [`${p}${g}${i}`, place, years, group, Math.round(rate * people), people];
            }),
          ),
        ),
        dataset: {
          title: "Stays in hospital by ethnicity",
          publisher: "Made-up Health Board",
          columns: {
            id: text,
            place: text,
            years: text,
            ethnicity: text,
            stays: integer,
            people: counted("residents", "all", { at: { column: "years" }, by: ["ethnicity"] }),
          },
        },
      },
      income: {
        header: ["id", "year", "ethnicity", "dollars", "sd", "households"],
        rows: peoples.flatMap((group, g) =>
          years.map((year, i): Row => [`${g}${year}`, year, group, 61_000 + 9000 * g + 1500 * i, 31_000, 400 + 90 * g]),
        ),
        dataset: {
          title: "Income by ethnicity",
          publisher: "Made-up Statistics",
          columns: {
            id: text,
            year: integer,
            ethnicity: text,
            dollars: number,
            sd: number,
            households: counted("households", "all", { by: ["ethnicity"] }),
          },
        },
      },
    },
  };
}

/** A town in Brazil: areas ranked by a score of its own, people by colour or race as its census asks, reais. */
export function vila(): SmallProject {
  const random = seeded(43);
  const names =
    "Aurora,Boa Vista,Centro,Dunas,Estação,Figueira,Glória,Horto,Ipê,Jardim,Lagoa,Morro Alto,Nova,Olaria,Praia";
  const areas = areasOf("B", names.split(","), random);
  const years = [2018, 2020, 2022, 2024];
  const colours = ["Preta", "Parda", "Indígena", "Amarela", "Branca"];
  const ids = ["preta", "parda", "indigena", "amarela", "branca"];
  return {
    project: {
      title: "Vila Aurora: report on inequality",
      year: 2025,
      publisher: "Prefeitura de Vila Aurora",
      licence: { title: "ODbL 1.0", url: "https://opendatacommons.org/licenses/odbl/1-0/" },
      place: { name: "Vila Aurora", code: "0000001", people: "inhabitants", areas: "bairros" },
      themes: [
        {
          id: "housing",
          title: "Housing",
          about: "A sound home is a right.",
          missing: [{ what: "Evictions", state: "nobody-collects", needs: "A register of the courts" }],
          actions: [{ id: "water", title: "Water for every home", url: "https://vila-aurora.example/plano" }],
        },
        {
          id: "work",
          title: "Work",
          about: "Work gives people a living.",
          missing: [{ what: "Informal work", state: "published-not-loaded", needs: "A survey of households" }],
        },
      ],
      characteristics: [
        { id: "colour", title: "Colour or race" },
        { id: "sex", title: "Sex" },
      ],
      dimensions: [
        {
          id: "hardship-third",
          title: "Hardship of the bairro",
          about: "Bairros by a score of hardship, in three groups of as many people each.",
          type: "quantiles",
          preposition: "in",
          areas: { dataset: "bairros", key: "code", label: "name" },
          ranking: "local",
          cut: "equal-population",
          score: "score",
          high_score: "most-disadvantaged",
          population: "people",
          groups: [
            { id: "hard", label: "Hardest", phrase: "the third of bairros with most hardship" },
            { id: "middle", label: "Middle", phrase: "the middle third of bairros" },
            { id: "easy", label: "Easiest", phrase: "the third of bairros with least hardship" },
          ],
        },
        {
          id: "bairro",
          title: "Bairro",
          about: "Each bairro beside the others.",
          type: "areas",
          preposition: "in",
          areas: { dataset: "bairros", key: "code", label: "name" },
          population: "people",
        },
        {
          id: "colour",
          title: "Colour or race",
          about: "As people name it themselves.",
          type: "groups",
          ordered: false,
          preposition: "among",
          characteristic: "colour",
          not_stated: ["Ignorada"],
          reference: "branca",
          groups: colours.map((label, i) => ({
            id: ids[i],
            label,
            phrase: `inhabitants who are ${label.toLowerCase()}`,
          })),
        },
        {
          id: "sex",
          title: "Sex",
          about: "Women and men.",
          type: "pair",
          characteristic: "sex",
          groups: [
            { id: "women", label: "Women", phrase: "women", match: ["Mulheres"] },
            { id: "men", label: "Men", phrase: "men", match: ["Homens"] },
          ],
        },
      ],
      disclosure: { threshold: 5, covers: ["homes"] },
    },
    indicators: {
      "no-piped-water": {
        title: "Homes without piped water",
        question: "Are homes without piped water in the bairros with most hardship?",
        theme: "housing",
        core: true,
        actions: ["water"],
        dataset: "homes",
        statistic: { kind: "proportion", numerator: "without", denominator: "homes" },
        better: "lower",
        sentence: { people: "homes", state: "have no piped water", measure: "the share of homes without piped water" },
        periods: { column: "year", unit: "calendar-year", baseline: 2018 },
        dimensions: [
          { dimension: "hardship-third", column: "code" },
          { dimension: "bairro", column: "code" },
        ],
        targets: [{ dimension: "hardship-third", gap: "absolute", value: 5, source: "The plan" }],
        caveats: [madeUp],
      },
      earnings: {
        title: "Monthly earnings",
        question: "How far apart are monthly earnings?",
        theme: "work",
        dataset: "earnings",
        statistic: {
          kind: "published",
          value: "reais",
          standard_error: "error",
          weight: "workers",
          scale: "identity",
          unit: "R$",
        },
        better: "higher",
        sentence: { people: "workers", measure: "average monthly earnings" },
        periods: { column: "year", unit: "calendar-year", baseline: 2018 },
        overall: { where: { group: "Todos" } },
        dimensions: [
          { dimension: "colour", column: "group", where: { by: "cor" } },
          { dimension: "sex", column: "group", where: { by: "sexo" } },
        ],
        caveats: [madeUp],
      },
    },
    datasets: {
      bairros: {
        header: ["code", "name", "people", "score"],
        rows: areas.map(({ code, name, people, hardship }): Row => [code, name, people, (80 * hardship).toFixed(1)]),
        dataset: {
          title: "Bairros",
          publisher: "Made-up Institute",
          columns: { code: text, name: text, people: integer, score: number },
        },
      },
      homes: {
        header: ["id", "code", "year", "without", "homes"],
        rows: shares(areas, years, random),
        dataset: {
          title: "Homes and water",
          publisher: "Made-up Waterworks",
          columns: {
            id: text,
            code: text,
            year: integer,
            without: integer,
            homes: counted("homes", "all", { area: "code" }),
          },
        },
      },
      earnings: {
        header: ["id", "year", "by", "group", "reais", "error", "workers"],
        rows: years.flatMap((year, i) =>
          [
            ...colours.map((group, g) => ({ by: "cor", group, at: g })),
            { by: "cor", group: "Ignorada", at: 2 },
            { by: "sexo", group: "Mulheres", at: 1 },
            { by: "sexo", group: "Homens", at: 3 },
            { by: "todos", group: "Todos", at: 2 },
          ].map(
            ({ by, group, at }): Row => [
              `${group}${year}`,
              year,
              by,
              group,
              1800 + 350 * at + 90 * i,
              40,
              5000 + 700 * at,
            ],
          ),
        ),
        dataset: {
          title: "Monthly earnings",
          publisher: "Made-up Institute",
          columns: {
            id: text,
            year: integer,
            by: text,
            group: text,
            reais: number,
            error: number,
            workers: counted("workers", "14+", { by: ["group"] }),
          },
        },
      },
    },
  };
}

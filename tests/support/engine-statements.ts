/** What is asked of an engine, told by a part of each statement that no other has. */
export const statements = [
  "information_schema.columns",
  "as bad0",
  "as keys",
  "as outside0",
  "having count(*) > 1",
  "as found",
  "as value",
  "as out\n",
  "#largest",
] as const;

interface Faulty {
  /** Laid over the dataset of people. */
  more: Record<string, unknown>;
  message: RegExp;
}

/** Columns of the dataset of people, as it declares them. */
export const columns = (more: Record<string, unknown>) => ({
  person: { type: "integer", record: true },
  ...Object.fromEntries(["area", "sex", "origin", "age"].map((name) => [name, { type: "text" }])),
  year: { type: "integer" },
  waited: { type: "integer", blanks: { "": "not-available" } },
  visits: { type: "integer" },
  people: {
    ...{ type: "integer" },
    population: { who: "residents", ages: "all", sex: "all", area: "area", at: { column: "year" } },
  },
  ...more,
});

/** Datasets that are not as they say, by what is wrong with them. */
export const faulty = (rows: number): Record<string, Faulty> => ({
  "a null that is not declared": {
    more: { columns: columns({ waited: { type: "integer" } }) },
    message: /found: a null, in the row of person \d+/,
  },
  "a column of another type": {
    more: { columns: columns({ area: { type: "integer" } }) },
    message:
      /a column of type integer is tinyint, smallint, integer or bigint on the engine\n {2}found: area, which is varchar/i,
  },
  "a column that is not there": {
    more: { columns: columns({ height: { type: "text" } }) },
    message: /found: height/,
  },
  "a key that stands twice": {
    more: { columns: columns({ person: { type: "integer" } }), facts: { rows, unique: ["area", "year"] } },
    message: /one row for each area, year\n {2}found: \d+ rows with area A\d{4}, year \d{4}\n/,
  },
  "a figure outside its range": {
    more: { facts: { rows, unique: ["person"], ranges: [{ column: "visits", max: 2 }] } },
    message: /visits of at most 2\n {2}found: 3, in the row of person \d+/,
  },
  "a total that is another": {
    more: {
      facts: { rows, unique: ["person"], totals: [{ column: "visits", where: { sex: "female" }, equals: 1 }] },
    },
    message: /visits adds up to 1 where sex is female/,
  },
  "another number of rows": {
    more: { facts: { rows: 1, unique: ["person"] } },
    message: /1 rows in the dataset, as declared/,
  },
});

/** A filter that every row passes: how many do not is asked all the same. */
export const keepsAll = { where: { sex: { not: "nobody" } } };

interface Mistake {
  /** Laid over where the dataset says that its table is. */
  held?: Record<string, string>;
  user?: string;
  /** Columns of a view in place of those of the table, as Trino has them. */
  view?: Record<string, string>;
  /** Types that the dataset declares of columns. */
  declared?: Record<string, Record<string, unknown>>;
  message: RegExp;
}

/** What a partner with a Trino of their own may get wrong, with what they are told. */
export const mistakes: Record<string, Mistake> = {
  "a catalog that is not there": {
    held: { catalog: "lak" },
    message: /found: CATALOG_NOT_FOUND: .*'lak' not found\n {2}do: {4}mend catalog/,
  },
  "a schema that is not there": {
    held: { schema: "helth" },
    message: /schema\n.*\n {2}found: none called trino:lake.helth.records; the catalog has the schemas health,/,
  },
  "a table that is not there": {
    held: { table: "record" },
    message: /table\n.*\n {2}found: none called trino:lake.health.record; the schema has records/,
  },
  "a table that the user may not read": {
    user: "without-table",
    message: /found: none called trino:lake.health.records.*\n {2}do: .* the right to read it/,
  },
  "a column that the user may not read": {
    user: "without-column",
    message: /found: visits\n {2}do: {4}mend the name, or ask whoever runs the engine for the right to read the column/,
  },
  "a catalog that the user may not see": {
    user: "without-catalog",
    message:
      /found: PERMISSION_DENIED: .*Cannot access catalog lake\n {2}do: {4}ask whoever runs the engine for the right/,
  },
  "no place in the queue": {
    user: "without-place",
    message:
      /found: QUERY_QUEUE_FULL: .*\n {2}do: {4}run it again when the engine is less busy, .* places in its queue/,
  },
  "decimals for counts": {
    view: { visits: "cast(visits as decimal(10, 0))" },
    message: /found: visits, which is decimal\(10,0\)\n {2}do: .* under table: cast\("visits" as bigint\)/,
  },
  "text that is filled up with blanks": {
    view: { sex: "cast(sex as char(10))" },
    message: /found: sex, which is char\(10\)\n {2}do: .* under table: rtrim\(cast\("sex" as varchar\)\)/,
  },
  "text that ends with blanks": {
    view: { sex: "case when person % 9 = 0 then sex || ' ' else sex end" },
    message: /found: "female ", beside "female"[\s\S]*do: {4}mend the cells in a view of the table/,
  },
  "times for years": {
    view: { year: "date_parse(cast(year as varchar), '%Y')" },
    message: /found: year, which is timestamp\(3\)\n {2}do: .* under table: year\("year"\)/,
  },
  "times of a zone for days": {
    view: { year: "with_timezone(date_parse(cast(year as varchar), '%Y'), 'Europe/London')" },
    declared: { year: { type: "date" } },
    message: /which is timestamp\(3\) with time zone\n {2}do: .* under table: cast\("year" at time zone /,
  },
  "what is no number": {
    view: { weight: "case when person = 7 then nan() else 1e0 end" },
    declared: { weight: { type: "number" } },
    message: /columns.weight\n.*\n {2}found: 'NaN', in the row of person 7/,
  },
  "a null that is not declared": {
    view: { visits: "nullif(visits, 0)" },
    message: /found: a null, in the row of person \d+/,
  },
  "a row on which its view fails": {
    view: { visits: "cast(case when person = 7 then 'x' else '1' end as integer)" },
    message: /found: INVALID_CAST_ARGUMENT: Cannot cast 'x' to INT\n {2}do: {4}mend the table or view/,
  },
  "no rows": {
    held: { table: "empty" },
    message: /found: 0 rows\n {2}do: {4}find out which rows are missing or new; if the table is right, mend the fact/,
  },
};

/** A cell of each type that is cast to a declared one, with what it comes to and is then. */
export const castCells = [
  ["cast('a' as char(3))", "text", "varchar", "a"],
  ["bigint '5'", "text", "varchar", "5"],
  ["uuid '12151fd2-7586-11e9-8f9e-2a86e4085a59'", "text", "varchar", "12151fd2-7586-11e9-8f9e-2a86e4085a59"],
  ["decimal '5'", "integer", "bigint", "5"],
  ["decimal '5.25'", "integer", "bigint", "525"],
  ["decimal '5.25'", "number", "double", "5.25E0"],
  ["real '5.25'", "number", "double", "5.25E0"],
  ["true", "integer", "integer", "1"],
  ["timestamp '2020-01-02 03:04:05'", "date", "date", "2020-01-02"],
  ["timestamp '2020-01-02 03:04:05'", "integer", "bigint", "2020"],
  ["timestamp '2020-07-01 23:30:00 UTC'", "date", "date", "2020-07-02"],
  ["date '2020-01-02'", "integer", "bigint", "2020"],
  ["'5'", "integer", "bigint", "5"],
  ["'5.5'", "number", "double", "5.5E0"],
  ["'2020-01-02'", "date", "date", "2020-01-02"],
] as const;

/** What the casts that are told make of other types, and names that SQL has for itself: the same rows. */
export const mended = {
  sex: `rtrim(cast(cast(sex as char(10)) as varchar))`,
  year: `year(date_parse(cast(year as varchar), '%Y'))`,
  visits: `cast(cast(visits as decimal(10, 0)) as bigint)`,
  waited: `cast(waited = 1 as integer)`,
} as const;

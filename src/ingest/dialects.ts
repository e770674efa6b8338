import { quoted } from "./sql.ts";

/** What differs between the databases that the same queries are put to. All else in sql/ that an engine is asked stands in both. */
export interface Dialect {
  /** A name as the catalogue of the database has it. */
  catalogued(name: string): string;
  /** SQL of the view that lists what is in a catalog. */
  listing(catalog: string, of: "columns" | "tables" | "schemata"): string;
  /** SQL of how unlike two texts are. */
  distance(a: string, b: string): string;
  /** A type of a column in the words that in-place.ts knows; null for others. */
  stored(type: string): string | null;
  /** SQL of one number for some columns, alike in rows that are alike in them. */
  keyOf(columns: readonly string[]): string;
}

export const duckdb: Dialect = {
  catalogued: (name) => name,
  listing: (_, of) => `information_schema.${of}`,
  distance: (a, b) => `levenshtein(${a}, ${b})`,
  stored: (type) => type,
  keyOf: (columns) => `hash(${columns.join(", ")})`,
};

const trinoTypes: Record<string, string> = {
  tinyint: "TINYINT",
  smallint: "SMALLINT",
  integer: "INTEGER",
  bigint: "BIGINT",
  double: "DOUBLE",
  varchar: "VARCHAR",
  date: "DATE",
};

export const trino: Dialect = {
  // Trino knows names in lower case, quoted or not.
  catalogued: (name) => name.toLowerCase(),
  listing: (catalog, of) => `${quoted(catalog)}.information_schema.${of}`,
  distance: (a, b) => `levenshtein_distance(${a}, ${b})`,
  stored: (type) => trinoTypes[type.replace(/\(\d+\)$/, "")] ?? null,
  keyOf: (columns) => {
    // The length of each text stands before it, so that no two rows of other cells make one text.
    const texts = columns.map((column) => {
      const text = `cast(${column} as VARCHAR)`;
      return `coalesce(cast(length(${text}) as VARCHAR) || ':' || ${text}, '-')`;
    });
    return `from_big_endian_64(xxhash64(to_utf8(${texts.join(" || ")})))`;
  },
};

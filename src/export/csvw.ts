import type { About } from "./about.ts";
import type { DataTable, Field, FieldType } from "./data-table.ts";

/** A table with the name of its CSV file. */
export interface NamedTable {
  table: DataTable;
  file: string;
}

/**
 * Metadata of a folder's CSV files in the vocabulary of CSV on the Web, under the name at which its readers look for it.
 * https://www.w3.org/TR/tabular-metadata/
 */
export const csvw = (about: About, named: readonly NamedTable[]): object => ({
  "@context": ["http://www.w3.org/ns/csvw", { "@language": about.language }],
  ...(about.url === null ? {} : { "dc:source": { "@id": about.url } }),
  "dc:title": about.title,
  "dc:description": about.description,
  "dc:publisher": about.publisher,
  ...(about.licence === null ? {} : { "dc:license": { "@id": about.licence.url } }),
  "dc:language": about.language,
  "dc:identifier": about.build,
  dialect: { encoding: "utf-8", header: true, lineTerminators: ["\r\n"] },
  notes: [{ "rdfs:comment": about.csvNote }],
  tables: named.map(({ table, file }) => ({
    url: file,
    "dc:title": table.title,
    "dc:description": table.grain,
    tableSchema: {
      columns: Object.entries(table.fields).map(([name, field]) => column(name, field)),
      primaryKey: table.key,
      ...foreignKeys(table, named),
    },
  })),
});

/** Title in the file first, because readers compare the header with it. */
const column = (name: string, field: Field): object => ({
  name,
  titles: [name, ...(field.title === name ? [] : [field.title])],
  "dc:description": field.about,
  datatype: datatype(field),
  ...(field.filled ? { required: true } : {}),
});

const bases = {
  text: "string",
  number: "double",
  "whole number": "integer",
  "true or false": "boolean",
  day: "date",
  address: "anyURI",
} as const satisfies Record<FieldType, string>;

function datatype({ type, oneOf, from, to }: Field): string | object {
  const base = bases[type];
  if (type === "day") return { base, format: "yyyy-MM-dd" };
  if (oneOf !== undefined) return { base, format: oneOf.join("|") };
  const bounds = { ...(from === undefined ? {} : { minimum: from }), ...(to === undefined ? {} : { maximum: to }) };
  return Object.keys(bounds).length === 0 ? base : { base, ...bounds };
}

/** References to tables that lie in the same folder. */
function foreignKeys({ references }: DataTable, named: readonly NamedTable[]): object {
  const keys = references.flatMap(({ columns, table }) => {
    const to = named.find((one) => one.table.name === table);
    return to === undefined
      ? []
      : [{ columnReference: columns, reference: { resource: to.file, columnReference: to.table.key } }];
  });
  return keys.length === 0 ? {} : { foreignKeys: keys };
}

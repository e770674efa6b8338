/**
 * JSON Schema of metadata documents for groups of tables, after the W3C's Metadata Vocabulary for Tabular Data
 * (https://www.w3.org/TR/2015/REC-tabular-metadata-20151217/), sections 5 and 6. Strict: a property that the vocabulary
 * does not have, or has elsewhere, is refused; common properties carry one of the prefixes that it knows.
 */

const builtIn = [
  ...["anyAtomicType", "any", "anyURI", "base64Binary", "binary", "boolean", "date", "dateTime", "datetime"],
  ...["dateTimeStamp", "decimal", "integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger"],
  ...["unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte", "nonPositiveInteger", "negativeInteger"],
  ...["double", "number", "duration", "dayTimeDuration", "yearMonthDuration", "float", "gDay", "gMonth", "gMonthDay"],
  ...["gYear", "gYearMonth", "hexBinary", "QName", "string", "normalizedString", "token", "language", "Name"],
  ...["NMTOKEN", "xml", "html", "json", "time"],
];

const common = { "^(dc|dcat|dcterms|foaf|prov|rdfs|schema|skos|void|xsd):[A-Za-z]+$": {} };
const text = { type: "string", minLength: 1 };
const texts = { anyOf: [text, { type: "array", items: text, minItems: 1 }] };
const link = { type: "string", format: "uri-reference" };
const columnNames = { anyOf: [text, { type: "array", items: text, minItems: 1, uniqueItems: true }] };

const datatype = {
  anyOf: [
    { enum: builtIn },
    {
      type: "object",
      properties: {
        base: { enum: builtIn },
        format: { anyOf: [text, { type: "object" }] },
        length: { type: "integer" },
        minLength: { type: "integer" },
        maxLength: { type: "integer" },
        minimum: { type: ["number", "string"] },
        maximum: { type: ["number", "string"] },
        minInclusive: { type: ["number", "string"] },
        maxInclusive: { type: ["number", "string"] },
        minExclusive: { type: ["number", "string"] },
        maxExclusive: { type: ["number", "string"] },
      },
      patternProperties: common,
      additionalProperties: false,
    },
  ],
};

const inherited = {
  aboutUrl: { type: "string" },
  datatype,
  default: { type: "string" },
  lang: { type: "string" },
  null: texts,
  ordered: { type: "boolean" },
  propertyUrl: { type: "string" },
  required: { type: "boolean" },
  separator: { type: "string" },
  textDirection: { enum: ["ltr", "rtl", "auto", "inherit"] },
  valueUrl: { type: "string" },
};

const column = {
  type: "object",
  required: ["name", "titles"],
  properties: {
    ...inherited,
    "@type": { const: "Column" },
    name: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9_.]*$" },
    titles: texts,
    suppressOutput: { type: "boolean" },
    virtual: { type: "boolean" },
  },
  patternProperties: common,
  additionalProperties: false,
};

const foreignKey = {
  type: "object",
  required: ["columnReference", "reference"],
  properties: {
    columnReference: columnNames,
    reference: {
      type: "object",
      required: ["columnReference"],
      properties: { resource: link, schemaReference: link, columnReference: columnNames },
      oneOf: [{ required: ["resource"] }, { required: ["schemaReference"] }],
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};

const schema = {
  type: "object",
  required: ["columns"],
  properties: {
    ...inherited,
    "@id": link,
    "@type": { const: "Schema" },
    columns: { type: "array", items: column, minItems: 1 },
    foreignKeys: { type: "array", items: foreignKey },
    primaryKey: columnNames,
    rowTitles: columnNames,
  },
  patternProperties: common,
  additionalProperties: false,
};

const dialect = {
  type: "object",
  properties: {
    "@type": { const: "Dialect" },
    commentPrefix: { type: "string" },
    delimiter: text,
    doubleQuote: { type: "boolean" },
    encoding: text,
    header: { type: "boolean" },
    headerRowCount: { type: "integer", minimum: 0 },
    lineTerminators: texts,
    quoteChar: { type: ["string", "null"] },
    skipBlankRows: { type: "boolean" },
    skipColumns: { type: "integer", minimum: 0 },
    skipInitialSpace: { type: "boolean" },
    skipRows: { type: "integer", minimum: 0 },
    trim: { enum: [true, false, "true", "false", "start", "end"] },
  },
  additionalProperties: false,
};

const ofTables = {
  dialect,
  notes: { type: "array" },
  tableDirection: { enum: ["rtl", "ltr", "auto"] },
  tableSchema: schema,
  transformations: { type: "array" },
};

const table = {
  type: "object",
  required: ["url", "tableSchema"],
  properties: {
    ...inherited,
    ...ofTables,
    "@id": link,
    "@type": { const: "Table" },
    suppressOutput: { type: "boolean" },
    url: link,
  },
  patternProperties: common,
  additionalProperties: false,
};

export const csvwSchema = {
  type: "object",
  required: ["@context", "tables"],
  properties: {
    ...inherited,
    ...ofTables,
    "@context": {
      type: "array",
      minItems: 2,
      maxItems: 2,
      prefixItems: [
        { const: "http://www.w3.org/ns/csvw" },
        {
          type: "object",
          properties: {
            "@base": link,
            "@language": { type: "string", pattern: "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" },
          },
          minProperties: 1,
          additionalProperties: false,
        },
      ],
    },
    "@id": link,
    "@type": { const: "TableGroup" },
    tables: { type: "array", items: table, minItems: 1 },
  },
  patternProperties: common,
  additionalProperties: false,
};

import type { Dataset } from "../define/dataset.ts";
import type { Population } from "../define/population.ts";
import { lengthened, type Roles, rolesOf, type Sideways, sidewaysOf } from "../ingest/column-roles.ts";
import type { Table } from "../ingest/described.ts";
import type { DescribedColumn, Description } from "../results/description.ts";
import { type Guessed, Guesses, UNKNOWN, wordsOf } from "./guessed.ts";
import { toldPeriod } from "./told-period.ts";

/** A file looked at: how it is written, the table that is taken from it, and what its columns seem to be. */
export interface Looked {
  id: string;
  file: string;
  sha256: string;
  format: Description["format"];
  /** Day on which the file was last changed. */
  day: string;
  /** Names of columns as the file has them. */
  header: string[];
  /** As the file has it, but for names that it lacks or has twice. */
  raw: Table;
  /** With columns turned into rows. */
  table: Table;
  sideways: Sideways | null;
  roles: Roles;
  /** How many tables the file has. */
  tables: number;
}

/** The table of a file to take: the one with the most figures. */
export function chosen(tables: readonly Table[]): Table | null {
  const sizeOf = ({ table: { rows, columns, header } }: Table): number =>
    header === null ? 0 : rows * columns.filter(({ type }) => type === "integer" || type === "number").length + rows;
  const [best] = [...tables].sort((a, b) => sizeOf(b) - sizeOf(a));
  return best !== undefined && sizeOf(best) > 0 ? best : null;
}

export function looked(found: Table, about: Omit<Looked, "header" | "raw" | "table" | "sideways" | "roles">): Looked {
  const raw = allNamed(found, about.format);
  const sideways = sidewaysOf(raw.table);
  const table = sideways === null ? raw : lengthened(raw, sideways);
  return { ...about, header: found.table.columns.map(({ name }) => name), raw, sideways, table, roles: rolesOf(table) };
}

/**
 * Columns without a name, or with one that stands before already, get a name of their own: they are declared by their
 * position. Formats that have no positions have a name for every column.
 */
function allNamed({ table, rows }: Table, { type }: Description["format"]): Table {
  const taken = new Set<string>();
  const columns = table.columns.map((column, i) => {
    if (column.filled === 0 || type === "parquet" || type === "arrow" || type === "geojson") return column;
    const words = column.name === "" ? `column ${i + 1}` : column.name;
    let name = words;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${words} (${n})`;
    taken.add(name.toLowerCase());
    return { ...column, name };
  });
  return { table: { ...table, columns }, rows };
}

const reasons: readonly { like: RegExp; reason: string }[] = [
  { like: /^\[?(c|s|\*+|supp(ressed)?|conf(idential)?)\]?$|^\*+$/i, reason: "suppressed" },
  { like: /^\[?(z|not applicable)\]?$/i, reason: "not-applicable" },
  { like: /^\[?(u|unreliable|low)\]?$/i, reason: "low-reliability" },
  { like: /^\[?b\]?$/, reason: "break" },
];

/** What a marker probably means, and how sure that is. */
function meaningOf(marker: string): { meaning: string | { from: number; to: number }; sure: "middling" | "low" } {
  const below = /^(?:<|under |less than )\s*(\d{1,4})$/i.exec(marker);
  if (below && Number(below[1]) > 2) return { meaning: { from: 1, to: Number(below[1]) - 1 }, sure: "middling" };
  const span = /^(\d{1,4}) ?(?:to|-|–) ?(\d{1,4})$/.exec(marker);
  if (span && Number(span[1]) < Number(span[2]))
    return { meaning: { from: Number(span[1]), to: Number(span[2]) }, sure: "middling" };
  const known = reasons.find(({ like }) => like.test(marker));
  if (known) return { meaning: known.reason, sure: "middling" };
  const isUsual = /^(\[?x\]?|n\/?a|nan|null|none|\.+|:|-+|–|—|not available|missing)$/i.test(marker);
  return { meaning: "not-available", sure: isUsual ? "middling" : "low" };
}

/** Whom the people of a denominator are, by its name. */
export function peopleOf(name: string): { who: string; people: string } {
  const of = (who: string, people = who) => ({ who, people });
  if (/household/i.test(name)) return of("households");
  if (/home|dwelling|house/i.test(name)) return of("homes");
  if (/pupil|cohort|school|child/i.test(name)) return of("pupils", /child/i.test(name) ? "children" : "pupils");
  if (/patient/i.test(name)) return of("patients");
  return of("residents", "people");
}

export const isCount = ({ type, least }: DescribedColumn): boolean => type === "integer" && (least ?? -1) >= 0;

/** The definition of a dataset, as far as the file shows it; `sizes` are columns that figures are divided by. */
export function proposedDataset(one: Looked, sizes: readonly string[]): Guessed {
  const { id, file, sha256, format, header, raw, table, sideways, roles } = one;
  const { columns } = table.table;
  const guess = new Guesses();
  const [title = wordsOf(id)] = raw.table.titles;
  if (raw.table.titles.length > 0) guess.middling("title", "the first line above the table");
  else guess.low("title", "the name of the file");
  for (const key of ["publisher", "licence"]) guess.low(key, "the file does not say");
  guess.low("page", "the file does not say where it is offered; this address is nobody's");
  const spans = roles.period === null ? [] : [...new Set(valuesOf(table, roles.period.name))].sort();
  if (spans.length > 0) guess.high("period", `the column ${roles.period?.name}`);
  else guess.low("period", "no column looks like a period");
  guess.low("received", "the day on which the file was last changed");
  guess.middling("changes", "the file is copied byte for byte; what was done to it before, nobody can see");
  const notes = raw.table.notes.length;
  const written: Record<string, unknown> = { ...format };
  if (format.type === "csv") guess.high("format", "most lines have as many cells as one another, read so");
  if (format.type === "xlsx" || format.type === "ods") {
    written["sheet"] = raw.table.sheet;
    if (one.tables > 1) guess.middling("format.sheet", `of ${one.tables} sheets the one with the most figures`);
  }
  const isLined = format.type === "csv" || format.type === "xlsx" || format.type === "ods";
  if (isLined && (raw.table.header ?? 0) > 1) {
    written["header_row"] = raw.table.header;
    guess.high("format.header_row", "names stand there, and figures below them");
  }
  if (isLined && raw.table.headerRows > 1) {
    written["header_rows"] = raw.table.headerRows;
    guess.middling("format.header_rows", "names stand in several rows, which are joined from the top");
    if (raw.table.headerFilled) {
      written["fill_header"] = true;
      guess.middling("format.fill_header", "else two columns of figures would have one name");
    }
  }
  if (isLined && raw.table.last !== null) {
    written["last_row"] = raw.table.last;
    guess.high("format.last_row", "rows with few cells follow: notes");
  }
  if (raw.table.short !== null)
    guess.low(
      "format",
      `${raw.table.short.rows} rows within the table have few cells, the first in row ${raw.table.short.first}: headings between rows are no rows of figures; leave them out by where, or in a copy, and say so under changes`,
    );
  if (sideways !== null) {
    written["unpivot"] = unpivotOf(sideways);
    guess.high("format.unpivot", "the names of these columns are periods, or measures with a period");
  }

  const declared: Record<string, unknown> = {};
  const named = columns.filter(({ name, filled }, i) => {
    const first = columns.findIndex((other) => other.name.toLowerCase() === name.toLowerCase());
    return name !== "" && filled > 0 && first === i;
  });
  const positions = positionsIn(raw, header);
  for (const column of named) {
    const { name, type, markers, blank, like } = column;
    const key = `columns.${name}`;
    const odd = [...markers.map(({ text }) => text), ...(blank > 0 ? [""] : [])];
    const blanks = Object.fromEntries(odd.map((marker) => [marker, meaningOf(marker).meaning]));
    for (const marker of odd) {
      const { meaning, sure } = meaningOf(marker);
      const times = marker === "" ? blank : (markers.find(({ text }) => text === marker)?.times ?? 0);
      const shown = typeof meaning === "string" ? meaning : `${meaning.from} to ${meaning.to}`;
      const why = `${marker === "" ? "empty cells" : JSON.stringify(marker)} (${times}) taken for ${shown}: the notes of the publisher say what it means`;
      if (sure === "low") guess.low(`${key}.blanks`, why);
      else guess.middling(`${key}.blanks`, why);
    }
    if (column.percentFormat) guess.high(`${key}.percent`, "its cells are formatted as percent");
    const forms = {
      ...(column.thousands === null ? {} : { thousands: column.thousands }),
      ...(column.decimalComma || column.thousands === "." ? { decimal: "," } : {}),
      ...(column.flags.length === 0
        ? {}
        : { flags: Object.fromEntries(column.flags.map(({ text }) => [text, flagged(text)])) }),
    };
    if (column.thousands !== null)
      guess.high(
        `${key}.cells.thousands`,
        `figures of four digits and more are written with ${JSON.stringify(column.thousands)}`,
      );
    if (column.decimalComma)
      guess.high(`${key}.cells.decimal`, "figures are written with a comma before their decimals");
    if (column.flags.length > 0)
      guess.low(
        `${key}.cells.flags`,
        `${column.flags.map(({ text, times }) => `${JSON.stringify(text)} (${times})`).join(", ")} after figures: the notes of the publisher say what it means`,
      );
    if (column.percentSign) guess.middling(`${key}.percent`, "figures are written with percent signs");
    const position = positions.get(name);
    if (position !== undefined)
      guess.low(
        `${key}.position`,
        "the header has no name for it, or has the name twice: this one is made up, and the column is known by where it stands",
      );
    if (like?.what === "area") guess.high(`${key}.type`, `codes of areas by their look: ${like.name}`);
    const population = sizes.includes(name) ? populationOf(one, name, guess) : undefined;
    declared[name] = {
      type,
      ...(position === undefined ? {} : { position }),
      ...(column.percentFormat || column.percentSign ? { percent: true } : {}),
      ...(Object.keys(forms).length === 0 ? {} : { cells: forms }),
      ...(odd.length > 0 ? { blanks } : {}),
      ...(population === undefined ? {} : { population }),
    };
  }
  guess.high(
    "columns",
    `${named.length} columns, each with the type that its ${table.table.rows} cells have; the others are empty or have no name of their own`,
  );
  if (roles.key === null)
    guess.low(
      "facts.unique",
      "rows repeat, whichever columns are taken: a column is missing here, or a row stands twice",
    );
  else guess.high("facts.unique", "no two rows have the same values in these, found by trying");
  const counts = named.filter((column) => roles.measures.includes(column) && (column.least ?? -1) >= 0);
  if (counts.length > 0) guess.middling("facts.ranges", "no figure of these columns is below 0");
  const definition: Record<string, unknown> = {
    title,
    ...{ publisher: UNKNOWN, licence: UNKNOWN, page: "https://example.org/" },
    period: spans.length === 0 ? UNKNOWN : spans.length === 1 ? spans[0] : `${spans[0]} to ${spans.at(-1)}`,
    received: one.day,
    changes: "none",
    ...(notes === 0 ? {} : { notes: raw.table.notes }),
    files: [{ path: file, sha256 }],
    format: written,
    columns: declared,
    facts: {
      rows: table.table.rows,
      unique: roles.key ?? named.filter(({ type }) => type === "text").map(({ name }) => name),
      ...(counts.length === 0 ? {} : { ranges: counts.map(({ name }) => ({ column: name, min: 0 })) }),
    } satisfies Partial<Dataset["facts"]>,
  };
  return {
    about: [
      `Proposed by tempcheck init --from, of ${file}. What is guessed stands under guess, with the reason:`,
      ...howTo,
    ],
    guesses: guess.list,
    definition,
  };
}

/** As a dataset declares it: the shorter form where there is one measure and its columns are called as the periods are. */
function unpivotOf({ name, names, values }: Sideways): Record<string, unknown> {
  const [measure, ...others] = Object.entries(values);
  if (measure === undefined || others.length > 0) return { name, names, values };
  const [value, columns] = measure;
  return { columns, name, value, ...(columns.every((column, i) => column === names[i]) ? {} : { names }) };
}

/** Where columns stand whose own names do not tell them from all others, from 1. */
function positionsIn({ table }: Table, header: readonly string[]): Map<string, number> {
  const times = (name: string): number => header.filter((other) => other === name).length;
  return new Map(
    table.columns.flatMap(({ name }, i) =>
      name !== "" && (header[i] !== name || times(name) > 1) ? [[name, i + 1] as const] : [],
    ),
  );
}

const flagMeanings: Readonly<Record<string, string>> = {
  p: "provisional",
  r: "revised",
  e: "estimated",
  b: "break in the series",
  u: "low reliability",
};
const flagged = (flag: string): string =>
  flagMeanings[flag.replace(/[^a-z]/gi, "").toLowerCase()] ?? `marked ${flag} by the publisher`;

/** Above every proposal. */
export const howTo = [
  "look at each key, mend it where it is wrong, and take its line out. Nothing is used while a line is left.",
];

/** Values of a column, in the order in which they come. */
export const valuesOf = ({ table, rows }: Table, name: string): string[] => {
  const at = table.columns.findIndex((column) => column.name === name);
  return rows.map((row) => row[at] ?? "");
};

/** The rows of a table in which columns have these values. */
export function rowsWhere({ table, rows }: Table, where: Readonly<Record<string, string>>): Table {
  const wanted = Object.entries(where).map(([name, value]) => ({
    at: table.columns.findIndex((column) => column.name === name),
    value,
  }));
  return { table, rows: rows.filter((row) => wanted.every(({ at, value }) => (row[at] ?? "") === value)) };
}

function populationOf(one: Looked, name: string, guess: Guesses): Population {
  const { roles } = one;
  const { who } = peopleOf(name);
  const [area] = roles.areas;
  const sexes = roles.groups.find(({ column }) => /sex|gender/i.test(column.name));
  const sideOf = (pattern: RegExp): string | undefined => sexes?.values.find((value) => pattern.test(value.trim()));
  const sides = {
    all: sideOf(/^(all|total|persons?|people|both( sexes)?)$/i),
    male: sideOf(/^(m|males?|boys|men)$/i),
    female: sideOf(/^(f|females?|girls|women)$/i),
  };
  const said = Object.fromEntries(Object.entries(sides).filter(([, value]) => value !== undefined));
  const { period } = roles;
  const startsWithYear =
    period !== null && valuesOf(one.table, period.name).every((cell) => /^(19|20)\d{2}/.test(cell));
  guess.low(
    `columns.${name}.population`,
    `it is divided by, so it says who it counts: by its name ${who}; ages, sex and day are not known`,
  );
  return {
    who,
    ages: "all",
    sex: sexes !== undefined && Object.keys(said).length > 0 ? { column: sexes.column.name, ...said } : "all",
    at: startsWithYear ? { column: period.name } : (toldPeriod(one)?.period.end ?? one.day),
    ...(area === undefined ? {} : { area: area.code.name }),
    by: roles.groups.filter((group) => group !== sexes).map(({ column }) => column.name),
  };
}

import { type Catalogue, catalogues } from "../../catalogue/catalogue.ts";
import type { Publishable } from "../../results/results.ts";
import { type DataTable, partOf } from "../data-table.ts";
import { numberNotes } from "./note-numbers.ts";
import { ods } from "./ods.ts";
import type { Link, Properties, Sheet } from "./sheet.ts";
import { sheetNamer } from "./sheet-namer.ts";
import { tableSheet } from "./table-sheet.ts";
import { views } from "./views.ts";
import { xlsx } from "./xlsx.ts";

interface Made {
  results: Publishable;
  whole: readonly DataTable[];
  build: string;
}

/** One workbook of the main tables, after the Government Analysis Function's guidance on spreadsheets, in both formats. */
export function workbook(made: Made): { xlsx: Uint8Array; ods: Uint8Array } {
  const { title, year, publisher, language, place } = made.results;
  const day = received(made.results);
  const { pageOf } = catalogues[language].heard;
  const properties: Properties = { title: `${title} ${year}`, subject: place.name, publisher, language, day, pageOf };
  const all = sheets(made);
  return { xlsx: xlsx(properties, all), ods: ods(properties, all) };
}

/** Its worksheets: cover, contents, notes, then one table each. */
export function sheets({ results, whole, build }: Made): Sheet[] {
  const { workbook: words } = catalogues[results.language];
  const notes = numberNotes(
    results,
    whole.filter(({ name }) => ["verdict", "gap", "head_count", "figure"].includes(name)),
  );
  const nameFor = sheetNamer([words.sheets.cover, words.sheets.contents, words.sheets.notes]);
  const tables = views(results, notes).flatMap(({ table, view, indicator }) => {
    const all = whole.find(({ name }) => name === table)!;
    const shown = indicator === null ? all : partOf(all, { columns: ["indicator"], values: [[indicator]] });
    return shown.rows.length === 0 ? [] : [tableSheet(shown, { ...view, name: nameFor(view.name) })];
  });
  const marks = Object.entries(words.shorthand).map(([mark, means]) => ({ mark, means }));
  return [
    cover(results, build),
    contents(words, tables),
    {
      name: words.sheets.notes,
      title: words.titles.notes,
      lines: [words.notes.lead],
      table: {
        name: "table_notes",
        columns: [
          { header: words.notes.headers.mark, width: 20 },
          { header: words.notes.headers.means, width: 100 },
        ],
        rows: [...marks, ...notes.list].map(({ mark, means }) => [mark, means]),
      },
    },
    ...tables,
  ];
}

function cover(results: Publishable, build: string): Sheet {
  const { workbook: words } = catalogues[results.language];
  const periods = results.indicators.flatMap(({ dimensions }) => dimensions.flatMap((one) => one.periods));
  const day = received(results);
  const starts = periods.map(({ period }) => period.start).sort();
  const ends = periods.map(({ period }) => period.end).sort();
  return {
    name: words.sheets.cover,
    title: `${results.title} ${results.year}`,
    lines: words.cover({
      ...results,
      place: results.place.name,
      figures: { from: dayIn(results, starts[0] ?? day), to: dayIn(results, ends.at(-1) ?? day) },
      received: dayIn(results, day),
      build,
    }),
    table: null,
  };
}

const contents = (words: Catalogue["workbook"], tables: readonly Sheet[]): Sheet => ({
  name: words.sheets.contents,
  title: words.titles.contents,
  lines: [words.contents.lead],
  table: {
    name: "table_contents",
    columns: [
      { header: words.contents.headers.sheet, width: 34 },
      { header: words.contents.headers.holds, width: 80 },
    ],
    rows: [
      [linkTo(words.sheets.cover), words.titles.cover],
      [linkTo(words.sheets.notes), words.notes.about],
      ...tables.map(({ name, title }) => [linkTo(name), title]),
    ],
  },
});

const linkTo = (sheet: string): Link => ({ text: sheet, sheet });

/** The latest day on which data were received. */
const received = ({ sources, year }: Publishable): string =>
  sources
    .map((source) => source.received)
    .sort()
    .at(-1) ?? `${year}-01-01`;

/** A day as the report's language writes it. */
function dayIn({ language }: Publishable, iso: string): string {
  const { writing } = catalogues[language];
  const [year = "", month = "", day = ""] = iso.split("-");
  return writing.day(Number(day), writing.months[Number(month) - 1] ?? month, year);
}

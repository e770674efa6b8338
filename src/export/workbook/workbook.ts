import { catalogues } from "../../catalogue/catalogue.ts";
import type { Publishable } from "../../disclose/publishable.ts";
import { type DataTable, partOf } from "../data-table.ts";
import { numberNotes } from "./note-numbers.ts";
import { ods } from "./ods.ts";
import {
  contentsHeaders,
  contentsLead,
  contentsTitle,
  coverLines,
  notesHeaders,
  notesLead,
  notesTitle,
  sheetNames,
} from "./sentences.ts";
import type { Properties, Sheet } from "./sheet.ts";
import { sheetNamer } from "./sheet-namer.ts";
import { shorthand } from "./shorthand.ts";
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
  const properties: Properties = { title: `${title} ${year}`, subject: place.name, publisher, language, day };
  const all = sheets(made);
  return { xlsx: xlsx(properties, all), ods: ods(properties, all) };
}

/** Its worksheets: cover, contents, notes, then one table each. */
export function sheets({ results, whole, build }: Made): Sheet[] {
  const notes = numberNotes(
    results,
    whole.filter(({ name }) => ["verdict", "gap", "figure"].includes(name)),
  );
  const nameFor = sheetNamer(Object.values(sheetNames));
  const tables = views(results, notes).flatMap(({ table, view, indicator }) => {
    const all = whole.find(({ name }) => name === table)!;
    const shown = indicator === null ? all : partOf(all, { columns: ["indicator"], values: [[indicator]] });
    return shown.rows.length === 0 ? [] : [tableSheet(shown, { ...view, name: nameFor(view.name) })];
  });
  return [
    cover(results, build),
    contents(tables),
    {
      name: sheetNames.notes,
      title: notesTitle,
      lines: [notesLead],
      table: {
        name: "table_notes",
        columns: [
          { header: notesHeaders.mark, width: 20 },
          { header: notesHeaders.means, width: 100 },
        ],
        rows: [...shorthand, ...notes.list].map(({ mark, means }) => [mark, means]),
      },
    },
    ...tables,
  ];
}

function cover(results: Publishable, build: string): Sheet {
  const periods = results.indicators.flatMap(({ dimensions }) => dimensions.flatMap((one) => one.periods));
  const day = received(results);
  const starts = periods.map(({ period }) => period.start).sort();
  const ends = periods.map(({ period }) => period.end).sort();
  return {
    name: sheetNames.cover,
    title: `${results.title} ${results.year}`,
    lines: coverLines({
      ...results,
      place: results.place.name,
      figures: { from: dayIn(results, starts[0] ?? day), to: dayIn(results, ends.at(-1) ?? day) },
      received: dayIn(results, day),
      build,
    }),
    table: null,
  };
}

const contents = (tables: readonly Sheet[]): Sheet => ({
  name: sheetNames.contents,
  title: contentsTitle,
  lines: [contentsLead],
  table: {
    name: "table_contents",
    columns: [
      { header: contentsHeaders.sheet, width: 34 },
      { header: contentsHeaders.holds, width: 80 },
    ],
    rows: [
      [{ text: sheetNames.cover, sheet: sheetNames.cover }, "What this workbook is"],
      [{ text: sheetNames.notes, sheet: sheetNames.notes }, "What shorthand and notes mean"],
      ...tables.map(({ name, title }) => [{ text: name, sheet: name }, title]),
    ],
  },
});

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

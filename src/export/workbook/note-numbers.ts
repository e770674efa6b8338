import { catalogues } from "../../catalogue/catalogue.ts";
import type { NoteId } from "../../reasons-and-notes.ts";
import type { Publishable } from "../../results/results.ts";
import type { DataTable } from "../data-table.ts";

/** The notes of a workbook, numbered in the order in which they turn up. */
export interface NoteNumbers {
  /** [note 1] [note 3] for ids with spaces between. */
  marks: (ids: string) => string;
  list: { mark: string; means: string }[];
}

export function numberNotes({ language }: Publishable, tables: readonly DataTable[]): NoteNumbers {
  const { notes, workbook } = catalogues[language];
  const used = tables.flatMap(({ fields, rows }) => {
    const at = Object.keys(fields).indexOf("notes");
    return at < 0 ? [] : rows.flatMap((row) => (row[at] === null ? [] : String(row[at]).split(" ")));
  });
  const kinds = [...new Set(used as NoteId[])];
  const mark = (kind: NoteId): string => workbook.noteMark(kinds.indexOf(kind) + 1);
  return {
    marks: (ids) => [...new Set(ids.split(" ") as NoteId[])].map(mark).join(" "),
    list: kinds.map((kind) => ({ mark: mark(kind), means: workbook.note(notes[kind].label, notes[kind].meaning) })),
  };
}

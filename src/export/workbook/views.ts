import { catalogues } from "../../catalogue/catalogue.ts";
import type { IndicatorResult, Publishable } from "../../disclose/publishable.ts";
import type { TableName } from "../../model.ts";
import type { Cell } from "../data-table.ts";
import type { NoteNumbers } from "./note-numbers.ts";
import {
  blanksExplained,
  figuresTitle,
  gapsRead,
  intervalsExplained,
  notesMarked,
  oneTable,
  restRead,
  sourceNamed,
  unitNamed,
} from "./sentences.ts";
import type { Filled } from "./sheet.ts";
import type { Shorthand } from "./shorthand.ts";
import { markOf, type Row, type View } from "./table-sheet.ts";

interface Viewed {
  table: TableName;
  view: View;
  /** The rows to show: those of one indicator, or all. */
  indicator: string | null;
}

/** The worksheets with tables, in order: the findings, each indicator's figures, then what stands behind them. */
export function views(results: Publishable, notes: NoteNumbers): Viewed[] {
  const say = wordsFor(results, notes);
  const explained = [oneTable, blanksExplained, intervalsExplained(percent(results.method.confidence)), notesMarked];
  const whole = (
    table: TableName,
    name: string,
    title: string,
    columns: string,
    lines = [oneTable, blanksExplained],
  ) => ({
    table,
    indicator: null,
    view: { name, title, lines, columns: columns.split(" "), say, blank: blankIn(results) },
  });
  return [
    whole(
      "verdict",
      "Verdicts",
      "Verdicts on each breakdown",
      "indicator dimension theme label temperature gap overall levelling_down rule reason_text notes",
      [oneTable, blanksExplained, notesMarked],
    ),
    whole(
      "gap",
      "Gaps",
      "Gaps in each period",
      "indicator dimension period type definition unit oriented oriented_lower oriented_upper reason_text notes",
      [...explained, gapsRead],
    ),
    whole(
      "change",
      "Changes",
      "How gaps and levels changed",
      "indicator dimension what baseline current from_value to_value change change_lower change_upper p adjusted_p clear reason_text",
      explained,
    ),
    ...results.indicators.map((indicator) => ({
      table: "figure" as const,
      indicator: indicator.id,
      view: {
        name: indicator.id,
        title: figuresTitle(indicator.title),
        lines: [
          ...explained,
          unitNamed(indicator.unit, indicator.better),
          ...(hasRest(indicator) ? [restRead] : []),
          ...sourceLines(results, indicator),
        ],
        columns: figureColumns.split(" "),
        say,
        blank: blankIn(results),
      },
    })),
    whole(
      "data_gap",
      "Who_is_counted",
      "Who is counted: each indicator and characteristic",
      "indicator characteristic state unrecorded_share why",
    ),
    whole("missing_data", "Missing_data", "What cannot be measured yet", "theme what needs"),
    whole("measure", "Measures", "How each gap is measured", "definition name type formula reading at_equality source"),
    whole(
      "source",
      "Sources",
      "The data that the report is made from",
      "title publisher licence period received changes rows file page",
    ),
  ];
}

const figureColumns =
  "dimension period group_label value lower upper numerator denominator share against_rest against_rest_lower against_rest_upper reason_text notes";

const percent = (share: number): string => `${Math.round(1000 * share) / 10}%`;

const sourceLines = ({ sources }: Publishable, { datasets }: IndicatorResult): string[] =>
  sources.filter(({ id }) => datasets.includes(id)).map(({ title, publisher }) => sourceNamed(title, publisher));

/** Whether groups are compared with all the others together. */
const hasRest = ({ dimensions }: IndicatorResult): boolean =>
  dimensions.some(({ periods }) => periods.some(({ who }) => who.length > 0));

/** Titles in place of ids, plain words in place of hyphens, numbers in place of the ids of notes. */
function wordsFor(results: Publishable, notes: NoteNumbers): View["say"] {
  const titles: Record<string, Map<string, string>> = {
    indicator: titlesOf(results.indicators),
    dimension: titlesOf(results.dimensions),
    theme: titlesOf(results.themes),
    characteristic: titlesOf(results.characteristics),
  };
  const hyphenated: ReadonlySet<string> = new Set(["temperature", "gap", "overall", "state", "type", "what"]);
  const { writing } = catalogues[results.language];
  return (column: string, cell: Filled): Filled => {
    if (typeof cell !== "string") return cell;
    if (column === "notes") return notes.marks(cell);
    if (hyphenated.has(column)) return writing.capital(cell.replaceAll("-", " "));
    return titles[column]?.get(cell) ?? cell;
  };
}

const titlesOf = (list: readonly { id: string; title: string }[]): Map<string, string> =>
  new Map(list.map(({ id, title }) => [id, title]));

/** Why a cell is blank: a figure that is missing has its own mark, and what a row cannot have does not apply. */
function blankIn(results: Publishable): (column: string, row: Row) => Shorthand {
  const counted: ReadonlySet<Cell> = new Set(
    results.indicators.filter(({ kind }) => ["proportion", "rate", "dsr"].includes(kind)).map(({ id }) => id),
  );
  const unordered: ReadonlySet<Cell> = new Set(
    results.dimensions.filter(({ type }) => type === "unordered").map(({ id }) => id),
  );
  return (column, row) => {
    if (figures.has(column)) return markOf(row);
    if (column === "numerator" || column === "denominator")
      return row["marker"] !== null || counted.has(row["indicator"] ?? null) ? markOf(row) : "[z]";
    if (column === "share") return row["group_id"] === "overall" ? "[z]" : markOf(row);
    if (column.startsWith("against_rest"))
      return unordered.has(row["dimension"] ?? null) && row["group_id"] !== "overall" ? markOf(row) : "[z]";
    return "[z]";
  };
}

/** Columns that every row should have a figure in. */
const figures: ReadonlySet<string> = new Set(
  "value lower upper oriented oriented_lower oriented_upper definition unit from_value to_value change change_lower change_upper p clear baseline current".split(
    " ",
  ),
);

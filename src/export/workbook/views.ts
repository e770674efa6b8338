import { type Catalogue, catalogues } from "../../catalogue/catalogue.ts";
import { sayIn } from "../../catalogue/say.ts";
import { kindFacts } from "../../model.ts";
import { isMissing } from "../../reasons-and-notes.ts";
import type { IndicatorResult, Publishable } from "../../results/results.ts";
import type { TableName } from "../../results/tables.ts";
import type { Cell } from "../data-table.ts";
import { hasFetched } from "../tables/source-table.ts";
import type { NoteNumbers } from "./note-numbers.ts";
import { markOf, type View } from "./table-sheet.ts";

interface Viewed {
  table: TableName;
  view: View;
  /** The rows to show: those of one indicator, or all. */
  indicator: string | null;
}

/** Tables that have a sheet of their own, whole. */
type Whole = Exclude<keyof Catalogue["workbook"]["sheets"], "cover" | "contents" | "notes">;

/** The worksheets with tables, in order: the findings, each indicator's figures, then what stands behind them. */
export function views(results: Publishable, notes: NoteNumbers): Viewed[] {
  const { workbook: words } = catalogues[results.language];
  const say = wordsFor(results, notes);
  const blank = blankIn(results);
  const { oneTable, blanks, notesMarked } = words;
  const explained = [oneTable, blanks, words.intervals(percent(results.method.confidence)), notesMarked];
  const whole = (table: Whole, columns: string, lines = [oneTable, blanks]): Viewed => ({
    table,
    indicator: null,
    view: {
      name: words.sheets[table],
      id: table,
      title: words.titles[table],
      lines,
      columns: columns.split(" "),
      say,
      blank,
    },
  });
  return [
    whole(
      "verdict",
      "indicator dimension theme label temperature absolute_gap relative_gap overall basis levelling_down rule reason_text notes",
      [oneTable, blanks, notesMarked],
    ),
    whole(
      "gap",
      `indicator dimension period type definition unit oriented oriented_lower oriented_upper${hasCorners(results) ? " oriented_least oriented_most" : ""} reason_text notes`,
      [...explained, words.gapsRead],
    ),
    whole(
      "change",
      "indicator dimension what baseline current from_value to_value change change_lower change_upper p adjusted_p clear possible reason_text",
      explained,
    ),
    ...results.indicators.map((indicator) => ({
      table: "figure" as const,
      indicator: indicator.id,
      view: {
        name: indicator.id,
        id: `figure_${indicator.id}`,
        title: words.titles.figures(indicator.title),
        lines: [
          ...explained,
          words.unit(indicator.unit, indicator.better),
          ...(hasRest(indicator) ? [words.restRead] : []),
          ...sourcesOf(results, indicator).map(({ title, publisher }) => words.source(title, publisher)),
        ],
        columns: figureColumns.split(" "),
        say,
        blank,
      },
    })),
    whole(
      "head_count",
      "indicator dimension period reference_label par par_lower par_upper head_count head_count_lower head_count_upper reason_text notes",
      [...explained, words.headCountsRead],
    ),
    ...(results.indicators.some(({ dimensions }) =>
      dimensions.some(({ comparators, publishedElsewhere: published }) => comparators.length + published.length > 0),
    )
      ? [
          whole(
            "elsewhere",
            "indicator dimension place_title what measure period unit value lower upper reason_text",
            explained,
          ),
        ]
      : []),
    ...(isBeside(results, ({ funnel, smoothed }) => (funnel ?? smoothed) !== undefined)
      ? [
          whole(
            "beside",
            "indicator dimension period group_label own_value modelled_value modelled_lower modelled_upper own_weight funnel_target funnel_95_lower funnel_95_upper funnel_998_lower funnel_998_upper funnel_standing",
            explained,
          ),
        ]
      : []),
    ...(isBeside(results, ({ gapParts }) => gapParts !== undefined)
      ? [whole("gap_part", "indicator dimension period part_of part years")]
      : []),
    whole(
      "contribution",
      "indicator dimension period group_label spread_share between_group_variance theil concentration",
      [oneTable, blanks, words.spreadRead],
    ),
    whole("change_contribution", "indicator dimension baseline current group_label level composition", [
      oneTable,
      blanks,
      words.changeRead,
    ]),
    whole("data_gap", "indicator characteristic state unrecorded_share why"),
    whole("missing_data", "theme what state needs"),
    whole(
      "programme",
      "title theme made_up from_year to_year currency base_year inputs worth net ratio ratio_lower ratio_upper weighted_ratio weighted_ratio_lower weighted_ratio_upper below_one needed",
      [oneTable, blanks, words.returnsRead],
    ),
    whole("programme_value", "programme shared_by part part_title worth worth_lower worth_upper weight weighted", [
      ...[oneTable, blanks, words.returnsRead],
    ]),
    whole(
      "programme_number",
      "programme belongs_to number low central high unit price_year number_source ratio_at_low ratio_at_high break_even",
      [oneTable, blanks, words.returnsRead],
    ),
    whole("measure", "definition name type formula reading at_equality source"),
    whole(
      "source",
      `title publisher licence period received changes rows file page${hasFetched(results) ? " fetched_from fetched_on" : ""}`,
    ),
  ];
}

const figureColumns =
  "dimension period group_label value lower upper numerator denominator share against_rest against_rest_lower against_rest_upper reason_text notes";

const percent = (share: number): string => `${Math.round(1000 * share) / 10}%`;

const sourcesOf = ({ sources }: Publishable, { datasets }: IndicatorResult) =>
  sources.filter(({ id }) => datasets.includes(id));

/** Whether counts that are known within a range leave a gap open. */
const hasCorners = ({ indicators }: Publishable): boolean =>
  indicators.some(({ dimensions }) =>
    dimensions.some(({ periods }) =>
      periods.some(({ absolute, relative }) =>
        [absolute, relative].some((gap) => !isMissing(gap) && gap.corners !== null),
      ),
    ),
  );

/** Whether some breakdown has such figures beside its own. */
const isBeside = (
  { indicators }: Publishable,
  has: (beside: NonNullable<IndicatorResult["dimensions"][number]["beside"]>) => boolean,
): boolean => indicators.some(({ dimensions }) => dimensions.some(({ beside }) => beside !== undefined && has(beside)));

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
  const { workbook: words } = catalogues[results.language];
  return (column, cell) => {
    if (typeof cell === "boolean") return cell ? words.yes : words.no;
    if (typeof cell !== "string") return cell;
    if (column === "notes") return notes.marks(cell);
    const values = words.values[column] ?? {};
    return (Object.hasOwn(values, cell) ? values[cell] : titles[column]?.get(cell)) ?? cell;
  };
}

const titlesOf = (list: readonly { id: string; title: string }[]): Map<string, string> =>
  new Map(list.map(({ id, title }) => [id, title]));

/** Why a cell is blank: a figure that is missing has its own mark, and what a row cannot have does not apply. */
function blankIn(results: Publishable): NonNullable<View["blank"]> {
  const { count, writing } = sayIn(results);
  const counted: ReadonlySet<Cell> = new Set(
    results.indicators.filter(({ kind }) => kindFacts[kind].hasCounts).map(({ id }) => id),
  );
  const unordered: ReadonlySet<Cell> = new Set(
    results.dimensions.filter(({ type }) => type === "unordered").map(({ id }) => id),
  );
  return (column, row) => {
    if (figures.has(column)) return markOf(row);
    if (column === "numerator" || column === "denominator") {
      const [lower, upper] = [row[`${column}_lower`], row[`${column}_upper`]];
      if (row["marker"] === null && typeof lower === "number" && typeof upper === "number")
        return writing.range(count(lower), count(upper));
      return row["marker"] !== null || counted.has(row["indicator"] ?? null) ? markOf(row) : "[z]";
    }
    if (column === "share") return row["group_id"] === "overall" ? "[z]" : markOf(row);
    if (column.startsWith("against_rest"))
      return unordered.has(row["dimension"] ?? null) && row["group_id"] !== "overall" ? markOf(row) : "[z]";
    return "[z]";
  };
}

/** Columns that every row should have a figure in. */
const figures: ReadonlySet<string> = new Set(
  "value lower upper oriented oriented_lower oriented_upper definition unit from_value to_value change change_lower change_upper p clear baseline current reference_label par par_lower par_upper head_count head_count_lower head_count_upper".split(
    " ",
  ),
);

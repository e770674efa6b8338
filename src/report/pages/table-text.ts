import type { Say } from "../../catalogue/say.ts";
import { type Blank, type Figure, isBlank, type Table, type TableColumn } from "../../charts/chart-table.ts";
import type { Range } from "../../model.ts";
import { differenceInWords, differenceRange } from "../../narrate/profile.ts";

/** A table of text: the first cell of each row is its heading, which can lead to a page of the report. */
export interface TextTable {
  caption: string;
  head: string[];
  rows: { heading: string; cells: string[]; page?: string | null }[];
}

interface TextColumn {
  title: string;
  texts: readonly string[];
}

/** A chart's table as a page has it. */
export function tableText(say: Say, { caption, columns, pages }: Table): TextTable {
  const across = columns.find((column) => column.is === "label" && column.across);
  const [first, ...others] = columns.filter((column) => column !== across).flatMap((column) => textsOf(say, column));
  const all = (first?.texts ?? []).map((heading, row) => ({
    heading,
    page: pages?.[row] ?? null,
    cells: others.map(({ texts }) => texts[row] ?? ""),
  }));
  const title = first?.title ?? "";
  if (across?.is !== "label") return { caption, head: [title, ...others.map((other) => other.title)], rows: all };
  const side = [...new Set(across.values)];
  return {
    caption,
    head: [title, ...side],
    rows: all
      .filter((_, i) => i % side.length === 0)
      .map((row, i) => ({
        ...row,
        cells: all.slice(i * side.length, (i + 1) * side.length).flatMap(({ cells }) => cells),
      })),
  };
}

/** What a page shows of a column: itself, and its intervals beside it; nothing where it has no title. */
function textsOf(say: Say, column: TableColumn): TextColumn[] {
  const { title } = column;
  if (title === null) return [];
  const { notPublished } = say.charts;
  switch (column.is) {
    case "label":
      return [{ title, texts: column.values }];
    case "count":
      return [{ title, texts: column.values.map((value) => countText(say, value)) }];
    case "figure": {
      const { told, values } = column;
      const texts = values.map((value) => (isBlank(value) ? value.marker : figureText[told](say, value)));
      const intervals = values.map((value) => {
        if (isBlank(value)) return value.why ?? value.marker;
        return value.exact ? "" : (say.range(value, value.places) ?? notPublished);
      });
      return [{ title, texts }, ...beside(column.interval, intervals)];
    }
    case "difference": {
      const { values } = column;
      const intervals = values.map((one) => differenceRange(say, one) ?? notPublished);
      return [
        { title, texts: values.map((one) => differenceInWords(say, one)) },
        ...beside(column.interval, intervals),
      ];
    }
    case "comparison":
      return [
        {
          title,
          texts: column.values.map(({ name, level }) =>
            say.people.figures.against(name, say.number(level.value, level.places)),
          ),
        },
      ];
    case "p":
      return [{ title, texts: column.values.map(({ p, untested }) => (p === null ? untested : say.pValue(p))) }];
    default:
      throw new Error(`no text for ${column satisfies never}`);
  }
}

const countText = (say: Say, value: number | Range | Blank): string =>
  typeof value === "number"
    ? say.count(value)
    : isBlank(value)
      ? value.marker
      : say.writing.range(say.count(value.lower), say.count(value.upper));

const figureText = {
  number: (say, { value, places }) => say.number(value, places),
  signed: (say, { value, places }) => say.signed(value, places),
  quantity: (say, { value, unit, places }) => say.quantity(value, unit, places),
} as const satisfies Record<string, (say: Say, figure: Figure) => string>;

const beside = (title: string | null, texts: readonly string[]): TextColumn[] =>
  title === null ? [] : [{ title, texts }];

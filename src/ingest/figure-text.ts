/** A mark between thousands, as `cells` of a dataset declares it. */
export type Thousands = "," | "." | " " | "'";
type Decimal = "." | ",";

/** A cell read as a figure by somebody who does not know how it is written. */
export interface Figure {
  value: number;
  thousands: Thousands | null;
  percentSign: boolean;
  /** What follows the figure and seems to say something of it: [p], *. */
  flag: string | null;
}

const FLAG = /^(.*\d%?) ?(\[[a-z]{1,4}\]|\([a-z]{1,4}\)|[*\u2020\u2021\u00a7^#]{1,3}|(?<= )[a-z])$/i;

/** A cell as a figure, with the marks it is written with; null where it is none. */
export function figureOf(cell: string, decimal: Decimal = "."): Figure | null {
  if (!/\d/.test(cell)) return null;
  const text = cell
    .replace(/[\s\u00a0\u202f\u2009]+/g, " ")
    .trim()
    .replace(/^\u2212/, "-");
  const [, before = text, flag = null] = FLAG.exec(text) ?? [];
  const percentSign = before.endsWith("%");
  const bare = percentSign ? before.slice(0, -1).trimEnd() : before;
  const plain = { thousands: null, percentSign, flag };
  if (decimal === "." ? /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,2})?$/i.test(bare) : /^[-+]?(\d+,?\d*|,\d+)$/.test(bare))
    return { ...plain, value: Number(bare.replace(",", ".")) };
  const groups = /^[-+]?\d{1,3}(?:([,. '\u2019])\d{3})(?:\1\d{3})*(?:([.,])\d+)?$/.exec(bare);
  if (!groups || groups[1] === decimal || (groups[2] !== undefined && groups[2] !== decimal)) return null;
  const mark = groups[1] === "\u2019" ? "'" : (groups[1] as Thousands);
  return { ...plain, value: Number(bare.replaceAll(groups[1]!, "").replace(",", ".")), thousands: mark };
}

/** Figures with a comma that stands between no thousands. */
const WITH_COMMA = /^[-+]?(?:\d{1,3}(?:[. ]\d{3})*|\d+),(?:\d{1,2}|\d{4,})( ?%)?$/;
const ROWS = 2_000;

/** The decimal mark of a table: a comma where a column has more figures written so than otherwise. */
export function decimalOf(rows: readonly (readonly string[])[]): Decimal {
  const seen = new Map<number, { comma: number; point: number }>();
  for (const row of rows.slice(0, ROWS))
    for (const [at, cell] of row.entries()) {
      if (!/[.,]\d/.test(cell)) continue;
      const column = seen.get(at) ?? { comma: 0, point: 0 };
      seen.set(at, column);
      if (WITH_COMMA.test(cell)) column.comma++;
      else if (!/^[-+]?\d{1,3}(\.\d{3})+$/.test(cell) && figureOf(cell) !== null) column.point++;
    }
  return [...seen.values()].some(({ comma, point }) => comma > point) ? "," : ".";
}

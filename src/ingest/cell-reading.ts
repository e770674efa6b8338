import type { CellForms } from "../define/cell-forms.ts";
import { type Dataset, formsOf, meaningsOf } from "../define/dataset.ts";
import { among, literal, quoted } from "./sql.ts";

const escaped = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, (sign) => `\\${sign}`);

const SPACES = "[\\s\\p{Z}]";
const marksBetween: Record<string, string> = { " ": "[\\s\\p{Z}]", "'": "['\u2019]", ",": ",", ".": "[.]" };

/** SQL of a cell without the spaces around it, where they are no part of it. */
function trimmedSql(cell: string, { trimmed }: CellForms): string {
  return trimmed ? `regexp_replace(${cell}, ${literal(`^${SPACES}+|${SPACES}+$`)}, '', 'g')` : cell;
}

/** Pattern of a cell with flags after its text: what stands before them, and the flags. */
const flagged = (flags: Readonly<Record<string, string>>): string => {
  // The longer first: ** is not two of *.
  const marks = Object.keys(flags).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?s)^(.*?)${SPACES}*((?:${SPACES}*(?:${marks.map(escaped).join("|")}))+)$`;
};

/** What a dataset's column is read with. */
interface Read {
  /** SQL of the cell as its type is written, or as it stands where it is of no declared form. */
  value: string;
  /** SQL of the flags that follow its figure; null where none are declared. */
  flags: string | null;
}

/** How the cells of a column are read: spaces, flags, percent signs, marks and orders of days as they are declared. */
export function cellReading(dataset: Dataset, name: string): Read {
  const forms = formsOf(dataset, name);
  const { type, percent } = dataset.columns[name]!;
  const markers = Object.keys(meaningsOf(dataset, name));
  const text = trimmedSql(`coalesce(${quoted(name)}, '')`, forms);
  const keep = (cell: string, otherwise: string): string =>
    otherwise === cell || markers.length === 0
      ? otherwise
      : `case when ${among(cell, markers)} then ${cell} else ${otherwise} end`;
  if (type === "text") return { value: text, flags: null };
  const { flags } = forms;
  const pattern = flags === undefined ? null : literal(flagged(flags));
  const begin = pattern === null ? text : `regexp_extract(${text}, ${pattern}, 1)`;
  // A flag without a figure before it is none.
  const isFlagged = pattern === null ? null : `(regexp_matches(${text}, ${pattern}) and ${begin} <> '')`;
  const bare = isFlagged === null ? text : `case when ${isFlagged} then ${begin} else ${text} end`;
  const isSheet = dataset.format.type === "xlsx" || dataset.format.type === "ods";
  const withoutPercent = percent && !isSheet ? percentSql(bare) : bare;
  const figure = type === "date" ? dateSql(bare, forms) : numberSql(withoutPercent, forms);
  return {
    value: keep(text, figure === bare ? bare : keep(bare, figure)),
    flags:
      isFlagged === null || pattern === null
        ? null
        : keep(text, `case when ${isFlagged} then regexp_extract(${text}, ${pattern}, 2) else '' end`),
  };
}

/** A figure without its percent sign. One that lacks it is refused, unless it is nought. */
const percentSql = (cell: string): string =>
  `case when regexp_matches(${cell}, '[0-9]${SPACES}*%$') then regexp_replace(${cell}, '${SPACES}*%$', '')
    when regexp_full_match(${cell}, '[+-]?0*([.,]0*)?') then ${cell} else ${cell} || ' without a % sign' end`;

/** A number with a point and nothing between its thousands; as it stands with a sign before it where its form is another. */
function numberSql(cell: string, { thousands, decimal = "." }: CellForms): string {
  if (thousands === undefined && decimal === ".") return cell;
  const between = thousands === undefined ? null : marksBetween[thousands]!;
  const whole = between === null ? "[0-9]+" : `([0-9]{1,3}(${between}[0-9]{3})+|[0-9]+)`;
  const point = decimal === "," ? "," : "[.]";
  const form = `[+-]?(${whole}(${point}[0-9]*)?|${point}[0-9]+)([eE][+-]?[0-9]+)?`;
  const joined = between === null ? cell : `regexp_replace(${cell}, ${literal(between)}, '', 'g')`;
  const turned = decimal === "," ? `replace(${joined}, ',', '.')` : joined;
  return `case when regexp_full_match(${cell}, ${literal(form)}) then ${turned} else '?' || ${cell} end`;
}

/** A month by its name in English, in full or short: 3 May 2024, 03-Sep-2024. */
export const monthNames =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const SHORT = "janfebmaraprmayjunjulaugsepoctnovdec";

/** A day as YYYY-MM-DD, which a cell may have as well; midnight after it is no part of it. */
function dateSql(cell: string, { dates }: CellForms): string {
  if (dates === undefined) return cell;
  const midnight = "([ T]0?0:00(:00)?([.]0+)?Z?)?";
  const [form, order]: [string, [number, number, number]] =
    dates === "year-month-day"
      ? ["([0-9]{4})[-/. ]?([0-9]{1,2})[-/. ]?([0-9]{1,2})", [1, 2, 3]]
      : ["([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})", dates === "day-month-year" ? [3, 2, 1] : [3, 1, 2]];
  const pattern = literal(`^${form}${midnight}$`);
  const part = (group: number): string => `regexp_extract(${cell}, ${pattern}, ${group})`;
  const [year, month, day] = order.map(part);
  const dayOf = "([0-9]{1,2})(?:st|nd|rd|th)?";
  const [namedForm, namedOrder]: [string, [number, number, number]] =
    dates === "year-month-day"
      ? [`([0-9]{4})[-/. ](${monthNames})[-/. ]${dayOf}`, [1, 2, 3]]
      : dates === "day-month-year"
        ? [`${dayOf}[-/. ](${monthNames})[-/., ] ?([0-9]{4})`, [3, 2, 1]]
        : [`(${monthNames})[-/. ]${dayOf}[-/., ] ?([0-9]{4})`, [3, 1, 2]];
  const named = literal(`(?i)^${namedForm}${midnight}$`);
  const [namedYear, name, namedDay] = namedOrder.map((group) => `regexp_extract(${cell}, ${named}, ${group})`);
  const number = `cast((strpos('${SHORT}', lower(substr(${name}, 1, 3))) + 2) // 3 as varchar)`;
  const iso = (y = "", m = "", d = ""): string => `${y} || '-' || lpad(${m}, 2, '0') || '-' || lpad(${d}, 2, '0')`;
  return `case when regexp_matches(${cell}, ${pattern}) then ${iso(year, month, day)}
    when regexp_matches(${cell}, ${named}) then ${iso(namedYear, number, namedDay)} else ${cell} end`;
}

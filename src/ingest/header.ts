import type { Dataset } from "../define/dataset.ts";
import { UserError, type Where } from "../error.ts";
import { namesOf } from "./raw-file.ts";
import { seen } from "./spelling.ts";

/** Names that stand in several lines, each from its texts joined with a space. `filled`: upper blanks have what is left of them. */
export function joinedNames(lines: readonly (readonly string[])[], filled: boolean): string[] {
  if (lines.length === 1) return [...lines[0]!];
  const width = Math.max(0, ...lines.map(({ length }) => length));
  const whole = lines.map((line, index) => {
    let left = "";
    return Array.from({ length: width }, (_, column) => {
      const text = (line[column] ?? "").replace(/\s+/g, " ").trim();
      if (text !== "") left = text;
      return text === "" && filled && index < lines.length - 1 ? left : text;
    });
  });
  return Array.from({ length: width }, (_, column) =>
    whole
      .map((line) => line[column]!)
      // A cell that is merged over lines stands in each of them.
      .filter((text, i, texts) => text !== "" && text !== texts[i - 1])
      .join(" "),
  );
}

/** Position of every wanted column in a header. Refuses a header that lacks one, or has one twice. */
export function positions(
  header: readonly string[],
  wanted: readonly string[],
  where: Where,
  dataset: Dataset,
): number[] {
  const places = wanted.map((column) => ({ column, ...namesOf(dataset, column) }));
  if (header.every((name) => name === "") && places.some(({ position }) => position === undefined))
    throw new UserError({
      where,
      must: "a header with the column names",
      found: "an empty row",
      fix: "mend header_row under format in dataset.yaml",
    });
  const faults = places.flatMap(({ column, names, position }) => {
    if (position !== undefined)
      return position <= header.length
        ? []
        : [
            {
              where,
              must: `a column in position ${position}, for ${column}`,
              found: `${header.length} columns`,
              fix: `mend position of ${column} in dataset.yaml`,
            },
          ];
    const times = header.filter((name) => names.includes(name)).length;
    if (times === 1) return [];
    const must = `one column named ${names.join(" or ")}`;
    if (times > 1)
      return [
        {
          where,
          must,
          found: `${times} columns of that name`,
          fix: `say which is meant by position: ${header.findIndex((name) => names.includes(name)) + 1} under ${column} in dataset.yaml (columns are counted from 1); where names stand in several lines, give header_rows under format`,
        },
      ];
    const alike = header.find((name) => names.some((one) => plain(name) === plain(one)));
    return [
      {
        where,
        must,
        found:
          alike !== undefined
            ? `a column named ${seen(alike)}: spaces, line ends, capitals and signs that cannot be seen count`
            : `the columns ${header.map((name) => (/[\r\n]/.test(name) || seen(name) !== JSON.stringify(name) ? seen(name) : name)).join(", ")}`,
        fix: `mend the name under columns in dataset.yaml${alike === undefined ? "" : `, in quotes: ${seen(alike)}`}${where.line === undefined ? "" : ", or header_row under format (with header_rows, where names stand in several lines)"}; where files call it differently, list the other names under aliases`,
      },
    ];
  });
  if (faults.length > 0) throw new UserError(faults);
  return places.map(({ names, position }) =>
    position === undefined ? header.findIndex((name) => names.includes(name)) : position - 1,
  );
}

/** A name without what people overlook in it. */
const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

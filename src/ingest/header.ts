import { UserError, type Where } from "../error.ts";

/** Position of every wanted column in a header. Refuses a header that lacks one, or has one twice. */
export function positions(header: readonly string[], wanted: readonly string[], where: Where): number[] {
  if (header.every((name) => name === ""))
    throw new UserError({
      where,
      must: "a header with the column names",
      found: "an empty row",
      fix: "mend header_row under format in dataset.yaml",
    });
  const faults = wanted.flatMap((column) => {
    const times = header.filter((name) => name === column).length;
    if (times === 1) return [];
    const must = `one column named ${column}`;
    if (times > 1)
      return [
        {
          where,
          must,
          found: `${times} columns of that name`,
          fix: "rename one of them in a copy of the file, and say so under changes",
        },
      ];
    const alike = header.find((name) => plain(name) === plain(column));
    return [
      {
        where,
        must,
        found:
          alike !== undefined
            ? `a column named ${JSON.stringify(alike)}: spaces and capitals count`
            : `the columns ${header.join(", ")}`,
        fix: `mend the name under columns in dataset.yaml${where.line === undefined ? "" : ", or header_row under format"}`,
      },
    ];
  });
  if (faults.length > 0) throw new UserError(faults);
  return wanted.map((column) => header.indexOf(column));
}

const plain = (name: string): string => name.trim().toLowerCase();

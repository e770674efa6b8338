import { UserError, type Where } from "../error.ts";

/** Position of every wanted column in a header. Refuses a header that lacks one, or has one twice. */
export function positions(header: readonly string[], wanted: readonly string[], where: Where): number[] {
  const faults = wanted.flatMap((column) => {
    const times = header.filter((name) => name === column).length;
    if (times === 1) return [];
    return [
      {
        where,
        must: `one column named ${column}`,
        found: times === 0 ? `the columns ${header.join(", ")}` : `${times} columns of that name`,
        fix:
          times === 0
            ? "mend the name under columns in dataset.yaml, or header_row under format"
            : "rename one of them in a copy of the file, and say so under changes",
      },
    ];
  });
  if (faults.length > 0) throw new UserError(faults);
  return wanted.map((column) => header.indexOf(column));
}

import type { Definitions } from "../define/definitions.ts";
import type { Statement } from "../define/frame-files.ts";
import type { Commentary, Frame } from "../results/results.ts";

const written = (statement: Statement | null): Commentary | null =>
  statement && { ...statement, role: statement.role ?? null };

/** What a project says of the report as a whole; nothing where it says nothing. */
export function frameOf({ project, statements, place }: Definitions): { frame?: Frame } {
  const { owner, next_edition, editions } = project.value;
  const frame = {
    owner: owner ?? null,
    nextEdition: next_edition ?? null,
    editions: editions.map(({ year, title, url }) => ({ year, title: title ?? null, url })),
    accessibility: written(statements.accessibility),
    easyRead: written(statements.easyRead),
    ...(place === undefined ? {} : { placeOf: place.whole }),
  };
  return Object.values(frame).every((part) => part === null || (Array.isArray(part) && part.length === 0))
    ? {}
    : { frame };
}

import { coveredIndicators } from "../assess/covered-indicators.ts";
import { repeatedAnew } from "../assess/indicator-result.ts";
import { notesOf } from "../assess/notes.ts";
import { catalogues } from "../catalogue/catalogue.ts";
import type { Definitions } from "../define/definitions.ts";
import { type Fault, UserError } from "../error.ts";
import type { BuildDatabase } from "../ingest/database.ts";
import type { Checked, Computed, ToldNote } from "./checked.ts";
import { type Begun, keptComputed } from "./kept-figures.ts";
import type { Log, Opened } from "./opened.ts";

/** What is computed, from what earlier runs kept as far as that is what this one would make. */
export async function compute(
  opened: Opened,
  begun: Begun | null,
  log: Log,
  open: () => Promise<BuildDatabase>,
): Promise<Checked> {
  const { definitions, year, isStrict } = opened;
  const kept = begun === null || !isPublishable(opened) ? null : keptComputed<Computed>(definitions, begun);
  const found = kept?.find();
  if (found) log("measure", "nothing has changed that figures are made from since they were last made");
  for (const { id, text } of found?.reading ?? []) log("ingest", `${id}: ${text}`);
  const computed = found
    ? { ...found, results: repeatedAnew(found.results, definitions) }
    : await (await import("./compute-anew.ts")).computeAnew(opened, kept && begun, log, open);
  if (!found) kept?.keep(computed);
  const { method } = catalogues[computed.results.language];
  const notes = notesOf(computed.results).map((one) => ({ ...one, text: method.note(one.note) }));
  if (isStrict && notes.length > 0) throw new UserError(notes.map((note) => strictFault(note, fileOf(definitions))));
  return { definitions, year, notes, ...computed };
}

/** Whether nothing is held back of the figures: only then may they be kept beside what is published. */
const isPublishable = ({ definitions, isInternal }: Opened): boolean =>
  !isInternal && coveredIndicators(definitions).length === 0;

/** The file that declares an indicator. */
export const fileOf =
  ({ indicators }: Definitions) =>
  (id: string): string =>
    indicators.find(({ value }) => value.id === id)!.yaml.file;

const strictFault = ({ indicator, dimension, note, text }: ToldNote, file: (id: string) => string): Fault => ({
  where: { file: file(indicator), key: dimension },
  must: "no notes, because --strict was given",
  found: `${note.id}: ${text}`,
  fix: "mend its cause, or build without --strict",
});

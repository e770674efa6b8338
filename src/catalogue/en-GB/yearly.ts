import { type Counted, list, plural } from "../english.ts";

interface Steps {
  year: { file: string; before: number; after: number };
  archive: { from: string; to: string };
  "no-output": { folder: string };
  edition: { file: string; year: number; url: string };
  "next-edition": { file: string; month: string };
  period: { file: string; indicator: string; key: string; period: { label: string; start: string; end: string } };
  "single-period": { file: string; indicator: string; label: string };
  overdue: { dataset: string; updated: string; received: string; due: string };
  "no-frequency": { datasets: string[] };
}
type Step = { [Id in keyof Steps]: { step: Id } & Steps[Id] }[keyof Steps];

/** What the command prints that rolls a project on to its next year. */
export const yearly = {
  step: (one: Step): string => {
    switch (one.step) {
      case "year":
        return `${one.file}: year ${one.before} becomes ${one.after}`;
      case "archive":
        return `${one.to}: a copy of the last report, from ${one.from}`;
      case "no-output":
        return `${one.folder}: no report there, so none is kept; build it before you go on if it is to be`;
      case "edition":
        return `${one.file}: editions has the report of ${one.year}, at ${one.url}`;
      case "next-edition":
        return `${one.file}: next_edition still says ${one.month}; say when the one after is due`;
      case "period":
        return `${one.file}: proposes ${one.period.label}, ${one.period.start} to ${one.period.end}, as a comment to confirm`;
      case "single-period":
        return `${one.file}: has ${one.label} alone; a comment asks for a newer period`;
      case "overdue":
        return `overdue: ${one.dataset}, received ${one.received} and updated ${one.updated}; newer figures should be out by ${one.due}`;
      case "no-frequency":
        return `no updated in dataset.yaml, so nobody can tell whether they are overdue: ${list(one.datasets)}`;
    }
  },
  done: (isWritten: boolean, files: Counted, year: string): string =>
    isWritten
      ? `${plural(files, "file")} changed for ${year}. Next: tempcheck check`
      : `${plural(files, "file")} would change for ${year}; nothing has yet. To change them: tempcheck new-year --write`,
};

import colours from "picocolors";
import { clearLine, printLine as out, toOut } from "./printed.ts";

/** How a command tells what it does: to a person watching, to a log, or to another program. */
export interface Reporter {
  stage(stage: string, detail: string): void;
  note(text: string, fields: object): void;
  /** A heading and the lines below it; on a terminal long lines go on below, indented. */
  list(heading: string, lines: readonly { text: string; fields: object }[]): void;
  /** A line of what was asked for; `fields` is null for headings, which only people need. */
  line(text: string, fields: object | null): void;
  done(text: string, fields: object): void;
}

/** The reporter that the options and the terminal ask for. */
export function reporter({ json, quiet }: { json?: true; quiet?: true }): Reporter {
  if (json) {
    const event = (name: string) => (_: string, fields: object | null) => {
      if (fields !== null) out(JSON.stringify({ event: name, ...fields }));
    };
    return {
      stage: (stage, detail) => {
        if (!quiet) out(JSON.stringify({ event: "stage", stage, detail }));
      },
      note: quiet ? () => {} : event("note"),
      list: (_, lines) => {
        if (!quiet) for (const { text, fields } of lines) event("comparison")(text, fields);
      },
      line: event("line"),
      done: quiet ? () => {} : event("done"),
    };
  }
  const line: Reporter["line"] = (text, fields) => out(text, fields === null ? colours.bold : undefined);
  if (quiet) return { stage: () => {}, note: () => {}, list: () => {}, line, done: () => {} };

  const watched = process.stdout.isTTY === true && process.env["TERM"] !== "dumb";
  const clear = (): void => {
    if (watched) clearLine();
  };
  return {
    stage: (stage, detail) => {
      if (!watched) return out(`${stage}: ${detail}`);
      clearLine();
      toOut(stage, colours.cyan);
      toOut(` ${detail}`);
    },
    note: (text) => {
      clear();
      out(text);
    },
    list: (heading, lines) => {
      clear();
      out(heading, watched ? colours.bold : undefined);
      for (const { text } of lines) out(watched ? folded(`  ${text}`, process.stdout.columns) : `  ${text}`);
    },
    line,
    done: (text) => {
      clear();
      out(text, watched ? colours.green : undefined);
    },
  };
}

/** A line no wider than a terminal: what does not fit goes on below, indented. */
export function folded(text: string, width: number): string {
  const indent = " ".repeat(6);
  const fits = /^.*\S/.exec(text.slice(0, Math.max(width, 40) + 1).replace(/\S*$/, ""))?.[0];
  if (text.length <= width || fits === undefined || fits.length <= indent.length) return text;
  return `${fits}\n${folded(`${indent}${text.slice(fits.length).trimStart()}`, width)}`;
}

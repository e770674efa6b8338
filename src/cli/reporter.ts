import colours from "picocolors";

/** How a command tells what it does: to a person watching, to a log, or to another program. */
export interface Reporter {
  stage(stage: string, detail: string): void;
  note(text: string, fields: object): void;
  /** A line of what was asked for; `fields` is null for lines that only people need. */
  line(text: string, fields: object | null): void;
  done(text: string, fields: object): void;
}

/** The reporter that the options and the terminal ask for. */
export function reporter({ json, quiet }: { json?: true; quiet?: true }): Reporter {
  const out = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  if (json) {
    const event = (name: string) => (_: string, fields: object | null) => {
      if (fields !== null) out(JSON.stringify({ event: name, ...fields }));
    };
    return {
      stage: (stage, detail) => {
        if (!quiet) out(JSON.stringify({ event: "stage", stage, detail }));
      },
      note: quiet ? () => {} : event("note"),
      line: event("line"),
      done: quiet ? () => {} : event("done"),
    };
  }
  if (quiet) return { stage: () => {}, note: () => {}, line: out, done: () => {} };

  const watched = process.stdout.isTTY === true && process.env["TERM"] !== "dumb";
  const clear = (): void => {
    if (watched) process.stdout.write("\r\u001b[2K");
  };
  return {
    stage: (stage, detail) => {
      if (watched) process.stdout.write(`\r\u001b[2K${colours.cyan(stage)} ${detail}`);
      else out(`${stage}: ${detail}`);
    },
    note: (text) => {
      clear();
      out(text);
    },
    line: out,
    done: (text) => {
      clear();
      out(watched ? colours.green(text) : text);
    },
  };
}

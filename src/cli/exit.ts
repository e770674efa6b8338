import { CommanderError } from "commander";
import { type Fault, UsageError, UserError } from "../error.ts";
import { machineFault } from "../run/machine.ts";
import { bugReport } from "./bug-report.ts";
import { toErr } from "./printed.ts";

/** 0 done; 1 the user's input, or their machine; 2 usage; 3 a report that is not what it should be; 70 a bug. */
export const EXIT = { input: 1, usage: 2, differs: 3, bug: 70 } as const;

/** Prints what went wrong and gives the exit code. */
export function failed(error: unknown, args: readonly string[]): number {
  const json = args.includes("--json");
  const tell = (text: string, event: object): void => {
    toErr(json ? `${JSON.stringify(event)}\n` : `${text}\n`);
  };
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.usage;
  if (error instanceof UsageError) {
    tell(`error: ${error.message}`, { event: "usage", message: error.message });
    return EXIT.usage;
  }
  const known = error instanceof UserError ? error : machineFault(error);
  if (known) {
    if (json) for (const fault of known.faults) tell("", { event: "fault", ...fault });
    else tell(`${known.message}\n\n${counted(known.faults)}`, {});
    return EXIT.input;
  }
  const lines = bugReport(error, args);
  tell(lines.join("\n"), { event: "bug", message: lines.join("\n") });
  return EXIT.bug;
}

/** Says that what a command prints has nowhere to go. What it writes besides is written all the same. */
export function cannotPrint({ code, message }: NodeJS.ErrnoException): number {
  toErr(`error: standard output cannot be written to: ${code ?? message}\n`);
  return EXIT.input;
}

const counted = (faults: readonly Fault[]): string =>
  `${faults.length === 1 ? "1 fault" : `${faults.length} faults`}. Nothing was written; the last output is as it was.`;

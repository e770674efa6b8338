import { CommanderError } from "commander";
import { type Fault, UsageError, UserError } from "../error.ts";

/** 0 done; 1 the user's input; 2 usage; 70 a bug. */
const EXIT = { input: 1, usage: 2, bug: 70 } as const;

/** Prints what went wrong and gives the exit code. */
export function failed(error: unknown, json: boolean): number {
  const tell = (text: string, event: object): void => {
    process.stderr.write(json ? `${JSON.stringify(event)}\n` : `${text}\n`);
  };
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.usage;
  if (error instanceof UsageError) {
    tell(`error: ${error.message}`, { event: "usage", message: error.message });
    return EXIT.usage;
  }
  if (error instanceof UserError) {
    if (json) for (const fault of error.faults) tell("", { event: "fault", ...fault });
    else tell(`${error.message}\n\n${counted(error.faults)}`, {});
    return EXIT.input;
  }
  const bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
  tell(`This is a bug in tempcheck, not a fault in your files. Please report it with these lines:\n${bug}`, {
    event: "bug",
    message: bug,
  });
  return EXIT.bug;
}

const counted = (faults: readonly Fault[]): string =>
  `${faults.length === 1 ? "1 fault" : `${faults.length} faults`}. Nothing was written; the last output is as it was.`;

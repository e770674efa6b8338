/** Where a fault lies: a file, and inside it a line and column (both from 1) or a key. */
export interface Where {
  file: string;
  line?: number | undefined;
  column?: number | undefined;
  key?: string | undefined;
}

/** One thing wrong with what the user gave us, and the way out. */
export interface Fault {
  where: Where;
  /** What must hold. */
  must: string;
  /** What was found instead. */
  found: string;
  /** What to do about it. */
  fix: string;
}

/** The user's input cannot be used. Every fault known at that point is listed. Anything else thrown is a bug. */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly faults: readonly Fault[];

  constructor(faults: Fault | readonly Fault[]) {
    const list = Array.isArray(faults) ? (faults as readonly Fault[]) : [faults as Fault];
    super(list.map(faultText).join("\n\n"));
    this.faults = list;
  }
}

/** `file:line:column key`, leaving out what is not known. */
export function whereText({ file, line, column, key }: Where): string {
  const position = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(":");
  return key === undefined || key === "" ? position : `${position}  ${key}`;
}

/** A fault as four short lines. */
export function faultText({ where, must, found, fix }: Fault): string {
  return `${whereText(where)}\n  must:  ${must}\n  found: ${found}\n  do:    ${fix}`;
}

/** Puts faults in reading order: by file, then line, then column. */
export function inReadingOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(
    ({ where: a }, { where: b }) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

/** The command line asks for something that is not there. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

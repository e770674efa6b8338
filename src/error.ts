import type { z } from "zod";

/** Where a fault lies: a file, and inside it a sheet, a record, a line and column (all from 1) or a key. */
export interface Where {
  /** Its path alone, so that a program can open it; of what partners send, `standard input` or `request`. */
  file: string;
  /** Sheet of a workbook; the line is then its row. */
  sheet?: string | undefined;
  /** Number of the record, in files that have no lines. */
  record?: number | undefined;
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
    if (list.length === 0) throw new Error("something was refused without a fault");
    this.faults = list;
  }
}

/** `file:line:column key`, leaving out what is not known. */
export function whereText({ file, sheet, record, line, column, key }: Where): string {
  const holder = `${file}${sheet === undefined ? "" : ` [${sheet}]`}${record === undefined ? "" : ` record ${record}`}`;
  const position = [holder, line, line === undefined ? undefined : column].filter((part) => part !== undefined);
  return `${position.join(":")}${key === undefined || key === "" ? "" : `  ${key}`}`;
}

/**
 * Characters that cannot be seen and change what can be: controls other than tab and line end, marks that turn the
 * direction of what follows, line separators, characters without width but those that join letters and emoji,
 * halves of surrogates, and what is no character.
 */
const unseen =
  /(?![\t\n])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/u;
const everyUnseen = new RegExp(unseen, "gu");

/** The first such character of a text, as U+001B; null where there is none. */
export function unseenIn(text: string): string | null {
  const [found] = unseen.exec(text) ?? [];
  return found === undefined ? null : `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** A text in which such characters are written as JSON writes them, \u001b, so that no terminal obeys them. */
export const visible = (text: string): string =>
  text.replace(everyUnseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** A fault as four short lines. */
export function faultText({ where, must, found, fix }: Fault): string {
  return `${whereText(where)}\n  must:  ${must}\n  found: ${found}\n  do:    ${fix}`;
}

/** Puts faults in reading order: by file, then sheet, record, line and column. */
export function inReadingOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(
    ({ where: a }, { where: b }) =>
      compare(a.file, b.file) ||
      compare(a.sheet ?? "", b.sheet ?? "") ||
      (a.record ?? 0) - (b.record ?? 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

/** Most faults of one file that are listed at a time. */
const MOST_LISTED = 100;

/** Faults in reading order, those of a file cut short where there are very many. */
export function listable(faults: readonly Fault[]): Fault[] {
  const of = new Map<string, number>();
  for (const { where } of faults) of.set(where.file, (of.get(where.file) ?? 0) + 1);
  const listed = new Map<string, number>();
  return inReadingOrder(faults).flatMap((fault) => {
    const { file } = fault.where;
    const place = (listed.get(file) ?? 0) + 1;
    listed.set(file, place);
    if (place <= MOST_LISTED) return [fault];
    if (place > MOST_LISTED + 1) return [];
    return [
      {
        where: fault.where,
        must: "no fault from here on either",
        found: `${(of.get(file) ?? 0) - MOST_LISTED} more of them: ${MOST_LISTED} of a file are listed at a time`,
        fix: "mend those above and run check again",
      },
    ];
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Path = readonly PropertyKey[];

/** How faults speak of a value that a schema refused. */
export interface Refused {
  where(path: Path): Where;
  /** What stands at a path, in words; null where nothing does. */
  found(path: Path): string | null;
  /** The way out, where something stands there. */
  fix(issue: z.core.$ZodIssue): string;
  /** What a set of keys is called, what is said of a missing one, and what to do with it. */
  words: { object: string; missing: string; add: string };
}

/** What a schema has against a value, as faults. */
export const issueFaults = (issues: readonly z.core.$ZodIssue[], refused: Refused): Fault[] =>
  issues.flatMap((issue): Fault[] => {
    const { where, found, fix, words } = refused;
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({
        where: where([...issue.path, key]),
        must: isOwn(issue.message) ? "a key that this command knows" : issue.message,
        found: `the key ${key}`,
        fix: "mend the spelling or take the key out",
      }));
    const there = found(issue.path);
    return [
      {
        where: where(issue.path),
        must: mustBe(issue, words.object),
        found: there ?? `nothing: ${words.missing}`,
        fix: there === null ? `${words.add} ${String(issue.path.at(-1))}` : fix(issue),
      },
    ];
  });

/** Whether a message is zod's own, and not the schema's. */
const isOwn = (message: string): boolean => /^(Invalid|Too|Unrecognized)/.test(message);

/** What must hold: the schema's words, or ours where it has none. */
function mustBe(issue: z.core.$ZodIssue, object: string): string {
  if (issue.code === "invalid_key") return issue.issues[0]?.message ?? issue.message;
  if (!isOwn(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      if (issue.expected === "object" || issue.expected === "record") return object;
      return typeWords[issue.expected] ?? issue.expected;
    case "invalid_value":
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(", ")}`;
    case "too_small":
      return `${sized[issue.origin] ?? "a number"} of ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}`;
    case "too_big":
      return `${sized[issue.origin] ?? "a number"} of ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}`;
    case "not_multiple_of":
      return `a multiple of ${issue.divisor}`;
    case "invalid_format":
      return `text of the form ${issue.format}`;
    case "custom":
    case "invalid_element":
    case "invalid_union":
    case "unrecognized_keys":
      return issue.message;
  }
}

const sized: Record<string, string> = { array: "a list", string: "text of a length" };

const typeWords: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list of two",
};

/** The command line asks for something that is not there. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

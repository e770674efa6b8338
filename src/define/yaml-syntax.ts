import { Document, isScalar, LineCounter, parseDocument, visit, type YAMLError } from "yaml";
import type { Fault } from "../error.ts";
import { formFaults, MOST_BYTES, opensTooMany, type Refused, tooDeep } from "./yaml-bounds.ts";

/** A YAML text that was parsed, with what is wrong with its form. */
export interface Parsed {
  document: Document;
  lines: LineCounter;
  faults: Fault[];
}

const KEPT_NAME = "__proto__";
/** What a text holds where it has an alias or a key of that name, which may be written in escapes. */
const MAY_HAVE_EITHER = /[*\\]|__proto__/;

/** Parses YAML. Keys are text; anchors, aliases and tags are refused, because text that looks like them is a slip. */
export function parseYaml(text: string, file: string): Parsed {
  const lines = new LineCounter();
  const texts = text.split(/\r?\n/);
  const at = (offset: number): { where: Fault["where"]; line: string } => {
    const { line, col } = lines.linePos(offset);
    return { where: { file, line, column: col }, line: texts[line - 1]?.trim() ?? "" };
  };
  const whole =
    text.length > MOST_BYTES
      ? tooLong(text.length)
      : opensTooMany(text)
        ? tooDeep(0)
        : within(() => parsed(text, lines));
  if ("offset" in whole) return { document: new Document(), lines, faults: [{ ...shown(whole), where: { file } }] };
  const { document, refused } = whole;
  const deep = document.errors.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  if (deep !== undefined) return { document, lines, faults: [{ ...shown(tooDeep(0)), where: at(deep.pos[0]).where }] };
  const tabs = document.errors.filter(({ code }) => code === "TAB_AS_INDENT");
  // Tabs, and the first error of a line, bring others with them that are none.
  const errors = tabs.length > 0 ? tabs : [...document.errors, ...document.warnings];
  const byLine = new Map<number, Fault>();
  for (const error of errors) {
    const { where, line } = at(error.pos[0]);
    const [found, fix] = wordsOf(error);
    if (where.line !== undefined && !byLine.has(where.line))
      byLine.set(where.line, {
        where,
        must: "valid YAML, each key once",
        found: `${found}; the line reads: ${shortened(line)}`,
        fix,
      });
  }
  for (const one of errors.length > 0 ? [] : refused) {
    const { where, line } = at(one.offset);
    if (where.line !== undefined && !byLine.has(where.line))
      byLine.set(where.line, { ...shown(one), where, found: `${one.found}; the line reads: ${shortened(line)}` });
  }
  const faults = [...byLine.values()];
  // After an error the parser takes text for aliases that is none.
  if (faults.length === 0 && MAY_HAVE_EITHER.test(text))
    visit(document, {
      Alias(_, { source, range }) {
        const { where, line } = at(range?.[0] ?? 0);
        faults.push({
          where,
          must: "text that begins with * stands in quotes",
          found: `*${source}; the line reads: ${shortened(line)}`,
          fix: "put quotes round it",
        });
      },
      // The schemas pass over it without a word.
      Pair(_, { key }) {
        if (!isScalar(key) || key.value !== KEPT_NAME) return;
        faults.push({
          where: at(key.range?.[0] ?? 0).where,
          must: "a key of another name",
          found: `${KEPT_NAME}, a name kept for the program`,
          fix: "mend the spelling, or rename the column in a copy of the file and say so under changes",
        });
      },
    });
  return { document, lines, faults };
}

function parsed(text: string, lines: LineCounter): { document: Document; refused: Refused[] } {
  // The parser holds each key against every other of its block: formFaults needs one pass.
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
  });
  return { document, refused: document.errors.length > 0 ? [] : formFaults(document) };
}

/** What a step gives; where the text is nested deeper than the stack goes, that. */
function within<T>(act: () => T): T | Refused {
  try {
    return act();
  } catch (error) {
    if (error instanceof RangeError) return tooDeep(0);
    throw error;
  }
}

const tooLong = (length: number): Refused => ({
  offset: 0,
  must: `at most ${MOST_BYTES / 1024 / 1024} MB`,
  found: `${(length / 1024 / 1024).toFixed(1)} MB`,
  fix: "take out what the project does not need; figures belong into data files",
});

const shown = ({ must, found, fix }: Refused): Omit<Refused, "offset"> => ({ must, found, fix });

/** What was found and what to do, in the words of somebody who does not program. */
function wordsOf({ code, message }: YAMLError): [found: string, fix: string] {
  switch (code) {
    case "TAB_AS_INDENT":
      return ["a tab at the start of the line", "indent with spaces"];
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return [
        "a second colon, or a line that is indented too far",
        "put text with a colon in quotes, or line the key up with the others of its block",
      ];
    case "MISSING_CHAR":
      return ["a quote or bracket that is not closed", "close it"];
    case "TAG_RESOLVE_FAILED":
      return ["text that begins with !", "put the text in single quotes"];
    case "BAD_SCALAR_START":
    case "BAD_DQ_ESCAPE":
    case "NON_STRING_KEY":
      return [message, "put the text in single quotes"];
    case "MULTIPLE_DOCS":
      return ["a line of three hyphens, which begins a second document", "take the line out"];
    default:
      return [
        message.replace(/:$/, ""),
        "mend the line or the one before; indentation is by spaces, and text with a colon or # needs quotes",
      ];
  }
}

/** One line, short enough to read in an error. */
export const shortened = (text: string): string => {
  const [line = ""] = text.split("\n");
  return line.length > 120 ? `${line.slice(0, 117)}...` : line;
};

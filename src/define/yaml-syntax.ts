import { type Document, LineCounter, parseDocument, visit, type YAMLError } from "yaml";
import type { Fault } from "../error.ts";

/** A YAML text that was parsed, with what is wrong with its form. */
export interface Parsed {
  document: Document;
  lines: LineCounter;
  faults: Fault[];
}

/** Parses YAML. Keys are text; anchors, aliases and tags are refused, because text that looks like them is a slip. */
export function parseYaml(text: string, file: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, stringKeys: true, prettyErrors: false });
  const at = (offset: number): { where: Fault["where"]; line: string } => {
    const { line, col } = lines.linePos(offset);
    return { where: { file, line, column: col }, line: text.split(/\r?\n/)[line - 1]?.trim() ?? "" };
  };
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
  const faults = [...byLine.values()];
  // After an error the parser takes text for aliases that is none.
  if (faults.length === 0)
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
    });
  return { document, lines, faults };
}

/** What was found and what to do, in the words of somebody who does not program. */
function wordsOf({ code, message }: YAMLError): [found: string, fix: string] {
  switch (code) {
    case "DUPLICATE_KEY":
      return ["a key that its block already has", "take one of the two out"];
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

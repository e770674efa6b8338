import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { UsageError, UserError } from "../error.ts";
import type { Source } from "../partner/request-source.ts";

/** Reads a file, or standard input where none is named. JSON begins with a brace; anything else is CSV. */
export async function read(file: string | undefined): Promise<Source> {
  if (file !== undefined && file !== "-") return source(file, fromFile(file));
  if (process.stdin.isTTY) throw new UsageError("name a file, or send one to standard input");
  return source("standard input", await text(process.stdin));
}

function source(file: string, content: string): Source {
  const plain = content.replace(/^\ufeff/, "");
  return { file, text: plain, form: plain.trimStart().startsWith("{") ? "json" : "csv" };
}

function fromFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UserError({
      where: { file },
      must: "a file that can be read",
      found: (error as NodeJS.ErrnoException).code ?? String(error),
      fix: "name a file of JSON or CSV, or - for standard input",
    });
  }
}

import { z } from "zod";
import { text } from "./schema.ts";

/** Engines that hold tables too large to copy. */
const engines = ["trino"] as const;

/** Where a dataset lies that an engine holds; the address of the engine is no part of a project. */
export const engineKeys = {
  engine: z
    .enum(engines)
    .optional()
    .describe(
      "trino: the rows stay in a table of an engine, which is asked for sums by group; in place of files and format",
    ),
  catalog: text.optional().describe("Catalog of the engine that the table is in"),
  schema: text.optional().describe("Schema of the catalog"),
  table: text.optional().describe("Name of the table or view"),
};

/** The table of an engine, in place of the format of files. */
export interface InEngine {
  type: (typeof engines)[number];
  catalog: string;
  schema: string;
  table: string;
  // What only files have, so that whoever asks a format for it finds none.
  fill_down?: undefined;
  unpivot?: undefined;
}

interface Declared {
  catalog?: string | undefined;
  schema?: string | undefined;
  table?: string | undefined;
  engine?: string | undefined;
  files?: readonly unknown[] | undefined;
  format?: object | undefined;
}

/** Files and their format, or a table of an engine: all of the one and nothing of the other. */
export function refuseHalfAnEngine(declared: Declared, context: z.RefinementCtx): void {
  const isOfEngine = declared.engine !== undefined;
  const issue = (key: string, message: string, fix?: string): void => {
    context.addIssue({ code: "custom", path: [key], message, ...(fix && { params: { fix } }) });
  };
  for (const key of ["catalog", "schema", "table"] as const) {
    const isThere = declared[key] !== undefined;
    if (isOfEngine && !isThere)
      issue(
        key,
        key === "table" ? "the name of the table on the engine" : `the ${key} of the engine that the table is in`,
      );
    if (!isOfEngine && isThere) issue(key, `engine: trino beside ${key}`, "add engine, or take the key out");
  }
  for (const key of ["files", "format"] as const) {
    const isThere = declared[key] !== undefined;
    if (!isOfEngine && !isThere)
      issue(key, key === "files" ? "the files with the figures, or a table of an engine" : "the format of the files");
    if (isOfEngine && isThere)
      issue(key, `no ${key} beside engine: the rows are in a table of the engine`, "take the key out, or engine");
  }
}

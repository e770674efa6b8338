import { UserError } from "../error.ts";

/** The value of a JSON text. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError({
      where: { file, ...positionOf(error as SyntaxError, text) },
      must: "JSON",
      found: (error as SyntaxError).message,
      fix: "mend the JSON; it has no NaN or Infinity: write null where there is no figure",
    });
  }
}

function positionOf({ message }: SyntaxError, text: string): { line?: number; column?: number } {
  const at = /at position (\d+)/.exec(message)?.[1];
  if (at === undefined) return {};
  const before = text.slice(0, Number(at)).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

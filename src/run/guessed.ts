import { Document, isMap, isScalar, isSeq, type Node, visit } from "yaml";
import type { Guess } from "../define/guess.ts";

/** What stands where nobody can know it from a file. */
export const UNKNOWN = "not known yet";

/** A definition that was guessed, to be written down. */
export interface Guessed {
  /** Lines above it. */
  about: string[];
  guesses: Guess[];
  definition: Record<string, unknown>;
}

/** A list of guesses to be filled. */
export class Guesses {
  readonly list: Guess[] = [];
  high = (key: string, why: string): void => void this.list.push({ key, sure: "high", why });
  middling = (key: string, why: string): void => void this.list.push({ key, sure: "middling", why });
  low = (key: string, why: string): void => void this.list.push({ key, sure: "low", why });
}

/** An id made of words; `other` where nothing of them is left. */
export function idOf(words: string, other: string, taken: readonly string[] = []): string {
  const made =
    words
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 50)
      .replace(/^-+|-+$/g, "") || other;
  const free = /^(con|prn|aux|nul|com\d|lpt\d)$/.test(made) ? `${made}-1` : made;
  for (let n = 1; ; n++) {
    const id = n === 1 ? free : `${free}-${n}`;
    if (!taken.includes(id)) return id;
  }
}

/** Words of a name that a program gave: number_in_cohort, la_name. */
export const wordsOf = (name: string): string => name.replace(/[_-]+/g, " ").replace(/\s+/g, " ").trim();

/** A definition as YAML, its guesses one a line at the head. Short lists and blocks stand on one line. */
export function yamlOf({ about, guesses, definition }: Guessed): string {
  const document = new Document({ guess: guesses, ...definition });
  visit(document, {
    Collection(key, node) {
      if (key === null) return;
      if ((isMap(node) || isSeq(node)) && isShort(node)) node.flow = true;
    },
  });
  const head = about.map((line) => `# ${line}\n`).join("");
  return `${head}${document.toString({ lineWidth: 0, flowCollectionPadding: true })}`;
}

/** Whether a block is flat, or is a guess. */
function isShort(node: Node): boolean {
  if (isSeq(node)) return node.items.every((item) => isScalar(item)) && JSON.stringify(node).length < 400;
  if (!isMap(node)) return false;
  return node.has("sure") || JSON.stringify(node).length < 160;
}

import { type Document, isCollection, isPair, isScalar, type Node, visit } from "yaml";
import { unseenIn } from "../error.ts";

/** Most bytes of a file of definitions: a hundred times what a large project has in one. */
export const MOST_BYTES = 1024 * 1024;
/** Deepest that blocks and lists may stand in one another; the definitions need less than half. */
export const MOST_DEEP = 30;

/** What stands in a document that may not, and at which offset. */
export interface Refused {
  offset: number;
  must: string;
  found: string;
  fix: string;
}

export const tooDeep = (offset: number): Refused => ({
  offset,
  must: `blocks and lists at most ${MOST_DEEP} deep in one another`,
  found: "deeper ones",
  fix: "lay the definition out as docs/project-files.md has it",
});

/** Whether so many brackets stand open at once that the parser would take a kilobyte for each of a million. */
export function opensTooMany(text: string): boolean {
  let open = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open = Math.max(0, open + (bracket === "[" || bracket === "{" ? 1 : -1));
    if (open > 30 * MOST_DEEP) return true;
  }
  return false;
}

/** Keys that stand twice in their block, characters that cannot be seen, and what stands too deep. */
export function formFaults(document: Document): Refused[] {
  const refused: Refused[] = [];
  const isTooDeep = ({ range }: Node, path: readonly unknown[]): boolean => {
    if (path.filter(isCollection).length < MOST_DEEP) return false;
    refused.push(tooDeep(range?.[0] ?? 0));
    return true;
  };
  visit(document, {
    Seq: (_, seq, path) => (isTooDeep(seq, path) ? visit.BREAK : undefined),
    Map(_, map, path) {
      if (isTooDeep(map, path)) return visit.BREAK;
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name))
          refused.push({
            offset: key.range?.[0] ?? 0,
            must: "valid YAML, each key once",
            found: "a key that its block already has",
            fix: "take one of the two out",
          });
        seen.add(name);
      }
      return undefined;
    },
    Scalar(at, { value, range }, path) {
      const unseen = typeof value === "string" ? unseenIn(value) : null;
      const around = path.at(-1);
      // What separates the fields of a file may well be such a character.
      const mayBe = at === "value" && isPair(around) && isScalar(around.key) && separators.includes(around.key.value);
      if (unseen === null || mayBe) return;
      refused.push({
        offset: range?.[0] ?? 0,
        must: "text of characters that can be seen",
        found: `the unseen character ${unseen}`,
        fix: "take the character out",
      });
    },
  });
  return refused;
}

const separators: readonly unknown[] = ["delimiter", "quote"];

/** Where each key of a block stands among its items, found once. */
const places = new WeakMap<object, ReadonlyMap<string, number>>();

export function placeOf(map: object & { items: readonly { key: unknown }[] }, name: string): number | undefined {
  let known = places.get(map);
  if (known === undefined) {
    known = new Map(map.items.map(({ key }, i) => [isScalar(key) ? String(key.value) : "", i]));
    places.set(map, known);
  }
  return known.get(name);
}

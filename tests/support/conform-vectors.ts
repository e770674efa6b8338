import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes two questions with one check each into a new folder. */
export function writeTwoVectors(folder: string): void {
  mkdirSync(folder);
  const vector = (id: string) => ({
    ...{ id, ask: "estimate", request: { rate: [{ count: 2, personYears: 1 }] } },
    checks: [{ section: id, at: ["value"], expected: 2, tolerance: { relative: 0, absolute: 0 }, source: "by hand" }],
  });
  writeFileSync(join(folder, "v.json"), JSON.stringify({ conformance: 1, vectors: [vector("one"), vector("two")] }));
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readGeoJson } from "../../src/ingest/geojson.ts";
import { simplify } from "../../src/ingest/simplify.ts";
import { neighboursOf } from "../../src/narrate/neighbours.ts";
import { root } from "../support/command.ts";

const group = (id: string) => ({ id, label: id, phrase: id, tile: null, shape: null, members: [] });
const tile = (id: string, column: number, row: number) => ({ ...group(id), tile: { column, row } });

describe("neighboursOf", () => {
  it("takes tiles that share a side, and not those that share a corner", () => {
    const near = neighboursOf({ groups: [tile("a", 1, 1), tile("b", 2, 1), tile("c", 2, 2), tile("d", 9, 9)] });
    expect([...near]).toEqual([
      ["a", ["b"]],
      ["b", ["a", "c"]],
      ["c", ["b"]],
      ["d", []],
    ]);
  });

  it("takes shapes that share a piece of border, in whichever direction each runs along it", () => {
    const square = (west: number, south: number): [number, number][][][] => [
      [
        [
          [west, south],
          [west + 1, south],
          [west + 1, south + 1],
          [west, south + 1],
          [west, south],
        ],
      ],
    ];
    const near = neighboursOf({
      groups: [
        { ...group("a"), shape: square(0, 0) },
        { ...group("b"), shape: square(1, 0) },
        { ...group("c"), shape: square(1, 1) },
      ],
    });
    expect([...near.values()]).toEqual([["b"], ["a", "c"], ["b"]]);
  });

  it("finds those of Manchester's wards after the report's own simplification: every one has some, both ways", () => {
    const file = "data-raw/ward-boundaries/ward-boundaries.geojson";
    const { features, faults } = readGeoJson(readFileSync(join(root, file), "utf8"), file, "ward_code");
    expect(faults).toEqual([]);
    const shapes = simplify(features.map(({ shape }) => shape));
    const near = neighboursOf({ groups: features.map(({ code }, i) => ({ ...group(code), shape: shapes[i]! })) });
    expect(near.size).toBe(32);
    for (const [id, others] of near) {
      expect(others.length, id).toBeGreaterThan(0);
      for (const other of others) expect(near.get(other), other).toContain(id);
    }
    // Moss Side: Ardwick, Fallowfield, Hulme, Rusholme and Whalley Range, as the map of the council has it.
    expect(near.get("E05011372")).toEqual(["E05011351", "E05011364", "E05011368", "E05011377", "E05011379"]);
  });
});

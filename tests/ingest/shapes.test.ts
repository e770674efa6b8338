import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Position, readGeoJson, type Shape } from "../../src/ingest/geojson.ts";
import { shapesOf } from "../../src/ingest/shapes.ts";
import { MOST_POSITIONS, simplify } from "../../src/ingest/simplify.ts";
import { temporaryFolder } from "../support/command.ts";

const square = (west: number, south: number, side = 1): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const positionsOf = (shapes: readonly Shape[]): Position[] => shapes.flat(3) as unknown as Position[];
const collection = (geometry: object, crs?: string): string =>
  JSON.stringify({
    type: "FeatureCollection",
    ...(crs === undefined ? {} : { crs: { type: "name", properties: { name: crs } } }),
    features: [{ type: "Feature", properties: { code: 7 }, geometry }],
  });

describe("readGeoJson", () => {
  it("reads polygons and multipolygons, with holes, and codes that are numbers", () => {
    const polygon = { type: "Polygon", coordinates: [square(0, 50), square(0.2, 50.2, 0.5)] };
    expect(readGeoJson(collection(polygon), "a.geojson", "code")).toEqual({
      features: [{ code: "7", shape: [polygon.coordinates] }],
      faults: [],
    });
    const several = { type: "MultiPolygon", coordinates: [[square(0, 50)], [square(2, 50)]] };
    expect(readGeoJson(collection(several), "a.geojson", "code").features[0]?.shape).toHaveLength(2);
  });

  it.each(["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326"])("knows %s as WGS84", (crs) =>
    expect(readGeoJson(collection({ type: "Polygon", coordinates: [square(0, 50)] }, crs), "a", "code").faults).toEqual(
      [],
    ),
  );

  it("takes no property that every object has for a code", () => {
    const { features, faults } = readGeoJson(
      collection({ type: "Polygon", coordinates: [square(0, 50)] }),
      "a",
      "__proto__",
    );
    expect(features).toEqual([]);
    expect(faults).toHaveLength(1);
  });
});

describe("simplify", () => {
  it("keeps the corners of shapes that a page can carry, to a few metres", () => {
    const shapes: Shape[] = [[[square(-2.3, 53.4, 0.1)]], [[square(-2.2, 53.4, 0.1)]]];
    const simple = simplify(shapes);
    positionsOf(simple).forEach(([x, y], i) => {
      const [ownX, ownY] = positionsOf(shapes)[i]!;
      expect(Math.abs(x - ownX)).toBeLessThan(0.0001);
      expect(Math.abs(y - ownY)).toBeLessThan(0.0001);
    });
    expect(positionsOf(simple)).toHaveLength(10);
  });

  it("makes long borders fit, and moves a common border alike on both sides", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const wave = Array.from(
          { length: 9000 },
          (_, i): Position => [Math.sin(i * 0.013 * seed) * 0.02, 53 + i / 9000],
        );
        const shapes: Shape[] = [
          [[[...wave, [-1, 54], [-1, 53], wave[0]!]]],
          [[[...wave, [1, 54], [1, 53], wave[0]!]]],
        ];
        const [left, right] = simplify(shapes);
        expect(positionsOf([left!, right!]).length).toBeLessThanOrEqual(MOST_POSITIONS);
        const inside = (shape: Shape) => shape[0]![0]!.filter(([x]) => Math.abs(x) < 0.5).map(String);
        expect(new Set(inside(left!))).toEqual(new Set(inside(right!)));
      }),
      { numRuns: 5 },
    );
  });

  it("lets islands go that shrink to nothing, but never a whole area", () => {
    const shapes: Shape[] = [[[square(0, 50, 10)], [square(20, 50, 1e-7)]], [[square(30, 50, 1e-7)]]];
    const [first, second] = simplify(shapes);
    expect(first).toHaveLength(1);
    expect(second).toHaveLength(1);
  });
});

const manchester = new URL("../../../shared/data/manchester_ward.geojson", import.meta.url);
describe.skipIf(!existsSync(manchester))("the wards of Manchester in ../shared/data/manchester_ward.geojson", () => {
  it("are read without a fault and carried as they are, to a few metres", () => {
    const { features, faults } = readGeoJson(readFileSync(manchester, "utf8"), "manchester_ward.geojson", "WD25CD");
    expect(faults).toEqual([]);
    expect(features).toHaveLength(32);
    const size = (shapes: readonly Shape[]) => positionsOf(shapes).length;
    const before = features.map(({ shape }) => shape);
    const after = simplify(before);
    expect(size(after)).toBeGreaterThan(0.98 * size(before));
    expect(JSON.stringify(after).length).toBeLessThan(60_000);
  });
});

describe("shapesOf", () => {
  it("refuses shapes that no grid makes small enough for a page", () => {
    const root = temporaryFolder();
    const islands = { type: "MultiPolygon", coordinates: Array.from({ length: 12_801 }, () => [square(0, 50)]) };
    writeFileSync(join(root, "a.geojson"), collection(islands));
    const file = { root, path: "a.geojson", file: "a.geojson", key: "code", name: "Areas" };
    const declared = { file: "tempcheck.yaml" };
    expect(() => shapesOf({ ...file, declared }, [{ code: "7", name: "Seven" }])).toThrow(
      /at most 64000 positions(.|\n)*found: +64005, in 12801 polygons/,
    );
    rmSync(root, { recursive: true });
  });
});

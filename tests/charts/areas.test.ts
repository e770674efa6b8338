import { wcagContrast } from "culori";
import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import type { Chart, DrawnChart } from "../../src/charts/chart.ts";
import { choropleth } from "../../src/charts/choropleth.ts";
import { draw } from "../../src/charts/draw/draw.ts";
import { inThisThread } from "../../src/charts/draw/drawers.ts";
import { classesOf, inkOn, ramp } from "../../src/charts/layout/classes.ts";
import { type Polygons, project, roomFor } from "../../src/charts/layout/plane.ts";
import { shortNames } from "../../src/charts/layout/short-name.ts";
import { textWidth } from "../../src/charts/layout/text-width.ts";
import { tileMap } from "../../src/charts/tile-map.ts";
import { type Breakdown, breakdownsOf } from "../../src/narrate/breakdown.ts";
import { tableText } from "../../src/report/pages/table-text.ts";
import type { Publishable } from "../../src/results/results.ts";
import { sampleton } from "../support/fixture.ts";
import { labelFaults, labelsOf } from "../support/labels.ts";
import { pageSvg } from "../support/page-svg.ts";

const accidents = (results: Publishable = sampleton): Breakdown =>
  breakdownsOf(results, results.indicators.find(({ id }) => id === "accidents")!)[0]!;

const drawnAlone = async (chart: Chart): Promise<DrawnChart> => (await draw([chart], inThisThread()))[0]!;

const square = (west: number, south: number, side = 1): Polygons => [
  [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
];

/** The same place with shapes in place of tiles: districts three a row, each a degree square. */
const withShapes = (): Breakdown => {
  const dimensions = sampleton.dimensions.map((dimension) =>
    dimension.id === "districts"
      ? {
          ...dimension,
          map: { name: "Districts of Sampleton, 2024", file: "data-raw/districts.geojson", source: null },
          groups: dimension.groups.map((group, i) => ({
            ...group,
            shape: square(i % 3, 50 - Math.floor(i / 3)) as never,
          })),
        }
      : dimension,
  );
  return accidents({ ...sampleton, dimensions } as Publishable);
};

const say = sayIn(sampleton);

describe("classesOf", () => {
  it("puts as many areas into each of five steps, three where areas are few", () => {
    const many = Array.from({ length: 40 }, (_, i) => i * 0.23);
    const { labels, fills, fillOf } = classesOf(say, many, "%", 1);
    expect(labels).toEqual(["0.0%", "1.8%", "3.6%", "5.5%", "7.3%", "9.0%"]);
    for (const fill of fills) expect(many.filter((value) => fillOf(value) === fill)).toHaveLength(8);
    expect(classesOf(say, [3, 5, 11, 14], "%").fills).toHaveLength(3);
    const farOut = [...Array.from({ length: 30 }, (_, i) => 1 + i / 10), 900];
    expect(new Set(farOut.map(classesOf(say, farOut, "", 1).fillOf)).size).toBe(5);
    for (let n = 1; n < 60; n++) {
      const values = Array.from({ length: n }, (_, i) => 1.7 ** (i % 17));
      const { bounds, fills } = classesOf(say, values, "");
      expect(fills).toHaveLength(bounds.length - 1);
      expect(fills.length).toBeLessThanOrEqual(n < 12 ? 3 : 5);
      expect([...bounds].sort((a, b) => a - b)).toEqual(bounds);
      for (const value of values) expect(value >= bounds[0]! && value < bounds.at(-1)!).toBe(true);
    }
  });

  it("puts a figure on a bound into the higher step, the highest into the last, and equal figures into one", () => {
    const { bounds, fills, fillOf } = classesOf(say, [0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 2.5], "");
    expect(bounds).toEqual([0, 2, 4, 6, 9, 11]);
    expect([0, 1.9, 2, 8.9, 9, 10].map(fillOf)).toEqual([fills[0], fills[0], fills[1], fills[3], fills[4], fills[4]]);
    const tied = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3];
    expect(classesOf(say, tied, "").bounds).toEqual([0, 1, 4]);
    expect(classesOf(say, [5, 5, 5], "").fills).toHaveLength(1);
  });

  it("writes a bound with more decimals where two figures need them, and never on the wrong side of either", () => {
    const close = Array.from({ length: 15 }, (_, i) => 3 + i / 100);
    const { bounds, labels, fillOf } = classesOf(say, close, "%", 1);
    expect(labels).toEqual(["3.0%", "3.03%", "3.06%", "3.09%", "3.12%", "3.2%"]);
    expect(close.map((value) => bounds.findLastIndex((bound) => bound <= value))).toEqual(
      close.map((_, i) => Math.floor(i / 3)),
    );
    expect(new Set(close.map(fillOf)).size).toBe(5);
  });
});

describe("the ramp", () => {
  it("steps evenly, with 3 to 1 between every other colour and 4.5 to 1 for its figures", () => {
    ramp.forEach((colour, i) => {
      expect(wcagContrast(colour, inkOn(colour))).toBeGreaterThan(4.5);
      if (i > 0) expect(wcagContrast(colour, ramp[i - 1]!)).toBeGreaterThan(1.8);
      if (i > 1) expect(wcagContrast(colour, ramp[i - 2]!)).toBeGreaterThan(3);
    });
  });
});

describe("shortNames", () => {
  it("keeps names that fit in two lines and lets the second half of the others go", () => {
    const names = ["Hulme", "Didsbury West", "Miles Platting & Newton Heath"];
    const { lines, fontSize } = shortNames(names, 67);
    expect(lines).toEqual([["Hulme"], ["Didsbury", "West"], ["Miles", "Platting"]]);
    expect(fontSize).toBe(12);
  });

  it("makes the type smaller before it cuts a word, and cuts with an ellipsis", () => {
    const small = shortNames(["Levenshulme", "Ardwick"], 60);
    expect(small.lines).toEqual([["Levenshulme"], ["Ardwick"]]);
    expect(small.fontSize).toBeLessThan(12);
    const { lines, fontSize } = shortNames(["Llanfairpwllgwyngyll"], 60);
    expect(lines[0]![0]).toMatch(/^Llanfair.*…$/);
    expect(textWidth(lines[0]![0]!, fontSize)).toBeLessThanOrEqual(60);
  });
});

describe("tileMap", () => {
  const marksOf = async (b: Breakdown) => {
    return pageSvg(await drawnAlone(tileMap(b)!));
  };
  it("prints the figure in every tile, and the marker where there is none", async () => {
    const texts = labelsOf(await marksOf(accidents())).map(({ text }) => text);
    for (const text of ["63", "50", "98", "24", "41", "46", "54", "[c]"]) expect(texts).toContain(text);
  });
  it("is not drawn where an area has no tile", () => {
    const b = accidents();
    const groups = b.dimension.groups.map((group, i) => (i === 0 ? { ...group, tile: null } : group));
    expect(tileMap({ ...b, dimension: { ...b.dimension, groups } })).toBeNull();
  });
  it("lists every area in its table from A to Z", () => {
    const headings = tableText(say, tileMap(accidents())!.table).rows.map(({ heading }) => heading);
    expect(headings).toEqual([...headings].sort());
    expect(headings).toHaveLength(8);
  });
});

describe("project", () => {
  it("puts north up and west left, and narrows degrees of longitude", () => {
    const { width, height, shapes } = project([square(0, 60), square(1, 60)], 400, 400);
    // Two degrees of longitude against one of latitude, at the cosine of 60.5 degrees.
    expect([width, height]).toEqual([Math.ceil(800 * Math.cos((60.5 * Math.PI) / 180)), 400]);
    expect(shapes[0]![0]![0]![0]).toEqual([0, 400]);
    expect(shapes[1]![0]![0]![2]![1]).toBe(0);
    expect(shapes[1]![0]![0]![2]![0]).toBeCloseTo(393.9, 0);
    expect(project([square(0, 0, 2)], 400, 400).width).toBe(400);
  });
});

describe("roomFor", () => {
  it("says of a shape of a hundred thousand edges that nothing fits, and does not look for long", () => {
    const square = [
      [0, 0],
      [40, 0],
      [40, 40],
      [0, 40],
      [0, 0],
    ] as const;
    const islands = (count: number): Polygons => Array.from({ length: count }, () => [square]);
    expect(roomFor(islands(1), 20, 10)).toEqual([20, 20]);
    expect(roomFor(islands(50_000), 20, 10)).toBeNull();
  });

  it("finds the middle of a square, nothing where the box is too big, and keeps out of holes", () => {
    const place = square(0, 0, 40);
    expect(roomFor(place, 20, 10)).toEqual([20, 20]);
    expect(roomFor(place, 60, 30)).toBeNull();
    const [x, y] = roomFor([[square(0, 0, 100)[0]![0]!, square(5, 5, 60)[0]![0]!]], 16, 8)!;
    expect(x > 65 || y > 65).toBe(true);
  });
});

describe("choropleth", () => {
  it("is drawn from shapes in place of tiles, with figures, without a warning or a label that is cut", async () => {
    const b = withShapes();
    expect(tileMap(b)).toBeNull();
    const drawn = await drawnAlone(choropleth(b)!);
    const { key, warnings } = drawn;
    const svg = pageSvg(drawn);
    expect(warnings).toEqual([]);
    expect(labelFaults(svg)).toEqual([]);
    const texts = labelsOf(svg).map(({ text }) => text);
    for (const text of ["63", "98", "[c]"]) expect(texts).toContain(text);
    expect(key).toContain("Boundaries: Districts of Sampleton, 2024.");
    expect([...svg.matchAll(/<path /g)].length).toBeGreaterThanOrEqual(8);
  });
});

import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { linearAxis, ratioAxis, spread } from "../../src/charts/layout/axis.ts";
import { textWidth, wrap } from "../../src/charts/layout/text-width.ts";
import { breakPlaces, joins, timeAxis } from "../../src/charts/layout/time.ts";

const say = sayIn({ language: "en-GB" });

const year = (y: number) => ({ label: String(y), start: `${y}-01-01`, end: `${y}-12-31` });

describe("linearAxis", () => {
  it.each([
    [[0, 9.1], "", ["0", "2", "4", "6", "8", "10"]],
    [[18.5, 27.6], "%", ["18%", "20%", "22%", "24%", "26%", "28%"]],
    [[-1.2, 3.4], "", ["\u22122", "\u22121", "0", "1", "2", "3", "4"]],
    [[0.02, 0.13], "%", ["0.02%", "0.04%", "0.06%", "0.08%", "0.10%", "0.12%", "0.14%"]],
    [[5, 5], "", ["5.0", "5.2"]],
    [[0, 16_345], "", ["0", "5,000", "10,000", "15,000", "20,000"]],
  ])("spans %o in round steps", (figures, unit, labels) =>
    expect(linearAxis(say, figures, unit).labels).toEqual(labels),
  );
});

describe("ratioAxis", () => {
  it.each([
    [
      [1.1, 1.14],
      ["1.00", "1.05", "1.10", "1.15"],
    ],
    [
      [1.9, 2.4],
      ["1.0", "1.5", "2.0", "2.5"],
    ],
    [
      [0.7, 1.3],
      ["0.5", "0.75", "1", "1.25", "1.5"],
    ],
    [
      [3, 18],
      ["1", "2", "3", "5", "10", "20"],
    ],
  ])("spans %o and holds equality", (figures, labels) => {
    const axis = ratioAxis(say, figures);
    expect(axis.values).toContain(1);
    expect(axis.labels.map(Number)).toEqual(labels.map(Number));
  });
});

describe("spread", () => {
  it("moves touching labels apart and keeps their order", () => {
    const placed = spread([100, 101, 102], [15, 15, 15], [0, 200]);
    expect(placed[1]! - placed[0]!).toBeGreaterThanOrEqual(15);
    expect(placed[2]! - placed[1]!).toBeGreaterThanOrEqual(15);
  });
  it("leaves labels alone that have room", () => expect(spread([20, 80], [15, 15], [0, 100])).toEqual([20, 80]));
  it("keeps labels inside", () => expect(spread([99, 100], [10, 10], [0, 100])).toEqual([85, 95]));
});

describe("timeAxis", () => {
  it("drops the labels that do not fit, never the newest", () => {
    const years = Array.from({ length: 12 }, (_, i) => year(2011 + i));
    const { labels } = timeAxis(years, 240);
    expect(labels.length).toBeLessThan(12);
    expect(labels.at(-1)).toBe("2022");
  });
  it("puts a period at its middle whatever the time zone", () =>
    expect(timeAxis([year(2019), year(2021)], 300).at).toEqual([2019.5, 2021.5]));
});

describe("joins", () => {
  const periods = [2017, 2018, 2019, 2022, 2023].map(year);
  const at = timeAxis(periods, 300).at;
  it("does not draw a line across a break, nor across years that were never published", () =>
    expect(joins(periods, at, [{ from: "2019" }])).toEqual([0, 0, 1, 2, 2]));
  it("marks the break between the periods", () => expect(breakPlaces(periods, at, [{ from: "2019" }])).toEqual([2019]));
  it("joins censuses ten years apart", () =>
    expect(joins([year(2011), year(2021)], [2011.5, 2021.5], [])).toEqual([0, 0]));
});

describe("textWidth", () => {
  // Adobe font metrics of Helvetica: A 667, v 500, e 556, r 333, a 556, g 556, e 556.
  it("adds up the widths of the letters", () => expect(textWidth("Average", 10)).toBeCloseTo(37.24, 2));
  it("breaks a label at spaces, and never inside a word", () =>
    expect(wrap("Second most deprived fifth", 80, 13)).toEqual(["Second most", "deprived fifth"]));
});

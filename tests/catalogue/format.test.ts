import { describe, expect, it } from "vitest";
import { plural } from "../../src/catalogue/english.ts";
import { digits, roundedCount, sharedDigits } from "../../src/catalogue/format.ts";
import { sayIn } from "../../src/catalogue/say.ts";
import type { Language } from "../../src/model.ts";

const say = sayIn({ language: "en-GB" });

const limits = (value: number, lower: number | null = null, upper: number | null = null) => ({ value, lower, upper });

describe("number", () => {
  it.each([
    [1234567.891, 1, "1,234,567.9"],
    [-3.25, 1, "\u22123.3"],
    [-0.04, 1, "0.0"],
    [0, 0, "0"],
    [999.96, 1, "1,000.0"],
    [0.005, 2, "0.01"],
  ])("writes %d with %d decimals as %s", (value, digits, text) => expect(say.number(value, digits)).toBe(text));
});

describe("the English of another region", () => {
  it.each<[Language, string]>([
    ["en-GB", "21 March 2021"],
    ["en-IE", "21 March 2021"],
    ["en-US", "March 21, 2021"],
    ["en-CA", "March 21, 2021"],
    ["en-AU", "21 March 2021"],
    ["en-NZ", "21 March 2021"],
  ])("of %s writes days as it does, in the same words", (language, day) => {
    const own = sayIn({ language });
    expect(own.day("2021-03-21")).toBe(day);
    expect(own.number(1234567.891, 1)).toBe("1,234,567.9");
    expect(own.answers.question("Here")).toBe(say.answers.question("Here"));
  });
});

describe("digits", () => {
  it.each([
    ["a narrow interval of years", limits(8.12, 7.0, 9.2), "years", 1],
    ["a wide interval of points", limits(36.1, 33.2, 39.4), "percentage points", 0],
    ["a very wide interval", limits(420.4, 300, 540), "per 10,000", -1],
    ["a ratio", limits(3.114, 2.81, 3.43), "ratio", 1],
    ["a sharp ratio", limits(1.114, 1.081, 1.143), "ratio", 2],
    ["a figure far below one", limits(0.123, 0.11, 0.14), "%", 2],
    ["a figure without interval", limits(47.12), "points", 1],
    ["a ratio without interval", limits(1.2345), "ratio", 2],
    ["an interval of no width", limits(5, 5, 5), "%", 1],
  ])("keeps what %s supports", (_, figure, unit, places) => expect(digits(figure, unit)).toBe(places));

  it("gives a column what most of its figures support", () =>
    expect(sharedDigits([limits(8.12, 7, 9.2), limits(7.1, 6.2, 8), limits(50, 20, 80)], "years")).toBe(1));
});

describe("figureWithRange", () => {
  it.each([
    [limits(42.13, 41.88, 42.38), "%", "42.1% (41.9 to 42.4)"],
    [limits(8.12, 7.04, 9.2), "years", "8.1 years (7.0 to 9.2)"],
    [limits(-1.2, -3.1, 0.7), "percentage points", "\u22121.2 percentage points (\u22123.1 to 0.7)"],
    [limits(1204.6, 1100, 1310), "per 10,000", "1,200 per 10,000 (1,100 to 1,310)"],
    [limits(12.34), "points", "12.3 points"],
    [limits(3.11, 2.8, 3.4), "ratio", "3.1 (2.8 to 3.4)"],
    [limits(1, -9, 11), "percentage points", "1 percentage point (\u22129 to 11)"],
  ])("writes %o in %s as %s", (figure, unit, text) => expect(say.figureWithRange(figure, unit)).toBe(text));
});

describe("pValue", () => {
  it.each([
    [0, "p < 0.001"],
    [0.0004, "p < 0.001"],
    [0.0042, "p = 0.004"],
    [0.03, "p = 0.03"],
    [0.0499, "p = 0.050"],
    [0.0521, "p = 0.052"],
    [0.41, "p = 0.41"],
    [0.997, "p > 0.99"],
  ])("writes %d as %s", (p, text) => expect(say.pValue(p)).toBe(text.replaceAll(" ", "\u00a0")));
});

describe("roundedCount", () => {
  it.each([
    [limits(1234, 1017, 1461), limits(1230, 1020, 1460)],
    [limits(12345, 10200, 14600), limits(12300, 10200, 14600)],
    [limits(43, 31, 55), limits(43, 31, 55)],
    [limits(98765), limits(99000)],
  ])("rounds %o to %o", (exact, rounded) => expect(roundedCount(exact)).toEqual(rounded));
});

describe("words", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("lists %o as %s", (items, text) => expect(say.list(items)).toBe(text));

  it.each([
    ["2024-05-01", "1 May 2024"],
    ["2023-12-31", "31 December 2023"],
    ["2024", "2024"],
    ["2024-13-01", "2024-13-01"],
  ])("writes the day %s as %s", (iso, text) => expect(say.day(iso)).toBe(text));

  it.each([
    [1, "1 indicator"],
    [0, "0 indicators"],
    [1200, "1,200 indicators"],
  ])("counts %d as %s", (n, text) => expect(plural(say.counted(n), "indicator")).toBe(text));

  it.each([
    ["Deprivation of the ward", "deprivation of the ward"],
    ["GCSE results", "GCSE results"],
    ["A ward", "A ward"],
  ])("starts %s in running text as %s", (title, text) => expect(say.within(title)).toBe(text));

  it.each([
    [0.1234, "12%"],
    [0.0123, "1.2%"],
    [0.0996, "10%"],
    [0, "0%"],
    [1, "100%"],
  ])("writes the share %d as %s", (share, text) => expect(say.percent(share)).toBe(text));

  it("ends a sentence once", () => {
    expect(say.sentence("the end")).toBe("The end.");
    expect(say.sentence("The end.")).toBe("The end.");
  });
});

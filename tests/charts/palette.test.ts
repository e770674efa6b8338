import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  lab,
  parse,
  wcagContrast,
} from "culori";
import { describe, expect, it } from "vitest";
import { colours, series, temperatureMarks, textColour } from "../../src/charts/layout/chart-theme.ts";

// Charts stand on white paper on the light page and on the dark one, so there is one background to be seen against.
//
// The colours of the Government Analysis Function as they are given fall into two kinds: dark ones (blue 10.2, pink 9.8
// and grey 10.9 to 1 against white) and light ones (orange 3.0, turquoise 3.2, purple 3.1). Within a kind they differ by
// 1.02 to 1.11 to 1, and no third kind is possible: a colour of 3 to 1 against white has a relative luminance of at most
// 0.30, one of 3 to 1 against that at most 0.067, and a third would have to lie below 0. So dark and light take turns:
// neighbours pass, and what they cannot tell apart (first and third, second and fourth) is told by shape and by name.

const all = series.map(({ colour }) => colour);
const neighbours = all.slice(1).map((colour, i) => [all[i]!, colour] as const);
const pairs = all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const));
const difference = differenceCiede2000();
const sight: [string, (colour: Color) => Color][] = [
  ["full colour", (colour) => colour],
  ["protanopia", filterDeficiencyProt(1)],
  ["deuteranopia", filterDeficiencyDeuter(1)],
  ["tritanopia", filterDeficiencyTrit(1)],
];

describe("the palette", () => {
  it("has at most four series colours, each with a shape of its own", () => {
    expect(all.length).toBeLessThanOrEqual(4);
    expect(new Set(series.map(({ shape }) => shape)).size).toBe(all.length);
  });

  it.each(Object.entries(colours).filter(([name]) => !["paper", "faint"].includes(name)))(
    "has %s at 3 to 1 or more against the paper",
    (_, colour) => expect(wcagContrast(colour, colours.paper)).toBeGreaterThanOrEqual(3),
  );

  it.each(neighbours)("has the neighbours %s and %s at 3 to 1 or more", (a, b) =>
    expect(wcagContrast(a, b)).toBeGreaterThanOrEqual(3),
  );

  it.each(Object.values(colours).filter((colour) => colour !== colours.paper && colour !== colours.faint))(
    "writes in the colour of %s at 4.5 to 1 or more",
    (colour) => expect(wcagContrast(textColour(colour), colours.paper)).toBeGreaterThanOrEqual(4.5),
  );

  describe.each(sight)("in %s", (_, see) => {
    const seen = (colour: string): string => formatHex(see(parse(colour) as Color));
    it.each(neighbours)("sets the neighbours %s and %s apart by 25 or more (CIEDE2000)", (a, b) =>
      expect(difference(seen(a), seen(b))).toBeGreaterThanOrEqual(25),
    );
    it.each(pairs)("sets any two apart by 8 or more: %s and %s", (a, b) =>
      expect(difference(seen(a), seen(b))).toBeGreaterThanOrEqual(8),
    );
  });

  it.each(neighbours)("has 30 or more of lightness between the neighbours %s and %s in grey", (a, b) =>
    expect(Math.abs((lab(a)?.l ?? 0) - (lab(b)?.l ?? 0))).toBeGreaterThanOrEqual(30),
  );

  it("gives every temperature a shape and a fill that no other has", () => {
    const marks = Object.values(temperatureMarks).map(({ shape, filled }) => `${shape} ${filled}`);
    expect(new Set(marks).size).toBe(marks.length);
  });
});

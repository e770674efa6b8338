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
import { inkOn } from "../../src/charts/layout/classes.ts";
import { chartShades, pageShades, rampShades, textShades, verdictShades } from "../../src/charts/layout/palette.ts";
import { coloursStyle } from "../../src/report/styles/colours-style.ts";

// Series of one kind of lightness are too like one another: a colour of 3 to 1 against white has a relative luminance of at
// most 0.30, one of 3 to 1 against that at most 0.067, and a third would have to lie below 0. So dark and light take turns:
// neighbours pass, and what they cannot tell apart (first and third, second and fourth) is told by shape and by name. The
// same holds the other way round on dark paper.

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

const seriesShades = [chartShades.blue, chartShades.orange, chartShades.pink, chartShades.purple];
const contrast = (a: string, b: string): number => wcagContrast(a, b) ?? 0;

describe.each(["light", "dark"] as const)("on %s paper", (paper) => {
  const background = chartShades.paper[paper];
  const ofSeries = seriesShades.map((shade) => shade[paper]);
  const ofVerdicts = Object.values(verdictShades).map((shade) => shade[paper]);

  it("has a page of the colour of its charts' paper", () =>
    expect(pageShades.paper[paper].toUpperCase()).toBe(background.toUpperCase()));

  it.each(ofSeries)("shows the series %s at 3 to 1 or more", (colour) =>
    expect(contrast(colour, background)).toBeGreaterThanOrEqual(3),
  );

  it.each(ofSeries.slice(1).map((colour, i) => [ofSeries[i]!, colour] as const))(
    "has the neighbours %s and %s at 3 to 1 or more",
    (a, b) => expect(contrast(a, b)).toBeGreaterThanOrEqual(3),
  );

  it.each([
    ...(["ink", "soft", "link", "cooling", "heating", "mixed", "steady", "unknown"] as const).map(
      (name) => [name, pageShades[name][paper]] as const,
    ),
    ...Object.entries(textShades).map(([name, shade]) => [name, shade[paper]] as const),
  ])("writes %s at 4.5 to 1 or more, on paper and on its tint", (_, colour) => {
    expect(contrast(colour, background)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour, pageShades.tint[paper])).toBeGreaterThanOrEqual(4.5);
  });

  it("writes on the head of the page at 4.5 to 1 or more", () =>
    expect(contrast(pageShades["on-brand"][paper], pageShades.brand[paper])).toBeGreaterThanOrEqual(4.5));

  it("writes on each colour of a map at 4.5 to 1 or more", () => {
    for (const shade of rampShades) {
      const ink = inkOn(shade.light) === chartShades.paper.light ? chartShades.paper : chartShades.ink;
      expect(contrast(ink[paper], shade[paper]), shade[paper]).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("goes one way from paper to ink on a map", () => {
    const steps = rampShades.map((shade) => contrast(shade[paper], background));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  describe.each(sight)("in %s", (name, see) => {
    const seen = (colour: string): string => formatHex(see(parse(colour) as Color));
    it.each(ofVerdicts)("keeps the verdict %s apart from every series", (verdict) => {
      for (const one of ofSeries)
        expect(difference(seen(verdict), seen(one)), one).toBeGreaterThanOrEqual(name === "full colour" ? 18 : 8);
    });
    it.each(ofVerdicts.flatMap((a, i) => ofVerdicts.slice(i + 1).map((b) => [a, b] as const)))(
      "tells the verdicts %s and %s apart by 15 or more",
      (a, b) => expect(difference(seen(a), seen(b))).toBeGreaterThanOrEqual(15),
    );
  });
});

it("swaps every colour that a chart is drawn in where the page is dark", () => {
  const drawn = [
    ...Object.values(colours),
    ...Object.values(colours).map(textColour),
    ...Object.values(temperatureMarks).map(({ colour }) => colour),
    ...rampShades.map(({ light }) => light),
  ];
  for (const colour of drawn) expect(coloursStyle).toContain(`.picture svg [fill="${colour}"] { fill: var(--`);
});

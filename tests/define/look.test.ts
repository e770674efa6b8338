import { wcagContrast } from "culori";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, nearestHolding } from "../../src/define/contrast.ts";
import { svgFault } from "../../src/define/safe-svg.ts";

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);

describe("contrast", () => {
  it("is that of another program", () =>
    fc.assert(
      fc.property(colour, colour, (a, b) => {
        expect(contrast(a, b)).toBeCloseTo(wcagContrast(a, b) ?? 0, 2);
      }),
    ));

  it("finds a colour that holds, and leaves one that holds alone", () =>
    fc.assert(
      fc.property(colour, fc.constantFrom("#ffffff", "#14171b", "#12436d"), (one, other) => {
        const near = nearestHolding(one, [other], 4.5);
        expect(contrast(near ?? one, other)).toBeGreaterThanOrEqual(4.5);
        if (contrast(one, other) >= 4.5) expect(near).toBe(one);
      }),
    ));

  it("finds none where none can be", () => expect(nearestHolding("#777777", ["#777777"], 7)).toBeNull());
});

describe("a logo in SVG", () => {
  const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;

  it.each([
    `<path d="M0 0H9V9Z" fill="#12436d"/>`,
    `<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs><path fill="url(#a)" d="M0 0H9"/>`,
    `<symbol id="s"><path d="M0 0"/></symbol><use href="#s"/>`,
    "<style>.a{fill:#123456}</style><title>Council &amp; city</title>",
  ])("may be drawn: %s", (inside) => expect(svgFault("logo.svg", svg(inside))).toEqual([]));

  it.each([
    "<script>1</script>",
    "<svg:script>1</svg:script>",
    `<path d="M0 0" onclick="x()"/>`,
    `<path d="M0 0"onclick="x()"/>`,
    `<path onclick=x() d="M0 0"/>`,
    `<image href="https://example.org/a.png"/>`,
    `<image xlink:href='//example.org/a.png'/>`,
    `<image href=https://example.org/a.png />`,
    `<use href="other.svg#a"/>`,
    `<a href="javascript:alert(1)"><path d="M0 0"/></a>`,
    "<foreignObject><p>words</p></foreignObject>",
    "<style>@import 'https://example.org/a.css';</style>",
    `<path style="fill:url(https://example.org/a)"/>`,
    `<set attributeName="href" to="javascript:x"/>`,
  ])("may not run or load: %s", (inside) => expect(svgFault("logo.svg", svg(inside))).not.toEqual([]));

  it("may have no entities of its own", () =>
    expect(svgFault("logo.svg", `<!DOCTYPE svg [<!ENTITY a "b">]>${svg("")}`)).not.toEqual([]));

  it("is an SVG", () => expect(svgFault("logo.svg", "<html></html>")).toHaveLength(1));
});

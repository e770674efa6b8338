import { describe, expect, it } from "vitest";
import { textWidth } from "../../../src/charts/layout/text-width.ts";
import { fitText } from "../../../src/report/card/fit-text.ts";

const words = "The gap between the most and the least deprived fifth of all wards";

describe("fitText", () => {
  it("takes the largest size that fits", () => {
    expect(fitText("Short", { width: 400, lines: 1, sizes: [40, 30] })).toEqual({ size: 40, lines: ["Short"] });
    expect(fitText(words, { width: 500, lines: 2, sizes: [60, 28, 20] }).size).toBe(28);
  });

  it("never sets a line wider than its room, bold or not", () => {
    for (const bold of [false, true])
      for (const width of [60, 130, 333, 720])
        for (const text of [words, "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", words.repeat(9)]) {
          const { size, lines } = fitText(text, { width, lines: 3, sizes: [44, 30, 16], bold });
          expect(lines.length).toBeLessThanOrEqual(3);
          for (const line of lines) expect(textWidth(line, size) * (bold ? 1.08 : 1)).toBeLessThanOrEqual(width);
        }
  });

  it("cuts what is too long at the smallest size, with dots at its end", () => {
    const { size, lines } = fitText(words, { width: 120, lines: 2, sizes: [30, 20] });
    expect(size).toBe(20);
    expect(lines.at(-1)).toMatch(/…$/);
    expect(lines.at(0)).not.toMatch(/…$/);
  });

  it("leaves no short word alone on the last line while a smaller size holds it", () => {
    const text = "Ready for school at age 5";
    const width = textWidth(text, 40) - 1;
    expect(fitText(text, { width, lines: 2, sizes: [40, 36] })).toEqual({ size: 36, lines: [text] });
  });
});

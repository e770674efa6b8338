import { describe, expect, it } from "vitest";
import { swings } from "../../src/value/swings.ts";
import { known, model, outcome } from "./model.ts";

const people = { ...known(10, 2, 20), together: "members" };
const made = model({ outcomes: [outcome("income", { people }), outcome("health", { people: { ...people } })] });

describe("numbers that share a name", () => {
  const found = swings(made).filter(({ key }) => key.endsWith(" people"));

  it("break even at once: 2 x 5.175 people x £100, a year later, are the £1,000 that went in", () => {
    expect(found.length).toBe(2);
    for (const { breakEven } of found) expect(breakEven).toBeCloseTo(5.175, 6);
  });

  it("swing at once, from twice 2 people to twice 20", () => {
    for (const { atLow, atHigh } of found) {
      expect(atLow).toBeCloseTo((2 * 2 * 100) / 1.035 / 1000, 9);
      expect(atHigh).toBeCloseTo((2 * 20 * 100) / 1.035 / 1000, 9);
    }
  });

  it("move apart where they share none", () => {
    const { together: _, ...alone } = people;
    const apart = swings(
      model({ outcomes: [outcome("income", { people: alone }), outcome("health", { people: alone })] }),
    );
    const one = apart.find(({ key }) => key.endsWith(" people"));
    expect(one?.atHigh).toBeCloseTo((30 * 100) / 1.035 / 1000, 9);
  });
});

import { describe, expect, it } from "vitest";
import { isCalledTotal, type Part, totalAmong } from "../../src/ingest/totals.ts";
import { seeded } from "../support/check.ts";

type Figures = Part[][];
const part = (value: string, numerator: number, denominator: number): Part => ({ value, numerator, denominator });

/** Events of a Poisson distribution, by multiplying uniform numbers. */
function poisson(random: () => number, mean: number): number {
  let events = 0;
  for (let left = Math.exp(-mean), product = random(); product > left; product *= random()) events++;
  return events;
}

/** So many figures of parts with so many events on average each, in people that vary or do not. */
function honest(
  random: () => number,
  { figures, parts, mean, vary }: Record<"figures" | "parts" | "mean", number> & { vary: boolean },
): Figures {
  return Array.from({ length: figures }, () =>
    Array.from({ length: parts }, (_, i) =>
      part(`v${i}`, poisson(random, mean), vary ? 50 + Math.floor(random() * 500) : 100),
    ),
  );
}

const withTotal = (figures: Figures, round = 1): Figures =>
  figures.map((parts) => {
    const rounded = (n: number): number => Math.round(n / round) * round;
    const total = (key: "numerator" | "denominator"): number => rounded(parts.reduce((sum, one) => sum + one[key], 0));
    return [
      ...parts.map((one) => part(one.value!, rounded(one.numerator), rounded(one.denominator))),
      part("whole", total("numerator"), total("denominator")),
    ];
  });

describe("totalAmong", () => {
  it("finds no total among rows that are none, however few and small", () => {
    const random = seeded(11);
    const found = { tables: 0, faults: 0 };
    for (const figures of [2, 4, 6, 20])
      for (const parts of [2, 3, 4, 7])
        for (const mean of [0.3, 1, 3, 10, 60])
          for (const vary of [true, false])
            for (let run = 0; run < 60; run++) {
              found.tables++;
              if (totalAmong(honest(random, { figures, parts, mean, vary }))) found.faults++;
            }
    // 160 kinds of table, most of them where sums come out by chance as often as they can.
    expect(found.tables).toBe(9600);
    expect(found.faults).toBeLessThanOrEqual(2);
  });

  it("finds none where the expected numbers are those of a total in every figure", () => {
    const random = seeded(12);
    let faults = 0;
    for (let run = 0; run < 5000; run++) {
      const figures = Array.from({ length: 2 + Math.floor(random() * 6) }, () => {
        const n = 50 + Math.floor(random() * 300);
        return [
          part("a", poisson(random, 40), 2 * n + Math.floor(random() * 20) - 10),
          part("b", poisson(random, 20), n),
          part("c", poisson(random, 20), n),
        ];
      });
      if (totalAmong(figures)) faults++;
    }
    expect(faults).toBeLessThanOrEqual(5);
  });

  it.each([
    ["every figure", (figures: Figures) => withTotal(figures)],
    ["figures rounded to 5", (figures: Figures) => withTotal(figures, 5)],
    ["figures rounded to 10", (figures: Figures) => withTotal(figures, 10)],
    [
      "some figures alone",
      (figures: Figures) => withTotal(figures).map((parts, i) => (i < 3 ? parts : parts.slice(0, -1))),
    ],
    [
      "denominators alone",
      (figures: Figures) =>
        withTotal(figures).map((parts) => parts.map((one) => (one.value === "whole" ? { ...one, numerator: 0 } : one))),
    ],
    [
      "numerators in the same people",
      (figures: Figures) => withTotal(figures).map((parts) => parts.map((one) => ({ ...one, denominator: 1000 }))),
    ],
    [
      "some of the values",
      (figures: Figures) => withTotal(figures).map((parts, i) => [...parts, part("beside", 31 + 7 * i, 500 + 13 * i)]),
    ],
    [
      "a total of another name each time",
      (figures: Figures) =>
        withTotal(figures).map((parts, i) =>
          parts.map((one) => (one.value === "whole" ? { ...one, value: `whole ${i}` } : one)),
        ),
    ],
  ])("finds a total in %s", (_, made) => {
    const random = seeded(13);
    let found = 0;
    for (let run = 0; run < 200; run++) {
      const figures = made(honest(random, { figures: 8, parts: 2 + (run % 4), mean: 40, vary: true }));
      const total = totalAmong(figures);
      if (total && (total.value ?? total.example.total.value)?.startsWith("whole")) found++;
    }
    expect(found).toBeGreaterThanOrEqual(198);
  });

  it("takes one figure for enough where the value is called a total, also with a few people whose part is not known", () => {
    const named = (text: string) => (isCalledTotal(text) ? ("named-so" as const) : null);
    const figure = (persons: number) => [
      [part("Persons", persons, 2050), part("Male", 50, 1000), part("Female", 49, 1010)],
    ];
    expect(totalAmong(figure(100))).toBeNull();
    expect(totalAmong(figure(100), named)).toMatchObject({ value: "Persons", matched: 1, figures: 1 });
    expect(totalAmong(figure(130), named)).toBeNull();
  });

  it("takes two values of the same rows for none, unless one is called a total", () => {
    const named = (text: string) => (isCalledTotal(text) ? ("named-so" as const) : null);
    const alike = (one: string, other: string) =>
      [210, 305, 198].map((n) => [part(one, n / 5, n), part(other, n / 5, n)]);
    expect(totalAmong(alike("May", "June"), named)).toBeNull();
    expect(totalAmong(alike("Persons", "Female"), named)).toMatchObject({ value: "Persons" });
  });

  it.each(["All", "Total", "Persons", "Both sexes", "All ages", "Total, all persons", "all people "])(
    "knows %s for the name of a total",
    (text) => {
      expect(isCalledTotal(text)).toBe(true);
    },
  );

  it.each(["All Saints", "Totley", "Male", "Personal care", "Allerton", "Anyone else"])(
    "takes %s for a value like any other",
    (text) => {
      expect(isCalledTotal(text)).toBe(false);
    },
  );
});

/** Relative tolerance of golden figures. */
const RELATIVE = 1e-9;
const ABSOLUTE = 1e-12;

/** Matches a number within 1e-9 of itself. */
const near = (expected: number): unknown => ({
  asymmetricMatch: (actual: unknown): boolean =>
    typeof actual === "number" && Math.abs(actual - expected) <= Math.max(ABSOLUTE, RELATIVE * Math.abs(expected)),
  toString: () => "near",
  toAsymmetricMatcher: () => `near ${expected}`,
});

/** The same object, each number matched within 1e-9 relative. */
export const closeTo = (expected: Record<string, number>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, near(value)]));

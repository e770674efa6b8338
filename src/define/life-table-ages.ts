/** Bands of five years as most sources label them, 0-4 to 90 and over: those of the European Standard Population 2013. */
export const fiveYearBands: readonly string[] = [
  ...Array.from({ length: 18 }, (_, i) => `${5 * i}-${5 * i + 4}`),
  "90+",
];

/** First ages of the 20 bands of an abridged life table; the last is open. */
export const lifeTableAges = [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90] as const;

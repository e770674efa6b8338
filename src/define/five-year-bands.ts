/** Bands of five years as most sources label them, 0-4 to 90 and over: those of the European Standard Population 2013. */
export const fiveYearBands: readonly string[] = [
  ...Array.from({ length: 18 }, (_, i) => `${5 * i}-${5 * i + 4}`),
  "90+",
];

/** Bands of five years as most sources label them, 0-4 to 90 and over: those of the European Standard Population 2013. */
export const fiveYearBands: readonly string[] = [
  ...Array.from({ length: 18 }, (_, i) => `${5 * i}-${5 * i + 4}`),
  "90+",
];

/** First ages of bands of five years that end at 85, 90 or 95 and over. */
export const standardAges: readonly (readonly number[])[] = [18, 19, 20].map((bands) =>
  Array.from({ length: bands }, (_, i) => 5 * i),
);

/** The bands among several that a list of labels can stand for, by their number. */
export const bandsOfLabels = (
  labels: readonly string[],
  among: readonly (readonly number[])[],
): readonly number[] | undefined => among.find(({ length }) => length === labels.length);

/** Labels that are ages, as most are; codes are not. Of the youngest band "<1" and "under 5" name the end. */
const ENOUGH_AGES = 10;
const firstNumber = (label: string): number | null => {
  const [found] = /\d+/.exec(label) ?? [];
  return found === undefined ? null : Number(found);
};

/** The first label that names another age than its band begins with; -1 where none does, or labels name no ages. */
export function strayLabel(labels: readonly string[], ages: readonly number[], usual: number): number {
  const named = labels.map(firstNumber);
  const isOfAges = new Set(named.filter((age) => age !== null && age >= 25 && age <= 95 && age % 5 === 0));
  // Another end than the usual one has to be said, or a label left out would be taken for it.
  if (isOfAges.size < ENOUGH_AGES) return ages.length === usual ? -1 : labels.length - 1;
  return named.findIndex((age, i) => i > 0 && age !== ages[i]);
}

/**
 * How far our slope index of life expectancy, from OHID's deciles of 2014-16, lies from the values that OHID publishes. Their
 * published series starts with 2015-17, which shares two of its three years with ours: what is compared is the nearest
 * period, and how far the published values themselves move by one such step is printed beside it.
 */
import { isMissing } from "../src/reasons-and-notes.ts";
import { absentFiles, areas, gapsOf, publishedPeriods, publishedSlopes } from "./life-expectancy-areas.ts";

const absent = absentFiles();
if (absent.length > 0) {
  console.log(`Skipped, for want of ${absent.join(" and ")}.`);
  process.exit(0);
}

const OURS = "2014 - 16";
const periods = publishedPeriods();
const nearest = periods.includes(OURS) ? OURS : periods[0]!;
const next = periods[periods.indexOf(nearest) + 1]!;

const all = areas();
const computed = all.flatMap((area) => {
  const gaps = gapsOf(area);
  return isMissing(gaps)
    ? []
    : [{ ...area, years: gaps.sii.raw.value, half: gaps.sii.raw.upper! - gaps.sii.raw.value }];
});
console.log(
  `${all.length} areas and sexes, ${computed.length} computed, ${all.length - computed.length} with missing deciles.`,
);
console.log(
  nearest === OURS
    ? `Published for the same period, ${nearest}.`
    : `No values of ${OURS} are published in the file; compared with ${nearest}, two of whose three years are the same.`,
);

const [theirs, later] = [publishedSlopes(nearest), publishedSlopes(next)];
const years = (value: number): string => value.toFixed(2).padStart(7);
const distances = (pairs: readonly (readonly [number, number])[]): string => {
  const apart = pairs.map(([a, b]) => Math.abs(a - b));
  const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
  return [mean(apart), Math.max(...apart), mean(pairs.map(([a, b]) => a - b))].map(years).join("");
};

console.log(`\n${"years".padEnd(52)}  areas   mean    max   bias`);
for (const sex of ["Male", "Female"] as const) {
  const here = computed.filter((area) => area.sex === sex);
  const key = ({ code }: { code: string }): string => `${code} ${sex}`;
  const compared = here.filter((area) => theirs.has(key(area)));
  const pairs = compared.map((area) => [area.years, theirs.get(key(area))!] as const);
  const line = (what: string, list: readonly (readonly [number, number])[]): void =>
    console.log(`${`${sex}: ${what}`.padEnd(52)}${String(list.length).padStart(7)}${distances(list)}`);
  line(`ours ${OURS}, published ${nearest}`, pairs);
  const steps = compared.flatMap((area) =>
    later.has(key(area)) ? [[theirs.get(key(area))!, later.get(key(area))!] as const] : [],
  );
  line(`published ${nearest}, published ${next}`, steps);
  const inside = compared.filter((area) => Math.abs(area.years - theirs.get(key(area))!) <= area.half).length;
  console.log(
    `  inside our 95% interval: ${inside} of ${compared.length}; without a published value: ${here.length - compared.length}`,
  );
  const furthest = [...compared].sort((a, b) => apart(b) - apart(a))[0]!;
  console.log(
    `  furthest: ${furthest.code}, ours ${furthest.years.toFixed(2)}, published ${theirs.get(key(furthest))}`,
  );
  function apart(area: (typeof compared)[number]): number {
    return Math.abs(area.years - theirs.get(key(area))!);
  }
}

// Made-up groups and series for what the golden files leave out.

import type { GivenGroup, GivenSeries } from "./series.ts";

export type Made = {
  name: string;
  favourable: boolean;
  ordered: boolean;
  kind?: string;
  scale?: number | null;
  workingScale?: string;
  groups: GivenGroup[];
};

const counts = (list: readonly (readonly [number, number])[]): GivenGroup[] =>
  list.map(([numerator, denominator], i) => ({ order: i + 1, numerator, denominator }));

export const scenarios: readonly Made[] = [
  {
    name: "shares by counts, five groups of a ladder",
    ...{ favourable: false, ordered: true, kind: "proportion", scale: 100 },
    groups: counts([[412, 1310], [355, 1422], [260, 1198], [241, 1377], [180, 1290]]), // biome-ignore format: pairs
  },
  {
    name: "shares by counts, four groups, higher is better",
    ...{ favourable: true, ordered: true, kind: "proportion", scale: 1000 },
    groups: counts([[3, 80], [11, 120], [18, 95], [40, 150]]), // biome-ignore format: pairs
  },
  {
    name: "rates by counts, a group without an event",
    ...{ favourable: false, ordered: true, kind: "rate", scale: 100_000 },
    groups: counts([[31, 21_000], [19, 24_500], [8, 19_800], [9, 30_100], [0, 16_000]]), // biome-ignore format: pairs
  },
  {
    name: "a pair of shares by counts",
    ...{ favourable: false, ordered: true, kind: "proportion", scale: 100 },
    groups: counts([[88, 310], [512, 3020]]), // biome-ignore format: pairs
  },
  {
    name: "a pair of rates by counts, higher is better",
    ...{ favourable: true, ordered: true, kind: "rate", scale: 1000 },
    groups: counts([[7, 420], [61, 1980]]), // biome-ignore format: pairs
  },
  {
    name: "shares by counts, seven groups in no order",
    ...{ favourable: false, ordered: false, kind: "proportion", scale: 100 },
    groups: counts([[210, 1900], [44, 310], [9, 120], [130, 840], [61, 505], [12, 48], [300, 2400]]), // biome-ignore format: pairs
  },
  {
    name: "rates by counts, six groups in no order",
    ...{ favourable: false, ordered: false, kind: "rate", scale: 1000 },
    groups: counts([[14, 2100], [5, 1400], [40, 3900], [22, 1750], [3, 620], [71, 8800]]), // biome-ignore format: pairs
  },
  {
    name: "published rates on the log, five groups of a ladder",
    ...{ favourable: false, ordered: true, kind: "dsr", scale: 100_000 },
    groups: [[410.2, 16.1], [377.9, 15.2], [318.4, 13.8], [301.7, 12.9], [262.5, 12.4]].map(([value, se], i) => ({ order: i + 1, population: 9000 + 700 * i, value: value!, se: se! })), // biome-ignore format: pairs
  },
];

const year = (label: string, groups: GivenGroup[]) => ({
  label,
  start: `${label}-01-01`,
  end: `${label}-12-31`,
  groups,
});

/** One family, for the verdicts that no series of the golden file has. */
export const family: readonly GivenSeries[] = [
  {
    name: "points-narrower-ratio-wider",
    ...{ better: "lower", ordered: true, kind: "proportion", scale: 100, baseline: "2018" },
    periods: [
      year("2018", counts([[4000, 10_000], [2000, 10_000]])), // biome-ignore format: pairs
      year("2023", counts([[2000, 10_000], [600, 10_000]])), // biome-ignore format: pairs
    ],
  },
  {
    name: "larger-in-points-only",
    ...{ better: "lower", ordered: true, kind: "proportion", scale: 100, baseline: "2018" },
    periods: [
      year("2018", counts([[2000, 10_000], [1000, 10_000]])), // biome-ignore format: pairs
      year("2023", counts([[3000, 10_000], [1500, 10_000]])), // biome-ignore format: pairs
    ],
  },
  {
    name: "little-changed",
    ...{ better: "higher", ordered: true, kind: "proportion", scale: 100, baseline: "2018" },
    periods: [
      year("2018", counts([[120_000, 400_000], [200_000, 400_000]])), // biome-ignore format: pairs
      year("2023", counts([[120_300, 400_000], [200_200, 400_000]])), // biome-ignore format: pairs
    ],
  },
];

import type { Scenario } from "../../src/index.ts";

export const group = (order: number, more: object): Scenario["groups"][number] => ({ order, ...more });
export const counts = (pairs: readonly (readonly [number, number])[]): Scenario["groups"] =>
  pairs.map(([numerator, denominator], i) => group(i + 1, { numerator, denominator, reference: i === 1 }));
export const values = (list: readonly number[], more: object = { population: 100, se: 1 }): Scenario["groups"] =>
  list.map((value, i) => group(i + 1, { value, reference: i === 1, ...more }));
export const proportions = { favourable: false, kind: "proportion", scale: 100 } as const;
export const plain = { favourable: true, scale: null } as const;

/** Groups whose measures are hard to compute or not there. */
export const hardCases: [string, Omit<Scenario, "ordered">][] = [
  ["no events anywhere", { ...proportions, groups: counts([[0, 50], [0, 60], [0, 70]]) }], // biome-ignore format: a table
  ["everyone everywhere", { ...proportions, groups: counts([[50, 50], [60, 60], [70, 70]]) }], // biome-ignore format: a table
  ["none in some, all in others", { ...proportions, groups: counts([[0, 50], [60, 60], [0, 1], [1, 1]]) }], // biome-ignore format: a table
  ["one event in all", { ...proportions, groups: counts([[0, 500], [1, 600], [0, 700]]) }], // biome-ignore format: a table
  ["one event as a rate", { favourable: false, kind: "rate", scale: 1e5, groups: counts([[0, 5], [1, 6], [0, 7]]) }], // biome-ignore format: a table
  ["no events as a rate", { favourable: false, kind: "rate", scale: 1e5, groups: counts([[0, 5], [0, 6], [0, 7]]) }], // biome-ignore format: a table
  ["equal groups", { ...plain, groups: values([5, 5, 5, 5]) }],
  ["equal groups without error", { ...plain, groups: values([5, 5, 5], { population: 9, se: 0 }) }],
  ["equal groups of known value alone", { ...plain, groups: values([5, 5, 5], {}) }],
  ["one group with nearly everyone", { ...plain, groups: [1e12, 1, 1, 1].map((population, i) => group(i, { population, value: i + 1, se: 1 })) }], // biome-ignore format: a table
  ["one group with everyone", { ...plain, groups: [1e6, 0, 0].map((population, i) => group(i, { population, value: i + 1, se: 1 })) }], // biome-ignore format: a table
  ["nobody at all", { ...plain, groups: values([1, 2, 3], { population: 0, se: 1 }) }],
  ["populations of 1e9", { ...proportions, groups: counts([[3e8, 1e9], [2e8, 1e9], [1e8, 1e9]]) }], // biome-ignore format: a table
  ["proportions of 1e-7", { ...proportions, scale: 1, groups: counts([[100, 1e9], [90, 1e9], [50, 1e9]]) }], // biome-ignore format: a table
  ["published proportions of 1e-7", { ...proportions, scale: 1, groups: values([1e-7, 2e-7, 3e-7], { population: 10, se: 1e-3 }) }], // biome-ignore format: a table
  ["a hundred groups", { ...proportions, groups: counts(Array.from({ length: 100 }, (_, i) => [i, 1000 + i])) }],
  ["values below zero", { ...plain, groups: values([-5, -3, -1]) }],
  ["values on both sides of zero", { ...plain, groups: values([-5, 1, 8]) }],
  ["a mean of zero", { ...plain, groups: values([-1, 0, 1]) }],
  ["nothing but zero", { ...plain, groups: values([0, 0, 0]) }],
  ["an error that dwarfs the value", { ...plain, groups: values([1e-9, 1, 2], { population: 1, se: 1e9 }) }],
  ["two groups", { ...plain, groups: values([3, 4]) }],
  ["two groups of no events", { ...proportions, groups: counts([[0, 50], [0, 60]]) }], // biome-ignore format: a table
  ["one group", { ...plain, groups: values([3]) }],
  ["a group without a figure", { ...plain, groups: [...values([3, 4, 5]), group(4, { value: null, population: 5 })] }],
  ["figures without weights", { ...plain, groups: values([3, 4, 5], { lower95: 1, upper95: 9 }) }],
  ["published limits at the edges", { ...proportions, groups: values([0, 50, 100], { population: 5, lower95: 0, upper95: 100 }) }], // biome-ignore format: a table
  ["rates that are shares of a whole", { ...plain, workingScale: "log", groups: values([0, 1, 2], { population: 5, se: 1 }) }], // biome-ignore format: a table
];

/** Groups that ask for what few do: national groups some of which are absent, forty areas, sizes by weight or by interval. */
export const rareCases: [string, Omit<Scenario, "ordered">][] = [
  ["national groups, two absent", { ...proportions, ranking: "national", groups: [[30, 200], [25, 210], null, [18, 190], [15, 180], [12, 300], null].map((pair, i) => group(i + 1, pair === null ? { value: null } : { numerator: pair[0], denominator: pair[1] })) }], // biome-ignore format: a table
  ["national groups, two there", { ...proportions, ranking: "national", groups: [...counts([[30, 200], [25, 210]]), group(3, { value: null })] }], // biome-ignore format: a table
  [
    "forty areas",
    { ...proportions, groups: counts(Array.from({ length: 40 }, (_, i) => [20 + ((i * 17) % 23), 400 + i])) },
  ],
  ["forty areas, most of them at zero", { ...plain, groups: Array.from({ length: 40 }, (_, i) => group(i + 1, { value: i > 35 ? i : 0, population: 100 + i, se: 1 })) }], // biome-ignore format: a table
  ["thirty areas", { ...plain, groups: Array.from({ length: 30 }, (_, i) => group(i + 1, { value: 5 + ((i * 7) % 11), population: 50 + i, se: 1 })) }], // biome-ignore format: a table
  ["sizes that intervals imply", { ...proportions, groups: [[30, 28, 32], [25, 22, 28], [18, 16, 20]].map(([value, lower95, upper95], i) => group(i + 1, { value, lower95, upper95 })) }], // biome-ignore format: a table
  ["a size that is not known, of three", { ...plain, groups: [group(1, { value: 3, se: 1, population: 40 }), group(2, { value: 4, se: 1 }), group(3, { value: 6, se: 1, population: 70 })] }], // biome-ignore format: a table
  ["small groups that are not named", { ...proportions, reliableDenominator: 150, groups: counts([[30, 100], [25, 150], [18, 190], [2, 200]]) }], // biome-ignore format: a table
  [
    "much of the people without a figure",
    { ...plain, groups: [...values([3, 4]), group(3, { value: null, population: 400 })] },
  ],
  [
    "few of the people without a figure",
    { ...plain, groups: [...values([3, 4]), group(3, { value: null, population: 4 })] },
  ],
];

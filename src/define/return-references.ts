import type { Fault } from "../error.ts";
import { MOST_YEARS } from "../model.ts";
import { type OverlapFault, overlapFaults } from "../value/overlap.ts";
import { unknown } from "./columns.ts";
import type { Defined } from "./definitions.ts";
import type { Indicator } from "./indicator.ts";
import type { Project } from "./project.ts";
import type { ReturnModel } from "./return-model.ts";

/** Faults between the models of programmes and what else the project declares. */
export function returnFaults(
  programmes: readonly Defined<ReturnModel>[],
  project: Defined<Project>,
  indicators: readonly Defined<Indicator>[],
): Fault[] {
  return [
    ...settingFaults(project),
    ...programmes.flatMap((one) => [
      ...namedFaults(one, project.value, indicators),
      ...(one.value.needed.length > 0 ? [] : [...figureFaults(one, project.value), ...doubleFaults(one)]),
    ]),
  ];
}

const groupsOf = ({ value, dimensions }: Project): string[] | null => {
  const dimension = dimensions.find(({ id }) => id === value?.groups);
  return dimension !== undefined && "groups" in dimension ? dimension.groups.map(({ id }) => id) : null;
};

/** Faults of the settings that all models share. */
function settingFaults({ value, yaml }: Defined<Project>): Fault[] {
  const { value: settings, dimensions } = value;
  if (settings === undefined) return [];
  const at = (...path: PropertyKey[]) => yaml.where(["value", ...path]);
  const grouped = dimensions.filter((one) => "groups" in one).map(({ id }) => id);
  if (settings.groups !== undefined && !grouped.includes(settings.groups))
    return [unknown(at("groups"), "dimension with groups of its own", settings.groups, grouped)];
  const known = groupsOf(value);
  const faults: Fault[] = [];
  if (settings.weights !== undefined && known === null)
    faults.push({
      where: at("weights"),
      must: "groups beside weights: the dimension whose incomes they are",
      found: "no groups",
      fix: "add groups with the id of a dimension, or take weights out",
    });
  if (settings.weights !== undefined && known !== null) {
    const given = Object.keys(settings.weights.incomes);
    for (const id of given.filter((one) => !known.includes(one)))
      faults.push(unknown(at("weights", "incomes", id), "group", id, known));
    for (const id of known.filter((one) => !given.includes(one)))
      faults.push({
        where: at("weights", "incomes"),
        must: "an income for each group",
        found: `none for ${id}`,
        fix: `add ${id}, with its source in source`,
      });
  }
  if (settings.prices !== undefined && settings.prices.index[settings.base_year] === undefined)
    faults.push({
      where: at("prices", "index"),
      must: `the level of prices in the base year, ${settings.base_year}`,
      found: "no such year",
      fix: "add it, or name another base year",
    });
  return faults;
}

/** Names that nothing answers to. */
function namedFaults(
  { value, yaml }: Defined<ReturnModel>,
  { themes, value: settings }: Project,
  indicators: readonly Defined<Indicator>[],
): Fault[] {
  const faults: Fault[] = [];
  const need = (path: PropertyKey[], what: string, found: string, known: readonly string[]) => {
    if (!known.includes(found)) faults.push(unknown(yaml.where(path), what, found, known));
  };
  const measured = indicators.map((one) => one.value.id);
  need(
    ["theme"],
    "theme",
    value.theme,
    themes.map(({ id }) => id),
  );
  value.indicators.forEach((id, i) => {
    need(["indicators", i], "indicator", id, measured);
  });
  if (measured.includes(value.id))
    faults.push({
      where: { file: yaml.file },
      must: "a name that no indicator has, because explain takes either",
      found: value.id,
      fix: "rename the file",
    });
  const stakeholders = value.stakeholders.map(({ id }) => id);
  for (const of of ["inputs", "outcomes"] as const)
    value[of].forEach(({ stakeholder }, i) => {
      need([of, i, "stakeholder"], "stakeholder", stakeholder, stakeholders);
    });
  const outcomes = value.outcomes.map(({ id }) => id);
  value.overlaps.forEach((overlap, i) => {
    overlap.outcomes.forEach((id, j) => {
      need(["overlaps", i, "outcomes", j], "outcome", id, outcomes);
    });
  });
  if (value.needed.length === 0 && settings === undefined)
    faults.push({
      where: { file: yaml.file },
      must: "value in tempcheck.yaml beside a programme with figures: base_year, prices, rates",
      found: "no value there",
      fix: "add value with base_year",
    });
  return faults;
}

/** Years and shares that cannot be reckoned with. */
function figureFaults({ value, yaml }: Defined<ReturnModel>, project: Project): Fault[] {
  const { value: settings } = project;
  if (settings === undefined) return [];
  const base = settings.base_year;
  const index = settings.prices?.index ?? {};
  const priced = (path: PropertyKey[], year: number | undefined): Fault[] =>
    year === undefined || year === base || (index[year] !== undefined && index[base] !== undefined)
      ? []
      : [
          {
            where: yaml.where(path),
            must: `a year whose prices value.prices of tempcheck.yaml has, or the base year ${base}`,
            found: String(year),
            fix: "add the year to the index, with its source",
          },
        ];
  const timed = (path: PropertyKey[], from: number, last: number): Fault[] =>
    from < base || last > base + MOST_YEARS
      ? [
          {
            where: yaml.where(path),
            must: `years from ${base}, the base year, to ${base + MOST_YEARS}: the rates of discount hold for ${MOST_YEARS} years`,
            found: `${from} to ${Math.ceil(last)}`,
            fix: from < base ? "name an earlier base year in tempcheck.yaml" : "let it end earlier",
          },
        ]
      : [];
  const known = groupsOf(project);
  return [
    ...value.inputs.flatMap((one, i) => [
      ...priced(["inputs", i, "price_year"], one.price_year),
      ...timed(["inputs", i, "from"], one.from, one.from + one.years - 1),
    ]),
    ...value.outcomes.flatMap((one, i) => [
      ...priced(["outcomes", i, "proxy", "price_year"], one.proxy.price_year),
      ...timed(["outcomes", i, "from"], one.from, one.from + one.duration.high - 1),
      ...(one.groups === undefined
        ? []
        : shareFaults(one.groups.shares, known, (...to) => yaml.where(["outcomes", i, "groups", ...to]))),
    ]),
  ];
}

function shareFaults(
  shares: Readonly<Record<string, number>>,
  known: readonly string[] | null,
  at: (...path: PropertyKey[]) => Fault["where"],
): Fault[] {
  if (known === null)
    return [
      {
        where: at(),
        must: "value.groups in tempcheck.yaml: the dimension whose groups these are",
        found: "none there",
        fix: "add it, or take groups out",
      },
    ];
  const strange = Object.keys(shares).filter((id) => !known.includes(id));
  if (strange.length > 0) return strange.map((id) => unknown(at("shares", id), "group", id, known));
  const sum = Object.values(shares).reduce((all, one) => all + one, 0);
  return Math.abs(sum - 1) < 1e-9
    ? []
    : [
        {
          where: at("shares"),
          must: "shares that are 1 together",
          found: String(Number(sum.toFixed(9))),
          fix: "mend the shares, or leave groups out where they are not known",
        },
      ];
}

/** No value is counted twice: every two outcomes are judged, once. */
const doubleFaults = ({ value, yaml }: Defined<ReturnModel>): Fault[] =>
  overlapFaults(value.outcomes, value.overlaps).map((fault) => ({
    where: yaml.where(fault.what === "unjudged" ? ["overlaps"] : ["overlaps", fault.at]),
    ...overlapWords[fault.what](fault.pair.join(" and ")),
  }));

const overlapWords: Record<OverlapFault["what"], (pair: string) => Omit<Fault, "where">> = {
  unjudged: (pair) => ({
    must: "a word on every two outcomes: apart, or the-same",
    found: `none on ${pair}`,
    fix: "add them to overlaps, with why",
  }),
  "judged-twice": (pair) => ({
    must: "one word on every two outcomes",
    found: `a second one on ${pair}`,
    fix: "take them out of one of the two",
  }),
  "counted-twice": (pair) => ({
    must: "of outcomes that hold the same value, one that is counted",
    found: `${pair}, both counted`,
    fix: "give one of them counted: false",
  }),
};

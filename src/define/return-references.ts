import type { Fault } from "../error.ts";
import { MOST_YEARS } from "../programme-numbers.ts";
import { unknown } from "./columns.ts";
import type { Defined } from "./definitions.ts";
import type { Indicator } from "./indicator.ts";
import { doubleFaults } from "./overlap-references.ts";
import type { Project } from "./project.ts";
import type { ReturnModel } from "./return-model.ts";
import { togetherFaults } from "./together-references.ts";
import { groupsOf, settingFaults } from "./value-references.ts";

/** Faults between the models of programmes and what else the project declares. */
export function returnFaults(
  programmes: readonly Defined<ReturnModel>[],
  project: Defined<Project>,
  indicators: readonly Defined<Indicator>[],
): Fault[] {
  return [
    ...settingFaults(project),
    ...togetherFaults(project, programmes),
    ...programmes.flatMap((one) => [
      ...namedFaults(one, project.value, indicators),
      ...(one.value.needed.length > 0 ? [] : [...figureFaults(one, project.value), ...doubleFaults(one)]),
    ]),
  ];
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
  value.inputs.forEach(({ towards = [] }, i) => {
    towards.forEach((id, j) => {
      need(["inputs", i, "towards", j], "outcome", id, outcomes);
    });
  });
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
    ...value.outcomes.flatMap(({ id }, i) =>
      value.inputs.some(({ towards }) => towards === undefined || towards.includes(id))
        ? []
        : [
            {
              where: yaml.where(["outcomes", i, "id"]),
              must: "an outcome that some input is put in for",
              found: `${id}, which towards of no input names`,
              fix: "add it to towards of an input, or leave towards out of one that is put in for all",
            },
          ],
    ),
  ];
}

function shareFaults(
  shares: Readonly<Record<string, { low: number; central: number }>>,
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
  const sumOf = (of: "low" | "central"): number => Object.values(shares).reduce((all, one) => all + one[of], 0);
  const sum = sumOf("central");
  if (Math.abs(sum - 1) >= 1e-9)
    return [
      {
        where: at("shares"),
        must: "shares whose central values are 1 together",
        found: String(Number(sum.toFixed(9))),
        fix: "mend the shares, or leave groups out where they are not known",
      },
    ];
  return sumOf("low") > 0
    ? []
    : [
        {
          where: at("shares"),
          must: "shares of which one at least is low and not 0, because they are divided by their sum",
          found: "0 for every low",
          fix: "raise the low of one, or leave groups out where they are not known",
        },
      ];
}

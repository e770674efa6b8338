import { catalogues } from "../../src/catalogue/catalogue.ts";
import { lowerFirst } from "../../src/catalogue/english.ts";
import type { WrittenResults } from "../../src/results/results.ts";
import type { Statement } from "./statements.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** What a programme returns: on its page, in its charts, and in lines elsewhere that begin with its title. */

interface Leaf {
  path: string;
  value: number;
}

function* numbersOf(value: unknown, path: string): Generator<Leaf> {
  if (typeof value === "number") yield { path, value };
  else if (typeof value === "string" && /^\d{4}$/.test(value)) yield { path, value: Number(value) };
  else if (Array.isArray(value)) for (const [n, one] of value.entries()) yield* numbersOf(one, `${path}[${n}]`);
  else if (typeof value === "object" && value !== null)
    for (const [key, one] of Object.entries(value)) yield* numbersOf(one, `${path}.${key}`);
}

/** Half of the last place that is printed: £17,000 is printed to the thousand. */
function halfPlace(token: Token): number {
  const zeros = /0*$/.exec(token.text.replace(/\D/g, ""))?.[0].length ?? 0;
  return Number(`0.5e${token.decimals > 0 ? -token.decimals : zeros}`);
}

type Programme = NonNullable<WrittenResults["value"]>["programmes"][number];
type Reckoned = NonNullable<Programme["reckoned"]>;
type UncertainNumber = Reckoned["numbers"][number];

/** Shares are printed of 100, and what falls short as what is missing to the whole. */
const forms = (value: number): number[] => [value, 100 * value, 100 * (1 - value)];
const isSaid = (known: number, token: Token): boolean =>
  forms(known).some((form) => Math.abs(Math.abs(form) - Math.abs(token.value)) <= halfPlace(token) * 1.0001);

/** Part of a programme, by the words that lead to it, and the figures that may be said of it alone. */
interface Subject {
  names: string;
  leaves: Leaf[];
}

const { number: nameOf, unit: units } = catalogues["en-GB"].returns;

/** How the page calls a number: "Lower bills: how many years it lasts", with its group or its year. */
function labelOf(
  { of, name, part }: UncertainNumber,
  { inputs, outcomes }: Programme,
  groups: Map<string, string>,
): string {
  const title = [...inputs, ...outcomes].find(({ id }) => id === of)?.title ?? units.project;
  const label = `${title}: ${lowerFirst(nameOf[name])}`;
  return part === null ? label : units.part(label, groups.get(part) ?? part);
}

/** Of each year: what goes in and comes about in it, and what up to then comes back for all that goes in. */
function yearSubjects({ byInput, byOutcome, inputs }: Reckoned, path: string): Subject[] {
  const years = [...new Set([...byInput, ...byOutcome].flatMap((one) => one.years.map(({ year }) => year)))];
  const sum = (
    lists: readonly { years: Reckoned["byInput"][number]["years"] }[],
    year: number,
    of: "value" | "present",
  ) => lists.flatMap((one) => one.years).reduce((all, one) => all + (one.year === year ? one[of] : 0), 0);
  const [least, most] = [Math.min(...years), Math.max(...years)];
  let come = 0;
  return Array.from({ length: years.length === 0 ? 0 : most - least + 1 }, (_, i) => {
    const year = least + i;
    come += sum(byOutcome, year, "present");
    const values = [
      ...(["value", "present"] as const).flatMap((of) => [sum(byInput, year, of), sum(byOutcome, year, of)]),
      come / inputs.central,
      year,
    ];
    return { names: String(year), leaves: values.map((value, n) => ({ path: `${path} year ${year}[${n}]`, value })) };
  });
}

/** Numbers, parts of the value and years, each with what may be said of it. */
function subjectsOf(programme: Programme, path: string, groups: Map<string, string>): Subject[] {
  const { reckoned, outcomes, stakeholders, inputs } = programme;
  if (reckoned === null) return [];
  const shared = (
    name: string,
    part: Reckoned["byHolder"][number] | { value: Reckoned["value"] },
    at: string,
  ): Subject => ({
    names: name,
    leaves: [
      ...numbersOf(part, `${path}.${at}`),
      { path: `${path}.${at} of ${path}.value`, value: part.value.central / reckoned.value.central },
    ],
  });
  const titled = (list: readonly { id: string; title: string }[], id: string): string =>
    list.find((one) => one.id === id)?.title ?? id;
  const people = reckoned.byGroup.reduce((sum, { value }) => sum + value.central, 0);
  const { holder } = catalogues["en-GB"].returns;
  return [
    ...reckoned.numbers.map((one, n) => ({
      names: labelOf(one, programme, groups),
      leaves: [...numbersOf(one, `${path}.numbers[${n}]`)],
    })),
    ...reckoned.byOutcome.map((one, n) => shared(titled(outcomes, one.outcome), one, `byOutcome[${n}]`)),
    ...reckoned.byStakeholder.map((one, n) =>
      shared(titled(stakeholders, one.stakeholder), one, `byStakeholder[${n}]`),
    ),
    ...reckoned.byHolder.map((one, n) => shared(holder[one.holder], one, `byHolder[${n}]`)),
    ...reckoned.byGroup.map((one, n) => ({
      names: groups.get(one.group) ?? one.group,
      leaves: [
        ...numbersOf(one, `${path}.byGroup[${n}]`),
        { path: `${path}.byGroup[${n}] of all groups`, value: one.value.central / people },
      ],
    })),
    ...reckoned.byInput.map((one, n) => ({
      names: titled(inputs, one.input),
      leaves: [...numbersOf(one, `${path}.byInput[${n}]`)],
    })),
    ...yearSubjects(reckoned, path),
  ];
}

/** What is said of the whole: no number of the model, and no part of the value. */
function* wholeOf(one: Programme, settings: unknown, path: string): Generator<Leaf> {
  const { reckoned, from, to } = one;
  yield* numbersOf({ from, to, needed: one.needed.length }, path);
  yield* numbersOf(settings, "value.settings");
  // A pound put in, and the draws that are told out of a hundred.
  for (const value of [1, 100]) yield { path: `constant ${value}`, value };
  if (reckoned === null) return;
  const { inputs, value, net, ratio, weightedRatio, belowOne, draws, level, ungrouped } = reckoned;
  yield* numbersOf({ inputs, value, net, ratio, weightedRatio, belowOne, draws, level, ungrouped }, `${path}.reckoned`);
  const moving = reckoned.numbers.filter(({ ratioAtLow, ratioAtHigh }) => ratioAtLow !== ratioAtHigh).length;
  yield { path: `${path}.reckoned.numbers beyond the bars`, value: moving - 10 };
  yield { path: `${path}.reckoned.numbers drawn`, value: Math.min(10, moving) };
  const elasticity = reckoned.numbers.find(({ name }) => name === "elasticity");
  if (elasticity !== undefined) yield { path: `${path}.reckoned.numbers elasticity`, value: elasticity.central };
}

/** A row or a sentence that names a part of the programme may say what is known of that part alone. */
function narrowed(subjects: readonly Subject[], { text, heads, from }: Statement): Leaf[] | null {
  const isCell = from === "td" || from === "th";
  // A year heads a row; in a sentence it is a year of prices.
  const found = isCell
    ? subjects.filter(({ names }) =>
        [heads[0] ?? "", text].some((said) => said === names || said.startsWith(`${names} (`)),
      )
    : subjects.filter(({ names }) => !/^\d+$/.test(names) && text.includes(names));
  // The label of a number holds the title of what it belongs to.
  const closest = found.filter(
    ({ names }) => !found.some((other) => other.names !== names && other.names.includes(names)),
  );
  return found.length === 0 ? null : closest.flatMap(({ leaves }) => leaves);
}

/** The ends of a bar: both belong to one number. */
function barOf(numbers: readonly UncertainNumber[], text: string, path: string): string | null {
  const said = tokensOf(text);
  const n = numbers.findIndex(({ ratioAtLow, ratioAtHigh }) => {
    const ends = [ratioAtLow, ratioAtHigh];
    const all = said.flatMap((one) => [one, ...(one.upTo === null ? [] : [one.upTo])]);
    return all.length === 2 && all.every((one, i) => isSaid(ends[i] ?? Number.NaN, one));
  });
  return n < 0 ? null : `${path}.numbers[${n}].ratioAtLow`;
}

export function returnsIn(results: WrittenResults) {
  const { value, dimensions } = results;
  const declared = dimensions.find(({ id }) => id === value?.settings?.groups)?.groups ?? [];
  const groups = new Map(declared.map(({ id, label }) => [id, label]));
  const programmes = (value?.programmes ?? []).map((one, n) => {
    const path = `value.programmes[${n}]`;
    return {
      ...{ page: `value/${one.id}.html`, chart: `value--${one.id}--`, title: one.title, path: `${path}.reckoned` },
      numbers: one.reckoned?.numbers ?? [],
      whole: [...wholeOf(one, value?.settings, path)],
      subjects: subjectsOf(one, `${path}.reckoned`, groups),
    };
  });
  return (token: Token, statement: Statement): string | null => {
    const { scope, text, from } = statement;
    const own = programmes.find(
      ({ page, title, chart }) => page === scope.page || scope.page.includes(chart) || text.startsWith(`${title}: `),
    );
    if (own === undefined) return null;
    const bar = from === "text" ? barOf(own.numbers, text, own.path) : null;
    if (bar !== null) return bar;
    const part = narrowed(own.subjects, statement);
    // A pound of "£1 for £1", and how many bars a chart says that it has.
    const beside = own.whole.filter(({ path }) => path === "constant 1" || (from === "desc" && path.endsWith("drawn")));
    const leaves = part === null ? own.whole : [...part, ...beside];
    const leafOf = (one: Token): Leaf | undefined => leaves.find(({ value: known }) => isSaid(known, one));
    const all = [token, ...(token.limits ?? []), ...(token.upTo === null ? [] : [token.upTo])].map(leafOf);
    return all.every((leaf) => leaf !== undefined) ? (all[0]?.path ?? null) : null;
  };
}

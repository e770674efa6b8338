import { figuresIn, type Roles } from "../ingest/column-roles.ts";
import { isCalledTotal } from "../ingest/totals.ts";
import type { DescribedColumn } from "../results/description.ts";
import { Guesses, idOf, wordsOf } from "./guessed.ts";
import { type Looked, valuesOf } from "./proposed-dataset.ts";

/** A dimension that is proposed, and the guesses of it, with keys from the dimension on. */
export interface ProposedDimension {
  definition: Record<string, unknown> & { id: string };
  guesses: Guesses;
  /** Signs that another file has the same one. */
  sign: string;
}

const notStated =
  /^(-1|not (known|stated|recorded|provided|given)|unknown|missing|refused|prefer not to say|unclassified|n\/?a)$/i;

/** Whether a column can be a dimension: it has two groups at least. */
export const hasGroups = (values: readonly string[]): boolean =>
  new Set(values.filter((one) => !isCalledTotal(one) && !notStated.test(one.trim())).map(folded)).size > 1;

/** People by the values of a column. */
export function dimensionOfGroups(
  { column, values, outside }: Roles["groups"][number] & { outside: string | null },
  taken: readonly string[],
): ProposedDimension {
  const guesses = new Guesses();
  const spellings = new Map<string, string[]>();
  for (const value of values.filter((one) => !isCalledTotal(one) && !notStated.test(one.trim())))
    spellings.set(folded(value), [...(spellings.get(folded(value)) ?? []), value]);
  const own = [...spellings.values()].map(([value]) => value!);
  const unsaid = values.filter((value) => notStated.test(value.trim()));
  const ordered = orderOf(column, own);
  const id = idOf(column.name, "group", taken);
  const ids: string[] = [];
  const groups = (ordered?.values ?? own).map((value) => {
    const made = idOf(value, "group", ids);
    ids.push(made);
    const match = spellings.get(folded(value)) ?? [];
    return { id: made, label: value, phrase: value, ...(match.length > 1 ? { match } : {}) };
  });
  guesses.middling(
    "groups",
    `the ${own.length} values of ${column.name} that are no total; phrases are to follow "among"`,
  );
  if (ordered !== null) guesses.low("ordered", ordered.why);
  else if (own.length === 2)
    guesses.low(
      "type",
      `which of the two is disadvantaged nothing says: the first is taken, ${JSON.stringify(own[0])}`,
    );
  else guesses.low("ordered", "nothing in the values says who is more disadvantaged than whom");
  if (unsaid.length > 0)
    guesses.middling("not_stated", `${unsaid.map((one) => JSON.stringify(one)).join(", ")} seems to be nobody's group`);
  if (outside !== null)
    guesses.middling("outside", `${JSON.stringify(outside)} is called a total, or is the sum of the others`);
  guesses.low("title", `the name of the column ${column.name}`);
  return {
    definition: {
      id,
      title: wordsOf(column.name).replace(/^./, (letter) => letter.toUpperCase()),
      about: `As the column ${column.name} has it.`,
      ...(own.length === 2 ? { type: "pair" } : { type: "groups", ordered: ordered !== null }),
      ...(unsaid.length === 0 ? {} : { not_stated: unsaid }),
      ...(outside === null ? {} : { outside: [outside] }),
      groups,
    },
    guesses,
    sign: `groups ${JSON.stringify([...own].sort())} ${outside}`,
  };
}

/** A value without what people overlook. */
const folded = (value: string): string => value.toLowerCase().replace(/\s+/g, " ").trim();

/** Values from the most disadvantaged on, where something says who that is. */
function orderOf(column: DescribedColumn, values: readonly string[]): { values: string[]; why: string } | null {
  const most = values.find((value) => /most (deprived|disadvantaged)/i.test(value));
  const numbers = values.map((value) => Number(/\d+/.exec(value)?.[0] ?? Number.NaN));
  const isDeprivation = /decile|quintile|quartile|depriv|imd|nzdep/i.test(column.name) || most !== undefined;
  if (!isDeprivation || values.length < 3 || new Set(numbers).size !== values.length || numbers.some(Number.isNaN))
    return null;
  const up = [...values].sort((a, b) => numbers[values.indexOf(a)]! - numbers[values.indexOf(b)]!);
  if (most !== undefined)
    return {
      values: up[0] === most ? up : up.reverse(),
      why: `the value ${JSON.stringify(most)} says which end is which`,
    };
  const isHighWorse = /nzdep|nz_?dep/i.test(column.name);
  return isHighWorse
    ? {
        values: up.reverse(),
        why: "in this index the highest number is the most deprived",
      }
    : {
        values: up,
        why: "1 is taken for the most deprived; in some countries it is the least deprived",
      };
}

/** A file with a row for each area, and what of it ranks them. */
export interface AreaFile {
  looked: Looked;
  code: DescribedColumn;
  name: DescribedColumn | null;
  codes: ReadonlySet<string>;
}

export function areaFileOf(looked: Looked): AreaFile | null {
  const { roles, table } = looked;
  const area = roles.areas.find(({ code }) => code.distinct === table.rows.length && code.blank === 0);
  if (area === undefined || roles.key?.length !== 1) return null;
  return { looked, ...area, codes: new Set(valuesOf(table, area.code.name)) };
}

/** The areas themselves. */
export function dimensionOfAreas({ looked, code, name }: AreaFile, taken: readonly string[]): ProposedDimension {
  const guesses = new Guesses();
  guesses.middling("areas", `each row of ${looked.file} is an area`);
  return {
    definition: {
      ...{ id: idOf("area", "area", taken), title: "Area", about: "Each area beside all the others.", type: "areas" },
      preposition: "in",
      areas: { dataset: looked.id, key: code.name, label: (name ?? code).name },
    },
    guesses,
    sign: `areas ${looked.id}`,
  };
}

const fifths = ["most", "second", "middle", "fourth", "least"] as const;
const labels = ["Most deprived", "Second most deprived", "Middle", "Second least deprived", "Least deprived"];

/** Areas by a score of deprivation, in five groups. */
export function dimensionOfRanks({ looked, code, name }: AreaFile, taken: readonly string[]): ProposedDimension | null {
  const score = looked.table.table.columns.find(
    ({ name: title, type, distinct }) =>
      /depriv|imd|score|index|nzdep/i.test(title) &&
      type !== "text" &&
      distinct >= 5 &&
      !/rank|decile|quintile/i.test(title),
  );
  if (score === undefined || looked.table.rows.length < 5) return null;
  const guesses = new Guesses();
  const people = looked.roles.measures.find(
    ({ name: title, type }) => /pop|residents|people/i.test(title) && type === "integer",
  );
  const isPeopled = people !== undefined && figuresIn(looked.table, [people.name]).every(([n]) => n !== null && n! > 0);
  guesses.middling("score", `the name ${score.name} speaks of deprivation`);
  guesses.low("high_score", "a high score is taken for more deprivation; look at what the publisher says");
  guesses.low("ranking", "ranked among the areas of the file alone");
  return {
    definition: {
      ...{ id: idOf("deprivation-fifth", "ranked", taken), title: "Deprivation of the area" },
      about: `The areas by ${wordsOf(score.name)}, in five groups.`,
      ...{ type: "quantiles", preposition: "in" },
      areas: { dataset: looked.id, key: code.name, ...(name === null ? {} : { label: name.name }) },
      ranking: "local",
      ...(isPeopled
        ? { cut: "equal-population", score: score.name, population: people.name }
        : { cut: "equal-count", score: score.name }),
      high_score: "most-disadvantaged",
      groups: fifths.map((id, i) => ({ id, label: labels[i]!, phrase: `the ${labels[i]!.toLowerCase()} fifth` })),
    },
    guesses,
    sign: `ranks ${looked.id}`,
  };
}

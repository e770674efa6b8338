import type { WrittenResults } from "../../src/results/results.ts";
import type { Statement } from "./statements.ts";
import type { Token } from "./tokens.ts";

/** What a programme returns: on its page, and in lines elsewhere that begin with its title. */

interface Leaf {
  path: string;
  value: number;
}

function* numbersOf(value: unknown, path: string): Generator<Leaf> {
  if (typeof value === "number") yield { path, value };
  else if (Array.isArray(value)) for (const [n, one] of value.entries()) yield* numbersOf(one, `${path}[${n}]`);
  else if (typeof value === "object" && value !== null)
    for (const [key, one] of Object.entries(value)) yield* numbersOf(one, `${path}.${key}`);
}

/** Half of the last place that is printed: £17,000 is printed to the thousand. */
function halfPlace(token: Token): number {
  const zeros = /0*$/.exec(token.text.replace(/\D/g, ""))?.[0].length ?? 0;
  return Number(`0.5e${token.decimals > 0 ? -token.decimals : zeros}`);
}

type Reckoned = NonNullable<WrittenResults["value"]>["programmes"][number]["reckoned"];

/** What share of all value an outcome, a holder or a group has, and how many numbers have no bar of their own: ten have one. */
function* sharesOf(reckoned: Reckoned, path: string): Generator<Leaf> {
  if (reckoned === null) return;
  const { value, byOutcome, byHolder, byStakeholder, byGroup, numbers } = reckoned;
  for (const leaf of numbersOf({ byOutcome, byHolder, byStakeholder, byGroup }, path))
    yield { path: `${leaf.path} of ${path}.value`, value: leaf.value / value.central };
  const moving = numbers.filter(({ ratioAtLow, ratioAtHigh }) => ratioAtLow !== ratioAtHigh).length;
  yield { path: `${path}.numbers beyond the bars`, value: moving - 10 };
}

/** Shares are printed of 100, and what falls short as what is missing to the whole. */
const forms = (value: number): number[] => [value, 100 * value, 100 * (1 - value)];

export function returnsIn({ value }: WrittenResults) {
  const programmes = (value?.programmes ?? []).map((one, n) => ({
    page: `value/${one.id}.html`,
    title: one.title,
    leaves: [
      ...sharesOf(one.reckoned, `value.programmes[${n}].reckoned`),
      ...numbersOf(one, `value.programmes[${n}]`),
      ...numbersOf(value?.settings, "value.settings"),
      // A pound put in, and the draws that are told out of a hundred.
      ...[1, 100].map((constant) => ({ path: `constant ${constant}`, value: constant })),
    ],
  }));
  return (token: Token, { scope, text }: Statement): string | null => {
    const own = programmes.find(({ page, title }) => page === scope.page || text.startsWith(`${title}: `));
    const leafOf = (one: Token): Leaf | undefined =>
      own?.leaves.find(({ value: known }) =>
        forms(known).some((form) => Math.abs(Math.abs(form) - Math.abs(one.value)) <= halfPlace(one) * 1.0001),
      );
    const all = [token, ...(token.limits ?? []), ...(token.upTo === null ? [] : [token.upTo])].map(leafOf);
    return all.every((leaf) => leaf !== undefined) ? (all[0]?.path ?? null) : null;
  };
}

import {
  backText,
  evenAt,
  numberLabel,
  numberText,
  oneOf,
  type Returning,
  rangeText,
  swingOf,
} from "../../narrate/return-words.ts";
import type { Reckoning, UncertainNumber } from "../../results/return-results.ts";
import { DataTable } from "./scrolling-table.tsx";
import { useSay } from "./surroundings.ts";

/** Numbers that are drawn; the data files have all. */
const MOST = 10;
const [width, height] = [300, 16];

const one = (value: number): string => String(Number(value.toFixed(1)));

/** What each number does to the return, widest first: bars from one end to the other around the central return. */
export function Tornado({ r, reckoned: { numbers, ratio } }: { r: Returning; reckoned: Reckoning }) {
  const say = useSay();
  const { swings: words } = say.returns;
  const moving = numbers.filter((number) => swingOf(number) > 0);
  const drawn = moving.slice(0, MOST);
  if (drawn.length === 0) return null;
  const ends = drawn.flatMap(({ ratioAtLow, ratioAtHigh }) => [ratioAtLow, ratioAtHigh]);
  const [least, most] = [Math.min(1, ...ends), Math.max(1, ...ends)];
  const x = (value: number): number => ((value - least) / (most - least)) * width;
  const [first] = drawn;
  const even = first === undefined ? null : evenAt(first);
  return (
    <section aria-labelledby="swings">
      <h2 id="swings">{words.heading}</h2>
      <p>{words.lead(oneOf(r))}</p>
      {first !== undefined && even !== null && (
        <p>{words.sentence[even.way](numberLabel(r, first), numberText(r, first, even.value), oneOf(r))}</p>
      )}
      <ol class="tornado">
        {drawn.map((number) => (
          <li key={numberLabel(r, number)}>
            <span class="of">{numberLabel(r, number)}</span>
            <Bar number={number} x={x} central={ratio.central} />
            <span class="small">{say.writing.range(...endsOf(r, number))}</span>
          </li>
        ))}
      </ol>
      {moving.length > drawn.length && <p class="small">{words.more(say.counted(moving.length - drawn.length))}</p>}
      <details>
        <summary>{words.caption(r.programme.title)}</summary>
        <DataTable id="table-swings" root="../" table={tableOf(r, moving)} />
      </details>
    </section>
  );
}

const endsOf = (r: Returning, { ratioAtLow, ratioAtHigh }: UncertainNumber): [string, string] => [
  backText(r, ratioAtLow),
  backText(r, ratioAtHigh),
];

interface BarProps {
  number: UncertainNumber;
  x: (ratio: number) => number;
  central: number;
}

function Bar({ number: { ratioAtLow, ratioAtHigh }, x, central }: BarProps) {
  const part = (from: number, to: number) => ({
    x: one(Math.min(x(from), x(to))),
    width: one(Math.abs(x(to) - x(from))),
  });
  return (
    <svg viewBox={`-2 0 ${width + 4} ${height}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="low" y={3} height={height - 6} {...part(ratioAtLow, central)} />
      <rect class="high" y={3} height={height - 6} {...part(central, ratioAtHigh)} />
      <path class="even" d={`M${one(x(1))} 0V${height}`} />
    </svg>
  );
}

function tableOf(r: Returning, numbers: readonly UncertainNumber[]) {
  const { swings: words } = r.say.returns;
  return {
    caption: words.caption(r.programme.title),
    head: [words.head.number, words.head.range, words.head.low, words.head.high, words.head.even],
    rows: numbers.map((number) => {
      const even = evenAt(number);
      const told = even === null ? words.never : words[even.way](numberText(r, number, even.value));
      return { heading: numberLabel(r, number), cells: [rangeText(r, number), ...endsOf(r, number), told] };
    }),
  };
}

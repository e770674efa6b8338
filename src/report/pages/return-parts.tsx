import {
  amountText,
  backText,
  baseYearOf,
  oneOf,
  type Returning,
  spanText,
  spreadTexts,
} from "../../narrate/return-words.ts";
import type { Spread } from "../../programme-numbers.ts";
import type { Reckoning } from "../../results/return-results.ts";
import { DataTable } from "./scrolling-table.tsx";
import { useSay } from "./surroundings.ts";

interface Props {
  r: Returning;
  reckoned: Reckoning;
}

const [width, height] = [300, 44];
const one = (value: number): string => String(Number(value.toFixed(1)));

/** The return as a range: in words, drawn, and as sums. */
export function Back({ r, reckoned }: Props) {
  const say = useSay();
  const { returns: words } = say;
  const { back } = words;
  const facts: [string, string][] = [
    [back.inputs, spanText(r, reckoned.inputs)],
    [back.value, spanText(r, reckoned.value)],
    [back.net, spanText(r, reckoned.net)],
  ];
  return (
    <section aria-labelledby="back">
      <h2 id="back">{back.heading}</h2>
      <Range r={r} ratio={reckoned.ratio} />
      <p>
        {words.contains(hundreds(r, reckoned.level), say.count(reckoned.draws))}{" "}
        {words.below(hundreds(r, reckoned.belowOne), oneOf(r))}{" "}
        {reckoned.aside ? "" : `${words.mostLikely(backText(r, reckoned.ratio.median))} `}
        {words.notCash}
      </p>
      <dl class="facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {text} <span class="small">{back.prices(baseYearOf(r))}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {words.terms.division(
          amountText(r, reckoned.value.central),
          amountText(r, reckoned.inputs.central),
          backText(r, reckoned.ratio.central),
          oneOf(r),
        )}{" "}
        {back.rounding}
      </p>
    </section>
  );
}

/** A share as so many of 100, with a decimal where it is small. */
const hundreds = (r: Returning, share: number): string =>
  r.say.number(100 * share, share !== 0 && share < 0.0995 ? 1 : 0);

function Range({ r, ratio: { lower, central, upper } }: { r: Returning; ratio: Spread }) {
  const { back } = r.say.returns;
  const most = Math.max(1, central, upper) * 1.05;
  const least = Math.min(0, lower, central);
  const x = (value: number): number => 4 + ((value - least) / (most - least)) * (width - 8);
  const [low, middle, high] = [lower, central, upper].map((value) => backText(r, value)) as [string, string, string];
  const ends = [
    { at: lower, text: low, anchor: "start" },
    { at: upper, text: high, anchor: "end" },
  ] as const;
  return (
    <figure class="return-range">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={back.drawn(low, high, middle, oneOf(r))}>
        <path class="axis" d={`M${one(x(least))} 21H${width - 4}`} />
        <path class="even" d={`M${one(x(1))} 12V${height - 12}`} />
        <text x={one(x(1))} y={height - 2} text-anchor="middle">
          {back.even(oneOf(r))}
        </text>
        <path class="range" d={`M${one(x(lower))} 21H${one(x(upper))}`} />
        <circle cx={one(x(central))} cy={21} r={5} />
        {ends.map(({ at, text, anchor }) => (
          <text key={anchor} class="end" x={one(x(at))} y={10} text-anchor={anchor}>
            {text}
          </text>
        ))}
      </svg>
    </figure>
  );
}

/** The value three times: by who has it, whom it comes to, and what changed. */
export function Goes({ r, reckoned }: Props) {
  const { returns: words } = useSay();
  const { programme } = r;
  const titleOf = (list: readonly { id: string; title: string }[], id: string): string =>
    list.find((one) => one.id === id)?.title ?? id;
  const tables: [id: string, of: string, first: string, rows: [string, Spread][]][] = [
    [
      "holders",
      words.goes.holders,
      words.goes.head.who,
      reckoned.byHolder.map((one) => [words.holder[one.holder], one.value]),
    ],
    [
      "stakeholders",
      words.goes.stakeholders,
      words.goes.head.who,
      reckoned.byStakeholder.map((one) => [titleOf(programme.stakeholders, one.stakeholder), one.value]),
    ],
    [
      "outcomes",
      words.goes.outcomes,
      words.goes.head.what,
      reckoned.byOutcome.map((one) => [titleOf(programme.outcomes, one.outcome), one.value]),
    ],
  ];
  return (
    <section aria-labelledby="goes">
      <h2 id="goes">{words.goes.heading}</h2>
      <p>{words.goes.lead}</p>
      {tables.map(([id, of, first, rows]) => (
        <DataTable
          key={id}
          id={`table-${id}`}
          root="../"
          table={{
            caption: words.goes.caption(of, programme.title),
            head: [first, words.goes.head.value, words.goes.head.range, words.goes.head.share],
            rows: [...rows]
              .sort(([, a], [, b]) => b.central - a.central)
              .map(([heading, value]) => ({
                heading,
                cells: [...spreadCells(r, value), shareText(r, value, reckoned.value)],
              })),
          }}
        />
      ))}
    </section>
  );
}

export function spreadCells(r: Returning, value: Spread): string[] {
  const { central, lower, upper } = spreadTexts(r, value);
  return [central, r.say.writing.range(lower, upper)];
}

export const shareText = (r: Returning, part: Pick<Spread, "central">, whole: Pick<Spread, "central">): string =>
  whole.central > 0 && part.central >= 0 ? r.say.percent(part.central / whole.central) : "";

/** The rules, and where every number is. */
export function Reckoned({ r }: { r: Returning }) {
  const say = useSay();
  const { reckoned: words } = say.returns;
  const { settings } = r.value;
  if (settings === null) return null;
  const { money, health, wellbeing } = settings.rates;
  return (
    <section aria-labelledby="reckoned">
      <h2 id="reckoned">{words.heading}</h2>
      <p>
        {words.rates(baseYearOf(r), say.percent(money), say.percent(health), say.percent(wellbeing))}{" "}
        {settings.prices !== null && words.prices(settings.prices.source)} {words.years} {words.independent}
      </p>
      <p>
        {words.file.before}
        <a href="../../data/results.json">results.json</a>
        {words.file.between}
        <code>value</code>
        {words.file.after}
      </p>
    </section>
  );
}

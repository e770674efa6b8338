import type { Spread } from "../../model.ts";
import {
  backText,
  baseYearOf,
  moneyText,
  numberLabel,
  oneOf,
  type Returning,
  rangeText,
  spanText,
  spreadTexts,
  swingOf,
} from "../../narrate/return-words.ts";
import type { Publishable } from "../../results/results.ts";
import type { Reckoning, UncertainNumber } from "../../results/return-results.ts";
import { Bullets } from "./elements.tsx";
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
        {words.below(hundreds(r, reckoned.belowOne), oneOf(r))} {words.notCash}
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

function spreadCells(r: Returning, value: Spread): string[] {
  const { central, lower, upper } = spreadTexts(r, value);
  return [central, r.say.writing.range(lower, upper)];
}

const shareText = (r: Returning, part: Pick<Spread, "central">, whole: Pick<Spread, "central">): string =>
  whole.central > 0 && part.central >= 0 ? r.say.percent(part.central / whole.central) : "";

/** Value to people by deprivation, with and without weights; nothing where no outcome says whose it is. */
export function Groups({ results, r, reckoned }: Props & { results: Publishable }) {
  const { returns: words } = useSay();
  const { settings } = r.value;
  const dimension = results.dimensions.find(({ id }) => id === settings?.groups);
  if (dimension === undefined || settings === null || reckoned.byGroup.length === 0) return null;
  const { byGroup, weightedRatio, ratio, ungrouped } = reckoned;
  const order = dimension.groups.map(({ id }) => id);
  const all = { central: byGroup.reduce((sum, { value }) => sum + value.central, 0) };
  const { head } = words.groups;
  const isWeighed = settings.weights !== null;
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{words.groups.heading(dimension.title)}</h2>
      {weightedRatio !== null && (
        <p>{words.groups.plain(rangedBack(r, ratio), rangedBack(r, weightedRatio), oneOf(r))}</p>
      )}
      <p>{words.groups.lead}</p>
      <DataTable
        id="table-groups"
        root="../"
        table={{
          caption: words.groups.caption(dimension.title, r.programme.title),
          head: [head.group, head.value, head.range, head.share, ...(isWeighed ? [head.weight, head.weighted] : [])],
          rows: [...byGroup]
            .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
            .map(({ group, value, weight, weighted }) => ({
              heading: dimension.groups.find(({ id }) => id === group)?.label ?? group,
              cells: [
                ...spreadCells(r, value),
                shareText(r, value, all),
                ...(isWeighed
                  ? [weight === null ? "" : backText(r, weight), weighedText(r, value, weighted ?? 0)]
                  : []),
              ],
            })),
        }}
      />
      {ungrouped !== null && <p>{words.groups.rest(spanText(r, ungrouped))}</p>}
      <p class="small">
        {settings.weights === null
          ? words.groups.noWeights
          : words.groups.weigh(moneyText(r, settings.weights.reference), settings.weights.source)}
      </p>
    </section>
  );
}

/** A weighed value, no finer than the value itself. */
const weighedText = (r: Returning, { central, lower, upper }: Spread, weighted: number): string => {
  const by = central === 0 ? 0 : weighted / central;
  return spreadTexts(r, { central: weighted, lower: by * lower, upper: by * upper }).central;
};

const rangedBack = (r: Returning, { central, lower, upper }: Spread): string =>
  r.say.returns.back.span(backText(r, central), backText(r, lower), backText(r, upper));

/** Numbers without a source, those that move the result most first; then where the others come from. */
export function Assumptions({ r, reckoned: { numbers } }: Props) {
  const { returns: words } = useSay();
  const { overlaps, outcomes } = r.programme;
  const titleOf = (id: string): string => outcomes.find((outcome) => outcome.id === id)?.title ?? id;
  const assumed = numbers.filter(({ source }) => source === null).sort((a, b) => swingOf(b) - swingOf(a));
  const told = (number: UncertainNumber): string =>
    words.assumptions.item(
      numberLabel(r, number),
      rangeText(r, number),
      backText(r, number.ratioAtLow),
      backText(r, number.ratioAtHigh),
    );
  const sourced = numbers.flatMap((number) =>
    number.source === null ? [] : [words.assumptions.from(numberLabel(r, number), rangeText(r, number), number.source)],
  );
  return (
    <section aria-labelledby="assumptions">
      <h2 id="assumptions">{words.assumptions.heading}</h2>
      {assumed.length === 0 ? (
        <p>{words.assumptions.none}</p>
      ) : (
        <>
          <p>{words.assumptions.lead}</p>
          <ol>
            {assumed.map((number) => (
              <li key={told(number)}>{told(number)}</li>
            ))}
          </ol>
        </>
      )}
      {sourced.length > 0 && (
        <details>
          <summary>{words.assumptions.sources}</summary>
          <Bullets items={sourced} />
        </details>
      )}
      {overlaps.length > 0 && (
        <details>
          <summary>{words.assumptions.apart}</summary>
          <Bullets
            items={overlaps.map(({ outcomes: of, are, why }) => words.assumptions.overlap(of.map(titleOf), are, why))}
          />
        </details>
      )}
    </section>
  );
}

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

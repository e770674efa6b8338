import { type Breakdown, groupLabel } from "../narrate/breakdown.ts";
import { endsOf, estimateOf, placesOf, publishedSpan, spanOf } from "../narrate/topic-ends.ts";

/** Two groups at two times on one scale, as small as a paragraph: hollow marks then, filled marks now, each with its figure. */

interface Line {
  period: string;
  /** Values with their text; the first group, then the second. A published gap stands alone, from no gap on. */
  marks: { value: number; text: string }[];
  filled: boolean;
}

interface Pair {
  lines: Line[];
  /** Names of the two groups; null where a published gap is drawn. */
  groups: readonly [string, string] | null;
}

/** What is drawn of a breakdown; null where there are not two groups with figures. */
export function pairOf(b: Breakdown): Pair | null {
  const span = spanOf(b);
  const gaps = publishedSpan(b);
  if (span !== null && gaps !== null) {
    const mark = (value: number) => ({ value, text: b.say.number(value, 1) });
    return {
      lines: [
        { period: span.since, marks: [mark(gaps.since)], filled: false },
        { period: span.until, marks: [mark(gaps.until)], filled: true },
      ],
      groups: null,
    };
  }
  const ends = endsOf(b);
  if (ends === null) return null;
  const ids = [ends.first.id, ends.second.id] as const;
  const places = placesOf(b, [ends.first.estimate, ends.second.estimate]);
  const labels = [span?.since, b.latest.period.label];
  const lines = b.result.periods
    .filter(({ period }) => labels.includes(period.label))
    .flatMap((period): Line[] => {
      const [first, second] = ids.map((id) => estimateOf(period, id));
      if (first == null || second == null) return [];
      const marks = [first, second].map(({ value }) => ({ value, text: b.say.number(value, places) }));
      return [{ period: period.period.label, marks, filled: period === b.latest }];
    });
  return { lines, groups: [groupLabel(b, ids[0]), groupLabel(b, ids[1])] };
}

const width = 260;
const rowHeight = 40;
const [left, right] = [40, 40];

/** From zero on, but where the figures lie so close together that nothing of the gap would be seen. */
function scaleOf(values: readonly number[]): (value: number) => number {
  const [least, most] = [Math.min(0, ...values), Math.max(...values)];
  const lowest = Math.min(...values);
  const from = most - lowest < 0.2 * most ? lowest - (most - lowest) : least;
  return (value) => (most > from ? left + ((value - from) / (most - from)) * (width - left - right) : width / 2);
}

const one = (value: number): string => String(Number(value.toFixed(1)));

export function ThenNow({ b }: { b: Breakdown }) {
  const pair = pairOf(b);
  if (pair === null || pair.lines.length === 0) return null;
  const { lines, groups } = pair;
  const { change: words } = b.say.answers;
  const x = scaleOf([
    ...lines.flatMap(({ marks }) => marks.map(({ value }) => value)),
    ...(groups === null ? [0] : []),
  ]);
  const height = rowHeight * lines.length;
  const heard = lines.map(({ period, marks: [first, second] }) =>
    words.drawn(
      period,
      groups === null || first === undefined ? words.published : b.say.answers.heard(groups[0], first.text),
      second === undefined || groups === null ? (first?.text ?? "") : b.say.answers.heard(groups[1], second.text),
    ),
  );
  return (
    <figure class="then-now">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={heard.join(" ")}>
        {lines.map((line, i) => (
          <Row key={line.period} line={line} y={rowHeight * i} x={x} />
        ))}
      </svg>
      {groups !== null && (
        <figcaption class="small">
          <span class="key-of">
            <Mark kind="circle" />
            {groups[0]}
          </span>
          <span class="key-of">
            <Mark kind="square" />
            {groups[1]}
          </span>
        </figcaption>
      )}
    </figure>
  );
}

const Mark = ({ kind }: { kind: "circle" | "square" }) => (
  <svg viewBox="0 0 12 12" width={12} height={12} aria-hidden="true" focusable="false">
    {kind === "circle" ? <circle cx={6} cy={6} r={5} /> : <rect x={1.5} y={1.5} width={9} height={9} />}
  </svg>
);

function Row({ line: { period, marks, filled }, y, x }: { line: Line; y: number; x: (value: number) => number }) {
  const [first, second] = marks;
  if (first === undefined) return null;
  const at = y + 27;
  const from = second === undefined ? x(0) : x(second.value);
  const isFirstRight = x(first.value) >= from;
  return (
    <g class={filled ? "now" : "then"}>
      <text class="when" x={0} y={y + 11}>
        {period}
      </text>
      <path d={`M${one(from)} ${at}H${one(x(first.value))}`} />
      <circle cx={one(x(first.value))} cy={at} r={5} />
      <text x={one(x(first.value) + (isFirstRight ? 9 : -9))} y={at + 4} text-anchor={isFirstRight ? "start" : "end"}>
        {first.text}
      </text>
      {second !== undefined && (
        <>
          <rect x={one(from - 4.5)} y={at - 4.5} width={9} height={9} />
          <text x={one(from + (isFirstRight ? -9 : 9))} y={at + 4} text-anchor={isFirstRight ? "end" : "start"}>
            {second.text}
          </text>
        </>
      )}
    </g>
  );
}

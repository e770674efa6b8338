import {
  backText,
  evenAt,
  numberLabel,
  numberText,
  oneOf,
  type Returning,
  rangeText,
  swingOf,
} from "../narrate/return-words.ts";
import type { ProgrammeResult, Reckoning, UncertainNumber } from "../results/return-results.ts";
import { type Chart, chartName } from "./chart.ts";
import { figure, type Table } from "./chart-table.ts";
import { labelExpr, linearAxis } from "./layout/axis.ts";
import { chartWidth, colours, size } from "./layout/chart-theme.ts";
import { at, own, ownNumber, position } from "./layout/position.ts";
import { wrap } from "./layout/text-width.ts";

/** Numbers that are drawn; the table has all. */
export const MOST_BARS = 10;

const lineHeight = 16;
const barHeight = 14;
const valueWidth = 104;
const plotWidth = chartWidth - valueWidth - 12;

/** What the chart of a programme is of. */
export const programmeOf = ({ id }: Pick<ProgrammeResult, "id">): string => `value--${id}`;

/** What each number does to the return with all others at their central values, the widest first; null where none does anything. */
export function swingsChart(r: Returning): Chart | null {
  const { programme, say } = r;
  const { reckoned } = programme;
  const { swings: words } = say.returns;
  const moving = (reckoned?.numbers ?? []).filter((number) => swingOf(number) > 0);
  const [first] = moving;
  if (reckoned === null || first === undefined) return null;
  const drawn = moving.slice(0, MOST_BARS);
  return {
    ...chartName("swings", programmeOf(programme)),
    title: words.title(numberLabel(r, first)),
    subtitle: words.subtitle(programme.title, oneOf(r)),
    description: words.description(say.counted(drawn.length), numberLabel(r, first), ...endsOf(r, first)),
    key: words.key(oneOf(r)),
    spec: spec(r, drawn, reckoned),
    table: tableOf(r, reckoned),
  };
}

const endsOf = (r: Returning, { ratioAtLow, ratioAtHigh }: UncertainNumber): [string, string] => [
  backText(r, ratioAtLow),
  backText(r, ratioAtHigh),
];

/** Every number that moves the return or that could make it one for one, known ones too. */
function tableOf(r: Returning, reckoned: Reckoning): Table {
  const { swings: words } = r.say.returns;
  const currency = r.value.settings?.currency ?? "";
  const numbers = reckoned.numbers.filter((one) => swingOf(one) > 0 || one.breakEven !== null);
  const ratios = (of: "ratioAtLow" | "ratioAtHigh") =>
    numbers.map((one) => figure({ value: one[of], lower: null, upper: null }, currency, 2));
  const even = numbers.map((one) => {
    const found = evenAt(one, reckoned);
    return found === null ? words.never : words[found.way](numberText(r, one, found.value));
  });
  const ids = numbers.map(({ of, name, part }) => [of, name, part].filter((id) => id !== null).join(" "));
  return {
    caption: words.caption(r.programme.title),
    columns: [
      { is: "label", id: "number", title: words.head.number, values: numbers.map((one) => numberLabel(r, one)), ids },
      { is: "label", id: "range", title: words.head.range, values: numbers.map((one) => rangeText(r, one)) },
      {
        ...{ is: "figure", id: "at_low", title: words.head.low(oneOf(r)), told: "number", interval: null },
        values: ratios("ratioAtLow"),
      },
      {
        ...{ is: "figure", id: "at_high", title: words.head.high(oneOf(r)), told: "number", interval: null },
        values: ratios("ratioAtHigh"),
      },
      { is: "label", id: "even", title: words.head.even, values: even },
    ],
  };
}

function spec(r: Returning, numbers: readonly UncertainNumber[], { ratio }: Reckoning): Chart["spec"] {
  const ends = numbers.flatMap(({ ratioAtLow, ratioAtHigh }) => [ratioAtLow, ratioAtHigh]);
  const axis = linearAxis(r.say, [1, ratio.central, ...ends], "", 4);
  let below = 0;
  const rows = numbers.map((one) => {
    const lines = wrap(numberLabel(r, one), chartWidth - 16, size.small);
    const top = below;
    const middle = top + lines.length * lineHeight + barHeight / 2;
    below = middle + barHeight / 2 + 16;
    return { one, lines, top, middle };
  });
  const bars = rows.flatMap(({ one: { ratioAtLow, ratioAtHigh }, middle }) => [
    { y: middle, from: ratio.central, to: ratioAtLow, colour: colours.blue },
    { y: middle, from: ratio.central, to: ratioAtHigh, colour: colours.orange },
  ]);
  const labels = rows.flatMap(({ lines, top }) =>
    lines.map((text, i) => ({ text, y: top + i * lineHeight + lineHeight / 2 })),
  );
  const values = rows.map(({ one, middle }) => ({ text: r.say.writing.range(...endsOf(r, one)), y: middle }));
  const x = (field: string) =>
    position(field, axis, { orient: "bottom", values: axis.values, labelExpr: labelExpr(axis), grid: false });
  const texts = (list: object[], place: number) => ({
    data: { values: list },
    mark: { type: "text", align: "left", baseline: "middle", fontSize: size.small, color: colours.grey },
    encoding: { x: at(place), y: ownNumber("y"), text: { field: "text" } },
  });
  return {
    width: plotWidth,
    height: below,
    autosize: { type: "none" },
    padding: { left: 12, right: valueWidth, top: 8, bottom: 30 },
    data: { values: bars },
    layer: [
      {
        mark: { type: "rule", strokeWidth: barHeight, strokeCap: "butt" },
        encoding: { x: x("from"), x2: { field: "to" }, y: ownNumber("y"), color: own("colour") },
      },
      {
        // Beside the bars alone: through the labels it would be in the way of reading them.
        data: {
          values: rows.map(({ middle }) => ({ even: 1, from: middle - barHeight / 2, to: middle + barHeight / 2 + 8 })),
        },
        mark: { type: "rule", color: colours.ink, strokeWidth: 1.5, strokeDash: [4, 3] },
        encoding: { x: x("even"), y: ownNumber("from"), y2: { field: "to" } },
      },
      texts(labels, 0),
      texts(values, plotWidth + 8),
    ],
  } as Chart["spec"];
}

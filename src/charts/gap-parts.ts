import type { Breakdown } from "../narrate/breakdown.ts";
import { largest, made, namedCauses, yearsPlaces } from "../narrate/told-beside.ts";
import { type Chart, chartName } from "./chart.ts";
import { figure } from "./chart-table.ts";
import { labelExpr, linearAxis } from "./layout/axis.ts";
import { chartWidth, colours, size } from "./layout/chart-theme.ts";
import { at, position, rowPosition } from "./layout/position.ts";
import { textWidth, wrap } from "./layout/text-width.ts";

interface Part {
  name: string;
  years: number;
}

const valueWidth = 52;
const lineHeight = 15;

/** What each age, and each cause, has of a gap in life expectancy. */
export function gapPartsCharts(b: Breakdown): Chart[] {
  const parts = made(b, "gapParts");
  if (parts === null) return [];
  const { rest } = b.say.beside.parts;
  const ages = parts.ages.map(({ age, years }) => ({ name: age, years }));
  const causes = parts.causes.map(({ cause, years }) => ({ name: cause ?? rest, years }));
  const [first] = namedCauses(parts).sort((a, c) => c.years - a.years);
  return [
    chart(b, "age", { parts: ages, first: largest(ages)!, gap: parts.gap }, 1),
    ...(first === undefined
      ? []
      : [chart(b, "cause", { parts: causes, first: { name: first.cause, years: first.years }, gap: parts.gap }, 2)]),
  ];
}

interface Shared {
  parts: readonly Part[];
  first: Part;
  gap: number;
}

function chart(b: Breakdown, of: "age" | "cause", { parts, first, gap }: Shared, number: number): Chart {
  const { chart: words, most, mostCause } = b.say.beside.parts;
  const { unit, title } = b.indicator;
  const by = of === "age" ? words.byAge : words.byCause;
  const years = b.say.quantity(first.years, unit, 1);
  const { label } = b.latest.period;
  return {
    ...chartName("gap-parts", b.name, number),
    title: of === "age" ? words.ages(first.name) : words.causes(first.name),
    subtitle: words.subtitle(by, b.results.place.name, label),
    description: words.description(
      b.say.counted(parts.length),
      b.say.quantity(gap, unit, 1),
      of === "age" ? most(first.name, years) : mostCause(first.name, years),
    ),
    key: words.key,
    spec: spec(b, parts),
    table: {
      caption: words.caption(title, b.dimension.title, label, by),
      columns: [
        { is: "label", id: of, title: words.head[of], values: parts.map(({ name }) => name) },
        {
          ...{ is: "figure", id: "years", title: words.head.years, told: "signed", interval: null },
          values: parts.map(({ years: value }) => figure({ value, lower: null, upper: null }, unit, yearsPlaces)),
        },
      ],
    },
  };
}

function spec(b: Breakdown, parts: readonly Part[]): Chart["spec"] {
  const labelWidth = Math.min(
    150,
    Math.max(50, Math.ceil(Math.max(...parts.map(({ name }) => textWidth(name, size.small)))) + 16),
  );
  const lines = parts.map(({ name }) => wrap(name, labelWidth - 14, size.small));
  const height = Math.max(20, Math.max(...lines.map(({ length }) => length)) * lineHeight + 5) * parts.length;
  const plotWidth = chartWidth - labelWidth - valueWidth;
  const axis = linearAxis(b.say, [0, ...parts.map(({ years }) => years)], "", 4);
  const y = (i: number): number => (i + 0.5) / parts.length;
  const rows = parts.map(({ years }, i) => ({
    ...{ y: y(i), zero: 0, years, text: b.say.signed(years, yearsPlaces) },
  }));
  const labels = lines.flatMap((all, i) =>
    all.map((text, line) => ({ text, y: y(i) + ((line - (all.length - 1) / 2) * lineHeight) / height })),
  );
  const x = (field: string) =>
    position(field, axis, { orient: "bottom", values: axis.values, labelExpr: labelExpr(axis), grid: true });
  const texts = (values: object[], place: number) => ({
    data: { values },
    mark: { type: "text", align: "right", baseline: "middle", fontSize: size.small, color: colours.grey },
    encoding: { x: at(place), text: { field: "text" } },
  });
  return {
    width: plotWidth,
    height,
    autosize: { type: "none" },
    padding: { left: labelWidth, right: valueWidth, top: 12, bottom: 30 },
    data: { values: rows },
    encoding: { y: rowPosition },
    layer: [
      {
        mark: { type: "rule", strokeWidth: 11, color: colours.blue, strokeCap: "butt" },
        encoding: { x: x("zero"), x2: { field: "years" } },
      },
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: "rule", color: colours.grey, strokeWidth: 1.5 },
        encoding: { x: x("zero"), y: at(0), y2: at(height) },
      },
      texts(labels, -10),
      texts(rows, plotWidth + valueWidth - 4),
    ],
  } as Chart["spec"];
}

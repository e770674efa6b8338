import type { Breakdown } from "../narrate/breakdown.ts";
import { type Icons, iconsOf } from "../narrate/icons.ts";
import {
  iconKinds,
  iconsCaption,
  iconsDescription,
  iconsKey,
  iconsSubtitle,
  iconsTitle,
} from "../narrate/people-affected.ts";
import { type Chart, chartName } from "./chart.ts";
import { figure, type Table } from "./chart-table.ts";
import { chartWidth, colours, size } from "./layout/chart-theme.ts";
import { at } from "./layout/position.ts";
import { pixels } from "./map-layers.ts";

/** A person of straight lines, in a box from -1 to 1. */
const person = "M-.25,-.95H.25V-.5H-.25ZM-.5,-.38H.5V.3H.3V.95H-.3V.3H-.5Z";

interface Look {
  fill: string;
  stroke: string;
  strokeWidth: number;
  scale: number;
}

/** Filled, outlined and small: told apart by form as well as by colour. */
const looks: readonly Look[] = [
  { fill: colours.blue, stroke: colours.blue, strokeWidth: 1, scale: 1 },
  { fill: colours.paper, stroke: colours.pink, strokeWidth: 2, scale: 1 },
  { fill: colours.faint, stroke: colours.context, strokeWidth: 0.75, scale: 0.7 },
];

const columnsOf = { 100: 20, 1000: 50 } as const;
const rowHeight = { 100: 31, 1000: 10 } as const;
const iconSize = { 100: 480, 1000: 46 } as const;
const keyLine = 22;

/** A hundred (or a thousand) people: who has the state now, and who would not if everyone did as well as the best-off. */
export function iconArray(b: Breakdown): Chart | null {
  const icons = iconsOf(b);
  if (icons === null) return null;
  return {
    ...chartName("people", b.name),
    title: iconsTitle(b, icons),
    subtitle: iconsSubtitle(b),
    description: iconsDescription(b, icons),
    key: iconsKey(b, icons),
    spec: spec(b, icons),
    table: table(b, icons),
  };
}

function table(b: Breakdown, icons: Icons): Table {
  const { say } = b;
  const head = say.icons.head(say.count(icons.outOf));
  const now = { value: icons.now, lower: null, upper: null };
  return {
    caption: iconsCaption(b, icons),
    columns: [
      {
        is: "label",
        id: "people",
        title: head.people,
        values: [say.icons.now, say.icons.changed(icons.isFewer)],
        ids: ["now", icons.isFewer ? "fewer" : "more"],
      },
      {
        is: "figure",
        id: "value",
        title: head.outOf,
        told: "number",
        interval: head.interval,
        values: [{ ...figure(now, "people", 0), exact: true }, figure(icons.changed, "people", 0)],
      },
      { is: "count", id: "out_of", title: null, values: [icons.outOf, icons.outOf] },
    ],
  };
}

function spec(b: Breakdown, icons: Icons): Chart["spec"] {
  const { outOf } = icons;
  const columns = columnsOf[outOf];
  const step = chartWidth / columns;
  const kinds = iconKinds(b, icons);
  const kindOf = kinds.flatMap(({ count: many }, kind) => new Array<number>(many).fill(kind));
  const height = (outOf / columns) * rowHeight[outOf];
  const places = kindOf.map((kind, i) => ({
    kind,
    x: ((i % columns) + 0.5) * step,
    y: (Math.floor(i / columns) + 0.5) * rowHeight[outOf],
  }));
  return {
    width: chartWidth,
    height: height + kinds.length * keyLine + 6,
    autosize: { type: "none" },
    padding: { left: 0, right: 0, top: 4, bottom: 4 },
    data: { values: places },
    layer: [
      ...looks.flatMap((look, kind) =>
        marks(
          places.filter((one) => one.kind === kind),
          look,
          iconSize[outOf],
        ),
      ),
      ...kinds.flatMap(({ text }, kind) => key(text, looks[kind]!, height + 6 + (kind + 0.5) * keyLine)),
    ],
  } as Chart["spec"];
}

const mark = ({ fill, stroke, strokeWidth, scale }: Look, area: number) =>
  ({ type: "point", shape: person, fill, stroke, strokeWidth, size: area * scale ** 2, opacity: 1 }) as const;

const marks = (values: readonly object[], look: Look, area: number): object[] =>
  values.length === 0
    ? []
    : [
        {
          data: { values },
          mark: mark({ ...look, strokeWidth: area < 100 ? look.strokeWidth / 2 : look.strokeWidth }, area),
          encoding: { x: pixels("x"), y: pixels("y") },
        },
      ];

const key = (text: string, look: Look, y: number): object[] => [
  { data: { values: [{}] }, mark: mark(look, 180), encoding: { x: at(12), y: at(y) } },
  {
    data: { values: [{}] },
    mark: { type: "text", align: "left", baseline: "middle", fontSize: size.label, color: colours.grey, text },
    encoding: { x: at(26), y: at(y) },
  },
];

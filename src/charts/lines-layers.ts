import type { Limits } from "../model.ts";
import { colours } from "./layout/chart-theme.ts";
import { own, ownNumber, said } from "./layout/position.ts";
import type { Series } from "./lines-series.ts";
import { placeMarks } from "./places-series.ts";

/** One value of one series. */
interface Point {
  series: Series;
  x: number;
  y: number;
  lower: number | null;
  upper: number | null;
  /** Names the run of periods it is joined with. */
  run: string;
  /** No neighbour in its run, so no line to be seen by. */
  isAlone: boolean;
  /** Whose figure it is, when, and how much. */
  said: string;
}

/** What periods give their points: places on the axis, runs that are joined, and words. */
interface Periods {
  at: readonly number[];
  runs: readonly number[];
  say: (series: Series, period: number, value: Limits) => string;
}

/** Coloured series carry their interval and dots. */
export const isBanded = ({ width, dash }: Series): boolean => width > 2 && dash.length === 0;

export function pointsOf(series: readonly Series[], { at, runs, say }: Periods): Point[] {
  return series.flatMap((one) =>
    one.values.flatMap((v, i) => {
      if (v === null) return [];
      const isAlone = [i - 1, i + 1].every((j) => one.values[j] == null || runs[j] !== runs[i]);
      return [
        {
          series: one,
          x: at[i] ?? 0,
          y: v.value,
          lower: v.lower,
          upper: v.upper,
          run: `${one.id} ${runs[i]}`,
          isAlone,
          said: say(one, i, v),
        },
      ];
    }),
  );
}

const detail = { field: "run", type: "nominal" } as const;

/** Intervals of the coloured series. */
export function bandLayers(points: readonly Point[], x: object, y: (field: string) => object): object[] {
  const values = points
    .filter(({ series, lower }) => isBanded(series) && lower !== null)
    .map(({ x: year, lower, upper, run, isAlone, series: { colour } }) => ({
      x: year,
      lower,
      upper,
      run,
      isAlone,
      colour,
    }));
  const [alone, joined] = [true, false].map((wanted) => values.filter(({ isAlone }) => isAlone === wanted));
  const limits = { x, y: y("lower"), y2: { field: "upper" } };
  return [
    ...(joined?.length
      ? [
          {
            data: { values: joined },
            mark: { type: "area", opacity: 0.16, line: false },
            encoding: { ...limits, detail, fill: own("colour") },
          },
        ]
      : []),
    // A point on its own has no band to be seen by.
    ...(alone?.length
      ? [
          {
            data: { values: alone },
            mark: { type: "rule", strokeWidth: 2, opacity: 0.4 },
            encoding: { ...limits, color: own("colour") },
          },
        ]
      : []),
  ];
}

/** The lines, solid and dashed, and dots where they are coloured or where no line would show. Each point speaks, with a dot or without. */
export function lineLayers(points: readonly Point[], x: object, y: object): object[] {
  const dashes = [[], [4, 3], ...placeMarks.map(({ dash }) => dash)].map((strokeDash) => ({
    strokeDash,
    values: points
      .filter(({ series }) => series.dash.join() === strokeDash.join())
      .map((point) => ({
        x: point.x,
        y: point.y,
        run: point.run,
        colour: point.series.colour,
        width: point.series.width,
        series: point.series.label,
        said: point.said,
      })),
  }));
  const dots = points
    .filter(({ series, isAlone }) => isBanded(series) || isAlone)
    .map(({ x: year, y: value, said: words, series: { label, colour, shape, dash } }) => ({
      x: year,
      y: value,
      series: label,
      said: words,
      colour,
      shape,
      fill: dash.length === 0 ? colour : colours.paper,
    }));
  return [
    ...dashes
      .filter(({ values }) => values.length > 0)
      .map(({ strokeDash, values }) => ({
        data: { values },
        mark: { type: "line", strokeDash },
        encoding: { x, y, detail, color: own("colour"), size: ownNumber("width"), tooltip: said },
      })),
    {
      data: { values: dots },
      mark: { type: "point", size: 36, opacity: 1 },
      encoding: { x, y, stroke: own("colour"), fill: own("fill"), shape: own("shape"), tooltip: said },
    },
  ];
}

import type {
  ChangeResult,
  DimensionResult,
  IndicatorResult,
  PeriodResult,
  Publishable,
} from "../disclose/publishable.ts";
import { isMissing, type Limits, type NotComputable, type Table } from "../model.ts";

type Cell = string | number | boolean | null;
type Columns = Table["columns"];

const key = { indicator: "VARCHAR", dimension: "VARCHAR" } as const satisfies Columns;
const periodKey = {
  ...key,
  period: "VARCHAR",
  period_start: "VARCHAR",
  period_end: "VARCHAR",
} as const satisfies Columns;
const limits = { value: "DOUBLE", lower: "DOUBLE", upper: "DOUBLE" } as const satisfies Columns;
const missing = { reason: "VARCHAR", reason_text: "VARCHAR" } as const satisfies Columns;

/** The tables that an analyst can query, made from what may be published and nothing else. */
export function tables(results: Publishable): Table[] {
  return [observation, estimate, gap, change, verdict, source].map((make) => make(results));
}

function observation(results: Publishable): Table {
  return {
    name: "observation",
    grain: "one row per indicator, dimension, period and group",
    columns: {
      ...periodKey,
      group_id: "VARCHAR",
      group_label: "VARCHAR",
      numerator: "DOUBLE",
      denominator: "DOUBLE",
      marker: "VARCHAR",
    },
    rows: eachPeriod(results, (at, { groups }) =>
      groups.map(({ id, label, numerator, denominator, marker }) => [...at, id, label, numerator, denominator, marker]),
    ),
  };
}

function estimate(results: Publishable): Table {
  return {
    name: "estimate",
    grain: "one row per indicator, dimension, period and group; group_id 'overall' is everyone",
    columns: {
      ...periodKey,
      group_id: "VARCHAR",
      ...limits,
      share: "DOUBLE",
      ridit: "DOUBLE",
      fitted: "DOUBLE",
      ...missing,
    },
    rows: eachPeriod(results, (at, { groups, overall }) => [
      ...groups.map(({ id, estimate: one, share, ridit, fitted }): Cell[] => [
        ...at,
        id,
        ...limitCells(one),
        share,
        ridit,
        fitted,
        ...missingCells(one),
      ]),
      [...at, "overall", ...limitCells(overall), null, null, null, ...missingCells(overall)],
    ]),
  };
}

function gap(results: Publishable): Table {
  return {
    name: "gap",
    grain: "one row per indicator, dimension, period and type of gap",
    columns: {
      ...periodKey,
      type: "VARCHAR",
      measure: "VARCHAR",
      definition: "VARCHAR",
      unit: "VARCHAR",
      raw: "DOUBLE",
      raw_lower: "DOUBLE",
      raw_upper: "DOUBLE",
      oriented: "DOUBLE",
      oriented_lower: "DOUBLE",
      oriented_upper: "DOUBLE",
      ...missing,
    },
    rows: eachPeriod(results, (at, period) =>
      (["absolute", "relative"] as const).map((type) => {
        const one = period[type];
        return isMissing(one)
          ? [...at, type, null, null, null, null, null, null, null, null, null, ...missingCells(one)]
          : [
              ...at,
              type,
              one.measure,
              one.definition,
              one.unit,
              ...limitCells(one.raw),
              ...limitCells(one.oriented),
              null,
              null,
            ];
      }),
    ),
  };
}

function change(results: Publishable): Table {
  return {
    name: "change",
    grain: "one row per indicator, dimension and thing that changes",
    columns: {
      ...key,
      what: "VARCHAR",
      baseline: "VARCHAR",
      current: "VARCHAR",
      from_value: "DOUBLE",
      to_value: "DOUBLE",
      scale: "VARCHAR",
      change: "DOUBLE",
      change_lower: "DOUBLE",
      change_upper: "DOUBLE",
      p: "DOUBLE",
      adjusted_p: "DOUBLE",
      clear: "BOOLEAN",
      minimum_detectable: "DOUBLE",
      ...missing,
    },
    rows: eachDimension(results, ({ id }, result) => {
      const none = (what: string, baseline: string | null, current: string | null, why: NotComputable): Cell[] => [
        id,
        result.dimension,
        what,
        baseline,
        current,
        ...new Array<null>(10).fill(null),
        ...missingCells(why),
      ];
      const compared = result.change;
      if (isMissing(compared)) return [none("absolute", null, null, compared)];
      const { baseline, current } = compared;
      return (["absolute", "relative", "overall", "disadvantagedEnd", "advantagedEnd"] as const).flatMap((what) => {
        const one: ChangeResult | NotComputable | null = compared[what];
        if (one === null) return [];
        if (isMissing(one)) return [none(words[what], baseline.label, current.label, one)];
        return [
          [
            id,
            result.dimension,
            words[what],
            baseline.label,
            current.label,
            one.from,
            one.to,
            one.scale,
            ...limitCells(one.change),
            one.p,
            one.adjustedP,
            one.clear,
            one.minimumDetectable,
            ...missingCells(one.untested),
          ],
        ];
      });
    }),
  };
}

const words = {
  absolute: "absolute",
  relative: "relative",
  overall: "overall",
  disadvantagedEnd: "disadvantaged end",
  advantagedEnd: "advantaged end",
} as const;

function verdict(results: Publishable): Table {
  return {
    name: "verdict",
    grain: "one row per indicator and dimension",
    columns: {
      ...key,
      theme: "VARCHAR",
      verdict: "VARCHAR",
      label: "VARCHAR",
      temperature: "VARCHAR",
      gap: "VARCHAR",
      overall: "VARCHAR",
      levelling_down: "BOOLEAN",
      rule: "VARCHAR",
      ...missing,
      notes: "VARCHAR",
    },
    rows: eachDimension(results, ({ id, theme }, { dimension, verdict: v, notes }) => [
      [
        id,
        dimension,
        theme,
        v.id,
        v.label,
        v.temperature,
        v.gap,
        v.overall,
        v.levellingDown,
        v.rule,
        ...missingCells(v.because),
        notes.map((note) => note.id).join(" "),
      ],
    ]),
  };
}

function source(results: Publishable): Table {
  return {
    name: "source",
    grain: "one row per file of a dataset",
    columns: {
      dataset: "VARCHAR",
      title: "VARCHAR",
      publisher: "VARCHAR",
      licence: "VARCHAR",
      page: "VARCHAR",
      period: "VARCHAR",
      received: "VARCHAR",
      changes: "VARCHAR",
      rows: "INTEGER",
      file: "VARCHAR",
      sha256: "VARCHAR",
    },
    rows: results.sources.flatMap((one) =>
      one.files.map(({ path, sha256 }) => [
        one.id,
        one.title,
        one.publisher,
        one.licence,
        one.page,
        one.period,
        one.received,
        one.changes,
        one.rows,
        path,
        sha256,
      ]),
    ),
  };
}

const eachDimension = (
  { indicators }: Publishable,
  make: (indicator: IndicatorResult, dimension: DimensionResult) => Cell[][],
): Cell[][] => indicators.flatMap((indicator) => indicator.dimensions.flatMap((one) => make(indicator, one)));

const eachPeriod = (results: Publishable, make: (at: Cell[], period: PeriodResult) => Cell[][]): Cell[][] =>
  eachDimension(results, ({ id }, { dimension, periods }) =>
    periods.flatMap((one) => make([id, dimension, one.period.label, one.period.start, one.period.end], one)),
  );

const limitCells = (one: Limits | NotComputable): Cell[] =>
  isMissing(one) ? [null, null, null] : [one.value, one.lower, one.upper];

const missingCells = (one: object | null): Cell[] =>
  one !== null && isMissing(one) ? [one.reason, one.text] : [null, null];

import { differenceUnit, digits, ratio, sharedDigits } from "../catalogue/format.ts";
import { type Say, sayIn } from "../catalogue/say.ts";
import { type Limits, orderFacts, SIGNIFICANCE } from "../model.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import {
  type Compared,
  type Comparison,
  type PlaceDifference,
  type PlaceFigures,
  type Standing,
  standings,
} from "../results/comparison.ts";

/** The places of a project side by side, as text. */

type GapType = "absolute" | "relative";

/** What is told of one compared gap, with what telling it needs. */
interface Told {
  say: Say;
  compared: Compared;
  nameOf: (place: string) => string;
}

export const standingSigns: Record<Standing, string> = {
  above: "▲",
  below: "▼",
  "may-be-chance": "~",
  "no-clear-difference": "=",
  "not-tested": "?",
};

/** More groups than these do not fit beside one another; their figures are in the data. */
const MOST_GROUPS = 6;

export const idOf = ({ indicator, dimension }: Pick<Compared, "indicator" | "dimension">): string =>
  `${indicator}--${dimension}`;

const namesIn =
  ({ places }: Comparison) =>
  (id: string): string =>
    places.find((one) => one.id === id)?.name ?? id;

/** The unit of a gap, for text. */
function unitOf({ kinds }: Compared, type: GapType): string {
  const kind = kinds[type];
  if (kind === null) return "";
  return type === "absolute" ? differenceUnit(kind.unit) : kind.atEquality === 1 ? ratio : "%";
}

const figure = ({ say }: Told, one: Limits | NotComputable, unit: string): string =>
  isMissing(one) ? say.method.reason(one) : say.figureWithRange(one, unit);

const gapText = (t: Told, of: PlaceFigures, type: GapType): string =>
  figure(t, of.gaps[type].gap, unitOf(t.compared, type));

/** How far apart, with its sign; of ratios, how many times as large. */
function apart({ say, compared }: Told, one: Limits | null, type: GapType): string {
  if (one === null) return "[x]";
  const unit = unitOf(compared, type);
  if (unit === ratio) return say.figureWithRange(one, ratio);
  const places = digits(one, unit);
  const range = say.range(one, places);
  const text = say.signed(one.value, places);
  return range === null ? text : say.writing.withRange(text, range);
}

export interface HeatRow {
  id: string;
  heading: string;
  unit: string;
  cells: { place: string; gap: string; range: string | null; standing: Standing }[];
}

/** The map of gaps: a row for each that is compared, a cell for each place. */
export function heatRows(comparison: Comparison): HeatRow[] {
  const say = sayIn(comparison);
  return comparison.compared.map((compared) => {
    const unit = unitOf(compared, "absolute");
    return {
      id: idOf(compared),
      heading: say.comparison.row(headingOf(say, compared), compared.period),
      unit: say.unitName(unit),
      cells: compared.places.map(({ place, gaps: { absolute } }) => {
        if (isMissing(absolute.gap)) return { place, gap: "[x]", range: null, standing: absolute.standing };
        const places = digits(absolute.gap, unit);
        return {
          place,
          gap: say.number(absolute.gap.value, places),
          range: say.range(absolute.gap, places),
          standing: absolute.standing,
        };
      }),
    };
  });
}

const headingOf = ({ comparison }: Say, { title, dimensionTitle }: Pick<Compared, "title" | "dimensionTitle">) =>
  comparison.heading(title, dimensionTitle);

interface Row {
  heading: string;
  cells: string[];
}

export interface TextTable {
  caption: string;
  head: string[];
  rows: Row[];
}

export interface Panel {
  place: string;
  name: string;
  newest: string;
  picture: string;
  points: { middle: number; value: number; lower: number | null; upper: number | null }[];
}

export interface Multiples {
  lead: string;
  /** Ends of the scale of gaps, and of time in years. */
  gaps: { from: number; to: number };
  years: { from: number; to: number };
  panels: Panel[];
}

export interface ComparedSection {
  id: string;
  heading: string;
  question: string;
  reading: string;
  found: string[];
  table: TextTable;
  pairs: { summary: string; table: TextTable } | null;
  multiples: Multiples | null;
  caveats: readonly string[];
}

export function sectionsOf(comparison: Comparison): ComparedSection[] {
  const say = sayIn(comparison);
  const nameOf = namesIn(comparison);
  return comparison.compared.map((compared) => {
    const t = { say, compared, nameOf };
    return {
      id: idOf(compared),
      heading: headingOf(say, compared),
      question: compared.question,
      reading: readingOf(t),
      found: foundIn(t),
      table: tableOf(t),
      pairs: pairsOf(t),
      multiples: multiplesOf(t),
      caveats: compared.caveats,
    };
  });
}

const readingOf = ({ say, compared: { order, disadvantaged, advantaged, better } }: Told): string =>
  orderFacts[order].hasSides && disadvantaged !== null && advantaged !== null
    ? say.comparison.sides(disadvantaged, advantaged, better)
    : say.comparison.typical;

/** What can be said of the places, and what cannot. */
function foundIn({ say, compared, nameOf }: Told): string[] {
  const { found, untested } = say.comparison;
  const { places, period, order, modelled } = compared;
  const names = (standing: Standing): string[] =>
    places
      .filter(({ gaps: { absolute } }) => absolute.standing === standing && !isMissing(absolute.gap))
      .map(({ place }) => nameOf(place));
  const missing = places.filter(({ gaps }) => isMissing(gaps.absolute.gap)).map(({ place }) => nameOf(place));
  const [above, below, chance, unclear, not] = standings.map(names) as [
    string[],
    string[],
    string[],
    string[],
    string[],
  ];
  const tested = above.length + below.length + chance.length + unclear.length;
  const pairs = compared.differences.absolute.filter(({ clear }) => clear !== null);
  const told: string[] = [];
  if (tested === 0)
    told.push(modelled ? untested.modelled : orderFacts[order].hasSides ? untested.ranges : untested.groups);
  else {
    if (above.length > 0) told.push(found.above(above, period));
    if (below.length > 0) told.push(found.below(below, period));
    if (above.length + below.length === 0) told.push(found.none(period));
    if (chance.length > 0) told.push(found.chance(chance));
    if (above.length + below.length > 0 && unclear.length > 0) told.push(found.rest(say.counted(unclear.length)));
    if (not.length > 0) told.push(untested.some(not));
    const clear = pairs.filter((one) => one.clear === true).length;
    told.push(found.pairs(say.counted(pairs.length), say.counted(clear)));
  }
  if (missing.length > 0) told.push(found.missing(missing));
  return told;
}

function tableOf(t: Told): TextTable {
  const { say, compared, nameOf } = t;
  const { table, standings: words } = say.comparison;
  const groups = compared.places[0]?.groups ?? [];
  const shown = groups.length <= MOST_GROUPS ? groups : [];
  // The unit stands in the caption once, and not in every cell.
  const bare = (one: Limits | NotComputable): string => figure(t, one, "");
  const [unit, gapUnit] = [say.unitName(compared.unit), say.unitName(unitOf(compared, "absolute"))];
  const hasRatio = compared.kinds.relative !== null;
  return {
    caption: table.caption(headingOf(say, compared), compared.period, unit),
    head: [
      table.place,
      table.absolute(gapUnit === unit ? "" : gapUnit),
      table.beside,
      table.standing,
      ...(hasRatio ? [table.relative(compared.order)] : []),
      ...(compared.index ? [] : [table.everyone]),
      ...shown.map(({ label }) => label),
    ],
    rows: compared.places.map((of) => ({
      heading: nameOf(of.place),
      cells: [
        bare(of.gaps.absolute.gap),
        apart(t, of.gaps.absolute.beside, "absolute"),
        `${standingSigns[of.gaps.absolute.standing]} ${words[of.gaps.absolute.standing].word}`,
        ...(hasRatio ? [gapText(t, of, "relative")] : []),
        ...(compared.index ? [] : [bare(of.overall)]),
        ...shown.map((_, i) => bare(of.groups[i]!.estimate)),
      ],
    })),
  };
}

function pairsOf(t: Told): ComparedSection["pairs"] {
  const { say, compared, nameOf } = t;
  const { pairs } = say.comparison;
  const tested = compared.differences.absolute.filter(({ clear }) => clear !== null);
  if (tested.length === 0) return null;
  const word = ({ clear, possible }: PlaceDifference): string =>
    clear === null ? pairs.untested : clear ? pairs.clear : possible ? pairs.possible : pairs.unclear;
  return {
    summary: pairs.summary(say.counted(compared.differences.absolute.length)),
    table: {
      caption: pairs.caption(headingOf(say, compared), compared.period, say.unitName(unitOf(compared, "absolute"))),
      head: pairs.head,
      rows: compared.differences.absolute.map((one) => ({
        heading: pairs.pair(nameOf(one.place), nameOf(one.other)),
        cells: [apart(t, one.difference, "absolute"), word(one)],
      })),
    },
  };
}

const yearOf = (day: string): number => Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 12;

/** The gap of every place in all its periods, on one scale; null where there is one period. */
function multiplesOf({ say, compared, nameOf }: Told): Multiples | null {
  const { multiples } = say.comparison;
  const unit = unitOf(compared, "absolute");
  const known = compared.places.flatMap(({ series }) =>
    series.flatMap(({ absolute }) => (isMissing(absolute) ? [] : [absolute])),
  );
  if (compared.places.every(({ series }) => series.length < 2) || known.length === 0) return null;
  const ends = known.flatMap(({ value, lower, upper }) => [value, lower ?? value, upper ?? value]);
  const gaps = { from: Math.min(0, ...ends), to: Math.max(0, ...ends) };
  const days = compared.places.flatMap(({ series }) =>
    series.flatMap(({ start, end }) => [yearOf(start), yearOf(end)]),
  );
  const places = sharedDigits(known, unit);
  const text = (one: Limits | NotComputable): string =>
    isMissing(one) ? multiples.noGap : say.quantity(one.value, unit, places);
  return {
    lead: multiples.lead(say.number(gaps.from, places), say.number(gaps.to, places), say.unitName(unit)),
    gaps,
    years: { from: Math.min(...days), to: Math.max(...days) },
    panels: compared.places.map(({ place, series }) => {
      const newest = series.at(-1);
      return {
        place,
        name: nameOf(place),
        newest: newest === undefined ? multiples.noGap : multiples.newest(newest.period, text(newest.absolute)),
        picture: multiples.picture(
          nameOf(place),
          series.map(({ period, absolute }) => multiples.value(period, text(absolute))),
        ),
        points: series.flatMap(({ start, end, absolute }) =>
          isMissing(absolute) ? [] : [{ middle: (yearOf(start) + yearOf(end)) / 2, ...absolute }],
        ),
      };
    }),
  };
}

/** What is not compared, each with its reason. */
export function notComparedIn(comparison: Comparison): string[] {
  const say = sayIn(comparison);
  const { notCompared } = say.comparison;
  return comparison.notCompared.map((one) => notCompared.item(headingOf(say, one), notCompared.why[one.why]));
}

/** How the places were compared. */
export function comparedHow({ method: { confidence }, ...comparison }: Comparison): string[] {
  const say = sayIn(comparison);
  return say.comparison.method.steps(say.percent(confidence), say.number(SIGNIFICANCE, 2));
}

export interface WorkedGap {
  heading: string;
  rules: string[];
  tables: { heading: string; head: string[]; rows: string[][] }[];
}

/** One comparison worked through with its figures. */
export function workedGaps(comparison: Comparison, indicator: string, dimension: string): WorkedGap | null {
  const say = sayIn(comparison);
  const { explain, notCompared, standings: words } = say.comparison;
  const compared = comparison.compared.find((one) => one.indicator === indicator && one.dimension === dimension);
  if (compared === undefined) {
    const why = comparison.notCompared.find((one) => one.indicator === indicator && one.dimension === dimension);
    return why === undefined
      ? null
      : { heading: explain.notCompared(headingOf(say, why), notCompared.why[why.why]), rules: [], tables: [] };
  }
  const t = { say, compared, nameOf: namesIn(comparison) };
  const pText = (p: number | null): string => (p === null ? "[z]" : say.pValue(p));
  return {
    heading: say.comparison.row(headingOf(say, compared), compared.period),
    rules: explain.rules,
    tables: (["absolute", "relative"] as const)
      .filter((type) => compared.kinds[type] !== null)
      .map((type) => ({
        heading: explain.type[type],
        head: explain.head,
        rows: compared.places.map((of) => {
          const { standardError, beside, p, adjustedP, standing } = of.gaps[type];
          return [
            t.nameOf(of.place),
            gapText(t, of, type),
            standardError === null ? "[z]" : say.number(standardError, 4),
            apart(t, beside, type),
            pText(p),
            pText(adjustedP),
            words[standing].word,
          ];
        }),
      })),
  };
}

import { differenceUnit, digits } from "../catalogue/format.ts";
import type { Gap, Limits } from "../model.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import type { Comparator } from "../results/results.ts";
import type { Breakdown } from "./breakdown.ts";
import { because, gapFigure, gapUnit } from "./state.ts";

/** The newest gap beside the same gap in other places, in the order of the project. */

interface Row {
  heading: string;
  cells: string[];
}

const titleOf = ({ results }: Breakdown, place: string): string =>
  results.comparators?.places.find(({ id }) => id === place)?.title ?? place;

/** The place itself first, then each of the others; none where there are no others. */
export function placeRows(b: Breakdown): Row[] {
  const { results, latest, result, say, indicator } = b;
  const { absolute, relative, overall } = latest;
  if (result.comparators.length === 0 || isMissing(absolute) || isMissing(relative)) return [];
  const trend = result.trends.absolute;
  const level = (one: Limits | NotComputable): string =>
    isMissing(one) ? because(b, one) : say.figureWithRange(one, indicator.unit);
  return [
    {
      heading: results.place.name,
      cells: [
        level(overall),
        gapFigure(b, absolute),
        gapFigure(b, relative),
        ...trendCells(b, isMissing(trend) ? null : trend, absolute),
        "",
      ],
    },
    ...result.comparators.map((one) => ({
      heading: titleOf(b, one.place),
      cells: [
        level(one.overall),
        gapIn(b, one.absolute.gap, absolute),
        gapIn(b, one.relative.gap, relative),
        ...trendCells(b, one.trend, absolute),
        apart(b, one, absolute),
      ],
    })),
  ];
}

/** Whether the own gap has a trend, beside which others can stand. */
const hasTrend = ({ result }: Breakdown): boolean => !isMissing(result.trends.absolute);

/** Where the fitted line goes, from and to; no cell where the own gap has no trend. */
function trendCells(b: Breakdown, trend: { from: number; to: number } | null, own: Gap): string[] {
  if (!hasTrend(b)) return [];
  if (trend === null) return [b.say.places.noTrend];
  const places = digits(own.oriented, gapUnit(own));
  return [b.say.places.trend(b.say.number(trend.from, places), b.say.number(trend.to, places))];
}

/** The heads of the columns. */
export function placeHead(b: Breakdown): string[] {
  const { places } = b.say;
  const trend = b.result.trends.absolute;
  const span = isMissing(trend) ? null : { from: trend.periods[0] ?? "", to: trend.periods.at(-1) ?? "" };
  return places.head(b.results.place.name, span);
}

const gapIn = (b: Breakdown, gap: Limits | NotComputable, own: Gap): string =>
  isMissing(gap) ? because(b, gap) : b.say.figureWithRange(gap, gapUnit(own));

function apart(b: Breakdown, { absolute: { beside, clear } }: Comparator, own: Gap): string {
  const { say } = b;
  if (isMissing(beside)) return because(b, beside);
  const unit = differenceUnit(own.unit);
  const places = beside.lower === null ? digits(own.oriented, gapUnit(own)) : digits(beside, unit);
  const range = say.range(beside, places);
  const text =
    range === null ? say.signed(beside.value, places) : say.writing.withRange(say.signed(beside.value, places), range);
  return clear ? say.places.marked(text) : text;
}

/** Published gaps in other places, each as a table with the place itself first. */
export const publishedTables = (b: Breakdown) =>
  b.result.publishedElsewhere.map(({ measure, unit, note, period, own, places: others }) => {
    const { places } = b.say;
    const figures = [own, ...others.map(({ value }) => value)];
    const digitsOf = (value: number): number => String(value).split(".")[1]?.length ?? 0;
    const most = Math.max(...figures.map(digitsOf));
    const figure = (value: number): string => b.say.quantity(value, unit, most);
    return {
      about: `${places.publishedAbout(measure, period)} ${note}`,
      table: {
        caption: places.publishedCaption(measure, b.indicator.title, period),
        head: places.publishedHead(measure, b.results.place.name),
        rows: [
          { heading: b.results.place.name, cells: [figure(own), ""] },
          ...others.map(({ place, value }) => ({
            heading: titleOf(b, place),
            cells: [figure(value), b.say.signed(own - value, most)],
          })),
        ],
      },
    };
  });

/** How to read the table. */
export function placeNotes(b: Breakdown): string[] {
  const { places } = b.say;
  const isTested = b.result.comparators.some(({ absolute: { clear } }) => clear !== null);
  return [
    places.about(b.latest.period.label),
    isTested ? places.apart : places.noIntervals,
    hasTrend(b) ? places.trendAbout : "",
    b.results.comparators?.about ?? "",
  ].filter((text) => text !== "");
}

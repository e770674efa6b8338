import { calendarYear, digits, sharedDigits } from "../../catalogue/format.ts";
import { type Axis, linearAxis } from "../../charts/layout/axis.ts";
import { temperatureMarks } from "../../charts/layout/chart-theme.ts";
import type { Limits } from "../../model.ts";
import { type Breakdown, groupLabel, sides } from "../../narrate/breakdown.ts";
import { headline, headlineDetail } from "../../narrate/headline.ts";
import { isPlainAverage } from "../../narrate/level.ts";
import { shortChange } from "../../narrate/since-baseline.ts";
import { asSize, gapUnit, isUnordered, whyNoGap } from "../../narrate/state.ts";
import { isMissing } from "../../reasons-and-notes.ts";
import type { Build } from "../page.ts";

/** One row of the card's chart. */
export interface Row {
  label: string;
  limits: Limits | null;
  text: string;
}

/** What a card says, all of it in words. */
export interface CardContent {
  report: string;
  title: string;
  by: string;
  headline: string;
  figure: { label: string; number: string; unit: string; under: string };
  /** What became of the gap; empty where there is none. */
  change: string;
  verdict: { label: string; word: string | null; path: string; colour: string; filled: boolean };
  chart: { caption: string; rows: Row[]; axis: Axis | null };
  /** What stands behind the headline, where there is no chart. */
  detail: string;
  source: string;
}

/** The most rows that the chart has room for. */
const mostRows = 5;

export function contentOf(b: Breakdown, build: Build): CardContent {
  const { results, indicator, latest, result, say } = b;
  const { path, colour, filled } = temperatureMarks[result.verdict.temperature];
  const { word } = say.temperatures[result.verdict.temperature];
  const label = say.verdict.label(result.verdict);
  const publishers = results.sources
    .filter(({ id }) => indicator.datasets.includes(id))
    .flatMap(({ publisher }) => publisher.split("; "));
  return {
    report: say.forms.cardTitle(results.title, calendarYear(results.year)),
    title: indicator.title,
    by: say.forms.by(b.dimension.title),
    headline: headline(b),
    figure: gapFigure(b),
    // Where there is no gap the verdict says why nothing is compared.
    change: isMissing(latest.absolute) ? "" : shortChange(b),
    verdict: { label, word: label === word ? null : word, path, colour, filled },
    chart: chartOf(b),
    detail: headlineDetail(b) ?? "",
    source: say.forms.source({
      place: results.place.name,
      period: latest.period.label,
      publishers: [...new Set(publishers)].join("; "),
      build: build.id,
    }),
  };
}

function gapFigure(b: Breakdown): CardContent["figure"] {
  const { forms, figureParts, range, count } = b.say;
  const gap = b.latest.absolute;
  if (isMissing(gap))
    return { label: forms.gap("pair", true), number: forms.cannotTell, unit: "", under: whyNoGap(b, b.latest, gap) };
  const unit = gapUnit(gap);
  const isClear = gap.clear !== false;
  // What two groups have is said first, the measure of all of them stands on the page.
  const d = b.latest.measures.find(({ measure }) => measure === "d")?.outcome;
  const oriented = !isUnordered(b) && d !== undefined && !isMissing(d) ? d.oriented : gap.oriented;
  const size = !isUnordered(b) && isClear ? asSize(b, oriented).size : oriented;
  return {
    label:
      oriented === gap.oriented && b.dimension.type === "ordered"
        ? b.say.method.measureName(gap.measure)
        : forms.gap(b.dimension.type, isClear),
    ...figureParts(size, unit),
    under: forms.interval(count(100 * b.results.method.confidence), range(size, digits(size, unit))),
  };
}

function chartOf(b: Breakdown): CardContent["chart"] {
  const rows = rowsOf(b);
  const { scale, unit } = b.indicator;
  const ends = rows.flatMap(({ limits }) =>
    limits === null ? [] : [limits.value, limits.lower ?? limits.value, limits.upper ?? limits.value],
  );
  // Shares, rates and counts have a nought that means none, which the axis begins at; grades and years of life have not.
  const figures = scale === "identity" ? ends : [0, ...ends];
  return {
    caption: captionOf(b),
    rows,
    axis: ends.length === 0 ? null : linearAxis(b.say, figures, unit === "%" ? unit : "", 3),
  };
}

const captionOf = ({ say, indicator: { sentence, unit }, latest }: Breakdown): string =>
  say.forms.caption(sentence.measure, say.unitName(unit), latest.period.label);

/** All groups where there is room for them, else the two at the ends; with the place as a whole where it is known. */
function rowsOf(b: Breakdown): Row[] {
  const { groups, overall, extremes } = b.latest;
  const ends = sides(b) ?? (extremes && { disadvantaged: extremes.worst, advantaged: extremes.best });
  const named = ends === null ? [] : [ends.disadvantaged, ends.advantaged];
  const shown =
    groups.length <= mostRows ? groups : named.flatMap((id) => groups.find((group) => group.id === id) ?? []);
  const whole =
    shown.length < mostRows && !isMissing(overall) && !isPlainAverage(b)
      ? [{ label: b.results.place.name, estimate: overall }]
      : [];
  const all = [...shown.map(({ id, estimate }) => ({ label: groupLabel(b, id), estimate })), ...whole];
  const { unit } = b.indicator;
  const figures = all.flatMap(({ estimate }) => (isMissing(estimate) ? [] : [estimate]));
  const places = sharedDigits(figures, unit);
  const say = (value: number): string =>
    unit === "%" ? b.say.quantity(value, unit, places) : b.say.number(value, places);
  return all.map(({ label, estimate }) =>
    isMissing(estimate)
      ? { label, limits: null, text: b.say.forms.noFigure }
      : { label, limits: estimate, text: say(estimate.value) },
  );
}

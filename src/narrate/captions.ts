import { digits, ratio } from "../catalogue/format.ts";
import type { Say } from "../catalogue/say.ts";
import { type Gap, type Period, turnedAs } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { PeriodResult } from "../results/results.ts";
import { type Breakdown, gapsOf, groupLabel, isNeutral, sides } from "./breakdown.ts";
import { headline, headlineDetail } from "./headline.ts";
import { levelOf, othersOf } from "./level.ts";
import { gapSentence, judgedGap, restsOn, trendSentence } from "./since-baseline.ts";
import { gapFigure, gapUnit, groupsSentence, isUnordered, overallSentence, worseSide } from "./state.ts";

/** Titles that say what a chart found, subtitles that say what it measures, and descriptions for those who do not see it. */

/** The time a chart covers. Labels that are spans themselves cannot stand on either side of "to". */
export function span({ charts, count }: Say, periods: readonly Pick<Period, "label">[]): string {
  const labels = periods.map(({ label }) => label);
  const [first = "", last = ""] = [labels[0], labels.at(-1)];
  if (labels.length < 2) return first;
  if (!labels.some((label) => label.includes(" to "))) return charts.span.between(first, last);
  return labels.length === 2 ? charts.span.two(first, last) : charts.span.several(count(labels.length), first, last);
}

/** Whether any two neighbouring periods share a day. */
export const doOverlap = (periods: readonly Period[]): boolean =>
  periods.some(({ start }, i) => i > 0 && start <= (periods[i - 1]?.end ?? ""));

/** The periods from the latest break on: what comes before it is not the same thing. */
function sinceBreak(b: Breakdown): { periods: PeriodResult[]; told: string | null } {
  const { periods } = b.result;
  const at = Math.max(
    0,
    ...b.indicator.breaks.map(({ from }) => periods.findIndex(({ period }) => period.label === from)),
  );
  return {
    periods: periods.slice(at),
    told: at === 0 ? null : b.say.charts.breakSince(periods[at]?.period.label ?? ""),
  };
}

const said = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(" ");

const confidenceOf = (b: Breakdown): string => b.say.percent(b.results.method.confidence);

export const subtitle = ({ say, indicator, dimension, results }: Breakdown, when: string): string =>
  say.charts.subtitle(say.charts.withUnit(indicator.title, indicator.unit), dimension.title, results.place.name, when);

/** The name of a gap, with its unit where it has one. */
export const gapName = (b: Breakdown, gap: Gap): string => {
  const unit = gapUnit(gap);
  const name = b.say.method.measureName(gap.measure);
  return unit === ratio ? name : b.say.charts.withUnit(name, b.say.unitName(unit));
};

export const gapSubtitle = (b: Breakdown, gap: Gap, when: string): string =>
  b.say.charts.gapSubtitle(gapName(b, gap), b.indicator.title, b.dimension.title, b.results.place.name, when);

export function groupsTitle(b: Breakdown): string {
  const { charts, figure } = b.say;
  const gap = b.latest.absolute;
  const ends = sides(b);
  const { extremes } = b.latest;
  if (ends !== null && !isMissing(gap)) {
    if (gap.clear === false && b.dimension.type === "pair") return charts.noClearGap;
    const [first, second] = [ends.disadvantaged, ends.advantaged].map((id) => {
      const estimate = b.latest.groups.find((group) => group.id === id)?.estimate;
      return estimate === undefined || isMissing(estimate)
        ? charts.namedFigure(groupLabel(b, id), charts.noFigure(null))
        : charts.namedFigure(groupLabel(b, id), figure(estimate, b.indicator.unit));
    }) as [string, string];
    return charts.sides(first, second);
  }
  if (extremes === null) return charts.groupByGroup(b.indicator.sentence.measure);
  const tested = b.latest.who.filter(({ clear }) => clear !== null);
  if (tested.length > 0 && tested.every(({ clear }) => !clear)) return charts.noneDiffers(othersOf(b));
  return charts.extremesTitle(
    turnedAs(b.indicator.better),
    groupLabel(b, extremes.worst),
    groupLabel(b, extremes.best),
    areExtremesOfAll(b),
  );
}

/** Whether no group too small to be named lies further out. */
function areExtremesOfAll({ latest: { extremes, groups } }: Breakdown): boolean {
  const values = groups.flatMap(({ id, estimate }) => (isMissing(estimate) ? [] : [{ id, value: estimate.value }]));
  const named = values.filter(({ id }) => id === extremes?.best || id === extremes?.worst).map(({ value }) => value);
  return values.every(({ value }) => value >= Math.min(...named) && value <= Math.max(...named));
}

export function groupsKey(b: Breakdown): string {
  const { latest, results } = b;
  const key = b.say.charts.groupsKey;
  const hasIntervals = latest.groups.some(({ estimate }) => !isMissing(estimate) && estimate.lower !== null);
  return said(
    hasIntervals ? key.intervals(confidenceOf(b)) : key.noIntervals,
    latest.line === null ? null : key.line,
    latest.who.some(({ clear }) => clear !== null) ? key.filled(othersOf(b)) : null,
    isMissing(latest.overall) ? null : key.level(results.place.name, levelOf(b)),
  );
}

/** The groups with the highest and the lowest figure. */
function highestAndLowest(b: Breakdown): { highest: string; lowest: string } | null {
  const shown = b.latest.groups.flatMap(({ id, estimate }) =>
    isMissing(estimate) ? [] : [{ id, value: estimate.value }],
  );
  const sorted = shown.sort((a, c) => c.value - a.value);
  const [highest, lowest] = [sorted[0], sorted.at(-1)];
  return highest === undefined || lowest === undefined || highest === lowest
    ? null
    : { highest: highest.id, lowest: lowest.id };
}

function extremesSentence(b: Breakdown): string | null {
  const ends = highestAndLowest(b);
  if (ends === null) return null;
  const { charts, figure } = b.say;
  const named = (id: string) => {
    const estimate = b.latest.groups.find((group) => group.id === id)?.estimate;
    return estimate === undefined || isMissing(estimate)
      ? groupLabel(b, id)
      : charts.namedFigure(groupLabel(b, id), figure(estimate, b.indicator.unit));
  };
  return charts.extremes(named(ends.highest), named(ends.lowest));
}

export const groupsDescription = (b: Breakdown): string =>
  said(headline(b), headlineDetail(b), isUnordered(b) ? extremesSentence(b) : groupsSentence(b), overallSentence(b));

/** The level then and now: over the years of the trend where the verdict rests on one, else at the two times compared. */
function levelMoved(b: Breakdown) {
  const { change, verdict, periods } = b.result;
  const { overall, period } = b.latest;
  if (b.indicator.index || isMissing(overall)) return null;
  if (verdict.basis === "trend") {
    const first = periods.find((one) => one.period.label === restsOn(b)?.since);
    if (first === undefined || isMissing(first.overall)) return null;
    const direction = verdict.overall;
    const ends = { from: first.overall.value, to: overall.value, since: first.period.label, until: period.label };
    return { ...ends, untested: direction === "not-compared", direction };
  }
  if (isMissing(change) || isMissing(change.overall)) return null;
  const { from, to, untested, direction } = change.overall;
  const ends = { from, to, since: change.baseline.label, until: change.current.label };
  return { ...ends, untested: untested !== null, direction };
}

export function linesTitle(b: Breakdown): string {
  const { charts, quantity, number } = b.say;
  const { overall } = b.latest;
  const told = levelMoved(b);
  if (told === null || isMissing(overall)) return charts.byGroupOverTime(b.indicator.sentence.measure);
  const { from, to, since, until, untested, direction } = told;
  const { unit } = b.indicator;
  const places = digits(overall, unit);
  const moved = charts.level.moved(
    { from: unit === "%" ? quantity(from, unit, places) : number(from, places), to: quantity(to, unit, places) },
    since,
    until,
  );
  if (untested) return charts.level.untested(levelOf(b), moved);
  if (direction === "improving" || direction === "worsening")
    return charts.level.clear(levelOf(b), direction === "improving", moved);
  return (direction === "little-changed" ? charts.level.littleChanged : charts.level.cannotTell)(levelOf(b), moved);
}

export function linesKey(b: Breakdown): string {
  const key = b.say.charts.linesKey;
  const hasIntervals = b.latest.groups.some(({ estimate }) => !isMissing(estimate) && estimate.lower !== null);
  const overlapping = doOverlap(b.result.periods.map(({ period }) => period));
  return said(
    overlapping ? key.overlapping : null,
    b.dimension.groups.length > 6 ? key.others : null,
    hasIntervals ? key.intervals(overlapping, confidenceOf(b)) : null,
    isMissing(b.latest.overall) ? null : key.level(overlapping, b.results.place.name, levelOf(b)),
    ...b.indicator.breaks.map(({ from, why }) => b.say.charts.break(from, why)),
  );
}

export function linesDescription(b: Breakdown): string {
  const { charts, figure, counted } = b.say;
  const { periods, told } = sinceBreak(b);
  const first = periods[0];
  const overlapping = doOverlap(periods.map(({ period }) => period));
  const ends = sides(b) ?? highestAndLowest(b);
  const { unit } = b.indicator;
  const now = b.latest.period.label;
  const figures = (ends === null ? [] : Object.values(ends)).flatMap((id) => {
    const [from, to] = [first, b.latest].map((period) => period?.groups.find((group) => group.id === id)?.estimate);
    if (to === undefined || isMissing(to)) return [];
    const name = groupLabel(b, id);
    if (first === undefined || first === b.latest || from === undefined || isMissing(from))
      return [charts.groupNow(name, figure(to, unit), now)];
    const fromTo = { from: figure(from, unit), to: figure(to, unit) };
    return [charts.groupThenAndNow(name, fromTo, first.period.label, now, !overlapping)];
  });
  const shown = b.dimension.groups.filter(({ id }) =>
    b.result.periods.some(({ groups }) => groups.some((group) => group.id === id && !isMissing(group.estimate))),
  ).length;
  const all = b.result.periods.map(({ period }) => period);
  return said(
    charts.linesOf(overlapping, counted(shown), span(b.say, all)),
    overlapping ? charts.overlap : null,
    told,
    ...figures,
    overallSentence(b),
  );
}

export function gapTitle(b: Breakdown, type: "absolute" | "relative"): string {
  const say = b.say.charts.gap;
  const name = say.name[type];
  const { change, verdict } = b.result;
  const rests = restsOn(b);
  const moved = judgedGap(b, type);
  if (rests === null || moved === null) {
    if (isMissing(change)) {
      if (change.reason === "periods-overlap") return say.overlapping(name);
      return change.reason === "break-in-series" ? say.broken(name) : say.overTime(name);
    }
    return isMissing(change[type]) ? say.overTime(name) : say.untested(name, change.baseline.label);
  }
  const { since, until } = rests;
  switch (verdict[type]) {
    case "narrower":
    case "wider":
      return say.moved(name, verdict[type] === "narrower", since, until);
    case "little-changed":
      return say.littleChanged(name, since);
    case "depends":
      return say.depends(name);
    case "cannot-tell":
      return say.cannotTell(name, since);
    case "not-compared":
      return say.untested(name, since);
  }
}

export function gapKey(b: Breakdown, type: "absolute" | "relative"): string {
  const say = b.say.charts.gap;
  const gap = b.latest[type];
  const isRatio = !isMissing(gap) && gap.atEquality === 1;
  const hasIntervals = !isMissing(gap) && gap.oriented.lower !== null;
  return said(
    isUnordered(b) ? say.higher : say.above(b.say.count(isRatio ? 1 : 0), isNeutral(b) ? worseSide(b) : null),
    isRatio ? say.ratio : null,
    hasIntervals ? say.intervals(confidenceOf(b)) : say.noIntervals,
  );
}

export function gapDescription(b: Breakdown, type: "absolute" | "relative"): string {
  const say = b.say.charts.gap;
  const since = sinceBreak(b);
  const all = gapsOf(b, type);
  const gaps = all.filter(({ period }) => since.periods.includes(period));
  const ends = gaps.length < 2 ? gaps : [gaps[0], gaps.at(-1)];
  const figures = ends.flatMap((item) =>
    item === undefined ? [] : [say.inPeriod(item.period.period.label, gapFigure(b, item.gap))],
  );
  const change = gapSentence(b, type);
  return said(
    say.inPeriods(type, b.say.counted(all.length)),
    since.told,
    figures.length === 0 ? null : `${figures.join("; ")}.`,
    change,
    trendSentence(b, type),
  );
}

export function publishedDescription(
  { say }: Breakdown,
  values: readonly { period: string; value: number }[],
  unit: string,
  places: number,
  isJudged: boolean,
): string {
  const [first, last] = [values[0], values.at(-1)].map((item) => ({
    figure: item === undefined ? "" : say.quantity(item.value, unit, places),
    period: item?.period ?? "",
  })) as [{ figure: string; period: string }, { figure: string; period: string }];
  return say.charts.published.description(say.counted(values.length), first, last, isJudged);
}

import { type Say, sayIn } from "../catalogue/say.ts";
import type { ChangeResult } from "../model.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import type {
  Change,
  DimensionResult,
  GroupResult,
  IndicatorResult,
  PeriodResult,
  Publishable,
} from "../results/results.ts";
import { because } from "./state.ts";
import { besideSteps } from "./working-beside.ts";
import { type Figures, figuresIn } from "./working-figures.ts";
import { gapLines } from "./working-gap.ts";

/** Rows of text under heads: the first cell of each names it. */
export interface WorkingTable {
  head: string[];
  rows: string[][];
}

/** One step of the working: lines of text, and tables among them. */
export interface Step {
  heading: string;
  parts: (string | WorkingTable)[];
}

/** One gap worked through with its figures. */
export interface Working {
  heading: string;
  about: string;
  steps: Step[];
}

/** What each step needs to speak: the words, and numbers to many decimals. */
interface Told {
  say: Say;
  figures: Figures;
}

/** Groups, line or difference, gaps, level, contributions, change, rule: every number that a gap was made from. */
export function working(results: Publishable, indicator: IndicatorResult, dimensionId: string): Working {
  const say = sayIn(results);
  const told: Told = { say, figures: figuresIn(say) };
  const { working: words } = say;
  const result = indicator.dimensions.find(({ dimension }) => dimension === dimensionId)!;
  const dimension = results.dimensions.find(({ id }) => id === dimensionId)!;
  const latest = result.periods.at(-1);
  const heading = words.heading(indicator.title, dimension.title);
  if (!latest) return { heading, about: words.noFigures, steps: [] };
  const { label, start, end } = latest.period;
  return {
    heading: words.period(heading, label, start, end),
    about: words.values(indicator.unit, indicator.better, say.percent(results.method.confidence)),
    steps: [
      groupStep(told, latest, indicator),
      { heading: words.steps.gap, parts: gapLines(say, latest, indicator, dimension) },
      overallStep(told, latest, indicator),
      contributionStep(told, latest),
      changeStep(told, result, indicator),
      verdictStep(told, result),
      ...besideSteps(told, result),
      ...noteSteps(told, result, latest),
    ],
  };
}

function groupStep(
  { say, figures: { n, orNone, whole, range } }: Told,
  { groups, line }: PeriodResult,
  { unit, scale }: IndicatorResult,
): Step {
  const { head: words, nonePublished, steps } = say.working;
  const isLadder = groups.some(({ ridit }) => ridit !== null);
  const head = [
    words.group,
    words.numerator,
    words.denominator,
    words.value(unit),
    words.interval,
    words.share,
    ...(isLadder ? [words.ridit] : []),
    ...(line ? [words.point(scale), words.error, words.fitted] : []),
  ];
  const rows = groups.map(({ label, estimate, share, ridit, working, fitted, ...counts }) => [
    label,
    whole(counts.numerator, counts.numeratorRange),
    whole(counts.denominator, counts.denominatorRange),
    ...(isMissing(estimate) ? [because({ say }, estimate), ""] : [n(estimate.value), range(estimate) ?? nonePublished]),
    orNone(share),
    ...(isLadder ? [orNone(ridit)] : []),
    ...(line ? [orNone(working?.point ?? null), orNone(working?.standardError ?? null), orNone(fitted)] : []),
  ]);
  return { heading: steps.groups, parts: [{ head, rows }] };
}

function overallStep(
  { say, figures: { end } }: Told,
  { groups, overall, par }: PeriodResult,
  { unit }: IndicatorResult,
): Step {
  const { working: words, count } = say;
  const heading = words.steps.level;
  const level = isMissing(overall)
    ? words.notKnown(because({ say }, overall))
    : words.level(`${end(overall)} ${unit}`, overall.from === "published");
  if (isMissing(par)) return { heading, parts: [level] };
  const people = isMissing(par.headCount)
    ? because({ say }, par.headCount)
    : `n x |par| / per = ${say.writing.withRange(count(par.headCount.value), say.range(par.headCount, 0) ?? words.noInterval)}`;
  return { heading, parts: [level, words.par(labelOf(groups, par.reference), end(par.par), people)] };
}

/** What each group adds to the measures that are sums over the groups. */
function contributionStep(told: Told, { contributions, groups }: PeriodResult): Step {
  const { working: words } = told.say;
  const heading = words.steps.contributions;
  if (isMissing(contributions)) return { heading, parts: [words.notComputed(because(told, contributions))] };
  type Contribution = (typeof contributions)[number];
  const isLadder = contributions.some(({ concentration }) => concentration !== null);
  const hasLogs = contributions.some(({ theil }) => theil !== null);
  const columns = [
    { head: words.head.toSpread, of: (one: Contribution) => one.betweenGroupVariance },
    ...(hasLogs ? [{ head: words.head.toTheil, of: (one: Contribution) => one.theil ?? 0 }] : []),
    ...(isLadder ? [{ head: words.head.toConcentration, of: (one: Contribution) => one.concentration ?? 0 }] : []),
  ];
  const rows = contributions.map((one) => ({
    label: labelOf(groups, one.group),
    cells: columns.map(({ of }) => of(one)),
  }));
  return {
    heading,
    parts: [
      sumTable(
        told,
        rows,
        columns.map(({ head }) => head),
      ),
    ],
  };
}

/** What each group contributed to the change of the groups' mean level. */
function splitParts(told: Told, { decomposition }: Change, groups: readonly GroupResult[]): Step["parts"] {
  const { working: words } = told.say;
  if (isMissing(decomposition)) return [words.noSplit(because(told, decomposition))];
  const rows = decomposition.map(({ group, level, composition }) => ({
    label: labelOf(groups, group),
    cells: [level, composition, level + composition],
  }));
  return [words.split, sumTable(told, rows, [words.head.levelChanged, words.head.shareChanged, words.head.both])];
}

const labelOf = (groups: readonly GroupResult[], group: string): string =>
  groups.find(({ id }) => id === group)?.label ?? group;

/** Rows of numbers with their sums below. */
function sumTable(
  { say: { working: words }, figures: { n } }: Told,
  rows: readonly { label: string; cells: readonly number[] }[],
  heads: readonly string[],
): WorkingTable {
  const sums = heads.map((_, column) => rows.reduce((total, { cells }) => total + cells[column]!, 0));
  return {
    head: [words.head.group, ...heads],
    rows: [...rows.map(({ label, cells }) => [label, ...cells.map(n)]), [words.head.together, ...sums.map(n)]],
  };
}

function changeStep(told: Told, { change, periods }: DimensionResult, { better }: IndicatorResult): Step {
  const { steps, changes, noChange } = told.say.working;
  if (isMissing(change)) return { heading: steps.change, parts: [noChange(because(told, change))] };
  const { baseline, current, disadvantagedEnd, advantagedEnd } = change;
  return {
    heading: steps.changeOf(baseline.label, current.label),
    parts: [
      changes.absolute(changeText(told, change.absolute)),
      changes.relative(changeText(told, change.relative)),
      changes.overall(better, changeText(told, change.overall)),
      ...(disadvantagedEnd ? [changes.disadvantagedEnd(changeText(told, disadvantagedEnd))] : []),
      ...(advantagedEnd ? [changes.advantagedEnd(changeText(told, advantagedEnd))] : []),
      ...splitParts(told, change, periods.at(-1)?.groups ?? []),
    ],
  };
}

function changeText(told: Told, change: ChangeResult | NotComputable): string {
  const { working: words, number, pValue } = told.say;
  const { n, end } = told.figures;
  if (isMissing(change)) return because(told, change);
  const moved = words.moved({ from: n(change.from), to: n(change.to) });
  if (change.untested) return words.untested(moved, because(told, change.untested));
  const how = words.how[change.scale](
    change.scale === "variance" || change.scale === "root" ? n(change.change.value) : end(change.change),
  );
  const statistic =
    change.statistic === null
      ? ""
      : change.degreesOfFreedom === null
        ? `, z = ${number(change.statistic, 2)}`
        : `, ${words.studentsT(number(change.statistic, 2), number(change.degreesOfFreedom, 1))}`;
  const adjusted = change.adjustedP === null ? "" : ` ${words.adjusted(pValue(change.adjustedP))}`;
  const p = change.p === null ? "" : `, ${pValue(change.p)}${adjusted}`;
  return words.tested(moved, how, `${statistic}${p}`, change.clear);
}

function verdictStep(told: Told, { verdict }: DimensionResult): Step {
  const { working: words, indicatorPage, verdict: said, method } = told.say;
  return {
    heading: words.steps.verdict(said.label(verdict), verdict.temperature),
    parts: [indicatorPage.rule(method.rule(verdict)), ...(verdict.because ? [because(told, verdict.because)] : [])],
  };
}

function noteSteps(
  { say: { working: words, method } }: Told,
  { notes }: DimensionResult,
  period: PeriodResult,
): Step[] {
  const all = [...notes, ...period.notes];
  return all.length === 0
    ? []
    : [{ heading: words.steps.notes, parts: all.map((note) => words.note(note.id, method.note(note))) }];
}

import type {
  Change,
  ChangeResult,
  DimensionResult,
  GroupResult,
  IndicatorResult,
  PeriodResult,
  Publishable,
} from "../disclose/publishable.ts";
import { type Gap, isMissing, type Limits, type NotComputable } from "../model.ts";
import { count, differenceUnit, number, pValue, range, ratio } from "./format.ts";

/** Decimals of the working: enough to follow with a pocket calculator. */
const DIGITS = 4;
const n = (value: number): string => number(value, DIGITS);
const orNone = (value: number | null): string => (value === null ? "-" : n(value));

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

/** Groups, line or difference, gaps, level, contributions, change, rule: every number that a gap was made from. */
export function working(results: Publishable, indicator: IndicatorResult, dimensionId: string): Working {
  const result = indicator.dimensions.find(({ dimension }) => dimension === dimensionId)!;
  const dimension = results.dimensions.find(({ id }) => id === dimensionId)!;
  const latest = result.periods.at(-1);
  const heading = `${indicator.title}, by ${dimension.title}`;
  if (!latest) return { heading, about: "No figures up to the reporting year.", steps: [] };
  return {
    heading: `${heading}, ${latest.period.label} (${latest.period.start} to ${latest.period.end})`,
    about: `Values in ${indicator.unit}; ${indicator.better} is better; ${percent(results.method.confidence)} intervals.`,
    steps: [
      groupStep(latest, indicator),
      gapStep(latest, indicator, dimension.type, dimension.ranking),
      overallStep(latest, indicator),
      contributionStep(latest),
      changeStep(result, indicator),
      verdictStep(result),
      ...noteSteps(result, latest),
    ],
  };
}

const percent = (share: number): string => `${number(100 * share, share * 100 === Math.round(share * 100) ? 0 : 1)}%`;

function groupStep({ groups, line }: PeriodResult, { unit, scale }: IndicatorResult): Step {
  const isLadder = groups.some(({ ridit }) => ridit !== null);
  const head = [
    "group",
    "numerator",
    "denominator",
    `value (${unit})`,
    "interval",
    "share p",
    ...(isLadder ? ["ridit x"] : []),
    ...(line ? [`g(y), ${scale}`, "s of g(y)", "fitted"] : []),
  ];
  const rows = groups.map(({ label, estimate, numerator, denominator, share, ridit, working, fitted }) => [
    label,
    whole(numerator),
    whole(denominator),
    ...(isMissing(estimate) ? [estimate.text, ""] : [n(estimate.value), range(estimate, DIGITS) ?? "none published"]),
    orNone(share),
    ...(isLadder ? [orNone(ridit)] : []),
    ...(line ? [orNone(working?.point ?? null), orNone(working?.standardError ?? null), orNone(fitted)] : []),
  ]);
  return { heading: "1. Groups", parts: [{ head, rows }] };
}

/** Counts as they are: whole, or with the decimals of a mean of months. */
const whole = (value: number | null): string =>
  value === null ? "-" : Number.isInteger(value) ? count(value) : number(value, 1);

function gapStep(
  period: PeriodResult,
  indicator: IndicatorResult,
  type: "ordered" | "pair" | "unordered",
  ranking: "local" | "national" | null,
): Step {
  const { absolute, relative } = period;
  const heading = "2. Gap";
  if (isMissing(absolute)) return { heading, parts: [`Not computed: ${absolute.text}`] };
  const lines =
    type === "ordered"
      ? lineWorking(period, indicator, ranking)
      : type === "pair"
        ? pairWorking(period)
        : spreadWorking(period);
  return {
    heading,
    parts: [
      ...lines,
      gapText(absolute),
      isMissing(relative) ? `Relative gap not computed: ${relative.text}` : gapText(relative),
    ],
  };
}

function lineWorking(
  period: PeriodResult,
  { scale, per, unit }: IndicatorResult,
  ranking: "local" | "national" | null,
): string[] {
  const { line, absolute } = period;
  if (!line) return [];
  const measured = period.groups.filter(({ working, ridit }) => working !== null && ridit !== null);
  const sum = (f: (p: number, x: number, g: number) => number): number =>
    measured.reduce((total, { share, ridit, working }) => total + f(share ?? 0, ridit ?? 0, working?.point ?? 0), 0);
  const middle = ranking === "national" ? sum((p, x) => p * x) : 0.5;
  const spread = sum((p, x) => p * (x - middle) ** 2);
  const product = sum((p, x, g) => p * (x - middle) * g);
  const average = sum((p, _, g) => p * g);
  const back = {
    identity: (point: number) => n(point),
    log: (point: number) => `e^${n(point)}`,
    logit: (point: number) => `${per} / (1 + e^-(${n(point)}))`,
  }[scale];
  const to = { identity: "y", log: "ln y", logit: `ln(y / (${per} - y))` }[scale];
  const end = line.intercept + line.slope;
  const raw = isMissing(absolute) ? null : absolute.raw.value;
  return [
    `g(y) = ${to}; x runs from 0, most disadvantaged, to 1; x' = ${n(middle)}`,
    `S = sum p (x - x')^2 = ${n(spread)}`,
    `b = sum p (x - x') g / S = ${n(product)} / ${n(spread)} = ${n(line.slope)}`,
    `a = sum p g - b x' = ${n(average)} - ${n(line.slope)} x ${n(middle)} = ${n(line.intercept)}`,
    `f0 = ${back(line.intercept)} = ${endText(line.disadvantagedEnd)} ${unit}, the most disadvantaged end`,
    `f1 = ${back(end)} = ${endText(line.advantagedEnd)} ${unit}, the least disadvantaged end`,
    ...(raw === null
      ? []
      : [
          `f1 - f0 = ${n(line.advantagedEnd.value)} - ${n(line.disadvantagedEnd.value)} = ${n(raw)}`,
          `f1 / f0 = ${n(line.advantagedEnd.value)} / ${n(line.disadvantagedEnd.value)} = ${n(line.advantagedEnd.value / line.disadvantagedEnd.value)}`,
        ]),
    ...(line.lackOfFit
      ? [
          `lack of fit: chi-squared ${n(line.lackOfFit.chiSquared)} on ${line.lackOfFit.degreesOfFreedom} degrees of freedom, ${pValue(line.lackOfFit.p)}`,
        ]
      : []),
  ];
}

const endText = (limits: Limits): string => {
  const interval = range(limits, DIGITS);
  return interval === null ? n(limits.value) : `${n(limits.value)} (${interval})`;
};

function pairWorking({ groups }: PeriodResult): string[] {
  const [disadvantaged, other] = groups.map(valueIn);
  if (disadvantaged == null || other == null) return [];
  return [
    `D = y2 - y1 = ${n(other)} - ${n(disadvantaged)} = ${n(other - disadvantaged)}, ${groups[0]?.label} first`,
    `R = y2 / y1 = ${n(other)} / ${n(disadvantaged)} = ${n(other / disadvantaged)}`,
  ];
}

const valueIn = ({ estimate }: GroupResult): number | null => (isMissing(estimate) ? null : estimate.value);

function spreadWorking(period: PeriodResult): string[] {
  const measured = period.groups.flatMap(({ estimate, share }) =>
    isMissing(estimate) || share === null ? [] : [{ y: estimate.value, p: share }],
  );
  if (measured.length === 0) return [];
  const mean = measured.reduce((total, { y, p }) => total + p * y, 0);
  const between = measured.reduce((total, { y, p }) => total + p * (y - mean) ** 2, 0);
  const { absolute, heterogeneity } = period;
  const adjusted = !isMissing(absolute) && absolute.measure === "bgsd_adjusted" ? absolute.raw.value ** 2 : null;
  return [
    `mu = sum p y = ${n(mean)}`,
    `B = sum p (y - mu)^2 = ${n(between)}`,
    ...(adjusted === null
      ? [`square root of B = ${n(Math.sqrt(between))}; no intervals are published, so chance stays in`]
      : adjusted > 0
        ? [
            `chance alone: sum p (1 - p) V = ${n(between - adjusted)}`,
            `A = B - ${n(between - adjusted)} = ${n(adjusted)}; its square root is ${n(Math.sqrt(adjusted))}`,
          ]
        : [`chance alone is as large as B, so the typical difference is 0`]),
    ...(heterogeneity
      ? [
          `Q = ${n(heterogeneity.q)} on ${heterogeneity.degreesOfFreedom} degrees of freedom, ${pValue(heterogeneity.p)}`,
        ]
      : []),
  ];
}

function gapText({ name, definition, type, unit, raw, oriented }: Gap): string {
  const shown = type === "absolute" ? differenceUnit(unit) : unit === ratio ? "" : unit;
  return `${name} [${definition}]: raw ${n(raw.value)}; oriented ${endText(oriented)} ${shown}`.trimEnd();
}

function overallStep({ groups, overall, par }: PeriodResult, { unit }: IndicatorResult): Step {
  const heading = "3. Overall level";
  const level = isMissing(overall)
    ? `Not known: ${overall.text}`
    : `${endText(overall)} ${unit}, ${overall.from === "published" ? "as published" : "from the groups"}`;
  if (isMissing(par)) return { heading, parts: [level] };
  const people = isMissing(par.headCount)
    ? par.headCount.text
    : `n x |par| / per = ${count(par.headCount.value)} (${par.headCount.lower === null || par.headCount.upper === null ? "no interval" : `${count(par.headCount.lower)} to ${count(par.headCount.upper)}`})`;
  const reference = groups.find(({ id }) => id === par.reference)?.label ?? par.reference;
  return { heading, parts: [level, `par = y of ${reference} - mu = ${endText(par.par)}; ${people}`] };
}

/** What each group adds to the measures that are sums over the groups. */
function contributionStep({ contributions, groups }: PeriodResult): Step {
  const heading = "4. Where the gap comes from";
  if (isMissing(contributions)) return { heading, parts: [`Not computed: ${contributions.text}`] };
  const isLadder = contributions.some(({ concentration }) => concentration !== null);
  const hasLogs = contributions.some(({ theil }) => theil !== null);
  const columns = [
    { head: "to B: p (y - mu)^2", of: (one: (typeof contributions)[number]) => one.betweenGroupVariance },
    ...(hasLogs
      ? [{ head: "to Theil: 1000 p r ln r", of: (one: (typeof contributions)[number]) => one.theil ?? 0 }]
      : []),
    ...(isLadder
      ? [{ head: "to ACI: 2 p (x - x') (y - mu)", of: (one: (typeof contributions)[number]) => one.concentration ?? 0 }]
      : []),
  ];
  return {
    heading,
    parts: [
      sumTable(
        contributions.map((one) => ({ label: labelOf(groups, one.group), cells: columns.map(({ of }) => of(one)) })),
        columns.map(({ head }) => head),
      ),
    ],
  };
}

/** What each group contributed to the change of the groups' mean level. */
function splitParts({ decomposition }: Change, groups: readonly GroupResult[]): Step["parts"] {
  const heading = "change of the groups' mean level, by group:";
  if (isMissing(decomposition)) return [`${heading} not computed. ${decomposition.text}`];
  return [
    heading,
    sumTable(
      decomposition.map(({ group, level, composition }) => ({
        label: labelOf(groups, group),
        cells: [level, composition, level + composition],
      })),
      ["its level changed", "its share changed", "both"],
    ),
  ];
}

const labelOf = (groups: readonly GroupResult[], group: string): string =>
  groups.find(({ id }) => id === group)?.label ?? group;

/** Rows of numbers with their sums below. */
function sumTable(
  rows: readonly { label: string; cells: readonly number[] }[],
  heads: readonly string[],
): WorkingTable {
  const sums = heads.map((_, column) => rows.reduce((total, { cells }) => total + cells[column]!, 0));
  return {
    head: ["group", ...heads],
    rows: [...rows.map(({ label, cells }) => [label, ...cells.map(n)]), ["all together", ...sums.map(n)]],
  };
}

function changeStep({ change, periods }: DimensionResult, indicator: IndicatorResult): Step {
  if (isMissing(change)) return { heading: "5. Change", parts: [`None: ${change.text}`] };
  const { baseline, current } = change;
  return {
    heading: `5. Change, ${baseline.label} to ${current.label}`,
    parts: [
      `absolute gap: ${changeText(change.absolute)}`,
      `relative gap: ${changeText(change.relative)}`,
      `overall level (${indicator.better} is better): ${changeText(change.overall)}`,
      ...endLines(change),
      ...splitParts(change, periods.at(-1)?.groups ?? []),
    ],
  };
}

const endLines = ({ disadvantagedEnd, advantagedEnd }: Change): string[] => [
  ...(disadvantagedEnd ? [`disadvantaged end: ${changeText(disadvantagedEnd)}`] : []),
  ...(advantagedEnd ? [`advantaged end: ${changeText(advantagedEnd)}`] : []),
];

function changeText(change: ChangeResult | NotComputable): string {
  if (isMissing(change)) return change.text;
  const moved = `${n(change.from)} to ${n(change.to)}`;
  if (change.untested) return `${moved}. ${change.untested.text}`;
  const how = {
    difference: `change ${endText(change.change)}`,
    log: `ratio of the two ${endText(change.change)}`,
    variance: `change ${n(change.change.value)}, tested as a variance`,
  }[change.scale];
  const statistic = change.statistic === null ? "" : `, z = ${number(change.statistic, 2)}`;
  const adjusted = change.adjustedP === null ? "" : ` (${pValue(change.adjustedP)} among all changes tested)`;
  const p = change.p === null ? "" : `, ${pValue(change.p)}${adjusted}`;
  return `${moved}; ${how}${statistic}${p}: ${change.clear ? "clear" : "not clear"}`;
}

function verdictStep({ verdict }: DimensionResult): Step {
  return {
    heading: `6. Verdict: ${verdict.label} (${verdict.temperature})`,
    parts: [`The rule that decided: ${verdict.rule}`, ...(verdict.because ? [verdict.because.text] : [])],
  };
}

function noteSteps({ notes }: DimensionResult, period: PeriodResult): Step[] {
  const all = [...notes, ...period.notes];
  return all.length === 0 ? [] : [{ heading: "Notes", parts: all.map(({ id, text }) => `${id}: ${text}`) }];
}

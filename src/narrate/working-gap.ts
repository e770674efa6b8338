import { differenceUnit, ratio } from "../catalogue/format.ts";
import type { Say } from "../catalogue/say.ts";
import type { Gap } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { GroupResult, IndicatorResult, PeriodResult, PublishedDimension } from "../results/results.ts";
import { because } from "./state.ts";
import { figuresIn } from "./working-figures.ts";

/** The step of the working that makes the two gaps, by the kind of groups. Letters and formulas are those of docs/method.md section 3. */
export function gapLines(
  say: Say,
  period: PeriodResult,
  indicator: IndicatorResult,
  { type, ranking }: PublishedDimension,
): string[] {
  const { working: words } = say;
  const { absolute, relative } = period;
  if (isMissing(absolute)) return [words.notComputed(because({ say }, absolute))];
  const lines =
    type === "ordered"
      ? lineWorking(say, period, indicator, ranking)
      : type === "pair"
        ? pairWorking(say, period)
        : spreadWorking(say, period);
  return [
    ...lines,
    gapText(say, absolute),
    isMissing(relative) ? words.relativeNotComputed(because({ say }, relative)) : gapText(say, relative),
  ];
}

function lineWorking(
  say: Say,
  period: PeriodResult,
  { scale, per, unit }: IndicatorResult,
  ranking: "local" | "national" | null,
): string[] {
  const { n, end } = figuresIn(say);
  const { working: words } = say;
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
  const { disadvantagedEnd: f0, advantagedEnd: f1, lackOfFit } = line;
  return [
    words.ladder(to, n(middle)),
    `S = ${words.sum} p (x - x')^2 = ${n(spread)}`,
    `b = ${words.sum} p (x - x') g / S = ${n(product)} / ${n(spread)} = ${n(line.slope)}`,
    `a = ${words.sum} p g - b x' = ${n(average)} - ${n(line.slope)} x ${n(middle)} = ${n(line.intercept)}`,
    words.end(`f0 = ${back(line.intercept)} = ${end(f0)}`, unit, "most"),
    words.end(`f1 = ${back(line.intercept + line.slope)} = ${end(f1)}`, unit, "least"),
    ...(isMissing(absolute)
      ? []
      : [
          `f1 - f0 = ${n(f1.value)} - ${n(f0.value)} = ${n(absolute.raw.value)}`,
          `f1 / f0 = ${n(f1.value)} / ${n(f0.value)} = ${n(f1.value / f0.value)}`,
        ]),
    ...(lackOfFit
      ? [words.lackOfFit(n(lackOfFit.chiSquared), say.count(lackOfFit.degreesOfFreedom), say.pValue(lackOfFit.p))]
      : []),
  ];
}

function pairWorking(say: Say, { groups }: PeriodResult): string[] {
  const { n } = figuresIn(say);
  const [disadvantaged, other] = groups.map(valueIn);
  if (disadvantaged == null || other == null) return [];
  return [
    say.working.first(
      `D = y2 - y1 = ${n(other)} - ${n(disadvantaged)} = ${n(other - disadvantaged)}`,
      groups[0]!.label,
    ),
    `R = y2 / y1 = ${n(other)} / ${n(disadvantaged)} = ${n(other / disadvantaged)}`,
  ];
}

const valueIn = ({ estimate }: GroupResult): number | null => (isMissing(estimate) ? null : estimate.value);

function spreadWorking(say: Say, period: PeriodResult): string[] {
  const { n } = figuresIn(say);
  const { working: words } = say;
  const measured = period.groups.flatMap(({ estimate, share }) =>
    isMissing(estimate) || share === null ? [] : [{ y: estimate.value, p: share }],
  );
  if (measured.length === 0) return [];
  const mean = measured.reduce((total, { y, p }) => total + p * y, 0);
  const between = measured.reduce((total, { y, p }) => total + p * (y - mean) ** 2, 0);
  const { absolute, heterogeneity } = period;
  const corrected = !isMissing(absolute) && absolute.measure === "bgsd_adjusted" ? absolute : null;
  const adjusted = corrected && corrected.raw.value ** 2;
  const letter = corrected?.definition.endsWith(".v1") ? "V" : "U";
  return [
    `mu = ${words.sum} p y = ${n(mean)}`,
    `B = ${words.sum} p (y - mu)^2 = ${n(between)}`,
    ...(adjusted === null
      ? [words.root(n(Math.sqrt(between)))]
      : adjusted > 0
        ? [
            words.chance(`${words.sum} p (1 - p) ${letter} = ${n(between - adjusted)}`),
            words.itsRoot(`A = B - ${n(between - adjusted)} = ${n(adjusted)}`, n(Math.sqrt(adjusted))),
          ]
        : [words.allChance]),
    ...(heterogeneity
      ? [
          words.heterogeneity(
            n(heterogeneity.q),
            say.count(heterogeneity.degreesOfFreedom),
            say.pValue(heterogeneity.p),
          ),
        ]
      : []),
  ];
}

function gapText(say: Say, { measure: id, definition, type, unit, raw, oriented, corners }: Gap): string {
  const { n, end } = figuresIn(say);
  const shown = type === "absolute" ? say.unitName(differenceUnit(unit)) : unit === ratio ? "" : unit;
  const measure = say.method.measureName(id);
  const told = say.working.gap(measure, definition, n(raw.value), `${end(oriented)} ${shown}`.trimEnd());
  return corners === null ? told : say.working.corners(told, say.writing.range(n(corners.lower), n(corners.upper)));
}

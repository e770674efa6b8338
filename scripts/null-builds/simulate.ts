import type { SeriesEvidence } from "../../src/judge/compared-pair.ts";
import type { GapJudgement } from "../../src/judge/gap-judgement.ts";
import { judgeFamily } from "../../src/judge/judge-family.ts";
import type { JudgeSeries } from "../../src/partner/judge-schema.ts";
import { seriesEvidence } from "../../src/partner/series-evidence.ts";
import { type Random, sfc32 } from "../coverage/random.ts";
import { CHUNK, INDICATORS, type NullScenario, scenarios } from "./scenarios.ts";

/** What was counted over some reports. */
export interface Counted {
  builds: number;
  /** Reports with at least one false clear change in the family. */
  falseGaps: number;
  falseLevels: number;
  falseTrends: number;
  /** Gaps truly moved, those of them found, and clear gaps that had not moved. */
  moved: number;
  found: number;
  chance: number;
}

const rules = { confidence: 0.95, same: 0.2, materiality: 0, falseDiscoveryRate: 0.1, levelsByTrend: true };
const SEED = 2026;

/** Standard normal draws (Box and Muller). */
export function normals(random: Random): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    const size = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    spare = size * Math.sin(angle);
    return size * Math.cos(angle);
  };
}

export function simulate(scenario: number, chunk: number): Counted {
  const one = scenarios[scenario]!;
  const random = sfc32(SEED, scenario + 1, chunk + 1);
  const counted: Counted = { builds: 0, falseGaps: 0, falseLevels: 0, falseTrends: 0, moved: 0, found: 0, chance: 0 };
  for (let build = 0; build < CHUNK; build++) count(counted, one, random);
  return counted;
}

function count(counted: Counted, scenario: NullScenario, random: Random): void {
  const normal = normals(random);
  const series = Array.from({ length: INDICATORS }, (_, i): SeriesEvidence => {
    const years = scenario.periods[i % scenario.periods.length]!;
    return seriesEvidence(drawn(scenario, { years, random, normal, hasMoved: i < scenario.moved }), rules.confidence);
  });
  const judged = judgeFamily(series, rules).map(({ judgement }) => judgement);
  counted.builds++;
  const isClear = ({ direction }: GapJudgement): boolean => direction === "narrower" || direction === "wider";
  const claims = judged.map(({ absolute, relative }) => [absolute, relative].filter(isClear));
  const still = claims.slice(scenario.moved);
  const has = (basis: (basis: string) => boolean): boolean =>
    still.some((gaps) => gaps.some((gap) => basis(gap.basis)));
  if (has((basis) => basis !== "trend")) counted.falseGaps++;
  if (has((basis) => basis === "trend")) counted.falseTrends++;
  if (judged.some(({ overall }) => overall.direction === "improving" || overall.direction === "worsening"))
    counted.falseLevels++;
  counted.moved += scenario.moved;
  counted.found += claims.slice(0, scenario.moved).filter((gaps) => gaps.length > 0).length;
  counted.chance += still.filter((gaps) => gaps.length > 0).length;
}

/** How one series is drawn. */
export interface Drawing {
  years: number;
  random: Random;
  normal: () => number;
  hasMoved: boolean;
}

const sizes = { fifths: 5, wards: 32, published: 2, pools: 5 } as const;

/** A series in which only chance moves, or whose gap moves by four standard errors in its last year. */
export function drawn(scenario: NullScenario, { years, random, normal, hasMoved }: Drawing): JudgeSeries {
  const { shape, overdispersion, autocorrelation } = scenario;
  const k = sizes[shape];
  const between = (low: number, high: number): number => low + (high - low) * random();
  const size = Math.round(between(3_000, 40_000));
  const level = between(0.08, 0.5);
  const slope = between(-0.5, 0.5);
  const shares = Array.from({ length: k }, (_, i) =>
    shape === "wards" ? level * between(0.7, 1.3) : level * (1 + slope * (0.5 - i / (k - 1))),
  );
  const denominators = shares.map(() => Math.round(size * between(0.8, 1.2)));
  const errors = shares.map((share, i) => Math.sqrt((overdispersion * share * (1 - share)) / denominators[i]!));
  const correlated = shares.map(() => {
    let before = normal();
    return () => {
      const now = before;
      before = autocorrelation * before + Math.sqrt(1 - autocorrelation ** 2) * normal();
      return now;
    };
  });
  // Four standard errors of the change of the gap, put on the first group against the last.
  const shift = (t: number): number =>
    hasMoved && t === years - 1 ? 4 * Math.SQRT2 * Math.hypot(errors[0]!, errors[k - 1]!) : 0;
  const yearly = Array.from({ length: shape === "pools" ? 6 : years }, (_, t) =>
    shares.map((share, i) => {
      const tilt = (0.5 - i / (k - 1)) * shift(t);
      return Math.min(0.99, Math.max(0.005, share + tilt + errors[i]! * correlated[i]!()));
    }),
  );
  const counts = yearly.map((year) => year.map((share, i) => Math.round(share * denominators[i]!)));
  const days = (first: number, last: number) => ({ start: `${2000 + first}-01-01`, end: `${2000 + last}-12-31` });
  const kind =
    shape === "published"
      ? ({ kind: "published", workingScale: "identity" } as const)
      : ({ kind: "proportion" } as const);
  const periods =
    shape === "pools"
      ? [0, 1].map((first) => ({
          label: `${first}`,
          ...days(first, first + 4),
          groups: shares.map((_, i) => ({
            order: i + 1,
            numerator: counts.slice(first, first + 5).reduce((sum, year) => sum + year[i]!, 0),
            denominator: 5 * denominators[i]!,
          })),
        }))
      : counts.map((year, t) => ({
          label: `${t}`,
          ...days(t, t),
          groups: year.map((numerator, i) =>
            shape === "published"
              ? { order: i + 1, value: Number(((100 * numerator) / denominators[i]!).toFixed(1)), population: size }
              : { order: i + 1, numerator, denominator: denominators[i]! },
          ),
        }));
  return { name: "", better: "lower", ordered: shape !== "wards", scale: 100, ...kind, periods };
}

/** Counts of several jobs. */
export const together = (all: readonly Counted[]): Counted =>
  all.reduce((sum, one) => ({
    builds: sum.builds + one.builds,
    falseGaps: sum.falseGaps + one.falseGaps,
    falseLevels: sum.falseLevels + one.falseLevels,
    falseTrends: sum.falseTrends + one.falseTrends,
    moved: sum.moved + one.moved,
    found: sum.found + one.found,
    chance: sum.chance + one.chance,
  }));

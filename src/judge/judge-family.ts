import { benjaminiHochberg } from "../stats/benjamini-hochberg.ts";
import { isClear } from "./clear.ts";
import { pairOf, type SeriesEvidence, separateOf } from "./compared-pair.ts";
import {
  type Compared,
  compare,
  type FamilyRules,
  type GapJudgement,
  gapJudgement,
  type Prepared,
  type TrendJudgement,
  type Which,
} from "./gap-judgement.ts";
import {
  type ComparedLevel,
  compareLevel,
  isLevellingDown,
  type LevelJudgement,
  levelJudgement,
  testOfLevel,
} from "./level-judgement.ts";
import { borrowed, buildScatter, ownScatter } from "./scatter.ts";
import { type GapVerdict, gapVerdict } from "./temperature.ts";

/** What is judged of one series. */
export interface SeriesJudgement {
  absolute: GapJudgement;
  relative: GapJudgement;
  overall: LevelJudgement;
  trend: { absolute: TrendJudgement | null; relative: TrendJudgement | null };
  verdict: GapVerdict;
}

/** A judgement with what it was made from. */
export interface FoundedJudgement {
  judgement: SeriesJudgement;
  prepared: Prepared;
  compared: Record<Which, Compared> & { level: ComparedLevel };
}

const both = ["absolute", "relative"] as const;

/** Judges all series of a build together: the tests of a family are adjusted for how many there are: docs/method.md section 5. */
export function judgeFamily(all: readonly SeriesEvidence[], rules: FamilyRules): FoundedJudgement[] {
  const parted = all.map((series) => ({ series, pair: pairOf(series), separate: separateOf(series) }));
  const own = parted.map(({ separate }) => ownScatter(separate));
  const ofBuild = buildScatter(own);
  const prepared = parted.map((one, i): Prepared => ({ ...one, scatter: borrowed(own[i]!, ofBuild) }));
  const compared = prepared.map((one) => ({
    absolute: compare(one, "absolute", rules),
    relative: compare(one, "relative", rules),
    level: compareLevel(one, rules),
  }));

  const adjustedGaps = adjusted(compared.flatMap((one) => both.map((which) => one[which].test)));
  const adjustedLevels = adjusted(compared.map(({ level }) => testOfLevel(level)));
  const trends = compared.flatMap((one) => both.map((which) => one[which]));
  const decides = ({ test }: Compared, t: number): boolean =>
    test === null && !areasDiffer(prepared[Math.floor(t / 2)]!);
  const deciding = adjusted(trends.map((one, t) => (decides(one, t) ? one.trend : null)));
  const shown = adjusted(trends.map((one, t) => (decides(one, t) ? null : one.trend)));

  return prepared.map((one, s) => {
    const trendOf = (which: Which, w: number): TrendJudgement | null => {
      const { trend } = compared[s]![which];
      if (trend === null) return null;
      const adjustedP = (deciding[2 * s + w] ?? shown[2 * s + w])!;
      return { ...trend, adjustedP, clear: isClear(trend.p) && adjustedP < rules.falseDiscoveryRate };
    };
    const trend = { absolute: trendOf("absolute", 0), relative: trendOf("relative", 1) };
    const [absolute, relative] = both.map((which, w) =>
      gapJudgement(one, which, {
        compared: compared[s]![which],
        adjustedP: adjustedGaps[2 * s + w]!,
        trend: trend[which],
        rules,
      }),
    ) as [GapJudgement, GapJudgement];
    const overall = levelJudgement(one, compared[s]!.level, adjustedLevels[s]!, rules);
    const basis = absolute.basis !== "none" ? absolute.basis : relative.basis;
    const narrows = absolute.direction === "narrower" || relative.direction === "narrower";
    const levellingDown = narrows && isLevellingDown(one);
    const verdict = gapVerdict(absolute.direction, relative.direction, basis, levellingDown);
    return { judgement: { absolute, relative, overall, trend, verdict }, prepared: one, compared: compared[s]! };
  });
}

const areasDiffer = ({ pair }: Prepared): boolean => pair.basis === "none" && pair.reason === "areas-differ";

/** Benjamini-Hochberg over the tests that there are, in their places. */
function adjusted(tests: readonly ({ p: number } | null)[]): (number | null)[] {
  const known = benjaminiHochberg(tests.flatMap((test) => (test === null ? [] : [test.p])));
  let at = 0;
  return tests.map((test) => (test === null ? null : known[at++]!));
}

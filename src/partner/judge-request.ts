import type { z } from "zod";
import { UsageError } from "../error.ts";
import type { GapJudgement, TrendJudgement } from "../judge/gap-judgement.ts";
import { judgeFamily, type SeriesJudgement } from "../judge/judge-family.ts";
import { checked, keyOf } from "./faults.ts";
import { parseJson } from "./json.ts";
import { type JudgeRequest, judgeFileSchema, judgeRequestSchema } from "./judge-schema.ts";
import type { Source } from "./request-source.ts";
import { seriesEvidence } from "./series-evidence.ts";

type AnsweredTrend = Omit<TrendJudgement, "line">;
type AnsweredGap = Omit<GapJudgement, "degreesOfFreedom"> & { df: number | null };

/** The judgement of one series, under its name. */
export interface JudgedSeries extends Omit<SeriesJudgement, "absolute" | "relative" | "trend"> {
  name: string;
  absolute: AnsweredGap;
  relative: AnsweredGap;
  trend: { absolute: AnsweredTrend | null; relative: AnsweredTrend | null };
}

/** The judgements of a request, in its order. */
export interface JudgeAnswer {
  series: JudgedSeries[];
}

/** Reads and answers a request for judgements, or a file that holds one beside what is expected of it. */
export function judgedRequest({ text, file, form }: Source): JudgeAnswer {
  if (form === "csv") throw new UsageError("judge reads JSON; --help shows its form");
  const raw = parseJson(text, file);
  const locate = (path: readonly PropertyKey[]) => ({ file, key: keyOf(path) });
  const isFile = typeof raw === "object" && raw !== null && "request" in raw;
  return answer(isFile ? checked(judgeFileSchema, raw, locate).request : checked(judgeRequestSchema, raw, locate));
}

/**
 * Change, scatter, trend and verdict of series of gaps over time, by the second edition of the method: each newest
 * period against its baseline, all series of a request one family of tests.
 *
 * Rule: changes tested by Student's t with the scatter of the series and of the whole request; Benjamini-Hochberg over
 * gaps, levels and trends apart; a change is clear below 0.05, below the false discovery rate once adjusted, and of the
 * size that is asked for. Points and ratio are judged apart and named together.
 * Shapes and units: groups as `summarise` takes them; from and to in the indicator's unit or as ratios, delta and
 * standard error on the scale of the test.
 * Errors: a UserError that lists every fault of a request that cannot be read.
 * Source: Spiegelhalter DJ (2005), doi:10.1136/qshc.2005.013755; Benjamini Y, Hochberg Y (1995),
 * doi:10.1111/j.2517-6161.1995.tb02031.x
 *
 * @example
 * // 40 and 20 in 100, then 30 and 20: the difference halves; sampling alone, since two periods lend no scatter.
 * const year = (label: string, first: number) => ({ label, start: `${label}-01-01`, end: `${label}-12-31`, groups: [
 *   { order: 1, numerator: first, denominator: 10000 }, { order: 2, numerator: 2000, denominator: 10000 },
 * ] });
 * const kind = { better: "lower", ordered: true, kind: "proportion", scale: 100 } as const;
 * judge({ series: [{ name: "rent", ...kind, periods: [year("2019", 4000), year("2023", 3000)] }] }).series;
 * // => [{ absolute: { from: 20, to: 10, delta: -10, direction: "narrower", phi: null },
 * //       relative: { from: 2, to: 1.5, direction: "narrower" }, verdict: { gap: "closing", temperature: "cooling" } }]
 */
export const judge = (request: JudgeRequest): JudgeAnswer =>
  answer(checked(judgeRequestSchema, request, (path) => ({ file: "request", key: keyOf(path) })));

function answer({ series, level: confidence, ...rules }: z.infer<typeof judgeRequestSchema>): JudgeAnswer {
  const judged = judgeFamily(
    series.map((one) => seriesEvidence(one, confidence)),
    { confidence, ...rules, levelsByTrend: false },
  );
  return {
    series: series.map(({ name }, i) => {
      const { absolute, relative, trend, ...rest } = judged[i]!.judgement;
      return {
        name,
        absolute: answered(absolute),
        relative: answered(relative),
        ...rest,
        trend: { absolute: answeredTrend(trend.absolute), relative: answeredTrend(trend.relative) },
      };
    }),
  };
}

const answered = ({ degreesOfFreedom, ...gap }: GapJudgement): AnsweredGap => ({ ...gap, df: degreesOfFreedom });

function answeredTrend(trend: TrendJudgement | null): AnsweredTrend | null {
  if (trend === null) return null;
  const { line: _, ...answer } = trend;
  return answer;
}

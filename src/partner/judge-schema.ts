import { z } from "zod";
import { scales } from "../model.ts";
import { across, amount, figure, level, positive, type Report } from "./numbers.ts";
import { groupSchema, kindsTaken } from "./scenario.ts";

/** What partners send to be judged: the `request` of tests/golden/judgement.json. */

const day = z.iso.date("a day that exists, such as 2024-03-31");

const periodSchema = z.strictObject({
  label: z.string().min(1, "text of at least one character"),
  /** First and last day, both included. */
  start: day,
  end: day,
  groups: z.array(groupSchema).min(2, "at least two groups"),
  /** The published level; else it is pooled from the groups. */
  overall: z
    .strictObject({ value: figure, lower95: figure.nullish(), upper95: figure.nullish(), se: amount.nullish() })
    .optional(),
});

const seriesSchema = z
  .strictObject({
    name: z.string().min(1, "text of at least one character"),
    better: z.enum(["higher", "lower"]),
    /** Whether the groups form a ladder, most disadvantaged first. Two groups are a pair either way. */
    ordered: z.boolean(),
    kind: z.enum(kindsTaken),
    /** Only where the kind does not decide it: published. */
    workingScale: z.enum(scales).optional(),
    /** Values are given per this many. */
    scale: positive.nullish(),
    ranking: z.enum(["local", "national"]).optional(),
    /** Label of the period that the latest is compared with; else the latest earlier one that shares no day with it. */
    baseline: z.string().optional(),
    /** First days of what is not comparable with what was before. */
    breaks: z.array(day).optional(),
    /** From the earliest to the latest. */
    periods: z.array(periodSchema).min(1, "at least one period"),
  })
  .superRefine(across(checkSeries));
/** A series of gaps over time: groups of each period, from the earliest to the latest. */
export type JudgeSeries = z.infer<typeof seriesSchema>;

export const judgeRequestSchema = z.strictObject({
  /** Confidence of the intervals. */
  level: level.default(0.95),
  /** Share of the baseline gap that counts as no change. */
  same: z.number().min(0).max(1).default(0.2),
  /** Share of the baseline that a clear change must reach. */
  materiality: z.number().min(0).default(0),
  /** Among the changes called clear this share may be chance. */
  falseDiscoveryRate: z.number().gt(0).lt(1).default(0.1),
  /** One family of tests. */
  series: z.array(seriesSchema).min(1, "at least one series"),
});
/** Series that are judged together, with the rules they are judged by. */
export type JudgeRequest = z.input<typeof judgeRequestSchema>;

function checkSeries({ periods, baseline }: JudgeSeries, report: Report): void {
  periods.forEach(({ start, end }, i) => {
    if (start > end) report(["periods", i, "end"], "a day that is not before the first day");
    const before = periods[i - 1];
    if (before !== undefined && `${before.start} ${before.end}` >= `${start} ${end}`)
      report(["periods", i, "start"], "periods from the earliest to the latest, each once");
  });
  const labels = periods.map(({ label }) => label);
  labels.forEach((label, i) => {
    if (labels.indexOf(label) < i) report(["periods", i, "label"], "a label that no other period of the series has");
  });
  if (baseline !== undefined && !labels.includes(baseline))
    report(["baseline"], `the label of a period of the series: ${labels.join(", ")}`);
}

/** The same in a file that also says where it comes from and what is expected of it, which is not read. */
export const judgeFileSchema = z.strictObject({
  source: z.string().optional(),
  method: z.union([z.int(), z.string()]).optional(),
  request: judgeRequestSchema,
  expected: z.unknown().optional(),
});

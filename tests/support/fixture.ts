import { told } from "../../src/catalogue/told.ts";
import { leavesOut } from "../../src/judge/clear.ts";
import type { ChangeContribution, ChangeResult, Gap, GapChange, LevelChange, Limits, Period } from "../../src/model.ts";
import { type NotComputable, notComputable } from "../../src/reasons-and-notes.ts";
import {
  type DimensionResult,
  type GroupResult,
  type IndicatorResult,
  type PeriodResult,
  type Publishable,
  type Results,
  resultsSchema,
} from "../../src/results/results.ts";

/** A made-up place with one case of everything the report must be able to say. Figures are invented, not computed. */

const limits = (value: number, half: number | null): Limits => ({
  value,
  lower: half === null ? null : value - half,
  upper: half === null ? null : value + half,
});

const year = (label: number): Period => ({ label: String(label), start: `${label}-01-01`, end: `${label}-12-31` });

const group = (
  id: string,
  label: string,
  estimate: GroupResult["estimate"],
  more: Partial<GroupResult> = {},
): GroupResult => ({
  id,
  label,
  estimate,
  marker: null,
  numerator: null,
  numeratorRange: null,
  denominator: null,
  denominatorRange: null,
  share: null,
  working: null,
  ridit: null,
  fitted: null,
  notes: [],
  ...more,
});

type Measure = Omit<Gap, "raw" | "oriented" | "clear" | "notes">;
const measures = {
  sii: {
    measure: "sii",
    definition: "sii.ridit-wls.v1",
    type: "absolute",
    unit: "%",
    atEquality: 0,
    corners: null,
  },
  rii: {
    measure: "rii",
    definition: "rii.ridit-wls.v1",
    type: "relative",
    unit: "ratio",
    atEquality: 1,
    corners: null,
  },
  d: {
    measure: "d",
    definition: "d.extreme-groups.v1",
    type: "absolute",
    unit: "points",
    atEquality: 0,
    corners: null,
  },
  r: { measure: "r", definition: "r.extreme-groups.v1", type: "relative", unit: "ratio", atEquality: 1, corners: null },
  typical: {
    measure: "bgsd_adjusted",
    definition: "bgsd-adjusted.noise-corrected.v2",
    type: "absolute",
    unit: "per 10,000",
    atEquality: 0,
    corners: null,
  },
  share: {
    measure: "cov_adjusted",
    definition: "cov-adjusted.noise-corrected.v2",
    type: "relative",
    unit: "%",
    atEquality: 0,
    corners: null,
  },
} as const satisfies Record<string, Measure>;

const gap = (measure: Measure, oriented: Limits, notes: Gap["notes"] = []): Gap => ({
  ...measure,
  raw: oriented,
  oriented,
  clear: leavesOut(oriented, measure.atEquality),
  notes,
});

const period = (label: Period, groups: GroupResult[], more: Partial<PeriodResult>): PeriodResult => ({
  period: label,
  groups,
  overall: notComputable("no-overall", { of: "published" }),
  unrecorded: null,
  absolute: notComputable("no-intervals", { of: "spread" }),
  relative: notComputable("no-intervals", { of: "spread" }),
  line: null,
  heterogeneity: null,
  who: [],
  measures: [],
  contributions: [],
  extremes: null,
  par: notComputable("not-a-count"),
  notes: [],
  ...more,
});

const untested = notComputable("no-intervals", { of: "change" });
const changed = (from: number, to: number, more: Partial<ChangeResult>): ChangeResult => ({
  from,
  to,
  change: limits(to - from, null),
  scale: "difference",
  standardError: null,
  degreesOfFreedom: null,
  statistic: null,
  p: null,
  adjustedP: null,
  possible: false,
  clear: false,
  moved: to > from ? "up" : "down",
  minimumDetectable: null,
  untested: null,
  ...more,
});
const gapChanged = (
  from: number,
  to: number,
  direction: GapChange["direction"],
  more: Partial<ChangeResult> = {},
): GapChange => ({
  ...changed(from, to, { clear: direction === "narrower" || direction === "wider", ...more }),
  direction,
  depends: null,
  baselineExtreme: null,
  turned: null,
});
const levelChanged = (
  from: number,
  to: number,
  direction: LevelChange["direction"],
  more: Partial<ChangeResult> = {},
): LevelChange => ({
  ...changed(from, to, { clear: direction === "improving" || direction === "worsening", ...more }),
  direction,
});
const between = (from: number, to: number) => ({
  baseline: year(from),
  current: year(to),
  basis: "since-baseline" as const,
  shared: 0,
  scatter: { phi: 1.44, own: 1.2 },
  decomposition: [] as ChangeContribution[],
});
const nothingCompared = (because: NotComputable): DimensionResult["verdict"] => ({
  id: "not-compared",
  temperature: "no-reading",
  absolute: "not-compared",
  relative: "not-compared",
  overall: "not-compared",
  basis: "none",
  levellingDown: false,
  because,
});

const dimensionResult = (
  dimension: string,
  periods: PeriodResult[],
  more: Partial<DimensionResult>,
): DimensionResult => ({
  dimension,
  disadvantaged: null,
  advantaged: null,
  periods,
  change: notComputable("one-period", { baseline: null }),
  trends: {
    absolute: notComputable("too-few-periods", { fewest: 5 }),
    relative: notComputable("too-few-periods", { fewest: 5 }),
    overall: notComputable("too-few-periods", { fewest: 5 }),
  },
  paces: [],
  verdict: nothingCompared(notComputable("one-period", { baseline: null })),
  peopleNeeded: null,
  publishedGaps: [],
  alternatives: [],
  publishedElsewhere: [],
  comparators: [],
  notes: [],
  ...more,
});

const indicator = (
  id: string,
  more: Partial<IndicatorResult> & Pick<IndicatorResult, "title" | "sentence" | "dimensions">,
): IndicatorResult => ({
  id,
  question: `What about ${more.title.toLowerCase()}?`,
  easy: null,
  theme: "money",
  place: null,
  partOf: null,
  modelled: false,
  core: false,
  index: false,
  actions: [],
  better: "lower",
  kind: "proportion",
  scale: "logit",
  per: 100,
  unit: "%",
  datasets: ["survey"],
  breaks: [],
  baseline: null,
  why: { denominator: null, baseline: null, dimensions: [] },
  caveats: [],
  commentary: null,
  ...more,
});

// Ordered, four periods, intervals: the gap narrows while the level gets worse.
const fifths = ["most", "second", "third", "fourth", "least"];
const fifthLabels = [
  "Most deprived fifth",
  "Second most deprived fifth",
  "Middle fifth",
  "Second least deprived fifth",
  "Least deprived fifth",
];
const debtPeriod = (y: number, level: number, slope: number): PeriodResult => {
  const values = fifths.map((_, i) => level - slope * (i / 4 - 0.5) * 0.8 + (i === 1 ? 0.9 : 0));
  const ends = [level + slope / 2, level - slope / 2];
  return period(
    year(y),
    fifths.map((id, i) =>
      group(id, fifthLabels[i] ?? id, limits(values[i] ?? 0, 1.1), {
        numerator: Math.round(2000 * (values[i] ?? 0)) / 100,
        denominator: 2000,
        share: 0.2,
        ridit: 0.1 + 0.2 * i,
        fitted: level - slope * (0.1 + 0.2 * i - 0.5),
        notes: i === 4 ? [{ id: "weights-implied", parts: {} }] : [],
      }),
    ),
    {
      overall: {
        ...limits(level, 0.4),
        numerator: null,
        numeratorRange: null,
        denominator: null,
        denominatorRange: null,
        from: "published",
      },
      absolute: gap(measures.sii, limits(slope, 1.3)),
      relative: gap(measures.rii, {
        value: (ends[0] ?? 1) / (ends[1] ?? 1),
        lower: (ends[0] ?? 1) / (ends[1] ?? 1) - 0.2,
        upper: (ends[0] ?? 1) / (ends[1] ?? 1) + 0.3,
      }),
      line: {
        scale: "logit",
        intercept: -1,
        slope: -0.5,
        disadvantagedEnd: limits(ends[0] ?? 0, 0.8),
        advantagedEnd: limits(ends[1] ?? 0, 0.8),
        lackOfFit: { chiSquared: 9.1, degreesOfFreedom: 3, p: 0.028, clear: true },
      },
      par: {
        reference: "least",
        par: limits(-slope / 2, 0.9),
        clear: leavesOut(limits(-slope / 2, 0.9), 0),
        headCount: { value: 1234, lower: 1017, upper: 1461 },
        notes: [],
      },
      unrecorded: { share: 0.0123, count: 123, of: "denominator" },
      notes: [{ id: "not-a-straight-gradient", parts: {} }],
    },
  );
};
const debt = indicator("debt", {
  title: "Problem debt",
  sentence: {
    people: "residents",
    state: "are in problem debt",
    measure: "the share of residents in problem debt",
    events: false,
  },
  actions: ["money-1"],
  baseline: "2019",
  why: {
    denominator: "Adults, because children owe nothing.",
    baseline: "The year of the first survey.",
    dimensions: [{ dimension: "fifths", why: "Ranked by income, which debt is no part of." }],
  },
  caveats: ["Answers to a survey <of residents> & friends."],
  dimensions: [
    dimensionResult(
      "fifths",
      [debtPeriod(2019, 20, 14), debtPeriod(2020, 21, 13), debtPeriod(2021, 22.5, 11.2), debtPeriod(2022, 23, 9.1)],
      {
        comparators: [
          {
            place: "otherton",
            period: "2022",
            overall: { value: 15, lower: 14, upper: 16 },
            absolute: { gap: limits(4.1, 1.2), beside: limits(5, 1.6), clear: true },
            relative: { gap: { value: 1.2, lower: 1.1, upper: 1.3 }, beside: limits(1.3, null), clear: null },
            trend: null,
          },
          {
            place: "thirdham",
            period: "2022",
            overall: untested,
            absolute: { gap: untested, beside: untested, clear: null },
            relative: { gap: untested, beside: untested, clear: null },
            trend: null,
          },
        ],
        alternatives: [
          {
            another: "denominator",
            id: "adults",
            name: "adults alone",
            why: "Children have no debts.",
            accepted: "A few more adults than residents were counted in Area 1.",
            gaps: [
              { period: "2019", absolute: gap(measures.sii, limits(15.2, 1.4)), relative: untested },
              { period: "2022", absolute: gap(measures.sii, limits(9.1, 1.3)), relative: untested },
            ],
          },
          {
            another: "ranking",
            id: "income",
            name: "income alone",
            why: null,
            accepted: null,
            gaps: [
              { period: "2019", absolute: untested, relative: untested },
              {
                period: "2022",
                absolute: gap(measures.sii, limits(8.2, 1.3)),
                relative: gap(measures.rii, { value: 1.44, lower: 1.36, upper: 1.52 }),
              },
            ],
          },
        ],
        disadvantaged: "most",
        advantaged: "least",
        change: {
          ...between(2019, 2022),
          absolute: gapChanged(14, 9.1, "narrower", {
            change: limits(-4.9, 1.8),
            standardError: 0.92,
            degreesOfFreedom: 12.5,
            statistic: -5.2,
            p: 0.0000002,
            adjustedP: 0.000001,
            minimumDetectable: 2.6,
          }),
          relative: gapChanged(2.08, 1.49, "cannot-tell", {
            scale: "log",
            change: { value: 0.72, lower: 0.5, upper: 1.02 },
            standardError: 0.18,
            degreesOfFreedom: 12.5,
            statistic: -1.7,
            p: 0.09,
            adjustedP: 0.12,
            minimumDetectable: 0.31,
          }),
          overall: levelChanged(20, 23, "worsening", {
            change: limits(3, 0.6),
            standardError: 0.31,
            degreesOfFreedom: 12.5,
            statistic: 9,
            p: 0,
            adjustedP: 0,
            minimumDetectable: 0.8,
          }),
          disadvantagedEnd: levelChanged(27, 27.5, "cannot-tell", { p: 0.4 }),
          advantagedEnd: levelChanged(13, 18.4, "worsening", { p: 0.001 }),
        },
        trends: {
          absolute: {
            measure: "sii",
            scale: "difference",
            periods: ["2019", "2020", "2021", "2022"],
            slopePerYear: limits(-1.6, 0.5),
            p: 0.0001,
            adjustedP: 0.0002,
            clear: true,
            degreesOfFreedom: 2,
            leftOut: [],
            decides: false,
            from: 14.3,
            to: 9.4,
          },
          relative: {
            measure: "rii",
            scale: "log",
            periods: ["2019", "2020", "2021", "2022"],
            slopePerYear: limits(-0.11, 0.05),
            p: 0.0003,
            adjustedP: 0.0006,
            clear: true,
            degreesOfFreedom: 2,
            leftOut: [],
            decides: false,
            from: 2.1,
            to: 1.5,
          },
          overall: notComputable("too-few-periods", { fewest: 5 }),
        },
        paces: [
          {
            gap: "absolute",
            target: 0,
            source: "The strategy",
            year: 2028.4,
            earliest: 2026.2,
            latest: null,
            outcome: "on-this-trend",
          },
          {
            gap: "relative",
            target: 1.2,
            source: "The plan",
            year: null,
            earliest: null,
            latest: null,
            outcome: "not-on-this-trend",
          },
        ],
        verdict: {
          id: "smaller-in-points-only",
          temperature: "easing",
          absolute: "narrower",
          relative: "cannot-tell",
          overall: "worsening",
          basis: "since-baseline",
          levellingDown: true,
          because: null,
        },
        notes: [{ id: "levelling-down", parts: {} }],
        publishedGaps: [
          {
            measure: "Gap between the outer fifths",
            source: "survey",
            unit: "percentage points",
            note: "As published; computed another way.",
            judged: false,
            values: [
              { period: "2017-19", value: 12.1 },
              { period: "2018-20", value: 11.4 },
              { period: "2019-21", value: 11.9 },
            ],
          },
        ],
      },
    ),
  ],
});

// Unordered areas with intervals, one of them missing, two periods.
const districts = ["North Ham", "South Ham", "Docks & Old Harbour", "University", "Hill", "Green End", "Mill", "Brook"];
const accidentsPeriod = (y: number, shift: number): PeriodResult => {
  const values = [61, 48, 96, 22, 39, 44, 52, 47].map((value) => value + shift);
  return period(
    year(y),
    districts.map((label, i) =>
      i === 7
        ? group(`d${i}`, label, notComputable("blank", { why: "The count is held back by the publisher" }), {
            marker: "[c]",
          })
        : group(`d${i}`, label, limits(values[i] ?? 0, 9), {
            numerator: 10 * (values[i] ?? 0),
            denominator: 100_000,
            share: 1 / 7,
          }),
    ),
    {
      overall: {
        ...limits(50 + shift, 2),
        numerator: null,
        numeratorRange: null,
        denominator: null,
        denominatorRange: null,
        from: "pooled",
      },
      absolute: gap(measures.typical, { value: 19.2, lower: 14.1, upper: 23.3 }),
      relative: gap(measures.share, { value: 38, lower: 28, upper: 46 }),
      heterogeneity: { q: 120, degreesOfFreedom: 6, p: 0, clear: true },
      who: districts.slice(0, 7).map((_, i) => ({
        group: `d${i}`,
        against: "rest" as const,
        level: 50,
        difference: limits((values[i] ?? 0) - 50 - shift, 9.6),
        p: Math.abs((values[i] ?? 0) - 50 - shift) > 12 ? 0.001 : 0.4,
        adjustedP: Math.abs((values[i] ?? 0) - 50 - shift) > 12 ? 0.004 : 0.5,
        clear: Math.abs((values[i] ?? 0) - 50 - shift) > 12,
      })),
      extremes: { best: "d3", worst: "d2" },
    },
  );
};
const accidents = indicator("accidents", {
  title: "Road accidents",
  kind: "rate",
  scale: "log",
  per: 10_000,
  unit: "per 10,000",
  theme: "streets",
  sentence: { people: "residents", state: null, measure: "the rate of road accidents", events: false },
  dimensions: [
    dimensionResult("districts", [accidentsPeriod(2020, 0), accidentsPeriod(2022, 2)], {
      change: {
        ...between(2020, 2022),
        absolute: gapChanged(18.8, 19.2, "cannot-tell", {
          scale: "variance",
          standardError: 67.8,
          degreesOfFreedom: 12.5,
          statistic: 0.2,
          p: 0.84,
          adjustedP: 0.9,
          minimumDetectable: 190,
        }),
        relative: gapChanged(38, 37, "cannot-tell", {
          scale: "variance",
          standardError: 250,
          degreesOfFreedom: 12.5,
          statistic: -0.1,
          p: 0.92,
          adjustedP: 0.92,
          minimumDetectable: 700,
        }),
        overall: levelChanged(50, 52, "little-changed", {
          change: limits(2, 2.9),
          standardError: 1.48,
          p: 0.18,
          adjustedP: 0.18,
          minimumDetectable: 4,
        }),
        disadvantagedEnd: null,
        advantagedEnd: null,
      },
      verdict: {
        id: "cannot-tell",
        temperature: "unclear",
        absolute: "cannot-tell",
        relative: "cannot-tell",
        overall: "little-changed",
        basis: "since-baseline",
        levellingDown: false,
        because: null,
      },
    }),
  ],
});

// A pair without intervals, with a break in the series.
const scorePeriod = (y: number, low: number, high: number): PeriodResult =>
  period(
    year(y),
    [group("poor", "Free school meals", limits(low, null)), group("other", "Other pupils", limits(high, null))],
    {
      overall: {
        ...limits((low + 3 * high) / 4, null),
        numerator: null,
        numeratorRange: null,
        denominator: null,
        denominatorRange: null,
        from: "published",
      },
      absolute: gap(measures.d, limits(high - low, null), [{ id: "intervals-missing", parts: {} }]),
      relative: gap(measures.r, limits(high / low, null)),
    },
  );
const scores = indicator("scores", {
  core: true,
  actions: ["money-1"],
  title: "School scores",
  kind: "published",
  scale: "identity",
  per: 1,
  unit: "points",
  better: "higher",
  theme: "learning",
  sentence: { people: "pupils", state: null, measure: "the average score", events: false },
  breaks: [{ from: "2019", why: "New examinations." }],
  dimensions: [
    dimensionResult(
      "meals",
      [
        scorePeriod(2017, 30.1, 41.2),
        scorePeriod(2018, 30.9, 41.8),
        scorePeriod(2019, 33.2, 47),
        scorePeriod(2022, 34, 49.5),
        scorePeriod(2023, 33, 49),
      ],
      {
        disadvantaged: "poor",
        advantaged: "other",
        change: {
          ...between(2019, 2023),
          scatter: null,
          absolute: gapChanged(13.8, 16, "not-compared", { untested }),
          relative: gapChanged(1.416, 1.485, "not-compared", { scale: "log", untested }),
          overall: levelChanged(43.6, 45, "not-compared", { untested }),
          disadvantagedEnd: null,
          advantagedEnd: null,
        },
        verdict: nothingCompared(untested),
      },
    ),
  ],
});

// A missing group, so no gap; and periods that overlap.
const rolling = (label: string, start: number): Period => ({
  label,
  start: `${start}-09-01`,
  end: `${start + 5}-08-31`,
});
const missing = notComputable("missing-group", { groups: ["Least deprived fifth"] });
const asthmaPeriod = (label: Period, shift: number): PeriodResult =>
  period(
    label,
    fifths.map((id, i) =>
      i === 4
        ? group(id, fifthLabels[i] ?? id, notComputable("blank", { why: "Not published" }), { marker: "[x]" })
        : group(id, fifthLabels[i] ?? id, limits(12 - i + shift, 1.2)),
    ),
    {
      overall: {
        ...limits(10 + shift, 0.5),
        numerator: null,
        numeratorRange: null,
        denominator: null,
        denominatorRange: null,
        from: "published",
      },
      absolute: missing,
      relative: missing,
      notes: [{ id: "missing-group", parts: { groups: ["Least deprived fifth"] } }],
    },
  );
const overlap = notComputable("periods-overlap", { earlier: "2017/18 to 2021/22", later: "2018/19 to 2022/23" });
const asthma = indicator("asthma", {
  title: "Asthma in childhood",
  theme: "learning",
  partOf: "scores",
  kind: "published",
  sentence: { people: "children", state: "have asthma", measure: "the share of children with asthma", events: false },
  dimensions: [
    dimensionResult(
      "fifths",
      [asthmaPeriod(rolling("2017/18 to 2021/22", 2017), 0), asthmaPeriod(rolling("2018/19 to 2022/23", 2018), 0.3)],
      {
        disadvantaged: "most",
        advantaged: "least",
        change: overlap,
        verdict: nothingCompared(overlap),
      },
    ),
  ],
});

const named = (id: string, label: string, phrase = label.toLowerCase()) => ({
  id,
  label,
  phrase,
  tile: null,
  shape: null,
  members: [],
});
const characteristics = [
  { id: "deprivation", title: "Deprivation" },
  { id: "race", title: "Race" },
  { id: "sex", title: "Sex" },
];

const results: Results = {
  format: "tempcheck.results.v1",
  title: "Sampleton Temperature Check",
  year: 2024,
  language: "en-GB",
  publisher: "Sampleton Council",
  contact: null,
  url: null,
  licence: { title: "Open Sample Licence", url: "https://example.org/licence" },
  place: { name: "Sampleton", code: null, people: "residents", areas: "districts" },
  method: {
    version: "2",
    confidence: 0.95,
    materiality: 0,
    same: 0.2,
    falseDiscoveryRate: 0.1,
    reliableDenominator: 100,
    headlineTests: 4,
  },
  disclosure: { threshold: 5, roundTo: null, suppressed: 0 },
  themes: [
    {
      id: "money",
      title: "Money",
      about: "Having enough of it matters.",
      commentary: {
        author: "The debt forum",
        role: "eight residents",
        date: "2023-04-02",
        markdown: "Debt is not a failing.",
      },
      missing: [],
      actions: [
        { id: "money-1", title: "The debt plan", url: "https://sampleton.example/plan", owner: null, next: null },
        {
          id: "money-2",
          title: "Wages that are enough",
          url: "https://sampleton.example/plan",
          owner: null,
          next: null,
        },
      ],
    },
    {
      id: "streets",
      title: "Streets",
      about: null,
      commentary: null,
      missing: [{ what: "Noise", state: "published-not-loaded", needs: "A map of noise" }],
      actions: [],
    },
    { id: "learning", title: "Learning", about: null, commentary: null, missing: [], actions: [] },
    {
      id: "power",
      title: "Power",
      about: "Who decides.",
      commentary: null,
      missing: [
        { what: "Trust", state: "nobody-collects", needs: "A survey of residents" },
        { what: "Turnout", state: "needs-an-agreement", needs: "The returning officer's counts" },
      ],
      actions: [],
    },
  ],
  summary: {
    author: "Ada Sample",
    role: "leader of the council",
    date: "2023-05-01",
    markdown: "We asked for this report, and we will answer it.",
  },
  firstPage: { tiles: [], order: [] },
  characteristics,
  comparators: {
    about: "Otherton lies near by.",
    places: [
      { id: "otherton", title: "Otherton" },
      { id: "thirdham", title: "Thirdham" },
    ],
  },
  dimensions: [
    {
      id: "fifths",
      title: "Deprivation of the area",
      about: "Areas cut into fifths.",
      type: "ordered",
      by: "quantiles",
      ranking: "local",
      preposition: "in",
      characteristic: "deprivation",
      map: null,
      postcodes: null,
      rankings: [
        { id: "income", name: "income alone", areas: 10, moved: [{ area: "Area 6", from: "most", to: "second" }] },
      ],
      groups: fifths.map((id, i) => ({
        ...named(id, fifthLabels[i] ?? id, `the ${fifthLabels[i]?.toLowerCase()} of areas`),
        members: [`Area ${i + 1}`, `Area ${i + 6}`],
      })),
    },
    {
      id: "districts",
      title: "District",
      about: "Each district beside the others.",
      type: "unordered",
      by: "areas",
      ranking: null,
      preposition: "in",
      characteristic: null,
      map: null,
      postcodes: null,
      rankings: [],
      groups: districts.map((label, i) => ({
        ...named(`d${i}`, label, label),
        tile: { column: 2 + (i % 3), row: 1 + Math.floor(i / 3) },
      })),
    },
    {
      id: "meals",
      title: "Free school meals",
      about: "Pupils who can have them and others.",
      type: "pair",
      by: "pair",
      ranking: null,
      preposition: "among",
      characteristic: "deprivation",
      map: null,
      postcodes: null,
      rankings: [],
      groups: [
        named("poor", "Free school meals", "pupils with free school meals"),
        named("other", "Other pupils", "other pupils"),
      ],
    },
  ],
  glossary: [],
  communities: [
    {
      id: "poor-pupils",
      title: "Pupils with free school meals",
      phrase: "pupils with free school meals",
      about: "Counted by their <schools>.",
      characteristic: "deprivation",
      groups: [{ dimension: "meals", group: "poor" }],
      indicators: ["asthma"],
    },
    {
      id: "meals--other",
      title: "Other pupils",
      phrase: "other pupils",
      about: null,
      characteristic: "deprivation",
      groups: [{ dimension: "meals", group: "other" }],
      indicators: [],
    },
    {
      id: "disabled-people",
      title: "Disabled people",
      phrase: "disabled people",
      about: null,
      characteristic: null,
      groups: [],
      indicators: [],
    },
  ],
  areas: districts.map((label, i) => ({
    dimension: "districts",
    group: `d${i}`,
    slug: label.toLowerCase().replace(/[^a-z]+/g, "-"),
    population: i === 0 ? null : 1000 + i,
    counted: i === 0 ? null : "2021-03-21",
    quantiles: [{ dimension: "fifths", group: i < 2 ? "most" : "least" }],
    ranks: [],
    context:
      i === 0
        ? []
        : [
            {
              title: "Home language",
              source: "survey",
              parts: [
                { label: "English", count: 900, share: 0.9, shareOfAll: 0.8 },
                { label: "Other", count: null, share: null, shareOfAll: 0.2 },
              ],
            },
          ],
  })),
  indicators: [debt, accidents, scores, asthma],
  dataGaps: [debt, accidents, scores, asthma].map(({ id }) => ({
    indicator: id,
    cells: characteristics.map(({ id: characteristic }) => ({
      characteristic,
      state:
        characteristic === "deprivation"
          ? ("measured" as const)
          : characteristic === "race"
            ? ("partly" as const)
            : ("not-collected" as const),
      dimensions: [],
      unrecordedShare: characteristic === "race" ? 0.12 : null,
      why: characteristic === "sex" ? "The source does not ask." : null,
    })),
  })),
  sources: [
    {
      id: "survey",
      title: "Survey of residents",
      publisher: "Office of Samples",
      licence: "Open Government Licence v3.0",
      attribution: "Source: Office of Samples.",
      page: "https://example.org/survey",
      period: "2017 to 2023",
      received: "2024-02-01",
      changes: "Nothing.",
      notes: ["Small samples before 2019."],
      rows: 1200,
      files: [{ path: "survey.csv", sha256: "0".repeat(64) }],
    },
  ],
};

export const sampleton = results as Publishable;
resultsSchema.parse(told(sampleton));

import {
  type Kind,
  type Order,
  SIGNIFICANCE,
  STRICT_SIGNIFICANCE,
  type Temperature,
  type Verdict,
} from "../../model.ts";
import type { Note } from "../../reasons-and-notes.ts";
import { type Counted, list, plural } from "../english.ts";

/** The page of the method. */

/** Short names of notes, and what each means, for the method page. */
export const notes: Record<Note["id"], { label: string; meaning: string }> = {
  "each-its-own-ages": {
    label: "ratios of different ages",
    meaning:
      "Each ratio counts the ages of its own people. Two ratios can therefore differ although people of the same age fare alike. Set each against the standard first, and against one another with care.",
  },
  "biased-near-equality": {
    label: "Too large near equality",
    meaning:
      "A measure made of absolute differences cannot come out at zero, so it is too large where groups hardly differ.",
  },
  "no-interval": {
    label: "No interval",
    meaning: "No interval is known for this measure.",
  },
  "continuity-corrected": {
    label: "Continuity corrected",
    meaning: "A group had no events, or nobody without the event. Half an event is added where the gap is computed.",
  },
  "weights-implied": {
    label: "Sizes worked out",
    meaning: "The size of the groups is not published. It is worked out from the width of their intervals.",
  },
  unweighted: {
    label: "Unweighted",
    meaning: "The size of the groups is not known, so every group counts the same, however small.",
  },
  "partly-circular": {
    label: "Partly circular",
    meaning:
      "The ranking of the groups is partly made of the same thing the indicator measures, which makes the gap look larger.",
  },
  "cut-end-unsaid": {
    label: "Not said which end is disadvantaged",
    meaning:
      "The files used cut the areas into groups themselves, and do not say which end is the disadvantaged one: number 1 is taken for it.",
  },
  "denominator-unsaid": {
    label: "Not said who is counted",
    meaning:
      "The files used do not say who the figures are divided or weighed by: of what ages, where and when. Nobody can check them against other counts.",
  },
  "denominator-of-another-year": {
    label: "People counted in another year",
    meaning:
      "Figures are divided or weighed by people who were counted in another year than the figures, and the definition says why.",
  },
  "tied-areas": {
    label: "Areas of one score kept together",
    meaning: "A cut between two groups would have parted areas with the same score. They stay in one group.",
  },
  "rows-added-up": {
    label: "Rows put together",
    meaning:
      "Several rows of the source go into each figure: they differ in columns that the definition says nothing of, such as sex or age. None of them is the sum of others.",
  },
  "rows-of-some-periods": {
    label: "Rows of some periods only",
    meaning:
      "Several rows of the source go into each figure, and rows of one kind are missing from a whole period. A change may come from who is counted.",
  },
  "groups-over-everyone": {
    label: "Groups come to more than everyone",
    meaning:
      "The groups are parts of everyone, and their counts come to more than everyone's. Some people may be in several groups, or the two are not counts of the same thing.",
  },
  "more-events-than-people": {
    label: "More events than people",
    meaning:
      "More events are counted than people. That can be, where one person may have several; else the two columns do not belong together.",
  },
  "areas-left-out": {
    label: "Areas left out",
    meaning:
      "Some areas of the group have no figure. The figure is that of the others, where at least 95% of its people live.",
  },
  "counts-in-ranges": {
    label: "Counts in ranges",
    meaning:
      "The source gives some counts as a range, such as fewer than 5. Each stands as the middle of its range, and the interval is wider by what that leaves open.",
  },
  "gap-in-a-range": {
    label: "Gap within a range",
    meaning:
      "Some counts are held back, or given as a range. With each of them wherever it may be, the gap could lie anywhere from the lower to the upper figure. It is said where that is wider than a tenth of the gap's interval.",
  },
  "areas-in-common": {
    label: "Areas in common",
    meaning:
      "Some areas have figures in only one of the two periods that are compared. The change is that of the others; above 5% of the people nothing is compared.",
  },
  "not-a-straight-gradient": {
    label: "Not a straight gradient",
    meaning:
      "The groups do not lie along one line. The gap between its ends is a summary that misses part of the pattern.",
  },
  "intervals-missing": {
    label: "No intervals",
    meaning:
      "The source publishes no intervals, so chance cannot be told from real differences and no change is tested.",
  },
  "one-sided-interval": {
    label: "One-sided interval",
    meaning: "One limit lies at the edge of what is possible. The error is taken from the other side.",
  },
  "missing-group": {
    label: "Missing group",
    meaning: "A group that should be there has no figure. It is named, never left out in silence.",
  },
  "reference-worse-than-average": {
    label: "Reference worse than average",
    meaning: "The group that stands for doing best is worse off than the average, so no head-count is given.",
  },
  "may-be-chance": {
    label: "May be chance",
    meaning:
      "With many changes tested, some look clear by chance alone. This one does not survive the adjustment for that.",
  },
  "levelling-down": {
    label: "Levelling down",
    meaning:
      "A gap narrowed while the better-off side got clearly worse, by more than the worse-off side may have gained.",
  },
  "overall-not-testable": {
    label: "Overall level not tested",
    meaning: "The overall level has no interval, so its change is not tested and the verdict rests on the gap alone.",
  },
  "scatter-borrowed": {
    label: "Scatter borrowed",
    meaning:
      "Real figures scatter from year to year by more than chance in counting. This series has too few periods to say by how much, so that of the report's other series is used.",
  },
  "scatter-unknown": {
    label: "Scatter not known",
    meaning:
      "Too few series of the report are long enough to say how figures scatter beyond chance in counting, so changes may look clearer than they are.",
  },
  "standard-error-borrowed": {
    label: "Error borrowed",
    meaning: `Published gaps without intervals are tested with the error of the report's own gap of the same measure in the nearest period, and held against p = ${STRICT_SIGNIFICANCE}.`,
  },
  "equal-groups-adjusted-to-zero": {
    label: "No more than chance",
    meaning: "The groups differ no more than chance alone would make them, so the typical difference is zero.",
  },
  suppressed: {
    label: "Suppressed",
    meaning: "Small counts are held back to protect people. Gaps use the full figures.",
  },
};

/** Shorthand of the Government Statistical Service for figures that are not there. */
export const markers: { marker: string; meaning: string }[] = [
  { marker: "[x]", meaning: "not available" },
  { marker: "[c]", meaning: "held back to protect people" },
  { marker: "[u]", meaning: "low reliability" },
  { marker: "[z]", meaning: "not applicable" },
  { marker: "[b]", meaning: "break in the series" },
];

export const temperatures: Record<Temperature, { word: string; meaning: string }> = {
  cooling: { word: "Cooling", meaning: "the gap narrowed in points and in ratio" },
  easing: { word: "Easing", meaning: "the gap narrowed in points only, or in ratio only" },
  steady: { word: "Steady", meaning: "the gap was little changed, both ways" },
  warming: { word: "Warming", meaning: "the gap widened in points only, or in ratio only" },
  heating: { word: "Heating", meaning: "the gap widened in points and in ratio" },
  mixed: { word: "Mixed", meaning: "the gap narrowed one way and widened the other" },
  unclear: { word: "Unclear", meaning: "tested, but we cannot tell yet" },
  "no-reading": { word: "No reading", meaning: "not compared with an earlier time, for the reason beside each" },
};

/** The method page. Measures print their name, reading, formula and source from the objects that compute them. */
export const methodPage = {
  title: "Method",
  description: "How gaps and their changes are measured, and how the verdicts are reached.",
  lead: (version: string): string =>
    `The same rules hold for every subject, every group and every year. Nobody chooses a measure or a verdict by hand. This is version ${version} of the method.`,
  steps: {
    title: "What is worked out each time",
    list: [
      "An estimate with its interval for each group.",
      "One absolute gap and one relative gap, chosen only by the kind of groups. They are always shown together.",
      "The overall level beside the gap.",
      "The change of all three since an earlier period, and the trend, with tests that allow for scatter and for how many there are.",
      "One verdict on the gap, from a table, and beside it what the level did.",
    ],
    oriented: (percent: string, reliable: string): string =>
      `Every gap is turned so that above equality the disadvantaged side is worse off, whichever way the indicator runs. Intervals are at the ${percent} level. Groups with a denominator below ${reliable} are never named best- or worst-off.`,
  },
  charts: {
    title: "How to read each chart",
    lead: "Under every chart stand its figures as a table. In every chart a longer bar round a dot means that we are less sure.",
    list: {
      dumbbell: {
        name: "Every group, then and now",
        text: "Each row is a group. The hollow circle is its figure at the earlier time, the filled one its newest figure; both stand beside them. A dashed line shows the newest level for everyone. With one time alone, bars are intervals.",
      },
      groups: {
        name: "Groups as dots",
        text: "Each row is a group. The dot is its figure and the bar its interval. A dashed line shows the level for everyone. Where groups have an order, a sloping line is fitted through all of them, and its two ends are diamonds: the gap is the distance between them.",
      },
      "over-time": {
        name: "Lines over time",
        text: "Each line is a group and the shaded band its interval. The dashed line is the level for everyone. A line stops where the series breaks. Periods that overlap are not joined.",
      },
      "gap-absolute": {
        name: "The gap over time",
        text: "Each dot is the gap in one period and the bar its interval. The line of no gap is marked. Above it the disadvantaged side is worse off. If the bars of two periods overlap by a lot, the gap may not have changed.",
      },
      published: {
        name: "Gaps as published",
        text: "Purple diamonds are gaps that a publisher worked out in its own way. They stand beside ours. Only where an indicator says so is their change tested, with the error of our own gap.",
      },
      "then-and-now": {
        name: "Then and now",
        text: "Two lines on one scale: hollow marks are the earlier time, filled marks the later one. Each mark is a group, with its figure beside it. The longer the line, the wider the gap between the two. Its scale is its own, so compare lines within one topic.",
      },
      who: {
        name: "Who stands apart",
        text: "Each row is a group set against the place as a whole, or against all the others together where no figure for the whole is published. The worst-off stand first. Zero means no difference. A bar that stays clear of zero is a clear difference on its own; a filled dot is one that stays clear when all groups are tested together.",
      },
      map: {
        name: "The map of tiles",
        text: "Each tile is an area, near where it lies in the place, and all are the same size so that small ones can be seen. The shades run from the lowest figures to the highest. The figure stands in the tile or in the table below.",
      },
      shapes: {
        name: "The map of areas",
        text: "Where outlines are there, areas are drawn in their true shape. Large areas catch the eye though few people may live there: read the table as well.",
      },
      people: {
        name: "A hundred people",
        text: "Each figure stands for one person in a hundred. Marked ones are those whose lot would differ if everyone did as well as the best-off group. It is arithmetic, not a forecast.",
      },
      // Read as the charts above are, or as they say themselves.
      funnel: null,
      "gap-parts": null,
      "gap-relative": null,
      differences: null,
      swings: null,
    },
  },
  estimates: {
    title: "Estimates",
    caption: "Kinds of figure and their intervals",
    head: ["Kind", "Value", "Interval", "Worked on the scale"],
    rows: {
      proportion: ["Proportion", "number out of a number", "Wilson score (1927)", "logit"],
      rate: ["Rate", "events over person-years", "exact Poisson below 10 events, Byar from 10 on", "logarithm"],
      dsr: [
        "Age-standardised rate",
        "rates of the age bands, weighted by the European Standard Population 2013 or the standard among the indicator's sources; none below 10 events",
        "Dobson and others (1991) on exact or Byar limits of the count",
        "logarithm",
      ],
      "dsr-as-published": [
        "Age-standardised rate, published",
        "as published; none below 10 events",
        "as published (Dobson and others, 1991)",
        "logarithm",
      ],
      mean: ["Mean", "mean of the sample", "Student's t", "as it is"],
      smr: [
        "Standardised ratio",
        "events over those expected at the standard's rates by age; 100 is as many as expected",
        "exact Poisson limits of the count below 10 events, Byar from 10 on, over those expected",
        "logarithm",
      ],
      "healthy-life-expectancy": [
        "Healthy life expectancy",
        "the years of the life table, times the share of each age that says it is in good health (Sullivan)",
        "Chiang, with the error of the shares",
        "as it is",
      ],
      "life-expectancy": [
        "Life expectancy",
        "abridged life table of 20 age bands (Chiang II); none for 5,000 people or fewer, for more deaths than people in a band, or where the 95% interval is wider than 20 years",
        "Chiang, the oldest band after Silcocks and others (2001)",
        "as it is",
      ],
      published: ["Published", "as published", "as published, or none", "stated with each indicator"],
    } satisfies Record<Kind, string[]>,
  },
  gaps: {
    title: "Gaps",
    orders: {
      ordered: {
        title: "Groups with an order, such as fifths by deprivation",
        text: "Each group stands on a ladder from 0, the most disadvantaged person, to 1, the least: at the middle of its share of the population. A line is fitted through all groups, weighted by their size. The gap is between its two ends, so every group counts and not only the outer two.",
      },
      pair: {
        title: "Two groups",
        text: "The two are compared directly. Which side is disadvantaged is declared, not guessed.",
      },
      unordered: {
        title: "Three or more groups without an order, such as ethnic groups or areas",
        text: "Small groups swing by chance and must not make a place look unequal. So the part of the differences that chance alone would make is taken out. The gap is computed when at least 85% of the population is covered.",
      },
    } satisfies Record<Order, { title: string; text: string }>,
    notUsed: "(not used in this report)",
    doi: (citation: string, doi: string | null): string => (doi === null ? citation : `${citation}, doi:${doi}`),
  },
  supporting: {
    title: "Supporting measures",
    lead: "For readers who want another view. None of them decides a verdict. Intervals come from the same errors (delta method).",
  },
  beside: {
    title: "Beside the gap",
    list: [
      "Overall level: the published one where there is one, else added up from the groups.",
      `Lack of fit: whether the groups lie along one line (chi-squared on k − 2 degrees of freedom). Below p = ${SIGNIFICANCE} the gap carries the note “not a straight gradient”.`,
      "Heterogeneity: whether groups without an order differ at all beyond chance (Cochran's Q).",
      "Who stands apart: each group against the published level of everyone, or against all the others together where there is none, with p values adjusted over the groups (Benjamini and Hochberg).",
      "Head-count: how many people it comes to if everyone had the level of the least disadvantaged group, or of the best reliable one. It is arithmetic, not a forecast, and says nothing about why.",
    ],
  },
  change: {
    title: "Change",
    list: [
      "The newest period is compared with the declared baseline, or with the latest earlier period that shares no day with it. Nothing is compared across a break in the series.",
      "Where there is no such period, pools of years that overlap are compared by what differs between them: the years that joined against the years that left.",
      "Changes of differences and levels are tested as differences, changes of ratios as differences of logs, changes of a typical difference on its square (the adjusted variance).",
      "Real figures scatter from year to year by more than chance in counting. How much more is worked out from how far each period lies from the line between its neighbours, for each series together with all series of the report, and the error of a change is widened by it (Spiegelhalter 2005).",
      `Tests of gaps, of levels and of trends are each adjusted for how many there are (Benjamini and Hochberg). A change is clear when its p value is below ${SIGNIFICANCE} and its adjusted p value below the share that the project allows. Pools that overlap are held against ${STRICT_SIGNIFICANCE}.`,
      "A change that would look clear alone, but not among all the tests, may be chance. It is said and never counted as movement.",
      "A change that is not clear is little changed where it surely (90%) lies within a stated share of what the gap was. Otherwise we cannot tell, and the smallest change that would have been found four times in five is printed.",
      "A clear change since one year is held against every other year. Where others say the opposite, it depends on the year compared. A ratio of shares is worked out for those whom it does not hold for as well; where that says the opposite, it depends on how it is counted (Kjellsson, Gerdtham and Petrie 2015).",
      "Published gaps that an indicator has judged have no intervals of their own. They are tested with the error of the report's own gap of the same measure, against the stricter line of pools.",
      "Trend: with five or more separate periods on one side of every break, a line through the gaps, neighbouring years taken as correlated (0.3 a year apart). A verdict rests on it where two periods cannot be tested, for example because no intervals are published.",
    ],
    tests: (tests: string, rate: string, same: string): string =>
      `In this report ${tests} changes of gaps were tested; of those called clear about ${rate} may be chance. Little changed means within ${same}.`,
    materiality: (percent: string): string =>
      `A change must also be at least ${percent} of the baseline to count as clear.`,
  },
  verdict: {
    title: "Verdict",
    lead: "The absolute and the relative gap are judged apart and named together; neither is outvoted. A fall of every group by a third makes the difference smaller and leaves the ratio: that is easing, not closing (Mackenbach and others 2016). What the overall level did stands beside the gap and is never merged with it. An indicator counts once, by its first breakdown.",
    caption: "The verdict, by what the absolute and the relative gap did",
    head: ["Absolute and relative gap", "Verdict", "Temperature"],
    rows: {
      closing: "Both narrower",
      "smaller-in-points-only": "Absolute narrower, relative neither",
      "smaller-in-ratio-only": "Relative narrower, absolute neither",
      widening: "Both wider",
      "larger-in-points-only": "Absolute wider, relative neither",
      "larger-in-ratio-only": "Relative wider, absolute neither",
      "points-and-ratio-disagree": "One narrower, one wider",
      "little-changed": "Both little changed",
      depends: "Both depend on the year compared or on how it is counted",
      "cannot-tell": "Anything else that was tested",
      "not-compared": "Neither compared",
    } satisfies Record<Verdict["id"], string>,
    temperature: "Temperature",
  },
  groups: {
    title: "Groups in this report",
    ranking: { local: "(local ranking)", national: "(national ranking)" },
    list: (labels: readonly string[]): string => `Groups: ${list(labels)}`,
  },
  notes: {
    title: "Notes beside figures",
    markers: (told: readonly string[]): string =>
      `Where a figure is missing, tables carry the shorthand of the Government Statistical Service: ${list(told)}.`,
    marker: (marker: string, meaning: string): string => `${marker} ${meaning}`,
  },
  disclosure: {
    title: "Protecting people",
    none: "This report holds back no count.",
    policy: (most: string, suppressed: Counted): string =>
      `Where the policy applies, counts from 1 to ${most} are not published. ${plural(suppressed, "count was", "counts were")} held back by this report.`,
    publishers: (held: Counted): string => `Publishers held back ${plural(held, "figure")}.`,
    rounded: (to: string): string => `Published counts are rounded to a multiple of ${to}.`,
  },
  silent: {
    title: "What is decided where the method is silent",
    list: [
      "Some published figures have a limit at the very edge of what is possible. Their standard error comes from the other limit alone.",
      "The limits of a fitted line's ends are turned back from the working scale, so that no share is below 0% or above 100%.",
      "Groups without an order and without intervals cannot be corrected for chance. Their plain spread is shown, under a definition id of its own.",
      "Where a change must be of a certain size to count, ratios are judged on the scale of their test and everything else as shown.",
      "The year in which a target is reached has an interval (Fieller). If the trend is not clear, it has no last year.",
      "The newest period with figures is always the current one. If it has no gap, nothing is compared, even if an older period has one.",
    ],
  },
  differences: {
    title: "Where this differs from other systems",
    list: [
      "“Relative index of inequality” has at least four meanings in use. One is the slope index divided by the average. Another is the highest over the lowest fitted end. Ours is the ratio of the two ends. So a definition id goes with every figure.",
      "The R package PHEindicatormethods 2.1.0 gives the same slope index and relative index. It finds their limits by simulation, which differs a little each time; ours come from a formula and do not. Where values are transformed, it holds the middle of the line fixed and we do not.",
      "The R package healthequal 1.0.1 of the World Health Organization weights both indices by population twice. Its limits for the Theil index, the mean log deviation and the attributable fraction are far too narrow: they hold the true figure about once in a hundred times, not 95 times. All its other figures agree with ours.",
      "healthequal also guesses the scale of a figure from its size. Here each indicator declares it.",
    ],
  },
};

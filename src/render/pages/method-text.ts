import { headlineMeasuresOf } from "../../measure/all.ts";
import type { Measure } from "../../measure/measure.ts";

/** The method page's fixed text. Measures print themselves from the objects that compute them. */

export const estimateRules = [
  ["Proportion", "number out of a number", "Wilson score (1927)", "logit"],
  ["Rate", "events over person-years", "exact Poisson below 10 events, Byar from 10 on", "logarithm"],
  [
    "Age-standardised rate",
    "rates of the age bands, weighted by the European Standard Population 2013 or the standard among the indicator's sources; none below 10 events",
    "Dobson and others (1991) on exact or Byar limits of the count",
    "logarithm",
  ],
  [
    "Age-standardised rate, published",
    "as published; none below 10 events",
    "as published (Dobson and others, 1991)",
    "logarithm",
  ],
  ["Mean", "mean of the sample", "Student's t", "as it is"],
  [
    "Life expectancy",
    "abridged life table of 20 age bands (Chiang II); none for 5,000 people or fewer, for more deaths than people in a band, or where the 95% interval is wider than 20 years",
    "Chiang, the oldest band after Silcocks and others (2001)",
    "as it is",
  ],
  ["Published", "as published", "as published, or none", "stated with each indicator"],
] as const;

export const headlineMeasures: { order: string; about: { title: string; text: string }; measures: Measure[] }[] = [
  {
    order: "ordered",
    about: {
      title: "Groups with an order, such as fifths by deprivation",
      text: "Each group stands on a ladder from 0, the most disadvantaged person, to 1, the least: at the middle of its share of the population. A line is fitted through all groups, weighted by their size. The gap is between its two ends, so every group counts and not only the outer two.",
    },
    measures: headlineMeasuresOf("ordered"),
  },
  {
    order: "pair",
    about: {
      title: "Two groups",
      text: "The two are compared directly. Which side is disadvantaged is declared, not guessed.",
    },
    measures: headlineMeasuresOf("pair"),
  },
  {
    order: "unordered",
    about: {
      title: "Three or more groups without an order, such as ethnic groups or wards",
      text: "Small groups swing by chance and must not make a place look unequal. So the part of the differences that chance alone would make is taken out. The gap is computed when at least 85% of the population is covered.",
    },
    measures: headlineMeasuresOf("unordered"),
  },
];

export const supportingRules = [
  "Overall level: the published one where there is one, else added up from the groups.",
  "Lack of fit: whether the groups lie along one line (chi-squared on k − 2 degrees of freedom). Below p = 0.05 the gap carries the note “not a straight gradient”.",
  "Heterogeneity: whether groups without an order differ at all beyond chance (Cochran's Q).",
  "Who stands apart: each group against all the others together, with p values adjusted over the groups (Benjamini and Hochberg).",
  "Head-count: how many people it comes to if everyone had the level of the least disadvantaged group, or of the best reliable one. It is arithmetic, not a forecast, and says nothing about why.",
];

export const changeRules = [
  "Two periods that share any day are never compared. The baseline is the declared one, or the latest earlier period that does not overlap.",
  "A break in the series, such as a new definition, stops the comparison across it.",
  "Changes of differences and levels are tested as differences, changes of ratios as differences of logs, changes of a typical difference on its square (the adjusted variance).",
  "A change is clear when its two-sided p value is below 0.05.",
  "All changes of gaps in one report are adjusted together (Benjamini and Hochberg). A clear change that does not survive keeps its verdict and carries the note “may be chance”.",
  "With every “no clear change” stands the smallest change that would have been found four times in five.",
  "Trend: with four or more periods that do not overlap, a line through the gaps weighted by their certainty; its error is widened where the gaps scatter more than their intervals allow.",
  "Where a source publishes no intervals, gaps are shown and their change is not tested.",
];

export const verdictRows = [
  ["Narrowing", "Fairer and better", "Fairer", "Fairer but worse"],
  ["No clear change", "Better, gap unchanged", "No clear change", "Worse, gap unchanged"],
  ["Widening", "Better but less fair", "Less fair", "Worse and less fair"],
] as const;

export const differences = [
  "“Relative index of inequality” has at least four meanings in use. Scotland's is the slope index over the mean, the NHS Outcomes Framework's the highest over the lowest fitted end. Ours is the ratio of the two ends; the definition id beside each figure says so.",
  "The Office for Health Improvement and Disparities' PHEindicatormethods gives the same slope index; its limits come from simulation and ours from a formula, and where values are transformed it holds the middle of the line fixed.",
  "The World Health Organization's healthequal 1.0.1 weights the slope index by population twice, and its limits for some measures are too narrow. Its other figures agree with ours.",
  "No limit ever has its sign removed, so a gap that might run the other way is seen to.",
];

/** The words that a reader may not know, each with what it means here. They open where they stand. */

interface Term {
  /** What it is called. */
  term: string;
  /** How sentences write it. The first of these on a page opens what it means; a term without any stands in the list alone. */
  forms: readonly string[];
  means: string;
}

const terms = {
  "absolute-gap": {
    term: "Absolute gap",
    forms: ["absolute gaps", "absolute gap"],
    means:
      "The difference between two figures, one taken from the other. If 40 in 100 children of one group are poor and 16 in 100 of another, the absolute gap is 24 in 100.",
  },
  "adjusted-p": {
    term: "Adjusted p",
    forms: ["adjusted p"],
    means:
      "How easily chance alone could make a change as large as this, once we allow for how many changes were tested. The smaller it is, the less likely is chance.",
  },
  chance: {
    term: "Chance",
    forms: ["by chance", "chance alone", "chance"],
    means:
      "Figures go up and down a little although nothing has changed, most of all where few people are counted. We call a change clear only where that alone would seldom make one as large.",
  },
  fifth: {
    term: "Fifth",
    forms: ["most deprived fifth", "least deprived fifth", "fifths", "fifth"],
    means:
      "The areas put in order by how deprived they are, and cut into five parts with about as many people in each. The most deprived fifth is the part where the most people are poor.",
  },
  gap: {
    term: "Gap",
    forms: ["gaps", "gap"],
    means: "How far the figures of two or more groups of people are apart.",
  },
  "in-100": {
    term: "In 100",
    forms: ["in 100", "per 100", "of every 100"],
    means: "How many it would be if there were 100 people. 40 in 100 is the same as 40%, or two in five.",
  },
  interval: {
    term: "Interval",
    forms: ["95% intervals", "95% interval", "intervals", "interval"],
    means:
      "The two figures between which the true one very likely lies, as far as chance goes. The fewer people are counted, the wider it is.",
  },
  "life-expectancy": {
    term: "Life expectancy",
    forms: ["life expectancy"],
    means:
      "How many years a baby would live on average, if at every age as many people died as do now. It describes how people fare today, and forecasts nobody's life.",
  },
  "little-changed": {
    term: "Little changed",
    forms: ["little changed"],
    means: "We can be fairly sure that it did not change by much. This says more than that no change was found.",
  },
  "per-1000": {
    term: "Per 1,000, per 10,000 or per 100,000",
    forms: ["per 100,000", "per 10,000", "per 1,000"],
    means:
      "How many it would be if there were so many people, so that large and small groups can be compared. Per 1,000 births: for every 1,000 babies that are born.",
  },
  "percentage-point": {
    term: "Percentage point",
    forms: ["percentage points", "percentage point"],
    means: "What two shares in per cent differ by. From 10% to 15% is a rise of 5 percentage points.",
  },
  ratio: {
    term: "Relative gap, or ratio",
    forms: ["relative gaps", "relative gap", "in ratio", "ratio"],
    means:
      "How many times one figure is as large as another. If 40 in 100 children of one group are poor and 16 in 100 of another, that is 2.5 times as many.",
  },
  "slope-index": {
    term: "Slope index of inequality",
    forms: ["slope index of inequality", "slope index"],
    means:
      "The gap between the two ends of a line that is drawn through the figures of all groups, from the most deprived to the least. It counts the groups in the middle too.",
  },
  "relative-index": {
    term: "Relative index of inequality",
    forms: ["relative index of inequality", "relative index"],
    means: "The same line as that of the slope index, told as how many times one end is as large as the other.",
  },
  trend: {
    term: "Trend",
    forms: ["trend"],
    means: "Where the figures of five periods or more are heading, taken together, so that no single year decides.",
  },
} as const satisfies Record<string, Term>;

export const glossary = {
  title: "What the words mean",
  description: "Words of this report that may need explaining, and what they mean here.",
  lead: "These words stand in the report with a dotted line below them. Choosing one shows what it means.",
  words: "Words",
  verdicts: "What the report says of a gap",
  all: "What all the words mean",
  means: (term: string): string => `What “${term}” means`,
  terms,
};

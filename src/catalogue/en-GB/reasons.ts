import type { MeasureId, Pace } from "../../model.ts";
import type { NotComputable, Note } from "../../reasons-and-notes.ts";
import { list, lowerFirst, sentence } from "../english.ts";
import { measureFormulas, measureNames, measureReadings } from "./measures.ts";
import { verdictRule } from "./movements.ts";
import { writing } from "./writing.ts";

/** What the stages of the method say of a figure: why it is not there, what must be known beside it, which rule decided. */

const commas = (names: readonly string[]): string => names.join(", ");

const noFigureFor = (groups: readonly string[]): string => `No figure for ${commas(groups)}.`;

const partLeftOut = ({ percent, of }: { percent: number; of: "people" | "areas" }): string =>
  of === "people" ? `areas with ${percent}% of the people are` : `${percent}% of the areas are`;

const heldBackWhy = "Held back so that no small number of people can be worked out.";

/** Why a figure is not there, as a sentence. */
export function reason(missing: NotComputable): string {
  switch (missing.reason) {
    case "blank":
      return sentence(missing.parts.why ?? "No figure is given");
    case "no-rows":
      return "No figure is given.";
    case "not-published":
      return "The files used give no such figure.";
    case "few-events":
      return "There were fewer than 10 events, too few for a standardised rate.";
    case "few-values":
      return "A mean needs at least two values to have an interval.";
    case "empty-age-band":
      return {
        rate: "An age band has no population, so it has no rate.",
        "death-rate": "An age band has no population, so it has no death rate.",
        health: "In an age band nobody was asked about their health.",
      }[missing.parts.rate];
    case "small-population":
      return "The population is 5,000 or less, too small for a life table.";
    case "deaths-exceed-population":
      return `From age ${missing.parts.age} there are more deaths than people.`;
    case "healthy-exceed-asked":
      return `From age ${missing.parts.age} more people said that they are healthy than were asked.`;
    case "causes-exceed-deaths":
      return `From age ${missing.parts.age} the causes come to more deaths than there were.`;
    case "no-deaths-in-open-band":
      return "Nobody died in the oldest age band, so its length of life is unknown.";
    case "nobody-survives":
      return `At the rates of the table nobody reaches ${missing.parts.age}.`;
    case "wide-interval":
      return `At ${missing.parts.age} the 95% interval is wider than 20 years.`;
    case "missing-group":
      return noFigureFor(missing.parts.groups);
    case "groups-differ":
      return "The two periods do not have figures for the same groups.";
    case "coverage-below-85-percent": {
      const { groups: without, measured, declared, sizesKnown } = missing.parts;
      const none = `no figure for ${commas(without)}`;
      return sizesKnown
        ? `The measured groups cover less than 85% of the people; ${none}.`
        : `${measured} of ${declared} groups have a figure. The files used do not say how many people are in the others, so we cannot know that they cover 85% of the people; ${none}.`;
    }
    case "too-few-groups":
      return {
        "two-measured": "Fewer than two groups have a figure.",
        "three-declared": "A ladder needs at least three groups.",
        "three-national": `Fewer than three of the national groups have a figure; missing: ${commas(missing.parts.groups)}.`,
        "ten-areas": "This needs ten areas or groups with a figure of their own.",
        "thirty-areas": "Percentiles are for dimensions of 30 or more areas.",
      }[missing.parts.needs];
    case "undefined-on-working-scale":
      return "A published figure is at the edge of its scale and comes without counts, so no line can be fitted.";
    case "not-a-proportion":
      return "The index is defined for proportions only.";
    case "end-not-positive":
      return missing.parts.nearly
        ? "One end of the fitted line is as good as zero, so a ratio means nothing."
        : "One end of the fitted line is zero or below, so a ratio means nothing.";
    case "mean-not-positive":
      return "The overall level is zero or below, so a share of it means nothing.";
    case "comparison-not-positive":
      return {
        two: "One of the two figures is zero or below, so a ratio means nothing.",
        group: "A group's figure is zero or below, so its share of the average has no logarithm.",
        percentile: "The lower percentile is zero or below, so a ratio means nothing.",
      }[missing.parts.of];
    case "not-parts-of-the-whole":
      return "The groups are not parts of the whole, so no number of people is given.";
    case "neither-is-better":
      return "Neither more nor less of it is better, so the level is not judged and nobody would gain.";
    case "events-not-people":
      return "Events are counted, so no number of people is given.";
    case "nobody-would-gain":
      return "The group that stands for doing best is worse off than the average, so nothing would be gained.";
    case "not-a-count":
      return "The measure is not a count of people or events.";
    case "no-denominator":
      return {
        zero: "The denominator of the group is zero.",
        nobody: "There is nobody in the group.",
        people: "The files used give no group sizes, so no number of people can be given.",
        events: "The files used give no group sizes, so no number of events can be given.",
      }[missing.parts.of];
    case "no-intervals":
      return {
        change: "The change cannot be tested: no intervals are published.",
        trend: "The trend cannot be tested: no intervals are published.",
        spread: "No intervals are published, so chance cannot be taken out.",
      }[missing.parts.of];
    case "one-period":
      return missing.parts.baseline === null
        ? "Figures of one period only are shown, so there is no change to tell yet."
        : `${missing.parts.baseline} is the baseline, so there is no change to show yet.`;
    case "periods-overlap":
      return `The periods overlap: ${missing.parts.earlier} and ${missing.parts.later} have too many years in common to be compared.`;
    case "break-in-series":
      return `There is a break in the series from ${missing.parts.from}: ${missing.parts.why}`;
    case "baseline-missing":
      return `There are no figures for the baseline, ${missing.parts.baseline}.`;
    case "no-gap":
      return `There is no gap for ${missing.parts.period}. ${reason(missing.parts.because)}`;
    case "too-few-periods":
      return `A trend needs a gap in at least ${missing.parts.fewest === 4 ? "four" : "five"} periods that do not overlap and lie after the last break.`;
    case "sizes-unknown":
      return "The files used do not say how many people are in each group, and a very small group could decide whether the gap has changed. So nothing is said of that.";
    case "areas-differ":
      return `The figures of ${missing.parts.earlier} and of ${missing.parts.later} are not of the same areas: ${partLeftOut(missing.parts)} in only one of them, more than 5%.`;
    case "no-overall":
      return missing.parts.of === "groups"
        ? "No group has a figure."
        : "No overall figure is published, and not every group has one to average.";
    case "no-reliable-group":
      return "Fewer than two groups are known to be large enough to be named best- or worst-off.";
    case "no-reference":
      return "No reference group is declared, or it has no figure.";
    case "disclosure":
      return heldBackWhy;
  }
}

const gapAmount = (range: string, type: "absolute" | "relative", unit: string): string =>
  unit === "ratio"
    ? `${range} times`
    : unit === "%"
      ? type === "absolute"
        ? `${range} ${writing.percentagePoints}`
        : writing.percent(range)
      : writing.quantity(range, unit);

/** What a reader must know beside a figure, as a sentence. */
function noteText(one: Note): string {
  switch (one.id) {
    case "continuity-corrected":
      return "No events, or nobody without the event: half an event is added on the working scale.";
    case "weights-implied":
      return "The files used give no group sizes; they are worked back from the width of the intervals.";
    case "unweighted":
      return "The files used give no group sizes, so every group counts the same.";
    case "partly-circular":
      return `The ranking of areas is itself partly made of ${list(one.parts.subjects)}, so some of the gap is built in.`;
    case "cut-end-unsaid":
      return `It is not said which end of ${one.parts.column} is the disadvantaged one. Number 1 is taken for it.`;
    case "denominator-unsaid":
      return `It is not said who is counted in ${list(one.parts.columns)}, which the figures are divided or weighed by, so that cannot be checked against other counts.`;
    case "denominator-of-another-year":
      return `Figures are divided or weighed by people who were counted in another year. ${one.parts.why}`;
    case "tied-areas":
      return `A cut between two groups would have parted areas with the same score, ${one.parts.areas} in all. They stay together, so the groups are less equal in size.`;
    case "rows-added-up": {
      const { of, rows, figures, columns } = one.parts;
      const differ = columns.length === 0 ? "of which nothing else is told" : `that differ in ${list(columns)}`;
      return `${rows} rows of the source ${differ} are put together into ${figures} ${figures === 1 ? "figure" : "figures"} of ${of === "groups" ? "groups" : "everyone"}.`;
    }
    case "rows-of-some-periods": {
      const { of, column, values, period } = one.parts;
      const told = list(values.map((value) => (value === "" ? "a blank" : value)));
      return `The figures of ${of === "groups" ? "groups" : "everyone"} put together rows that differ in ${column}, and ${period} has none of ${told}. Changes may come from that.`;
    }
    case "groups-over-everyone": {
      const { of, groups, everyone, period } = one.parts;
      return `The ${of}s of all groups come to ${groups} in ${period}, and that of everyone is ${everyone}. Some people may be in several groups, or the two do not count the same.`;
    }
    case "more-events-than-people":
      return `More events than people are counted for ${list(one.parts.groups)}. That can be where one person may have several; else the two columns do not belong together.`;
    case "areas-in-common":
      return `The change is that of the areas with figures in both periods: ${partLeftOut(one.parts)} in only one of them and left out of it.`;
    case "areas-left-out":
      return `Areas with ${one.parts.percent}% of the people have no figure. The figure is that of the others.`;
    case "counts-in-ranges":
      return one.parts.counts === 1
        ? "One of the counts is given as a range. The middle of it is taken, and the interval allows for the rest."
        : `${one.parts.counts} of the counts are given as ranges. The middle of each is taken, and the interval allows for the rest.`;
    case "gap-in-a-range": {
      const { type, lower, upper, decimals, unit } = one.parts;
      const [from, to] = [lower, upper].map((end) => end.toFixed(decimals).replace("-", writing.minus)) as [
        string,
        string,
      ];
      const range = writing.range(from, to);
      return `The counts held back or given as ranges could make the ${type} gap anything from ${gapAmount(range, type, unit)}.`;
    }
    case "not-a-straight-gradient":
      return "The groups do not lie on a straight line: the ladder has steps or a bend that the gap averages over.";
    case "intervals-missing":
      return "No intervals are published, so differences that are only chance are still in the gap.";
    case "one-sided-interval":
      return "One limit is at the edge of the scale, so the error is taken from the other side.";
    case "missing-group":
      return noFigureFor(one.parts.groups);
    case "reference-worse-than-average":
      return "The reference group is worse off than the average, so nothing is gained.";
    case "levelling-down":
      return "The gap narrowed more because the better-off side got worse than because the worse-off side got better.";
    case "overall-not-testable":
      return "The change of the overall level cannot be tested.";
    case "scatter-borrowed":
      return "There are too few separate periods to know how these figures scatter beyond chance in counting, so the scatter of this report's other series is used.";
    case "scatter-unknown":
      return "How these figures scatter beyond chance in counting is not known, so changes may look clearer than they are.";
    case "standard-error-borrowed":
      return `The published gaps have no intervals; they are tested with the error of this report's own gap of ${one.parts.from}.`;
    case "equal-groups-adjusted-to-zero":
      return "The groups differ no more than chance alone would make them.";
    case "suppressed": {
      const why = lowerFirst(heldBackWhy);
      return {
        own: heldBackWhy,
        figure: `No figure for ${commas(one.parts.groups)}: ${why}`,
        count: `No count for ${commas(one.parts.groups)}: ${why}`,
        unrecorded: `How many have no recorded group is not shown: ${why}`,
        rounded: `Counts are rounded to the nearest ${one.parts.to}; percentages and gaps use the full counts.`,
      }[one.parts.what];
    }
    case "each-its-own-ages":
      return "Each ratio counts the ages of its own people, so two of them are compared with care.";
    case "biased-near-equality":
      return "The groups hardly differ; a measure made of absolute differences is then too large.";
    case "no-interval":
      return one.parts.of === "percentiles"
        ? "No interval is known for a ratio of percentiles."
        : "The figures are so uncertain that no number could hold the limits of their ratio.";
    case "may-be-chance":
      return `Among the ${one.parts.tests} changes tested in this report, one as clear as this may turn up by chance alone.`;
  }
}

function paceOutcome(outcome: Pace["outcome"]): string {
  if (typeof outcome === "object") return reason(outcome);
  return { "on-this-trend": "on this trend", reached: "reached", "not-on-this-trend": "not on this trend" }[outcome];
}

/** What the stages of the method say of a figure. */
export const method = {
  reason,
  note: noteText,
  rule: (verdict: Parameters<typeof verdictRule>[0]): string => verdictRule(verdict, reason),
  pace: paceOutcome,
  measureName: (measure: MeasureId): string => measureNames[measure],
  measureFormula: (measure: MeasureId, parts: readonly string[]): string =>
    measureFormulas[measure]?.(...parts) ?? parts.join("; "),
  measureReading: (measure: MeasureId): string => measureReadings[measure],
};

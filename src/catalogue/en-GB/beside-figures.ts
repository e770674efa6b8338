import { type Counted, capital, list, lowerFirst, plural } from "../english.ts";
import { when } from "./phrases.ts";

/** What stands beside the figures of a breakdown because its definition asks for it. */

const notMade = (what: string, names: readonly string[]): string =>
  `${what} for ${list(names)}: no exact figure of theirs is published.`;

export const beside = {
  funnel: {
    title: "What chance alone could explain",
    about:
      "Figures of few people swing by chance more than those of many. The funnel shows how far from all of them together a figure may lie and still be chance.",
    outside: (above: readonly string[], below: readonly string[]): string =>
      [
        ...(above.length > 0 ? [`Higher than chance explains: ${list(above)}.`] : []),
        ...(below.length > 0 ? [`Lower than chance explains: ${list(below)}.`] : []),
      ].join(" ") || "None lies further out than chance explains.",
    wider: (times: string): string =>
      `Figures differ ${times} times as much as chance alone would make them. The limits are wider by as much, so that only those stand out that are unlike the rest.`,
    restAsNarrow: "The others differ no more than chance alone would make them.",
    asNarrow: "Figures differ no more than chance alone would make them.",
    noRanking: "This is no ranking: places inside the limits cannot be told apart.",
    leftOut: (names: readonly string[]): string => notMade("The funnel has no point", names),
    chart: {
      titleOutside: (outside: readonly string[], others: Counted | null): string =>
        `Beyond what chance explains: ${list(others === null ? outside : [...outside, plural(others, "other")])}`,
      titleNone: "None lies further out than chance explains",
      subtitle: (indicator: string, unit: string, dimension: string, place: string, period: string): string =>
        `${indicator} (${unit}): ${lowerFirst(dimension)}. ${place}, ${period}.`,
      description: (shown: Counted, target: string, told: string): string =>
        `Funnel of ${plural(shown, "point")} around ${target}, which all of them come to together. ${told}`,
      key: {
        people: "Further right more people are counted.",
        expected: "Further right more events are expected.",
        precision: "Further right figures are known more exactly.",
      },
      limits:
        "If all were alike, 95 in 100 would lie between the dashed lines and 998 in 1,000 between the solid ones. Filled points lie outside.",
      caption: (indicator: string, dimension: string, period: string): string =>
        `${indicator}, ${dimension}, ${period}: limits of the funnel`,
      head: {
        group: "Group",
        value: "Figure",
        standing: "Against the limits",
        target: "Target",
        action: "998 in 1,000",
      },
      standing: { above: "above", below: "below", within: "within" },
    },
  },
  smoothed: {
    title: "Smoothed figures (modelled)",
    about: (areas: string, mean: string): string =>
      `The figure of a small area swings by chance. Smoothed figures draw each towards what all ${areas} come to, ${mean}, and the more so the fewer people are counted.`,
    mark: "Smoothed figures are modelled. The area's own figure comes first, and no gap or verdict is made of smoothed ones. An area that really is unlike the others is drawn in as well.",
    allChance:
      "Chance alone could make all the differences between these areas, so that the model takes them to be alike. That they are is not shown.",
    leftOut: (names: readonly string[]): string => notMade("There is no smoothed figure", names),
    show: "Smoothed figures beside the areas' own",
    caption: (indicator: string, dimension: string, period: string): string =>
      `${indicator}, ${dimension}, ${period}: own and smoothed figures`,
    head: ["Area", "Own figure", "Smoothed (modelled)", "Part of its own figure in it"],
    column: "Smoothed (modelled)",
    interval: "Its interval",
  },
  parts: {
    title: "At which ages the gap arises",
    ends: (
      period: string,
      first: { who: string; years: string },
      second: { who: string; years: string },
      gap: string,
    ) =>
      `${capital(when(period))}, life expectancy was ${first.years} ${first.who} and ${second.years} ${second.who}: ${gap} apart.`,
    most: (age: string, years: string): string => `The age with the largest part of it is ${age}: ${years}.`,
    mostCause: (cause: string, years: string): string => `The cause with the largest part of it is ${cause}: ${years}.`,
    mean: "A part says where the difference arises. It does not say what would happen if a cause went, and it has no interval.",
    rest: "all other causes",
    chart: {
      ages: (age: string): string =>
        /^\d+$/.test(age)
          ? `Age ${age} has the largest part of the gap`
          : `Ages ${age} have the largest part of the gap`,
      causes: (cause: string): string => `${capital(cause)}: the largest part of the gap`,
      subtitle: (of: string, place: string, period: string): string =>
        `Years of the gap in life expectancy ${of}. ${place}, ${period}.`,
      byAge: "by age",
      byCause: "by cause",
      key: "Bars to the right of the line widen the gap, those to the left narrow it. Together they come to the gap.",
      description: (parts: Counted, gap: string, most: string): string =>
        `${plural(parts, "bar")} that come to ${gap}. ${most}`,
      caption: (indicator: string, dimension: string, period: string, of: string): string =>
        `${indicator}, ${dimension}, ${period}: parts of the gap ${of}`,
      head: { age: "Age", cause: "Cause", years: "Years" },
    },
  },
  working: {
    funnel: (definition: string, target: string, phi: string): string =>
      `Funnel (${definition}): target ${target}, scatter phi = ${phi}; limits are wider by the root of phi where that is above 1.`,
    funnelHead: ["Group", "Value", "Size", "z", "95 in 100", "998 in 1,000"],
    smoothed: (definition: string, mean: string, variance: string): string =>
      `Smoothed, modelled (${definition}): drawn to ${mean}, variance between areas ${variance}.`,
    smoothedHead: ["Area", "Own value", "Weight", "Modelled", "Interval"],
    parts: (definition: string, gap: string): string => `Gap in life expectancy by age (${definition}): ${gap} years.`,
    partsHead: ["Part", "Years"],
    heading: "Beside the figures: nothing of this is in a gap or the verdict",
    none: (what: string, why: string): string => `${what}: not computed. ${why}`,
  },
};

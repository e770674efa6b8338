import type { Area, Community, Publishable } from "../disclose/publishable.ts";
import type { Limits } from "../model.ts";
import { type Breakdown, groupPhrase, sides } from "./breakdown.ts";
import {
  capital,
  count,
  countInWords,
  differenceUnit,
  digits,
  figure,
  figureWithRange,
  list,
  lowerFirst,
  number,
  percent,
  plural,
  range,
  sentence,
} from "./format.ts";
import { isPlainAverage } from "./level.ts";
import { earlierOf } from "./people/earlier.ts";
import { rankOf } from "./people/rank.ts";
import { type Clarity, type Level, type Profile, type Standing, tally } from "./people/standing.ts";
import { asSize } from "./sentences.ts";

/** Sentences about one community or one area, beside the rest of the place. */

type Place = Publishable["place"];

export const peopleTitle = ({ communities, areas, place }: Publishable): string =>
  [...(communities.length > 0 ? ["Communities"] : []), ...(areas.length > 0 ? [place.areas] : [])]
    .map((word, i) => (i === 0 ? capital(word) : word))
    .join(" and ");

export const peopleLead = ({ place, areas }: Publishable): string =>
  `Find your community${areas.length > 0 ? `, or one of the ${place.areas},` : ""} and see every figure this report has for it, beside the rest of ${place.name}.`;

export const peopleDescription = ({ place }: Publishable): string =>
  `Every community and every part of ${place.name} that this report has figures for, with a page of its own.`;

/** How to take the counts of the overview. */
export const peopleReading =
  "“Clearly” means that chance alone would hardly make such a difference. The counts say on how many indicators that is so. They are no score: indicators are not of equal weight, and nobody is to blame for a figure.";

export const communityHeading = "Communities";
export const areasHeading = (place: Place): string => capital(place.areas);
export const otherCommunities = "Other groups";
export const communitiesCaption = "Communities, and how many indicators say what of each";
export const areasCaption = (title: string): string => `${title}, from A to Z`;

export const overviewHead = {
  community: "Community",
  residents: "Residents",
  figures: "Indicators",
  worse: "Clearly worse off",
  better: "Clearly better off",
  unclear: "No clear difference",
  untested: "Not tested",
} as const;

export const nothingMeasured = "nothing measured";

/** What each clarity is called, as a heading and as a mark beside a figure. */
export const clarityWords: Record<Clarity, { heading: string; word: string }> = {
  worse: { heading: "Clearly worse off", word: "Clearly worse" },
  "worse-untested": { heading: "Worse off in the figures, not tested", word: "Worse, not tested" },
  unclear: { heading: "No clear difference", word: "No clear difference" },
  "better-untested": { heading: "Better off in the figures, not tested", word: "Better, not tested" },
  better: { heading: "Clearly better off", word: "Clearly better" },
};

export const clarityMeanings: Record<Clarity, string | null> = {
  worse: null,
  "worse-untested": "No test of these differences can be made, so some of them may be chance.",
  unclear: "These differences are nothing, or no larger than chance might make them.",
  "better-untested": "No test of these differences can be made, so some of them may be chance.",
  better: null,
};

/** What a page is about, as sentences call it, and the verb that goes with it. */
export interface Named {
  who: string;
  are: "are" | "is";
}

const indicators = (n: number): string => plural(n, "indicator");

/** What the figures of a page come to, in two or three sentences. */
export function profileLead(profile: Profile, { who, are }: Named): string {
  const { standings, levels } = profile;
  const counts = tally(profile);
  const shown = standings.length + levels.length;
  if (shown === 0)
    return `This report has no figure for ${who}. That is not a sign of equality: nobody has measured it here.`;
  const untested = counts["worse-untested"] + counts["better-untested"];
  const told = [
    counts.worse > 0 ? `clearly worse off on ${countInWords(counts.worse)}` : null,
    counts.better > 0 ? `clearly better off on ${countInWords(counts.better)}` : null,
    counts.unclear > 0 ? `not clearly different on ${countInWords(counts.unclear)}` : null,
  ].filter((text) => text !== null);
  return [
    `${capital(indicators(shown))} of this report ${shown === 1 ? "has" : "have"} figures for ${who}.`,
    told.length === 0 ? null : `Beside the rest, ${are === "are" ? "they are" : "it is"} ${list(told)}.`,
    untested === 0
      ? null
      : `On ${countInWords(untested)}, a difference is published that cannot be tested (${countInWords(counts["worse-untested"])} worse off, ${countInWords(counts["better-untested"])} better off).`,
    levels.length === 0 ? null : `On ${countInWords(levels.length)}, there is nothing to compare with.`,
  ]
    .filter((text) => text !== null)
    .join(" ");
}

export const profileDescription = (profile: Profile, named: Named, place: Place): string =>
  `What the figures say about ${named.who}, beside the rest of ${place.name}. ${profileLead(profile, named)}`;

/** Whom a group is compared with, to follow "than". */
export function thanWhom({ b, group, against: { whom } }: Standing): string {
  const { place } = b.results;
  if (whom === "side") {
    const pair = sides(b);
    const other = pair?.disadvantaged === group ? pair.advantaged : pair?.disadvantaged;
    return groupPhrase(b, other ?? group);
  }
  if (whom === "place") return isPlainAverage(b) ? "the plain average of the groups" : `in ${place.name} as a whole`;
  const others = b.dimension.by === "areas" ? place.areas : "groups";
  return isUnweighted(b)
    ? `the plain average of the other ${others}`
    : `${b.dimension.preposition} all the other ${others} together`;
}

const isUnweighted = (b: Breakdown): boolean => b.latest.notes.some(({ id }) => id === "unweighted");

/** Whether a difference is nothing in the digits that are shown. */
const isNothing = (text: string): boolean => !/[1-9]/.test(text.split(" ")[0] ?? "");

/** A difference in words: 4.2 percentage points higher. */
export function differenceInWords(b: Breakdown, difference: Limits): string {
  const { size, word } = asSize(b, difference);
  const text = figure(size, differenceUnit(b.indicator.unit));
  return isNothing(text) ? "about the same" : `${text} ${word}`;
}

/** A difference with whom it is from: about 4.2 percentage points higher than among the others. */
const comparedWith = (b: Breakdown, difference: Limits, whom: string): string => {
  const words = differenceInWords(b, difference);
  return words === "about the same" ? `${words} as ${whom}` : `about ${words} than ${whom}`;
};

function intervalOf(b: Breakdown, difference: Limits): string {
  const { size } = asSize(b, difference);
  const limits = range(size, digits(size, differenceUnit(b.indicator.unit)));
  return limits === null ? "" : ` (${limits})`;
}

/** When a figure holds, to open a sentence. */
const inPeriod = (label: string): string => (label.includes(" to ") ? `From ${label}` : `In ${label}`);

/** The newest figure, and how it stands to the others. */
export function standingSentences(standing: Standing): string[] {
  const { b, group, estimate, against, clarity } = standing;
  const { measure } = b.indicator.sentence;
  const own = `${measure} was ${figureWithRange(estimate, b.indicator.unit)} ${groupPhrase(b, group)}`;
  const amount = `${comparedWith(b, against.difference, thanWhom(standing))}${intervalOf(b, against.difference)}`;
  const isTested = against.difference.lower !== null;
  const beside = clarity === "unclear" && isTested ? `That is not clearly different: ${amount}.` : `That is ${amount}.`;
  return [sentence(`${inPeriod(b.latest.period.label)}, ${own}`), beside, rankSentence(standing)].filter(
    (text) => text !== null,
  );
}

/** Where an area that clearly differs stands among the others, never as a place in a league. */
function rankSentence(standing: Standing): string | null {
  const { b, clarity } = standing;
  if (b.dimension.by !== "areas" || (clarity !== "worse" && clarity !== "better")) return null;
  const rank = rankOf(standing);
  if (rank === null) return null;
  return `It is among the ${countInWords(rank.among)} ${rank.end} of ${count(rank.of)} ${b.results.place.areas}.`;
}

/** The same figure in an earlier period, or why there is none. */
export function earlierSentence(standing: Standing): string {
  const { b } = standing;
  const earlier = earlierOf(standing);
  if (earlier === null)
    return b.result.periods.length === 1
      ? "There is one period only, so we can't tell how it has changed."
      : "No earlier figure can be compared with it.";
  const then = `${inPeriod(earlier.period.label)} it was ${figureWithRange(earlier.estimate, b.indicator.unit)}`;
  return earlier.difference === null
    ? `${then}.`
    : `${then}: ${comparedWith(b, earlier.difference, standing.against.whom === "side" ? thanWhom(standing) : "the rest")}.`;
}

export const earlierReading =
  "Earlier figures stand beside the newest ones. Whether a single group has changed is not tested here, so small changes may be chance.";

/** An indicator that counts these people alone. */
export const levelSentence = ({ b, level }: Level): string =>
  sentence(
    `${inPeriod(b.latest.period.label)}, ${b.indicator.sentence.measure} was ${figureWithRange(level, b.indicator.unit)}`,
  );
export const levelsHeading = "Figures for these people alone";
export const levelsMeaning = "These indicators count nobody else, so there is nothing in them to compare with.";

export const allFigures = "All figures";
export const figuresCaption = (who: string): string => `Newest figures for ${who}, beside others`;
/** Columns where figures and intervals stand together. */
export const shortHead = ["Indicator", "Period", "Figure", "Compared with", "Difference", "Adjusted p"] as const;
export const figuresHead = [
  "Indicator",
  "Period",
  "Figure",
  "Interval",
  "Compared with",
  "Difference",
  "Its interval",
  "Adjusted p",
] as const;
export const pReading =
  "Adjusted p: how often chance alone would make so large a difference, adjusted for the number of groups compared. Below 0.05 a difference is called clear. Two groups have no adjusted p: there the interval decides, and it must leave out zero.";
export const notTested = "not tested";
export const byInterval = "by its interval";
export const notPublished = "not published";

export function againstWords(standing: Standing): string {
  const { b, against } = standing;
  const level = number(against.level, digits(standing.estimate, b.indicator.unit));
  const whom = thanWhom(standing).replace(/^(in|among) /, "");
  return `${capital(whom)}: ${level}`;
}

export const whoIsCounted = "Who is counted";
export const countedAs = (dimension: string, label: string): string => `${dimension}: ${label}`;

export const withoutHeading = "What this report cannot say";
export const withoutLead = (n: number, who: string): string =>
  `${capital(indicators(n))} of this report ${n === 1 ? "has" : "have"} no figure for ${who}. What is missing everywhere, and what would fill the gaps, stands on the page of data gaps.`;

/** Why an indicator has no figure for some people. */
export function whyWithout(
  results: Publishable,
  indicatorId: string,
  { characteristic }: Pick<Community, "characteristic">,
): string {
  const indicator = results.indicators.find(({ id }) => id === indicatorId);
  const titles = (indicator?.dimensions ?? []).flatMap(({ dimension }) => {
    const found = results.dimensions.find(({ id }) => id === dimension);
    return found !== undefined && found.characteristic === characteristic && characteristic !== null
      ? [lowerFirst(found.title)]
      : [];
  });
  if (titles.length > 0) return `Broken down by ${list(titles)}, which does not tell these people apart.`;
  const cell = results.dataGaps
    .find((row) => row.indicator === indicatorId)
    ?.cells.find((one) => one.characteristic === characteristic);
  return cell?.why ?? "Not broken down in this way here.";
}

export const areaWhyWithout = (b: Breakdown | null, areas: string): string =>
  b === null ? `No figures by ${areas} in this report.` : "No figure.";

/** Where the area stands in rankings of deprivation. */
export const quantileSentence = (dimension: { title: string; ranking: string | null }, label: string, place: Place) =>
  `${dimension.title}: ${lowerFirst(label)}${dimension.ranking === "local" ? ` of ${place.name}` : ""}.`;

export const livesHere = "Who lives here";
export const populationSentence = (area: Area, place: Place): string | null =>
  area.population === null ? null : `${count(area.population)} ${place.people} live here.`;
export const contextCaption = (title: string, name: string): string => `${title} of the people of ${name}`;
export const contextHead = (title: string, place: Place, areas: string): string[] => [
  title,
  capital(place.people),
  "Share here",
  `Share in all ${areas}`,
];
export const shareText = (share: number | null): string => (share === null ? "[x]" : percent(share));
export const countText = (n: number | null): string => (n === null ? "[x]" : count(n));
export const contextSource = "Source: ";

/** Words of the chart of an area. */
export const areaChart = {
  title: (profile: Profile): string => {
    const { worse, better } = tally(profile);
    if (worse + better === 0) return "No clear difference from the rest on any indicator";
    return `Clearly worse off on ${count(worse)} of ${indicators(profile.standings.length)}, clearly better off on ${count(better)}`;
  },
  subtitle: (name: string, place: Place, one: string): string =>
    `${name} beside all the other ${place.areas} together. ${place.name}, newest figures. 1 is the usual distance of a ${one} from the average.`,
  description: (name: string, rows: readonly Standing[]): string => {
    const told = rows.map(
      (one) =>
        `${one.b.indicator.title}: ${differenceInWords(one.b, one.against.difference)}, ${clarityWords[one.clarity].word.toLowerCase()}`,
    );
    return `${name} beside the rest, the clearest disadvantage first. ${told.join(". ")}.`;
  },
  key: (confidence: number, leftOut: readonly string[], areas: string): string =>
    [
      `Dots show how far it is from the rest, bars the ${count(100 * confidence)}% intervals. A filled dot is a clear difference. The figures beside them are in each indicator's own unit.`,
      leftOut.length === 0
        ? null
        : `Not drawn, because ${areas} differ no more than chance might make them or the spread is unknown: ${list(leftOut)}.`,
    ]
      .filter((text) => text !== null)
      .join(" "),
  better: "better off",
  worse: "worse off",
} as const;

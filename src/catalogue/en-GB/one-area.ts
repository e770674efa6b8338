import { type Counted, capital, list, lowerFirst, plural } from "../english.ts";

/** The page of one area, the map of names, and the way to one's own area. */

const inWords = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
const ordinal = (n: number): string => {
  const word = inWords[n];
  if (word) return word;
  const tens = n % 100;
  const ending = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
};

type End = "highest" | "lowest";
const placed = (place: number, end: End): string => (place === 1 ? end : `${ordinal(place)} ${end}`);
const measures = (n: Counted): string => plural(n, "measure");

export const areas = {
  inHundred: (number: string): string => `${number} in 100`,
  nothing: (name: string): string =>
    `This report has no figure for ${name} that can be set beside others. That is not a sign of equality.`,
  judged: (
    { name, place }: { name: string; place: string },
    judged: Counted,
    told: { worse: string | null; better: string | null; close: string | null; untested: string | null },
  ): string => {
    const rest = ` than the rest of ${place}`;
    const { worse, better, close, untested } = told;
    const on = [
      ...(worse === null ? [] : [`clearly worse${rest} on ${worse}`]),
      ...(better === null ? [] : [`clearly better${worse === null ? rest : ""} on ${better}`]),
      ...(close === null
        ? []
        : [`too close to tell${worse === null && better === null ? ` from the rest of ${place}` : ""} on ${close}`]),
      ...(untested === null ? [] : [`not tested on ${untested}`]),
    ];
    return `Of ${measures(judged)} where more or less is better, ${name} is ${list(on)}.`;
  },
  others: (who: string | null, others: Counted, different: Counted, untested: string | null): string => {
    const some =
      different.n === 0
        ? `none of ${plural(others, "other")}`
        : different.n < others.n
          ? `${different.text} of ${plural(others, "other")}`
          : others.n === 1
            ? "the 1 other"
            : `all ${others.text} others`;
    return `${who ?? "It"} differs clearly on ${some}, where neither more nor less is better${untested === null ? "" : ` (not tested: ${untested})`}.`;
  },
  notCounted: (modelled: string | null, nested: string | null): string =>
    `Not counted: ${list([
      ...(modelled === null ? [] : [`${modelled} modelled`]),
      ...(nested === null ? [] : [`${nested} that ${nested === "1" ? "is" : "are"} part of another measure`]),
    ])}.`,
  withoutFigures: (topics: Counted, one: string, themes: readonly string[]): string =>
    `${plural(topics, "topic")} of this report ${topics.n === 1 ? "has" : "have"} no figure by ${one}${themes.length === 0 ? "" : `, among them all on ${list(themes.map(lowerFirst))}`}.`,
  partOf: (whole: string): string => `Part of “${whole}”, so not counted again.`,
  modelledRank: "Modelled, not counted: it cannot be ranked with certainty.",
  where: (dimension: string, label: string, place: string | null): string =>
    `${dimension}: ${lowerFirst(label)}${place === null ? "" : ` of ${place}`}.`,
  lived: (count: string, people: string, day: string | null): string =>
    day === null
      ? `${count} ${people}, of a year that the source does not say.`
      : `${count} ${people} lived here on ${day}.`,
  sections: {
    answer: (name: string): string => `How does ${name} stand?`,
    worse: "Clearly worse",
    "worse-untested": "Worse in the figures, not tested",
    better: "Clearly better",
    "better-untested": "Better in the figures, not tested",
    different: "Clearly different, neither better nor worse",
    "different-untested": "Different in the figures, not tested",
    unclear: "Too close to tell",
    modelled: "Modelled, not counted",
    nested: "Part of another measure, not counted",
  },
  brief: (own: string, place: string | null, name: string, period: string): string =>
    `: ${own} here${place === null ? "" : `, ${place} in ${name}`} (${period})`,
  briefRank: (
    { place, end, ties }: { place: number; end: End; ties: string | null },
    of: string,
    areas: string,
  ): string =>
    `; ${ties === null ? `the ${placed(place, end)}` : `one of ${ties} with the ${placed(place, end)} figure`} of ${of} ${areas}`,
  more: (n: Counted): string => `and ${n.text} more below`,
  figures: {
    headingIn: (place: string): string => `Each figure, beside ${place} as a whole`,
    found: (counts: readonly { what: string; n: string }[]): string =>
      list(counts.map(({ what, n }, i) => `${i === 0 ? what : lowerFirst(what)}: ${n}`)),
    order: (place: string, areas: string): string =>
      `In each theme the figure furthest from ${place} as a whole comes first, as the lines draw it. Each line runs from the lowest of the ${areas} to the highest. The dot is this one, the long mark ${place} as a whole, the short marks the other ${areas}. Where there is an earlier figure, a hollow dot below is then and a full one is now.`,
    clearly:
      "“Clearly” means that chance alone would hardly make such a difference from all the others together. Being first or last is no score: someone is always first, and neighbours in the order are often too close to tell apart.",
    crude: (one: string): string =>
      `Most figures here are not adjusted for age. A younger ${one} has fewer disabled residents, for example, whatever else is the case.`,
    own: (whom: string | null, period: string): string => (whom === null ? period : `${whom}, ${period}`),
    place: (figure: string, place: string): string => `${figure} in ${place}`,
    fifth: (figure: string, name: string): string => `${figure} in ${name}, to which it belongs`,
    median: (figure: string, one: string, name: string): string =>
      `${figure} in a typical ${one} of the ${lowerFirst(name)}`,
    beside: (parts: readonly string[]): string => `${capital(list(parts))}.`,
    was: (period: string, own: string, place: string | null, name: string): string =>
      `In ${period} it was ${own} here${place === null ? "" : ` and ${place} in ${name}`}.`,
    only: "There is one period only, so no change can be told.",
    none: "No earlier figure can be compared with it.",
    change: "Whether the figure of a single area has changed is not tested, so small changes may be chance.",
    key: { here: "here" },
  },
  rank: ({ place, end, ties }: { place: number; end: End; ties: string | null }, of: string, areas: string): string =>
    ties === null
      ? `It is the ${placed(place, end)} of ${of} ${areas}.`
      : `It is one of ${ties} with the ${placed(place, end)} figure of ${of} ${areas}.`,
  sureRank: (level: string): string => `At the ${level} level its place is not in doubt.`,
  range: (level: string, first: number, last: number, end: End): string =>
    last === first + 1
      ? `At the ${level} level it could be the ${placed(first, end)} or ${placed(last, end)}.`
      : `At the ${level} level it could be anywhere from the ${placed(first, end)} to the ${placed(last, end)}.`,
  unknownRank: "Its place cannot be told.",
  noRange: "The source gives no margin of error, so chance may decide its place in the order.",
  notTold: (place: string): string => `It cannot be told from the rest of ${place}.`,
  map: {
    of: (name: string): string => `Where ${name} is`,
    key: (name: string): string =>
      `Dark: ${name}. Each of its neighbours leads to its page. The small map shows where it lies.`,
    tiles: "Tiles stand roughly where the areas lie.",
    neighbours: (name: string, areas: string): string => `${capital(areas)} next to ${name}`,
    boundaries: (source: string): string => `Boundaries: ${source}.`,
  },
  lives: {
    heading: "Who lives here",
    open: (titles: readonly string[]): string => capital(list(titles.map(lowerFirst))),
    caption: (title: string, name: string): string => `${title}, ${name} beside all areas`,
    head: (title: string, place: string): string[] => [title, "Number here", "In 100 here", `In 100 in ${place}`],
    period: (period: string): string => `${period}. `,
  },
  all: {
    heading: "All figures with their margins of error",
    open: "Show the chart and the table",
  },
  find: {
    heading: "Find your area",
    headingOf: (one: string): string => `Find your ${one}`,
    typed: (one: string): string => `Name of your ${one}`,
    none: (one: string): string => `No ${one} has this in its name. Try fewer letters, or the map.`,
    found: (n: string): string => `Matches: ${n}`,
    postcode: "Your postcode",
    go: "Find",
    here: (postcode: string): string => `${postcode} is in`,
    unknown:
      "This postcode is not in the list. It may be new, no longer in use, or outside the place that this report is about. Try the map or the names.",
    notOne: (first: string): string =>
      `This is not a whole postcode. One has two parts, the first of them such as ${first}.`,
    private:
      "The postcode is looked up on your own device, in a list that came with this report. It is not sent to anyone.",
    source: "List of postcodes: ",
    list: (n: Counted, areas: string): string => `All ${n.text} ${areas}, from A to Z`,
    mapOf: (areas: string): string => `Map of the ${areas}`,
    mapReading: (one: string): string => `Choose a ${one} on the map to open its page.`,
  },
};

import type { Holder, NumberName, Worth } from "../../programme-numbers.ts";

import { type Counted, list, lowerFirst, plural } from "../english.ts";

/** What programmes return: their pages, the command value, and the working. */

const holder: Record<Holder, string> = {
  "public-purse": "The public purse",
  people: "People themselves",
  society: "Wider society",
};

const worth: Record<Worth, string> = { money: "money", health: "health", wellbeing: "wellbeing" };

const number: Record<NumberName, string> = {
  amount: "Amount a year",
  hours: "Hours a year",
  hourly: "What an hour is worth",
  people: "How many people changed",
  each: "How much each person changed",
  proxy: "What one unit of the change is worth",
  duration: "How many years it lasts",
  dropOff: "How much is lost each year",
  deadweight: "How much would have come anyway",
  attribution: "How much of the rest is this programme's doing",
  displacement: "How much was only moved from others",
  share: "Share of its people",
  elasticity: "How much more money counts to people who have less",
  reference: "Income at which money counts as it is",
  income: "Income",
  index: "Level of prices",
};

export interface Told {
  lower: string;
  upper: string;
  central: string;
  one: string;
}

export const returns = {
  holder,
  worth,
  number,
  description: (title: string, place: string): string =>
    `What ${title} returns in ${place}, for whom, and how sure that is.`,
  madeUp:
    "This is a made-up example. Its programme, its figures and its stories are invented to show how a page looks.",
  period: (from: string, to: string | null): string =>
    to === null ? `from ${from} on` : from === to ? from : `${from} to ${to}`,
  where: "Where the programme is described",
  /** The ratio, never without its range. */
  ratio: ({ lower, upper, central, one }: Told): string =>
    `Between ${lower} and ${upper} comes back for each ${one} put in, most likely ${central}.`,
  ratioAside: ({ lower, upper, central, one }: Told): string =>
    `Between ${lower} and ${upper} comes back for each ${one} put in. With every number at its most likely it would be ${central}, which lies outside that range because most ranges reach further to one side.`,
  sure: (text: string): string => `${text} There is no range, because no number is said to be uncertain.`,
  noFigures: "We know of no published figures from which a return could be reckoned, so none is given here.",
  neededHeading: "What would be needed",
  neededLead: "To say what comes back for the money and time put in, somebody would have to publish:",
  contains: (level: string, draws: string): string =>
    `The range holds ${level} in 100 of ${draws} draws. In each draw every number is taken by chance from its own range.`,
  below: (share: string, one: string): string => `In ${share} of 100 draws less than ${one} comes back for ${one}.`,
  mostLikely: (median: string): string =>
    `“Most likely” takes every number at its own most likely value. It is no average: half of the draws come out below ${median}.`,
  notCash: "Some of this may be cash and some not. It is what changes are worth to those who have them, in money.",
  back: {
    heading: "What comes back",
    inputs: "What goes in",
    value: "What comes about",
    net: "What comes about, less what goes in",
    ratio: (one: string): string => `For each ${one} put in`,
    prices: (year: string): string => `in prices of ${year}`,
    span: (central: string, lower: string, upper: string): string => `${central} (${lower} to ${upper})`,
    drawn: (lower: string, upper: string, central: string, one: string): string =>
      `A line from ${lower} to ${upper} with a mark at ${central}, beside the point at which ${one} comes back for ${one}.`,
    even: (one: string): string => `${one} for ${one}`,
    rounding: "Amounts are rounded alike, so that one divided by the other gives the return.",
  },
  /** What the ratio is a ratio of. */
  terms: {
    division: (value: string, inputs: string, ratio: string, one: string): string =>
      `${value} comes about for ${inputs} put in. Divided, that is ${ratio} for each ${one}.`,
    level: (year: string, level: string): string => `${level} in ${year}`,
    levels: (source: string, levels: string): string =>
      `Prices of other years are brought to it by: ${source}. Its levels are ${levels}.`,
    weighed: (reference: string, elasticity: string, ratio: string, one: string): string =>
      `Counting money more where it comes to people with less, ${ratio} comes back for each ${one}. An income of ${reference} counts as it is; the elasticity is ${elasticity}.`,
    unweighed: "Nothing is weighed by income: money counts alike for all.",
  },
  map: {
    heading: "Who changed, and how",
    lead: "Read it from what goes in to what changes for whom. It shows what is meant to happen and what was counted; it is no proof.",
    inputs: "What goes in",
    does: "What is done",
    outcomes: "What changes, and for whom",
    from: (who: string): string => `from ${lowerFirst(who)}`,
    known: (indicator: string): string => `Known by: ${lowerFirst(indicator)}.`,
    towards: (outcomes: readonly string[]): string => `For: ${outcomes.join("; ")}.`,
    all: "For all of the changes.",
    comesFrom: (inputs: readonly string[]): string => `Comes from: ${inputs.join("; ")}.`,
    notCounted: "Told here and not counted, because another change holds the same value.",
    nobody: "Nothing is counted for them.",
  },
  goes: {
    heading: "Where the value goes",
    lead: "The same value three times: by who has it, by whom it comes to, and by what changed.",
    holders: "Who has the value",
    stakeholders: "Whom it comes to",
    outcomes: "What changed",
    head: { who: "Who", what: "What", value: "Value", range: "Range", share: "Of all value" },
    caption: (of: string, title: string): string => `${of}, ${title}`,
  },
  groups: {
    heading: (dimension: string): string => `Whom it reaches: ${lowerFirst(dimension)}`,
    lead: "Only value to people is shared out here. What the public purse and wider society have is nobody's alone.",
    plain: (ratio: string, weighted: string, one: string): string =>
      `Counting all money alike, ${ratio} comes back for each ${one}. Counting money more where it comes to people with less, it is ${weighted}.`,
    weigh: (reference: string, source: string): string =>
      `Money to a household on ${reference} a year counts as it is; to one on less it counts for more. The weights are from: ${source}. Only money is weighed: health and wellbeing are valued alike for all.`,
    noWeights: "No incomes of the groups are declared, so nothing is weighed.",
    caption: (dimension: string, title: string): string => `Value to people by ${lowerFirst(dimension)}, ${title}`,
    head: {
      group: "Group",
      value: "Value",
      range: "Range",
      share: "Of their value",
      weight: "Each unit of money counts",
      weighted: "Value, weighed",
    },
    rest: (value: string): string => `Of another ${value} to people it is not known in which groups they are.`,
  },
  swings: {
    heading: "What the result hangs on most",
    lead: (one: string): string =>
      `Each bar moves one number from one end of its range to the other and leaves all others at their most likely. The broken line is ${one} for ${one}.`,
    title: (label: string): string => `It hangs most on this. ${label}`,
    subtitle: (title: string, one: string): string => `Return for each ${one} put in, ${title}`,
    key: (one: string): string =>
      `Blue leads to the low end of a number's range, orange to its high end. The broken line is ${one} for ${one}.`,
    description: (bars: Counted, label: string, low: string, high: string): string =>
      `${plural(bars, "bar", "bars")}, the longest first. ${label}: ${low} at its low end, ${high} at its high end.`,
    caption: (title: string): string => `What each number does to the return, ${title}`,
    head: {
      number: "Number",
      range: "Its range",
      low: (one: string): string => `Return for ${one} at its low end`,
      high: (one: string): string => `Return for ${one} at its high end`,
      even: "Value at which as much comes back as goes in",
    },
    over: (value: string): string => `falls short above ${value}`,
    under: (value: string): string => `falls short below ${value}`,
    never: "none alone",
    label: (of: string, name: string): string => `${of}: ${lowerFirst(name)}`,
    sentence: {
      over: (label: string, value: string, one: string): string =>
        `${label}: where it is over ${value}, and all else as said, less than ${one} comes back for ${one}.`,
      under: (label: string, value: string, one: string): string =>
        `${label}: where it is under ${value}, and all else as said, less than ${one} comes back for ${one}.`,
      never: (label: string, one: string): string =>
        `${label}: no value that it can have alone makes exactly ${one} come back for ${one}.`,
    },
    more: (rest: Counted): string =>
      `${plural(rest, "other number moves", "other numbers move")} it less. The table under the chart has them all.`,
  },
  years: {
    heading: "Year by year",
    lead: (one: string): string =>
      `What goes in and what comes about in each year, with every number at its most likely. The last column is the return for each ${one} if nothing after that year counted.`,
    caption: (title: string): string => `Year by year, ${title}`,
    head: {
      year: "Year",
      inputs: "Goes in",
      value: "Comes about",
      presentInputs: (base: string): string => `Goes in, worth in ${base}`,
      presentValue: (base: string): string => `Comes about, worth in ${base}`,
      upTo: "Return up to then",
    },
    together: "Together",
    paid: (year: string): string => `By the end of ${year} as much has come back as goes in altogether.`,
    never: "At its most likely, as much as goes in does not come back in any year.",
    rounding: "Sums of rounded amounts may differ by one in the last place.",
  },
  assumptions: {
    heading: "Assumptions, the worst first",
    lead: "These numbers have no source. Those that move the result most stand first.",
    none: "Every number has a source.",
    item: (label: string, range: string, moves: string): string => `${label}: ${range}. ${moves}`,
    moves: (low: string, high: string): string =>
      `The return would be ${low} at the low end and ${high} at the high end.`,
    movesWeighted: (low: string, high: string): string =>
      `It moves only the return that counts money more for people with less: to ${low} at the low end and ${high} at the high end.`,
    movesGroups: "It moves no return, only which group has the value.",
    movesNothing: "With all else at its most likely, it moves nothing.",
    known: "It has no range to move along.",
    sources: "Where the other numbers come from",
    from: (label: string, range: string, source: string): string => `${label}: ${range}. From: ${source}.`,
    apart: "Nothing is counted twice",
    overlap: (titles: readonly string[], are: "apart" | "the-same", why: string): string =>
      `${list(titles)}: ${are === "apart" ? "not the same value" : "the same value, counted once"}. ${why}`,
  },
  stories: {
    heading: "Stories",
    lead: "What people told, in their own words. A story shows what a change can be like. It does not show how many had it.",
  },
  moves: {
    heading: "The figures it is meant to move",
    lead: "What became of each of their gaps.",
    none: "It names no figure of this report.",
    cause: "None of this shows that the programme caused a change, or that it did not: much else moves these figures.",
  },
  reckoned: {
    heading: "How it is reckoned",
    rates: (year: string, money: string, health: string, wellbeing: string): string =>
      `All money is in prices of ${year}. Value is discounted by ${money} a year; for health it is ${health}, for wellbeing ${wellbeing}.`,
    prices: (source: string): string => `Prices of other years are brought to it by: ${source}.`,
    years: "No change is counted for more than 30 years.",
    file: { before: "Every number is in ", between: " under ", after: "." },
    independent:
      "The draws take the numbers one apart from another, but for those that are said to go together. Where others do too, the true range is wider.",
  },
  list: {
    heading: "What programmes return",
    lead: "Each page says what goes in, what comes about, for whom, and how sure that is.",
    none: "no figures published",
  },
  unit: {
    range: (low: string, central: string, high: string): string => `${low} to ${high}, most likely ${central}`,
    exact: (value: string): string => `${value}, taken as known`,
    years: (value: string): string => `${value} ${value === "1" ? "year" : "years"}`,
    money: (value: string, year: string): string => `${value} in prices of ${year}`,
    proxy: (label: string, unit: string): string => `${label} (${unit})`,
    project: "All programmes",
    part: (label: string, of: string): string => `${label} (${of})`,
  },
  working: {
    heading: (title: string): string => `${title}: what it returns`,
    inputs: "1. What goes in",
    outcomes: "2. What comes about",
    result: "3. What comes back",
    draws: "4. The draws",
    weights: "5. By income",
    swings: "6. One number at a time",
    inputHead: (base: string): string[] => ["Input", "Years", `Present value, prices of ${base}`],
    product: (title: string, numbers: string): string => `${title}: ${numbers}`,
    yearHead: (base: string): string[] => ["Year", `Value, prices of ${base}`, `Present value in ${base}`],
    weightHead: ["Group", "Income", "Each unit of money counts", "Value", "Value, weighed"],
    total: "Together",
    ratio: (value: string, inputs: string, ratio: string): string => `${value} / ${inputs} = ${ratio}`,
    drawHead: ["", "Central", "Mean", "Lower", "Median", "Upper"],
    rows: { inputs: "What goes in", value: "What comes about", ratio: "Ratio", weighted: "Ratio, weighed by income" },
    swingHead: [
      ...["Number", "Low", "Central", "High", "Prices of", "Ratio at low", "Ratio at high"],
      ...["Weighed at low", "Weighed at high", "Ratio 1 at"],
    ],
  },
  terminal: {
    none: "no programme is declared",
    line: (id: string, title: string, told: string): string => `${id}  ${title}: ${told}`,
    term: (text: string): string => `    ${text}`,
    done: (programmes: Counted, without: Counted): string =>
      `${plural(programmes, "programme")}, ${without.text} without figures.`,
  },
};

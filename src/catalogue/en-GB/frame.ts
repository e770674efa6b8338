import type { MissingState, Stance, Temperature } from "../../model.ts";
import { type Counted, capital, plural } from "../english.ts";

/** The foot of every page. */
export const foot = {
  owner: (owner: string): string => `${owner} answers for this report.`,
  ask: { before: "Questions about the figures: ", after: "" },
  noContact: "No address for questions is given in this report.",
  next: (month: string): string => `The next edition is due in ${month}.`,
  useful: "Was this page useful? Tell us",
  subject: (page: string, report: string, year: string): string => `Was this page useful? ${page} (${report}, ${year})`,
  earlier: "Earlier editions",
  edition: (title: string, year: string): string => `${title}, ${year}`,
  links: "Help with reading",
};

/** What can be done with a chart. */
export const chartActions = {
  link: "Link to this chart",
  copy: "Copy the figures",
  copied: "Copied",
  failed: "Not copied: select the table instead",
  share: "Share",
  embed: "Embed this chart",
  embedHow: "Paste this into a page of your own:",
  embedPage: "Open the chart as a page of its own",
  cite: "Cite this chart",
  citation: (parts: {
    publisher: string;
    year: string;
    chart: string;
    subtitle: string;
    report: string;
    licence: string | null;
    address: string | null;
  }): string =>
    `${parts.publisher} (${parts.year}). ${parts.chart}. ${parts.subtitle} In: ${parts.report}, edition of ${parts.year}.${parts.licence === null ? "" : ` ${parts.licence}.`}${parts.address === null ? "" : ` ${parts.address}`}`,
  from: (report: string, year: string, publisher: string, licence: string | null): string =>
    `From ${report} ${year}, ${publisher}.${licence === null ? "" : ` ${licence}.`}`,
  sources: (publishers: string): string => `Figures: ${publishers}.`,
  whole: "The page that this chart stands on",
};

/** The accessibility statement, where the project has no text of its own. */
export const accessibility = {
  title: "Accessibility of this report",
  short: "Accessibility",
  description: "How this report can be read, how that was tested, what does not work yet, and whom to tell.",
  lead: "This report should be open to everybody who wants to read it.",
  can: {
    heading: "How you can read it",
    items: [
      "You can make the text four times as large. It still fits the width of the screen. You can scroll wide tables and maps without moving the page.",
      "You can move through it with a keyboard alone. It is built so that screen readers can read it.",
      "It follows your settings for a dark or light screen, and for high contrast.",
      "It can be read with scripts switched off, without a network, and on paper.",
      "Each chart has a description and a table with the same figures. No colour carries a meaning by itself.",
    ],
  },
  tested: {
    heading: "How that was tested",
    items: (version: string): string[] => [
      "The aim is level AA of the Web Content Accessibility Guidelines, version 2.2.",
      `Pages that tempcheck ${version} makes are tested with axe, a program that looks for barriers.`,
      "It is also tested by scripts that use the keyboard, enlarge the text and switch high contrast on. These tests use one browser, Chromium.",
      "Programs find only some barriers. No screen reader was used in these tests, and this page knows of no test by disabled people.",
    ],
  },
  limits: {
    heading: "What does not work yet",
    items: [
      "Exploring a chart mark by mark needs scripts. The table below the chart has the same figures without them.",
      "Some words of statistics are hard. The method page says what they mean.",
      "Spreadsheets and printed copies have not been tested in the same way as the pages.",
    ],
    pictures: "Pictures of charts in PNG have no description inside them. The table on the page has the same figures.",
  },
  tell: {
    heading: "Tell us about a barrier",
    ask: { before: "If something here is in your way, or you need it in another form, write to ", after: "." },
    none: (publisher: string): string =>
      `${publisher} has not given an address to write to yet. Until it does, please ask whoever gave you this report.`,
    /** For those who make the report. */
    declare: {
      before: "If you make this report: the line ",
      after: " in the project's file puts an address here and at the foot of every page.",
    },
  },
  of: (year: string): string => `This statement belongs to the edition of ${year}.`,
};

const notTheOther = "But it depends on how we count.";

const result: Record<Temperature, readonly string[]> = {
  cooling: ["The gap got smaller."],
  easing: ["The gap got smaller.", notTheOther],
  steady: ["The gap is about the same as before."],
  heating: ["The gap got bigger."],
  warming: ["The gap got bigger.", notTheOther],
  mixed: ["The gap got smaller in one way of counting.", "It got bigger in another."],
  unclear: ["We do not know if the gap got bigger or smaller."],
  "no-reading": ["We do not know if the gap got bigger or smaller."],
};

const counted: Record<Temperature, (gaps: string) => string> = {
  cooling: (gaps) => `${gaps} got smaller.`,
  easing: (gaps) => `${gaps} got smaller, but it depends on how we count.`,
  steady: (gaps) => `${gaps} stayed about the same.`,
  heating: (gaps) => `${gaps} got bigger.`,
  warming: (gaps) => `${gaps} got bigger, but it depends on how we count.`,
  mixed: (gaps) => `${gaps} got smaller in one way of counting and bigger in another.`,
  unclear: (gaps) => `${gaps} may have changed or not.`,
  "no-reading": (gaps) => `${gaps} could not be checked for change.`,
};

/** The report in very simple words. */
export const easyRead = {
  title: "Easy read",
  description: (place: string): string => `What this report says about ${place}, in short sentences.`,
  about: {
    heading: "What this report is about",
    items: (place: string): string[] => [
      `This report is about people in ${place}.`,
      "It asks if life is fair.",
      "It looks at groups of people.",
      "It looks at the gaps between the groups.",
    ],
  },
  found: {
    heading: "What we found",
    looked: (n: Counted): string => `We looked at ${plural(n, "gap")}.`,
    counts: (temperature: Temperature, n: Counted): string => counted[temperature](plural(n, "gap")),
  },
  words: {
    heading: "Words we use",
    always: ["A gap means that one group has more than another.", "“In every 100” means: if there were 100 of them."],
    ladder: [
      "Some places have less than others: less money, worse homes, fewer jobs.",
      "We call them deprived.",
      "We put all places in a row, from most deprived to least deprived.",
      "Then we cut the row into parts.",
      "A fifth is 1 of 5 parts. A tenth is 1 of 10 parts.",
    ],
  },
  notKnown: {
    heading: "What we do not know",
    changes: (n: Counted): string =>
      n.n === 1
        ? "For 1 gap we do not know if it got bigger or smaller."
        : `For ${plural(n, "gap")} we do not know if they got bigger or smaller.`,
    things: (n: Counted): string => `There ${n.n === 1 ? "is" : "are"} ${plural(n, "thing")} we could not measure.`,
    states: {
      "published-not-loaded": (n: Counted): string => `For ${n.text}, there are numbers that we have not used yet.`,
      "needs-an-agreement": (n: Counted): string => `For ${n.text}, we must first be allowed to use the numbers.`,
      "nobody-collects": (n: Counted): string => `For ${n.text}, nobody counts them.`,
    } satisfies Record<MissingState, (n: Counted) => string>,
    notEqual: "If we do not measure it, it may still be unfair.",
    link: "All the things we could not measure",
  },
  theme: (title: string): string => title,
  figure: (group: string, figure: string): string => `${capital(group)}: ${figure}.`,
  ofEvery: (figure: string, every: string, people: string): string =>
    `about ${figure} in every ${every}${people === "" ? "" : ` ${people}`}`,
  events: (figure: string, events: string, every: string, people: string): string =>
    `about ${figure} ${events} for every ${every}${people === "" ? "" : ` ${people}`}`,
  years: (figure: string): string => `about ${figure} years`,
  published: (figure: string): string => `The gap is about ${figure}.`,
  higher: (group: string): string => `The number is higher ${group}.`,
  lower: (group: string): string => `It is lower ${group}.`,
  better: {
    higher: "A higher number is better.",
    lower: "A lower number is better.",
    neither: "A higher number is not better or worse.",
  } satisfies Record<Stance, string>,
  worse: (group: string): string => `Of these two, it is worse ${group}.`,
  chance: "The two may really be the same.",
  notSure: "We do not know how sure this is.",
  neither: "This is not good or bad by itself.",
  result,
  when: (period: string): string => `These numbers are for ${period}.`,
  whenIn: (period: string, place: string): string => `These numbers are for ${period}, in ${place}.`,
  none: "There are no numbers yet.",
  more: { heading: "More help", before: "You can read more on ", link: "the first page", after: "." },
  ask: { before: "You can ask us a question: ", after: "." },
};

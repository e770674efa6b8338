/** What the site of the documentation holds, in reading order. */

export interface Listed {
  /** File in docs/, or at the root of the repository, or the name of a page that is made; without `.md`. */
  file: string;
  about: string;
}

export interface Section {
  id: string;
  title: string;
  about: string;
  pages: readonly Listed[];
}

export const outline: readonly Section[] = [
  {
    id: "learn",
    title: "Learn",
    about: "Follow it once, from an empty folder to a report.",
    pages: [{ file: "docs/tutorial", about: "An afternoon, step by step; the commands take a few minutes." }],
  },
  {
    id: "how-to",
    title: "How to",
    about: "You know what you want to do.",
    pages: [
      { file: "docs/how-to-files", about: "Titles, notes, flags, header rows, renamed columns, totals, workbooks." },
      { file: "docs/how-to-periods", about: "Rolling years, quarters, months, and periods of any other kind." },
      { file: "docs/how-to-small-numbers", about: "Hold small counts back so that nobody can work them out." },
      { file: "docs/how-to-quintiles", about: "Rank areas within the place, or among all of the country." },
      { file: "docs/how-to-boundaries", about: "Share old figures out among new areas." },
      { file: "docs/several-places", about: "One project, several reports and a page that compares them." },
      { file: "docs/how-to-language", about: "Words, folders and numbers of another language." },
      { file: "docs/scale", about: "Rows that are too many for one machine: leave them where they are." },
      { file: "docs/partners", about: "Use the method from R, Python, JavaScript or a shell." },
    ],
  },
  {
    id: "reference",
    title: "Reference",
    about: "Every command, key, file and measure.",
    pages: [
      { file: "docs/commands", about: "Every command with its options and exit codes." },
      { file: "docs/project-files", about: "The files of a project, and what they may say." },
      { file: "made/keys-project", about: "Every key of tempcheck.yaml, with examples." },
      { file: "made/keys-indicator", about: "Every key of an indicator, with examples." },
      { file: "made/keys-dataset", about: "Every key of a dataset, with examples." },
      { file: "made/keys-look", about: "Every key of the look, with examples." },
      { file: "docs/outputs", about: "What a build writes." },
      { file: "made/results", about: "Every key of data/results.json." },
      { file: "made/measures", about: "Every measure with its formula and source." },
      { file: "docs/conformance", about: "Hold another program to the method." },
    ],
  },
  {
    id: "explanation",
    title: "Explanation",
    about: "Why it is as it is.",
    pages: [
      { file: "docs/why-this-method", about: "The reasons, in plain words." },
      { file: "docs/verdicts", about: "What a verdict means, and what it does not." },
      { file: "docs/value", about: "What programmes return for the money put in, and how that is reckoned." },
      { file: "docs/method", about: "How every number is made: the whole method." },
      { file: "docs/core-verdicts", about: "The verdicts of the core indicators, looked at one by one." },
      { file: "docs/false-verdicts", about: "How often verdicts are false, by simulation." },
      { file: "docs/interval-coverage", about: "How often intervals hold the true value, by simulation." },
      { file: "docs/performance", about: "How fast it is." },
      { file: "docs/architecture", about: "Where to find what in the code." },
    ],
  },
  {
    id: "about",
    title: "About",
    about: "The program itself.",
    pages: [
      { file: "CONTRIBUTING", about: "How to change the program." },
      { file: "CHANGELOG", about: "What has changed." },
      { file: "SECURITY", about: "What is defended against, and how to report a weakness." },
    ],
  },
];

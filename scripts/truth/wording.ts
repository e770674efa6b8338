/** Figures that a sentence tells with a word of their own: without it, a number that happens to be the same is no proof. */
export const wording: readonly { path: RegExp; words: RegExp }[] = [
  { path: /least found/, words: /found|detect|large/i },
  { path: /slopePerYear/, words: /\b(?:a|per|each|every) year\b/i },
  { path: /trends\.|\.trend\b/, words: /trend|fitted|line/i },
  {
    path: /sum of (?:levels|compositions)|level \+ composition|decomposition/,
    words: /moved|went|added|average|change/i,
  },
  { path: /spread of/, words: /spread|parts come/i },
  { path: /sum of shares|average of estimates/, words: /average|of every|out of|picture|together|\blie\b/i },
  { path: /less the (?:mean|plain average)/, words: /average|spread/i },
  { path: /less that of/, words: /\bends\b|differ|gap/i },
  { path: /\.par\b|par per 100|headCount/, words: /\bif\b|everyone|as well|still|fewer|would|par\b/i },
  { path: /par per 1,000/, words: /1,000/ },
  { path: /100 less the|1000 less the/, words: /others/i },
  { path: /peopleNeeded/, words: /people|would be clear|it takes|from at least/i },
  { path: /scatter|square root/, words: /scatter|error|times as large/i },
  { path: /unrecorded/, words: /group|recorded|known/i },
  { path: /who\[\d+\]\.level|level of others/, words: /\brest\b|\bother|compared/i },
  { path: /heterogeneity/, words: /differ|chance|heterogeneity/i },
  { path: /lackOfFit/, words: /line|straight|ladder/i },
  { path: /corners/, words: /may be|anything|between|range|least|most/i },
  { path: /publishedGaps|publishedElsewhere/, words: /publish|source|elsewhere|\bown\b|\bGap in \p{Lu}/iu },
  { path: /\.paces/, words: /pace|year|trend|reach/i },
  {
    path: /change\.[a-z]+\.change \/ from|to \/ from/,
    words: /wider|narrower|larger|smaller|better|worse|as large/i,
  },
  {
    path: /(?:numerator|denominator)s?$/,
    words: /people|out of|counted|number|residents|children|pupils|count|households|events/i,
  },
];

const wordsOf = new Map<string, readonly RegExp[]>();

/** Whether the words of a sentence, or those around it, allow a figure of this path. */
export function isWorded(path: string, said: string): boolean {
  const known = wordsOf.get(path);
  const needed = known ?? wording.flatMap((rule) => (rule.path.test(path) ? [rule.words] : []));
  if (known === undefined) wordsOf.set(path, needed);
  return needed.every((words) => words.test(said));
}

/** The level of the whole place is told with one of these, or with the place's name. */
export const ofAll =
  /\boverall\b|\bas a whole\b|\baverage\b|\bacross\b|\blevel\b|\bof every\b|\bout of\b|\bpicture of\b|\ball\b/i;

/** Numbers that the method sets, and the words that they are told with. */
export const constants: readonly {
  path: string;
  words: RegExp;
  of: (results: MethodAndPolicy) => readonly (number | null)[];
}[] = [
  {
    path: "method.confidence",
    words: /interval|such|\bbars\b|\bAt the \d+% level\b/i,
    of: ({ method }) => [100 * method.confidence],
  },
  { path: "method.same", words: /unlikely|little changed|within/i, of: ({ method }) => [100 * method.same] },
  {
    path: "method.falseDiscoveryRate",
    words: /called clear|chance.*%|%.*chance/i,
    of: ({ method }) => [100 * method.falseDiscoveryRate],
  },
  { path: "method.headlineTests", words: /tested/i, of: ({ method }) => [method.headlineTests] },
  {
    path: "method.reliableDenominator",
    words: /large enough|reliable|people|fewer than|best- or worst-off/i,
    of: ({ method }) => [method.reliableDenominator],
  },
  {
    path: "method.materiality",
    words: /at least|material/i,
    of: ({ method }) => [method.materiality, 100 * method.materiality],
  },
  {
    path: "disclosure.threshold",
    words: /fewer than|held back|not published|policy/i,
    of: ({ disclosure }) => [disclosure.threshold, (disclosure.threshold ?? 1) - 1, 1],
  },
  { path: "disclosure.suppressed", words: /held back/i, of: ({ disclosure }) => [disclosure.suppressed] },
  { path: "SIGNIFICANCE", words: /\bp\b|below|clear/i, of: () => [0.05] },
  { path: "equality", words: /equality|line at|above|below|usual distance|leave out/i, of: () => [0, 1] },
  { path: "method section 4: percentiles", words: /30 or more areas/, of: () => [30] },
  { path: "charts: most shades of a map", words: /shades has about as many/, of: () => [5] },
  { path: "method section 2: life tables", words: /too small for a life table/, of: () => [5000] },
  { path: "method section 2: standardised rates", words: /too few for a standardised rate/, of: () => [10] },
  { path: "range of an index", words: /from -1 to 1|proportions on 0 to 1|cut at 0|1\/2 but/, of: () => [-1, 0, 1, 2] },
  { path: "method section 1: coverage", words: /cover 85%/, of: () => [85] },
  { path: "method section 6: trends", words: /at least five|5 (?:separate )?periods/i, of: () => [5] },
];

interface MethodAndPolicy {
  method: {
    confidence: number;
    same: number;
    falseDiscoveryRate: number;
    headlineTests: number;
    reliableDenominator: number;
    materiality: number;
  };
  disclosure: { threshold: number | null; suppressed: number };
}

import type { Basis, Order } from "../../model.ts";
import type { Difference, Verification } from "../../results/verification.ts";
import { type Counted, capital, list, plural, sentence } from "../english.ts";
import type { GapType } from "../vocabulary.ts";
import { describing } from "./describing.ts";

const types: Record<GapType, string> = { absolute: "absolute", relative: "relative" };
const groupsOf: Record<Order, string> = { ordered: "ordered", pair: "pair", unordered: "unordered" };

const differing: Record<Difference["kind"], string> = { changed: "changed", missing: "missing", added: "added" };
const comparedThings: Record<Difference["what"], string> = {
  output: "file",
  table: "table of the database",
  build: "what the build id was made from",
  input: "file of the project",
  version: "version",
  definition: "definition",
};
const heldAgainst: Record<Difference["with"], string> = {
  manifest: "as its manifest has it",
  project: "as the project gives it",
};

export interface Rests {
  basis: Exclude<Basis, "none">;
  since: string;
  until: string;
}

/** What a change rests on, with its periods. */
function resting({ basis, since, until }: Rests): string {
  switch (basis) {
    case "since-baseline":
      return `since the baseline, ${since} to ${until}`;
    case "overlapping":
      return `overlapping periods, ${until} against ${since}`;
    case "borrowed-error":
      return `published gaps with borrowed error, ${since} to ${until}`;
    case "trend":
      return `trend, ${since} to ${until}`;
  }
}

/** What commands print when they are done, and the labels of their tables. */
export const terminal = {
  built: (indicators: Counted, notes: Counted, page: string): string =>
    `${plural(indicators, "indicator")}, ${plural(notes, "note")}. The report: ${page}`,
  stands: (build: string): string => `Nothing changed since build ${build}: the report stands.`,
  indicator: (id: string, title: string): string => `${id}: ${title}`,
  rests: (label: string, rests: Rests): string => `${label}: ${resting(rests)}.`,
  noFigures: (year: string): string => `No gap: there are no figures up to ${year}.`,
  noGap: (why: string): string => `No gap: ${sentence(why)}`,
  putTogether:
    "If the source tells the groups apart in some periods only, match in tempcheck.yaml can count them with another in every one.",
  noRelative: (why: string): string => `No relative gap: ${sentence(why)}`,
  checked: (comparisons: Counted, withGap: Counted, tested: Counted, without: Counted, notes: Counted): string =>
    [
      `${plural(comparisons, "comparison")}: ${withGap.n === 0 ? "none is sound" : `${plural(withGap, "is sound, with a gap", "are sound, with a gap")}`}, ${tested.text} with a change tested`,
      without.n === 0 ? "" : `; ${without.text} without a gap`,
      `. ${capital(plural(notes, "note"))}.`,
    ].join(""),
  noteAt: (indicator: string, dimension: string, note: string): string => `note: ${indicator} by ${dimension}: ${note}`,
  noContact: "note: contact is missing in tempcheck.yaml: readers have no address for questions",
  internalTitle: (title: string): string => `INTERNAL, NOT FOR PUBLICATION: ${title}`,
  internal:
    "Nothing is held back here. These figures are for the people who sign the report off, and are not for publication: keep them where only those people can read them, and delete them afterwards.",
  audit: {
    lead: "For sign-off, and not for publication: it says which counts are small.",
    policy: (threshold: string | null, roundTo: string | null): string =>
      [
        threshold === null ? "No count is held back for being small." : `Counts from 1 to ${threshold} are held back.`,
        ...(roundTo === null ? [] : [`Every count is rounded to a multiple of ${roundTo}.`]),
      ].join(" "),
    uncovered: (indicators: Counted): string =>
      `${plural(indicators, "indicator is", "indicators are")} not covered by the policy: published as they are.`,
    table: (title: string, dimension: string, period: string, published: Counted, held: Counted): string =>
      `${title}, ${dimension}, ${period}: ${plural(published, "count is", "counts are")} published, ${held.text} held back`,
    everyone: "Everyone",
    total: "All groups together",
    unrecorded: "No group recorded",
    side: { numerator: "those counted", denominator: "of how many" },
    why: {
      small: "small, or leaves few others",
      "to-hide-another": "hides a small one",
      exposed: "small, and given away by the earlier edition: nothing hides it any more",
    },
    range: (lower: string, upper: string | null): string =>
      upper === null ? `from outside: ${lower} or more` : `from outside: ${lower} to ${upper}`,
    held: (name: string, side: string, { why, range }: { why: string; range: string }): string =>
      `  [c] ${name}, ${side}: ${why}; ${range}`,
    published: (name: string, side: string, count: string): string => `      ${name}, ${side}: ${count}`,
    done: (
      published: Counted,
      held: Counted,
      { small, exposed, share }: { small: Counted; exposed: Counted; share: string },
    ): string =>
      `${plural(published, "count is", "counts are")} published, ${held.text} held back: ${small.text} small, the others to hide them (${share} of all counts).${exposed.n === 0 ? "" : ` ${plural(exposed, "small count is", "small counts are")} given away by the earlier edition.`}`,
  },
  noIndicator: "no indicator yet",
  pdf: (file: string): string => `The PDF: ${file}`,
  packed: (files: Counted): string => `${plural(files, "PDF")} printed.`,
  init: {
    questions: [
      { key: "place", words: "What is the place called?", usual: "Sampleton" },
      { key: "publisher", words: "Who publishes the report?", usual: "Sampleton Council" },
      { key: "people", words: "What are its people called?", usual: "residents" },
      { key: "areas", words: "What are its areas called?", usual: "neighbourhoods" },
    ],
    proposal: (
      {
        file,
        dataset,
        indicators,
        guesses,
        left,
      }: { file: string; dataset: string; indicators: string[]; guesses: number; left: string[] },
      counted: (n: number) => Counted,
    ): string =>
      [
        `  ${file}: dataset ${dataset}${indicators.length === 0 ? "" : `, ${plural({ n: indicators.length, text: "" }, "indicator").trim()} ${list(indicators)}`}, ${plural(counted(guesses), "guess", "guesses")}`,
        ...left.map((text) => `      ${text}`),
      ].join("\n"),
    proposed: (files: Counted, folder: string): string =>
      `${plural(files, "file")} written. Nothing guessed is used: each file says under guess what was guessed and why. Take a line out to confirm it. Next: tempcheck check --project ${folder}`,
    done: (files: Counted, folder: string): string =>
      `${plural(files, "file")} written. Next: tempcheck check --project ${folder}`,
  },
  describe: describing,
  hash: {
    line: ({ file, sha256, before }: { file: string; sha256: string; before: string }): string =>
      `  ${file}: ${sha256}${before === "" ? "" : `, which was ${before}`}`,
    done: (filled: Counted, same: Counted): string =>
      `${plural(filled, "hash", "hashes")} written, ${same.text} as ${same.n === 1 ? "it was" : "they were"}. Look at what changed before you build.`,
  },
  measure: { definition: "definition", type: "type", formula: "formula", source: "source" },
  typeOfMeasure: (type: GapType, orders: readonly Order[]): string =>
    `${types[type]}; ${orders.map((order) => groupsOf[order]).join(", ")} groups`,
  scenario: "scenario",
  overall: (value: string, interval: string): string => `overall ${value} (${interval})`,
  headlineGaps: (absolute: string, relative: string): string => `headline gaps: ${absolute} and ${relative}`,
  note: (text: string): string => `note: ${text}`,
  interval: (lower: string, upper: string): string => `${lower} to ${upper}`,
  gapsOfScenario: (level: string): string[] => ["measure", "value", `${level} interval`, "oriented", "definition"],
  nothing: (kind: string): string => `${kind}: nothing`,
  items: (items: Counted): string => plural(items, "item"),
  gapsOfSeries: ["gap", "measure", "since", "from", "to", "p", "adjusted p", "direction", "reason"],
  gap: types,
  overallLevel: (from: string, to: string, direction: string): string =>
    `overall level: ${from} to ${to}, ${direction}`,
  judged: (name: string, gap: string, temperature: string, basis: string): string =>
    `${name}: ${gap} (${temperature}), basis ${basis}`,
  difference: ({ kind, what, name, ...rest }: Difference): string =>
    `${differing[kind]}, held against the report ${heldAgainst[rest.with]}: ${comparedThings[what]} ${name}`,
  verified: (
    { build, rebuilt }: Pick<Verification, "build" | "rebuilt">,
    files: Counted,
    tables: Counted,
    differences: Counted,
  ): string => {
    const held = `${plural(files, "file")} and ${plural(tables, "table")} held against the manifest of build ${build}`;
    const again = rebuilt === null ? "" : `, and built again from the project as ${rebuilt}`;
    const found = differences.n === 0 ? "nothing differs" : plural(differences, "difference");
    return `${held}${again}: ${found}.`;
  },
  levellingDown: "levelling down",
  card: (picture: string, text: string): string => `The card: ${picture}, and its text: ${text}`,
};

import type { Basis, GapDirection, LevelDirection, Verdict, VerdictId } from "../../model.ts";
import type { NotComputable, Reason } from "../../reasons-and-notes.ts";
import { type Counted, capital, sentence } from "../english.ts";
import type { GapType, LevelOf } from "../vocabulary.ts";
import { type FromTo, found, fromTo, gapNames, inBrackets, theLevel } from "./phrases.ts";

/** What became of gaps and levels: changes, trends, verdicts. They say that periods differ, never that it goes on. */

const labels: Record<Exclude<VerdictId, "not-compared">, string> = {
  closing: "Gap narrower",
  "smaller-in-points-only": "Gap smaller in points only",
  "smaller-in-ratio-only": "Gap smaller in ratio only",
  "little-changed": "Gap little changed",
  "cannot-tell": "Cannot tell yet",
  depends: "Depends on what is compared",
  "points-and-ratio-disagree": "Points and ratio disagree",
  "larger-in-points-only": "Gap larger in points only",
  "larger-in-ratio-only": "Gap larger in ratio only",
  widening: "Gap wider",
};

const notCompared = "Not compared";

/** Why nothing is compared, in a few words. */
const notComparedFor: Partial<Record<Reason, string>> = {
  "one-period": "first figures",
  "periods-overlap": "periods overlap",
  "no-intervals": "no intervals",
  "break-in-series": "series broken",
  "baseline-missing": "no figures for the baseline",
  "sizes-unknown": "sizes unknown",
  "areas-differ": "areas differ",
  disclosure: "held back",
};

function label({ id, because }: Pick<Verdict, "id" | "because">): string {
  if (id !== "not-compared") return labels[id];
  const why = because === null ? undefined : (notComparedFor[because.reason] ?? "no gap");
  return why === undefined ? notCompared : `${notCompared}: ${why}`;
}

/** What a verdict rests on, with its first and last period. */
export interface Rests {
  basis: Exclude<Basis, "none">;
  since: string;
  until: string;
}

function between({ basis, since, until }: Rests): string {
  switch (basis) {
    case "since-baseline":
    case "borrowed-error":
      return `in ${until}, compared with ${since}`;
    case "overlapping":
      return `in ${until}, compared with ${since} (some years are in both)`;
    case "trend":
      return `on the trend from ${since} to ${until}`;
  }
}

/** The same for a table. */
function spanOf({ basis, since, until }: Rests): string {
  switch (basis) {
    case "since-baseline":
    case "borrowed-error":
      return `${since} to ${until}`;
    case "overlapping":
      return `${until} against ${since} (overlapping)`;
    case "trend":
      return `Trend, ${since} to ${until}`;
  }
}

type Depends = "baseline" | "framing" | null;

const dependsOn: Record<NonNullable<Depends>, string> = {
  baseline: "the year compared",
  framing: "how it is counted",
};

export interface Gap {
  direction: GapDirection;
  depends: Depends;
}

function didWhat({ direction, depends }: Gap, both: boolean): string {
  const was = both ? "were" : "was";
  switch (direction) {
    case "narrower":
      return `${was} clearly narrower`;
    case "wider":
      return `${was} clearly wider`;
    case "little-changed":
      return `${was} little changed`;
    case "cannot-tell":
      return "may or may not have changed";
    case "depends":
      return `${both ? "depend" : "depends"} on ${depends === null ? "the year compared or on how it is counted" : dependsOn[depends]}`;
    case "not-compared":
      return `${both ? "are" : "is"} not compared`;
  }
}

function bothGaps(absolute: Gap, relative: Gap): string {
  return absolute.direction === relative.direction && absolute.depends === relative.depends
    ? `the absolute and the relative gap ${didWhat(absolute, true)}`
    : `the absolute gap ${didWhat(absolute, false)}, and the relative gap ${didWhat(relative, false)}`;
}

const levelDid: Record<LevelDirection, (level: string) => string> = {
  improving: (level) => `${capital(level)} got better.`,
  worsening: (level) => `${capital(level)} got worse.`,
  "little-changed": (level) => `${capital(level)} was little changed.`,
  "cannot-tell": (level) => `We can't tell whether ${level} changed.`,
  "not-compared": (level) => `${capital(level)} is not compared.`,
};

export const verdict = {
  label,
  /** Labels as they are listed, without a reason. */
  labels: { ...labels, "not-compared": notCompared } satisfies Record<VerdictId, string>,
  because: (label: string, why: string): string => `${label}. ${sentence(why)}`,
  told: (label: string, rests: Rests, absolute: Gap, relative: Gap): string =>
    `${label}: ${between(rests)}, ${bothGaps(absolute, relative)}.`,
  level: (direction: LevelDirection, of: LevelOf): string => levelDid[direction](theLevel(of)),
  levellingDown:
    "The gap narrowed more because the better-off side got worse than because the worse-off side got better.",
};

const basisRules: Record<Basis, string> = {
  "since-baseline": "It rests on two periods that share no day.",
  overlapping: "It rests on two pools of years that overlap: on the years that joined against the years that left.",
  "borrowed-error": "It rests on published gaps, tested with the error of this report's own gap.",
  trend: "It rests on the trend through five or more separate periods.",
  none: "",
};

/** What the overall level did, as a clause. */
export const levelRules: Record<LevelDirection, string> = {
  improving: "the overall level clearly improved",
  worsening: "the overall level clearly worsened",
  "little-changed": "the overall level was little changed",
  "cannot-tell": "we cannot tell whether the overall level changed",
  "not-compared": "the overall level is not compared",
};

/** The rule that decided a verdict. */
export function verdictRule(
  { absolute, relative, overall, basis, because }: Omit<Verdict, "label" | "rule">,
  why: (missing: NotComputable) => string,
): string {
  if (because !== null) {
    const told =
      because.reason === "disclosure" ? "a figure it rests on is held back to protect people." : why(because);
    return `There is no change to judge: ${told.charAt(0).toLowerCase()}${told.slice(1)}`;
  }
  const gaps = bothGaps({ direction: absolute, depends: null }, { direction: relative, depends: null });
  return `${capital(gaps)}; ${levelRules[overall]}. ${basisRules[basis]}`.trim();
}

/** p as it is and adjusted for all the tests of the report. */
const bothPs = (p: string | null, adjusted: string | null): string =>
  inBrackets(p === null ? null : adjusted === null ? p : `${p}, adjusted ${adjusted}`);

export interface Compared extends FromTo {
  /** "the absolute gap", "the overall level". */
  what: string;
  since: string;
  until: string;
  p: string | null;
  adjusted: string | null;
}

/** What became of a gap or a level since the baseline. */
export const change = {
  gap: (type: GapType): string => `the ${gapNames[type]}`,
  /** The gap by the name of its measure, where groups have a gap of their own beside it. */
  index: (measure: string): string => `the ${measure}`,
  ends: (since: string, until: string, from: string, to: string): string =>
    `The groups at the two ends differed by about ${from} in ${since} and by ${to} in ${until}.`,
  unknown: (what: string): string => `whether ${what} has changed`,
  unknownGap: "whether the gap has changed",
  untested: ({ what, from, to, since, until }: Compared, why: string): string =>
    `${capital(what)} was about ${from} in ${since} and ${to} in ${until}. ${why}`,
  moreThanChance: "We can't tell whether that is more than chance: no intervals are published.",
  gapMoved: ({ what, from, to, since, until, p, adjusted }: Compared, narrower: boolean): string =>
    `${capital(what)} was ${narrower ? "narrower" : "wider"} in ${until} than in ${since}: about ${from} then, ${to} in ${until}${bothPs(p, adjusted)}.`,
  levelMoved: ({ what, from, to, since, until, p, adjusted }: Compared, isBetter: boolean): string =>
    `${capital(what)} was ${isBetter ? "better" : "worse"} in ${until} than in ${since}: about ${from} then, ${to} in ${until}${bothPs(p, adjusted)}.`,
  /** `percent`: the share of what it was that a change surely stays below; null where it is not a share of the figure shown. */
  littleChanged: ({ what, from, to, since, until, p, adjusted }: Compared, percent: string | null): string =>
    `${capital(what)} was little changed: about ${from} in ${since} and ${to} in ${until}${bothPs(p, adjusted)}. ${percent === null ? "A large change is unlikely." : `A change of ${percent} or more of what it was is unlikely.`}`,
  cannotTell: ({ what, from, to, since, until, p, adjusted }: Compared): string =>
    `We can't tell whether ${what} has changed: it was about ${from} in ${since} and ${to} in ${until}${bothPs(p, adjusted)}.`,
  mayBeChance: ({ what, from, to, since, until, p, adjusted }: Compared): string =>
    `${capital(what)} went from about ${from} in ${since} to ${to} in ${until}. That may be chance and is not counted as a change${bothPs(p, adjusted)}.`,
  depends: ({ what, from, to, since, until, p, adjusted }: Compared, on: NonNullable<Depends>): string =>
    on === "baseline"
      ? `Whether ${what} has changed depends on the year compared: it was about ${from} in ${since} and ${to} in ${until}${bothPs(p, adjusted)}, and other years give another answer.`
      : `Whether ${what} has changed depends on how it is counted: it was about ${from} in ${since} and ${to} in ${until}${bothPs(p, adjusted)}, and counting everyone else instead gives the opposite answer.`,
  overlapping: "The two pools share years, so only the years that joined and the years that left differ.",
  turned: (narrower: boolean, since: string, turn: string): string =>
    narrower
      ? `It was narrower than in ${since}, but wider than in ${turn}.`
      : `It was wider than in ${since}, but narrower than in ${turn}.`,
  baselineExtreme: (since: string, extreme: "highest" | "lowest"): string =>
    `${since}, the year compared with, has the ${extreme} gap of all.`,
  detectableEither: (amount: string): string => `A change of about ${amount} either way ${found}.`,
  detectableBoth: (up: string, down: string | null): string =>
    `A rise to about ${up}${down === null ? "" : ` or a fall to about ${down}`} ${found}.`,
};

const shortDid: Record<Exclude<GapDirection, "narrower" | "wider">, string> = {
  "little-changed": "little changed",
  "cannot-tell": "cannot tell",
  depends: "depends on what is compared",
  "not-compared": "not compared",
};

/** In a few words, for a table. */
export const shortChange = {
  still: (type: GapType, direction: Exclude<GapDirection, "narrower" | "wider">): string =>
    `${type}: ${shortDid[direction]}`,
  ratio: (type: GapType, narrower: boolean, { from, to }: FromTo): string =>
    `${type}: ${narrower ? "narrower" : "wider"}, ${from} to ${to}`,
  amount: (type: GapType, narrower: boolean, amount: string): string =>
    `${type}: ${amount} ${narrower ? "narrower" : "wider"}`,
  alike: (rests: Rests, direction: Exclude<GapDirection, "narrower" | "wider">): string =>
    `${spanOf(rests)}: ${shortDid[direction]}`,
  both: (rests: Rests, absolute: string, relative: string): string => `${spanOf(rests)}, ${absolute}; ${relative}`,
  untested: (since: string): string => `Not tested since ${since}: no intervals`,
  reasons: {
    "one-period": "First figures",
    "periods-overlap": "Periods overlap",
    "break-in-series": "Series broken",
    "baseline-missing": "No figures for the baseline",
    "areas-differ": "Areas differ",
    "no-gap": "No gap in one of the periods",
  } as Partial<Record<Reason, string>>,
  otherwise: "Not compared",
};

export interface TrendParts extends FromTo {
  type: GapType;
  periods: Counted;
  first: string;
  last: string;
  p: string;
  adjusted: string | null;
}

const levelTrends: Record<Exclude<LevelDirection, "not-compared">, (level: string) => string> = {
  improving: (level) => `${level} got better`,
  worsening: (level) => `${level} got worse`,
  "little-changed": (level) => `${level} was little changed`,
  "cannot-tell": (level) => `${level} shows no clear trend`,
};

export const trend = {
  clear: ({
    type,
    narrowed,
    periods,
    first,
    last,
    p,
    adjusted,
    ...levels
  }: TrendParts & { narrowed: boolean }): string =>
    `Over ${periods.text} separate periods, ${first} to ${last}, the ${gapNames[type]} ${narrowed ? "narrowed" : "widened"}. The fitted line goes ${fromTo(levels)}${bothPs(p, adjusted)}.`,
  none: ({ type, periods, first, last, p, adjusted, ...levels }: TrendParts): string =>
    `Over ${periods.text} separate periods, ${first} to ${last}, the ${gapNames[type]} shows no clear trend. The fitted line goes ${fromTo(levels)}${bothPs(p, adjusted)}.`,
  decides: "The verdict rests on this trend.",
  level: (
    direction: Exclude<LevelDirection, "not-compared">,
    { what, periods, first, last, p, adjusted, ...levels }: Omit<TrendParts, "type"> & { what: string },
  ): string =>
    `Over ${periods.text} separate periods, ${first} to ${last}, ${levelTrends[direction](what)}. The fitted line goes ${fromTo(levels)}${bothPs(p, adjusted)}.`,
  otherWay: (baseline: string, current: string): string =>
    `The verdict, which compares ${baseline} with ${current}, goes the other way.`,
  longerRun: (baseline: string, current: string): string =>
    `That is the longer run; the verdict compares only ${baseline} with ${current}.`,
};

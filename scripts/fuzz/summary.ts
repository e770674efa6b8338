import type { Outcome } from "./outcome.ts";

/** What one input came to, and what it cost. */
export interface Case {
  name: string;
  outcome: Outcome;
  /** Of the processor: what a slow machine takes too. */
  seconds: number;
  /** By the clock. */
  waited: number;
  megabytes: number;
}

/** No file of a few megabytes may take more than this. */
export const LIMIT = { seconds: 10, megabytes: 1024 };

const classes: readonly [string, (one: Case) => boolean][] = [
  ["read", ({ outcome }) => outcome.is === "ok"],
  ["read and drawn", ({ outcome }) => outcome.is === "built"],
  ["fault with place and remedy", ({ outcome }) => outcome.is === "fault"],
  ["bare fault", ({ outcome }) => outcome.is === "bare fault"],
  ["exit 70", ({ outcome }) => outcome.is === "bug"],
  ["abort", ({ outcome }) => outcome.is === "abort"],
  [`over ${LIMIT.megabytes} MB`, ({ megabytes }) => megabytes > LIMIT.megabytes],
  [`over ${LIMIT.seconds} s`, ({ seconds }) => seconds > LIMIT.seconds],
];
/** Classes in which nothing is wrong. */
const GOOD = 3;

/** The table of all cases: how many came to what, and the dearest of each class. A slow or large case counts twice. */
export function summary(cases: readonly Case[]): { lines: string[]; isGood: boolean } {
  const rows = classes.map(([name, is]) => {
    const those = cases.filter(is);
    const most = (cost: "seconds" | "waited" | "megabytes") => Math.max(0, ...those.map((one) => one[cost]));
    const costs = [most("seconds").toFixed(1), most("waited").toFixed(1), String(most("megabytes"))];
    return { name, those, costs };
  });
  const line = (name: string, ...figures: readonly string[]): string =>
    [name.padEnd(30), ...figures.map((figure) => figure.padStart(10))].join("");
  const bad = rows.slice(GOOD).flatMap(({ name, those }) => those.map((one) => `  ${name}: ${one.name}`));
  return {
    lines: [
      line("outcome", "inputs", "most s", "by clock", "most MB"),
      ...rows.map(({ name, those, costs }) => line(name, String(those.length), ...costs)),
      line("all", String(cases.length)),
      ...bad,
    ],
    isGood: bad.length === 0,
  };
}

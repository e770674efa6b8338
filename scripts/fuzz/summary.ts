import type { Outcome } from "./outcome.ts";

/** What one input came to, and what it cost. */
export interface Case {
  name: string;
  outcome: Outcome;
  seconds: number;
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
    const most = (cost: "seconds" | "megabytes") => Math.max(0, ...those.map((one) => one[cost]));
    return { name, those, seconds: most("seconds").toFixed(1), megabytes: String(most("megabytes")) };
  });
  const line = (name: string, count: string, seconds: string, megabytes: string): string =>
    [name.padEnd(30), count.padStart(7), seconds.padStart(9), megabytes.padStart(9)].join("");
  const bad = rows.slice(GOOD).flatMap(({ name, those }) => those.map((one) => `  ${name}: ${one.name}`));
  return {
    lines: [
      line("outcome", "inputs", "most s", "most MB"),
      ...rows.map(({ name, those, seconds, megabytes }) => line(name, String(those.length), seconds, megabytes)),
      line("all", String(cases.length), "", ""),
      ...bad,
    ],
    isGood: bad.length === 0,
  };
}

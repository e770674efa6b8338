import { BUILDS, INDICATORS, type NullScenario, scenarios } from "./scenarios.ts";
import type { Counted } from "./simulate.ts";

/** At most this share of reports in which nothing changed may carry a false clear change in a family. */
const MOST_FALSE = 0.1;
/** At least this share of what truly moved is found, and at most that share of what is found is chance. */
const LEAST_FOUND = 0.8;
const MOST_CHANCE = 0.1;
/** Standard errors of the simulation that a share may lie beyond its bound. */
const ALLOWED = 2.5;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Whether a share is beyond a bound by more than the simulation itself may err. */
const isBeyond = (share: number, bound: number, draws: number): boolean =>
  share - bound > ALLOWED * Math.sqrt((bound * (1 - bound)) / draws);

const nameOf = ({ name, overdispersion, autocorrelation }: NullScenario): string =>
  [
    name,
    overdispersion === 1 ? "" : `overdispersion ${overdispersion}`,
    autocorrelation === 0 ? "" : `autocorrelation ${autocorrelation}`,
  ]
    .filter(Boolean)
    .join(", ");

/** docs/false-verdicts.md, and what lies outside its bounds. */
export function report(results: readonly Counted[]): { text: string; failures: string[] } {
  const failures: string[] = [];
  const cells = (name: string, counted: Counted): string[] =>
    (["falseGaps", "falseLevels", "falseTrends"] as const).map((family) => {
      const share = counted[family] / counted.builds;
      if (isBeyond(share, MOST_FALSE, counted.builds))
        failures.push(`${name}: ${family} in ${percent(share)} of reports, at most ${percent(MOST_FALSE)} may be`);
      return percent(share);
    });
  const rows = scenarios.map((scenario, i) => ({ scenario, name: nameOf(scenario), counted: results[i]! }));
  const still = rows.filter(({ scenario }) => scenario.moved === 0);
  const moved = rows.filter(({ scenario }) => scenario.moved > 0);
  const movedRows = moved.map(({ name, counted }) => {
    const found = counted.found / counted.moved;
    const claims = counted.found + counted.chance;
    const chance = counted.chance / claims;
    if (isBeyond(1 - found, 1 - LEAST_FOUND, counted.moved))
      failures.push(`${name}: ${percent(found)} found, at least ${percent(LEAST_FOUND)} must be`);
    if (isBeyond(chance, MOST_CHANCE, claims))
      failures.push(`${name}: ${percent(chance)} of what is found is chance, at most ${percent(MOST_CHANCE)} may be`);
    return `| ${name} | ${percent(found)} | ${percent(chance)} |`;
  });
  const text = `# How often a verdict is false

Written by \`npm run null-builds\`, which simulates reports of ${INDICATORS} indicators and judges them as a report does:
all of a report are one family of tests, at a false discovery rate of ${percent(0.1)}. Random numbers have a seed, so that the
figures are the same every time.

## When nothing has changed

Share of ${BUILDS} reports that carry at least one clear change in a family: of gaps since the baseline, of levels, of trends that
decide a verdict. At most ${percent(MOST_FALSE)} may.

| reports | gaps | levels | trends |
| --- | ---: | ---: | ---: |
${still.map(({ name, counted }) => `| ${[name, ...cells(name, counted)].join(" | ")} |`).join("\n")}

Overdispersion is the variance of a count over that of chance alone. Where all series have two dates it cannot be known, and a
report of such series with overdispersed counts would carry more false changes: no test can tell there.

## When some have

Six of ${INDICATORS} indicators move by four standard errors in their last year. At least ${percent(LEAST_FOUND)} of them must be found, and at
most ${percent(MOST_CHANCE)} of what is found may be chance.

| reports | found | chance among what is found |
| --- | ---: | ---: |
${movedRows.join("\n")}

A share may lie beyond its bound by ${ALLOWED} standard errors of the simulation (${percent(ALLOWED * Math.sqrt((MOST_FALSE * (1 - MOST_FALSE)) / BUILDS))} at ${BUILDS} reports).
`;
  return { text, failures };
}

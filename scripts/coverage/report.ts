import { RELIABLE_DENOMINATOR } from "../../src/define/project.ts";
import { measures } from "../../src/measure/all.ts";
import { zOf } from "../../src/stats/normal.ts";
import { type Allowed, CONFIDENCE, grid, referenceOf, type Scenario } from "./scenario.ts";
import { CHOOSING, CHUNK, exactError, SEED, type Simulated, type Tally, trueVariance } from "./simulate.ts";

const DEFAULT: readonly [number, number] = [94, 96];

/** Deviate that the mean of A passes in one of all scenarios in 5 % of grids, were it unbiased. */
const LIMIT = zOf(1 - 0.05 / grid.scenarios.length);

/** A coverage in per cent, its simulation error, and what is asked of it. */
interface Figure {
  measure: string;
  scenario: Scenario;
  coverage: number;
  error: number;
  /** Shares in per cent of intervals wholly below and wholly above the true value. */
  below: number;
  above: number;
  /** Shares in per cent of draws. */
  none: number;
  noted: number;
  allowed: Allowed;
  verdict: "inside" | "not-held" | "outside";
}

interface Bias {
  scenario: Scenario;
  variance: number;
  mean: number;
  error: number;
  deviate: number;
  exact: number;
  inside: boolean;
}

export interface Report {
  text: string;
  /** One line for each figure that leaves its range. */
  failures: string[];
}

/** The report of all scenarios, in the grid's order. */
export function report(results: readonly Simulated[]): Report {
  const figures = grid.scenarios.flatMap((scenario, s) =>
    Object.entries(results[s]!.tallies).map(([id, tally]) => figureOf(id, scenario, tally, results[s]!.draws)),
  );
  const biases = grid.scenarios.map((scenario, s) => biasOf(scenario, results[s]!));
  const failures = [
    ...figures
      .filter(({ verdict }) => verdict === "outside")
      .map(
        ({ measure, scenario, coverage, allowed }) =>
          `${measure}, ${scenario.name}: ${coverage.toFixed(2)} % is outside ${rangeText(allowed)}`,
      ),
    ...biases
      .filter(({ inside }) => !inside)
      .map(
        ({ scenario, mean, variance }) => `mean of A, ${scenario.name}: ${mean} is not ${variance} within its error`,
      ),
  ];
  return { text: page(figures, biases, results, failures), failures };
}

function figureOf(measure: string, scenario: Scenario, tally: Tally, draws: number): Figure {
  const counted = tally.below + tally.around + tally.above;
  const share = tally.around / counted;
  const coverage = 100 * share;
  const allowed = scenario.except[measure] ?? DEFAULT;
  return {
    measure,
    scenario,
    coverage,
    error: 100 * Math.sqrt((share * (1 - share)) / counted),
    below: (100 * tally.below) / counted,
    above: (100 * tally.above) / counted,
    none: (100 * tally.none) / draws,
    noted: (100 * tally.noted) / draws,
    allowed,
    verdict: allowed === "biased-near-equality" ? "not-held" : within(coverage, allowed) ? "inside" : "outside",
  };
}

const within = (coverage: number, [lowest, highest]: readonly [number, number]): boolean =>
  coverage >= lowest && coverage <= highest;

function biasOf(scenario: Scenario, { draws, error: sum, errorSquared }: Simulated): Bias {
  const variance = trueVariance(scenario);
  const mean = sum / draws;
  const error = Math.sqrt((errorSquared / draws - mean * mean) / (draws - 1));
  const deviate = mean / error;
  return {
    scenario,
    variance,
    mean: variance + mean,
    error,
    deviate,
    exact: exactError(scenario),
    inside: Math.abs(deviate) <= LIMIT,
  };
}

function page(figures: Figure[], biases: Bias[], results: readonly Simulated[], failures: string[]): string {
  const draws = grid.draws.toLocaleString("en-GB");
  const some = (verdict: Figure["verdict"]): Figure[] => figures.filter((figure) => figure.verdict === verdict);
  const special = figures.filter(
    ({ allowed, coverage }) => allowed !== "biased-near-equality" && !within(coverage, DEFAULT),
  );
  const without = figures.filter(({ none }) => none > 0);
  return [
    "# How often the intervals hold the true value",
    "",
    "Written by `npm run coverage:intervals`; do not edit. The same command gives the same page.",
    "",
    failures.length === 0
      ? "**Every figure lies in its range.**"
      : `**${failures.length} figures lie outside their range:**\n\n${failures.map((line) => `- ${line}`).join("\n")}`,
    "",
    "## What was simulated",
    "",
    `Scenarios are those of \`tests/golden/coverage-scenarios.json\`. For each, ${draws} times: a count is drawn for every ` +
      "group from the binomial distribution of its population and true proportion; the project's own estimate (Wilson " +
      "interval, logit working scale, per 100) and its own measures are computed from the counts. An interval covers when " +
      "the true value lies in it. The true value is the same measure of the true proportions, without noise, the shares " +
      "of the population fixed; for the adjusted measures it is the true B and what follows from it.",
    "",
    `- Nominal level: ${100 * CONFIDENCE} %. Seed: ${SEED}, with a stream of its own (sfc32) for each scenario and each ${CHUNK.toLocaleString("en-GB")} draws.`,
    "- Counts are drawn by inversion of the exact distribution, not from an approximation.",
    `- Reference group: the least disadvantaged, or the largest where groups have no order. Best and worst are chosen anew in each draw among groups of ${RELIABLE_DENOMINATOR} people or more; the true value has the true best and worst.`,
    "- Lower is better, but in scenarios whose proportion rises towards the least disadvantaged.",
    "- Percentile ratios (p80p20, p90p10) have no interval and need 30 areas: they are not in the table.",
    "",
    table(
      ["", "scenario", "population of groups", "true proportions, %", "reference"],
      grid.scenarios.map((scenario, s) => [
        String(s + 1),
        scenario.name,
        scenario.population.join(", "),
        scenario.p.map((p) => Number((100 * p).toPrecision(6))).join(", "),
        `group ${referenceOf(scenario) + 1}`,
      ]),
    ),
    "",
    "## Coverage",
    "",
    "Per cent of intervals that hold the true value ± the simulation error (one standard error), of the draws with an " +
      `interval (PAR and PAF lack one in some, see below). Asked for: ${DEFAULT.join(" to ")}, or the range that the grid gives (next table).`,
    "",
    "- no mark: inside its range;",
    "- `n`: measures of absolute differences near equality: biased there, marked by their note, and held to no range;",
    "- **bold** `!`: outside its range.",
    "",
    byScenario(figures, cell),
    "",
    "### Figures that have a range of their own",
    "",
    `Figures outside ${DEFAULT.join(" to ")} that the grid allows. Near equality the true value of a variance is at or close ` +
      "to 0, where its limits are cut, so that intervals hold it too often. The Theil index is never below 0 and is made " +
      "larger by chance: with small numbers its interval lies above the true value more often than it says.",
    "",
    table(
      ["measure", "scenario", "coverage", "range", "wholly below", "wholly above"],
      special
        .filter(({ verdict }) => verdict === "inside")
        .map((figure) => [
          figure.measure,
          figure.scenario.name,
          figure.coverage.toFixed(2),
          rangeText(figure.allowed),
          figure.below.toFixed(2),
          figure.above.toFixed(2),
        ]),
      2,
    ),
    "",
    ...naming(results),
    "### Held to no range",
    "",
    "A sum of absolute differences cannot be zero, so its interval misses zero more often than it says. The note " +
      "`biased-near-equality` is printed with the figure when Cochran's Q finds no difference (p > 0.05).",
    "",
    table(
      ["measure", "scenario", "coverage", "wholly above", "draws with the note, %"],
      some("not-held").map(({ measure, scenario, coverage, above, noted }) => [
        measure,
        scenario.name,
        coverage.toFixed(2),
        above.toFixed(2),
        noted.toFixed(1),
      ]),
      2,
    ),
    "",
    "### Draws without an interval",
    "",
    "PAR and PAF are set to zero, with a note and no interval, where the reference group is worse off than the mean. Such " +
      "draws are left out of the coverage, which is that of the intervals printed; the last column counts them as misses.",
    "",
    table(
      ["measure", "scenario", "draws without, %", "coverage of the others", "held, % of all draws"],
      without.map(({ measure, scenario, none, coverage }) => [
        measure,
        scenario.name,
        none.toFixed(1),
        coverage.toFixed(2),
        (coverage * (1 - none / 100)).toFixed(2),
      ]),
      2,
    ),
    "",
    "## On which side they miss",
    "",
    "Per cent of intervals wholly below / wholly above the true (raw) value; 2.5 / 2.5 is even.",
    "",
    byScenario(figures, ({ below, above }) => `${below.toFixed(1)} / ${above.toFixed(1)}`),
    "",
    "## Is the adjusted variance unbiased?",
    "",
    "Mean of the adjusted between-group variance A (before it is cut at 0) against the true B. z is their difference over " +
      `its simulation error; with ${grid.scenarios.length} scenarios, ${LIMIT.toFixed(2)} is passed by chance in 5 % of grids. The last ` +
      "figure is computed, not simulated: what A would miss B by, had the widths of Wilson's intervals taken chance out of it, as " +
      "in the first edition of the method. The fewer the events of a group, the further off they are.",
    "",
    table(
      ["scenario", "true B", "mean of A", "simulation error", "z", "off by widths", ""],
      biases.map(({ scenario, variance, mean, error, deviate, exact, inside }) => [
        scenario.name,
        short(variance),
        short(mean),
        short(error),
        deviate.toFixed(2),
        short(exact),
        inside ? "" : "**!**",
      ]),
      1,
    ),
    "",
  ].join("\n");
}

/** What naming the best- and the worst-off group does to intervals, by how large a group must be to be named. */
function naming(results: readonly Simulated[]): string[] {
  return grid.scenarios.flatMap((scenario, s) => {
    const { variants, chosen, draws } = results[s]!;
    const rows = Object.entries(variants).map(([title, of]) => [
      title,
      ...CHOOSING.map((id) => {
        const { coverage } = figureOf(id, scenario, of[id]!, draws);
        return within(coverage, DEFAULT) ? coverage.toFixed(2) : `**${coverage.toFixed(2)}**`;
      }),
    ]);
    if (rows.length === 0) return [];
    return [
      `### How large a group must be to be named best- or worst-off: ${scenario.name}`,
      "",
      "The method's normal and log intervals belong to two groups that are known beforehand. Where the best- and the " +
        "worst-off are chosen by the figures themselves, small groups are named because chance moved them most, and the " +
        "intervals are too wide or too narrow, whichever way the indicator runs. The grid leaves open which groups are " +
        `reliable; from ${RELIABLE_DENOMINATOR.toLocaleString("en-GB")} people on the intervals hold what they say in both directions, so that is what a project ` +
        `has that says nothing else under \`reliable_denominator\`. There, both true groups are chosen in ${((100 * chosen) / draws).toFixed(1)} % of draws. Bold: outside ${DEFAULT.join(" to ")}.`,
      "",
      table(["coverage of the same draws", ...CHOOSING], rows, 1),
      "",
    ];
  });
}

function cell({ coverage, error, verdict }: Figure): string {
  const text = `${coverage.toFixed(2)} ± ${error.toFixed(2)}`;
  switch (verdict) {
    case "inside":
      return text;
    case "not-held":
      return `${text} n`;
    case "outside":
      return `**${text} !**`;
  }
}

/** A table of every measure against every scenario; a dash where the measure is not defined for its groups. */
function byScenario(figures: readonly Figure[], show: (figure: Figure) => string): string {
  const ids = measures.map(({ id }) => id).filter((id) => figures.some(({ measure }) => measure === id));
  return table(
    ["measure", ...grid.scenarios.map(({ name }, s) => `${s + 1} ${name}`)],
    ids.map((id) => [
      id,
      ...grid.scenarios.map((scenario) => {
        const figure = figures.find((one) => one.measure === id && one.scenario === scenario);
        return figure ? show(figure) : "–";
      }),
    ]),
    1,
  );
}

const rangeText = (allowed: Allowed): string => (typeof allowed === "string" ? allowed : allowed.join(" to "));

const short = (value: number): string => (value === 0 ? "0" : value.toPrecision(4));

/** A Markdown table; columns from `numbers` on are aligned right. */
function table(head: readonly string[], rows: readonly (readonly string[])[], numbers = head.length): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i < numbers ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

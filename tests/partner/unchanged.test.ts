import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inWords } from "../../src/catalogue/told.ts";
import { type EstimateRequest, estimates, isMissing, type Limits, type Scenario, summarise } from "../../src/index.ts";
import { gradientNotes } from "../../src/judge/clear.ts";
import { judgeGroups } from "../../src/judge/judge-groups.ts";
import { measuresOf } from "../../src/measure/all.ts";
import { measurePeriod, type PeriodInput } from "../../src/measure/period.ts";
import { makeStratum } from "../../src/measure/stratum.ts";
import { stratumInput } from "../../src/partner/summarise.ts";
import goldenEstimates from "../golden/estimates.json" with { type: "json" };
import goldenSummaries from "../golden/summary-measures.json" with { type: "json" };
import { hardCases, rareCases } from "../support/hard-cases.ts";
import { type GoldenScenario, summaryStrays } from "../support/strays.ts";

// A report of one year is set beside that of another, so a definition never changes what it gives. Where a figure below
// must change, it gets a new definition id; whether a figure is right, the tests against the reference packages say.

/** To nine figures, in which platforms agree. */
const shown = (value: unknown): string =>
  typeof value === "number" ? String(Number(value.toPrecision(9))) : value === null ? "-" : String(value);
const limits = ({ value, lower, upper }: Limits): string => [value, lower, upper].map(shown).join(" ");

/** Every figure and word of an answer, a path a line. */
function lines(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return value === undefined ? [] : [`${path} ${shown(value)}`];
  if ("value" in value && "lower" in value && Object.keys(value).length === 3)
    return [`${path} ${limits(value as Limits)}`];
  return Object.entries(value)
    .filter(([key]) => key !== "parts" && !(key === "name" && "definition" in value))
    .flatMap(([key, one]) => lines(one, path === "" ? key : `${path}.${key}`));
}

const golden = goldenSummaries.scenarios as (Scenario & GoldenScenario)[];
const scenarios: Scenario[] = [
  ...golden.flatMap(({ expected: _, ...scenario }) => [true, false].map((ordered) => ({ ...scenario, ordered }))),
  ...hardCases.map(([name, scenario]) => ({ name, ...scenario, ordered: true })),
  ...rareCases.flatMap(([name, scenario]) => [true, false].map((ordered) => ({ name, ...scenario, ordered }))),
].map((scenario) => ({ ...scenario, name: `${scenario.name}, ${scenario.ordered ? "ordered" : "unordered"}` }));

const fileOf = (name: string): string => join(import.meta.dirname, `../golden/unchanged/${name}.txt`);

describe("the definitions", () => {
  it.each(golden)("give what the reference packages give of: $name", ({ expected, ...scenario }) => {
    expect(summaryStrays(summarise(scenario), { expected, name: scenario.name })).toEqual([]);
  });

  it("give of the same groups what they gave before", async () => {
    const text = scenarios.flatMap((scenario) => {
      const { measures, overall, groups, headline, notes } = summarise(scenario);
      const of = Object.entries(measures).map(([id, one]) =>
        "reason" in one
          ? `  ${id} ${one.definition} ${one.reason}`
          : `  ${id} ${one.definition} ${limits(one)} | ${limits(one.oriented)}${one.notes.map((note) => ` ${note.id}`).join("")}`,
      );
      return [
        scenario.name,
        ...lines({ overall, groups: groups.map(({ share }) => share), headline, notes }, " "),
        ...of,
      ];
    });
    await expect(`${text.join("\n")}\n`).toMatchFileSnapshot(fileOf("measures"));
  });

  it("give by the first edition of the method what they gave in it", async () => {
    const text = scenarios.flatMap((scenario) => {
      const stratum = makeStratum(stratumInput(scenario, 0.95, { edition: 1 }));
      if (isMissing(stratum)) return [`${scenario.name}: ${stratum.reason}`];
      const listed = measuresOf(1).filter(({ orders }) => orders.includes(stratum.order));
      return [
        scenario.name,
        ...listed.map(({ id, definition, compute }) => {
          const one = compute(stratum);
          return isMissing(one)
            ? `  ${id} ${definition} ${one.reason}`
            : `  ${id} ${definition} ${limits(one.raw)} | ${limits(one.oriented)}`;
        }),
      ];
    });
    await expect(`${text.join("\n")}\n`).toMatchFileSnapshot(fileOf("first-edition"));
  });

  it("give of the same periods the parts that reports show", async () => {
    const text = scenarios.flatMap((scenario) => {
      const stratum = stratumInput(scenario, 0.95);
      const input: PeriodInput = {
        ...stratum,
        period: { label: "2020", start: "2020-01-01", end: "2020-12-31" },
        unit: "units",
        overall: null,
        counted: scenario.kind === "rate" ? { events: 1234 } : "people",
      };
      const { absolute, relative, overall, line, lackOfFit, ends, heterogeneity, who, extremes, par, notes } =
        measurePeriod(input);
      const fitted = line && { intercept: line.intercept, slope: line.slope };
      const print = [absolute, relative].map((gap) => {
        if (isMissing(gap)) return gap;
        const { tested: _, ...printed } = gap;
        return printed;
      });
      const parts = {
        print,
        overall,
        fitted,
        lackOfFit,
        ends,
        heterogeneity,
        who: judgeGroups(who).map(({ clear: _, ...one }) => one),
        extremes,
        par,
        notes: [...notes, ...gradientNotes(lackOfFit)],
      };
      return [scenario.name, ...lines(inWords(parts, "en-GB"), " ")];
    });
    await expect(`${text.join("\n")}\n`).toMatchFileSnapshot(fileOf("periods"));
  });

  it.each([0.95, 0.998])(
    "give of the same counts, samples and life tables what they gave before, at level %s",
    async (level) => {
      const { source: _, tolerance: __, reference: ___, ...sections } = goldenEstimates as Record<string, unknown>;
      const text = lines(estimates(sections as EstimateRequest, [level]));
      await expect(`${text.join("\n")}\n`).toMatchFileSnapshot(fileOf(`estimates-${level}`));
    },
  );
});

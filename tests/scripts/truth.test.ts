import { beforeAll, describe, expect, it } from "vitest";
import { wrongRanks, wrongWays } from "../../scripts/truth/directions.ts";
import { parsePage } from "../../scripts/truth/document.ts";
import { mutate } from "../../scripts/truth/mutate.ts";
import { scopes } from "../../scripts/truth/scope.ts";
import { type Statement, statementsOf } from "../../scripts/truth/statements.ts";
import { tokensOf } from "../../scripts/truth/tokens.ts";
import { tracer } from "../../scripts/truth/trace.ts";
import { check, type Report, readReport, statementsIn } from "../../scripts/truth/truth.ts";
import { builtSampleton } from "../support/sampleton.ts";

let report: Report;
let statements: Statement[];
beforeAll(async () => {
  report = readReport((await builtSampleton()).output);
  statements = statementsIn(report);
}, 300_000);

describe("the pages of Sampleton", () => {
  it("say no figure in a sentence that does not come from the results", () => {
    const { findings, numbers } = check(report);
    const inSentences = findings.filter(({ from }) => from !== "td" && from !== "text");
    expect(numbers).toBeGreaterThan(5000);
    expect(inSentences).toEqual([]);
  });

  it("show hardly a mark or cell that is not traced", () => {
    const { findings, numbers } = check(report);
    expect(findings.length / numbers).toBeLessThan(0.005);
  });

  it("would not get away with another figure in a sentence", () => {
    const made = mutate(report.results, statements, tracer(report.results), { n: 60, seed: 7, place: "sentence" });
    expect(made.length).toBe(60);
    expect(made.filter(({ noticed }) => noticed).length / made.length).toBeGreaterThanOrEqual(0.9);
  }, 120_000);
});

describe("a figure", () => {
  const said = (page: string, html: string): string[] => {
    const trace = tracer(report.results);
    const root = parsePage(`<html><body><main>${html}</main></body></html>`);
    return statementsOf(root, page, scopes(report.results)).flatMap((one) =>
      trace(one).findings.map(({ number }) => number),
    );
  };
  const about = () => {
    const { indicators, dimensions } = report.results;
    for (const indicator of indicators)
      for (const { dimension, periods } of indicator.dimensions) {
        const measured = (periods.at(-1)?.groups ?? []).flatMap((one) =>
          "value" in one.estimate ? [{ ...one, value: one.estimate.value }] : [],
        );
        const [a, b] = [measured[0], measured.at(-1)];
        const phrases = dimensions.find(({ id }) => id === dimension)!.groups;
        if (indicator.unit === "%" && a !== undefined && b !== undefined && Math.abs(a.value - b.value) > 5)
          return {
            id: indicator.id,
            dimension,
            label: periods.at(-1)!.period.label,
            a,
            b,
            phrase: (id: string) => phrases.find((one) => one.id === id)!.phrase,
          };
      }
    throw new Error("no indicator of shares");
  };

  it("must be that of the group that it stands with", () => {
    const { id, dimension, label, a, b, phrase } = about();
    const sentence = (x: number, y: number) =>
      `<section id="${dimension}"><p>In ${label}, it was ${x.toFixed(1)}% in ${phrase(a.id)} and ${y.toFixed(1)}% in ${phrase(b.id)}.</p></section>`;
    expect(said(`indicators/${id}.html`, sentence(a.value, b.value))).toEqual([]);
    expect(said(`indicators/${id}.html`, sentence(b.value, a.value)).length).toBeGreaterThan(0);
    expect(said(`indicators/${id}.html`, sentence(a.value, a.value)).length).toBeGreaterThan(0);
  });

  it("is not asked for where people wrote it", () => {
    const { id, dimension } = about();
    expect(said(`indicators/${id}.html`, `<section id="${dimension}"><p>It was 98.7%.</p></section>`)).toEqual([
      "98.7",
    ]);
    expect(
      said(`indicators/${id}.html`, `<section id="${dimension}" data-authored="x"><p>It was 98.7%.</p></section>`),
    ).toEqual([]);
  });

  it("keeps its limits and the number that it is out of", () => {
    const [first, second] = tokensOf("It was 40 in 100 (38 to 42), and 1,204.5 per 100,000 then.");
    expect([first!.value, first!.of, first!.limits?.map(({ value }) => value)]).toEqual([40, 100, [38, 42]]);
    expect([second!.value, second!.of]).toEqual([1204.5, 100_000]);
  });

  it("goes the way that the word beside it says", () => {
    expect(wrongWays("The share fell from 21.4% to 25.5%.", false)).toEqual(["from 21.4% to 25.5"]);
    expect(wrongWays("The share rose from 21.4% to 25.5%.", false)).toEqual([]);
    expect(wrongWays("The gap grew from −3 to −5 points.", true)).toEqual([]);
    expect(wrongWays("We cannot say whether it fell from 21.4 to 25.5.", false)).toEqual([]);
  });

  it("has the rank that is claimed", () => {
    const results = report.results;
    const indicator = results.indicators.find(
      ({ dimensions }) => (dimensions[0]?.periods.at(-1)?.groups.length ?? 0) > 2,
    )!;
    const breakdown = indicator.dimensions[0]!;
    const measured = breakdown.periods
      .at(-1)!
      .groups.flatMap((one) => ("value" in one.estimate ? [{ id: one.id, value: one.estimate.value }] : []));
    const top = [...measured].sort((a, b) => b.value - a.value);
    const sources = [
      {
        breakdown,
        indicator,
        dimension: breakdown.dimension,
        about: { unit: "%", per: 100, relative: "" },
        facts: [],
        periods: [],
        usual: [],
        groups: [],
      },
    ];
    const claim = `It is the highest of ${measured.length}.`;
    expect(wrongRanks(claim, sources, [`${breakdown.dimension}/${top[0]!.id}`])).toEqual([]);
    expect(wrongRanks(claim, sources, [`${breakdown.dimension}/${top[1]!.id}`]).length).toBe(1);
    expect(
      wrongRanks(claim.replace("highest", "second highest"), sources, [`${breakdown.dimension}/${top[1]!.id}`]),
    ).toEqual([]);
  });
});

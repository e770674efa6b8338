import { describe, expect, it } from "vitest";
import { answerLine } from "../../src/partner/answer-line.ts";
import { type Check, questionOf, scored, sectionScores, type Vector } from "../../src/partner/score-answers.ts";

const check = (section: string, at: Check["at"], expected: unknown): Check => ({
  section,
  at,
  expected,
  tolerance: { relative: 1e-6, absolute: 1e-9, keys: { p: 0.01 } },
  source: "by hand",
});
const vector: Vector = {
  id: "v",
  ask: "measure",
  request: {},
  checks: [
    check("d", ["measures", "d"], { value: 10, lower: null, p: 0.5 }),
    check("r", ["measures", "r"], { value: 2 }),
    check("list", ["list"], [1, 2]),
  ],
};
const said = (reply: unknown) => scored(vector, { kind: "said", text: JSON.stringify(reply) });
const outcomesOf = (reply: unknown) => said(reply).map(({ outcome }) => outcome);
const right = { measures: { d: { value: 10, lower: null, p: 0.5, more: 1 }, r: { value: 2 } }, list: [1, 2] };

describe("a program's answer", () => {
  it("passes where it is what is expected within the tolerance, and may say more", () => {
    expect(outcomesOf({ id: "v", answer: right })).toEqual(["passed", "passed", "passed"]);
    const near = { ...right, measures: { d: { value: 10 + 9e-6, lower: null, p: 0.509 }, r: { value: 2 } } };
    expect(outcomesOf({ id: "v", answer: near })).toEqual(["passed", "passed", "passed"]);
  });

  it.each([
    ["a figure beyond it", { value: 10.0001, lower: null, p: 0.5 }, "measures.d.value"],
    ["a p value beyond its own", { value: 10, lower: null, p: 0.52 }, "measures.d.p"],
    ["a figure where there is none", { value: 10, lower: 3, p: 0.5 }, "measures.d.lower"],
    ["nothing where there is a figure", { value: 10, p: 0.5 }, "measures.d.lower"],
    ["text for a figure", { value: "10", lower: null, p: 0.5 }, "measures.d.value"],
  ])("fails for %s, and says where", (_, d, path) => {
    const [first] = said({ id: "v", answer: { ...right, measures: { ...right.measures, d } } });
    expect(first).toMatchObject({ outcome: "failed", why: { kind: "differs", path } });
  });

  it("fails for a list that is longer", () => {
    expect(outcomesOf({ id: "v", answer: { ...right, list: [1, 2, 3] } })).toEqual(["passed", "passed", "failed"]);
  });

  it("is not supported where it says so, or has nothing at the place", () => {
    expect(outcomesOf({ id: "v", unsupported: true })).toEqual(["unsupported", "unsupported", "unsupported"]);
    expect(outcomesOf({ id: "v", answer: { measures: { r: { value: 2 } } } })).toEqual([
      "unsupported",
      "passed",
      "unsupported",
    ]);
  });

  it.each([
    ["no JSON", "3 of 4", "no-json"],
    ["no reply", '{"id": "v"}', "no-reply"],
    ["a bare value", "7", "no-reply"],
    ["another id", '{"id": "w", "answer": {}}', "other-question"],
    ["an error", '{"id": "v", "error": "no idea"}', "error"],
  ])("fails for %s", (_, text, kind) => {
    for (const one of scored(vector, { kind: "said", text }))
      expect(one).toMatchObject({ outcome: "failed", why: { kind } });
  });

  it("is counted by section", () => {
    const all = [...said({ id: "v", answer: right }), ...said({ id: "v", unsupported: true })];
    expect(sectionScores(all)).toEqual(
      ["d", "r", "list"].map((section) => ({ section, passed: 1, failed: 0, unsupported: 1 })),
    );
  });
});

describe("a line with a question", () => {
  const ask = (question: unknown) => JSON.parse(answerLine(JSON.stringify(question)));

  it("is answered under its id", () => {
    const request = {
      rate: [
        { count: 0, personYears: 0 },
        { count: 12, personYears: 400 },
      ],
    };
    expect(ask({ id: 7, ask: "estimate", levels: [0.998], request })).toMatchObject({
      id: 7,
      answer: { rate: [{ reason: "no-denominator" }, { value: 0.03, upper998: expect.any(Number) }] },
    });
    expect(answerLine(questionOf({ ...vector, ask: "judge", request: { series: [] } }))).toContain('"id":"v","error"');
  });

  it("takes the level of a measure's intervals", () => {
    const groups = [1, 2].map((order) => ({ order, value: order, se: 1, population: 10 }));
    const width = (levels: number[]) => {
      const { d } = ask({ ask: "measure", levels, request: { favourable: true, ordered: true, groups } }).answer
        .measures;
      return d.upper - d.lower;
    };
    expect(width([0.998]) / width([0.95])).toBeCloseTo(3.0902323 / 1.959964, 6);
  });

  it.each([
    ["no JSON", "{", "JSON"],
    ["an unknown ask", '{"id": 1, "ask": "guess", "request": {}}', "ask"],
    ["an unknown key", '{"id": 1, "ask": "judge", "request": {}, "colour": 1}', "colour"],
    ["a request with faults", '{"id": 1, "ask": "estimate", "request": {"rate": [{"count": -1}]}}', "rate[0].count"],
  ])("is refused for %s, with every fault, and the next one is answered", (_, line, named) => {
    const { error, faults } = JSON.parse(answerLine(line));
    expect(error).toContain(named);
    expect(faults.length).toBeGreaterThan(0);
  });
});

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type EstimateRequest,
  estimates,
  type JudgeRequest,
  judge,
  type Scenario,
  summarise,
} from "../../src/index.ts";
import golden from "../golden/judgement.json" with { type: "json" };
import { packedCommand, root, temporaryFolder } from "../support/command.ts";

const folder = temporaryFolder();
let environment: NodeJS.ProcessEnv;
beforeAll(async () => {
  environment = { ...process.env, TEMPCHECK: `${process.execPath} ${await packedCommand()}` };
});

/** Runs a program and gives what it printed. */
function ran(command: string, name: string, code: string, more: NodeJS.ProcessEnv = {}): string {
  const file = join(folder, name);
  writeFileSync(file, code);
  const { stdout, stderr } = spawnSync(command, [file], {
    cwd: root,
    env: { ...environment, PYTHONPATH: join(root, "clients"), PYTHONDONTWRITEBYTECODE: "1", ...more },
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  return stdout;
}

const scenario: Scenario = {
  ...{ favourable: false, ordered: true, scale: 100, kind: "proportion" },
  groups: [[30, 200], [25, 210], [18, 190]].map(([numerator, denominator], i) => ({ order: i + 1, numerator: numerator!, denominator: denominator! })), // biome-ignore format: pairs
};
const request: EstimateRequest = {
  rate: [
    { name: 'say "é" \\ twice\n', count: 12, personYears: 40_000, multiplier: 100_000 },
    { count: 0, personYears: 0 },
  ],
};
const family = { ...golden.request, series: golden.request.series.slice(0, 4) } as unknown as JudgeRequest;
const files = Object.fromEntries(Object.entries({ scenario, request, family }).map(([name, value]) => {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(value));
  return [name, file];
})); // biome-ignore format: short

const expected = () => ({
  measures: summarise(scenario, 0.998).measures["sii"],
  estimates: estimates(request, [0.95, 0.998]),
  verdicts: judge(family).series.map(({ verdict }) => verdict.gap),
});

/** Runs the block of docs/partners.md that begins with some words. */
const block = (start: string): string =>
  [...readFileSync(join(root, "docs/partners.md"), "utf8").matchAll(/^```\w+\n([\s\S]*?)^```/gm)]
    .map(([, code]) => code!)
    .find((code) => code.startsWith(start))!;

const has = (command: string): boolean => spawnSync(command, ["--version"]).status === 0;
const [hasPython, hasR] = [has("python3"), has("Rscript")];

describe.skipIf(!hasPython)(`clients/tempcheck.py${hasPython ? "" : ", without Python here,"}`, () => {
  const python = (code: string, more: NodeJS.ProcessEnv = {}) =>
    ran(
      "python3",
      "client.py",
      `import json\nfrom tempcheck import *\nread = lambda p: json.load(open(p, encoding="utf-8"))\n${code}`,
      more,
    );

  it("gives what the library gives", () => {
    const out = python(`print(json.dumps({
      "measures": measure(read("${files["scenario"]}"), level=0.998)["measures"]["sii"],
      "estimates": estimate(read("${files["request"]}"), levels=[0.95, 0.998]),
      "verdicts": [one["verdict"]["gap"] for one in judge(read("${files["family"]}"))["series"]]}))`);
    expect(JSON.parse(out)).toEqual(expected());
  });

  it("passes refusals on, with every fault", () => {
    const out = python(`
try:
    estimate({"rate": [{"count": -1, "personYears": 100}, {"count": float("nan"), "personYears": 5}]})
except TempcheckError as error:
    print(json.dumps([error.code, [fault["where"]["key"] for fault in error.faults], str(error)]))`);
    const [code, keys, text] = JSON.parse(out);
    expect([code, keys]).toEqual([1, ["rate[0].count", "rate[1].count"]]);
    expect(text).toContain("rate[0].count: must be a number of at least 0; found -1; mend the value");
  });

  it("says what cannot be started, and what is wrong with an option", () => {
    const caught = (call: string, more: NodeJS.ProcessEnv = {}) =>
      python(
        `
try:
    ${call}
except TempcheckError as error:
    print(error)`,
        more,
      );
    expect(caught("judge({})", { TEMPCHECK: "/no/such/command" })).toContain("/no/such/command could not be started");
    expect(caught("measure({}, level=0.5)")).toContain("level from 0.9 to 0.999");
  });

  it("does what the guide for partners shows", () => {
    const bands = { population: [1000, 500], standardEvents: [100, 100], standardPopulation: [10_000, 5000] };
    const [ratio] = estimates({ standardisedRatio: [{ observed: 30, ...bands }] }, [0.998]).standardisedRatio!;
    const { lower998 } = ratio as unknown as { lower998: number };
    expect(ran("python3", "guide.py", block("from tempcheck import"))).toBe(`150 ${lower998}\nrate[0].count\n`);
  });
});

describe.skipIf(!hasR)(`clients/tempcheck.R${hasR ? "" : ", without Rscript here,"}`, () => {
  const r = (code: string) => ran("Rscript", "client.R", `source("clients/tempcheck.R")\nread <- function(p) tempcheck_parse(paste(readLines(p, encoding = "UTF-8", warn = FALSE), collapse = "\\n"))\n${code}`); // biome-ignore format: one line

  it("gives what the library gives", () => {
    const out = r(`cat(tempcheck_json(list(
      measures = tempcheck_measure(read("${files["scenario"]}"), level = 0.998)$measures$sii,
      estimates = tempcheck_estimate(read("${files["request"]}"), level = c(0.95, 0.998)),
      verdicts = lapply(tempcheck_judge(read("${files["family"]}"))$series, function(one) one$verdict$gap))))`);
    const wanted = expected();
    expect(JSON.parse(out).verdicts).toEqual(wanted.verdicts);
    expect(JSON.parse(out).measures).toMatchObject(rounded(wanted.measures) as object);
    expect(JSON.parse(out).estimates).toEqual(rounded(wanted.estimates));
  });

  it("passes refusals on, with every fault", () => {
    const out =
      r(`answer <- tryCatch(tempcheck_estimate(list(rate = list(list(count = -1, personYears = 100), list(count = 2)))), tempcheck_error = function(e) e)
      cat(tempcheck_json(list(answer$code, lapply(answer$faults, function(one) one$where$key), conditionMessage(answer))))`);
    const [code, keys, text] = JSON.parse(out);
    expect([code, keys]).toEqual([1, ["rate[0].count", "rate[1].personYears"]]);
    expect(text).toContain("rate[0].count: must be a number of at least 0; found -1; mend the value");
  });

  it("takes data frames, with what is missing left out", () => {
    const out =
      r(`groups <- data.frame(order = 1:3, numerator = c(30, 25, NA), denominator = c(200, 210, NA), label = factor(c("a", "b", "c")))
      answer <- tempcheck_measure(list(favourable = FALSE, ordered = TRUE, scale = 100, kind = "proportion", groups = groups))
      cat(tempcheck_json(list(answer$measures$d$reason, answer$groups[[2]]$label)))`);
    expect(JSON.parse(out)).toEqual(["missing-group", "b"]);
  });

  it("does what the guide for partners shows", () => {
    const { oriented } = summarise(scenario).measures["sii"] as { oriented: { value: number } };
    const printed = ran("Rscript", "guide.R", block('source("clients')).match(/\[1\] ([\d.]+)/)![1]!;
    expect(Number(printed)).toBeCloseTo(oriented.value, 4);
  });
});

/** R reads and writes 17 digits, whose last may be another number of the same decimal text. */
function rounded(value: unknown): unknown {
  if (typeof value === "number") return expect.closeTo(value, 10);
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]));
}

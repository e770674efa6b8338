import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { vectorFiles } from "../../scripts/conformance/vectors.ts";
import { packedCommand, root, run, temporaryFolder } from "../support/command.ts";
import { writeTwoVectors } from "../support/conform-vectors.ts";

const folder = temporaryFolder();

/** A program that treats the line of a question as some code says: `q` is the question, `say` prints. */
function program(name: string, code: string): string {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(
    file,
    `import { createInterface } from "node:readline";
    const say = (reply) => process.stdout.write(typeof reply === "string" ? reply : JSON.stringify(reply) + "\\n");
    for await (const line of createInterface({ input: process.stdin })) { const q = JSON.parse(line); ${code} }`,
  );
  return `"${process.execPath}" "${file}"`;
}

/** Two questions, one check each. */
const small = join(folder, "small");
beforeAll(() => writeTwoVectors(small));

const conform = async (command: string, ...more: string[]) => {
  const { code, out, err } = await run(["conform", command, "--json", ...more]);
  const events = out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
  return { code, err, events, done: events.at(-1) };
};
const trial = (command: string, ...more: string[]) => conform(command, "--vectors", small, ...more);

describe("tempcheck conform", () => {
  it("gives tempcheck itself every check", async () => {
    const { code, err, events, done } = await conform(`"${process.execPath}" "${await packedCommand()}" answer`);
    expect([code, err]).toEqual([0, ""]);
    expect(done).toMatchObject({ event: "done", failed: 0, unsupported: 0 });
    expect(done.passed).toBeGreaterThan(700);
    const sections = events.filter(({ passed, event }) => event === "line" && passed > 0).map(({ section }) => section);
    // Every kind of estimate, every measure, and what is judged.
    const { measures } = JSON.parse(`{"measures": ${(await run(["measures", "--json"])).out}}`);
    const ids = measures.map(({ id }: { id: string }) => id);
    const kinds = ["proportion", "rate", "mean", "directlyStandardisedRate", "lifeExpectancy", "slopeIndex", "healthyLifeExpectancy", "lifeExpectancyGap", "standardisedRatio", "ageAdjustedShare", "funnel", "smallAreas"]; // biome-ignore format: a list
    expect([...ids, ...kinds, "change", "level", "trend", "verdict"].filter((id) => !sections.includes(id))).toEqual(
      [],
    );
  });

  it("passes right answers, and says so with 0", async () => {
    const right = program("right", "say({ id: q.id, answer: { value: 2 } });");
    expect(await trial(right)).toMatchObject({ code: 0, done: { passed: 2, failed: 0, unsupported: 0 } });
    expect(await trial(right, "--each")).toMatchObject({ code: 0, done: { passed: 2 } });
    expect(await trial(right, "--section", "two")).toMatchObject({ code: 0, done: { passed: 1, failed: 0 } });
  });

  it("fails a wrong figure with 3, and says which", async () => {
    const { code, events } = await trial(
      program("wrong", "say({ id: q.id, answer: { value: q.id === 'one' ? 2 : 3 } });"),
    );
    expect(code).toBe(3);
    expect(events).toContainEqual(
      expect.objectContaining({ vector: "two", text: "value is 3, not 2", source: "by hand", outcome: "failed" }),
    );
  });

  it("is not content where nothing passes at all", async () => {
    const none = program("none", "say({ id: q.id, unsupported: true });");
    expect(await trial(none)).toMatchObject({ code: 3, done: { passed: 0, failed: 0, unsupported: 2 } });
  });

  it.each([
    ["crashes at the first question", "if (q.id === 'one') { console.error('oh no'); process.exit(7); } say({ id: q.id, answer: { value: 2 } });", "the program ended with 7 before it answered: oh no"],
    ["never answers the first question", "if (q.id === 'two') say({ id: q.id, answer: { value: 2 } });", "no answer within 2 seconds"],
    ["greets before it answers", "if (q.id === 'one') say('hello\\n'); say({ id: q.id, answer: { value: 2 } });", "the answer is no JSON: hello"],
    ["answers another question first", "if (q.id === 'one') say({ id: 'two', answer: { value: 2 } }); else say({ id: q.id, answer: { value: 2 } });", 'the answer is to the question "two"'],
    ["refuses the first question", "say(q.id === 'one' ? { id: q.id, error: 'no idea' } : { id: q.id, answer: { value: 2 } });", "refused: no idea"],
  ])("goes on after a program that %s", async (name, code, text) => {
    const { code: exit, events, done } = await trial(program(name.replaceAll(" ", "-"), code), "--timeout", "2");
    expect(exit).toBe(3);
    expect(done).toMatchObject({ passed: 1, failed: 1 });
    expect(events).toContainEqual(expect.objectContaining({ vector: "one", text }));
  }); // biome-ignore format: a table

  it("reads the whole of what a program prints to a single question", async () => {
    const pretty = program("pretty", "say(JSON.stringify({ id: q.id, answer: { value: 2 } }, null, 2));");
    expect(await trial(pretty, "--each")).toMatchObject({ code: 0, done: { passed: 2 } });
    expect((await trial(pretty, "--timeout", "5")).code).toBe(3);
    const unwell = program("unwell", "say({ id: q.id, answer: { value: 2 } }); process.exitCode = 1;");
    expect(await trial(unwell, "--each")).toMatchObject({ code: 3, done: { failed: 2 } });
  });

  it("tells a command that there is not, and one that stays on", async () => {
    const { code, events } = await trial("no-such-command-here");
    expect(code).toBe(3);
    expect(events).toContainEqual(expect.objectContaining({ text: expect.stringContaining("ended with 127") }));
    const stays = program("stays", "say({ id: q.id, answer: { value: 2 } }); setInterval(() => {}, 1000);");
    expect(await trial(stays, "--timeout", "1")).toMatchObject({ code: 0, done: { passed: 2 } });
  });

  it("prints a table for people, and failures under it", async () => {
    const wrong = program("again-wrong", "say({ id: q.id, answer: { value: q.id === 'one' ? 2 : 3 } });");
    const { out } = await run(["conform", wrong, "--vectors", small]);
    expect(out).toMatch(/^section +passed +failed +not supported\none +1 +0 +0\ntwo +0 +1 +0\n/);
    expect(out).toContain("two, two: value is 3, not 2 (answer from: by hand)\n");
    expect(out).toContain("1 check passed, 1 failed, 0 not supported.");
  });

  it("refuses a folder without vectors, vectors with faults, and a section that there is not", async () => {
    const empty = join(folder, "empty");
    mkdirSync(empty);
    const told = async (dir: string) => (await run(["conform", "true", "--vectors", dir])).err;
    expect(await told(empty)).toContain("must:  a folder with vectors, as JSON files");
    writeFileSync(join(empty, "v.json"), '{"conformance": 2, "vectors": []}');
    expect(await told(empty)).toContain("this program scores vectors of that edition");
    const { code, err } = await run(["conform", "true", "--vectors", small, "--section", "three"]);
    expect([code, err]).toEqual([2, expect.stringContaining("no section three; there are one, two")]);
  });
});

describe("the vectors of the package", () => {
  it("are what their script makes of the golden files and the oracle", () => {
    const committed = join(root, "conformance/vectors");
    const made = vectorFiles();
    expect(readdirSync(committed).sort()).toEqual([...made.keys()].sort());
    // Logarithms and powers of one Node are not those of another to the last digit.
    const told = (text: string): unknown =>
      JSON.parse(text, (_, value) => (typeof value === "number" ? Number(value.toPrecision(12)) : value));
    for (const [name, text] of made) expect(told(readFileSync(join(committed, name), "utf8"))).toEqual(told(text));
  });

  it("are made without src/", () => {
    const scripts = join(root, "scripts/conformance");
    for (const name of readdirSync(scripts))
      expect(readFileSync(join(scripts, name), "utf8")).not.toMatch(/from "[^"]*(src|tests)\//);
  });
});

const has = (command: string): boolean => spawnSync(command, ["--version"]).status === 0;
const hasR = has("Rscript");
/** The scores that docs/conformance.md prints of the programs in conformance/programs. */
const printed = (name: string): string =>
  readFileSync(join(root, "docs/conformance.md"), "utf8").match(
    new RegExp(`\\| \`${name}\` \\|[^|]*\\| (\\d+) \\|`),
  )![1]!;

describe("programs beside tempcheck", () => {
  it("plain SQL has right what it supports, as many checks as the guide says", async () => {
    const { code, done } = await conform(`"${process.execPath}" conformance/programs/sql.mjs`);
    expect([code, done.failed, String(done.passed)]).toEqual([0, 0, printed("sql.mjs")]);
  });

  it.skipIf(!hasR)(
    `base R has right what it supports, as many checks as the guide says${hasR ? "" : " (Rscript is not here)"}`,
    async () => {
      const { code, done } = await conform("Rscript conformance/programs/base.R");
      expect([code, done.failed, String(done.passed)]).toEqual([0, 0, printed("base.R")]);
    },
  );
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { run, temporaryFolder } from "../support/command.ts";
import { writeTwoVectors } from "../support/conform-vectors.ts";

/** Programs that mean no good, or know no better: each is scored, none brings the scoring down. */

const folder = temporaryFolder();
const small = join(folder, "small");
beforeAll(() => writeTwoVectors(small));

/** A program that does something odd at the first question and answers the second. */
async function scored(name: string, odd: string, seconds = 5) {
  const file = join(folder, `${name.replaceAll(/\W+/g, "-")}.mjs`);
  writeFileSync(
    file,
    `import { createInterface } from "node:readline";
    const right = (q, end = "\\n") => process.stdout.write(JSON.stringify({ id: q.id, answer: { value: 2 } }) + end);
    for await (const line of createInterface({ input: process.stdin })) {
      const q = JSON.parse(line);
      if (q.id === "one") { ${odd} } else right(q);
    }`,
  );
  const { code, out, err } = await run([
    ...["conform", `"${process.execPath}" "${file}"`, "--vectors", small, "--timeout", String(seconds), "--json"],
  ]);
  const events = out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { code, err, text: events.find(({ vector }) => vector === "one")?.["text"], done: events.at(-1) };
}

describe("conform, of a program that", () => {
  it.each([
    ["says NaN", `process.stdout.write('{"id":"one","answer":{"value":NaN}}\\n');`],
    ["says NaN as text", `process.stdout.write('{"id":"one","answer":{"value":"NaN"}}\\n');`],
    ["says a number that is too large for any", `process.stdout.write('{"id":"one","answer":{"value":1e999}}\\n');`],
    ["says true", `process.stdout.write('{"id":"one","answer":{"value":true}}\\n');`],
    ["says its number as text", `process.stdout.write('{"id":"one","answer":{"value":"2"}}\\n');`],
    ["answers with nothing but null", "process.stdout.write('null\\n');"],
    ["answers with a list", "process.stdout.write('[2]\\n');"],
    ["has no id", `process.stdout.write('{"answer":{"value":2}}\\n');`],
    ["nests without end", `process.stdout.write('{"id":"one","answer":' + "[".repeat(200000) + "\\n");`],
    ["nests deeply and well", `process.stdout.write('{"id":"one","answer":{"value":' + "[".repeat(50000) + "]".repeat(50000) + "}}\\n");`],
    ["prints bytes that are no text", "process.stdout.write(Buffer.from([0xff, 0xfe, 0x00, 0x0a]));"],
    ["prints without a line end and stops", `process.stdout.write('{"id":"one"'); process.exit(0);`],
    ["closes its output and stays", `process.stdout.end(); await new Promise((done) => setTimeout(done, 20000));`],
  ])("%s fails that question alone", async (name, odd) => {
    const { code, err, text, done } = await scored(name, odd);
    expect([code, err]).toEqual([3, ""]);
    expect(done).toMatchObject({ passed: 1, failed: 1 });
    expect(String(text).length).toBeLessThan(500);
  }); // biome-ignore format: a table

  it.each([
    ["ends its lines as Windows does", 'right(q, "\\r\\n");'],
    ["prints blank lines first", 'process.stdout.write("\\n\\r\\n \\n"); right(q);'],
    ["prints a mark of byte order first", 'process.stdout.write("\\ufeff"); right(q);'],
    ["talks at length on its standard error", 'process.stderr.write("so it goes\\n".repeat(200000)); right(q);'],
    ["answers in two pieces", `const whole = JSON.stringify({ id: q.id, answer: { value: 2 } }); process.stdout.write(whole.slice(0, 9)); await new Promise((done) => setTimeout(done, 300)); process.stdout.write(whole.slice(9) + "\\n");`],
    ["says more than it was asked", `process.stdout.write(JSON.stringify({ id: q.id, answer: { value: 2, more: "x".repeat(3000000) } }) + "\\n");`],
  ])("%s passes", async (name, odd) => {
    expect(await scored(name, odd)).toMatchObject({ code: 0, err: "", done: { passed: 2, failed: 0 } });
  }); // biome-ignore format: a table

  it("prints without end is stopped, and the next question put", async () => {
    const { code, done, text } = await scored("floods", 'for (;;) { if (!process.stdout.write("x".repeat(65536))) await new Promise((more) => process.stdout.once("drain", more)); }', 20);
    expect([code, done]).toEqual([3, expect.objectContaining({ passed: 1, failed: 1 })]);
    expect(String(text)).toMatch(/64|20 seconds/);
  }, 60_000); // biome-ignore format: one program

  it("answers both questions at once, the wrong way round, is asked again", async () => {
    const { code, done } = await scored("out-of-order", 'right({ id: "two" }); right(q);');
    expect([code, done]).toEqual([3, expect.objectContaining({ passed: 1, failed: 1 })]);
  });
});

import { expect, it } from "vitest";
import { run } from "../support/command.ts";
import { sampletonProject } from "../support/sampleton.ts";

it("value says what each programme returns, as a range", async () => {
  const { code, out } = await run(["value", "--project", sampletonProject]);
  expect(code).toBe(0);
  const range =
    /^(job-club|warm-homes) {2}.*: Between £\d\.\d\d and £\d\.\d\d comes back for each £1 put in, most likely £\d\.\d\d\.$/;
  const lines = out.trim().split("\n");
  const heads = lines.filter((line) => /^\S+ {2}/.test(line));
  expect(heads).toHaveLength(2);
  expect(heads.every((line) => range.test(line))).toBe(true);
  expect(lines.at(-1)).toBe("2 programmes, 0 without figures.");
  // What the pounds are: amounts, prices and rates, weights.
  expect(out).toContain("    £35,250 comes about for £49,170 put in. Divided, that is £0.72 for each £1.\n");
  expect(out).toContain("    All money is in prices of 2022. Value is discounted by 3.5% a year;");
  expect(out).toMatch(
    / {4}Counting money more where it comes to people with less, £0\.86 \(£[\d.]+ to £[\d.]+\) comes back/,
  );
});

it("value --json has every digit, and the same ones each time", async () => {
  const asked = () => run(["value", "--json", "--project", sampletonProject]);
  const { out } = await asked();
  const [club] = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; ratio: number; lower: number; upper: number });
  expect(club).toMatchObject({ id: "job-club" });
  // 16 people x (£4,500 + £5,000) x .5 x .6 x .8 / 1.035 over £50,000 x 100 / 106 + £2,000.
  expect(club!.ratio).toBeCloseTo((16 * 9500 * 0.5 * 0.6 * 0.8) / 1.035 / (5_000_000 / 106 + 2000), 9);
  expect(club!.lower).toBeLessThan(club!.ratio);
  expect(club!.upper).toBeGreaterThan(club!.ratio);
  expect((await asked()).out).toBe(out);
});

it("explain works a programme through", async () => {
  const { code, out } = await run(["explain", "job-club", "--project", sampletonProject]);
  expect(code).toBe(0);
  expect(out).toContain("Job club: what it returns");
  expect(out).toContain("Members earn more: how many people changed 16;");
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { draw } from "../../src/charts/draw/draw.ts";
import { inThisThread } from "../../src/charts/draw/threads.ts";
import { placeLabel } from "../../src/charts/layout/place-labels.ts";
import { numbered, quadrantChart } from "../../src/charts/quadrant-chart.ts";
import type { Temperature, Verdict } from "../../src/model.ts";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";
import type { Move } from "../../src/narrate/moves.ts";
import { tableText } from "../../src/report/pages/table-text.ts";
import type { Publishable } from "../../src/results/results.ts";
import { sampleton } from "../support/fixture.ts";
import { labelFaults, labelsOf } from "../support/labels.ts";
import { pageSvg } from "../support/page-svg.ts";

const [debt] = breakdownsOf(sampleton, sampleton.indicators[0]!);
const move = (
  level: number,
  gap: number,
  half = 0.05,
  temperature: Temperature = "cooling",
  did: Partial<Verdict> = {},
): Move => ({
  b: {
    ...debt!,
    result: { ...debt!.result, verdict: { ...debt!.result.verdict, temperature, ...did } },
  },
  since: "2019",
  until: "2022",
  level: { value: level, lower: level - half, upper: level + half },
  gap: { value: gap, lower: gap - half, upper: gap + half },
});
const results = sampleton as Publishable;
const pictureOf = async (moves: readonly Move[]): Promise<string> => {
  const [drawn] = await draw([quadrantChart(results, moves)!], await inThisThread());
  expect(drawn?.warnings).toEqual([]);
  return pageSvg(drawn!);
};

describe("quadrantChart", () => {
  it("is none with nothing to set on it", () => expect(quadrantChart(results, [])).toBeNull());

  it("numbers from the gap that narrowed most to the one that widened most", () => {
    const moves = [move(0.1, -0.3), move(0.2, 0.4), move(0, 0.1)];
    expect(numbered(moves).map(({ gap }) => gap.value)).toEqual([0.4, 0.1, -0.3]);
    const { rows } = tableText(sayIn(results), quadrantChart(results, moves)!.table);
    expect(rows.map(({ cells }) => cells[1])).toEqual([
      "40% narrower (35% narrower to 45% narrower)",
      "10% narrower (5% narrower to 15% narrower)",
      "30% wider (35% wider to 25% wider)",
    ]);
  });

  it("puts narrower above and better to the right", async () => {
    const svg = await pictureOf([move(0.4, 0.4, 0.05, "steady"), move(-0.4, -0.4, 0.05, "steady")]);
    const [one, two] = ["1", "2"].map((text) => labelsOf(svg).find((label) => label.text === text)!);
    expect(one!.top).toBeLessThan(two!.top);
    expect(one!.left).toBeGreaterThan(two!.left);
  });

  it("leaves the others their room where one moved by more than all of itself", async () => {
    const besides = async (far: number) => {
      const svg = await pictureOf([
        move(0.4, 0.4, 0.05, "steady"),
        move(-0.4, -0.4, 0.05, "steady"),
        move(0, far, 0.05, "steady"),
      ]);
      expect(labelFaults(svg)).toEqual([]);
      return ["1", "2", "50% wider"].map((text) => labelsOf(svg).find((label) => label.text === text));
    };
    const near = await besides(-1);
    expect(near).not.toContain(undefined);
    expect(await besides(-3)).toEqual(near);
  });

  it("names every quadrant, and counts what clearly lies in it: gap and level both", async () => {
    const texts = labelsOf(
      await pictureOf([
        move(0.4, 0.4, 0.05, "cooling", { absolute: "narrower", overall: "improving" }),
        move(-0.4, 0.2, 0.05, "cooling", { absolute: "narrower", overall: "worsening" }),
        move(-0.3, 0.3, 0.05, "easing", { absolute: "narrower", overall: "cannot-tell" }),
        move(0.3, -0.3, 0.05, "unclear", { absolute: "cannot-tell", overall: "improving" }),
      ]),
    ).map(({ text }) => text);
    for (const name of [
      "Level better, gap narrower",
      "Level worse, gap narrower",
      "Level worse, gap wider",
      "Level better, gap wider",
    ])
      expect(texts).toContain(name);
    expect(texts.filter((text) => text === "1 clearly")).toHaveLength(2);
    expect(texts.filter((text) => text === "none clearly")).toHaveLength(2);
  });

  it("keeps the scale of both ways alike, whatever the figures", () => {
    const { layer } = quadrantChart(results, [move(0.01, 0.6)])!.spec as unknown as {
      layer: { encoding: Record<"x" | "y", { scale: { domain: number[] } }> }[];
    };
    expect(layer[0]?.encoding.x.scale.domain).toEqual(layer[0]?.encoding.y.scale.domain);
  });

  it("gives each of many dots a number that touches no other, and cuts none off", { timeout: 120_000 }, async () => {
    const share = fc.double({ min: -0.9, max: 0.9, noNaN: true });
    const temperature = fc.constantFrom<Temperature>("cooling", "heating", "steady", "mixed");
    const moves = fc.array(
      fc.tuple(share, share, temperature).map(([x, y, t]) => move(x, y, 0.1, t)),
      { minLength: 1, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(moves, async (some) => {
        const svg = await pictureOf(some);
        expect(labelFaults(svg)).toEqual([]);
        const numbers = labelsOf(svg).flatMap(({ text }) => /^(\d+)(?= Problem|$)/.exec(text)?.[1] ?? []);
        expect(numbers.map(Number).sort((a, c) => a - c)).toEqual(some.map((_, i) => i + 1));
      }),
      { numRuns: 25, seed: 4 },
    );
  });
});

describe("placeLabel", () => {
  const bounds = { left: 0, right: 100, top: 0, bottom: 100 };
  const anchor = { x: 50, y: 50, width: 20, height: 10 };
  const room = { bounds, solid: [], soft: [], rivals: [] };

  it("stands to the right where there is room", () =>
    expect(placeLabel(anchor, room)).toMatchObject({ x: 69, y: 50, distance: 9 }));
  it("goes round what may not be covered", () => {
    const solid = [{ left: 55, right: 100, top: 0, bottom: 100 }];
    expect(placeLabel(anchor, { ...room, solid })!.right).toBeLessThanOrEqual(55);
  });
  it("crosses a line only where nothing else is free", () => {
    const soft = [{ left: 55, right: 100, top: 45, bottom: 55 }];
    expect(placeLabel(anchor, { ...room, soft })!.y).not.toBe(50);
    expect(
      placeLabel({ ...anchor, x: 5 }, { ...room, bounds: { ...bounds, top: 44, bottom: 56 }, soft: [bounds] }),
    ).not.toBeNull();
  });
  it("keeps away from points that are not its own", () =>
    expect(placeLabel(anchor, { ...room, rivals: [{ x: 75, y: 50 }] })!.x).toBeLessThan(69));
  it("finds none where there is none", () => expect(placeLabel(anchor, { ...room, solid: [bounds] })).toBeNull());
});

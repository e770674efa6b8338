import { afterAll, describe, expect, it } from "vitest";
import { chartsOf } from "../../src/charts/all-charts.ts";
import type { Chart } from "../../src/charts/chart.ts";
import { draw, drawing, paint } from "../../src/charts/draw/draw.ts";
import { inThisThread } from "../../src/charts/draw/drawers.ts";
import { threads } from "../../src/charts/draw/threads.ts";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";
import { readAssets } from "../../src/run/read-assets.ts";
import { sampleton } from "../support/fixture.ts";

const charts = sampleton.indicators.flatMap((one) => breakdownsOf(sampleton, one).flatMap(chartsOf)).slice(0, 7);
const many = threads(2);
afterAll(() => many.close());

describe("threads", () => {
  it("draw the same as one thread does, in the same order", async () =>
    expect(await draw(charts, many)).toEqual(await draw(charts, inThisThread())));

  it("make the same pixels", async () => {
    const { fontFiles } = readAssets();
    const some = charts.slice(0, 3);
    const here = await paint(some, fontFiles, inThisThread());
    const there = await paint(some, fontFiles, many);
    expect(there.map(({ png }) => Buffer.from(png).subarray(1, 4).toString())).toEqual(["PNG", "PNG", "PNG"]);
    expect(there.map(({ png }, i) => Buffer.compare(png, here[i]!.png))).toEqual([0, 0, 0]);
  });

  it("are done at once with nothing to draw", async () => expect(await draw([], many)).toEqual([]));

  it("keep what is drawn of two tasks at once apart", async () => {
    const [some, others] = [charts.slice(0, 2), charts.slice(2, 5)];
    const both = await Promise.all([draw(some, many), draw(others, many)]);
    expect(both.map((drawn) => drawn.map(({ id }) => id))).toEqual(
      [some, others].map((all) => all.map(({ id }) => id)),
    );
    expect(both[1]).toEqual(await draw(others, inThisThread()));
  });

  it("pass on what goes wrong in one of them", async () => {
    const failing = threads(1);
    const spec = { padding: { top: 0, right: 0, bottom: 0, left: 0 } } as Chart["spec"];
    const [first, second] = drawing([charts[0]!, { ...charts[0]!, spec }], failing);
    expect((await first!).id).toBe(charts[0]!.id);
    await expect(second).rejects.toThrow();
    await expect(draw(charts, failing)).rejects.toThrow();
    await failing.close();
  });
});

import { afterAll, describe, expect, it } from "vitest";
import { readAssets } from "../../src/assets.ts";
import { breakdownsOf } from "../../src/render/breakdown.ts";
import { draw } from "../../src/render/charts/draw.ts";
import { inThisThread, threads } from "../../src/render/charts/threads.ts";
import { chartsOf } from "../../src/render/render.ts";
import { sampleton } from "./fixture.ts";

const charts = sampleton.indicators.flatMap((one) => breakdownsOf(sampleton, one).flatMap(chartsOf)).slice(0, 7);
const many = threads(2);
afterAll(() => many.close());

describe("threads", () => {
  it("draw the same as one thread does, in the same order", async () =>
    expect(await draw(charts, many)).toEqual(await draw(charts, await inThisThread())));

  it("make the same pixels", async () => {
    const drawn = await draw(charts.slice(0, 2), await inThisThread());
    const { fontFiles } = readAssets();
    const inputs = drawn.map(({ files: { svg } }) => ({ svg, fontFiles }));
    const here = await (await inThisThread()).each("png", inputs);
    const there = await many.each("png", inputs);
    expect(there.map((bytes, i) => Buffer.compare(bytes, here[i]!))).toEqual([0, 0]);
  });

  it("pass on what goes wrong in one of them", async () => {
    const failing = threads(1);
    await expect(failing.each("png", [{ svg: "not a picture", fontFiles: [] }])).rejects.toThrow();
    await expect(failing.each("png", [])).rejects.toThrow();
    await failing.close();
  });
});

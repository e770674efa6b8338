import { beforeAll, describe, expect, it } from "vitest";
import type { DrawnChart } from "../../src/charts/chart.ts";
import { unwatched } from "../../src/charts/draw/promised.ts";
import { inFolder, putAsDrawn, type RenderedFile, type Report } from "../../src/report/render.ts";
import { reportOfSampleton } from "../support/rendered.ts";

let report: Report;
beforeAll(async () => {
  report = await reportOfSampleton();
});

const sorted = (files: readonly RenderedFile[]) => files.toSorted((a, b) => (a.path < b.path ? -1 : 1));

/** Puts the report, of whose charts each comes when it comes. */
function putting(charts: Promise<DrawnChart>[]) {
  const files: RenderedFile[] = [];
  const done = putAsDrawn(
    report,
    { names: report.charts, charts },
    { put: (file) => void files.push(file), log: () => {} },
  );
  return { files, done };
}

describe("putAsDrawn", () => {
  it("puts what inFolder gives, in whatever order charts are drawn", async () => {
    const finish: (() => void)[] = [];
    const { files, done } = putting(
      report.charts.map((chart) => new Promise((resolve) => finish.push(() => resolve(chart)))),
    );
    for (const one of finish.toReversed()) {
      one();
      await new Promise(setImmediate);
    }
    await done;
    expect(sorted(files)).toEqual(sorted(inFolder(report)));
  });

  it("puts pages whose charts are drawn while others are not", async () => {
    const last = report.charts.at(-1)!;
    let finish = () => {};
    const { files, done } = putting(
      report.charts.map((chart) =>
        chart === last
          ? new Promise((resolve) => {
              finish = () => resolve(chart);
            })
          : Promise.resolve(chart),
      ),
    );
    const paths = () => files.map(({ path }) => path);
    const first = "report/indicators/debt.html";
    while (!paths().includes(first)) await new Promise(setImmediate);
    expect(paths()).toContain("charts/debt--fifths--groups.svg");
    expect(paths()).not.toContain(`charts/${last.id}.svg`);
    finish();
    await done;
    expect(paths()).toContain(`charts/${last.id}.svg`);
  });

  it("ends with the fault of a chart that could not be drawn", async () => {
    const { done } = putting(
      report.charts.map((chart, i) =>
        i === 3 ? unwatched(Promise.reject(new Error("no ink"))) : Promise.resolve(chart),
      ),
    );
    await expect(done).rejects.toThrow("no ink");
  });
});

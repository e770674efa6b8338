import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { besideProject } from "../support/beside-project.ts";
import { run, temporaryFolder } from "../support/command.ts";
import { writeProject } from "../support/small-project.ts";

/** A made-up place with a funnel, smoothed figures, ratios, healthy years and the parts of a gap, built whole. */

const project = writeProject(temporaryFolder(), besideProject());
const output = join(temporaryFolder(), "out");
const read = (path: string): string => readFileSync(join(output, path), "utf8");
const text = (html: string): string => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

beforeAll(async () => {
  const { code, err } = await run(["build", "--quiet", "--project", project, "--out", output]);
  expect([code, err]).toEqual([0, ""]);
}, 180_000);

describe("a report with figures beside its own", () => {
  it("names who lies beyond chance, in the folded part and under a funnel", () => {
    const html = read("report/indicators/claims.html");
    const [before, behind] = [
      html.slice(0, html.indexOf('class="behind"')),
      html.slice(html.indexOf('class="behind"')),
    ];
    expect(text(behind)).toContain("Higher than chance explains: Area SP.");
    expect(text(behind)).toContain("This is no ranking");
    expect(text(before)).not.toContain("chance explains");
    expect(read("charts/claims--area--funnel.csv")).toMatch(/SP.*above/);
  });

  it("marks smoothed figures as modelled wherever they stand, after the areas' own", () => {
    const html = read("report/indicators/burglaries.html");
    expect(text(html)).toContain("Smoothed figures are modelled. The area's own figure comes first");
    const [map] = /<table>(?:(?!<\/table>).)*figures by(?:(?!<\/table>).)*<\/table>/s.exec(html) ?? [html];
    expect(map.indexOf("Smoothed (modelled)")).toBeGreaterThan(map.indexOf("Figure"));
    const columns = read("data/beside.csv").split("\n")[0]!.split(",");
    expect(columns.indexOf("modelled_value")).toBeGreaterThan(columns.indexOf("own_value"));
    expect(columns.filter((name) => /smooth/.test(name))).toEqual([]);
    expect(read("charts/burglaries--area--map.csv").split("\n")[0]).toContain("modelled");
  });

  it("shares a gap in life expectancy out to ages and causes", () => {
    const html = text(read("report/indicators/life.html"));
    expect(html).toMatch(/The age with the largest part of it is [\d-]+: 0\.\d years\./);
    expect(html).toContain("The cause with the largest part of it is heart disease");
    expect(html).toContain("It does not say what would happen if a cause went");
  });

  it("says of ratios that each has its own ages", () => {
    const html = text(read("report/indicators/deaths.html"));
    expect(html).toContain("Each ratio counts the ages of its own people");
    expect(html).toContain("per 100 expected");
  });

  it("is explained with every number, apart from the gap", async () => {
    const { out } = await run(["explain", "claims", "--project", project]);
    const [gap, beside] = out.split("Beside the figures: nothing of this is in a gap or the verdict");
    expect(gap).not.toContain("small-areas");
    expect(beside).toContain("small-areas.beta-binomial-moments.v1");
    expect(beside).toContain("funnel.spiegelhalter-multiplicative.v1");
  });
});

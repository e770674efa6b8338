import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isMissing } from "../../src/reasons-and-notes.ts";
import type { Beside } from "../../src/results/beside.ts";
import type { Publishable } from "../../src/results/results.ts";
import { areaCodes, besideProject, type MadeCounts, madeCounts } from "../support/beside-project.ts";
import { root, run, temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";
import { writeProject } from "../support/small-project.ts";

const { check } = await packed("run/check.js");

type Project = ReturnType<typeof besideProject>;

const resultsOf = async (project: Project): Promise<Publishable> => {
  const { results } = await check({ project: writeProject(temporaryFolder(), project) }, () => {});
  return results;
};
const dimensionOf = (results: Publishable, id: string) =>
  results.indicators.find((one) => one.id === id)!.dimensions[0]!;
const besideOf = (results: Publishable, id: string): Beside => dimensionOf(results, id).beside as Beside;

const latest = <Row extends readonly (string | number)[]>(rows: readonly Row[]): Row[] =>
  rows.filter((row) => row[2] === 2023);

describe("figures beside a breakdown", () => {
  const counts = madeCounts(1);
  const made = resultsOf(besideProject(counts));

  it("have a funnel that names the one area that is unlike the others, by hand", async () => {
    const { funnel } = besideOf(await made, "claims");
    if (funnel === undefined || isMissing(funnel)) throw new Error("no funnel");
    const rows = latest(counts.byArea).map((row) => ({
      code: row[1] as string,
      x: row[3] as number,
      n: row[4] as number,
    }));
    const target = rows.reduce((sum, { x }) => sum + x, 0) / rows.reduce((sum, { n }) => sum + n, 0);
    const distances = rows.map(
      ({ x, n }) => 2 * Math.sqrt(n) * (Math.asin(Math.sqrt(x / n)) - Math.asin(Math.sqrt(target))),
    );
    const sorted = [...distances].sort((a, b) => a - b);
    const cut = (share: number): number => {
      const place = share * (sorted.length - 1);
      const below = Math.floor(place);
      return sorted[below]! + (place - below) * (sorted[below + 1]! - sorted[below]!);
    };
    const phi =
      distances.reduce((sum, z) => sum + Math.min(cut(0.9), Math.max(cut(0.1), z)) ** 2, 0) / distances.length;
    expect(funnel.phi).toBeCloseTo(phi, 10);
    expect(funnel.target).toBeCloseTo(100 * target, 10);
    rows.forEach(({ n }, i) => {
      const reach = (3.090232306167813 * Math.sqrt(Math.max(1, phi))) / (2 * Math.sqrt(n));
      const middle = Math.asin(Math.sqrt(target));
      expect(funnel.groups[i]!.action.upper).toBeCloseTo(100 * Math.sin(middle + reach) ** 2, 8);
      expect(funnel.groups[i]!.action.lower).toBeCloseTo(100 * Math.sin(Math.max(0, middle - reach)) ** 2, 8);
    });
    expect(funnel.groups.filter(({ standing }) => standing !== "within").map(({ group }) => group)).toEqual(["SP"]);
  });

  it("have smoothed figures between an area's own and all together, by hand", async () => {
    const { smoothed } = besideOf(await made, "burglaries");
    if (smoothed === undefined || isMissing(smoothed)) throw new Error("no smoothed figures");
    const rows = latest(counts.byArea).map((row) => ({ x: row[5] as number, n: row[4] as number }));
    const people = rows.reduce((sum, { n }) => sum + n, 0);
    const mean = rows.reduce((sum, { x }) => sum + x, 0) / people;
    const spread = rows.reduce((sum, { x, n }) => sum + n * (x / n - mean) ** 2, 0) / people;
    const between = spread - (mean * rows.length) / people;
    expect(between).toBeGreaterThan(0);
    rows.forEach(({ x, n }, i) => {
      const { raw, modelled, weight } = smoothed.areas[i]!;
      const own = between / (between + mean / n);
      expect(weight).toBeCloseTo(own, 10);
      expect(modelled.value).toBeCloseTo(1000 * (own * (x / n) + (1 - own) * mean), 9);
      expect(raw).toBeCloseTo((1000 * x) / n, 9);
    });
  });

  it("have ratios of what happened over what was expected, added up by hand", async () => {
    const { periods } = dimensionOf(await made, "deaths");
    const rows = latest(counts.byAge);
    const rates = counts.standard.map(([, events, people]) => (events as number) / (people as number));
    const bandOf = (band: string): number => counts.standard.findIndex(([label]) => label === band);
    for (const { id, estimate } of periods.at(-1)!.groups) {
      const own = rows.filter((row) => row[1] === id);
      const expected = own.reduce((sum, row) => sum + (row[5] as number) * rates[bandOf(row[3] as string)]!, 0);
      const events = own.reduce((sum, row) => sum + (row[4] as number), 0);
      expect(isMissing(estimate) ? null : estimate.value).toBeCloseTo((100 * events) / expected, 9);
    }
  });

  it("have parts of a gap that add up to it, and to the two life expectancies", async () => {
    const results = await made;
    const { gapParts } = besideOf(results, "life");
    if (gapParts === undefined || isMissing(gapParts)) throw new Error("no parts");
    const sum = (parts: readonly { years: number }[]): number => parts.reduce((total, { years }) => total + years, 0);
    expect(sum(gapParts.ages)).toBeCloseTo(gapParts.gap, 9);
    expect(sum(gapParts.causes)).toBeCloseTo(gapParts.gap, 9);
    const groups = dimensionOf(results, "life").periods.at(-1)!.groups;
    const value = (id: string): number => {
      const { estimate } = groups.find((group) => group.id === id)!;
      return isMissing(estimate) ? Number.NaN : estimate.value;
    };
    expect(gapParts.from.years).toBeCloseTo(value(gapParts.from.group), 9);
    expect(gapParts.to.years - gapParts.from.years).toBeCloseTo(gapParts.gap, 9);
    expect(gapParts.from.group).toBe("near");
  });

  it("have healthy years that are fewer, those of R where the figures are the golden ones", async () => {
    const golden = JSON.parse(readFileSync(join(root, "tests/golden/more-estimates.json"), "utf8")) as {
      cases: { section: string; request: Record<string, number[]>; expected: Record<string, number[]> }[];
    };
    const { request, expected } = golden.cases.find(({ section }) => section === "healthyLifeExpectancy")!;
    const life = ["near", "far"].flatMap((half) =>
      [2019, 2023].flatMap((year) =>
        request["startAge"]!.map((age, i) => [
          ...[`${half}${year}a${age}`, half, year, `${age}`, request["deaths"]![i]!, request["population"]![i]!, 0, 0],
          ...[request["healthy"]![i]!, request["asked"]![i]!],
        ]),
      ),
    );
    const { estimate } = dimensionOf(await resultsOf(besideProject({ ...counts, life })), "healthy-life").periods[0]!
      .groups[0]!;
    expect(isMissing(estimate) ? estimate : estimate.value).toBeCloseTo(expected["healthyLifeExpectancy"]![0]!, 9);
  });

  it("change nothing else: without the keys all other results are the same", async () => {
    const plain = besideProject(counts);
    for (const indicator of Object.values(plain.indicators))
      indicator["dimensions"] = (indicator["dimensions"] as Record<string, unknown>[]).map(({ dimension, column }) => ({
        ...{ dimension, column },
      }));
    delete (plain.indicators["life"]!["statistic"] as Record<string, unknown>)["causes"];
    const strip = (results: Publishable) =>
      results.indicators.map(({ dimensions }) => dimensions.map(({ beside: _, ...rest }) => rest));
    expect(strip(await resultsOf(plain))).toEqual(strip(await made));
    expect(
      (await resultsOf(plain)).indicators.every(({ dimensions }) => dimensions.every((one) => !("beside" in one))),
    ).toBe(true);
  });
});

describe("under a disclosure policy", () => {
  /** Small counts in some areas, so that some are held back. */
  const small = (seed: number): MadeCounts => {
    const counts = madeCounts(seed);
    return {
      ...counts,
      byArea: counts.byArea.map((row) => [
        ...row.slice(0, 3),
        (row[3] as number) % 40,
        row[4]!,
        (row[5] as number) % 12,
      ]),
    };
  };
  const covered = (counts: MadeCounts): Project => {
    const project = besideProject(counts);
    return {
      ...project,
      project: { ...project.project, disclosure: { threshold: 10, round_to: null, covers: ["by-area", "by-age"] } },
    };
  };
  const heldBackIn = (results: Publishable, id: string): string[] =>
    dimensionOf(results, id)
      .periods.at(-1)!
      .groups.filter(({ numerator, numeratorRange }) => numerator === null || numeratorRange !== null)
      .map(({ id: group }) => group);

  it("make nothing of an area whose count is held back", async () => {
    const results = await resultsOf(covered(small(3)));
    for (const id of ["claims", "burglaries"]) {
      const held = heldBackIn(results, id);
      expect(held.length).toBeGreaterThan(1);
      const { funnel, smoothed } = besideOf(results, id);
      const shown = [
        ...(funnel === undefined || isMissing(funnel) ? [] : funnel.groups),
        ...(smoothed === undefined || isMissing(smoothed) ? [] : smoothed.areas),
      ].map(({ group }) => group);
      expect(shown.filter((group) => held.includes(group))).toEqual([]);
      if (smoothed !== undefined && !isMissing(smoothed)) expect(smoothed.leftOut).toEqual(held);
    }
  });

  it("are the same whatever the counts held back are", async () => {
    const counts = small(3);
    const first = await resultsOf(covered(counts));
    const held = heldBackIn(first, "claims");
    const [one, other] = held.map((code) => counts.byArea.findIndex((row) => row[1] === code && row[2] === 2023)) as [
      number,
      number,
    ];
    const moved = counts.byArea.map((row, i) => {
      const by = i === one ? 1 : i === other ? -1 : 0;
      return [...row.slice(0, 3), (row[3] as number) + by, ...row.slice(4)];
    });
    const second = await resultsOf(covered({ ...counts, byArea: moved }));
    expect(heldBackIn(second, "claims")).toEqual(held);
    expect(besideOf(second, "claims")).toEqual(besideOf(first, "claims"));
  });

  it("refuse to share out a gap to ages and causes", async () => {
    const project = besideProject(madeCounts(1));
    const folder = writeProject(temporaryFolder(), {
      ...project,
      project: { ...project.project, disclosure: { threshold: 10, round_to: null, covers: "all" } },
    });
    const { code, err } = await run(["check", "--project", folder]);
    expect(code).toBe(1);
    expect(err).toContain("which the disclosure policy covers");
  });
});

describe("with fewer than ten areas", () => {
  it("say why there is no funnel and nothing smoothed", async () => {
    const counts = madeCounts(1);
    const without = new Set(areaCodes.slice(0, 7));
    const project = besideProject({
      ...counts,
      byArea: counts.byArea.filter((row) => !without.has(row[1] as string)),
    });
    const { funnel, smoothed } = besideOf(await resultsOf(project), "claims");
    for (const one of [funnel, smoothed])
      expect(one).toMatchObject({ reason: "too-few-groups", parts: { needs: "ten-areas" } });
  });
});

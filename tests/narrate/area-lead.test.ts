import { beforeAll, describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { areaAnswer, areaFigures, type Listed, listedAs, rankSentences } from "../../src/narrate/figures-of-area.ts";
import { areaProfiles } from "../../src/narrate/profiles.ts";
import { countsOf } from "../../src/narrate/standing.ts";
import type { Publishable } from "../../src/results/results.ts";
import { root } from "../support/command.ts";
import { sampleton } from "../support/fixture.ts";
import { packed } from "../support/packed.ts";

let places: Publishable[];
beforeAll(async () => {
  const { check } = await packed("run/check.js");
  places = [sampleton, (await check({ project: root }, () => {})).results];
}, 60_000);

const leads = () =>
  places.flatMap((results) =>
    areaProfiles(results).map((one) => ({
      one,
      results,
      lead: areaAnswer(sayIn(results), one.profile, one.name, results.place.name),
    })),
  );

describe("the lead of an area", () => {
  it("counts every measure once: the parts add up to the whole, and all of them to the figures", () => {
    const whole = leads().filter(({ one }) => one.profile.standings.length > 0);
    expect(whole.length).toBeGreaterThan(30);
    for (const { one, lead } of whole) {
      const judged = Number(/Of (\d+) measures?/.exec(lead)?.[1] ?? 0);
      const [first = ""] = lead.split(/(?<=\.) /);
      const parts = [...first.matchAll(/ on (\d+)/g)].map(([, n]) => Number(n));
      if (judged > 0) expect(parts.reduce((sum, n) => sum + n, 0)).toBe(judged);
      const others = Number(/(?:none of|\d+ of|all|the) (\d+) others?/.exec(lead)?.[1] ?? 0);
      const left = /Not counted: (.*)\./.exec(lead)?.[1] ?? "";
      const notCounted = [...left.matchAll(/(\d+) (?:modelled|that)/g)].reduce((sum, [, n]) => sum + Number(n), 0);
      expect(judged + others + notCounted).toBe(one.profile.standings.length);
    }
  });

  it("counts what is part of another measure once", () => {
    const nested = leads().flatMap(({ one, results }) => areaFigures(results, one).filter(({ partOf }) => partOf));
    expect(nested.length).toBeGreaterThan(0);
    for (const { one, lead, results } of leads())
      expect(lead.includes("part of another measure")).toBe(areaFigures(results, one).some(({ partOf }) => partOf));
  });

  it("counts what its lists have: each figure in the list that its count is of", () => {
    for (const { one, results } of leads()) {
      const figures = areaFigures(results, one);
      const n = (...kinds: Listed[]) => figures.filter((figure) => kinds.includes(listedAs(figure))).length;
      const counts = countsOf(one.profile);
      expect({ ...counts, judged: 0, others: 0 }).toEqual({
        ...{ judged: 0, others: 0, worse: n("worse"), better: n("better"), different: n("different") },
        ...{ close: n("unclear") - counts.alike, alike: counts.alike, modelled: n("modelled"), nested: n("nested") },
        judgedUntested: n("worse-untested", "better-untested"),
        otherUntested: n("different-untested"),
      });
    }
  });

  it("ranks no modelled figure and calls it neither better nor worse", () => {
    const modelled = leads().flatMap(({ one, results }) =>
      areaFigures(results, one).filter(({ standing }) => standing.b.indicator.modelled),
    );
    expect(modelled.length).toBeGreaterThan(0);
    for (const figure of modelled) {
      expect(figure.standing.clarity).toBe("modelled");
      expect(figure.rank?.range ?? null).toBeNull();
      expect(rankSentences(figure)).toEqual(["Modelled, not counted: it cannot be ranked with certainty."]);
    }
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { type Breakdown, breakdownsOf, isNeutral } from "../../src/narrate/breakdown.ts";
import { gapKey, groupsDescription } from "../../src/narrate/captions.ts";
import { iconsOf } from "../../src/narrate/icons.ts";
import { tileMapKey } from "../../src/narrate/mapped.ts";
import { changeSentences, verdictSentence } from "../../src/narrate/since-baseline.ts";
import { areaProfile, communityProfile } from "../../src/narrate/standing.ts";
import { whoCaption, whoDescription, whoKey, whoTitle } from "../../src/narrate/who.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import type { Publishable } from "../../src/results/results.ts";
import { root } from "../support/command.ts";
import { packed } from "../support/packed.ts";

// Conditions that are neither good nor ill, and events that are done to people, in the report of Manchester.

let results: Publishable;
let neutral: Breakdown[];
beforeAll(async () => {
  const { check } = await packed("run/check.js");
  results = (await check({ project: root }, () => {})).results;
  neutral = results.indicators.flatMap((indicator) => breakdownsOf(results, indicator)).filter(isNeutral);
}, 60_000);

describe("what is neither better nor worse", () => {
  it("is never called worse or better off", () => {
    expect(neutral.length).toBeGreaterThan(5);
    for (const b of neutral)
      for (const text of [
        groupsDescription(b),
        whoTitle(b),
        whoKey(b),
        whoCaption(b),
        whoDescription(b),
        gapKey(b, "absolute"),
        gapKey(b, "relative"),
        tileMapKey(b, 5),
        ...changeSentences(b),
      ])
        expect(text).not.toMatch(/(worse|better|worst) off|become (better|worse)|is worse|is better/);
  });

  it("has a level that neither improves nor worsens, and no word on it", () => {
    const levels = neutral.filter(({ indicator }) => indicator.better === "neither");
    for (const b of levels) {
      expect(b.result.verdict).toMatchObject({ overall: "not-compared", levellingDown: false });
      expect(`${verdictSentence(b)} ${changeSentences(b).join(" ")}`).not.toMatch(/level/);
      expect(isMissing(b.latest.overall)).toBe(false);
    }
  });

  it("counts nobody who would gain", () => {
    for (const b of neutral) {
      expect(iconsOf(b)).toBeNull();
      expect(isMissing(b.latest.par) || isMissing(b.latest.par.headCount)).toBe(true);
    }
  });

  it("stands on no side of a community or an area", () => {
    const standings = [
      ...results.communities.map((one) => communityProfile(results, one)),
      ...results.areas.map((one) => areaProfile(results, one)),
    ]
      .flatMap((profile) => profile.standings)
      .filter(({ b }) => isNeutral(b));
    expect(standings.some(({ clarity }) => clarity === "different")).toBe(true);
    for (const { clarity } of standings) expect(["different", "different-untested", "unclear"]).toContain(clarity);
  });
});

describe("a rate of events", () => {
  it("is that of the counts, without an interval that takes each event as one person", () => {
    const { latest } = neutral.find(({ indicator }) => indicator.id === "police-use-of-force")!;
    const rows: Record<string, string>[] = parse(
      readFileSync(join(root, "data-raw/police-use-of-force-by-ethnic-group/police-use-of-force-by-ethnic-group.csv")),
      { columns: true },
    );
    const { times_force_was_used: times, residents_census_2011: residents } = rows.find(
      (row) => row["financial_year"] === latest.period.label && row["ethnic_group_seen_by_officer"] === "Black",
    )!;
    const black = latest.groups.find(({ id }) => id === "black")!;
    expect(black.estimate).toEqual({ value: (1000 * Number(times)) / Number(residents), lower: null, upper: null });
    expect(latest.who.map(({ clear }) => clear)).toEqual(latest.who.map(() => null));
  });

  it("of another place is called by that place", () => {
    const b = neutral.find(({ indicator }) => indicator.id === "police-use-of-force")!;
    expect(b.results.place.name).not.toBe(results.place.name);
    expect(groupsDescription(b)).toContain(b.results.place.name);
  });
});

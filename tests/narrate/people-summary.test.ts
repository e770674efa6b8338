import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { aboutThem, communityName, countedAs, knownSentence, toldOf } from "../../src/narrate/people-summary.ts";
import { communityProfile } from "../../src/narrate/standing.ts";
import type { Community } from "../../src/results/results.ts";
import { sampleton } from "../support/fixture.ts";

const say = sayIn(sampleton);
const community = (id: string): Community => sampleton.communities.find((one) => one.id === id)!;

describe("what a page of some people says first", () => {
  it("counts topics with a figure and without", () => {
    const poor = community("poor-pupils");
    const profile = communityProfile(sampleton, poor);
    const { standings, levels, without } = profile;
    expect(knownSentence(say, profile, poor.phrase)).toBe(
      `This report has figures for ${poor.phrase} on ${say.count(standings.length + levels.length)} topics, and none on ${say.count(without.length)}.`,
    );
    expect(knownSentence(say, { standings: [], levels: [], without }, poor.phrase)).toContain("has no figure for");
  });

  it("names every topic once, with its figure and that of whom it is compared with", () => {
    for (const one of sampleton.communities) {
      const profile = communityProfile(sampleton, one);
      const topics = toldOf(say, profile).flatMap((told) => told.topics);
      expect(topics).toHaveLength(profile.standings.length + profile.levels.length);
      for (const { b } of profile.standings)
        expect(topics.filter((topic) => topic.startsWith(`${b.indicator.title}: `))).toHaveLength(1);
    }
    const [told] = toldOf(say, communityProfile(sampleton, community("poor-pupils")));
    expect(told).toMatchInlineSnapshot(`
      {
        "heading": "Higher or lower, but no test of chance is possible",
        "topics": [
          "School scores: 33.0 points in 2023 (other pupils: 49.0)",
        ],
      }
    `);
  });

  it("says better or worse off of no topic where neither is better", () => {
    const neutral = {
      ...sampleton,
      indicators: sampleton.indicators.map((one) => ({ ...one, better: "neither" as const })),
    };
    const headings = neutral.communities.flatMap((one) =>
      toldOf(say, communityProfile(neutral, one)).map(({ heading }) => heading),
    );
    expect(headings.length).toBeGreaterThan(0);
    expect(headings.join()).not.toMatch(/better|worse/i);
  });

  it("says how many are counted, where a figure of one year counts them", () => {
    const told = sampleton.communities.flatMap((one) => countedAs(sampleton, say, one));
    expect(told.length).toBe(sampleton.communities.reduce((n, { groups }) => n + groups.length, 0));
    expect(told).toMatchInlineSnapshot(`
      [
        {
          "baseOf": null,
          "text": "Free school meals: Free school meals",
        },
        {
          "baseOf": null,
          "text": "Free school meals: Other pupils",
        },
      ]
    `);
  });

  it("gives the largest number of one year, and what it is the base of", () => {
    const area = { ...community("poor-pupils"), groups: [{ dimension: "districts", group: "d2" }] };
    const [told] = countedAs(sampleton, say, area);
    const counts = sampleton.indicators.flatMap(({ kind, dimensions }) =>
      kind === "proportion" || kind === "rate"
        ? dimensions
            .filter(({ dimension }) => dimension === "districts")
            .flatMap(({ periods }) => periods.at(-1)?.groups.find(({ id }) => id === "d2")?.denominator ?? [])
        : [],
    );
    expect(counts.length).toBeGreaterThan(0);
    expect(told?.baseOf).not.toBeNull();
    expect(told?.text).toContain(` The largest number counted is ${say.count(Math.max(...counts))} `);
  });

  it("counts people by the figures of the report's own place, and never more than live there", () => {
    const area = { ...community("poor-pupils"), groups: [{ dimension: "districts", group: "d2" }] };
    expect(countedAs(sampleton, say, area)[0]?.text).toContain("largest number counted");
    const elsewhere = { ...sampleton, indicators: sampleton.indicators.map((one) => ({ ...one, place: "Shire" })) };
    expect(countedAs(elsewhere, say, area)[0]?.text).not.toContain("largest number counted");
    const few = { ...sampleton, areas: sampleton.areas.map((one) => ({ ...one, population: 1 })) };
    expect(few.areas.length).toBeGreaterThan(0);
    expect(countedAs(few, say, area)[0]?.text).not.toContain("largest number counted");
  });

  it("names the place of figures of another place", () => {
    const elsewhere = { ...sampleton, indicators: sampleton.indicators.map((one) => ({ ...one, place: "Shire" })) };
    const [told] = toldOf(say, communityProfile(elsewhere, community("poor-pupils")));
    expect(told?.topics[0]).toMatch(/^School scores \(Shire\): /);
  });

  it("says of an indicator that is about them alone what it counts", () => {
    const alone = { ...community("poor-pupils"), groups: [], indicators: ["debt"] };
    const profile = communityProfile(sampleton, alone);
    expect(aboutThem(sampleton, profile).map(({ indicator }) => indicator.id)).toEqual(["debt"]);
    expect(profile.without.map(({ indicator }) => indicator.id)).not.toContain("debt");
    expect(knownSentence(say, profile, alone.phrase)).toContain("does not show how their lives compare");
  });

  it("tells the same people of two sources apart by the source", () => {
    const [first] = sampleton.communities.filter(({ groups }) => groups.length > 0) as [Community];
    const twice = { ...sampleton, communities: [first, { ...first, id: "again" }] };
    const of = sampleton.dimensions.find(({ id }) => id === first.groups[0]?.dimension)?.title;
    expect(communityName(twice, first)).toBe(`${first.title} (${of})`);
    expect(communityName(sampleton, first)).toBe(first.title);
  });
});

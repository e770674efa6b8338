import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { comparePlacesOf } from "../../src/run/build-places.ts";
import { temporaryFolder } from "../support/command.ts";
import { type SmallProject, writeProject } from "../support/small-project.ts";

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Areas of two places by their published third of the country: of the north most are among the most deprived, of the south few. */
const areas = [
  ...[1, 1, 1, 1, 1, 2, 2, 3].map((third, i) => ({ place: "North", code: `N${i}`, third, people: 1000 + 90 * i })),
  ...[1, 2, 2, 3, 3, 3, 3, 3].map((third, i) => ({ place: "South", code: `S${i}`, third, people: 1500 - 70 * i })),
].map((area, i) => ({ ...area, ill: Math.round(area.people * (0.31 - 0.07 * area.third) + (i % 3) * 4) }));

const groups = ["most", "middle", "least"].map((id) => ({ id, label: `${id} deprived`, phrase: `the ${id} deprived` }));
const who = { who: "people", ages: "all", sex: "all", at: { column: "year" } };
const code = { type: "text" };

const project = (ranking: "national" | "local"): SmallProject => ({
  project: {
    ...{ title: "Two places", year: 2024, publisher: "Somebody" },
    place: { name: "Both", people: "people", areas: "areas" },
    places: {
      about: "Two places of one country.",
      each: [
        { id: "north", name: "North", code: "N" },
        { id: "south", name: "South", code: "S" },
      ],
    },
    themes: [{ id: "t", title: "Health", missing: [], actions: [] }],
    characteristics: [],
    dimensions: [
      {
        ...{ id: "thirds", title: "Thirds", about: "Thirds of the country.", type: "quantiles", preposition: "in" },
        areas: { dataset: "areas", key: "code", places: "place" },
        ...{ ranking, cut: "published", quantile: "third", high_score: "least-disadvantaged", groups },
      },
    ],
    disclosure: { threshold: null, covers: "none" },
  },
  indicators: {
    illness: {
      ...{ title: "Illness", question: "Are people ill?", theme: "t", better: "lower", core: false },
      ...{
        dataset: "illness",
        places: "place",
        statistic: { kind: "proportion", numerator: "ill", denominator: "people" },
      },
      periods: { column: "year", unit: "calendar-year", baseline: "2023", why: "It is the first." },
      dimensions: [{ dimension: "thirds", column: "code" }],
      sentence: { people: "people", state: "are ill", measure: "the share of people who are ill" },
    },
  },
  datasets: {
    areas: {
      dataset: { columns: { code, place: code, third: { type: "integer" } } },
      header: ["code", "place", "third"],
      rows: areas.map(({ code, place, third }) => [code, place, third]),
    },
    illness: {
      dataset: {
        columns: {
          code,
          place: code,
          year: { type: "integer" },
          ill: { type: "integer" },
          people: { type: "integer", population: who },
        },
      },
      header: ["code", "place", "year", "ill", "people"],
      rows: areas.map(({ code, place, ill, people }) => [code, place, 2023, ill, people]),
    },
  },
});

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** The share of each third, and what the line through their logits comes to at one end of the country's ranking less the other. */
function byHand(place: string) {
  const thirds = [1, 2, 3].map((third) => {
    const own = areas.filter((area) => area.place === place && area.third === third);
    const people = sum(own.map((area) => area.people));
    const share = sum(own.map(({ ill }) => ill)) / people;
    return { x: (third - 0.5) / 3, people, share, logit: Math.log(share / (1 - share)) };
  });
  const weight = sum(thirds.map(({ people }) => people));
  const mean = (key: "x" | "logit"): number => sum(thirds.map((one) => one.people * one[key])) / weight;
  const [x, y] = [mean("x"), mean("logit")];
  const slope =
    sum(thirds.map((one) => one.people * (one.x - x) * (one.logit - y))) /
    sum(thirds.map((one) => one.people * (one.x - x) ** 2));
  const end = (at: number): number => 100 / (1 + Math.exp(-(y + slope * (at - x))));
  return { shares: thirds.map(({ share }) => 100 * share), gap: end(0) - end(1) };
}

describe("places by the same thirds of a country", () => {
  it("have the shares and the gaps that follow from their rows, each beside the other", {
    timeout: 60_000,
  }, async () => {
    const folder = writeProject(join(temporary, "national"), project("national"));
    const { compared, notCompared } = await comparePlacesOf({ project: folder }, () => {});
    expect(notCompared).toEqual([]);
    const [illness] = compared;
    const hand = [byHand("North"), byHand("South")];
    illness!.places.forEach(({ groups: own, gaps }, i) => {
      const { shares, gap } = hand[i]!;
      expect(own.map(({ estimate }) => estimate)).toMatchObject(
        shares.map((share) => ({ value: expect.closeTo(share, 9) })),
      );
      expect(gaps.absolute.gap).toMatchObject({ value: expect.closeTo(gap, 9) });
      expect(gaps.absolute.beside!.value).toBeCloseTo(gap - hand[1 - i]!.gap, 9);
    });
    expect(illness!.differences.absolute).toHaveLength(1);
    expect(illness!.differences.absolute[0]!.difference!.value).toBeCloseTo(hand[0]!.gap - hand[1]!.gap, 9);
    expect(Math.abs(hand[0]!.gap - hand[1]!.gap)).toBeGreaterThan(0.1);
  });

  it("are not set side by side where each is ranked within itself", { timeout: 60_000 }, async () => {
    const folder = writeProject(join(temporary, "local"), project("local"));
    const { compared, notCompared } = await comparePlacesOf({ project: folder }, () => {});
    expect(compared).toEqual([]);
    expect(notCompared).toMatchObject([{ indicator: "illness", dimension: "thirds", why: "own-ranking" }]);
  });
});

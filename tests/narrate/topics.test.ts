import { describe, expect, it } from "vitest";
import { tilesOf } from "../../src/narrate/tiles.ts";
import { endsOf } from "../../src/narrate/topic-ends.ts";
import { folded, speaking, type Topic, topicsOf } from "../../src/narrate/topics.ts";
import type { Publishable } from "../../src/results/results.ts";
import { sampleton } from "../support/fixture.ts";
import { moved, withResults } from "../support/moved.ts";

const ids = (topics: readonly Topic[]): string[] => topics.map(({ indicator: { id } }) => id);
const first = (more: Partial<Publishable["firstPage"]>, results = sampleton): Publishable => ({
  ...results,
  firstPage: { tiles: [], order: [], ...more },
});
const flat: Publishable = { ...sampleton, indicators: sampleton.indicators.map((one) => ({ ...one, core: false })) };

describe("topics", () => {
  it("stand core first, then what moved, then what cannot be told, then what is not compared", () =>
    expect(ids(topicsOf(sampleton))).toEqual(["scores", "debt", "accidents", "asthma"]));

  it("stand in the order that the project declares, the others after it by rule", () =>
    expect(ids(topicsOf(first({ order: ["asthma", "accidents"] })))).toEqual([
      "asthma",
      "accidents",
      "scores",
      "debt",
    ]));

  it("are those that speak if core and counted; all that count where none is core", () => {
    expect(ids(speaking(topicsOf(sampleton)))).toEqual(["scores"]);
    expect(ids(speaking(topicsOf(flat)))).toEqual(["debt", "accidents", "scores"]);
  });

  it("are folded where others are core, but for those that the project puts first", () => {
    const fold = folded(topicsOf(first({ order: ["debt"] })), ["debt"]);
    expect([ids(fold.shown), ids(fold.more)]).toEqual([
      ["debt", "scores"],
      ["accidents", "asthma"],
    ]);
    expect(ids(folded(topicsOf(flat), []).shown)).toHaveLength(4);
  });
});

describe("tiles", () => {
  it("are those that the project names, in its order", () =>
    expect(ids(tilesOf(first({ tiles: ["asthma", "debt"] })))).toEqual(["asthma", "debt"]));

  it("are by rule what moved in points and in ratio, then in one of them, then the widest apart", () => {
    const clear = withResults(flat, {
      accidents: moved(10, 20, { temperature: "heating" }),
      debt: moved(14, 12, { temperature: "easing", relative: "cannot-tell" }),
    });
    expect(ids(tilesOf(clear))).toEqual(["accidents", "debt", "scores"]);
    expect(ids(tilesOf(flat))).toEqual(["debt", "accidents", "scores"]);
    const [accidents, scores] = ["accidents", "scores"].map((id) => {
      const { b } = topicsOf(flat).find(({ indicator }) => indicator.id === id)!;
      const ends = endsOf(b!)!;
      const values = [ends.first.estimate.value, ends.second.estimate.value];
      return Math.max(...values) / Math.min(...values);
    });
    expect(accidents).toBeGreaterThan(scores!);
  });
});

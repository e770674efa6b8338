import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { answerIds, carriers, type TopicState } from "../../src/catalogue/vocabulary.ts";
import { answerOf } from "../../src/narrate/answer.ts";
import { theAnswer } from "../../src/narrate/answer-rows.ts";
import { howOld } from "../../src/narrate/how-old.ts";
import { titleAmongPlaces } from "../../src/narrate/of-place.ts";
import { topicsOf } from "../../src/narrate/topics.ts";
import { worstOff } from "../../src/narrate/worst-off.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import type { Change } from "../../src/results/results.ts";
import { sampleton } from "../support/fixture.ts";
import { moved, withResults } from "../support/moved.ts";

const states = (counts: Partial<Record<TopicState, number>>): TopicState[] =>
  (Object.entries(counts) as [TopicState, number][]).flatMap(([state, n]) => Array<TopicState>(n).fill(state));

const sentence = (counts: Partial<Record<TopicState, number>>): string => {
  const { answer, carrier, tally } = answerOf(states(counts));
  return sayIn(sampleton).answers.headline(answer, carrier, tally.told, tally.untold === 0);
};

describe("the answer", () => {
  it.each<[string, Partial<Record<TopicState, number>>, string]>([
    ["nothing at all", {}, "We cannot say yet: no gap has clearly grown or shrunk."],
    ["nothing comparable", { "not-compared": 5 }, "We cannot say yet: no gap has clearly grown or shrunk."],
    [
      "mostly unknown, some larger",
      { larger: 2, "cannot-tell": 3 },
      "Mostly we cannot say yet; where we can, gaps grew and none shrank.",
    ],
    [
      "mostly unknown, more larger than smaller",
      { larger: 4, smaller: 2, "cannot-tell": 12, "not-compared": 7 },
      "Mostly we cannot say yet; where we can, more gaps grew than shrank.",
    ],
    [
      "mostly unknown, one larger",
      { larger: 1, "cannot-tell": 3 },
      "Mostly we cannot say yet; the one gap that we can follow grew.",
    ],
    [
      "half of them unknown",
      { smaller: 3, "cannot-tell": 3 },
      "Mostly we cannot say yet; where we can, gaps shrank and none grew.",
    ],
    ["only larger", { larger: 3, same: 5 }, "No: gaps grew and none shrank."],
    ["only larger, some unknown", { larger: 3, "cannot-tell": 2 }, "No: where we can tell, gaps grew and none shrank."],
    ["all the same", { same: 4 }, "No: gaps hardly changed."],
    ["only smaller", { smaller: 3, same: 2 }, "Yes: gaps shrank and none grew."],
    ["few smaller", { smaller: 1, same: 3 }, "Partly: a few gaps shrank, none grew, and most hardly changed."],
    ["as many each way", { smaller: 2, larger: 2 }, "Partly: as many gaps grew as shrank."],
    ["more smaller", { smaller: 3, larger: 1, disagree: 1 }, "Partly: more gaps shrank than grew."],
    ["larger and disagreeing", { larger: 2, disagree: 1 }, "Partly: more gaps grew than shrank."],
    ["points and ratio disagree", { disagree: 2 }, "Partly: gaps shrank by one way of counting and grew by the other."],
    ["one topic, smaller", { smaller: 1 }, "Yes: the one gap that we can follow shrank."],
  ])("of %s", (_, counts, said) => expect(sentence(counts)).toBe(said));

  it("is yes only where no gap grew, no only where none shrank, and given only where most can be told", () => {
    const few = [0, 1, 2, 3];
    const seen = new Set<string>();
    for (const larger of few)
      for (const smaller of few)
        for (const disagree of few)
          for (const same of few)
            for (const unknown of few) {
              const { answer, carrier, tally } = answerOf(
                states({ larger, smaller, disagree, same, "cannot-tell": unknown }),
              );
              seen.add(answer).add(carrier);
              if (answer === "yes") expect(larger + disagree).toBe(0);
              if (answer === "yes") expect(2 * smaller).toBeGreaterThan(tally.told);
              if (answer === "no") expect(smaller + disagree).toBe(0);
              expect(answer === "cannot-say").toBe(tally.told <= unknown);
              expect(tally.told + tally.untold).toBe(tally.all);
            }
    for (const one of [...answerIds, ...carriers]) expect(seen).toContain(one);
  });

  it("has each rule in the method", () => {
    const method = readFileSync(join(import.meta.dirname, "../../docs/method.md"), "utf8");
    const part = /^6\.8\..*?(?=^6\.9\.|^## )/ms.exec(method)?.[0] ?? "";
    for (const word of ["We cannot say", "Yes", "No", "Partly"]) expect(part).toContain(`| ${word}`);
  });
});

describe("what carries the answer", () => {
  it("counts core topics where there are any", () => {
    const { counted, rows } = theAnswer(sampleton);
    expect(counted).toBe("A gap is how far apart groups of people are. We count 1 core topic.");
    expect(rows.map(({ state, count }) => [state, count])).toEqual([["untold", "1"]]);
    expect(rows[0]?.more).toEqual([
      "For 1, the source gives no margin of error.",
      "How wide the gap is now is measured.",
    ]);
  });

  const flat = {
    ...sampleton,
    indicators: sampleton.indicators.map((one) => ({ ...one, core: false })),
  } as typeof sampleton;

  it("counts all that count where none is core: none that is part of another", () => {
    const { counted, rows, sentence: said } = theAnswer(flat);
    expect(counted).toBe(
      "A gap is how far apart groups of people are. We count 3 topics, each once. 1 change can be told, from 1 dataset. Of changes like these about 10% may be chance.",
    );
    expect(rows.map(({ state, count, label }) => `${state}: ${count} ${label}`)).toEqual([
      "smaller: 1 gap shrank",
      "untold: 2 we cannot tell",
    ]);
    expect(said).toBe("Mostly we cannot say yet; the one gap that we can follow shrank.");
    expect(rows[0]?.more).toEqual([
      "1 of these shrank in the difference between groups only, not clearly in the ratio.",
    ]);
    expect(rows[1]?.more).toEqual([
      "For 1, a change cannot be told from chance.",
      "For 1, the source gives no margin of error.",
      "How wide the gap is now is measured for all of them.",
    ]);
  });

  it("names what moved most clearly with figures of both groups, then and now, and the others by name", () => {
    const grown = withResults(flat, {
      debt: moved(5, 12, { temperature: "heating", id: "widening" }),
      accidents: moved(10, 20, { temperature: "warming", id: "larger-in-points-only", relative: "cannot-tell" }),
    });
    const [row] = theAnswer(grown).rows;
    expect(row?.lead?.topic.indicator.id).toBe("debt");
    expect(row?.lead?.sentence).toBe(
      "26.6 in 100 residents in the most deprived fifth of areas and 19.4 in the least deprived fifth (2022); 25.6 and 14.4 in 2019.",
    );
    expect(row?.also.map(({ indicator }) => indicator.title)).toEqual(["Road accidents"]);
    expect(row?.more).toEqual(["1 of these grew in the difference between groups only, not clearly in the ratio."]);
  });
});

describe("the other of the two gaps", () => {
  const one = (verdict: Parameters<typeof moved>[2], from: number, to: number): string[] | undefined => {
    const flat = { ...sampleton, indicators: sampleton.indicators.map((each) => ({ ...each, core: false })) };
    const grown = withResults(flat as typeof sampleton, {
      debt: (result) => {
        const made = moved(5, 12, verdict)(result);
        const change = made.change as Change;
        if (isMissing(change.relative)) throw new Error("the fixture has a ratio here");
        return {
          ...made,
          change: { ...change, relative: { ...change.relative, from, to, clear: true, direction: "depends" } },
        };
      },
    });
    return theAnswer(grown).rows.find(({ state }) => state === "larger")?.more;
  };
  const grew = "1 of these grew in the difference between groups only, not clearly in the ratio.";

  it("is told where it went the other way by one way of counting", () => {
    expect(one({ temperature: "warming", id: "larger-in-points-only", relative: "depends" }, 4.3, 3.4)).toEqual([
      grew,
      "The ratio of “Problem debt” shrank, by one way of counting.",
    ]);
    expect(one({ temperature: "warming", id: "larger-in-points-only", relative: "depends" }, 0.5, 0.3)?.[1]).toBe(
      "The ratio of “Problem debt” grew, by one way of counting.",
    );
  });

  it("is told where it hardly changed, and not where nobody can tell", () => {
    expect(one({ temperature: "warming", id: "larger-in-points-only", relative: "little-changed" }, 2, 2)?.[1]).toBe(
      "The ratio of “Problem debt” hardly changed.",
    );
    expect(one({ temperature: "warming", id: "larger-in-points-only", relative: "cannot-tell" }, 4, 3)).toEqual([grew]);
  });
});

describe("how old the newest figures are", () => {
  it("is told from the oldest to the latest, with how many have none of the last years", () => {
    const topics = topicsOf(sampleton);
    const ends = topics.flatMap(({ b }) => (b === null ? [] : [b.latest.period.end.slice(0, 4)])).sort();
    expect(new Set(ends).size).toBeGreaterThan(1);
    expect(howOld(sampleton, topics)).toBe(
      `We use the newest figures we have: the oldest are from ${ends[0]}, the latest from ${ends.at(-1)}.`,
    );
    const later = { ...sampleton, year: Number(ends[0]) + 4 };
    const old = ends.filter((end) => end === ends[0]).length;
    expect(howOld(later, topics)).toMatch(new RegExp(`${old} topics? ha(?:s|ve) none newer than ${ends[0]}\\.$`));
    expect(howOld({ ...sampleton, year: 2050 }, topics)).toMatch(/No topic has figures newer than \d{4}\.$/);
    expect(howOld(sampleton, [])).toBeNull();
  });
});

describe("a topic that compares places", () => {
  it("names them where one of them is the report's own", () => {
    const [b] = topicsOf(sampleton).flatMap((topic) => topic.b ?? []);
    const dimension = {
      ...b!.dimension,
      title: "Towns",
      groups: b!.dimension.groups.map((group, i) => (i === 0 ? { ...group, label: b!.results.place.name } : group)),
    };
    expect(titleAmongPlaces(b!)).toBe(b!.indicator.title);
    expect(titleAmongPlaces({ ...b!, dimension })).toBe(`${b!.indicator.title} (Towns)`);
  });
});

describe("who is worst off most often", () => {
  const copies = (n: number) => ({
    ...sampleton,
    indicators: Array.from({ length: n }, (_, i) => ({
      ...sampleton.indicators.find(({ id }) => id === "debt")!,
      id: `debt-${i}`,
      partOf: null,
    })),
  });

  it("names a group that is worst off on two topics or more, with how many", () => {
    expect(worstOff(copies(1) as typeof sampleton)).toBeNull();
    expect(worstOff(copies(3) as typeof sampleton)).toMatch(
      /^Worse off most often, of the two groups compared: .+ \(3 topics\)\.$/,
    );
  });
});

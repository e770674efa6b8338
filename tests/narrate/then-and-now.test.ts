import { describe, expect, it } from "vitest";
import { answerOfBreakdown, levelWords } from "../../src/narrate/answer-of-breakdown.ts";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";
import { thenAndNow, thenAndNowDescription, thenAndNowKey, thenAndNowTitle } from "../../src/narrate/then-and-now.ts";
import { spanOf } from "../../src/narrate/topic-ends.ts";
import { sampleton } from "../support/fixture.ts";

const all = sampleton.indicators.flatMap((indicator) => breakdownsOf(sampleton, indicator));
const of = (name: string) => all.find((b) => b.name === name)!;
const shownOf = (name: string) => thenAndNow(of(name))!;

describe("every group then and now", () => {
  it("counts the groups that are higher and lower, by what is printed", () => {
    for (const b of all) {
      const shown = thenAndNow(b);
      const title = shown && thenAndNowTitle(b, shown);
      if (!shown?.before || title === null) continue;
      const printed = shown.groups.flatMap(({ before, now }) =>
        before === null || now === null
          ? []
          : [Math.sign(Number(now.value.toFixed(shown.places)) - Number(before.value.toFixed(shown.places)))],
      );
      const [higher, lower] = [1, -1].map((way) => printed.filter((one) => one === way).length);
      const words =
        higher === printed.length
          ? /(All \d+|Both) \w+ are higher/
          : lower === printed.length
            ? /(All \d+|Both) \w+ are lower/
            : new RegExp(
                `^${higher} of ${printed.length} \\w+ (is|are) higher and ${lower} lower|^One group is higher and the other lower|^No group's figure moved`,
              );
      expect(title).toMatch(words);
      expect(title).toContain(shown.before.period.label);
    }
  });

  it("keeps a ladder in its order and sorts other groups by their newest figure, those without one last", () => {
    expect(shownOf("debt--fifths").groups.map(({ group }) => group.id)).toEqual(
      of("debt--fifths").latest.groups.map(({ id }) => id),
    );
    const values = shownOf("accidents--districts").groups.map(({ now }) => now?.value ?? Number.NEGATIVE_INFINITY);
    expect(values).toEqual([...values].sort((a, c) => c - a));
  });

  it("says every figure that it draws, once for each time", () => {
    const b = of("debt--fifths");
    const shown = shownOf(b.name);
    const told = thenAndNowDescription(b, shown);
    for (const { label } of shown.groups) expect(told.split(`${label}:`)).toHaveLength(2);
    expect(thenAndNowKey(b, shown)).toContain(`Hollow circles are ${shown.before!.period.label}`);
  });

  it("is drawn with intervals where there is one time alone", () => {
    const single = all.find((b) => thenAndNow(b)?.before === null)!;
    expect(thenAndNowKey(single, thenAndNow(single)!)).toMatch(/^Circles are figures/);
    expect(thenAndNowTitle(single, thenAndNow(single)!)).toBeNull();
  });
});

describe("the answer of a breakdown", () => {
  it("begins with its time, and names no measure, test or share", () => {
    for (const b of all) {
      const { headline, more } = answerOfBreakdown(b);
      expect(headline).toMatch(/^(In|From) |^The published gap was /);
      expect([headline, ...more].join(" ")).not.toMatch(/index|interval|\bp\b|the share|the rate/i);
    }
  });

  it("says the level at both times with their years, and no direction that was not tested", () => {
    const told = all.map((b) => ({ b, text: levelWords(b) })).filter(({ text }) => text !== null);
    expect(told.length).toBeGreaterThan(1);
    for (const { b, text } of told) {
      const span = spanOf(b)!;
      expect(text).toContain(span.since);
      expect(text).toContain(span.until);
      const { overall } = b.result.verdict;
      expect(/clearly/.test(text!)).toBe(overall === "improving" || overall === "worsening");
      expect(/not tested/.test(text!)).toBe(overall === "not-compared");
    }
  });

  it("says nothing of the level of an index, nor where no two times are compared", () => {
    const [b] = all.filter((one) => levelWords(one) !== null);
    expect(levelWords({ ...b!, indicator: { ...b!.indicator, index: true } })).toBeNull();
    const verdict = { ...b!.result.verdict, basis: "none" as const };
    expect(levelWords({ ...b!, result: { ...b!.result, verdict } })).toBeNull();
  });
});

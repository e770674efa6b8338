import { describe, expect, it } from "vitest";
import { firstVerdict } from "../../src/judge/first-verdict.ts";
import type { Change, ChangeResult, GapChange, LevelChange, Period } from "../../src/model.ts";
import { type NotComputable, notComputable } from "../../src/reasons-and-notes.ts";

const year = (y: number): Period => ({ label: `${y}`, start: `${y}-01-01`, end: `${y}-12-31` });
const result: ChangeResult = {
  from: 1,
  to: 2,
  change: { value: 1, lower: null, upper: null },
  scale: "difference",
  standardError: 1,
  degreesOfFreedom: null,
  statistic: 1,
  p: 0.5,
  adjustedP: null,
  possible: false,
  clear: false,
  moved: "up",
  minimumDetectable: 1,
  untested: null,
};
const noIntervals = notComputable("no-intervals", { of: "change" });
const gap = (direction: GapChange["direction"]): GapChange => ({
  ...result,
  clear: direction === "narrower" || direction === "wider",
  direction,
  depends: null,
  baselineExtreme: null,
  turned: null,
  ...(direction === "not-compared" ? { p: null, untested: noIntervals } : {}),
});
const level = (direction: LevelChange["direction"]): LevelChange => ({
  ...result,
  clear: direction === "improving" || direction === "worsening",
  direction,
});
const gone: NotComputable = notComputable("end-not-positive", { nearly: false });

const changes = (absolute: Change["absolute"], relative: Change["relative"], more: Partial<Change> = {}): Change => ({
  baseline: year(2018),
  current: year(2022),
  basis: "since-baseline",
  shared: 0,
  scatter: null,
  absolute,
  relative,
  overall: level("cannot-tell"),
  disadvantagedEnd: null,
  advantagedEnd: null,
  ...more,
});

describe("firstVerdict", () => {
  it.each([
    ["closing", gap("narrower"), gap("narrower")],
    ["smaller-in-points-only", gap("narrower"), gap("cannot-tell")],
    ["smaller-in-points-only", gap("narrower"), gone],
    ["larger-in-ratio-only", gap("cannot-tell"), gap("wider")],
    ["points-and-ratio-disagree", gap("wider"), gap("narrower")],
    ["cannot-tell", gap("cannot-tell"), gap("cannot-tell")],
    ["cannot-tell", gap("cannot-tell"), gone],
  ] as const)("is %s (%#), since the baseline, whatever the level does", (id, absolute, relative) => {
    for (const overall of ["improving", "worsening", "cannot-tell"] as const)
      expect(firstVerdict(changes(absolute, relative, { overall: level(overall) }))).toMatchObject({
        id,
        overall,
        basis: "since-baseline",
        because: null,
      });
  });

  it("does not compare a level that is missing", () => {
    expect(firstVerdict(changes(gap("narrower"), gap("narrower"), { overall: gone })).overall).toBe("not-compared");
  });

  it("gives the reason where nothing can be compared or tested", () => {
    const none = notComputable("one-period", { baseline: null });
    const nothing = { id: "not-compared", temperature: "no-reading", basis: "none" };
    expect(firstVerdict(none)).toMatchObject({ ...nothing, overall: "not-compared", because: none });
    const untested = changes(gap("not-compared"), gap("not-compared"));
    expect(firstVerdict(untested)).toMatchObject({ ...nothing, overall: "cannot-tell", because: noIntervals });
    expect(firstVerdict(changes(gone, gone)).because).toEqual(gone);
    for (const verdict of [firstVerdict(none), firstVerdict(changes(gone, gone))])
      expect(verdict).toMatchObject({ absolute: "not-compared", relative: "not-compared", levellingDown: false });
  });

  it.each([
    ["the better-off side worsens and the worse-off side does not improve", "worsening", "cannot-tell", true],
    ["both sides worsen", "worsening", "worsening", true],
    ["the worse-off side improves too", "worsening", "improving", false],
    ["the better-off side holds", "cannot-tell", "improving", false],
    ["neither side clearly moves", "cannot-tell", "cannot-tell", false],
  ] as const)("calls it levelling down only when %s", (_, advantaged, disadvantaged, expected) => {
    const ends = { advantagedEnd: level(advantaged), disadvantagedEnd: level(disadvantaged) };
    expect(firstVerdict(changes(gap("narrower"), gap("cannot-tell"), ends)).levellingDown).toBe(expected);
    expect(firstVerdict(changes(gap("wider"), gap("cannot-tell"), ends)).levellingDown).toBe(false);
  });
});

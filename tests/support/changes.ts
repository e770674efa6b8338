import type { Changes } from "../../src/results/changes.ts";

const at = { indicator: "accidents", dimension: "districts" };
const cell = { ...at, period: "2022", what: "group" as const, group: "d2", label: "2-2" };
const limits = (value: number) => ({ value, lower: value - 2, upper: value + 2 });

/** Differences from an earlier build of the made-up place: at least one of each kind. */
export const differences: Changes = {
  format: "tempcheck.changes.v1",
  previous: { build: "b0d", title: "Sampleton Temperature Check", year: 2023, method: "1" },
  current: { build: "b1d", title: "Sampleton Temperature Check", year: 2024, method: "1" },
  verdicts: [
    {
      ...{ ...at, before: "0-0", after: "1-1", because: ["new-period", "new-baseline", "revised-data", "definition"] },
      overall: { before: "worsening", after: "improving" },
      levellingDown: { before: true, after: false },
    },
    {
      ...{ indicator: "debt", dimension: "fifths", before: null, after: "1-1" },
      ...{ because: ["method", "program", "unknown"], levellingDown: null },
      overall: { before: null, after: "cannot-tell" },
    },
  ],
  revised: [
    { ...cell, unit: "%", before: limits(40), after: limits(50) },
    { ...cell, period: "2021", unit: "%", before: limits(40), after: { ...limits(40), lower: 30 } },
    { ...cell, what: "absolute", group: null, label: null, unit: "%", before: limits(4), after: limits(3) },
    { ...cell, what: "relative", group: null, label: null, unit: "%", before: limits(4), after: limits(3) },
    { ...cell, what: "overall", group: null, label: null, unit: "%", before: limits(4), after: limits(4.0001) },
  ],
  notRepeated: [{ indicator: "debt", period: "2023" }],
  appeared: [cell],
  disappeared: [{ ...cell, period: "2021" }],
  indicators: { added: [{ id: "debt", title: "0-0" }], dropped: [{ id: "noise", title: "1-1" }] },
  breakdowns: { added: [at], dropped: [at] },
  periods: { added: [{ ...at, period: "2022" }], dropped: [{ ...at, period: "2019" }] },
  groups: { added: [{ ...at, group: "d2", label: "0-0" }], dropped: [{ ...at, group: "d9", label: "9-9" }] },
  inputs: [{ name: "0-0", before: null, after: "0123456789" }],
  versions: [{ name: "0-0", before: "1", after: "2" }],
  stated: [
    { indicator: "accidents", dimension: null, what: "better", before: "lower", after: "neither" },
    { ...at, what: "absolute-target", before: null, after: "1" },
  ],
  settings: [
    { name: "method", before: "1", after: "2" },
    { name: "confidence", before: "0", after: "0.1" },
    { name: "materiality", before: "0", after: "0.1" },
    { name: "reliable_denominator", before: "0", after: "10" },
  ],
  definitions: { added: ["sii.ridit-wls.v1"], dropped: ["rii.ridit-wls.v1"] },
};

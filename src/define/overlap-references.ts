import type { Fault } from "../error.ts";
import { type OverlapFault, overlapFaults } from "../value/overlap.ts";
import type { Defined } from "./definitions.ts";
import type { ReturnModel } from "./return-model.ts";

/** No value is counted twice or left out: every two outcomes are judged, once. */
export const doubleFaults = ({ value, yaml }: Defined<ReturnModel>): Fault[] =>
  overlapFaults(value.outcomes, value.overlaps).map((fault) => ({
    where: yaml.where(
      fault.what === "unjudged"
        ? ["overlaps"]
        : fault.what === "dropped"
          ? ["outcomes", value.outcomes.findIndex(({ id }) => id === fault.id), "counted"]
          : ["overlaps", fault.at],
    ),
    ...overlapWords(fault),
  }));

function overlapWords(fault: OverlapFault): Omit<Fault, "where"> {
  const named = "pair" in fault ? fault.pair.join(" and ") : fault.id;
  switch (fault.what) {
    case "unjudged":
      return {
        must: "a word on every two outcomes: apart, or the-same",
        found: `none on ${named}`,
        fix: "add them to overlaps, with why",
      };
    case "judged-twice":
      return {
        must: "one word on every two outcomes",
        found: `a second one on ${named}`,
        fix: "take them out of one of the two",
      };
    case "counted-twice":
      return {
        must: "of outcomes that hold the same value, one that is counted",
        found: `${named}, both counted`,
        fix: "give one of them counted: false",
      };
    case "contradicted":
      return {
        must: `the-same of ${named}, because each holds the same value as ${fault.through}`,
        found: "apart",
        fix: `mend one of the three words; if ${fault.through} is made of the other two, take it out and count them`,
      };
    case "listed-twice":
      return { must: "each outcome once", found: `${named} twice`, fix: "take one of them out" };
    case "dropped":
      return {
        must: "counted: false only where an outcome that is counted holds the same value",
        found: `${named}, which would be in no sum`,
        fix: "count it, or say in overlaps which counted outcome holds the-same value",
      };
    default:
      return fault satisfies never;
  }
}

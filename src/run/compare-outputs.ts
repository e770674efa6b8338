import type { Say } from "../catalogue/say.ts";
import { figuresOf } from "../compare/build-figures.ts";
import { compare } from "../compare/compare.ts";
import { differencing, type Table } from "../compare/held.ts";
import type { ComparedBuild } from "../compare/previous.ts";
import { whyFigure } from "../compare/why.ts";
import { titleOf } from "../narrate/revised.ts";
import { type Explained, type Told, twoOutputs } from "../narrate/two-outputs.ts";
import { readPrevious } from "./read-previous.ts";

/** Two outputs on the disk, and what differs between them. */
export interface TwoOutputs {
  explained: Explained;
  /** Periods of which other figures are held back than before, so that both together may give some away. */
  risks: Table[];
}

const FIX = "name the folders of two outputs, the earlier one first, such as outputs/2025 outputs/2026";

export function compareOutputs(older: string, newer: string): TwoOutputs {
  const [previous, current]: [ComparedBuild, ComparedBuild] = [readPrevious(older, FIX), readPrevious(newer, FIX)];
  const changes = compare(previous, current);
  return {
    explained: {
      results: current.results,
      changes,
      revised: changes.revised.map((figure) => ({ figure, because: whyFigure(previous, current, changes, figure) })),
    },
    risks: differencing(figuresOf(previous.results), figuresOf(current.results)),
  };
}

export const comparedLines = ({ explained }: TwoOutputs, say: Say): Told[] => twoOutputs(say, explained);

/** Every difference as an object, in the shape that changes.json has it, with the reasons of figures. */
export function comparedEvents({ explained: { changes, revised } }: TwoOutputs): object[] {
  const { previous, current, verdicts, revised: _, format: __, ...rest } = changes;
  return [
    { what: "outputs", previous, current },
    ...verdicts.map((one) => ({ what: "verdict", ...one })),
    ...revised.map(({ figure: { what, ...figure }, because }) => ({
      what: "figure",
      figure: what,
      ...figure,
      because,
    })),
    { what: "rest", ...rest },
  ];
}

/** What both outputs together may give away, for whoever publishes. */
export const risksTold = ({ explained: { results, changes }, risks }: TwoOutputs, { comparing }: Say) =>
  risks.map(({ indicator, period }) => ({
    indicator,
    period,
    text: comparing.risk(titleOf(results, changes, indicator), period),
  }));

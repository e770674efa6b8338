import { type Say, sayIn } from "../catalogue/say.ts";
import type { Move } from "../narrate/moves.ts";
import { nameOf } from "../narrate/overview.ts";
import { type Corner, quadrantDescription, quadrantSubtitle, quadrantTitle } from "../narrate/quadrant.ts";
import type { Publishable } from "../results/results.ts";
import { type Chart, chartName } from "./chart.ts";
import type { Table } from "./chart-table.ts";
import { quadrantSpec } from "./quadrant-layers.ts";

/** Overall change against gap change: up the gap is narrower, right the level is better. One scale for both. */

/** Moves in the order of their numbers: the gap that narrowed most first. */
export const numbered = (moves: readonly Move[]): Move[] => [...moves].sort((a, c) => c.gap.value - a.gap.value);

/** The corner that a comparison clearly lies in: its gap in points and its level both clearly moved. */
function cornerOf({ b: { result } }: Move): Corner | null {
  const { absolute, overall } = result.verdict;
  if (absolute !== "narrower" && absolute !== "wider") return null;
  if (overall !== "improving" && overall !== "worsening") return null;
  return `${overall === "improving" ? "better" : "worse"}-${absolute}`;
}

/** The chart; null with nothing to set on it. */
export function quadrantChart(results: Publishable, all: readonly Move[]): Chart | null {
  const moves = numbered(all);
  if (moves.length === 0) return null;
  const say = sayIn(results);
  const corners = countCorners(moves);
  return {
    ...chartName("gaps-and-levels", null),
    title: quadrantTitle(say, moves),
    subtitle: quadrantSubtitle(results),
    description: quadrantDescription(say, moves, corners),
    key: say.quadrant.key(say.percent(results.method.confidence)),
    spec: quadrantSpec(say, moves, corners),
    table: table(say, moves),
  };
}

/** Shares of where a gap and its level started: 0.2 means that a gap lost a fifth. */
function table({ quadrant: { caption, head } }: Say, moves: readonly Move[]): Table {
  return {
    caption,
    columns: [
      {
        is: "label",
        id: "comparison",
        title: head.comparison,
        numbered: true,
        values: moves.map(({ b }) => nameOf(b)),
      },
      { is: "label", id: "since", title: head.since, values: moves.map(({ since }) => since) },
      { is: "label", id: "until", title: null, values: moves.map(({ until }) => until) },
      { is: "share", id: "gap_narrower_by", title: head.gap, told: "gap", values: moves.map(({ gap }) => gap) },
      { is: "share", id: "level_better_by", title: head.level, told: "level", values: moves.map(({ level }) => level) },
    ],
  };
}

const countCorners = (moves: readonly Move[]): Record<Corner, number> => {
  const n = (corner: Corner) => moves.filter((move) => cornerOf(move) === corner).length;
  return {
    "better-narrower": n("better-narrower"),
    "worse-narrower": n("worse-narrower"),
    "better-wider": n("better-wider"),
    "worse-wider": n("worse-wider"),
  };
};

import type { Gap } from "../model.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import type { AlternativeGap } from "../results/results.ts";
import { type Breakdown, groupLabel } from "./breakdown.ts";
import { because, gapFigure, gapUnit } from "./state.ts";

/** What the latest gap is by another population, and what other rankings of the areas do. */

const ofKind = ({ result }: Breakdown, another: AlternativeGap["another"]): AlternativeGap[] =>
  result.alternatives.filter((one) => one.another === another);

/** The gap by each other denominator, and why it is not the one that is used. */
export function denominatorSentences(b: Breakdown): string[] {
  const { sensitivity } = b.say;
  const figure = (gap: Gap): string => b.say.figure(gap.oriented, gapUnit(gap));
  return ofKind(b, "denominator").map(({ name, gaps, why, accepted }) => {
    const told = gaps.map(({ period, absolute }) => {
      if (isMissing(absolute)) return sensitivity.unknown(period, because(b, absolute));
      const own = b.result.periods.find((one) => one.period.label === period)!.absolute;
      return sensitivity.gap(period, figure(absolute), isMissing(own) ? null : figure(own));
    });
    return [sensitivity.divided(name), ...told, why, accepted].filter((text) => text !== null).join(" ");
  });
}

/** Areas that another ranking puts into another group, with their group by each ranking; this report's own first. */
export function movedRows(b: Breakdown): { heading: string; cells: string[] }[] {
  const { rankings, groups } = b.dimension;
  const moved = groups.flatMap(({ id, members }) =>
    members
      .filter((name) => rankings.some((one) => one.moved.some(({ area }) => area === name)))
      .map((area) => ({ area, own: id })),
  );
  return moved.map(({ area, own }) => ({
    heading: area,
    cells: [own, ...rankings.map((one) => one.moved.find((move) => move.area === area)?.to ?? own)].map((id) =>
      groupLabel(b, id),
    ),
  }));
}

/** How many areas each other ranking puts into another group. */
export const rankingSentences = (b: Breakdown): string[] =>
  b.dimension.rankings.map(({ name, moved, areas }) =>
    b.say.sensitivity.moved(name, b.say.counted(moved.length), b.say.count(areas)),
  );

/** The gap by each ranking, this report's own first; none where there is no other. */
export function rankingRows(b: Breakdown): { heading: string; cells: string[] }[] {
  const others = ofKind(b, "ranking");
  const cell = (gap: Gap | NotComputable): string => (isMissing(gap) ? because(b, gap) : gapFigure(b, gap));
  const row = (
    heading: string,
    { absolute, relative }: Pick<AlternativeGap["gaps"][number], "absolute" | "relative">,
  ) => ({
    heading,
    cells: [cell(absolute), cell(relative)],
  });
  return others.length === 0
    ? []
    : [
        row(b.say.sensitivity.own, b.latest),
        ...others.flatMap(({ name, gaps }) => gaps.slice(-1).map((latest) => row(b.say.capital(name), latest))),
      ];
}

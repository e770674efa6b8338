import type { Defined, Definitions } from "./definitions.ts";
import { isRanked, rankingsOf } from "./dimension-types.ts";
import type { Indicator } from "./indicator.ts";
import { alternativesOf } from "./kinds.ts";
import type { Dimension } from "./project.ts";

/** One breakdown of an indicator with another denominator, or by another ranking of its areas. */
export interface Variant {
  /** What is another. */
  another: "denominator" | "ranking";
  /** The column, or the id of the ranking. */
  id: string;
  name: string;
  why: string | null;
  accepted: string | null;
  /** Breakdown that it is of. */
  of: { indicator: string; dimension: string };
  /** The same as an indicator of its own, with one breakdown. */
  indicator: Defined<Indicator>;
}

/** No id holds this sign, so that a variant's own is never another's. */
const SIGN = "~";

/** Whether an indicator is one of these, and has keys that its file does not have. */
export const isVariant = ({ id }: Pick<Indicator, "id">): boolean => id.includes(SIGN);

/** Every other denominator and ranking that a project names, and the project with these in place of its own indicators. */
export function variantsOf(definitions: Definitions): { variants: Variant[]; definitions: Definitions } {
  const { project, indicators } = definitions;
  const reranked = project.value.dimensions.flatMap(rerankedOf);
  const variants = indicators.flatMap((indicator) => [
    ...withDenominators(indicator),
    ...withRankings(indicator, reranked),
  ]);
  const dimensions = [...project.value.dimensions, ...reranked.map(({ dimension }) => dimension)];
  return {
    variants,
    definitions: {
      ...definitions,
      project: { ...project, value: { ...project.value, dimensions } },
      indicators: variants.map(({ indicator }) => indicator),
    },
  };
}

interface Reranked {
  of: string;
  id: string;
  name: string;
  dimension: Dimension;
}

/** Id that a dimension has where its areas are ranked another way. */
export const rerankedId = (dimension: string, ranking: string): string => `${dimension}${SIGN}${ranking}`;

const rerankedOf = (dimension: Dimension): Reranked[] =>
  isRanked(dimension)
    ? rankingsOf(dimension).map(({ id, name, score, high_score }) => ({
        of: dimension.id,
        id,
        name,
        dimension: { ...dimension, id: rerankedId(dimension.id, id), score, high_score, alternatives: [] },
      }))
    : [];

function withDenominators({ value, yaml }: Defined<Indicator>): Variant[] {
  const { statistic } = value;
  return alternativesOf(statistic).flatMap(({ denominator, name, why, accepted = null }) =>
    value.dimensions.map(
      (breakdown): Variant => ({
        ...{ another: "denominator", id: denominator, name, why, accepted },
        of: { indicator: value.id, dimension: breakdown.dimension },
        indicator: {
          yaml,
          value: {
            ...value,
            id: [value.id, denominator, breakdown.dimension].join(SIGN),
            statistic: { ...statistic, denominator, accepted: why } as Indicator["statistic"],
            dimensions: [breakdown],
          },
        },
      }),
    ),
  );
}

const withRankings = ({ value, yaml }: Defined<Indicator>, reranked: readonly Reranked[]): Variant[] =>
  value.dimensions.flatMap((breakdown) =>
    reranked
      .filter(({ of }) => of === breakdown.dimension)
      .map(
        ({ id, name, dimension }): Variant => ({
          ...{ another: "ranking", id, name, why: null, accepted: null },
          of: { indicator: value.id, dimension: breakdown.dimension },
          indicator: {
            yaml,
            value: {
              ...value,
              id: [value.id, dimension.id].join(SIGN),
              dimensions: [{ ...breakdown, dimension: dimension.id }],
            },
          },
        }),
      ),
  );

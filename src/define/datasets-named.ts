import type { Indicator } from "./indicator.ts";

/** Ids of the datasets that an indicator itself names: that of its figures first, of its standard population, of published gaps. */
export const datasetsNamed = ({
  dataset,
  statistic,
  published_gaps,
}: Indicator): [own: string, ...beside: string[]] => [
  dataset,
  ...("standard" in statistic && statistic.standard !== "esp-2013" ? [statistic.standard.dataset] : []),
  ...published_gaps.map((gap) => gap.dataset),
];

import type { Fault } from "../error.ts";
import type { Defined } from "./definitions.ts";
import { orderOf } from "./dimension-types.ts";
import type { Indicator } from "./indicator.ts";
import type { Dimension } from "./project.ts";

/** Faults of figures that are to stand beside a breakdown and that its figures cannot give. */
export const besideFaults = (
  indicator: Defined<Indicator>,
  dimensionOf: (id: string) => Dimension | undefined,
  isCovered: boolean,
): Fault[] => [...ofBreakdowns(indicator, dimensionOf, isCovered), ...ofCauses(indicator)];

function ofCauses({ value: { statistic, dimensions }, yaml }: Defined<Indicator>): Fault[] {
  if (statistic.kind !== "life-expectancy" || statistic.causes.length === 0) return [];
  const where = yaml.where(["statistic", "causes"]);
  return [
    ...(dimensions.some(({ decompose }) => decompose)
      ? []
      : [
          {
            ...{
              where,
              must: "causes beside a breakdown whose gap is shared out to them",
              found: "no decompose: true",
            },
            fix: "add decompose: true to a breakdown, or take the key out",
          },
        ]),
  ];
}

const ofBreakdowns = (
  { value, yaml }: Defined<Indicator>,
  dimensionOf: (id: string) => Dimension | undefined,
  isCovered: boolean,
): Fault[] =>
  value.dimensions.flatMap((breakdown, i) => {
    const dimension = dimensionOf(breakdown.dimension);
    if (dimension === undefined) return [];
    const fault = (key: string, must: string, found: string): Fault => ({
      where: yaml.where(["dimensions", i, key]),
      ...{ must, found, fix: "take the key out" },
    });
    const { statistic, sentence } = value;
    const order = orderOf(dimension);
    const ofKind = `a statistic of the kind ${statistic.kind}`;
    return [
      ...(breakdown.funnel && (order !== "unordered" || breakdown.with_everyone)
        ? [
            fault(
              "funnel",
              "a breakdown by areas or by groups without an order that are parts of one whole",
              breakdown.with_everyone ? "everyone as one of the groups" : `${dimension.id}, whose groups have an order`,
            ),
          ]
        : []),
      ...(breakdown.smooth && dimension.type !== "areas"
        ? [fault("smooth", "a breakdown by areas", `${dimension.id}, of type ${dimension.type}`)]
        : []),
      ...(breakdown.smooth && sentence.events
        ? [
            fault(
              "smooth",
              "figures whose chance is known",
              "sentence.events: true, of which one person may have several",
            ),
          ]
        : []),
      ...(breakdown.decompose && statistic.kind !== "life-expectancy"
        ? [fault("decompose", "a statistic of the kind life-expectancy", ofKind)]
        : []),
      ...(breakdown.decompose && isCovered
        ? [
            fault(
              "decompose",
              "deaths by age from figures already published, because so few die at an age",
              `${value.dataset}, which the disclosure policy covers`,
            ),
          ]
        : []),
      ...(breakdown.decompose && statistic.kind === "life-expectancy" && order === "unordered"
        ? [
            fault(
              "decompose",
              "a breakdown with two sides, a ladder or a pair",
              `${dimension.id}, whose groups have none`,
            ),
          ]
        : []),
    ];
  });

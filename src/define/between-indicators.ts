import type { Fault } from "../error.ts";
import { unknown } from "./columns.ts";
import type { Defined } from "./definitions.ts";
import type { Indicator } from "./indicator.ts";

/** Faults of what indicators say of each other: which is part of which. */
export function betweenIndicators(indicators: Defined<Indicator>[]): Fault[] {
  const ids = indicators.map(({ value }) => value.id);
  return indicators.flatMap(({ value: { id, part_of: whole }, yaml }): Fault[] => {
    if (whole === undefined) return [];
    const where = yaml.where(["part_of"]);
    if (whole === id || !ids.includes(whole))
      return [
        unknown(
          where,
          "indicator other than this one",
          whole,
          ids.filter((other) => other !== id),
        ),
      ];
    const above = indicators.find(({ value }) => value.id === whole)?.value.part_of;
    return above === undefined
      ? []
      : [
          {
            where,
            must: "an indicator that is not itself part of another",
            found: `${whole}, which is part of ${above}`,
            fix: `name the whole: ${above}, if it holds both`,
          },
        ];
  });
}

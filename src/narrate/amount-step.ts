import type { Spread } from "../programme-numbers.ts";
import type { Reckoning } from "../results/return-results.ts";

export const toStep = (value: number, step: number): number => Math.round(value / step) * step;

const agrees = (first: number, second: number): boolean => Math.abs(first - second) < 0.5;

/** Whether amounts that are rounded to a step still divide, subtract and add up to the others. */
function holds({ value, inputs, net, ratio, byOutcome, byHolder, byStakeholder }: Reckoning, step: number): boolean {
  const round = ({ central }: Pick<Spread, "central">): number => toStep(central, step);
  const adds = (parts: readonly { value: Spread }[]): boolean =>
    agrees(
      parts.reduce((sum, part) => sum + round(part.value), 0),
      round(value),
    );
  return (
    round(inputs) > 0 &&
    (round(value) / round(inputs)).toFixed(2) === ratio.central.toFixed(2) &&
    agrees(round(value) - round(inputs), round(net)) &&
    [byOutcome, byHolder, byStakeholder].every(adds)
  );
}

/** The coarsest step, a power of ten, to which a reader can divide the value by the inputs and get the ratio; at least one unit of money. */
export function amountStep(reckoned: Reckoning): number {
  const most = Math.max(0, String(Math.round(Math.abs(reckoned.value.central))).length - 1);
  const steps = Array.from({ length: most + 1 }, (_, i) => Number(`1e${most - i}`));
  return steps.find((step) => holds(reckoned, step)) ?? 1;
}

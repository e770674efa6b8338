import { mean, sampleStandardDeviation } from "simple-statistics";

/** Mean and sample standard deviation of two values or more: compensated sums, checked to 1e-9 against R in tests/partner/partner.test.ts. */
export const sampleOf = (values: readonly number[]): { mean: number; sd: number; count: number } => ({
  mean: mean(values as number[]),
  sd: sampleStandardDeviation(values as number[]),
  count: values.length,
});

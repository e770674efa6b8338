import type { Limits } from "../model.ts";

/** Whether a figure lies outside limits that chance keeps to, and on which side: docs/method.md section 12. */
export const standingIn = (value: number, { lower, upper }: Limits): "above" | "below" | "within" =>
  upper !== null && value > upper ? "above" : lower !== null && value < lower ? "below" : "within";

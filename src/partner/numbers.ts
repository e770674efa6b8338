import { z } from "zod";

/** Sizes outside which squares of squares would leave the range of numbers. */
const SMALLEST = 1e-20;
const LARGEST = 1e20;

const sized = (number: z.ZodNumber) =>
  number.refine((value) => value === 0 || (Math.abs(value) >= SMALLEST && Math.abs(value) <= LARGEST), {
    error: "0, or a number from 1e-20 to 1e20 in size",
  });

/** A figure that may lie on either side of 0. */
export const figure = sized(z.number());
/** A count, a size or an error: 0 or more. */
export const amount = sized(z.number().min(0));
/** A multiplier: more than 0. */
export const positive = sized(z.number().gt(0));
/** Of an interval: from 0.9 to 0.999. */
export const level = z.number().min(0.9).max(0.999);

/** Faults found across the keys of one object, in zod's own list. */
export type Report = (path: readonly PropertyKey[], must: string) => void;

/** A check across keys, each fault with its path. */
export const across =
  <T>(check: (value: T, report: Report) => void) =>
  (value: T, context: z.core.$RefinementCtx<T>): void =>
    check(value, (path, message) => context.addIssue({ code: "custom", path: [...path], message, input: value }));

import { type Fault, inReadingOrder, UserError } from "../error.ts";

/** Does the same to each item, several at a time, and throws the faults of all of them together. */
export async function collecting<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const outcomes = await Promise.allSettled(items.map(act));
  const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));
  for (const failure of failures) if (!(failure instanceof UserError)) throw failure;
  refuse(failures.flatMap((failure) => (failure as UserError).faults));
}

/** Throws the faults in reading order, each once, if there are any. */
export function refuse(faults: readonly Fault[]): void {
  const once = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  if (once.size > 0) throw new UserError(inReadingOrder([...once.values()]));
}

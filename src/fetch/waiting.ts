import { setTimeout } from "node:timers/promises";
import type { Circumstances } from "./circumstances.ts";
import { Passing, Refusal, type Words } from "./refusals.ts";

export const wait = (milliseconds: number): Promise<void> => setTimeout(Math.max(0, milliseconds));

/** How long a server asks to be left alone, in seconds or until a day and hour; null where it does not say. */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** Does something until it comes whole, and waits longer each time, by chance so that nobody asks in step. */
export async function patiently<T>(
  { patience, chance }: Pick<Circumstances, "patience" | "chance">,
  fix: Words["fix"],
  act: (attempt: number) => Promise<T>,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await act(attempt);
    } catch (error) {
      if (!(error instanceof Passing)) throw error;
      const must = "an answer that comes whole";
      if (attempt + 1 >= patience.tries)
        throw new Refusal({ must, found: `${error.found}, ${patience.tries} times`, fix });
      if (error.wait !== null && error.wait > patience.longest)
        throw new Refusal({
          must,
          found: `${error.found}, and ${Math.ceil(error.wait / 1000)} s that it asks to be left alone`,
          fix: "run the command again after that",
        });
      const step = Math.min(patience.most, patience.first * (1 << attempt));
      await wait(error.wait ?? step * (0.5 + chance() / 2));
    }
  }
}

/** Lets some time pass between two requests to one host. */
export class Turns {
  readonly #next = new Map<string, number>();
  readonly #now: () => number;

  constructor({ now }: Pick<Circumstances, "now">) {
    this.#now = now;
  }

  async take(host: string, pause: number): Promise<void> {
    const from = Math.max(this.#next.get(host) ?? 0, this.#now());
    this.#next.set(host, from + pause);
    await wait(from - this.#now());
  }
}

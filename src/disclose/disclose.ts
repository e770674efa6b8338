import type { Publishable, Results } from "./publishable.ts";

/** Which datasets the disclosure policy covers. */
export type Covers = "all" | "none" | readonly string[];

/** Lets results out, holding back what the disclosure policy of the project does not allow. The only maker of a Publishable. */
export function disclose(results: Results, covers: Covers): Publishable {
  if (covers === "none" || results.disclosure.threshold === null)
    return { ...results, disclosure: { ...results.disclosure, suppressed: 0 } } as Publishable;
  throw new Error("a disclosure policy is not applied yet");
}

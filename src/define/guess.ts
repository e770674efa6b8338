import { z } from "zod";
import type { Fault } from "../error.ts";
import { object, text } from "./schema.ts";
import type { YamlFile } from "./yaml-file.ts";

/** How sure a guess is. */
const sureness = ["high", "middling", "low"] as const;

const guess = object({
  key: text.describe("The key below that is guessed, such as columns.year"),
  sure: z.enum(sureness).describe("How sure the guess is"),
  why: text.describe("What it was taken from"),
});

export type Guess = z.infer<typeof guess>;

/** Guesses of `tempcheck init --from`, which nothing is built with. */
export const guesses = z
  .array(guess)
  .nullable()
  .optional()
  .describe(
    "What tempcheck init --from guessed of the keys below. Nothing is used while an entry is left: look at its key, mend it where it is wrong, and take the entry out, which confirms it",
  );

/** Guesses of a file that are listed one by one. */
const MOST_LISTED = 5;

/** Faults of guesses that nobody has confirmed yet. */
export function guessFaults({ value, yaml }: { value: { guess?: Guess[] | null | undefined }; yaml: YamlFile }) {
  const left = value.guess ?? [];
  const faults = left.slice(0, MOST_LISTED).map(({ key, sure, why }, i): Fault => {
    const { line } = yaml.where(key.split("."));
    return {
      where: yaml.where(["guess", i]),
      must: "nothing that is only guessed",
      found: `a guess of ${key} (line ${line}), how sure: ${sure}; ${why}`,
      fix: `look at ${key}, mend it if it is wrong, and take this entry of guess out, which confirms it`,
    };
  });
  if (left.length > MOST_LISTED)
    faults.push({
      where: yaml.where(["guess", MOST_LISTED]),
      must: "nothing that is only guessed",
      found: `${left.length - MOST_LISTED} more guesses: ${left
        .slice(MOST_LISTED)
        .map(({ key }) => key)
        .join(", ")}`,
      fix: "look at each in turn; the key guess may go as a whole when all of them are right",
    });
  return faults;
}

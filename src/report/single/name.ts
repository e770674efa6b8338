import type { Publishable } from "../../results/results.ts";

const mostLetters = 60;

/** Name of the report's single file, from its title and year: sampleton-temperature-check-2024. */
export function fileName({ title, year }: Pick<Publishable, "title" | "year">): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const kept: string[] = [];
  for (const word of words)
    if ([...kept, word].join("-").length <= mostLetters) kept.push(word);
    else break;
  return [...(kept.length === 0 ? ["report"] : kept), year].join("-");
}

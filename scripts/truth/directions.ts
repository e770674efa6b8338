import { numberIn } from "./tokens.ts";
import type { Source } from "./trace.ts";

/** Words of direction and of rank, held against the figures that stand with them. */

const up = /\b(?:rose|risen|grew|grown|went up|widened|wider|increased|larger|climbed|a rise)\b/i;
const down = /\b(?:fell|fallen|shrank|shrunk|went down|narrowed|narrower|decreased|smaller|dropped|a fall)\b/i;
const hedged = /\b(?:if|would|whether|may|might|cannot|can't|not|either|or|both|but|than|detected|found)\b/i;
const number = String.raw`([−-]?\d[\d,]*(?:\.\d+)?)`;
const pair = new RegExp(
  String.raw`\bfrom (?:about )?${number}(?:%| in \d+| per [\d,]+| (?:percentage )?points?| years| times)?(?: (?:in|for) [^,;.]{4,30}?)? to (?:about )?${number}`,
  "gi",
);

/** The word of direction that stands nearest before the pair, in its own clause. */
const nearest = (text: string): "up" | "down" | null => {
  const clause = text.split(/[;:]|, (?:and|but) /).at(-1) ?? "";
  const at = (word: RegExp): number => [...clause.matchAll(new RegExp(word.source, "gi"))].at(-1)?.index ?? -1;
  const [rise, fall] = [at(up), at(down)];
  return rise === fall ? null : rise > fall ? "up" : "down";
};

/** "Fell from 21.4 to 25.5": the pairs whose numbers go the other way than the word before them. */
export function wrongWays(sentence: string, isGap: boolean): string[] {
  return [...sentence.matchAll(pair)].flatMap((match) => {
    const way = nearest(sentence.slice(0, match.index));
    if (way === null || hedged.test(sentence.slice(0, match.index).split(/[;:,]/).at(-1) ?? "")) return [];
    const sizes = [match[1]!, match[2]!].map(numberIn).map((value) => (isGap ? Math.abs(value) : value));
    const [from, to] = [sizes[0]!, sizes[1]!];
    return from === to || to > from === (way === "up") ? [] : [match[0]];
  });
}

const rank =
  /\b(?:the|is|was|are|were) (?:(second|third|fourth|fifth|sixth) )?(highest|lowest) (?:of|among) (?:the |all )?(\d+|two|three|four|five|six|seven|eight|nine|ten)\b/gi;
const ordinals = ["second", "third", "fourth", "fifth", "sixth"];

/** "The highest of 32", of one group: whether its figure in the newest period has that rank among all that are measured. */
export function wrongRanks(sentence: string, sources: readonly Source[], groups: readonly string[]): string[] {
  return [...sentence.matchAll(rank)].flatMap(([said, nth, end, of]) => {
    const found = sources.flatMap(({ breakdown }) =>
      groups.flatMap((id) => {
        const [dimension, group] = id.split("/");
        const newest = breakdown.dimension === dimension ? breakdown.periods.at(-1) : undefined;
        const all = (newest?.groups ?? []).flatMap((one) =>
          "value" in one.estimate ? [{ id: one.id, value: one.estimate.value }] : [],
        );
        const own = all.find((one) => one.id === group);
        return own === undefined ? [] : [{ all, own }];
      }),
    );
    if (found.length === 0) return [];
    const isTrue = found.some(({ all, own }) => {
      const before = all.filter(({ value }) => (end === "highest" ? value > own.value : value < own.value)).length;
      const place = nth === undefined ? 0 : ordinals.indexOf(nth.toLowerCase()) + 1;
      const ties = all.filter(({ value }) => value === own.value).length - 1;
      return before <= place && place <= before + ties && (!/^\d+$/.test(of!) || Number(of) === all.length);
    });
    return isTrue ? [] : [said];
  });
}

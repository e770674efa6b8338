/** Keys of results that hold one of a few words. */
const notOwned = new Set(
  "type,by,ranking,preposition,better,kind,scale,reason,language,gap,overall,temperature,moves,outcome,definition,of,direction,from".split(
    ",",
  ),
);

/** Of the parts of a reason or a note: what the project wrote. The others are words that the catalogue is asked by. */
const ofParts = new Set(["why", "groups", "subjects", "baseline", "earlier", "later", "period", "from"]);

/** What a project writes itself: every text of its results, without the words by which the method says what is what. */
export function owned(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(owned);
  if (typeof value !== "object" || value === null) return [];
  const isVerdict = "temperature" in value;
  const hasState = "state" in value && ("characteristic" in value || "needs" in value);
  return Object.entries(value).flatMap(([key, part]) => {
    if (key === "parts" && !Array.isArray(part))
      return Object.entries(part as object).flatMap(([name, one]) => (ofParts.has(name) ? owned(one) : []));
    const isWord = notOwned.has(key) || (isVerdict && key === "id") || (hasState && key === "state");
    return typeof part === "string" && isWord ? [] : owned(part);
  });
}

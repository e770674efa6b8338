/** Keys of results that hold one of a few words, or text of the method's own. */
const notOwned = new Set(
  "type,by,ranking,preposition,better,kind,scale,state,reason,text,rule,language,gap,overall,temperature".split(","),
);

/** What a project writes itself: every text of its results, without those that the method writes. */
export function owned(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(owned);
  if (typeof value !== "object" || value === null) return [];
  const isVerdict = "temperature" in value;
  const isMeasure = "definition" in value || "orders" in value;
  return Object.entries(value).flatMap(([key, part]) =>
    (typeof part === "string" && (notOwned.has(key) || isVerdict)) || (isMeasure && key === "name") ? [] : owned(part),
  );
}

import type { Gap, Language, Pace, Verdict } from "../model.ts";
import type { NotComputable, Note, Told } from "../reasons-and-notes.ts";
import type { Publishable, WrittenResults } from "../results/results.ts";
import { type Catalogue, catalogues } from "./catalogue.ts";

/** Results as files have them: each reason, note, verdict, pace and gap with its words in the report's language. */
export const told = (results: Publishable): WrittenResults => inWords(results, results.language) as WrittenResults;

/** Anything that has reasons, notes, verdicts, paces or gaps in it, with their words. */
export const inWords = (value: unknown, language: Language): unknown => withWords(value, catalogues[language]);

/** A reason with its sentence, in English: what partners' programs get. */
export const missingTold = (missing: NotComputable): NotComputable & Told => ({
  ...missing,
  text: catalogues["en-GB"].method.reason(missing),
});

/** A note with its sentence, in English. */
export const noteTold = (note: Note): Note & Told => ({ ...note, text: catalogues["en-GB"].method.note(note) });

function withWords(value: unknown, words: Catalogue): unknown {
  if (Array.isArray(value)) return value.map((item) => withWords(item, words));
  if (typeof value !== "object" || value === null) return value;
  const inner = Object.entries(value).map(([key, item]) => [key, key === "parts" ? item : withWords(item, words)]);
  return { ...Object.fromEntries(inner), ...wordsOf(value, words) };
}

/** The words of one thing, told apart by keys that nothing else in the results has. */
function wordsOf(value: object, { method, verdict }: Catalogue): object {
  const has = <T extends object>(...keys: (keyof T & string)[]): boolean => keys.every((key) => key in value);
  if (has<NotComputable>("reason", "parts")) return { text: method.reason(value as NotComputable) };
  if (has<Note>("id", "parts")) return { text: method.note(value as Note) };
  if (has<Pace>("target", "outcome")) return { text: method.pace((value as Pace).outcome) };
  if (has<Gap>("measure", "definition", "atEquality")) return { name: method.measureName((value as Gap).measure) };
  if (has<Verdict>("temperature", "levellingDown"))
    return { label: verdict.label(value as Verdict), rule: method.rule(value as Verdict) };
  return {};
}

/** How easy a page is to read: its sentences, and the measures of reading ease that count words and syllables. */

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

/** The text of each block of a page, in order: what a reader sees, without pictures, tables and code, and without what is there for statisticians. */
export function blocksOf(html: string): string[] {
  return html
    .replace(/^.*<main\b/s, "<main")
    .replace(/<\/main>.*$/s, "")
    .replace(/<details class="(working|other-measures)">.*?<\/details>/gs, " ")
    .replace(/<(svg|code|script|style|table)\b.*?<\/\1>/gs, " ")
    .replace(/<span class="(subtitle|small)">/g, "<p>")
    .replace(/<(a|span|strong|em|abbr|time)\b[^>]*>|<\/(a|span|strong|em|abbr|time)>/g, "")
    .split(/<[^>]+>/)
    .map((text) =>
      text
        .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter(Boolean);
}

/** The sentences of a text: what ends with a mark. Headings, labels and figures on their own are none. */
export function sentencesIn(text: string): string[] {
  return text
    .split(/(?<=[.!?][”’)]?)\s+(?=[A-Z0-9“‘])/)
    .filter((sentence) => /[.!?][”’)]?$/.test(sentence) && /[a-z] [a-z]/.test(sentence));
}

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\d][\p{L}\d'’.,%-]*/gu) ?? [];

/** Syllables of an English word: groups of vowels, without a silent e. A figure counts as one: it is taken in at a glance. */
export function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, "");
  if (letters === "") return 1;
  const groups = letters.replace(/(?:[^laeiouy]es|[^aeiouy]ed|[^laeiouy]e)$/, "").match(/[aeiouy]+/g) ?? [];
  return Math.max(1, groups.length);
}

export interface Ease {
  sentences: number;
  wordsPerSentence: number;
  syllablesPerWord: number;
  /** Share of words with four syllables or more. */
  longWords: number;
  /** School year of the United States in which a text can be read; five more is an age. Source: Kincaid and others (1975). */
  grade: number;
}

export function easeOf(sentences: readonly string[]): Ease {
  const words = sentences.flatMap(wordsOf);
  const syllables = words.map(syllablesOf);
  const wordsPerSentence = words.length / sentences.length;
  const syllablesPerWord = syllables.reduce((sum, n) => sum + n, 0) / words.length;
  return {
    sentences: sentences.length,
    wordsPerSentence,
    syllablesPerWord,
    longWords: syllables.filter((n) => n >= 4).length / words.length,
    grade: 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59,
  };
}

import { createInterface } from "node:readline/promises";

/** What is asked for, with the answer that stands where nothing is typed. */
export interface Question {
  key: string;
  words: string;
  usual: string;
}

/** Asks on the terminal, one line each; without one, or with the answer given, the usual answers stand. */
export async function asked(questions: readonly Question[], given: Readonly<Record<string, string | undefined>>) {
  const answers: Record<string, string> = {};
  const isWatched = process.stdin.isTTY === true && process.stderr.isTTY === true;
  const lines = isWatched ? createInterface({ input: process.stdin, output: process.stderr }) : null;
  try {
    for (const { key, words, usual } of questions)
      answers[key] = given[key] ?? ((await lines?.question(`${words} (${usual}): `))?.trim() || usual);
  } finally {
    lines?.close();
  }
  return answers;
}

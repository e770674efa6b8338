import { createInterface } from "node:readline";
import { answerLine } from "../partner/answer-line.ts";

/** Answers to the lines of standard input, each as soon as its line is there; empty lines have none. */
export async function* answerLines(): AsyncGenerator<string> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line.trim() !== "") yield answerLine(line);
}

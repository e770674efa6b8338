import { type Counted, plural } from "../english.ts";

const after = (said: string): string => (said === "" ? "" : `: ${said}`);

/** How a program did that was held to the method, for whoever wrote it. */
export const conformance = {
  columns: ["section", "passed", "failed", "not supported"],
  failed: (vector: string, section: string, why: string, source: string): string =>
    `${vector}, ${section}: ${why} (answer from: ${source})`,
  more: (more: Counted): string => `${plural(more, "check")} more failed`,
  why: {
    ended: (code: string, said: string): string => `the program ended with ${code} before it answered${after(said)}`,
    late: (seconds: string): string => `no answer within ${seconds} seconds`,
    long: (megabytes: string): string => `more than ${megabytes} megabytes without the end of a line`,
    "no-json": (text: string): string => `the answer is no JSON: ${text}`,
    "no-reply": (text: string): string => `the answer has neither answer, unsupported nor error beside the id: ${text}`,
    "other-question": (id: string): string => `the answer is to the question ${id}`,
    error: (text: string): string => `refused: ${text}`,
    differs: (path: string, found: string, expected: string): string => `${path} is ${found}, not ${expected}`,
  },
  done: (passed: Counted, failed: Counted, unsupported: Counted): string =>
    `${plural(passed, "check")} passed, ${failed.text} failed, ${unsupported.text} not supported.`,
};

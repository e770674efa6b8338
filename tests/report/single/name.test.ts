import { describe, expect, it } from "vitest";
import { fileName } from "../../../src/report/single/name.ts";

describe("fileName", () => {
  it.each([
    ["Making Manchester Fairer: Annual Temperature Check", "making-manchester-fairer-annual-temperature-check-2026"],
    ["Østerbrück & Café Row!", "sterbruck-cafe-row-2026"],
    ["温度", "report-2026"],
    [
      "A report of so many words that nobody would want them all in the name of a file",
      "a-report-of-so-many-words-that-nobody-would-want-them-all-in-2026",
    ],
  ])("makes of %s %s", (title, name) => expect(fileName({ title, year: 2026 })).toBe(name));
});

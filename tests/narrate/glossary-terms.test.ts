import { describe, expect, it } from "vitest";
import { piecesOf, termsOf, verdictTerms } from "../../src/narrate/glossary-terms.ts";
import { sampleton } from "../support/fixture.ts";

const terms = [
  { id: "gap", term: "Gap", forms: ["gaps", "gap"], means: "m" },
  { id: "absolute", term: "Absolute gap", forms: ["absolute gap"], means: "m" },
];
const marked = (text: string, used = new Set<string>()): string =>
  piecesOf(text, terms, used)
    .map((piece) => (typeof piece === "string" ? piece : `[${piece.term.id}:${piece.text}]`))
    .join("");

describe("piecesOf", () => {
  it("marks the first use of each term, the longest first", () => {
    expect(marked("The absolute gap is a gap; gaps are apart.")).toBe(
      "The [absolute:absolute gap] is a [gap:gap]; gaps are apart.",
    );
  });

  it("marks none that the page has explained, nor a part of a word", () => {
    expect(marked("A gap.", new Set(["gap"]))).toBe("A gap.");
    expect(marked("Singapore has gaping stagaps.")).toBe("Singapore has gaping stagaps.");
  });

  it("loses no letter", () => {
    for (const text of ["", "gap", "Gap at the start", "at the end a gap", "none"])
      expect(
        piecesOf(text, terms, new Set())
          .map((piece) => (typeof piece === "string" ? piece : piece.text))
          .join(""),
      ).toBe(text);
  });
});

describe("termsOf", () => {
  it("gives each an address of its own, in the order of the alphabet", () => {
    const all = [...termsOf(sampleton), ...verdictTerms(sampleton)];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const names = termsOf(sampleton).map(({ term }) => term);
    expect(names).toEqual([...names].sort(new Intl.Collator("en-GB").compare));
  });

  it("has what the project says in place of what all reports say", () => {
    const own = {
      ...sampleton,
      glossary: [
        { term: "chance", means: "Our own words." },
        { term: "Attainment 8", means: "Points." },
      ],
    };
    const found = termsOf(own).filter(({ term }) => /^chance$/i.test(term));
    expect(found.map(({ means }) => means)).toEqual(["Our own words."]);
    expect(termsOf(own).map(({ id }) => id)).toContain("own-attainment-8");
  });
});

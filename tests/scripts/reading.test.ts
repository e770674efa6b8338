import { describe, expect, it } from "vitest";
import { firstScreen, jargon, kindOf, measured, readingOf } from "../../scripts/reading/first-screen.ts";

const page = (main: string): string =>
  `<!doctype html><html><body><nav><p>Menu.</p></nav><main>${main}</main></body></html>`;

describe("a first screen", () => {
  it("is what is marked as one", () => {
    const html = page(
      `<h1>Title</h1><p>Before.</p><section data-first-screen=""><p>The <b>answer</b> is no.</p></section><p>After.</p>`,
    );
    expect(firstScreen(html)).toEqual(["The answer is no."]);
  });

  it("is else what stands before the second heading of level two, without pictures, tables and what is folded", () => {
    const html = page(
      `<h1>Title</h1><p>Lead.</p><section><h2>One</h2><p>Text.</p><details><summary>More</summary><p>Folded.</p></details><table><tr><td>1</td></tr></table></section><section><h2>Two</h2><p>Later.</p></section>`,
    );
    expect(firstScreen(html)).toEqual(["Title", "Lead.", "One", "Text."]);
  });

  it("takes a name for one short word", () => {
    const long = page("<p>The figure of Manchester City Council Area Statistical Federation rose.</p>");
    const short = (text: string) => text.replace("Manchester City Council Area Statistical Federation", "Namely");
    const [plain, fair] = [readingOf("a", "a", long, (text) => text), readingOf("a", "a", long, short)];
    expect(fair.words).toBe(5);
    expect(fair.age).toBeLessThan(plain.age);
  });

  it("tells hard words, and a hard text from an easy one", () => {
    expect([..."The absolute gap is 5 percentage points (p < 0.001).".matchAll(jargon)].map(([word]) => word)).toEqual([
      "absolute",
      "percentage points",
      "p <",
    ]);
    const easy = measured(["The gap grew.", "We do not know why it did."])!;
    const hard = measured([
      "Heterogeneity of socioeconomic disadvantage notwithstanding, statistically significant associations persisted.",
    ])!;
    expect(easy.age).toBeLessThan(10);
    expect(hard.age).toBeGreaterThan(20);
    expect(measured([])).toBeNull();
  });

  it("is of a kind of page", () => {
    const wards = new Set(["ardwick"]);
    expect(
      ["index.html", "wards/ardwick.html", "communities.html", "communities/black.html"].map((one) =>
        kindOf(one, wards),
      ),
    ).toEqual(["index", "areas", "all people", "communities"]);
  });
});

import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { termsOf } from "../../src/narrate/glossary-terms.ts";
import { Glossary, Prose, TermNotes } from "../../src/report/pages/prose.tsx";
import { Saying } from "../../src/report/pages/surroundings.ts";
import { sampleton } from "../support/fixture.ts";

const text = "The gap is 5 percentage points. A gap may be chance.";
const explained = () =>
  renderToString(
    <Saying.Provider value={sayIn(sampleton)}>
      <Glossary.Provider value={{ terms: termsOf(sampleton), used: new Set() }}>
        <p>
          <Prose text={text} />
        </p>
        <TermNotes root="../" />
      </Glossary.Provider>
    </Saying.Provider>,
  );

describe("Prose", () => {
  it("opens each term once, with a note that is there and named", () => {
    const html = explained();
    const opened = [...html.matchAll(/popovertarget="([^"]+)"/g)].map(([, id]) => id);
    expect(opened).toEqual(["term-gap", "term-percentage-point", "term-chance"]);
    for (const id of opened)
      expect(html).toMatch(new RegExp(`<div id="${id}"[^>]* popover="auto"[^>]* aria-label="What “[^"]+” means"`));
    expect(html.match(/popover="auto"/g)).toHaveLength(3);
    expect(html).toContain('href="../glossary.html#chance"');
    expect(html.replace(/<div.*$/s, "").replace(/<[^>]+>/g, "")).toBe(text);
  });

  it("is plain text where pages stand together in one file", () => {
    expect(renderToString(<Prose text={text} />)).toBe(text);
  });
});

import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { sayIn } from "../../../src/catalogue/say.ts";
import { Saying, useSay } from "../../../src/report/pages/surroundings.ts";
import { moved, type PagePart } from "../../../src/report/single/moved.tsx";
import { sampleton as results } from "../../support/fixture.ts";
import { renderedBuild as build } from "../../support/rendered.ts";

const page = {
  results,
  build,
  root: "../",
  file: "indicators/debt.html",
  title: "Debt",
  description: "",
  current: null,
} as const;
const keys = new Map([["report/indicators/debt.html", "indicators-debt"]]);

function inDocument(content: ComponentChildren, more: Partial<PagePart> = {}, published: string | null = null): string {
  const part = {
    page: { ...page, content },
    key: "indicators-debt",
    level: 3,
    heading: null,
    onScreen: false,
    ...more,
  } as const;
  return renderToString(
    <Saying.Provider value={sayIn(results)}>{moved(content, { part, places: { keys, published } })}</Saying.Provider>,
  );
}

const Words = ({ id, children }: { id: string; children: ComponentChildren }) => (
  <>
    <h2 id={id}>{useSay().forms.contents}</h2>
    {[<p key="only">{children}</p>]}
  </>
);

describe("moved", () => {
  it("carries out components on the way, with the words that they ask for", () =>
    expect(inDocument(<Words id="a">one &lt; two</Words>)).toBe(
      '<h4 id="indicators-debt--a">Contents</h4><p>one &lt; two</p>',
    ));

  it("gives ids, and what refers to them, the name of the page", () =>
    expect(inDocument(<p id="a" aria-describedby="b c" data-id="d" tabindex={0} />)).toBe(
      '<p id="indicators-debt--a" aria-describedby="indicators-debt--b indicators-debt--c" data-id="d" tabindex="0"></p>',
    ));

  it("takes headings as deep as the page's own, and none below the sixth level", () => {
    const headings = [<h1 key={1}>a</h1>, <h2 key={2}>b</h2>, <h6 key={6}>c</h6>];
    expect(inDocument(headings)).toBe('<h3 id="indicators-debt--title">a</h3><h4>b</h4><h6>c</h6>');
    expect(inDocument(headings, { level: 2, heading: "At a glance" })).toBe(
      '<h2 id="indicators-debt--title">At a glance</h2><h3>b</h3><h6>c</h6>',
    );
  });

  it("keeps the words of a link that would lead nowhere", () => {
    const links = [
      <a key={1} href="#b">
        b
      </a>,
      <a key={2} href="../../data/results.json" download>
        all
      </a>,
    ];
    expect(inDocument(links)).toBe('<a href="#indicators-debt--b">b</a>all');
    expect(inDocument(links, {}, "https://example.org/")).toBe(
      '<a href="#indicators-debt--b">b</a><a href="https://example.org/data/results.json">all</a>',
    );
  });

  it("leaves out what leads round the report, and to files where they are not published", () => {
    const parts = [
      <nav key={1} class="list jump">
        a
      </nav>,
      <ul key={2} class="files">
        b
      </ul>,
      <p key={3} class="small">
        c
      </p>,
    ];
    expect(inDocument(parts)).toBe('<p class="small">c</p>');
    expect(inDocument(parts, {}, "https://example.org/")).toBe('<ul class="files">b</ul><p class="small">c</p>');
  });

  it("names no section but those that can be focused", () => {
    expect(inDocument(<section aria-labelledby="a">b</section>)).toBe("<section>b</section>");
    expect(
      inDocument(
        <section tabindex={0} aria-labelledby="a">
          b
        </section>,
      ),
    ).toBe('<section tabindex="0" aria-labelledby="indicators-debt--a indicators-debt--title">b</section>');
  });

  it("leaves what is HTML already as it is", () =>
    expect(inDocument(<div dangerouslySetInnerHTML={{ __html: "<b>c</b>" }} />)).toBe("<div><b>c</b></div>"));
});

import { describe, expect, it } from "vitest";
import { find, parse, print, wordsOf } from "../../../src/report/single/tree.ts";

const again = (html: string): string => print(parse(html));

describe("parse", () => {
  it.each([
    '<p class="a b">one &lt; two <a href="x.html#y">three</a></p>',
    "<details open><summary>More</summary><br>text</details>",
    '<svg viewBox="0 0 1 1"><path d="M0,0h1"></path><g><text>&amp;</text></g></svg>',
    "plain text",
    "",
  ])("gives back %s", (html) => expect(again(html)).toBe(html));

  it("reads an element that closes itself as one without content", () =>
    expect(again('<p>a<br/>b<path d="M0"/></p>')).toBe('<p>a<br>b<path d="M0"></path></p>'));

  it("leaves out comments and scripts, whatever is in them", () =>
    expect(
      again('a<!-- <p> -->b<script src="x"></script><script type="application/ld+json">{"a":"<b>"}</script>c'),
    ).toBe("abc"));

  it("keeps an attribute with an equals sign or an angle bracket in its value", () =>
    expect(again('<a title="a > b = c">d</a>')).toBe('<a title="a > b = c">d</a>'));

  it.each([
    ["<p><b>x</p>", /<\/p> closes <b>/],
    ["<p>x", /<p> is never closed/],
  ])("refuses %s", (html, message) => expect(() => parse(html)).toThrow(message));
});

describe("find", () => {
  it("gives the first element in reading order", () => {
    const found = find(parse("<div><p>a</p></div><p>b</p>"), ({ name }) => name === "p");
    expect(wordsOf(found?.children ?? [])).toBe("a");
  });

  it("gives nothing where there is none", () =>
    expect(find(parse("<p>a</p>"), ({ name }) => name === "h1")).toBe(undefined));
});

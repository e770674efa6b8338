import { describe, expect, it } from "vitest";
import { MOST_CHARACTERS, readCommentary } from "../../src/define/commentary.ts";

const front = "---\nauthor: A resident\ndate: 2025-05-01\nrole: chair of the tenants\n---\n";
const faultsOf = (body: string): string[] => {
  const read = readCommentary(front + body, "commentary/claims.md");
  return "faults" in read ? read.faults.map(({ where, found }) => `${where.line}: ${found}`) : [];
};

describe("readCommentary", () => {
  it("gives author, role, date and the text as written", () => {
    const read = readCommentary(`${front}\n# Mine\n\nSome *words*.\n`, "commentary/claims.md");
    expect("value" in read && read.value).toEqual({
      author: "A resident",
      date: "2025-05-01",
      role: "chair of the tenants",
      markdown: "# Mine\n\nSome *words*.",
    });
  });

  it.each([
    ["CR LF", `${front}\nWords.\n`.replaceAll("\n", "\r\n")],
    ["a byte-order mark", `\ufeff${front}\nWords.\n`],
    ["hyphens within the text", `${front}\nWords.\n\n---\n\nMore.\n`],
  ])("reads a file with %s", (_, source) => expect("value" in readCommentary(source, "a.md")).toBe(true));

  it.each([
    ["sums", "3 < 4 and 5 > 2, or a <5% share."],
    ["HTML that is told of", "Write `<script>` in code, or \\<b> with a backslash."],
    ["a fence of code", "```html\n<img src=x onerror=alert(1)>\n```"],
    ["links that are safe", "[a](https://example.org/x?y=1#z), <https://example.org>, [b](mailto:a@example.org)."],
    ["what only looks like a link", "[not a link] (javascript:alert(1)) and javascript:alert(2)"],
  ])("lets %s pass", (_, body) => expect(faultsOf(body)).toEqual([]));

  it.each([
    ["a script", "<script>alert(1)</script>", '6: "<script>alert(1)</script>"'],
    ["a script in capitals, in a list", "- <SCRIPT src=//evil.example>", '6: "<SCRIPT src=//evil.example>"'],
    ["a style", "a\n\n<style>body{display:none}</style>", '8: "<style>body{display:none}</style>"'],
    ["an element with a handler", "a <a href=# onclick=x()>b", '6: "<a href=# onclick=x()>"'],
    ["SVG", "a <svg/onload=alert(1)>", '6: "<svg/onload=alert(1)>"'],
    ["a comment", "a\nb <!-- c -->", '7: "<!-- c -->"'],
    ["a processing instruction", "a <?php x ?>", '6: "<?php x ?>"'],
    ["CDATA", "a <![CDATA[ b ]]>", '6: "<![CDATA[ b ]]>"'],
    ["a link to a script", "[a](javascript:alert(1))", '6: "javascript:alert(1)"'],
    ["the same behind entities", "[a](&#106;avascript:alert(1))", '6: "javascript:alert(1)"'],
    ["the same behind a line end", "[a](<java&NewLine;script:alert(1)>)", '6: "java%0Ascript:alert(1)"'],
    ["the same as an autolink", "a <javascript:alert(1)>", '6: "javascript:alert(1)"'],
    ["the same by reference", "a [b]\n\n[b]: javascript:alert(1)", '6: "javascript:alert(1)"'],
    ["data", "[a](data:text/html,<b>)", '6: "data:text/html,%3Cb%3E"'],
    ["plain http", "[a](http://example.org)", '6: "http://example.org"'],
    ["an address with a name and password", "[a](https://a:b@example.org)", '6: "https://a:b@example.org"'],
    ["mail with headers", "[a](mailto:a@example.org?bcc=b@example.org)", '6: "mailto:a@example.org?bcc=b@example.org"'],
    ["a picture", "![a](https://example.org/a.png)", '6: a picture, "https://example.org/a.png"'],
    ["a picture of data", "![](data:image/png;base64,AAAA)", '6: a picture, "data:image/png;base64,AAAA"'],
    ["a picture in a link", "[![a](b.png)](https://example.org)", '6: a picture, "b.png"'],
    ["a mark that turns the direction", "a \u202eb", "6: the unseen character U+202E"],
    ["a null", "a \u0000b", "6: the unseen character U+0000"],
  ])("refuses %s with its line", (_, body, fault) => expect(faultsOf(body)).toEqual([fault]));

  it("refuses more text than anybody reads, before it is parsed", () => {
    const read = readCommentary(`${front}${"[".repeat(10_000_000)}`, "a.md");
    expect("faults" in read && read.faults[0]?.must).toBe(`at most ${MOST_CHARACTERS} characters`);
  });

  it.each(["[", "> ", "*a ", "`", "<!--", "![", "[a](", "- ", "&#", "\\"])("reads the longest run of %s", (run) => {
    const body = run.repeat(Math.floor((MOST_CHARACTERS - 200) / run.length));
    const read = readCommentary(`${front}\n${body}`, "a.md");
    expect("value" in read || read.faults.length > 0).toBe(true);
  });
});

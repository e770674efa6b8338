import MarkdownIt from "markdown-it";
import { type Fault, unseenIn } from "../error.ts";
import { shortened } from "./yaml-syntax.ts";

/** What may stand in Markdown that others wrote: text, headings, lists, quotations, and links that are safe to follow. */

// Reads everything, HTML and every link among it, so that what is refused can be named with its line.
const reader = new MarkdownIt("commonmark", { html: true });
reader.validateLink = () => true;
// Characters after a backslash stay apart from the text, so that they are not taken for the start of a tag.
reader.core.ruler.disable("text_join");

/** What a browser might take for a tag where Markdown does not. */
const tagLike = /<[a-z/!?][^>]*>?/i;

type Token = ReturnType<typeof reader.parse>[number];

/** Faults of a text of Markdown whose first line follows line `above` of its file. */
export function markdownFaults(markdown: string, file: string, above: number): Fault[] {
  const lines = markdown.split("\n");
  const fault = (line: number, must: string, found: string, fix: string): Fault => ({
    where: { file, line: above + line + 1 },
    must,
    found,
    fix,
  });
  const hidden = lines.flatMap((line, i) => {
    const unseen = unseenIn(line);
    return unseen === null
      ? []
      : [fault(i, "characters that can be seen", `the unseen character ${unseen}`, "take the character out")];
  });
  if (hidden.length > 0) return hidden;
  const blocks = reader.parse(markdown, {});
  return blocks.flatMap((block) => {
    const first = block.map?.[0] ?? 0;
    if (block.type === "html_block") return [htmlFault(first, block.content)];
    let line = first;
    return (block.children ?? []).flatMap((token) => {
      if (token.type === "softbreak" || token.type === "hardbreak") line += 1;
      return inlineFaults(token, line);
    });
  });

  function inlineFaults(token: Token, line: number): Fault[] {
    if (token.type === "html_inline") return [htmlFault(line, token.content)];
    const tag = token.type === "text" ? tagLike.exec(token.content) : null;
    if (tag !== null) return [htmlFault(line, tag[0])];
    if (token.type === "image")
      return [
        fault(line, "text without pictures", `a picture, ${shown(token.attrGet("src"))}`, "describe it, or link to it"),
      ];
    const href = token.type === "link_open" ? String(token.attrGet("href")) : null;
    if (href === null || isSafe(href)) return [];
    return [
      fault(
        line,
        "links that begin with https:// or mailto:",
        shown(href),
        "write the whole address, or take the link out",
      ),
    ];
  }

  function htmlFault(line: number, html: string): Fault {
    return fault(
      line,
      "Markdown without HTML",
      shown(html.trim()),
      "write it as Markdown; put \\ before a < that is meant to be read",
    );
  }
}

const shown = (text: unknown): string => JSON.stringify(shortened(String(text)));

/** An address of a secure page that names its host openly, or of a mailbox. */
function isSafe(href: string): boolean {
  if (/^mailto:[^?\s]+@[^?\s]+$/i.test(href)) return true;
  if (!/^https:\/\//i.test(href) || !URL.canParse(href)) return false;
  const { username, password } = new URL(href);
  return username === "" && password === "";
}

import MarkdownIt from "markdown-it";

/** Markdown of others as HTML: raw HTML stays text, pictures and links of other kinds are not made. */
const writer = new MarkdownIt("commonmark", { html: false }).disable(["image", "html_block", "html_inline"]);
writer.validateLink = (href) => /^(https:\/\/|mailto:)/i.test(href);

const deepest = 6;

/** HTML whose headings begin one below `outline`, and skip no level. */
export function markdownHtml(markdown: string, outline: number): string {
  const tokens = writer.parse(markdown, {});
  const levels = tokens.filter(({ type }) => type === "heading_open").map(({ tag }) => Number(tag.slice(1)));
  const shift = outline + 1 - Math.min(...levels);
  let last = outline;
  for (const token of tokens) {
    if (token.type === "heading_open") last = Math.min(deepest, last + 1, Number(token.tag.slice(1)) + shift);
    if (token.type === "heading_open" || token.type === "heading_close") token.tag = `h${last}`;
  }
  return writer.renderer.render(tokens, writer.options, {});
}

import MarkdownIt from "markdown-it";

/** A heading of a page, with the fragment that it answers to. */
export interface Heading {
  level: number;
  id: string;
  text: string;
}

export interface Written {
  title: string;
  html: string;
  headings: Heading[];
  /** The first sentence. */
  lead: string;
}

const markdown = new MarkdownIt("commonmark", { html: false }).enable("table").disable(["html_block", "html_inline"]);
markdown.validateLink = () => true;

/** The fragment of a heading, as code hosts make it. */
export const fragmentOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, "")
    .replace(/\s/g, "-");

/** A page of Markdown as HTML without its title. `linked` gives the address that a link leads to, or null where there is none. */
export function written(text: string, linked: (href: string) => string | null): Written {
  const tokens = markdown.parse(text.replaceAll("\\|", "&#124;"), {});
  const headings: Heading[] = [];
  const taken = new Map<string, number>();
  let boxes = 0;
  for (const [i, token] of tokens.entries()) {
    const inline = tokens[i + 1];
    if (token.type === "heading_open" && inline !== undefined) {
      const plain = (inline.children ?? []).map(({ content }) => content).join("");
      const base = fragmentOf(plain);
      const times = taken.get(base) ?? 0;
      taken.set(base, times + 1);
      const id = times === 0 ? base : `${base}-${times}`;
      token.attrSet("id", id);
      headings.push({ level: Number(token.tag.slice(1)), id, text: plain });
    }
    if (token.type === "th_open" || token.type === "td_open") {
      const isNumber = String(token.attrGet("style") ?? "").includes("right");
      token.attrs = isNumber ? [["class", "number"]] : null;
    }
    if (token.type === "th_open" && inline?.content !== "") token.attrSet("scope", "col");
    // A column's head without words is no heading.
    if (token.type === "th_open" && inline?.content === "")
      for (const cell of [token, tokens[i + 2]]) if (cell) cell.tag = "td";
    const children = token.children ?? [];
    for (const [at, child] of children.entries()) {
      if (child.type !== "link_open") continue;
      const to = linked(String(child.attrGet("href") ?? ""));
      if (to !== null) child.attrSet("href", to);
      else {
        child.tag = "span";
        child.attrs = null;
        const close = children.slice(at).find(({ type }) => type === "link_close");
        if (close !== undefined) close.tag = "span";
      }
    }
  }
  const rules = {
    ...markdown.renderer.rules,
    table_open: () => `<div class="scroll" tabindex="0" role="region" aria-label="Table ${++boxes}"><table>`,
    table_close: () => "</table></div>",
    fence: (all: typeof tokens, at: number) => block(all[at]!.content, all[at]!.info),
    code_block: (all: typeof tokens, at: number) => block(all[at]!.content, ""),
  };
  const block = (content: string, info: string): string => {
    const [, file] = / file=(\S+)/.exec(info) ?? [];
    const name = file === undefined ? "" : `<p class="file"><code>${escaped(file)}</code></p>`;
    return `${name}<div class="scroll code" tabindex="0" role="region" aria-label="${
      file === undefined ? `Code ${++boxes}` : escaped(`${file}, ${++boxes}`)
    }"><pre><code>${escaped(content)}</code></pre></div>`;
  };
  const renderer = Object.assign(Object.create(Object.getPrototypeOf(markdown.renderer)), { rules });
  const first = tokens.findIndex(({ type }) => type === "heading_close");
  const paragraph = tokens.findIndex(({ type }, i) => i > first && type === "paragraph_open");
  const lead = (tokens[paragraph + 1]?.children ?? []).map(({ content }) => content || " ").join("");
  return {
    title: headings[0]?.text ?? "",
    html: renderer.render(tokens.slice(first + 1), markdown.options, {}),
    headings: headings.slice(1),
    lead: `${lead.split(/(?<=[.:]) /)[0] ?? ""}`.replace(/:$/, "."),
  };
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

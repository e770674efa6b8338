import { xmlText } from "../charts/draw/xml-text.ts";
import type { Page } from "./page.ts";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The pages for search engines; none where the report has no address, or is not for publication. */
export function sitemap(pages: readonly Page[]): { path: string; content: string }[] {
  const results = pages[0]?.results;
  if (results === undefined || results.url === null || results.disclosure.internal === true) return [];
  const { url } = results;
  const lines = pages.map(
    ({ file }) => `  <url><loc>${escaped(`${url}report/${file === "index.html" ? "" : file}`)}</loc></url>`,
  );
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join("\n")}\n</urlset>\n`;
  return [{ path: "report/sitemap.xml", content: xmlText(content) }];
}

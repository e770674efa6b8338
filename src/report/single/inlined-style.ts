import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { RenderedFile } from "../render.ts";

const sheet = "report/style.css";

/** The report's stylesheet with its fonts inside. */
export function styleWithFonts(files: readonly RenderedFile[]): string {
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const style = contents.get(sheet);
  if (typeof style !== "string") throw new Error("the report has a stylesheet");
  return style.replace(/url\("?([^")]+\.(woff2|ttf))"?\)/g, (_, href: string, kind: string) => {
    const font = contents.get(posix.join(posix.dirname(sheet), href));
    if (font === undefined) throw new Error(`the stylesheet names ${href}, which is not in the report`);
    return `url("data:font/${kind};base64,${Buffer.from(font).toString("base64")}")`;
  });
}

/** What a page with all its parts inside may load: nothing but them. */
export const policyWith = (style: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
    "font-src data:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

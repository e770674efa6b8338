import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { sayIn } from "../../catalogue/say.ts";
import type { Gallery } from "../gallery.ts";
import type { Page, Place } from "../page.ts";
import { Charts, Saying } from "../pages/surroundings.ts";
import type { RenderedFile } from "../render.ts";
import { policyWith, styleWithFonts } from "../single/inlined-style.ts";
import { moved } from "../single/moved.tsx";
import { packStyle } from "../styles/pack-style.ts";

/** One sheet of paper, and what its ids begin with. */
export interface Sheet {
  key: string;
  content: ComponentChildren;
}

/** A printed form: so many sheets of A4, one page each. */
export interface Sheets {
  title: string;
  description: string;
  sheets: readonly Sheet[];
}

interface Surroundings {
  place: Place;
  gallery: Gallery;
  /** Files of the report, which has the stylesheet and its fonts. */
  files: readonly RenderedFile[];
}

/**
 * Sheets as one page of HTML that needs nothing else.
 *
 * @param size Size of the letters in points: what makes every sheet fit is found by printing.
 */
export function sheetsPage({ title, description, sheets }: Sheets, around: Surroundings, size: number): string {
  const { place, gallery, files } = around;
  const { results } = place;
  const { paper } = sayIn(results);
  const style = `${styleWithFonts(files)}${packStyle(size)}`;
  const html = renderToString(
    <Saying.Provider value={sayIn(results)}>
      <Charts.Provider value={gallery}>
        <html lang={results.language}>
          <head>
            <meta charset="utf-8" />
            <meta http-equiv="Content-Security-Policy" content={policyWith(style)} />
            <meta name="description" content={description} />
            <title>{title}</title>
            <style dangerouslySetInnerHTML={{ __html: style }} />
          </head>
          <body class="pack">
            <main>
              {sheets.map(({ key, content }, i) => {
                const page: Page = { ...place, file: "index.html", title, description, current: null, content };
                const part = { page, key, level: 2, heading: null, onScreen: false } as const;
                const Over = i === 0 ? "h1" : "p";
                return (
                  <article key={key} class="sheet" id={key}>
                    <Over class="over">{paper.head(results.title, String(results.year), results.publisher)}</Over>
                    {moved(content, { part, places: { keys: new Map(), published: results.url } })}
                  </article>
                );
              })}
            </main>
          </body>
        </html>
      </Charts.Provider>
    </Saying.Provider>,
  );
  return `<!doctype html>\n${html}\n`;
}

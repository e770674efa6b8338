import { renderToString } from "preact-render-to-string";
import { sayIn } from "../../catalogue/say.ts";
import type { Publishable } from "../../results/results.ts";
import { dataAddress } from "../brand.ts";
import { showing } from "../gallery.ts";
import type { Build } from "../page.ts";
import { Footer } from "../pages/layout.tsx";
import { Charts, Saying } from "../pages/surroundings.ts";
import type { RenderedFile, Report } from "../render.ts";
import { singleStyle } from "../styles/single-style.ts";
import { contentsOf, type Entry } from "./contents.ts";
import { policyWith, styleWithFonts } from "./inlined-style.ts";
import { fileName } from "./name.ts";
import { Section } from "./section.tsx";

/** The whole report as one page that needs nothing else: no folder, no network, no script. */
export function singleFile(results: Publishable, build: Build, { pages, charts, files }: Report): RenderedFile {
  const { parts, entries } = contentsOf(results, pages);
  const keys = new Map(parts.map(({ page, key }) => [`report/${page.file}`, key]));
  const places = { keys, published: results.url };
  const style = `${styleWithFonts(files)}${singleStyle}`;
  const say = sayIn(results);
  const { forms } = say;
  const html = showing(charts, (gallery) =>
    renderToString(
      <html lang={results.language}>
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content={policyWith(style)} />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="description" content={forms.aboutSingleFile} />
          <title>{`${results.title} ${results.year}`}</title>
          <link rel="icon" href="data:," />
          <style dangerouslySetInnerHTML={{ __html: style }} />
        </head>
        <body class="single">
          <a class="skip" href="#contents">
            {forms.skipToContents}
          </a>
          <header class="cover">
            <div class="wide">
              {build.look?.logo != null && (
                <img class="logo" src={dataAddress(build.look.logo)} alt={build.look.logo.alt} />
              )}
              <h1>
                {results.title} <span class="year">{results.year}</span>
              </h1>
              <p>{forms.publishedBy(results.publisher, build.id)}</p>
              <p>{forms.aboutSingleFile}</p>
            </div>
          </header>
          <nav class="wide contents" id="contents" aria-labelledby="contents-title">
            <h2 id="contents-title">{forms.contents}</h2>
            <Lines entries={entries} />
          </nav>
          <Saying.Provider value={say}>
            <Charts.Provider value={gallery}>
              <main class="wide">
                {parts.map((part) => (
                  <Section key={part.key} part={part} places={places} />
                ))}
              </main>
            </Charts.Provider>
            <Footer results={results} build={build} />
          </Saying.Provider>
        </body>
      </html>,
    ),
  );
  return { path: `${fileName(results)}.html`, content: `<!doctype html>\n${html}\n` };
}

function Lines({ entries }: { entries: readonly Entry[] }) {
  return (
    <ol>
      {entries.map(({ key, title, onScreen, below }) => (
        <li key={key} class={onScreen ? "on-screen" : undefined}>
          <a href={`#${key}`}>{title}</a>
          {below.length > 0 && <Lines entries={below} />}
        </li>
      ))}
    </ol>
  );
}

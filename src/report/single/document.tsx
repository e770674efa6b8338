import { createHash } from "node:crypto";
import { renderToString } from "preact-render-to-string";
import { sayIn } from "../../catalogue/say.ts";
import type { Publishable } from "../../results/results.ts";
import type { Build } from "../pages/layout.tsx";
import { Footer } from "../pages/layout.tsx";
import { Saying } from "../pages/lead-and-rest.tsx";
import type { RenderedFile } from "../render.ts";
import { singleStyle } from "../styles/single-style.ts";
import { contentsOf, type Entry } from "./contents.ts";
import { styleWithFonts } from "./inlined-style.ts";
import { fileName } from "./name.ts";
import { sectionOf } from "./section.ts";

/** The whole report as one page that needs nothing else: no folder, no network, no script. */
export function singleFile(results: Publishable, build: Build, files: readonly RenderedFile[]): RenderedFile {
  const { parts, entries } = contentsOf(results, files);
  const places = { keys: new Map(parts.map(({ path, key }) => [path, key])), published: results.url };
  const style = `${styleWithFonts(files)}${singleStyle}`;
  const say = sayIn(results);
  const { forms } = say;
  const html = renderToString(
    <html lang={results.language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy(style)} />
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
        <main
          class="wide"
          dangerouslySetInnerHTML={{ __html: parts.map((part) => sectionOf(part, places)).join("") }}
        />
        <Saying.Provider value={say}>
          <Footer results={results} build={build} />
        </Saying.Provider>
      </body>
    </html>,
  );
  return { path: `${fileName(results)}.html`, content: `<!doctype html>\n${html}\n` };
}

function Lines({ entries }: { entries: readonly Entry[] }) {
  return (
    <ol>
      {entries.map(({ key, title, onScreen, below }) => (
        <li key={key} class={onScreen ? "on-screen" : undefined}>
          <a href={`#${key}`} dangerouslySetInnerHTML={{ __html: title }} />
          {below.length > 0 && <Lines entries={below} />}
        </li>
      ))}
    </ol>
  );
}

const policy = (style: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
    "font-src data:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

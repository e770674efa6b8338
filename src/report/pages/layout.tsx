import { renderToString } from "preact-render-to-string";
import { sayIn } from "../../catalogue/say.ts";
import { peopleTitle } from "../../narrate/profile.ts";
import type { Gallery } from "../gallery.ts";
import { described, scriptText } from "../json-ld.ts";
import { menu, type Page } from "../page.ts";
import { Downloads } from "./downloads-part.tsx";
import { Charts, Saying, useSay } from "./surroundings.ts";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The page of communities and areas has the name of what it holds, and is left out where it would be empty. */
function Menu({ root, current, results }: Pick<Page, "root" | "current" | "results">) {
  const { menu: words } = useSay().page;
  return (
    <nav class="menu" aria-label={words.name}>
      <ul>
        {menu
          .map((file) => ({ file, text: file === "communities.html" ? peopleTitle(results) : words[file] }))
          .filter(({ text }) => text !== "")
          .map(({ file, text }) => (
            <li key={file}>
              <a href={`${root}${file}`} aria-current={file === current ? "page" : undefined}>
                {text}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** Licence, publisher and build. */
export function Footer({ results, build }: Pick<Page, "results" | "build">) {
  const { licence, made } = useSay().page;
  const attributions = [...new Set(results.sources.flatMap(({ attribution }) => attribution ?? []))];
  return (
    <footer class="foot">
      <div class="wide">
        <p>
          {licence.before}
          <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" rel="license">
            {licence.name}
          </a>
          {licence.after}
        </p>
        {attributions.length > 0 && (
          <ul class="plain small">
            {attributions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
        <p class="small">
          {made.before(results.publisher)}
          <code>{build.id}</code>
          {made.after(build.version, results.method.version)}
        </p>
      </div>
    </footer>
  );
}

/** What a page says, with the files of data that it offers. */
export function Content({ page }: { page: Page }) {
  return (
    <>
      {page.content}
      {page.indicators !== undefined && <Downloads place={page} file={page.file} />}
    </>
  );
}

/** A whole page as text. */
export function pageText(page: Page, charts: Gallery): string {
  const { title, description, current, scripts = [], indicators, results, build, root } = page;
  const say = sayIn(results);
  const name = title === results.title ? title : say.page.title(title, results.title);
  return `<!doctype html>\n${renderToString(
    <Saying.Provider value={say}>
      <Charts.Provider value={charts}>
        <html lang={results.language}>
          <head>
            <meta charset="utf-8" />
            <meta http-equiv="Content-Security-Policy" content={policy} />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <meta name="description" content={description} />
            <title>{name}</title>
            <link rel="stylesheet" href={`${root}style.css`} />
            <script defer src={`${root}script/charts.js`} />
            <link rel="icon" href="data:," />
            {scripts.map((file) => (
              <script key={file} defer src={`${root}${file}`} />
            ))}
            {indicators !== undefined && (
              <script
                type="application/ld+json"
                dangerouslySetInnerHTML={{ __html: scriptText(described({ ...page, indicators })) }}
              />
            )}
          </head>
          <body>
            <a class="skip" href="#content">
              {say.page.skip}
            </a>
            <header class="head">
              <div class="wide">
                <p class="report">
                  <a href={`${root}index.html`}>{results.title}</a> <span>{results.year}</span>
                </p>
                <Menu root={root} current={current} results={results} />
              </div>
            </header>
            <main id="content" class="wide" tabindex={-1}>
              <Content page={page} />
            </main>
            <Footer results={results} build={build} />
          </body>
        </html>
      </Charts.Provider>
    </Saying.Provider>,
  )}\n`;
}

import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { sayIn } from "../../catalogue/say.ts";
import { peopleTitle } from "../../narrate/profile.ts";
import type { IndicatorResult } from "../../results/results.ts";
import { described, scriptText } from "../json-ld.ts";
import type { Build, Place } from "../place.ts";
import { Downloads } from "./downloads-part.tsx";
import { Saying, useSay } from "./lead-and-rest.tsx";

export type { Build, Place };

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const menu = ["index.html", "communities.html", "data-gaps.html", "method.html", "sources.html"] as const;

interface PageProps extends Place {
  title: string;
  description: string;
  /** The menu's file that this page is, or belongs to. */
  current: (typeof menu)[number] | null;
  /** Scripts of the report's folder that add to the page, which is whole without them. */
  scripts?: readonly string[];
  children: ComponentChildren;
  /** Where the page stands in the report, and the indicators whose figures it shows: what its files of data go by. */
  data?: { file: string; indicators: readonly IndicatorResult[] };
}

/** The page of communities and areas has the name of what it holds, and is left out where it would be empty. */
function Menu({ root, current, results }: Pick<PageProps, "root" | "current" | "results">) {
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
export function Footer({ results, build }: Pick<PageProps, "results" | "build">) {
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

/** A whole page as text. */
export function page(props: PageProps): string {
  const { title, description, current, scripts = [], results, build, root, children, data } = props;
  const say = sayIn(results);
  const name = title === results.title ? title : say.page.title(title, results.title);
  return `<!doctype html>\n${renderToString(
    <Saying.Provider value={say}>
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
          {data !== undefined && (
            <script
              type="application/ld+json"
              dangerouslySetInnerHTML={{ __html: scriptText(described(props, data)) }}
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
            {children}
            {data !== undefined && <Downloads place={props} file={data.file} />}
          </main>
          <Footer results={results} build={build} />
        </body>
      </html>
    </Saying.Provider>,
  )}\n`;
}

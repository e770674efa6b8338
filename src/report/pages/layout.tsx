import { renderToString } from "preact-render-to-string";
import { sayIn } from "../../catalogue/say.ts";
import { termsOf } from "../../narrate/glossary-terms.ts";
import { peopleTitle } from "../../narrate/profile.ts";
import type { Gallery } from "../gallery.ts";
import { HeadLinks } from "../head-links.tsx";
import { described, scriptText } from "../json-ld.ts";
import { menu, type Page } from "../page.ts";
import { Downloads } from "./downloads-part.tsx";
import { FootLinks, Responsible } from "./foot.tsx";
import { Glossary, TermNotes } from "./prose.tsx";
import { Shell } from "./shell.tsx";
import { Charts, Edition, Saying, useSay } from "./surroundings.ts";

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

/** Who answers for the report, its licence and its build; what leads on, on a page of the folder. */
export function Footer({ results, build, page }: Pick<Page, "results" | "build"> & { page?: Page }) {
  const { licence, made } = useSay().page;
  const attributions = [...new Set(results.sources.flatMap(({ attribution }) => attribution ?? []))];
  return (
    <footer class="foot">
      <div class="wide">
        <Responsible results={results} />
        {page !== undefined && <FootLinks page={page} />}
        <p class="small">
          {results.licence === null ? (
            licence.none(results.publisher)
          ) : (
            <>
              {licence.before}
              <a href={results.licence.url} rel="license">
                {results.licence.title}
              </a>
              {licence.after}
            </>
          )}
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

/** The sign of whoever publishes. */
function Logo({ build: { look }, root }: Pick<Page, "build" | "root">) {
  if (look?.logo == null) return null;
  return <img class="logo" src={`${root}${look.logo.path}`} alt={look.logo.alt} />;
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
export function pageText(page: Page, charts: Gallery, shared: ReadonlyMap<string, string> = new Map()): string {
  const { title, description, current, scripts = [], indicators, results, build, root } = page;
  const say = sayIn(results);
  const name = title === results.title ? title : say.page.title(title, results.title);
  return `<!doctype html>\n${renderToString(
    <Saying.Provider value={say}>
      <Charts.Provider value={charts}>
        <Shell
          language={results.language}
          name={name}
          description={description}
          root={root}
          skip={say.page.skip}
          links={<HeadLinks page={page} shared={shared} />}
          styled={
            <>
              <script defer src={`${root}script/charts.js`} />
              <script defer src={`${root}script/actions.js`} />
            </>
          }
          last={
            <>
              {scripts.map((file) => (
                <script key={file} defer src={`${root}${file}`} />
              ))}
              {indicators !== undefined && (
                <script
                  type="application/ld+json"
                  dangerouslySetInnerHTML={{ __html: scriptText(described({ ...page, indicators })) }}
                />
              )}
            </>
          }
          head={
            <>
              <Logo build={build} root={root} />
              <p class="report">
                <a href={`${root}index.html`}>{results.title}</a> <span>{results.year}</span>
              </p>
              <Menu root={root} current={current} results={results} />
            </>
          }
          foot={<Footer results={results} build={build} page={page} />}
        >
          <Edition.Provider value={results}>
            <Glossary.Provider value={{ terms: termsOf(results), used: new Set() }}>
              <Content page={page} />
              <TermNotes root={root} />
            </Glossary.Provider>
          </Edition.Provider>
        </Shell>
      </Charts.Provider>
    </Saying.Provider>,
  )}\n`;
}

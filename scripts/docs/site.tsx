import { existsSync, readFileSync } from "node:fs";
import { join, normalize, posix } from "node:path";
import { renderToString } from "preact-render-to-string";
import { Shell } from "../../src/report/pages/shell.tsx";
import { style } from "../../src/report/styles/style.ts";
import { readAssets } from "../../src/run/read-assets.ts";
import { madePages } from "./made.ts";
import { type Written, written } from "./markdown.ts";
import { type Listed, outline, type Section } from "./outline.ts";

/** The documentation as pages, drawn with the report's own frame and styles. */

export interface SiteFile {
  path: string;
  content: string | Uint8Array;
}

const ownStyle = `
.code pre { margin: 0; padding: .75rem 1rem; background: var(--tint); border-radius: 4px; width: max-content; min-width: 100%; }
.code code { font-size: .875rem; line-height: 1.5; overflow-wrap: normal; white-space: pre; }
.file { margin: 1.25rem 0 .25rem; font-size: .875rem; }
.scroll td, .scroll th { overflow-wrap: normal; min-width: 6rem; }
.turn { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 2rem; border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; }
.turn p { margin: 0; }
@media print { .turn { display: none; } .code pre { width: auto; white-space: pre-wrap; } .code code { white-space: pre-wrap; } }
`;

interface Entry extends Listed {
  section: Section;
  path: string;
  page: Written;
}

/** Where a page of the outline stands in the site. */
const pathOf = (file: string): string => `${posix.basename(file).toLowerCase()}.html`;

export function siteFiles(root: string): SiteFile[] {
  const made = madePages(root);
  const listed = outline.flatMap((section) =>
    section.pages
      .filter(({ file }) => file.startsWith("made/") || existsSync(join(root, `${file}.md`)))
      .map((one) => ({ ...one, section })),
  );
  const there = new Set(listed.map(({ file }) => `${file}.md`));
  /** Links to other pages of the outline stay links; files that stand in the repository alone are named. */
  const linked =
    (from: string) =>
    (href: string): string | null => {
      if (/^(https?|mailto):/.test(href) || href.startsWith("#")) return href;
      const [file = "", fragment] = href.split("#");
      const target = normalize(join(posix.dirname(from), file)).replaceAll("\\", "/");
      if (target === "README.md") return "index.html";
      if (!there.has(target)) return null;
      return `${pathOf(target.replace(/\.md$/, ""))}${fragment === undefined ? "" : `#${fragment}`}`;
    };
  const entries = listed.map((one): Entry => {
    const name = /^made\/(.+)/.exec(one.file)?.[1];
    const text = name === undefined ? readFileSync(join(root, `${one.file}.md`), "utf8") : made[name];
    if (text === undefined) throw new Error(`nothing makes the page ${one.file}`);
    return { ...one, path: pathOf(one.file), page: written(text, linked(one.file)) };
  });
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const inFrame = (name: string, description: string, section: string | null, content: preact.ComponentChildren) =>
    `<!doctype html>\n${renderToString(
      <Shell
        language="en-GB"
        name={name}
        description={description}
        root=""
        skip="Skip to the content"
        head={<Head current={section} />}
        foot={<Foot version={version} />}
      >
        {content}
      </Shell>,
    )}\n`;
  const html = [
    {
      path: "index.html",
      content: inFrame(
        "tempcheck: documentation",
        "How to use tempcheck, and what its figures mean.",
        null,
        <Start entries={entries} />,
      ),
    },
    ...outline.map((section) => ({
      path: `section-${section.id}.html`,
      content: inFrame(
        `${section.title} – tempcheck`,
        section.about,
        section.id,
        <>
          <h1>{section.title}</h1>
          <p class="lead">{section.about}</p>
          <List entries={entries.filter((one) => one.section.id === section.id)} />
        </>,
      ),
    })),
    ...entries.map((entry, i) => ({
      path: entry.path,
      content: inFrame(
        `${entry.page.title} – tempcheck`,
        entry.about,
        entry.section.id,
        <Article entry={entry} before={entries[i - 1]} after={entries[i + 1]} />,
      ),
    })),
  ];
  const fonts = readAssets().carried.filter(({ path }) => path.startsWith("fonts/"));
  return [...html, { path: "style.css", content: `${style}${ownStyle}` }, ...fonts];
}

function Head({ current }: { current: string | null }) {
  return (
    <>
      <p class="report">
        <a href="index.html">tempcheck</a> <span>documentation</span>
      </p>
      <nav class="menu" aria-label="Documentation">
        <ul>
          {outline.map(({ id, title }) => (
            <li key={id}>
              <a href={`section-${id}.html`} aria-current={id === current ? "true" : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

const Foot = ({ version }: { version: string }) => (
  <footer class="foot">
    <div class="wide">
      <p class="small">tempcheck {version}. The code is under the MIT licence.</p>
    </div>
  </footer>
);

const List = ({ entries }: { entries: readonly Entry[] }) => (
  <ul class="plain">
    {entries.map(({ path, page, about }) => (
      <li key={path}>
        <p>
          <a href={path}>{page.title}</a>
          <br />
          {about}
        </p>
      </li>
    ))}
  </ul>
);

function Start({ entries }: { entries: readonly Entry[] }) {
  return (
    <>
      <h1>tempcheck</h1>
      <p class="lead">
        Is a place getting fairer, and is everyone doing better? tempcheck reads figures of areas and groups, measures
        each gap by one method with its uncertainty, and writes the whole as a report that anyone can read.
      </p>
      {outline.map((section) => (
        <section key={section.id} aria-labelledby={section.id}>
          <h2 id={section.id}>{section.title}</h2>
          <p>{section.about}</p>
          <List entries={entries.filter((one) => one.section.id === section.id)} />
        </section>
      ))}
    </>
  );
}

function Article({ entry, before, after }: { entry: Entry; before: Entry | undefined; after: Entry | undefined }) {
  const { page, section } = entry;
  const parts = page.headings.filter(({ level }) => level === 2);
  return (
    <>
      <nav class="crumbs" aria-label="Breadcrumb">
        <ol>
          <li>
            <a href="index.html">Documentation</a>
          </li>
          <li>
            <a href={`section-${section.id}.html`}>{section.title}</a>
          </li>
          <li>
            <span aria-current="page">{page.title}</span>
          </li>
        </ol>
      </nav>
      <h1>{page.title}</h1>
      {parts.length > 2 && (
        <nav class="jump" aria-labelledby="on-this-page">
          <h2 id="on-this-page">On this page</h2>
          <ul>
            {parts.map(({ id, text }) => (
              <li key={id}>
                <a href={`#${id}`}>{text}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div dangerouslySetInnerHTML={{ __html: page.html }} />
      <nav class="turn" aria-label="Before and after">
        {before !== undefined && (
          <p>
            Before: <a href={before.path}>{before.page.title}</a>
          </p>
        )}
        {after !== undefined && (
          <p>
            Next: <a href={after.path}>{after.page.title}</a>
          </p>
        )}
      </nav>
    </>
  );
}

import { renderToString } from "preact-render-to-string";
import { sayIn } from "../../catalogue/say.ts";
import { type ComparedSection, comparedHow, notComparedIn, sectionsOf } from "../../narrate/side-by-side.ts";
import type { Comparison } from "../../results/comparison.ts";
import type { Publishable } from "../../results/results.ts";
import type { Assets } from "../assets.ts";
import { lookFiles } from "../brand.ts";
import type { Build } from "../page.ts";
import { Downloads } from "../pages/downloads-part.tsx";
import { Footer } from "../pages/layout.tsx";
import { DataTable } from "../pages/scrolling-table.tsx";
import { Shell } from "../pages/shell.tsx";
import { Saying, useSay } from "../pages/surroundings.ts";
import type { RenderedFile } from "../render.ts";
import { comparisonStyle } from "../styles/comparison-style.ts";
import { lookStyle } from "../styles/look-style.ts";
import { style } from "../styles/style.ts";
import { HeatMap } from "./heat-map.tsx";
import { SmallMultiples } from "./small-multiples.tsx";

interface Made {
  comparison: Comparison;
  /** What stands around the page: publisher, licence, contact and the sources of what is compared. */
  around: Publishable;
  build: Build;
}

/** The page that compares the places of a project, with what it needs beside it. It runs no script. */
export function comparisonFiles(made: Made, { carried }: Assets): RenderedFile[] {
  const { look } = made.build;
  return [
    { path: "report/index.html", content: comparisonPage(made) },
    { path: "report/style.css", content: `${style}${comparisonStyle}${lookStyle(look)}` },
    ...lookFiles(look).map(({ path, content }) => ({ path: `report/${path}`, content })),
    ...carried
      .filter(({ path }) => path.startsWith("fonts/"))
      .map(({ path, content }) => ({ path: `report/${path}`, content })),
  ];
}

function comparisonPage({ comparison, around, build }: Made): string {
  const say = sayIn(comparison);
  const { comparison: words } = say;
  const title = words.title(comparison.whole);
  const logo = build.look?.logo;
  return `<!doctype html>\n${renderToString(
    <Saying.Provider value={say}>
      <Shell
        language={comparison.language}
        name={title}
        description={words.description(comparison.whole, say.counted(comparison.places.length))}
        root=""
        skip={words.skip}
        links={around.url !== null && <link rel="canonical" href={`${around.url}report/index.html`} />}
        head={
          <>
            {logo != null && <img class="logo" src={logo.path} alt={logo.alt} />}
            <p class="report">
              <a href="index.html">{comparison.title}</a> <span>{comparison.year}</span>
            </p>
          </>
        }
        foot={<Footer results={around} build={build} />}
      >
        <h1>{title}</h1>
        <p class="lead">{words.lead(say.counted(comparison.places.length))}</p>
        <p>
          {comparison.about} {words.noRanks}
        </p>
        <Content comparison={comparison} around={around} build={build} />
      </Shell>
    </Saying.Provider>,
  )}\n`;
}

function Content({ comparison, around, build }: Made) {
  const { comparison: words } = useSay();
  const sections = sectionsOf(comparison);
  const left = notComparedIn(comparison);
  return (
    <>
      <nav class="jump" aria-labelledby="reports">
        <h2 id="reports">{words.headings.reports}</h2>
        <ul>
          {comparison.places.map(({ id, name }) => (
            <li key={id}>
              <a href={`../../${id}/report/index.html`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.length > 0 && (
        <>
          <section aria-labelledby="map">
            <h2 id="map">{words.headings.map}</h2>
            <p>{words.map.lead}</p>
            <HeatMap comparison={comparison} />
          </section>
          <section aria-labelledby="each">
            <h2 id="each">{words.headings.each}</h2>
            {sections.map((section) => (
              <Section key={section.id} section={section} />
            ))}
          </section>
        </>
      )}
      <section aria-labelledby="not-compared">
        <h2 id="not-compared">{words.headings.notCompared}</h2>
        {left.length === 0 ? (
          <p>{words.notCompared.none}</p>
        ) : (
          <ul>
            {left.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="how">
        <h2 id="how">{words.headings.method}</h2>
        <ul>
          {comparedHow(comparison).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="sources">
        <h2 id="sources">{words.headings.sources}</h2>
        <ul>
          {around.sources.map((source) => (
            <li key={source.id}>
              <a href={source.page}>{words.source(source.title, source.publisher, source.period)}</a>{" "}
              {words.licensed(source.licence)} {words.done(source.changes)} {source.notes.join(" ")}
            </li>
          ))}
        </ul>
      </section>
      <Downloads place={{ results: around, build, root: "" }} file="index.html" />
    </>
  );
}

function Section({ section }: { section: ComparedSection }) {
  const { comparison: words } = useSay();
  const { id, heading, question, reading, found, table, pairs, multiples, caveats } = section;
  return (
    <section class="compared" aria-labelledby={id}>
      <h3 id={id}>{heading}</h3>
      <p>{question}</p>
      <p>{found.join(" ")}</p>
      <p class="small">{reading}</p>
      <DataTable id={`${id}-places`} root="" table={table} />
      {multiples !== null && <SmallMultiples multiples={multiples} />}
      {pairs !== null && (
        <details>
          <summary>{pairs.summary}</summary>
          <DataTable id={`${id}-pairs`} root="" table={pairs.table} />
        </details>
      )}
      {caveats.length > 0 && (
        <>
          <h4>{words.caveats}</h4>
          <ul>
            {caveats.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

import { createHash } from "node:crypto";
import { renderToString } from "preact-render-to-string";
import { sayIn } from "../../catalogue/say.ts";
import type { DrawnChart } from "../../charts/chart.ts";
import { OnPage } from "../../charts/draw/picture.tsx";
import type { Publishable } from "../../results/results.ts";
import { embedPath } from "../citation.ts";
import { coloursStyle } from "../styles/colours-style.ts";

const style = `${coloursStyle}body { margin: 0; padding: .75rem; background: var(--paper); color: var(--ink); font: 1rem/1.45 Arimo, Arial, Helvetica, sans-serif; }
figure { margin: 0; max-width: 36rem; }
h1 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .25rem; text-wrap: balance; }
p { margin: .35rem 0; font-size: .875rem; color: var(--soft); }
a { color: var(--link); }
.picture { background: var(--chart-paper); forced-color-adjust: none; overflow-x: auto; }
.picture svg { display: block; width: 100%; height: auto; min-width: 22.25rem; overflow: visible; }
@media (max-width: 26rem) { .picture { margin-inline: -.75rem -.5rem; } }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 6px #1d1d1d; }
`;

const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`;

/**
 * A chart as a page that needs nothing beside it, so that it can be shown within another page or moved to another site.
 * Only an address of the report's own leads back from there.
 */
export function embedPage(results: Publishable, chart: DrawnChart, home: string): { path: string; content: string } {
  const say = sayIn(results);
  const { chartActions } = say;
  const indicator = results.indicators.find(({ id }) => chart.of?.startsWith(`${id}--`));
  const publishers = results.sources
    .filter(({ id }) => indicator?.datasets.includes(id))
    .map(({ publisher }) => publisher);
  const html = renderToString(
    <html lang={results.language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{chart.title}</title>
        {results.url !== null && <link rel="canonical" href={`${results.url}report/${home}#figure-${chart.id}`} />}
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <figure>
            <figcaption>
              <h1>{chart.title}</h1>
              <p>{chart.subtitle}</p>
            </figcaption>
            <section class="picture" tabindex={0} aria-labelledby={`chart-${chart.id}-title`}>
              <OnPage chart={chart} drawing={chart.drawing} />
            </section>
            <p>{chart.key}</p>
            <p>
              {publishers.length > 0 && `${chartActions.sources(say.list([...new Set(publishers)]))} `}
              {chartActions.from(
                results.title,
                String(results.year),
                results.publisher,
                results.licence?.title ?? null,
              )}{" "}
              {results.url !== null && (
                <a href={`${results.url}report/${home}#figure-${chart.id}`} target="_top" rel="noopener">
                  {chartActions.whole}
                </a>
              )}
            </p>
          </figure>
        </main>
      </body>
    </html>,
  );
  return { path: `report/${embedPath(chart.id)}`, content: `<!doctype html>\n${html}\n` };
}

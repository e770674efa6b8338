import { sayIn } from "../../catalogue/say.ts";
import { summaryDescription } from "../../narrate/captions.ts";
import { hasCore } from "../../narrate/core-first.ts";
import { changedSentences, countedOnce, stripCaption, themeCounts } from "../../narrate/overview.ts";
import type { Page, Place } from "../page.ts";
import { ChangesLink } from "./changes-page.tsx";
import { Findings } from "./findings-part.tsx";
import { Quadrant } from "./quadrant-part.tsx";
import { Thermometer } from "./thermometer.tsx";
import { VerdictGrid } from "./verdict-grid.tsx";

/** The first page: what changed, how many gaps are closing, gaps beside levels, the themes, and every comparison. */
export function indexPage(place: Place): Page {
  const { results } = place;
  const say = sayIn(results);
  const { headings } = say.glance;
  const all = countedOnce(results);
  return {
    ...place,
    file: "index.html",
    title: results.title,
    description: summaryDescription(results),
    current: "index.html",
    indicators: results.indicators,
    scripts: ["script/findings.js"],
    content: (
      <>
        <h1>
          {results.title} <span class="year">{results.year}</span>
        </h1>
        <p class="lead">{say.summary.about(results.place.name)}</p>
        <section aria-labelledby="changed" class="changed">
          <h2 id="changed">{headings.changed}</h2>
          {changedSentences(results).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
        <ChangesLink place={place} />
        <section aria-labelledby="strip">
          <h2 id="strip">{headings.strip}</h2>
          <p>{stripCaption(results)}</p>
          <Thermometer all={all} />
          <details>
            <summary>{headings.grid}</summary>
            <VerdictGrid results={results} />
          </details>
        </section>
        <section aria-labelledby="quadrant">
          <h2 id="quadrant">{headings.quadrant}</h2>
          <Quadrant place={place} />
        </section>
        <section aria-labelledby="themes">
          <h2 id="themes">{headings.themes}</h2>
          <ul class="short">
            {results.themes.map(({ id, title, missing }) => (
              <li key={id} id={id}>
                <h3>
                  <a href={`themes/${id}.html`}>{title}</a>
                </h3>
                <p>
                  {themeCounts(
                    say,
                    all.filter(({ indicator }) => indicator.theme === id),
                  )}
                </p>
                {missing.length > 0 && <p class="small">{say.glance.cannotYet(say.counted(missing.length))}</p>}
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="findings">
          <h2 id="findings">{headings.findings}</h2>
          {hasCore(results.indicators) && <p>{say.findings.coreFirst}</p>}
          <Findings place={place} />
        </section>
      </>
    ),
  };
}

import { sayIn } from "../../catalogue/say.ts";
import { Sparkline } from "../../charts/sparkline.tsx";
import { isMissing } from "../../model.ts";
import { type Breakdown, breakdownsOf } from "../../narrate/breakdown.ts";
import { headline } from "../../narrate/headline.ts";
import { levelOf } from "../../narrate/level.ts";
import { blankMarker } from "../../narrate/marks-and-figures.ts";
import { allBreakdowns, themeCounts } from "../../narrate/overview.ts";
import type { IndicatorResult, Publishable } from "../../results/results.ts";
import type { Page, Place } from "../page.ts";
import { VerdictBadge } from "./elements.tsx";
import { GapCell } from "./findings-part.tsx";
import { useSay } from "./lead-and-rest.tsx";
import { Missing } from "./missing.tsx";

type Theme = Publishable["themes"][number];

/** One theme: its indicators as cards, what cannot be measured yet, and where the actions are set out. */
export function themePage(place: Place, theme: Theme): Page {
  const { results } = place;
  const say = sayIn(results);
  const { themePage: words } = say;
  const indicators = results.indicators.filter((indicator) => indicator.theme === theme.id);
  const all = allBreakdowns(results).filter(({ indicator }) => indicator.theme === theme.id);
  return {
    ...place,
    file: `themes/${theme.id}.html`,
    title: theme.title,
    description: words.description(theme.title, results.place.name),
    current: null,
    indicators,
    content: (
      <>
        <nav aria-label={say.page.breadcrumb} class="crumbs">
          <ol>
            <li>
              <a href="../index.html">{say.page.menu["index.html"]}</a>
            </li>
            <li aria-current="page">{theme.title}</li>
          </ol>
        </nav>
        <h1>{theme.title}</h1>
        {theme.about !== null && <p class="lead">{theme.about}</p>}
        <section aria-labelledby="indicators">
          <h2 id="indicators">{words.indicators}</h2>
          {indicators.length === 0 ? (
            <p class="empty">
              <strong>{words.none}</strong> {words.noneMore}
            </p>
          ) : (
            <>
              <p>{themeCounts(say, all)}</p>
              <ul class="cards">
                {indicators.map((indicator) => (
                  <Card key={indicator.id} results={results} indicator={indicator} />
                ))}
              </ul>
            </>
          )}
        </section>
        {theme.missing.length > 0 && (
          <section aria-labelledby="missing">
            <h2 id="missing">{words.missing}</h2>
            <p>{words.missingMore}</p>
            <Missing theme={theme} />
          </section>
        )}
        <Actions theme={theme} />
        <Others place={place} theme={theme} />
      </>
    ),
  };
}

function Card({ results, indicator }: { results: Publishable; indicator: IndicatorResult }) {
  const page = `../indicators/${indicator.id}.html`;
  return (
    <li>
      <h3>
        <a href={page}>{indicator.title}</a>
      </h3>
      <p>{indicator.question}</p>
      {breakdownsOf(results, indicator).map((b) => (
        <Comparison key={b.name} b={b} />
      ))}
    </li>
  );
}

function Comparison({ b }: { b: Breakdown }) {
  const { latest, indicator, dimension, say } = b;
  const { themePage: words } = say;
  return (
    <section class="comparison" aria-labelledby={b.name}>
      <h4 id={b.name}>
        <a href={`../indicators/${indicator.id}.html#${dimension.id}`}>
          <span class="unseen">{say.page.before(indicator.title)}</span>
          {dimension.title}
        </a>
      </h4>
      <VerdictBadge verdict={b.result.verdict} />
      <p>{headline(b)}</p>
      <dl>
        <div>
          <dt>{words.level}</dt>
          <dd>
            {isMissing(latest.overall)
              ? blankMarker(latest.overall, latest)
              : say.figure(latest.overall, indicator.unit)}
            <br />
            <span class="small">{say.findings.levelOf(levelOf(b), latest.period.label)}</span>
          </dd>
        </div>
        <div>
          <dt>{words.absolute}</dt>
          <dd>
            <GapCell b={b} type="absolute" />
          </dd>
        </div>
        <div>
          <dt>{words.relative}</dt>
          <dd>
            <GapCell b={b} type="relative" />
          </dd>
        </div>
        <div>
          <dt>{words.spark}</dt>
          <dd>
            <Sparkline b={b} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Actions({ theme }: { theme: Theme }) {
  const { themePage: words } = useSay();
  if (theme.actions.length === 0) return null;
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{words.actions}</h2>
      <p>{words.actionsMore}</p>
      <ul>
        {theme.actions.map(({ title, url }) => (
          <li key={url}>
            <a href={url}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Others({ place: { results }, theme }: { place: Place; theme: Theme }) {
  const { themePage: words } = useSay();
  const others = results.themes.filter(({ id }) => id !== theme.id);
  if (others.length === 0) return null;
  return (
    <nav class="jump list" aria-labelledby="others">
      <h2 id="others" class="small">
        {words.others}
      </h2>
      <ul>
        {others.map(({ id, title }) => (
          <li key={id}>
            <a href={`${id}.html`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { sayIn } from "../../catalogue/say.ts";
import { answerOfBreakdown } from "../../narrate/answer-of-breakdown.ts";
import { type Breakdown, breakdownsOf } from "../../narrate/breakdown.ts";
import { returnings } from "../../narrate/return-words.ts";
import { stateWords } from "../../narrate/topic-words.ts";
import type { IndicatorResult } from "../../results/results.ts";
import type { Page, Place } from "../page.ts";
import { Follows } from "./actions-part.tsx";
import { BreakdownSection } from "./breakdown-part.tsx";
import { CommentarySection } from "./commentary-part.tsx";
import { Crumbs, throughTheme } from "./crumbs.tsx";
import { Bullets } from "./elements.tsx";
import { PartOf } from "./part-of.tsx";
import { ReturnLinks } from "./return-page.tsx";
import { useSay } from "./surroundings.ts";
import { Why } from "./why-part.tsx";

export function indicatorPage(place: Place, indicator: IndicatorResult): Page {
  const { results } = place;
  const breakdowns = breakdownsOf(results, indicator);
  const theme = results.themes.find(({ id }) => id === indicator.theme);
  const [first] = breakdowns;
  const say = sayIn(results);
  // The first stands beside the answer, where there is one.
  const caveats = first === undefined ? indicator.caveats : indicator.caveats.slice(1);
  return {
    ...place,
    file: `indicators/${indicator.id}.html`,
    title: indicator.title,
    description:
      first === undefined
        ? indicator.question
        : say.indicatorPage.description(indicator.title, answerOfBreakdown(first).headline),
    current: null,
    indicators: [indicator],
    charts: breakdowns.map(({ name }) => name),
    content: (
      <>
        <Crumbs way={throughTheme(theme)} here={indicator.title} />
        <h1>{indicator.title}</h1>
        <p class="lead">{indicator.question}</p>
        <PartOf results={results} indicator={indicator} />
        {breakdowns.slice(0, 1).map((b) => (
          <BreakdownSection key={b.name} b={b} isFirst />
        ))}
        <Follows results={results} indicator={indicator} />
        <ReturnLinks all={returnings(results).filter(({ programme }) => programme.indicators.includes(indicator.id))} />
        {indicator.commentary !== null && <CommentarySection commentary={indicator.commentary} />}
        <Others breakdowns={breakdowns.slice(1)} />
        {breakdowns.slice(1).map((b) => (
          <BreakdownSection key={b.name} b={b} isFirst={false} />
        ))}
        <details class="behind">
          <summary>
            {say.indicatorAnswers.behindPage}
            <span class="unseen">{say.page.unseen(indicator.title)}</span>
          </summary>
          {caveats.length > 0 && (
            <section aria-labelledby="caveats">
              <h2 id="caveats">{say.indicatorPage.caveats}</h2>
              <Bullets items={caveats} />
            </section>
          )}
          <Why results={results} indicator={indicator} />
          <Provenance place={place} indicator={indicator} />
        </details>
      </>
    ),
  };
}

/** The other breakdowns, each with what became of its gap. */
function Others({ breakdowns }: { breakdowns: readonly Breakdown[] }) {
  const { indicatorAnswers: words } = useSay();
  if (breakdowns.length === 0) return null;
  return (
    <nav class="jump" aria-labelledby="others">
      <h2 id="others">{words.others}</h2>
      <ul>
        {breakdowns.map((b) => (
          <li key={b.name}>
            <a href={`#${b.dimension.id}`}>{b.dimension.title}</a>: {b.say.within(stateWords(b))}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Provenance({ place: { results }, indicator }: { place: Place; indicator: IndicatorResult }) {
  const { indicatorPage: words, charts } = useSay();
  const sources = results.sources.filter(({ id }) => indicator.datasets.includes(id));
  return (
    <section aria-labelledby="provenance">
      <h2 id="provenance">{words.sources}</h2>
      <ul>
        {sources.map(({ id, title, publisher, period }) => (
          <li key={id}>
            <a href={`../sources.html#${id}`}>{title}</a>
            {words.from(publisher, period)}
          </li>
        ))}
      </ul>
      {indicator.breaks.length > 0 && (
        <Bullets items={indicator.breaks.map(({ from, why }) => charts.break(from, why))} />
      )}
      <p>
        {words.everyFigure.before}
        <a href="../../data/results.json">results.json</a>
        {words.everyFigure.between}
        <code>{indicator.id}</code>
        {words.everyFigure.after} {words.howMeasured.before}
        <a href="../method.html">{words.howMeasured.link}</a>
        {words.howMeasured.after}
      </p>
    </section>
  );
}

import { Sparkline } from "../../charts/sparkline.tsx";
import { isMissing } from "../../model.ts";
import { type Breakdown, breakdownsOf } from "../../narrate/breakdown.ts";
import { headline } from "../../narrate/headline.ts";
import { levelOf } from "../../narrate/level.ts";
import { blankMarker } from "../../narrate/marks-and-figures.ts";
import type { IndicatorResult, Publishable } from "../../results/results.ts";
import { VerdictBadge } from "./elements.tsx";
import { GapCell } from "./findings-part.tsx";
import { PartOf } from "./part-of.tsx";

interface Props {
  results: Publishable;
  indicators: readonly IndicatorResult[];
}

export const Cards = ({ results, indicators }: Props) => (
  <ul class="cards">
    {indicators.map((indicator) => (
      <Card key={indicator.id} results={results} indicator={indicator} />
    ))}
  </ul>
);

/** One indicator of a theme. */
function Card({ results, indicator }: { results: Publishable; indicator: IndicatorResult }) {
  const page = `../indicators/${indicator.id}.html`;
  return (
    <li>
      <h3>
        <a href={page}>{indicator.title}</a>
      </h3>
      <p>{indicator.question}</p>
      <PartOf results={results} indicator={indicator} />
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

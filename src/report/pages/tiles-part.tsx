import { ThenNow } from "../../charts/then-now.tsx";
import type { Breakdown } from "../../narrate/breakdown.ts";
import { bigFigure, tileSentences } from "../../narrate/tile-words.ts";
import { tilesOf } from "../../narrate/tiles.ts";
import type { Topic } from "../../narrate/topics.ts";
import type { Publishable } from "../../results/results.ts";
import { useSay } from "./surroundings.ts";
import { State } from "./topic-card.tsx";

/** The few topics that matter most: one number, its finding, then and now, and what is being done. */
export function Tiles({ results }: { results: Publishable }) {
  const { tiles: words } = useSay().answers;
  const topics = tilesOf(results).flatMap((topic) => (topic.b === null ? [] : [{ topic, b: topic.b }]));
  return topics.length === 0 ? null : (
    <section aria-labelledby="matters">
      <h2 id="matters">{words.heading}</h2>
      <ul class="tiles">
        {topics.map(({ topic, b }) => (
          <Tile key={topic.indicator.id} results={results} topic={topic} b={b} />
        ))}
      </ul>
    </section>
  );
}

function Tile({ results, topic: { indicator }, b }: { results: Publishable; topic: Topic; b: Breakdown }) {
  const { tiles: words } = useSay().answers;
  const { keepInMind } = useSay().indicatorAnswers;
  const big = bigFigure(b);
  const actions = results.themes.flatMap(({ actions: all }) => all.filter(({ id }) => indicator.actions.includes(id)));
  return (
    <li>
      <h3>
        <a href={`indicators/${indicator.id}.html`}>{indicator.title}</a>
      </h3>
      <State b={b} />
      {big !== null && (
        <p class="big">
          <span class="number">{big.number}</span> <span class="of">{big.of}</span>
        </p>
      )}
      <div class="found">
        {tileSentences(b).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <ThenNow b={b} />
      {indicator.caveats[0] !== undefined && <p class="small caveat">{keepInMind(indicator.caveats[0])}</p>}
      <div class="doing">
        <p>
          <strong>{words.doing}</strong>
        </p>
        {actions.length === 0 ? (
          <p>{words.nothing}</p>
        ) : (
          <ul>
            {actions.map(({ id, title, url }) => (
              <li key={id}>
                <a href={url}>{title}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

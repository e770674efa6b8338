import { useContext } from "preact/hooks";
import { sayIn } from "../../catalogue/say.ts";
import { programmeOf } from "../../charts/swings-chart.ts";
import { breakdownsOf } from "../../narrate/breakdown.ts";
import { firstSentence, type Returning, returnPath } from "../../narrate/return-words.ts";
import type { Publishable } from "../../results/results.ts";
import type { Reckoning } from "../../results/return-results.ts";
import { markdownHtml } from "../markdown.ts";
import type { Page, Place } from "../page.ts";
import { ChangeMap } from "./change-map.tsx";
import { Crumbs, throughTheme } from "./crumbs.tsx";
import { Bullets } from "./elements.tsx";
import { Assumptions } from "./return-assumptions.tsx";
import { Groups } from "./return-groups.tsx";
import { Back, Goes, Reckoned } from "./return-parts.tsx";
import { Swings } from "./return-swings.tsx";
import { Years } from "./return-years.tsx";
import { Deeper, useSay } from "./surroundings.ts";
import { State } from "./topic-card.tsx";

/** What one programme returns: the range, who changed, where the value goes, what it hangs on, stories, and what it is meant to move. */
export function returnPage(place: Place, r: Returning): Page {
  const { results } = place;
  const { programme } = r;
  const say = sayIn(results);
  const { returns: words } = say;
  const theme = results.themes.find(({ id }) => id === programme.theme);
  const meant = results.indicators.filter(({ id }) => programme.indicators.includes(id));
  const { reckoned } = programme;
  return {
    ...place,
    file: returnPath(programme),
    title: programme.title,
    description: words.description(programme.title, results.place.name),
    current: null,
    ...(reckoned === null ? {} : { indicators: meant }),
    charts: [programmeOf(programme)],
    content: (
      <>
        <Crumbs way={throughTheme(theme)} here={programme.title} />
        <h1>{programme.title}</h1>
        {programme.madeUp && (
          <p class="empty">
            <strong>{words.madeUp}</strong>
          </p>
        )}
        <p class="lead" data-first-screen="">
          {firstSentence(r)}
        </p>
        <p>
          {programme.about}{" "}
          <span class="year">
            ({words.period(String(programme.from), programme.to === null ? null : String(programme.to))})
          </span>
        </p>
        {programme.url !== null && (
          <p>
            <a href={programme.url}>{words.where}</a>
          </p>
        )}
        {reckoned !== null && <Back r={r} reckoned={reckoned} />}
        {programme.needed.length > 0 && (
          <section aria-labelledby="needed">
            <h2 id="needed">{words.neededHeading}</h2>
            <p>{words.neededLead}</p>
            <Bullets items={programme.needed} />
          </section>
        )}
        <ChangeMap r={r} />
        {reckoned !== null && <Figures results={results} r={r} reckoned={reckoned} />}
        <Stories r={r} />
        <Moves results={results} r={r} />
        {reckoned !== null && <Reckoned r={r} />}
      </>
    ),
  };
}

const Figures = ({ results, ...of }: { results: Publishable; r: Returning; reckoned: Reckoning }) => (
  <>
    <Goes {...of} />
    <Groups results={results} {...of} />
    <Years {...of} />
    <Swings {...of} />
    <Assumptions {...of} />
  </>
);

/** What people told, signed and dated. */
function Stories({ r: { programme } }: { r: Returning }) {
  const { returns: words, commentary, day } = useSay();
  const outline = 2 + useContext(Deeper);
  if (programme.stories.length === 0) return null;
  return (
    <section aria-labelledby="stories">
      <h2 id="stories">{words.stories.heading}</h2>
      <p>{words.stories.lead}</p>
      {programme.stories.map(({ author, role, date, markdown }) => (
        <div class="commentary" key={`${date} ${author} ${markdown}`}>
          <div class="written" data-authored="" dangerouslySetInnerHTML={{ __html: markdownHtml(markdown, outline) }} />
          <p class="signed">
            <strong>{commentary.signature(author, role)}</strong>, <time datetime={date}>{day(date)}</time>
          </p>
        </div>
      ))}
    </section>
  );
}

/** The indicators that a programme is meant to move, each with what became of its gap, and that this shows no cause. */
function Moves({ results, r: { programme } }: { results: Publishable; r: Returning }) {
  const { returns: words } = useSay();
  const meant = results.indicators.filter(({ id }) => programme.indicators.includes(id));
  return (
    <section aria-labelledby="moves">
      <h2 id="moves">{words.moves.heading}</h2>
      {meant.length === 0 ? (
        <p>{words.moves.none}</p>
      ) : (
        <>
          <p>
            {words.moves.lead} <strong>{words.moves.cause}</strong>
          </p>
          <ul class="short">
            {meant.map((indicator) => {
              return (
                <li key={indicator.id}>
                  <h3>
                    <a href={`../indicators/${indicator.id}.html`}>{indicator.title}</a>
                  </h3>
                  {breakdownsOf(results, indicator).map((b) => (
                    <div key={b.name}>
                      <State b={b} />
                      <p class="small">{b.dimension.title}</p>
                    </div>
                  ))}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}

/** Links to the programmes of a theme, each with what it returns; nothing where there are none. */
export function ReturnLinks({ all }: { all: readonly Returning[] }) {
  const { returns: words } = useSay();
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="returns">
      <h2 id="returns">{words.list.heading}</h2>
      <p>
        {words.list.lead} {words.moves.cause}
      </p>
      <ul>
        {all.map((r) => (
          <li key={r.programme.id}>
            <a href={`../${returnPath(r.programme)}`}>{r.programme.title}</a>: {firstSentence(r)}
            {r.programme.madeUp && ` ${words.madeUp}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

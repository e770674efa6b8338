import { sayIn } from "../../catalogue/say.ts";
import { returnings } from "../../narrate/return-words.ts";
import { themeTold } from "../../narrate/theme-counts.ts";
import { folded, topicsOf } from "../../narrate/topics.ts";
import type { Publishable } from "../../results/results.ts";
import type { Page, Place } from "../page.ts";
import { Actions } from "./actions-part.tsx";
import { CommentarySection } from "./commentary-part.tsx";
import { Crumbs } from "./crumbs.tsx";
import { Missing } from "./missing.tsx";
import { ReturnLinks } from "./return-page.tsx";
import { useSay } from "./surroundings.ts";
import { RACE, TopicCards, whoOf } from "./topic-card.tsx";

type Theme = Publishable["themes"][number];

/** One theme: its indicators as cards, what is not measured yet, and where the actions are set out. */
export function themePage(place: Place, theme: Theme): Page {
  const { results } = place;
  const say = sayIn(results);
  const { themePage: words } = say;
  const topics = topicsOf(results).filter(({ indicator }) => indicator.theme === theme.id);
  const { shown, more } = folded(topics, []);
  const isOfEthnicGroups = topics.some((topic) => whoOf(topic).includes(RACE));
  const isCore = shown.some(({ indicator }) => indicator.core);
  return {
    ...place,
    file: `themes/${theme.id}.html`,
    title: theme.title,
    description: words.description(theme.title, results.place.name),
    current: null,
    indicators: results.indicators.filter((indicator) => indicator.theme === theme.id),
    content: (
      <>
        <Crumbs here={theme.title} />
        <h1>{theme.title}</h1>
        {theme.about !== null && <p class="lead">{theme.about}</p>}
        {isOfEthnicGroups && (
          <p>
            <strong>{words.notTreatment}</strong>
          </p>
        )}
        <section aria-labelledby="indicators">
          <h2 id="indicators">{isCore ? words.core : words.indicators}</h2>
          {topics.length === 0 ? (
            <p class="empty">
              <strong>{words.none}</strong> {words.noneMore}
            </p>
          ) : (
            <>
              <p>
                {themeTold(results, theme, topics).counts}
                {isCore && ` ${words.coreMore}`} {!isOfEthnicGroups && words.notWhy}
              </p>
              <TopicCards results={results} topics={shown} root="../" asked />
            </>
          )}
        </section>
        {theme.commentary !== null && <CommentarySection commentary={theme.commentary} />}
        {more.length > 0 && (
          <section aria-labelledby="supporting">
            <h2 id="supporting">{words.supporting}</h2>
            <p>{words.supportingMore}</p>
            <TopicCards results={results} topics={more} root="../" asked />
          </section>
        )}
        {theme.missing.length > 0 && (
          <section aria-labelledby="missing">
            <h2 id="missing">{words.missing}</h2>
            <p>{words.missingMore}</p>
            <Missing theme={theme} heading="h3" />
          </section>
        )}
        <Actions results={results} theme={theme} />
        <ReturnLinks all={returnings(results).filter(({ programme }) => programme.theme === theme.id)} />
        <Others place={place} theme={theme} />
      </>
    ),
  };
}

/** Themes before and after that are listed, so that pages of very many themes do not grow with their square. */
const NEAR = 40;

function Others({ place: { results }, theme }: { place: Place; theme: Theme }) {
  const { themePage: words } = useSay();
  const at = results.themes.findIndex(({ id }) => id === theme.id);
  const others = results.themes.slice(Math.max(0, at - NEAR), at + NEAR + 1).filter(({ id }) => id !== theme.id);
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

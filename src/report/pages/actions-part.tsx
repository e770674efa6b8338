import type { IndicatorResult, Publishable } from "../../results/results.ts";
import { useSay } from "./surroundings.ts";

type Theme = Publishable["themes"][number];

/** The actions of the plan that an indicator is meant to follow, and that figures do not say what caused them. */
export function Follows({ results, indicator }: { results: Publishable; indicator: IndicatorResult }) {
  const { indicatorPage, indicatorAnswers: answers } = useSay();
  const { actions: words } = indicatorPage;
  const followed = results.themes.flatMap((theme) =>
    theme.actions.filter(({ id }) => indicator.actions.includes(id)).map((action) => ({ ...action, theme })),
  );
  const untold = followed.filter(({ owner, next }) => owner === null && next === null).length;
  return followed.length === 0 ? null : (
    <section aria-labelledby="follows">
      <h2 id="follows">{words.heading}</h2>
      <p>{words.lead(followed.length)}</p>
      <ul>
        {followed.map(({ id, title, theme, owner, next }) => (
          <li key={id}>
            <a href={`../themes/${theme.id}.html#${id}`}>{title}</a>
            {theme.id !== indicator.theme && words.ofTheme(theme.title)}
            <Steps owner={owner} next={next} />
          </li>
        ))}
      </ul>
      {untold > 0 && <p>{answers.noOwner(untold)}</p>}
      <p>{words.cause}</p>
    </section>
  );
}

/** Who leads an action and what comes next, as far as it was given. */
function Steps({ owner, next }: Pick<Theme["actions"][number], "owner" | "next">) {
  const { indicatorAnswers: words, day } = useSay();
  const told = [
    owner === null ? null : words.owner(owner),
    next === null ? null : words.next(day(next.date), next.what),
  ].filter((text) => text !== null);
  return told.length === 0 ? null : <p class="small">{told.join(" ")}</p>;
}

/** What a theme's part of the plan does, and which indicators are meant to follow each action. */
export function Actions({ results, theme }: { results: Publishable; theme: Theme }) {
  const { themePage: words } = useSay();
  if (theme.actions.length === 0) return null;
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{words.actions}</h2>
      <p>{words.actionsMore}</p>
      <ul>
        {theme.actions.map(({ id, title, url, owner, next }) => (
          <li key={id} id={id}>
            <a href={url}>{title}</a>
            <Steps owner={owner} next={next} />
            <Followers indicators={results.indicators.filter(({ actions }) => actions.includes(id))} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Followers({ indicators }: { indicators: readonly IndicatorResult[] }) {
  const { themePage: words } = useSay();
  if (indicators.length === 0) return <p class="small">{words.notFollowed}</p>;
  return (
    <ul class="followers" aria-label={words.followedBy}>
      {indicators.map(({ id, title }) => (
        <li key={id}>
          <a href={`../indicators/${id}.html`}>{title}</a>
        </li>
      ))}
    </ul>
  );
}

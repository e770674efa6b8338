import { themeTold } from "../../narrate/theme-counts.ts";
import type { Topic } from "../../narrate/topics.ts";
import type { Publishable } from "../../results/results.ts";
import { useSay } from "./surroundings.ts";

/** Each theme with its counts of topics, and how much of it is not measured. */
export function ThemeSummaries({ results, topics }: { results: Publishable; topics: readonly Topic[] }) {
  const { answers } = useSay();
  return (
    <section aria-labelledby="themes">
      <h2 id="themes">{answers.themes.heading}</h2>
      <ul class="short themes">
        {results.themes.map((theme) => {
          const { counts, missing } = themeTold(results, theme, topics);
          return (
            <li key={theme.id} id={theme.id}>
              <h3>
                <a href={`themes/${theme.id}.html`}>{theme.title}</a>
              </h3>
              <p>{counts}</p>
              {missing !== null && (
                <p class="small">
                  <a href={`data-gaps.html#missing-${theme.id}`}>
                    {missing.things}
                    <span class="unseen">{answers.tiles.about(theme.title)}</span>
                  </a>
                  {missing.why}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

import { folded, type Topic } from "../../narrate/topics.ts";
import type { Publishable } from "../../results/results.ts";
import { useSay } from "./surroundings.ts";
import { TopicCards } from "./topic-card.tsx";
import { TopicFilters } from "./topic-filters.tsx";

/** Every topic: the core ones, and the others folded below. Complete as it stands; with script it can be filtered. */
export function TopicList({ results, topics }: { results: Publishable; topics: readonly Topic[] }) {
  const { answers, counted } = useSay();
  const { shown, more } = folded(topics, results.firstPage.order);
  return (
    <div class="topic-list">
      <TopicFilters results={results} topics={topics} />
      <TopicCards results={results} topics={shown} root="" />
      {more.length > 0 && (
        <details class="more-topics">
          <summary>{answers.topics.more(counted(more.length))}</summary>
          <TopicCards results={results} topics={more} root="" />
        </details>
      )}
    </div>
  );
}

import { topicStates } from "../../catalogue/vocabulary.ts";
import type { Topic } from "../../narrate/topics.ts";
import type { Publishable } from "../../results/results.ts";
import { useSay } from "./surroundings.ts";
import { PLACES, whoOf } from "./topic-card.tsx";

interface Props {
  results: Publishable;
  topics: readonly Topic[];
}

interface Choice {
  key: "theme" | "who" | "verdict" | "core";
  options: { value: string; text: string }[];
}

/** What can be chosen, each with the topics that there are. */
function choices({ results, topics }: Props, filters: ReturnType<typeof useSay>["answers"]): Choice[] {
  const has = (of: (topic: Topic) => readonly string[], value: string): boolean =>
    topics.some((topic) => of(topic).includes(value));
  const who = [...results.characteristics, { id: PLACES, title: filters.filters.places }];
  return [
    {
      key: "theme",
      options: results.themes
        .filter(({ id }) => has(({ indicator }) => [indicator.theme], id))
        .map(({ id, title }) => ({ value: id, text: title })),
    },
    {
      key: "who",
      options: who.filter(({ id }) => has(whoOf, id)).map(({ id, title }) => ({ value: id, text: title })),
    },
    {
      key: "verdict",
      options: topicStates
        .filter((state) => has((topic) => [topic.state], state))
        .map((state) => ({ value: state, text: filters.states[state] })),
    },
    {
      key: "core",
      options: topics.some(({ indicator }) => indicator.core)
        ? [{ value: "core", text: filters.filters.coreOnly }]
        : [],
    },
  ];
}

/** Controls that the page's script takes out of the template. Without it, every topic stands below and nothing is dead. */
export function TopicFilters(props: Props) {
  const { answers, counted } = useSay();
  const { filters } = answers;
  return (
    <template id="topic-filters">
      <fieldset class="controls">
        <legend class="unseen">{filters.group}</legend>
        {choices(props, answers)
          .filter(({ options }) => options.length > 0)
          .map(({ key, options }) => (
            <div key={key}>
              <label for={`choose-${key}`}>{filters[key]}</label>
              <select id={`choose-${key}`} data-key={key}>
                <option value="">{filters.all[key]}</option>
                {options.map(({ value, text }) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ))}
              </select>
            </div>
          ))}
        <button type="button">{filters.reset(counted(props.topics.length))}</button>
        <p role="status" data-shown={filters.shown("{shown}", "{all}")} />
        <p class="empty" hidden>
          {filters.none}
        </p>
      </fieldset>
    </template>
  );
}

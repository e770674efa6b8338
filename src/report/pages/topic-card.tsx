import { temperatureMarks } from "../../charts/layout/chart-theme.ts";
import { ThenNow } from "../../charts/then-now.tsx";
import { type Breakdown, isNeutral } from "../../narrate/breakdown.ts";
import { spanOf } from "../../narrate/topic-ends.ts";
import { besideWords, changeWords, gapNow, nowOf, stateWords, sureWords } from "../../narrate/topic-words.ts";
import type { Topic } from "../../narrate/topics.ts";
import type { Publishable } from "../../results/results.ts";
import { Sign } from "./elements.tsx";
import { useSay } from "./surroundings.ts";
import { OtherComparisons, TopicNotes } from "./topic-notes.tsx";

interface Props {
  results: Publishable;
  topics: readonly Topic[];
  root: "" | "../";
  /** Whether the question that each answers stands under its name. */
  asked?: true;
}

/** Topics as cards, which stand as rows where there is room. */
export const TopicCards = ({ topics, ...all }: Props) => (
  <ul class="topics">
    {topics.map((topic) => (
      <Card key={topic.indicator.id} topic={topic} {...all} />
    ))}
  </ul>
);

/** What characteristics the groups of a topic's breakdowns are told apart by; areas are by none. */
export const PLACES = "places";
/** The characteristic that ethnic groups are told apart by. */
export const RACE = "race";
export const whoOf = ({ b, others }: Topic): string[] => [
  ...new Set([b ?? [], others].flat().map(({ dimension }) => dimension.characteristic ?? PLACES)),
];

function Card({ results, topic, root, asked }: Omit<Props, "topics"> & { topic: Topic }) {
  const { answers } = useSay();
  const { indicator, b, state } = topic;
  const [caveat] = indicator.caveats;
  const theme = results.themes.find(({ id }) => id === indicator.theme);
  return (
    <li
      class="topic"
      data-theme={indicator.theme}
      data-who={whoOf(topic).join(" ")}
      data-verdict={state}
      data-core={indicator.core ? "core" : undefined}
    >
      <div class="named">
        <h3>
          <a href={`${root}indicators/${indicator.id}.html`}>{indicator.title}</a>
        </h3>
        {b !== null && <State b={b} />}
        {asked && <p class="question">{indicator.question}</p>}
        <p class="small">
          {[b?.dimension.title, asked ? null : theme?.title, indicator.core ? answers.core : null]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <TopicNotes results={results} topic={topic} root={root} />
        {asked && whoOf(topic).includes(RACE) && caveat !== undefined && <p class="small">{caveat}</p>}
        {!asked && <OtherComparisons topic={topic} root={root} told={asked} />}
      </div>
      {b === null ? <p>{answers.gap.noFigures(String(results.year))}</p> : <Facts b={b} />}
      {asked && <OtherComparisons topic={topic} root={root} told={asked} />}
    </li>
  );
}

/** What became of the gap: sign and words. What is neither good nor ill has no colour of either. */
export function State({ b }: { b: Breakdown }) {
  const { temperature } = b.result.verdict;
  return (
    <p class={`badge ${isNeutral(b) ? "steady" : temperature}`}>
      <Sign {...temperatureMarks[temperature]} />
      <strong>{stateWords(b)}</strong>
    </p>
  );
}

function Facts({ b }: { b: Breakdown }) {
  const { gap, change, sure, beside } = b.say.answers;
  const span = spanOf(b);
  const changes = changeWords(b);
  const place = besideWords(b);
  const { because } = b.result.verdict;
  return (
    <dl>
      <div>
        <dt>{gap.heading(nowOf(b))}</dt>
        {gapNow(b).map((text) => (
          <dd key={text}>{text}</dd>
        ))}
      </div>
      <div>
        <dt>{change.heading(span?.since ?? null, span?.until ?? null)}</dt>
        <dd>
          <ThenNow b={b} />
        </dd>
        {changes.map((text) => (
          <dd key={text}>{text}</dd>
        ))}
        {because !== null && <dd>{change.not}</dd>}
      </div>
      <div>
        <dt>{sure.heading}</dt>
        {sureWords(b).map((text) => (
          <dd key={text}>{text}</dd>
        ))}
      </div>
      {place !== null && (
        <div>
          <dt>{beside.heading(place.place)}</dt>
          {place.told.map((text) => (
            <dd key={text}>{text}</dd>
          ))}
        </div>
      )}
    </dl>
  );
}

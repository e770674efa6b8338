import type { AnswerRow, TheAnswer } from "../../narrate/answer-rows.ts";
import { titleAmongPlaces } from "../../narrate/of-place.ts";
import type { Topic } from "../../narrate/topics.ts";
import { Sign } from "./elements.tsx";
import { useSay } from "./surroundings.ts";

/** Shapes that go with the rows of the answer, so that colour never speaks alone. */
const marks: Record<AnswerRow["state"], { path: string; filled: boolean; hue: string }> = {
  larger: { path: "M1 13H15L8 1Z", filled: true, hue: "heating" },
  smaller: { path: "M1 3H15L8 15Z", filled: true, hue: "cooling" },
  disagree: { path: "M8 1L15 8L8 15L1 8Z", filled: true, hue: "mixed" },
  same: { path: "M2 2H14V14H2Z", filled: true, hue: "steady" },
  untold: { path: "M8 2A6 6 0 1 0 8 14A6 6 0 1 0 8 2Z", filled: false, hue: "unclear" },
};

/** How many topics did what, the clearest of each with its figures. */
export function AnswerRows({ answer: { counted, howOld, rows } }: { answer: TheAnswer }) {
  return (
    <section class="tallied" aria-labelledby="answered">
      <p class="counted">{[counted, howOld].filter((text) => text !== null).join(" ")}</p>
      <dl>
        {rows.map((row) => (
          <Row key={row.state} row={row} />
        ))}
      </dl>
    </section>
  );
}

/** A topic by its title, with the places that it compares where those are not of the report's own. */
const TopicLink = ({ topic: { indicator, b } }: { topic: Topic }) => (
  <a href={`indicators/${indicator.id}.html`}>{b === null ? indicator.title : titleAmongPlaces(b)}</a>
);

function Row({ row: { state, count, label, lead, also, more } }: { row: AnswerRow }) {
  const { answers } = useSay();
  const { hue, ...mark } = marks[state];
  return (
    <div>
      <dt class={hue}>
        <Sign {...mark} /> <span class="number">{count}</span> <span class="label">{label}</span>
      </dt>
      <dd>
        {lead !== null && (
          <p>
            <TopicLink topic={lead.topic} />
            {lead.sentence === null ? "." : `: ${lead.sentence}`}
          </p>
        )}
        {also.length > 0 && (
          <p>
            {answers.andAlso}
            {also.map((topic, i) => (
              <span key={topic.indicator.id}>
                {i > 0 && "; "}
                <TopicLink topic={topic} />
              </span>
            ))}
            .
          </p>
        )}
        {more.length > 0 && <p>{more.join(" ")}</p>}
      </dd>
    </div>
  );
}

import { sameSource } from "../../narrate/same-source.ts";
import { gapNow, stateWords } from "../../narrate/topic-words.ts";
import type { Topic } from "../../narrate/topics.ts";
import type { Publishable } from "../../results/results.ts";
import { useSay } from "./surroundings.ts";

interface Props {
  results: Publishable;
  topic: Topic;
  root: "" | "../";
}

/** What a topic shares with others, and whether it is counted. */
export function TopicNotes({ results, topic, root }: Props) {
  const { answers, counted } = useSay();
  const { indicator } = topic;
  const { notes } = answers;
  const whole = results.indicators.find(({ id }) => id === indicator.partOf);
  const shared = whole === undefined ? sameSource(results, indicator) : null;
  const page = (id: string): string => `${root}indicators/${id}.html`;
  return (
    <>
      {whole !== undefined && (
        <p class="small">
          {notes.partOf.before}
          <a href={page(whole.id)}>{whole.title}</a>
          {notes.partOf.after}
        </p>
      )}
      {shared !== null && (
        <p class="small">
          {notes.sameSource.before}
          <a href={page(shared.first.id)}>{shared.first.title}</a>
          {notes.sameSource.after(counted(shared.more))}
        </p>
      )}
      {indicator.place !== null && <p class="small">{notes.ofPlace(indicator.place)}</p>}
      {indicator.sentence.events && <p class="small">{notes.events}</p>}
      {indicator.better === "neither" && (
        <p class="small">{indicator.sentence.events ? notes.neitherEvents : notes.neither}</p>
      )}
    </>
  );
}

interface OthersProps {
  topic: Topic;
  root: "" | "../";
  /** Whether each is told with its figures. */
  told: true | undefined;
}

/** The other comparisons of a topic, which are not counted: links with what became of each, or what each has to say. */
export function OtherComparisons({ topic: { indicator, others }, root, told }: OthersProps) {
  const { answers } = useSay();
  if (others.length === 0) return null;
  const links = others.map((b) => ({
    b,
    link: (
      <a href={`${root}indicators/${indicator.id}.html#${b.dimension.id}`}>
        {b.dimension.title}
        <span class="unseen">{answers.tiles.about(indicator.title)}</span>
      </a>
    ),
  }));
  return told ? (
    <ul class="plain also">
      {links.map(({ b, link }) => (
        <li key={b.name}>
          {link}: {gapNow(b).join(" ")} {stateWords(b)}.
        </li>
      ))}
    </ul>
  ) : (
    <p class="small">
      {answers.also}
      {links.map(({ b, link }, i) => (
        <span key={b.name}>
          {i > 0 && "; "}
          {link} ({b.say.within(stateWords(b))})
        </span>
      ))}
    </p>
  );
}

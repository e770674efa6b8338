import { sayIn } from "../../catalogue/say.ts";
import { theAnswer } from "../../narrate/answer-rows.ts";
import { topicsOf } from "../../narrate/topics.ts";
import type { Publishable } from "../../results/results.ts";
import type { Page, Place } from "../page.ts";
import { AnswerRows } from "./answer-part.tsx";
import { ChangesLink } from "./changes-page.tsx";
import { CommentarySection } from "./commentary-part.tsx";
import { FindArea, findAreaScript } from "./find-area.tsx";
import { Prose } from "./prose.tsx";
import { useSay } from "./surroundings.ts";
import { ThemeSummaries } from "./theme-summaries.tsx";
import { Tiles } from "./tiles-part.tsx";
import { TopicList } from "./topic-list.tsx";

/** The first page: the answer and what carries it, what matters most, every topic, the themes. */
export function indexPage(place: Place): Page {
  const { results } = place;
  const { answers, summary } = sayIn(results);
  const topics = topicsOf(results);
  const answer = theAnswer(results);
  return {
    ...place,
    file: "index.html",
    title: results.title,
    description: answers.description(answer.question, answer.sentence),
    current: "index.html",
    indicators: results.indicators,
    scripts: ["script/findings.js", ...(results.areas.length > 0 ? [findAreaScript] : [])],
    content: (
      <>
        <h1 class="question">{answer.question}</h1>
        <div data-first-screen="">
          <p class="answer" id="answered">
            {answer.sentence}
          </p>
          {answer.worst !== null && <p class="worst">{answer.worst}</p>}
          <Ways results={results} />
          {answer.rows.length > 0 && <AnswerRows answer={answer} />}
        </div>
        <FindArea place={place} />
        <ChangesLink place={place} />
        <Tiles results={results} />
        {results.summary !== null && <CommentarySection commentary={results.summary} />}
        <section aria-labelledby="topics">
          <h2 id="topics">{answers.topics.heading}</h2>
          <p>
            <Prose text={answers.topics.lead} />
          </p>
          <TopicList results={results} topics={topics} />
        </section>
        <ThemeSummaries results={results} topics={topics} />
        <p class="about">{summary.about(results.place.name)}</p>
      </>
    ),
  };
}

/** Straight on to one's own area, and to what is not known. */
function Ways({ results }: { results: Publishable }) {
  const { answers, counted, within } = useSay();
  const { ways } = answers;
  const missing = results.themes.reduce((sum, theme) => sum + theme.missing.length, 0);
  const own = results.dimensions.filter(({ id }) => results.areas.some(({ dimension }) => dimension === id));
  return own.length === 0 && missing === 0 ? null : (
    <nav aria-label={ways.name}>
      <ul class="ways-on">
        {own.map(({ id, title }) => (
          <li key={id}>
            <a href={`#find-area-${id}`}>{ways.area(within(title))}</a>
          </li>
        ))}
        {missing > 0 && (
          <li>
            <a href="data-gaps.html">{ways.missing(counted(missing))}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}

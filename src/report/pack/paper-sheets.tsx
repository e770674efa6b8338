import type { ComponentChildren } from "preact";
import { sayIn } from "../../catalogue/say.ts";
import { theAnswer } from "../../narrate/answer-rows.ts";
import { byState, missingLead } from "../../narrate/measured-or-not.ts";
import { changeWords, gapNow, nowOf, sureWords } from "../../narrate/topic-words.ts";
import { speaking, type Topic, topicsOf } from "../../narrate/topics.ts";
import type { Publishable } from "../../results/results.ts";
import type { Place } from "../page.ts";
import { AnswerRows } from "../pages/answer-part.tsx";
import { ChartFigure } from "../pages/chart-figure.tsx";
import { useSay } from "../pages/surroundings.ts";
import { Tiles } from "../pages/tiles-part.tsx";
import { State } from "../pages/topic-card.tsx";
import type { Sheets } from "./sheets.tsx";

/** Most topics of the table, and most titles of a list, that one sheet of A4 holds. */
const MOST_ROWS = 30;
const MOST_LISTED = 12;

/** Four pages: the answer, the topics, three charts, and what cannot be said. */
export function paperSheets({ results, build }: Place, charts: readonly string[]): Sheets {
  const { paper } = sayIn(results);
  const topics = speaking(topicsOf(results));
  const year = String(results.year);
  const answer = theAnswer(results);
  return {
    title: paper.title(results.title, year),
    description: paper.description(results.title),
    sheets: [
      {
        key: "answer",
        content: (
          <>
            <h1 class="question">{answer.question}</h1>
            <p class="answer" id="answered">
              {answer.sentence}
            </p>
            {answer.worst !== null && <p class="worst">{answer.worst}</p>}
            {answer.rows.length > 0 && <AnswerRows answer={answer} />}
            <Tiles results={results} />
          </>
        ),
      },
      { key: "topics", content: <Topics topics={topics} /> },
      {
        key: "charts",
        content: (
          <>
            <h2>{paper.charts}</h2>
            <div class="three">
              {charts.map((id) => (
                <ChartFigure key={id} id={id} root="" size="half" heading="h3" />
              ))}
            </div>
          </>
        ),
      },
      {
        key: "cannot-say",
        content: (
          <>
            <Untold topics={topics} />
            <NotMeasured results={results} />
            <p class="small">{paper.foot(build.id, build.version)}</p>
          </>
        ),
      },
    ],
  };
}

function Topics({ topics }: { topics: readonly Topic[] }) {
  const { paper, counted } = useSay();
  const shown = topics.slice(0, MOST_ROWS);
  const { columns } = paper;
  const isCore = topics.some(({ indicator }) => indicator.core);
  return (
    <>
      <h2 id="topics-title">{(isCore ? paper.core : paper.all)(counted(topics.length))}</h2>
      <table aria-labelledby="topics-title">
        <thead>
          <tr>
            <th scope="col">{columns.topic}</th>
            <th scope="col">{columns.became}</th>
            <th scope="col">{columns.now}</th>
            <th scope="col">{columns.change}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ indicator, b }) => (
            <tr key={indicator.id}>
              <th scope="row">{indicator.title}</th>
              <td>{b !== null && <State b={b} />}</td>
              <td>{b !== null && `${nowOf(b)}: ${gapNow(b).slice(0, 2).join(" ")}`}</td>
              <td>{b !== null && (changeWords(b).length > 0 ? changeWords(b) : sureWords(b).slice(-1)).join(" ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {topics.length > shown.length && <p>{paper.notShown(counted(topics.length - shown.length))}</p>}
    </>
  );
}

/** Topics of which no change can be told, each reason once with the topics that it holds for. */
function Untold({ topics }: { topics: readonly Topic[] }) {
  const { paper, counted, list } = useSay();
  const untold = topics.filter(({ state }) => state === "cannot-tell" || state === "not-compared");
  const reasons = new Map<string, string[]>();
  for (const { indicator, b } of untold) {
    const why = b === null ? "" : (sureWords(b).at(b.result.verdict.because === null ? 1 : -1) ?? "");
    reasons.set(why, [...(reasons.get(why) ?? []), indicator.title]);
  }
  return (
    <>
      <h2>{paper.cannot}</h2>
      {untold.length > 0 && <p>{paper.untold(counted(untold.length))}</p>}
      <dl>
        {[...reasons].map(([why, titles]) => (
          <div key={why}>
            <dt>{why}</dt>
            <dd>{list(titles)}.</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What belongs in the report and is not in it, by what stands in the way. */
function NotMeasured({ results }: { results: Publishable }): ComponentChildren {
  const { paper, gaps, count } = useSay();
  const lead = missingLead(results);
  const states = byState(results.themes.flatMap(({ missing }) => missing));
  return lead === null ? null : (
    <>
      <h2>{paper.missing}</h2>
      <p>{lead}</p>
      {states.map(({ state, things }) => {
        const named = things.slice(0, MOST_LISTED).map(({ what }) => what);
        const more = things.length > named.length ? [paper.more(count(things.length - named.length))] : [];
        return (
          <div key={state}>
            <h3>{gaps.missing[state].heading}</h3>
            <p>{[...named, ...more].join("; ")}.</p>
          </div>
        );
      })}
    </>
  );
}

import { answerOfBreakdown, levelWords } from "../../narrate/answer-of-breakdown.ts";
import type { Breakdown } from "../../narrate/breakdown.ts";
import { certaintySentences } from "../../narrate/certainty.ts";
import { headlineDetail } from "../../narrate/headline.ts";
import { pageOf } from "../../narrate/page-of.ts";
import { changeSentences, paceSentences, trendSentences, verdictSentence } from "../../narrate/since-baseline.ts";
import { furthestSentence, headCountSentence, relativeSentence } from "../../narrate/state.ts";
import { publishedSpan, spanOf } from "../../narrate/topic-ends.ts";
import { besideWords, changeWords, sureWords } from "../../narrate/topic-words.ts";
import { isMissing } from "../../reasons-and-notes.ts";
import { BesideFigures } from "./beside-part.tsx";
import { ChartRow, useRows } from "./breakdown-charts.tsx";
import { ChartFigure } from "./chart-figure.tsx";
import { Comparators } from "./comparators-part.tsx";
import { Contributions } from "./contributions-part.tsx";
import { Bullets, VerdictBadge } from "./elements.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { NamedHeading } from "./named-heading.tsx";
import { Notes } from "./notes-part.tsx";
import { OtherMeasures } from "./other-measures.tsx";
import { OtherWays } from "./other-ways-part.tsx";
import { Prose } from "./prose.tsx";
import { useSay } from "./surroundings.ts";
import { State } from "./topic-card.tsx";
import { WorkingSteps } from "./working-part.tsx";

/** More groups than this stand in one tall column, with the words beside it. */
const MANY = 12;

/** So many areas are shown as a map, and their names and figures behind the fold. */
const isShownAsMap = (b: Breakdown, maps: readonly string[]): boolean =>
  b.latest.groups.length > MANY && maps.length > 0;

/** One indicator by one dimension: the answer with its charts, and behind a fold all that it rests on. */
export function BreakdownSection({ b, isFirst }: { b: Breakdown; isFirst: boolean }) {
  const { dimension, indicator, say } = b;
  const { idsIn } = useRows(b);
  // The newest gap stands first, also where it is published and figures by group are older.
  const isPublished = publishedSpan(b) !== null;
  const isMapped = isShownAsMap(b, idsIn("map"));
  const house = idsIn(isMapped ? "map" : "house");
  const caveat = isFirst ? indicator.caveats[0] : undefined;
  return (
    <section class="breakdown" aria-labelledby={dimension.id}>
      <h2 id={dimension.id}>{dimension.title}</h2>
      <div class={b.latest.groups.length > MANY ? "answering tall" : "answering"}>
        <Answer b={b} isFirst={isFirst} />
        <Figures ids={isPublished ? idsIn("published") : house} />
        <Figures ids={[...(isPublished ? house : idsIn("published")), ...idsIn("over-time")]} />
        <div class="told">
          <Means b={b} />
          {caveat !== undefined && <Caveat caveat={caveat} />}
        </div>
      </div>
      {!isMapped && <ChartRow ids={idsIn("map")} />}
      <details class="behind">
        <summary>
          {say.indicatorAnswers.behind}
          <span class="unseen">{say.page.unseen(dimension.title, indicator.title)}</span>
        </summary>
        <Behind b={b} />
      </details>
    </section>
  );
}

/** Its first sentence at sight, the rest behind it. */
function Caveat({ caveat }: { caveat: string }) {
  const { indicatorAnswers: words } = useSay();
  const [first = "", ...rest] = caveat.split(/(?<=[.!?]) (?=\p{Lu})/u);
  return rest.length === 0 ? (
    <p>{words.keepInMind(first)}</p>
  ) : (
    <details class="caveat">
      <summary>{words.keepInMind(first)}</summary>
      <p>{rest.join(" ")}</p>
    </details>
  );
}

const Figures = ({ ids }: { ids: readonly string[] }) =>
  ids.length === 0 ? null : (
    <div class="pictured">
      {ids.map((id) => (
        <ChartFigure key={id} id={id} root="../" size="half" heading="h3" />
      ))}
    </div>
  );

/** The figures of groups, and what became of the gap between them. */
function Answer({ b, isFirst }: { b: Breakdown; isFirst: boolean }) {
  const { answers } = b.say;
  const { headline, more } = answerOfBreakdown(b);
  const span = spanOf(b);
  const changes = changeWords(b);
  const level = levelWords(b);
  return (
    <div class="told" data-first-screen={isFirst ? "" : undefined}>
      <State b={b} />
      <p class="headline">{headline}</p>
      {more.length > 0 && <p>{more.join(" ")}</p>}
      {changes.length > 0 && (
        <>
          <NamedHeading as="h3" of={b.dimension.title}>
            {answers.change.heading(span?.since ?? null, span?.until ?? null)}
          </NamedHeading>
          {[...changes, level ?? []].flat().map((text) => (
            <p key={text}>
              <Prose text={text} />
            </p>
          ))}
        </>
      )}
    </div>
  );
}

/** How sure we are, the same elsewhere, and what it comes to in people. */
function Means({ b }: { b: Breakdown }) {
  const { answers, indicatorAnswers: words, icons } = b.say;
  const headCount = headCountSentence(b);
  const place = besideWords(b);
  // The chart of a published gap has said it.
  const notes = b.result.publishedElsewhere.map(({ note }) => note);
  return (
    <>
      <NamedHeading as="h3" of={b.dimension.title}>
        {words.sure}
      </NamedHeading>
      <p>
        <Prose text={sureWords(b).join(" ")} />
      </p>
      {place !== null && (
        <>
          <NamedHeading as="h3" of={b.dimension.title}>
            {answers.beside.heading(place.place)}
          </NamedHeading>
          <p>{place.told.filter((text) => !notes.includes(text)).join(" ")}</p>
        </>
      )}
      {headCount !== null && (
        <>
          <NamedHeading as="h3" of={b.dimension.title}>
            {words.means}
          </NamedHeading>
          <p>
            {headCount} {icons.arithmetic}
          </p>
        </>
      )}
    </>
  );
}

/** Everything that the answer rests on, for those who check it. */
function Behind({ b }: { b: Breakdown }) {
  const { dimension, result, indicator, say } = b;
  const { indicatorPage: words } = say;
  const told = [headlineDetail(b), relativeDetail(b)].filter((text) => text !== null);
  const { idsIn } = useRows(b);
  const who = idsIn("who");
  const furthest = furthestSentence(b);
  return (
    <>
      <p class="verdict">
        <VerdictBadge verdict={result.verdict} />
      </p>
      <p>{told.join(" ")}</p>
      <KeyFigures b={b} />
      {isShownAsMap(b, idsIn("map")) && <ChartRow ids={idsIn("house")} />}
      <ChartRow ids={idsIn("levels")} />
      <ChartRow ids={idsIn("gaps")} />
      {who.length > 0 && (
        <>
          <NamedHeading as="h3" of={dimension.title}>
            {words.who}
          </NamedHeading>
          {furthest !== null && <p>{furthest}</p>}
          <ChartRow ids={who} heading="h4" />
        </>
      )}
      <ChartRow ids={idsIn("people")} />
      <div class="columns">
        <div>
          <NamedHeading as="h3" of={dimension.title}>
            {words.changed}
          </NamedHeading>
          <p>{verdictSentence(b)}</p>
          <Bullets items={whatChanged(b)} />
          {result.verdict.because === null && <p class="small">{words.rule(say.method.rule(result.verdict))}</p>}
        </div>
        <div>
          <NamedHeading as="h3" of={dimension.title}>
            {words.certain}
          </NamedHeading>
          <Bullets items={certaintySentences(b)} />
          <Notes b={b} />
        </div>
      </div>
      <BesideFigures b={b} />
      <Comparators b={b} />
      <OtherWays b={b} />
      <Contributions b={b} />
      <NamedHeading as="h3" of={dimension.title}>
        {words.more}
      </NamedHeading>
      <OtherMeasures b={b} />
      <WorkingSteps b={b} />
      <details>
        <summary>
          {words.groups}
          <span class="unseen">{say.page.unseen(dimension.title, indicator.title)}</span>
        </summary>
        <p>{dimension.about}</p>
        <Members b={b} />
      </details>
    </>
  );
}

/** Two groups have their ratio beside their difference already. */
const relativeDetail = (b: Breakdown): string | null =>
  isMissing(b.latest.absolute) || (b.dimension.type === "pair" && !isMissing(b.latest.relative))
    ? null
    : relativeSentence(b);

/** Where nothing can be compared, the verdict has said why already. */
const whatChanged = (b: Breakdown): string[] => [
  ...(isMissing(b.result.change) ? [] : changeSentences(b, false)),
  ...trendSentences(b),
  ...paceSentences(b),
];

function Members({ b }: { b: Breakdown }) {
  const groups = b.dimension.groups.filter(({ members }) => members.length > 0);
  return groups.length === 0 ? null : (
    <dl>
      {groups.map(({ id, label, members }) => {
        const page = pageOf(b, id);
        return (
          <div key={id}>
            <dt>{page === null ? label : <a href={`../${page}`}>{label}</a>}</dt>
            <dd>{b.say.list(members)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

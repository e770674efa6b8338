import { isMissing } from "../../model.ts";
import type { Breakdown } from "../../narrate/breakdown.ts";
import { certaintySentences } from "../../narrate/certainty.ts";
import { headline, headlineDetail } from "../../narrate/headline.ts";
import { pageOf } from "../../narrate/page-of.ts";
import { changeSentences, paceSentences, trendSentences, verdictSentence } from "../../narrate/since-baseline.ts";
import { furthestSentence, headCountSentence, relativeSentence } from "../../narrate/state.ts";
import { ChartRow, useRows } from "./breakdown-charts.tsx";
import { Comparators } from "./comparators-part.tsx";
import { Contributions } from "./contributions-part.tsx";
import { Bullets, VerdictBadge } from "./elements.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { Notes } from "./notes-part.tsx";
import { OtherMeasures } from "./other-measures.tsx";
import { OtherWays } from "./other-ways-part.tsx";
import { WorkingSteps } from "./working-part.tsx";

/** One indicator by one dimension: the finding, its charts, and how sure we are. */
export function BreakdownSection({ b }: { b: Breakdown }) {
  const { dimension, result, indicator, say } = b;
  const { indicatorPage: words } = say;
  const told = [headlineDetail(b), relativeDetail(b)].filter((text) => text !== null);
  const headCount = headCountSentence(b);
  const { idsIn, isTall } = useRows(b);
  const who = idsIn("who");
  const furthest = furthestSentence(b);
  return (
    <section class="breakdown" aria-labelledby={dimension.id}>
      <h2 id={dimension.id}>{dimension.title}</h2>
      <p class="verdict">
        <VerdictBadge verdict={result.verdict} />
      </p>
      <p class="headline">{headline(b)}</p>
      <p>{told.join(" ")}</p>
      <KeyFigures b={b} />
      <ChartRow ids={idsIn("levels")} hasTall={isTall} />
      <ChartRow ids={idsIn("gaps")} />
      <ChartRow ids={idsIn("published")} />
      {who.length > 0 && (
        <>
          <h3>{words.who}</h3>
          {furthest !== null && <p>{furthest}</p>}
          <ChartRow ids={who} />
        </>
      )}
      {headCount !== null && (
        <p class="headcount">
          {headCount} <span class="small">{say.icons.arithmetic}</span>
        </p>
      )}
      <ChartRow ids={idsIn("people")} />
      <div class="columns">
        <div>
          <h3>{words.changed}</h3>
          <p>{verdictSentence(b)}</p>
          <Bullets items={whatChanged(b)} />
          {result.verdict.because === null && <p class="small">{words.rule(say.method.rule(result.verdict))}</p>}
        </div>
        <div>
          <h3>{words.sure}</h3>
          <Bullets items={certaintySentences(b)} />
          <Notes b={b} />
        </div>
      </div>
      <Comparators b={b} />
      <OtherWays b={b} />
      <Contributions b={b} />
      <h3>{words.more}</h3>
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
    </section>
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

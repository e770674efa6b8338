import { Fragment } from "preact";
import type { Breakdown } from "../../narrate/breakdown.ts";
import { funnelSentences, made, partsSentences, smoothedRows, smoothedSentences } from "../../narrate/told-beside.ts";
import { ChartRow, useRows } from "./breakdown-charts.tsx";
import { NamedHeading } from "./named-heading.tsx";
import { DataTable } from "./scrolling-table.tsx";

/** What the definition asks for beside the figures: a funnel, smoothed figures, the parts of a gap in life expectancy. */
export function BesideFigures({ b }: { b: Breakdown }) {
  const { beside: words } = b.say;
  const { idsIn } = useRows(b);
  const told = [
    { title: words.funnel.title, sentences: funnelSentences(b), charts: idsIn("funnel") },
    { title: words.parts.title, sentences: partsSentences(b), charts: idsIn("gap-parts") },
    { title: words.smoothed.title, sentences: smoothedSentences(b), charts: [] },
  ];
  return (
    <>
      {told.map(({ title, sentences, charts }) =>
        sentences === null ? null : (
          <Fragment key={title}>
            <NamedHeading as="h3" of={b.dimension.title}>
              {title}
            </NamedHeading>
            <p>{sentences.join(" ")}</p>
            <ChartRow ids={charts} heading="h4" />
          </Fragment>
        ),
      )}
      <Smoothed b={b} />
    </>
  );
}

function Smoothed({ b }: { b: Breakdown }) {
  const { smoothed: words } = b.say.beside;
  const smoothed = made(b, "smoothed");
  if (smoothed === null) return null;
  return (
    <details>
      <summary>
        {words.show}
        <span class="unseen">{b.say.page.unseen(b.dimension.title, b.indicator.title)}</span>
      </summary>
      <DataTable
        id={`smoothed-${b.name}`}
        root="../"
        table={{
          caption: words.caption(b.indicator.title, b.dimension.title, b.latest.period.label),
          head: words.head,
          rows: smoothedRows(b, smoothed),
        }}
      />
    </details>
  );
}

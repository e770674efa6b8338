import type { Breakdown } from "../../narrate/breakdown.ts";
import { denominatorSentences, movedRows, rankingRows, rankingSentences } from "../../narrate/other-ways.ts";
import { Bullets } from "./elements.tsx";
import { NamedHeading } from "./named-heading.tsx";
import { DataTable } from "./scrolling-table.tsx";

/** The gap by other populations and other rankings of the areas. */
export function OtherWays({ b }: { b: Breakdown }) {
  const { dimension, indicator, latest, say } = b;
  const { sensitivity: words } = say;
  const divided = denominatorSentences(b);
  const rows = rankingRows(b);
  const moved = movedRows(b);
  if (divided.length === 0 && rows.length === 0) return null;
  return (
    <>
      <NamedHeading as="h3" of={b.dimension.title}>
        {words.title}
      </NamedHeading>
      <Bullets items={divided} />
      {rows.length > 0 && (
        <details>
          <summary>
            {words.rankings}
            <span class="unseen">{say.page.unseen(dimension.title, indicator.title)}</span>
          </summary>
          <DataTable
            id={`${dimension.id}-rankings`}
            root="../"
            table={{
              caption: words.caption(indicator.title, dimension.title, latest.period.label),
              head: words.head,
              rows,
            }}
          />
          <Bullets items={rankingSentences(b)} />
          {moved.length > 0 && (
            <DataTable
              id={`${dimension.id}-moved`}
              root="../"
              table={{
                caption: words.movedCaption,
                head: [words.movedHead, words.own, ...dimension.rankings.map(({ name }) => say.capital(name))],
                rows: moved,
              }}
            />
          )}
        </details>
      )}
    </>
  );
}

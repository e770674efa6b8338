import { Fragment } from "preact";
import { placeHead, placeNotes, placeRows, publishedTables } from "../../narrate/beside-places.ts";
import type { Breakdown } from "../../narrate/breakdown.ts";
import { NamedHeading } from "./named-heading.tsx";
import { DataTable } from "./scrolling-table.tsx";

/** The gap beside the same gap in other places. */
export function Comparators({ b }: { b: Breakdown }) {
  const { dimension, indicator, latest, say } = b;
  const rows = placeRows(b);
  const published = publishedTables(b);
  if (rows.length + published.length === 0) return null;
  const { title, caption } = say.places;
  return (
    <>
      <NamedHeading as="h3" of={b.dimension.title}>
        {title}
      </NamedHeading>
      {rows.length > 0 && (
        <>
          <p>{placeNotes(b).join(" ")}</p>
          <DataTable
            id={`${dimension.id}-places`}
            root="../"
            table={{
              caption: caption(indicator.title, dimension.title, latest.period.label),
              head: placeHead(b),
              rows,
            }}
          />
        </>
      )}
      {published.map(({ about, table }, i) => (
        <Fragment key={about}>
          <p>{about}</p>
          <DataTable id={`${dimension.id}-published-${i}`} root="../" table={table} />
        </Fragment>
      ))}
    </>
  );
}

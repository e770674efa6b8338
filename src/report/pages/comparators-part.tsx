import { placeNotes, placeRows } from "../../narrate/beside-places.ts";
import type { Breakdown } from "../../narrate/breakdown.ts";
import { DataTable } from "./scrolling-table.tsx";

/** The gap beside the same gap in other places. */
export function Comparators({ b }: { b: Breakdown }) {
  const { dimension, indicator, latest, results, say } = b;
  const rows = placeRows(b);
  if (rows.length === 0) return null;
  const { title, caption, head } = say.places;
  return (
    <>
      <h3>{title}</h3>
      <p>{placeNotes(b).join(" ")}</p>
      <DataTable
        id={`${dimension.id}-places`}
        root="../"
        table={{
          caption: caption(indicator.title, dimension.title, latest.period.label),
          head: head(results.place.name),
          rows,
        }}
      />
    </>
  );
}

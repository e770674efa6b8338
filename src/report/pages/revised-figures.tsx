import { cellName, dimensionTitle, revisedCells, titleOf } from "../../narrate/revised.ts";
import type { Revised } from "../../results/changes.ts";
import { type Compared, Rows } from "./changes-rows.tsx";
import { useSay } from "./surroundings.ts";

/** Most revised figures that the page lists; the rest stand in the file. */
const MOST_SHOWN = 200;

/** How large a revision is beside the figure itself. */
const weight = ({ before, after }: Revised): number =>
  Math.abs(after.value - before.value) / Math.max(Math.abs(before.value), Math.abs(after.value), 1e-9);

/** Figures that are not what they were, the greatest revision first. */
export function RevisedFigures({ place: { results }, changes }: Compared) {
  const say = useSay();
  const words = say.changes;
  const { revised } = changes;
  if (revised.length === 0) return null;
  const shown = [...revised].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_SHOWN);
  const names = [...new Set(revised.map(({ indicator, dimension }) => `${indicator} ${dimension}`))];
  return (
    <section aria-labelledby="revised">
      <h2 id="revised">{words.headings.revised}</h2>
      <p>
        {shown.length === revised.length
          ? words.reading.all
          : words.reading.some(say.counted(revised.length), say.count(shown.length))}
      </p>
      {names.map((name) => {
        const own = shown.filter(({ indicator, dimension }) => `${indicator} ${dimension}` === name);
        const [first] = own;
        if (first === undefined) return null;
        const { indicator, dimension } = first;
        const caption = words.captions.breakdown(
          titleOf(results, changes, indicator),
          dimensionTitle(results, dimension),
        );
        return (
          <Rows
            key={name}
            id={`revised-${indicator}--${dimension}`}
            caption={caption}
            head={words.heads.revised}
            rows={own.map((one) => ({
              key: `${one.period} ${one.what} ${one.group}`,
              heading: cellName(say, one),
              cells: [one.period, ...revisedCells(say, one)],
            }))}
          />
        );
      })}
    </section>
  );
}

import type { Place } from "../page.ts";
import { titleIn } from "./data-gaps-matrix.tsx";
import { useSay } from "./surroundings.ts";

/** Reasons once each, with the indicators and characteristics they hold for. */
export function Reasons({ place: { results } }: { place: Place }) {
  const { gaps } = useSay();
  const titles = new Map(results.characteristics.map(({ id, title }) => [id, title.toLowerCase()]));
  const rows = results.dataGaps.flatMap(({ indicator, cells }) => {
    const whys = new Map<string, string[]>();
    for (const { why, characteristic } of cells)
      if (why !== null) whys.set(why, [...(whys.get(why) ?? []), titles.get(characteristic) ?? characteristic]);
    return whys.size === 0 ? [] : [{ indicator, whys: [...whys] }];
  });
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="reasons">
      <h2 id="reasons">{gaps.headings.reasons}</h2>
      <dl class="missing">
        {rows.map(({ indicator, whys }) => (
          <div key={indicator}>
            <dt>{titleIn(results, indicator)}</dt>
            {whys.map(([why, characteristics]) => (
              <dd key={why}>
                {gaps.reasonFor(characteristics)}
                <br />
                {why}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

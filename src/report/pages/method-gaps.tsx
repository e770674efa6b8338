import { headlineMeasuresOf, measuresOf } from "../../measure/all.ts";
import { editionOf, orders } from "../../model.ts";
import { isMissing } from "../../reasons-and-notes.ts";
import type { Place } from "../page.ts";
import { MeasureList, Part } from "./method-parts.tsx";
import { useSay } from "./surroundings.ts";

/** Definition ids of the headline gaps that this report shows. */
const usedIn = ({ results }: Pick<Place, "results">): ReadonlySet<string> =>
  new Set(
    results.indicators
      .flatMap(({ dimensions }) => dimensions.flatMap(({ periods }) => periods))
      .flatMap(({ absolute, relative }) => [absolute, relative])
      .flatMap((gap) => (isMissing(gap) ? [] : gap.definition)),
  );

/** The headline measures by how groups relate, and those beside them. */
export function Gaps({ results }: Pick<Place, "results">) {
  const { gaps, supporting: beside } = useSay().methodPage;
  const used = usedIn({ results });
  const edition = editionOf(results);
  const headlines = orders.flatMap((order) => headlineMeasuresOf(order, edition));
  return (
    <>
      <Part id="gaps" title={gaps.title}>
        {orders.map((order) => (
          <section key={order} aria-labelledby={`gaps-${order}`}>
            <h3 id={`gaps-${order}`}>{gaps.orders[order].title}</h3>
            <p>{gaps.orders[order].text}</p>
            <MeasureList measures={headlineMeasuresOf(order, edition)} used={used} />
          </section>
        ))}
      </Part>
      <Part id="supporting" title={beside.title}>
        <p>{beside.lead}</p>
        <MeasureList measures={measuresOf(edition).filter((measure) => !headlines.includes(measure))} used={null} />
      </Part>
    </>
  );
}

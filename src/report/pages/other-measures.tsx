import { differenceUnit, digits, significant } from "../../catalogue/format.ts";
import type { Say } from "../../catalogue/say.ts";
import type { Measure } from "../../measure/all.ts";
import { measures } from "../../measure/all.ts";
import type { Breakdown } from "../../narrate/breakdown.ts";
import { blankMarker } from "../../narrate/marks-and-figures.ts";
import { because, gapUnit } from "../../narrate/state.ts";
import { isMissing } from "../../reasons-and-notes.ts";
import { DataTable } from "./scrolling-table.tsx";

const byId = new Map(measures.map((measure) => [measure.id, measure]));

/** Every measure of the method for the latest period, for readers who want another view. */
export function OtherMeasures({ b }: { b: Breakdown }) {
  const { dimension, indicator, latest, say } = b;
  const { otherMeasures: words } = say;
  if (latest.measures.length === 0) return null;
  return (
    <details class="other-measures">
      <summary>
        {words.title}
        <span class="unseen">{say.page.unseen(dimension.title, indicator.title)}</span>
      </summary>
      <p>
        {words.about} <a href="../method.html#supporting">{words.meaning}</a>
      </p>
      <DataTable
        id={`${dimension.id}-measures`}
        root="../"
        table={{
          caption: words.caption(indicator.title, dimension.title, latest.period.label),
          head: words.head,
          rows: latest.measures.map(({ measure: id, definition, outcome }) => {
            const measure = byId.get(id) as Measure;
            const heading = say.method.measureName(id);
            if (isMissing(outcome))
              return { heading, cells: [blankMarker(outcome, latest), "", because(b, outcome), definition] };
            const headline = [latest.absolute, latest.relative].find((gap) => !isMissing(gap) && gap.measure === id);
            // The figure of the headline keeps the digits it has there.
            const places =
              headline === undefined || isMissing(headline)
                ? significant(outcome.oriented.value)
                : digits(headline.oriented, gapUnit(headline));
            return {
              heading,
              cells: [
                say.number(outcome.oriented.value, places),
                unitWords(say, measure, indicator.unit),
                say.range(outcome.oriented, places) ?? words.none,
                definition,
              ],
            };
          }),
        }}
      />
    </details>
  );
}

function unitWords({ otherMeasures: words, unitName }: Say, { unit, type }: Measure, indicatorUnit: string): string {
  switch (unit) {
    case "indicator":
      return type === "absolute" ? unitName(differenceUnit(indicatorUnit)) : indicatorUnit;
    case "squared":
      return words.squared(unitName(differenceUnit(indicatorUnit)));
    case "%":
      return "%";
    case "ratio":
      return words.ratio;
    case "number":
      return "";
  }
}

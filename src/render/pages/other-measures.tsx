import { measures } from "../../measure/all.ts";
import type { Measure } from "../../measure/measure.ts";
import { isMissing } from "../../model.ts";
import type { Breakdown } from "../breakdown.ts";
import { differenceUnit, digits, number, range, significant } from "../format.ts";
import { gapUnit } from "../sentences.ts";
import { blankMarker } from "../words.ts";
import { DataTable } from "./parts.tsx";

const byId = new Map(measures.map((measure) => [measure.id, measure]));

/** Every measure of the method for the latest period, for readers who want another view. */
export function OtherMeasures({ b }: { b: Breakdown }) {
  const { dimension, indicator, latest } = b;
  if (latest.measures.length === 0) return null;
  return (
    <details>
      <summary>
        Other measures
        <span class="unseen">
          : {dimension.title}, {indicator.title}
        </span>
      </summary>
      <p>
        Other ways to sum up the same groups, each turned so that more means the disadvantaged are worse off. None of
        them decides the verdict. <a href="../method.html#supporting">What they mean</a>
      </p>
      <DataTable
        id={`${dimension.id}-measures`}
        table={{
          caption: `All measures, ${indicator.title}, ${dimension.title}, ${latest.period.label}`,
          head: ["Measure", "Value", "Unit", "Interval", "Definition"],
          rows: latest.measures.map(({ measure: id, definition, outcome }) => {
            const measure = byId.get(id) as Measure;
            if (isMissing(outcome))
              return { heading: measure.name, cells: [blankMarker(outcome, latest), "", outcome.text, definition] };
            const headline = [latest.absolute, latest.relative].find((gap) => !isMissing(gap) && gap.measure === id);
            // The figure of the headline keeps the digits it has there.
            const places =
              headline === undefined || isMissing(headline)
                ? significant(outcome.oriented.value)
                : digits(headline.oriented, gapUnit(headline));
            return {
              heading: measure.name,
              cells: [
                number(outcome.oriented.value, places),
                unitWords(measure, indicator.unit),
                range(outcome.oriented, places) ?? "none",
                definition,
              ],
            };
          }),
        }}
      />
    </details>
  );
}

function unitWords({ unit, type }: Measure, indicatorUnit: string): string {
  switch (unit) {
    case "indicator":
      return type === "absolute" ? differenceUnit(indicatorUnit) : indicatorUnit;
    case "squared":
      return `${differenceUnit(indicatorUnit)}, squared`;
    case "%":
      return "%";
    case "ratio":
      return "ratio";
    case "number":
      return "";
  }
}

import { digits } from "../catalogue/format.ts";
import { type Breakdown, gapsOf } from "../narrate/breakdown.ts";
import { doOverlap, gapDescription, gapKey, gapName, gapSubtitle, gapTitle, span } from "../narrate/captions.ts";
import { blankMarker } from "../narrate/marks-and-figures.ts";
import { placesDescription, placesKey, placesOverTime, withPlaces } from "../narrate/places-over-time.ts";
import { gapUnit, whyNoGap } from "../narrate/state.ts";
import { isMissing } from "../reasons-and-notes.ts";
import { type Chart, chartName } from "./chart.ts";
import { blank, figure } from "./chart-table.ts";
import { gapSpec } from "./gap-layers.ts";
import { colours } from "./layout/chart-theme.ts";
import { placeColumns, placeSeries } from "./places-series.ts";

/** The absolute or the relative gap in every period that has one; null with fewer than two. */
export function gapChart(b: Breakdown, type: "absolute" | "relative"): Chart | null {
  const gaps = gapsOf(b, type);
  const last = gaps.at(-1);
  if (gaps.length < 2 || last === undefined) return null;
  const { charts } = b.say;
  const { columns } = charts;
  const unit = gapUnit(last.gap);
  const values = gaps.map(({ gap }) => gap.oriented);
  const labels = b.result.periods.map(({ period }) => period.label);
  const others = placesOverTime(b, type, labels);
  const periods = gaps.map(({ period }) => period.period);
  return {
    ...chartName(`gap-${type}`, b.name),
    title: gapTitle(b, type),
    subtitle: gapSubtitle(
      b,
      last.gap,
      span(
        b.say,
        gaps.map(({ period }) => period.period),
      ),
    ),
    description: [
      gapDescription(b, type),
      ...placesDescription(b, others, labels, (value) => b.say.figureWithRange(value, unit)),
    ].join(" "),
    key: withPlaces(gapKey(b, type), placesKey(b, others, !doOverlap(periods))),
    spec: gapSpec(
      {
        say: b.say,
        name: charts.gap.name[type],
        periods,
        values,
        unit,
        atEquality: last.gap.atEquality,
        colour: colours.blue,
        shape: "circle",
        breaks: b.indicator.breaks,
        isJoined: true,
        others: placeSeries(
          placesOverTime(
            b,
            type,
            periods.map(({ label }) => label),
          ),
        ),
      },
      (limits) => digits(limits, unit),
    ),
    table: {
      caption: charts.gap.caption(gapName(b, last.gap), b.indicator.title, b.dimension.title),
      hasBlanks: true,
      columns: [
        {
          is: "label",
          id: "period",
          title: columns.period,
          values: b.result.periods.map(({ period }) => period.label),
        },
        {
          is: "figure",
          id: "value",
          title: columns.gap,
          told: "number",
          interval: columns.interval,
          values: b.result.periods.map((result) => {
            const gap = result[type];
            return isMissing(gap)
              ? blank(blankMarker(gap, result), gap, whyNoGap(b, result, gap))
              : figure(gap.oriented, unit, digits(gap.oriented, unit));
          }),
        },
        ...placeColumns(b.say, others, unit),
      ],
    },
  };
}

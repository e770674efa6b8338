import { sharedDigits } from "../catalogue/format.ts";
import type { Breakdown } from "../narrate/breakdown.ts";
import { publishedDescription } from "../narrate/captions.ts";
import { placesDescription, placesKey, publishedOverTime, withPlaces } from "../narrate/places-over-time.ts";
import { type Chart, chartName } from "./chart.ts";
import { figure } from "./chart-table.ts";
import { gapSpec } from "./gap-layers.ts";
import { colours } from "./layout/chart-theme.ts";
import { placeColumns, placeSeries } from "./places-series.ts";

/** Gaps computed by a publisher: shown as they are. */
export function publishedCharts(b: Breakdown): Chart[] {
  const { charts } = b.say;
  return b.result.publishedGaps.flatMap((published, index) => {
    const { measure, unit, note, values, source, judged } = published;
    if (values.length < 2) return [];
    const others = publishedOverTime(b, published);
    const publisher = b.results.sources.find(({ id }) => id === source)?.publisher ?? source;
    const limits = values.map(({ value }) => ({ value, lower: null, upper: null }));
    const places = sharedDigits(limits, unit);
    // Published labels need not be years: they stand in order, a step apart.
    const periods = values.map(({ period }, i) => ({
      label: period,
      start: `${2000 + i}-01-01`,
      end: `${2000 + i}-12-31`,
    }));
    return {
      ...chartName("published", b.name, index + 1),
      title: charts.published.title(measure, judged),
      subtitle: charts.published.subtitle(
        charts.withUnit(b.indicator.title, unit),
        b.results.place.name,
        charts.span.between(values[0]?.period ?? "", values.at(-1)?.period ?? ""),
        publisher,
      ),
      description: [
        publishedDescription(b, values, unit, places, judged),
        ...placesDescription(
          b,
          others,
          values.map(({ period }) => period),
          ({ value }) => b.say.quantity(value, unit, places),
        ),
      ].join(" "),
      key: withPlaces(note, placesKey(b, others, false)),
      spec: gapSpec(
        {
          say: b.say,
          name: measure,
          periods,
          values: limits,
          unit,
          atEquality: 0,
          colour: colours.purple,
          shape: "diamond",
          breaks: [],
          isJoined: false,
          others: placeSeries(others),
        },
        () => places,
      ),
      table: {
        caption: charts.published.caption(charts.withUnit(measure, unit), publisher),
        ...(others.some((one) => one.values.includes(null)) ? { hasBlanks: true as const } : {}),
        columns: [
          { is: "label", id: "period", title: charts.columns.period, values: values.map(({ period }) => period) },
          {
            is: "figure",
            id: "value",
            title: charts.columns.gap,
            told: "number",
            interval: null,
            values: limits.map((one) => figure(one, unit, places)),
          },
          ...placeColumns(b.say, others, unit),
        ],
      },
    };
  });
}

import { digits } from "../catalogue/format.ts";
import type { Say } from "../catalogue/say.ts";
import type { PlaceOverTime } from "../narrate/places-over-time.ts";
import { blank, figure, type TableColumn } from "./chart-table.ts";
import { colours } from "./layout/chart-theme.ts";
import type { Series } from "./lines-series.ts";

/** Other places beside the place of the report: one muted colour, told apart by dash and shape, each named at its end. */

export const placeMarks = [
  { dash: [1, 4], shape: "square" },
  { dash: [8, 4], shape: "diamond" },
] as const;

/** No group has such an id. */
const idOf = (place: string): string => `@${place}`;

export const isOfPlace = ({ id }: Series): boolean => id.startsWith(idOf(""));

export const placeSeries = (places: readonly PlaceOverTime[]): Series[] =>
  places.flatMap(({ id, title, values }, i) => {
    const mark = placeMarks[i];
    return mark === undefined
      ? []
      : [
          {
            id: idOf(id),
            label: title,
            colour: colours.slate,
            shape: mark.shape,
            width: 2,
            isNamed: true,
            dash: [...mark.dash],
            values,
          },
        ];
  });

/** A column of figures for each, with its interval where it has one. */
export const placeColumns = ({ charts }: Say, places: readonly PlaceOverTime[], unit: string): TableColumn[] =>
  places.map(({ id, title, values }) => ({
    is: "figure",
    id,
    title,
    told: "number",
    interval: values.some((value) => value !== null && value.lower !== null) ? charts.elsewhere.interval(title) : null,
    values: values.map((value) => (value === null ? blank(null, null) : figure(value, unit, digits(value, unit)))),
  }));

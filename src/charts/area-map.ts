import { sharedDigits } from "../catalogue/format.ts";
import { type Breakdown, groupLabel } from "../narrate/breakdown.ts";
import { pageOf } from "../narrate/page-of.ts";
import { pointed, whoseWhen } from "../narrate/pointed.ts";
import { made } from "../narrate/told-beside.ts";
import { isMissing } from "../reasons-and-notes.ts";
import { blank, figure, notAvailable, type Table } from "./chart-table.ts";
import { shortUnit } from "./groups-layers.ts";
import { colours } from "./layout/chart-theme.ts";
import { type Classes, classesOf, inkOn } from "./layout/classes.ts";

/** An area as a map shows it: its figure in words, and the colours of its class. */
export interface MappedArea {
  id: string;
  name: string;
  text: string;
  /** What it says when it is pointed at. */
  said: string;
  fill: string;
  ink: string;
  isBlank: boolean;
}

export interface AreaMap {
  areas: MappedArea[];
  classes: Classes;
  table: Table;
}

/** Modelled figures beside the areas' own, where the definition asks for them. */
function smoothedColumn(b: Breakdown, sorted: readonly { id: string }[], places: number): Table["columns"][number][] {
  const smoothed = made(b, "smoothed");
  if (smoothed === null) return [];
  const { column, interval } = b.say.beside.smoothed;
  return [
    {
      ...{
        is: "figure",
        id: "modelled",
        title: b.say.charts.withUnit(column, b.indicator.unit),
        told: "number",
        interval,
      },
      values: sorted.map(({ id }) => {
        const area = smoothed.areas.find(({ group }) => group === id);
        return area === undefined ? blank(null, null) : figure(area.modelled, b.indicator.unit, places);
      }),
    },
  ];
}

/** The newest figures of areas in classes; null where there are none. */
export function areaMapOf(b: Breakdown): AreaMap | null {
  const { groups, period } = b.latest;
  const { unit } = b.indicator;
  const { charts, map } = b.say;
  const shown = groups.flatMap(({ estimate }) => (isMissing(estimate) ? [] : [estimate]));
  if (shown.length === 0) return null;
  const places = sharedDigits(shown, unit);
  const classes = classesOf(
    b.say,
    shown.map(({ value }) => value),
    unit,
    places,
  );
  const areas = groups.map(({ id, estimate, marker }): MappedArea => {
    const name = groupLabel(b, id);
    if (isMissing(estimate)) {
      const text = marker ?? notAvailable;
      const said = b.say.explore.pointed(whoseWhen(b.say, name, period.label), charts.noFigure(marker));
      return { id, name, text, said, fill: colours.paper, ink: colours.grey, isBlank: true };
    }
    const fill = classes.fillOf(estimate.value);
    return {
      id,
      name,
      text: b.say.quantity(estimate.value, shortUnit(unit), places),
      said: pointed(b.say, whoseWhen(b.say, name, period.label), estimate, unit, places),
      fill,
      ink: inkOn(fill),
      isBlank: false,
    };
  });
  const sorted = groups
    .map((group) => ({ ...group, name: groupLabel(b, group.id) }))
    .sort((a, c) => (a.name < c.name ? -1 : 1));
  return {
    areas,
    classes,
    table: {
      caption: map.caption(b.indicator.title, b.dimension.title, period.label),
      pages: sorted.map(({ id }) => pageOf(b, id)),
      hasBlanks: true,
      columns: [
        { is: "label", id: "group", title: map.area, values: sorted.map(({ name }) => name) },
        {
          is: "figure",
          id: "value",
          title: charts.withUnit(charts.columns.figure, unit),
          told: "number",
          interval: charts.columns.interval,
          values: sorted.map(({ estimate, marker }) =>
            isMissing(estimate) ? blank(marker, estimate) : figure(estimate, unit, places),
          ),
        },
        ...smoothedColumn(b, sorted, places),
      ],
    },
  };
}

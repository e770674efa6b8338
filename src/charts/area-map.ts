import { sharedDigits } from "../catalogue/format.ts";
import { isMissing } from "../model.ts";
import { type Breakdown, groupLabel } from "../narrate/breakdown.ts";
import { pageOf } from "../narrate/page-of.ts";
import { pointed } from "../narrate/pointed.ts";
import type { Table } from "./chart.ts";
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

/** Marker of a figure that is not available. */
const blank = "[x]";

export interface AreaMap {
  areas: MappedArea[];
  classes: Classes;
  table: Table;
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
  );
  const areas = groups.map(({ id, estimate, marker }): MappedArea => {
    const name = groupLabel(b, id);
    if (isMissing(estimate)) {
      const text = marker ?? blank;
      const said = b.say.explore.pointed(name, text);
      return { id, name, text, said, fill: colours.paper, ink: colours.grey, isBlank: true };
    }
    const fill = classes.fillOf(estimate.value);
    return {
      id,
      name,
      text: b.say.quantity(estimate.value, shortUnit(unit), places),
      said: pointed(b.say, name, estimate, unit, places),
      fill,
      ink: inkOn(fill),
      isBlank: false,
    };
  });
  const rows = groups
    .map(({ id, estimate, marker }) => ({
      heading: groupLabel(b, id),
      page: pageOf(b, id),
      cells: isMissing(estimate)
        ? [marker ?? blank, blank]
        : [b.say.number(estimate.value, places), b.say.range(estimate, places) ?? charts.notPublished],
    }))
    .sort((a, c) => (a.heading < c.heading ? -1 : 1));
  const head = [map.area, charts.withUnit(charts.columns.figure, unit), charts.columns.interval];
  return {
    areas,
    classes,
    table: { caption: map.caption(b.indicator.title, b.dimension.title, period.label), head, rows },
  };
}

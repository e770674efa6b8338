import { isMissing } from "../../model.ts";
import { type Breakdown, groupLabel } from "../breakdown.ts";
import { quantity, range, sharedDigits } from "../format.ts";
import { pointed } from "../sentences-explore.ts";
import { figureHead, mapCaption, noFigure, notPublished } from "../sentences-map.ts";
import type { Table } from "./chart.ts";
import { type Classes, classesOf, inkOn } from "./classes.ts";
import { shortUnit } from "./groups-layers.ts";
import { colours } from "./theme.ts";

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

/** The newest figures of areas in classes; null where there are none. */
export function areaMapOf(b: Breakdown): AreaMap | null {
  const { groups, period } = b.latest;
  const { unit } = b.indicator;
  const shown = groups.flatMap(({ estimate }) => (isMissing(estimate) ? [] : [estimate]));
  if (shown.length === 0) return null;
  const places = sharedDigits(shown, unit);
  const classes = classesOf(
    shown.map(({ value }) => value),
    unit,
  );
  const areas = groups.map(({ id, estimate, marker }): MappedArea => {
    const name = groupLabel(b, id);
    if (isMissing(estimate)) {
      const text = marker ?? noFigure;
      return { id, name, text, said: `${name}: ${text}`, fill: colours.paper, ink: colours.grey, isBlank: true };
    }
    const fill = classes.fillOf(estimate.value);
    return {
      id,
      name,
      text: quantity(estimate.value, shortUnit(unit), places),
      said: pointed(name, estimate, unit, places),
      fill,
      ink: inkOn(fill),
      isBlank: false,
    };
  });
  const rows = groups
    .map(({ id, estimate, marker }) => ({
      heading: groupLabel(b, id),
      cells: isMissing(estimate)
        ? [marker ?? noFigure, noFigure]
        : [quantity(estimate.value, "", places), range(estimate, places) ?? notPublished],
    }))
    .sort((a, c) => (a.heading < c.heading ? -1 : 1));
  return { areas, classes, table: { caption: mapCaption(b, period.label), head: figureHead(unit), rows } };
}

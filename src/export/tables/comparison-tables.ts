import { catalogues } from "../../catalogue/catalogue.ts";
import { isMissing } from "../../reasons-and-notes.ts";
import { standings, type WrittenComparison } from "../../results/comparison.ts";
import { type Cell, type DataTable, type DeclaredTable, dataTable, declaredTable } from "../data-table.ts";
import {
  filled,
  group,
  limitCells,
  limits,
  missing,
  missingCells,
  number,
  oneOf,
  period,
  series,
  share,
  text,
} from "../fields.ts";
import { gapTypes } from "./gap-table.ts";

const types = gapTypes;
const ofPlace = [{ columns: ["place"], table: "place" }] as const;

const place = ({ places }: WrittenComparison): DeclaredTable =>
  declaredTable({
    name: "place",
    key: ["place"],
    fields: { place: filled(text), name: filled(text), code: text, report: filled(text), build: filled(text) },
    rows: places.map(({ id, name, code, title, build }) => [id, name, code, title, build]),
  });

const placeGap = ({ compared }: WrittenComparison): DeclaredTable =>
  declaredTable({
    name: "place_gap",
    key: ["indicator", "dimension", "place", "type"],
    references: ofPlace,
    fields: {
      ...series,
      period: filled(text),
      place: filled(text),
      type: filled(oneOf(types, text)),
      measure: text,
      ...{ oriented: number, oriented_lower: number, oriented_upper: number, standard_error: number },
      ...{ beside: number, beside_lower: number, beside_upper: number },
      ...{ p: share, adjusted_p: share },
      standing: filled(oneOf(standings, text)),
      ...missing,
    },
    rows: compared.flatMap((one) =>
      one.places.flatMap((of) =>
        types.map((type): Cell[] => {
          const { gap, standardError, beside, p, adjustedP, standing } = of.gaps[type];
          return [
            ...[one.indicator, one.dimension, one.period, of.place, type, one.kinds[type]?.measure ?? null],
            ...limitCells(gap),
            standardError,
            ...(beside === null ? [null, null, null] : limitCells(beside)),
            ...[p, adjustedP, standing],
            ...missingCells(isMissing(gap) ? gap : null),
          ];
        }),
      ),
    ),
  });

const placeDifference = ({ compared }: WrittenComparison): DeclaredTable =>
  declaredTable({
    name: "place_difference",
    key: ["indicator", "dimension", "type", "place", "other"],
    references: [...ofPlace, { columns: ["other"], table: "place" }],
    fields: {
      ...series,
      period: filled(text),
      type: filled(oneOf(types, text)),
      ...{ place: filled(text), other: filled(text) },
      ...{ difference: number, difference_lower: number, difference_upper: number },
      ...{ p: share, adjusted_p: share },
      clear: { type: "true or false" },
      possible: { type: "true or false", filled: true },
    },
    rows: compared.flatMap((one) =>
      types.flatMap((type) =>
        one.differences[type].map(({ place, other, difference, p, adjustedP, clear, possible }): Cell[] => [
          ...[one.indicator, one.dimension, one.period, type, place, other],
          ...(difference === null ? [null, null, null] : limitCells(difference)),
          ...[p, adjustedP, clear, possible],
        ]),
      ),
    ),
  });

const OVERALL = "overall";

const placeFigure = ({ compared, language }: WrittenComparison): DeclaredTable =>
  declaredTable({
    name: "place_figure",
    key: ["indicator", "dimension", "place", "group_id"],
    references: ofPlace,
    fields: {
      ...series,
      period: filled(text),
      place: filled(text),
      ...group,
      group_label: filled(text),
      ...limits,
      ...missing,
    },
    rows: compared.flatMap((one) =>
      one.places.flatMap(({ place, overall, groups }) =>
        [{ group: OVERALL, label: catalogues[language].comparison.table.everyone, estimate: overall }, ...groups].map(
          ({ group, label, estimate }): Cell[] => [
            ...[one.indicator, one.dimension, one.period, place, group, label],
            ...limitCells(estimate),
            ...missingCells(isMissing(estimate) ? estimate : null),
          ],
        ),
      ),
    ),
  });

const placeSeries = ({ compared }: WrittenComparison): DeclaredTable =>
  declaredTable({
    name: "place_series",
    key: ["indicator", "dimension", "place", "period"],
    references: ofPlace,
    fields: {
      ...series,
      place: filled(text),
      ...period,
      ...{ oriented: number, oriented_lower: number, oriented_upper: number },
      ...missing,
    },
    rows: compared.flatMap((one) =>
      one.places.flatMap((of) =>
        of.series.map(({ period, start, end, absolute }): Cell[] => [
          ...[one.indicator, one.dimension, of.place, period, start, end],
          ...limitCells(absolute),
          ...missingCells(isMissing(absolute) ? absolute : null),
        ]),
      ),
    ),
  });

/** The tables of a comparison, made from what the reports of the places publish and nothing else. */
export const comparisonTablesOf = (written: WrittenComparison): DataTable[] =>
  [place, placeGap, placeDifference, placeFigure, placeSeries].map((make) =>
    dataTable(make(written), catalogues[written.language]),
  );

import type { Definitions } from "../define/definitions.ts";
import type { Indicator } from "../define/indicator.ts";
import { perOf, scaleOf } from "../define/kinds.ts";
import type { Cell, Counted, CountSystem, Side } from "../disclose/cell.ts";
import { combined, type Form, sumOfForms, unknown } from "../disclose/form.ts";
import type { Ingested } from "../ingest/ingest.ts";
import { seriesKey } from "../ingest/observations.ts";
import { type Figures, kindFacts, type Observation, type Period } from "../model.ts";
import { partsOfPeriods } from "./parts-of-periods.ts";

/** Where a count is printed. */
export interface PrintedCell {
  indicator: string;
  /** Null for everyone. */
  dimension: string | null;
  period: string;
  group: string;
}

/** All groups of a table together, and the people whom it has no group for. */
export const TOTAL = "*total";
export const UNRECORDED = "*unrecorded";
const EVERYONE = "*everyone";

export const cellKey = ({ indicator, dimension, period, group }: PrintedCell): string =>
  JSON.stringify([indicator, dimension, period, group]);
export const everyoneCell = (indicator: string, period: string): PrintedCell => ({
  ...{ indicator, period },
  ...{ dimension: null, group: EVERYONE },
});

/** What an earlier edition says of one count: how many it is, or that it is held back; null where it says nothing. */
export type Earlier = (cell: PrintedCell, side: Side) => number | "held-back" | null;

export interface PlacedCell extends Cell {
  at: PrintedCell;
}

/** A system of which one knows where its counts are printed. */
export interface PrintedCounts extends CountSystem {
  cells: readonly PlacedCell[];
}

/** Counts that the source has, or that its values give back; null where it has none. */
interface Counts {
  numerator: number | null;
  denominator: number | null;
  /** The source itself has the numerator as a range. */
  given: { lower: number; upper: number } | null;
}

interface Table {
  dimension: string;
  period: Period;
  withEveryone: boolean;
  cells: readonly { group: string; places: readonly string[]; counts: Counts }[];
  unrecorded: Counts | null;
}

/** Whether the people with the event are part of those counted, so that the others are a count as well. */
const isShare = ({ statistic }: Indicator): boolean => scaleOf(statistic) === "logit";

/**
 * Every count that the tables of an indicator would print, and how they hang together: groups and areas add up to
 * everyone, and where `isJoined`, years to the periods that are made of them.
 */
export function printedCounts(
  indicator: Indicator,
  definitions: Definitions,
  ingested: Ingested,
  { earlier, isJoined }: { earlier: Earlier; isJoined: boolean },
): PrintedCounts {
  const periods = periodsOf(indicator, ingested);
  const parts = isJoined ? partsOfPeriods(periods) : new Map(periods.map(({ label }) => [label, [label]]));
  const writer = new Writer(indicator, parts, earlier);
  for (const period of periods)
    writer.add(period, tablesOf(indicator, period, definitions, ingested), everyoneIn(indicator, period, ingested));
  return writer.system();
}

/** Periods of the figures of an indicator, each once. */
export function periodsOf({ id, dimensions }: Indicator, { observations, overall }: Ingested): Period[] {
  const all = [
    ...dimensions.flatMap(({ dimension }) => observations.get(seriesKey(id, dimension)) ?? []),
    ...(overall.get(id) ?? []),
  ];
  return [...new Map(all.map(({ period }) => [period.label, period])).values()];
}

function everyoneIn(indicator: Indicator, { label }: Period, { overall }: Ingested): Counts | null {
  const found = overall.get(indicator.id)?.find(({ period }) => period.label === label);
  return found ? countsOf(found, indicator) : null;
}

function tablesOf(indicator: Indicator, period: Period, { project }: Definitions, ingested: Ingested): Table[] {
  return indicator.dimensions.flatMap(({ dimension: id, with_everyone: withEveryone }): Table[] => {
    const dimension = project.value.dimensions.find((one) => one.id === id)!;
    const all = ingested.observations.get(seriesKey(indicator.id, id)) ?? [];
    const rows = all.filter((one) => one.period.label === period.label);
    if (rows.length === 0) return [];
    const cells = ingested.groups.get(id)!.groups.map(({ id: group, codes }) => {
      const row = rows.find((one) => one.group === group);
      const places =
        "areas" in dimension && codes.length > 0
          ? codes.map((code) => JSON.stringify([dimension.areas.dataset, dimension.areas.key, code]))
          : [JSON.stringify([id, group])];
      return { group, places, counts: row ? countsOf(row, indicator) : nothing };
    });
    const outside = rows.filter(({ group }) => group === null).map((row) => countsOf(row, indicator));
    return [{ dimension: id, period, withEveryone, cells, unrecorded: outside.length > 0 ? together(outside) : null }];
  });
}

const nothing: Counts = { numerator: null, denominator: null, given: null };

function countsOf({ figures, blank }: Observation, indicator: Indicator): Counts {
  const { numerator, denominator, bounds, denominatorBounds } = kindFacts[indicator.statistic.kind].givesCountBack
    ? implied(figures, indicator)
    : figures;
  const size = denominatorBounds ? null : (denominator ?? figures.weight);
  if (blank !== null) return { numerator: null, denominator: size, given: null };
  return bounds
    ? { numerator: null, denominator: size, given: { lower: bounds.lower, upper: bounds.upper } }
    : { numerator, denominator: size, given: null };
}

/** A share or rate of which one count is published gives its numerator with the denominator, and the other way round: to the nearest person, and at least one where there are any. */
function implied(figures: Figures, { statistic }: Indicator): Figures {
  const { value, numerator, denominator } = figures;
  const scale = scaleOf(statistic);
  if (scale === "identity" || value === null || (numerator === null) === (denominator === null)) return figures;
  const per = perOf(statistic);
  if (numerator !== null) return { ...figures, denominator: value > 0 ? Math.round((numerator * per) / value) : null };
  const size = denominator as number;
  const most = scale === "logit" && value < per ? size - 1 : Number.POSITIVE_INFINITY;
  return {
    ...figures,
    numerator: value === 0 ? 0 : Math.min(most, Math.max(1, Math.round((value * size) / per))),
  };
}

/** Counts added up; none where one of them is not known. */
function together(all: readonly Counts[]): Counts {
  const sum = (pick: (counts: Counts) => number | null): number | null =>
    all.reduce<number | null>((total, one) => {
      const count = pick(one);
      return total === null || count === null ? null : total + count;
    }, 0);
  return { numerator: sum((one) => one.numerator), denominator: sum((one) => one.denominator), given: null };
}

/** The letters of unknown counts: people with the event, without it, and all, where they are counted by themselves. */
type Letter = "with" | "without" | "all";

class Writer {
  readonly #indicator: Indicator;
  readonly #parts: ReadonlyMap<string, readonly string[]>;
  readonly #earlier: Earlier;
  readonly #cells: PlacedCell[] = [];
  readonly #relations: Form[] = [];
  readonly #wholes: string[][] = [];
  readonly #derived: { form: Form; count: number }[] = [];
  readonly #given: CountSystem["given"][number][] = [];

  constructor(indicator: Indicator, parts: ReadonlyMap<string, readonly string[]>, earlier: Earlier) {
    this.#indicator = indicator;
    this.#parts = parts;
    this.#earlier = earlier;
  }

  system(): PrintedCounts {
    return {
      cells: this.#cells,
      relations: this.#relations,
      wholes: this.#wholes,
      derived: this.#derived,
      given: this.#given,
    };
  }

  add(period: Period, tables: readonly Table[], published: Counts | null): void {
    const areas = new Map(
      tables.flatMap(({ cells }) =>
        cells.every(({ places }) => places.length === 1) ? cells.map(({ places, counts }) => [places[0]!, counts]) : [],
      ),
    );
    const everyone: Counts = published ?? {
      numerator: largest(tables.map((table) => together(table.cells.map(({ counts }) => counts)).numerator)),
      denominator: largest(tables.map((table) => together(table.cells.map(({ counts }) => counts)).denominator)),
      given: null,
    };
    if (published) this.#print("everyone", everyoneCell(this.#indicator.id, period.label), [EVERYONE], published);
    for (const table of tables) this.#addTable(table, everyone, { isPublished: published !== null, areas });
  }

  #addTable(
    { dimension, period, withEveryone, cells, unrecorded }: Table,
    everyone: Counts,
    { isPublished, areas }: { isPublished: boolean; areas: ReadonlyMap<string, Counts> },
  ): void {
    const at = (group: string): PrintedCell => ({
      indicator: this.#indicator.id,
      ...{ dimension, period: period.label, group },
    });
    // Areas that no table prints are no better known one by one than together; nor are those that come to something else.
    const isOfAreas = cells.every((cell) => isMadeOf(cell, areas));
    const placed = cells.map((cell) => ({
      ...cell,
      places: isOfAreas ? cell.places : [JSON.stringify([dimension, cell.group])],
    }));
    for (const { group, places, counts } of placed) this.#print("group", at(group), places, counts);
    this.#wholes.push(cells.map(({ group }) => cellKey(at(group))));

    const measured = placed.filter(({ counts }) => counts.numerator !== null);
    const { hasCounts } = kindFacts[this.#indicator.statistic.kind];
    if (!isPublished && hasCounts && measured.length > 0)
      this.#print(
        "total",
        at(TOTAL),
        measured.flatMap(({ places }) => places),
        together(measured.map(({ counts }) => counts)),
      );
    if (unrecorded)
      this.#printUnrecorded(
        at(UNRECORDED),
        placed.map(({ counts }) => counts),
        unrecorded,
      );
    if (!withEveryone) this.#addUp({ dimension, period, cells: placed, unrecorded }, everyone);
  }

  /** The groups of a table, and those whom it leaves out, are everyone. */
  #addUp(
    { dimension, period, cells, unrecorded }: Pick<Table, "dimension" | "period" | "cells" | "unrecorded">,
    everyone: Counts,
  ): void {
    const outside = [JSON.stringify([dimension, UNRECORDED])];
    const rest = [JSON.stringify([dimension, "*rest"])];
    for (const letter of isShare(this.#indicator) ? (["with", "without"] as const) : (["with", "all"] as const)) {
      const whole = countIn(everyone, letter);
      const inGroups = cells.map(({ counts }) => countIn(counts, letter));
      const inOutside = unrecorded ? countIn(unrecorded, letter) : 0;
      const form = (places: readonly string[]): Form => this.#form(places, period, letter);
      const known = whole === null || inOutside === null ? null : whole - inOutside - sumOfKnown(inGroups);
      // Groups without a figure of which everyone holds nobody: whoever takes the others for all of them is right.
      const isAll = known !== null && Math.abs(known) < 1e-6;
      const counted = cells.filter((_, i) => !isAll || inGroups[i] !== null);
      const left = isAll || inGroups.every((count) => count !== null) ? known : null;
      const hasRest = left !== null && Math.abs(left) > 1e-6;
      // Tables that hold more than everyone are not of the same people.
      if (known !== null && known < -1e-6) continue;
      this.#relations.push(
        combined([
          [form([EVERYONE]), -1],
          ...counted.map(({ places }): [Form, number] => [form(places), 1]),
          ...(unrecorded ? [[form(outside), 1] as [Form, number]] : []),
          ...(hasRest ? [[form(rest), 1] as [Form, number]] : []),
        ]),
      );
      if (hasRest) this.#derived.push({ form: form(rest), count: left });
      if (unrecorded && inOutside !== null) this.#derived.push({ form: form(outside), count: inOutside });
    }
  }

  /** Their number is printed: people where sizes are known, else events. */
  #printUnrecorded(at: PrintedCell, groups: readonly Counts[], { numerator, denominator }: Counts): void {
    const places = [JSON.stringify([at.dimension, UNRECORDED])];
    if (denominator !== null && groups.every((counts) => counts.denominator !== null))
      this.#print("unrecorded", at, places, { ...nothing, denominator });
    else if (numerator !== null && !isShare(this.#indicator))
      this.#print("unrecorded", at, places, { ...nothing, numerator });
  }

  #form(places: readonly string[], { label }: { label: string }, letter: Letter): Form {
    return sumOfForms(
      places.flatMap((place) =>
        this.#parts.get(label)!.map((part) => unknown(JSON.stringify([this.#indicator.id, part, place, letter]))),
      ),
    );
  }

  #print(
    kind: Cell["kind"],
    at: PrintedCell,
    places: readonly string[],
    { numerator, denominator, given }: Counts,
  ): void {
    const period = { label: at.period };
    const [events, without] = [this.#form(places, period, "with"), this.#form(places, period, "without")];
    const people = isShare(this.#indicator) ? sumOfForms([events, without]) : this.#form(places, period, "all");
    const counted = (side: Side, form: Form, count: number | null): Counted | null => {
      if (count === null) return null;
      const before = this.#earlier(at, side);
      return { form, count, isKnown: typeof before === "number" && Math.abs(before - count) < 1e-9 };
    };
    if (given) this.#given.push({ form: events, ...given });
    this.#cells.push({
      key: cellKey(at),
      ...{ kind, at },
      numerator: counted("numerator", events, numerator),
      denominator: counted("denominator", people, denominator),
      complement: isShare(this.#indicator) ? without : null,
      wasHeldBack: {
        numerator: this.#earlier(at, "numerator") === "held-back",
        denominator: this.#earlier(at, "denominator") === "held-back",
      },
    });
  }
}

/** Whether a cell is made of areas that are printed, and comes to what they come to where every count is known. */
function isMadeOf({ places, counts }: Table["cells"][number], areas: ReadonlyMap<string, Counts>): boolean {
  const parts = places.flatMap((place) => areas.get(place) ?? []);
  if (parts.length < places.length) return false;
  const all = together(parts);
  return (["numerator", "denominator"] as const).every((side) => {
    const [own, sum] = [counts[side], all[side]];
    return own === null || sum === null || Math.abs(own - sum) < 1e-6;
  });
}

function countIn({ numerator, denominator }: Counts, letter: Letter): number | null {
  switch (letter) {
    case "with":
      return numerator;
    case "all":
      return denominator;
    case "without":
      return numerator === null || denominator === null ? null : denominator - numerator;
  }
}

const sumOfKnown = (counts: readonly (number | null)[]): number =>
  counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);

const largest = (counts: readonly (number | null)[]): number | null =>
  counts.reduce<number | null>((most, count) => (count === null ? most : Math.max(most ?? 0, count)), null);

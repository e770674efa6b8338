import { numberNames, rangeShapes, type Spread } from "../../programme-numbers.ts";
import type { WrittenResults } from "../../results/results.ts";
import type { ProgrammeResult, Reckoning } from "../../results/return-results.ts";
import { type Cell, type DeclaredTable, declaredTable } from "../data-table.ts";
import { atLeast, filled, number, oneOf, share, text } from "../fields.ts";

/** What programmes return: one table of the whole, one of whose the value is, one of every number. */

const programmesOf = ({ value }: WrittenResults): ProgrammeResult[] => value?.programmes ?? [];
const reckonedOf = (results: WrittenResults): { programme: ProgrammeResult; reckoned: Reckoning }[] =>
  programmesOf(results).flatMap((programme) =>
    programme.reckoned === null ? [] : [{ programme, reckoned: programme.reckoned }],
  );

const spread = (of: Spread | null | undefined): Cell[] =>
  of == null ? [null, null, null] : [of.central, of.lower, of.upper];

const year = { type: "whole number" } as const;

export const programme = (results: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "programme",
    key: ["programme"],
    references: [{ columns: ["theme"], table: "theme" }],
    fields: {
      programme: filled(text),
      title: filled(text),
      theme: filled(text),
      made_up: { type: "true or false", filled: true },
      from_year: filled(year),
      to_year: year,
      indicators: text,
      currency: text,
      base_year: year,
      inputs: number,
      inputs_lower: number,
      inputs_upper: number,
      worth: number,
      worth_lower: number,
      worth_upper: number,
      net: number,
      net_lower: number,
      net_upper: number,
      ratio: number,
      ratio_lower: number,
      ratio_upper: number,
      weighted_ratio: number,
      weighted_ratio_lower: number,
      weighted_ratio_upper: number,
      below_one: share,
      needed: text,
    },
    rows: programmesOf(results).map((one) => [
      ...[one.id, one.title, one.theme, one.madeUp, one.from, one.to, one.indicators.join(" ") || null],
      ...(one.reckoned === null
        ? [null, null]
        : [results.value?.settings?.currency ?? null, results.value?.settings?.baseYear ?? null]),
      ...spread(one.reckoned?.inputs),
      ...spread(one.reckoned?.value),
      ...spread(one.reckoned?.net),
      ...spread(one.reckoned?.ratio),
      ...spread(one.reckoned?.weightedRatio),
      one.reckoned?.belowOne ?? null,
      one.needed.join(" | ") || null,
    ]),
  });

const ways = ["outcome", "stakeholder", "holder", "group"] as const;

export const programmeValue = (results: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "programme_value",
    key: ["programme", "shared_by", "part"],
    references: [{ columns: ["programme"], table: "programme" }],
    fields: {
      programme: filled(text),
      shared_by: filled(oneOf(ways, text)),
      part: filled(text),
      part_title: text,
      worth: number,
      worth_lower: number,
      worth_upper: number,
      weight: atLeast(0, number),
      weighted: number,
    },
    rows: reckonedOf(results).flatMap(({ programme: { id, outcomes, stakeholders }, reckoned }) => {
      const titleIn = (list: readonly { id: string; title: string }[], part: string): Cell =>
        list.find((one) => one.id === part)?.title ?? null;
      const dimension = results.dimensions.find((one) => one.id === results.value?.settings?.groups);
      const labels = (dimension?.groups ?? []).map((group) => ({ id: group.id, title: group.label }));
      const plain = (way: (typeof ways)[number], part: string, title: Cell, value: Spread): Cell[] => [
        ...[id, way, part, title],
        ...spread(value),
        ...[null, null],
      ];
      return [
        ...reckoned.byOutcome.map(({ outcome, value }) => plain("outcome", outcome, titleIn(outcomes, outcome), value)),
        ...reckoned.byStakeholder.map(({ stakeholder, value }) =>
          plain("stakeholder", stakeholder, titleIn(stakeholders, stakeholder), value),
        ),
        ...reckoned.byHolder.map(({ holder, value }) => plain("holder", holder, null, value)),
        ...reckoned.byGroup.map(({ group, value, weight, weighted }): Cell[] => [
          ...[id, "group", group, titleIn(labels, group)],
          ...spread(value),
          ...[weight, weighted],
        ]),
      ];
    }),
  });

/** Of what a number is that belongs to no input or outcome. */
const WHOLE = "project";
/** Of which group or year a number is that is of none. */
const ALL = "all";

export const programmeNumber = (results: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "programme_number",
    key: ["programme", "belongs_to", "number", "number_part"],
    references: [{ columns: ["programme"], table: "programme" }],
    fields: {
      programme: filled(text),
      belongs_to: filled(text),
      number: filled(oneOf(numberNames, text)),
      number_part: filled(text),
      low: filled(number),
      central: filled(number),
      high: filled(number),
      shape: filled(oneOf(rangeShapes, text)),
      unit: text,
      price_year: year,
      number_source: text,
      together: text,
      ratio_at_low: filled(number),
      ratio_at_high: filled(number),
      weighted_ratio_at_low: number,
      weighted_ratio_at_high: number,
      break_even: number,
    },
    rows: reckonedOf(results).flatMap(({ programme: { id }, reckoned }) =>
      reckoned.numbers.map((one): Cell[] => [
        ...[id, one.of ?? WHOLE, one.name, one.part ?? ALL, one.low, one.central, one.high, one.shape],
        ...[one.unit, one.priceYear, one.source, one.together, one.ratioAtLow, one.ratioAtHigh],
        ...[one.weightedAtLow, one.weightedAtHigh, one.breakEven],
      ]),
    ),
  });

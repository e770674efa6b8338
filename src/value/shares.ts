import type { Holder, Spread } from "../programme-numbers.ts";
import { sumOf } from "../stats/sum.ts";
import { central as centralOf, simulate, spreadOf } from "./draws.ts";
import type { Model, Outcome } from "./programme.ts";
import {
  counted,
  groupsOf,
  inputYears,
  isWeighed,
  netOf,
  type Reckoned,
  ratioOf,
  reckon,
  weightedRatioOf,
  weightsOf,
  worthOf,
  type YearOfValue,
  yearsOf,
} from "./returns.ts";
import { type Swing, swings } from "./swings.ts";

/** Value that somebody has. */
export interface Part<Id extends string = string> {
  id: Id;
  value: Spread;
}

export interface GroupPart extends Part {
  /** What a pound to the group counts, at the central elasticity; null without incomes. */
  weight: number | null;
  weighted: number | null;
}

/** All that the model says. */
export interface Findings {
  inputs: Spread;
  value: Spread;
  net: Spread;
  ratio: Spread;
  weightedRatio: Spread | null;
  /** Share of the draws in which less than a pound comes back for a pound. */
  belowOne: number;
  /** Whether the ratio at the central numbers lies outside of the range of the draws. */
  aside: boolean;
  outcomes: (Part & { years: YearOfValue[] })[];
  /** Each input year by year, with every number at its central value. */
  eachInput: { id: string; years: YearOfValue[] }[];
  stakeholders: Part[];
  holders: Part<Holder>[];
  /** Value to people by group, of the outcomes that say whose it is. */
  groups: GroupPart[];
  /** Value to people of the outcomes that do not say in which groups they are; null where there is none. */
  ungrouped: Spread | null;
  swings: Swing[];
}

/** Reckons a programme: at its central numbers, through the draws, and one number at a time. */
export function findings(model: Model, confidence: number): Findings {
  const pick = centralOf(model);
  const middle = reckon(model, pick);
  const drawn = simulate(model);
  const order = counted(model);
  const spread = (of: (one: Reckoned) => number): Spread => spreadOf(drawn.map(of), of(middle), confidence);
  const partOf: PartOf = (share) =>
    spread(({ outcomes, shares }) => sumOf(outcomes, (value, i) => value * share(order[i]!, shares[i] ?? null)));
  const parts = <Id extends string>(ids: readonly Id[], isOf: (outcome: Outcome, id: Id) => boolean): Part<Id>[] =>
    ids.map((id) => ({ id, value: partOf((outcome) => (isOf(outcome, id) ? 1 : 0)) }));
  const weightedRatio = weightedRatioOf(middle);
  return {
    inputs: spread(({ inputs }) => inputs),
    value: spread(worthOf),
    net: spread(netOf),
    ratio: spread(ratioOf),
    weightedRatio:
      weightedRatio === null
        ? null
        : spreadOf(
            drawn.map((one) => weightedRatioOf(one) ?? 0),
            weightedRatio,
            confidence,
          ),
    aside: isAside(drawn.map(ratioOf), ratioOf(middle), confidence),
    belowOne: drawn.filter((one) => ratioOf(one) < 1).length / drawn.length,
    outcomes: order.map((outcome) => ({
      id: outcome.id,
      value: partOf(({ id }) => (id === outcome.id ? 1 : 0)),
      years: yearsOf(outcome, model, pick),
    })),
    eachInput: model.inputs.map((input) => ({ id: input.id, years: inputYears(input, model, pick) })),
    stakeholders: parts([...new Set(order.map(({ stakeholder }) => stakeholder))], (one, id) => one.stakeholder === id),
    holders: parts([...new Set(order.map(({ holder }) => holder))], (one, id) => one.holder === id),
    groups: groupParts(model, order, middle, partOf),
    ungrouped: order.some(isUngrouped) ? partOf((one) => (isUngrouped(one) ? 1 : 0)) : null,
    swings: swings(model),
  };
}

function isAside(drawn: readonly number[], central: number, confidence: number): boolean {
  const tail = ((1 - confidence) / 2) * drawn.length;
  const beyond = (is: (ratio: number) => boolean): boolean => drawn.filter(is).length < tail;
  return drawn.every((ratio) => ratio === drawn[0])
    ? false
    : beyond((ratio) => ratio <= central) || beyond((ratio) => ratio >= central);
}

const isUngrouped = ({ holder, groups }: Outcome): boolean => holder === "people" && groups === null;

/** The part of the value that somebody has, from each outcome and the shares of its people in each group. */
type PartOf = (share: (outcome: Outcome, shares: readonly number[] | null) => number) => Spread;

function groupParts(model: Model, order: readonly Outcome[], middle: Reckoned, partOf: PartOf): GroupPart[] {
  const { weighing } = model;
  const groups = groupsOf(model);
  const weights = weightsOf(model, groups, centralOf(model));
  return groups.map((id, g) => {
    const shareOf = ({ holder }: Outcome, shares: readonly number[] | null): number =>
      holder === "people" ? (shares?.[g] ?? 0) : 0;
    const weighted = sumOf(order, (outcome, i) => {
      const value = middle.outcomes[i]! * shareOf(outcome, middle.shares[i] ?? null);
      return value * (isWeighed(outcome) ? weights[g]! : 1);
    });
    const isKnown = weighing !== null && weighing.incomes[id] !== undefined;
    return {
      id,
      value: partOf(shareOf),
      weight: isKnown ? weights[g]! : null,
      weighted: weighing === null ? null : weighted,
    };
  });
}

import { isMissing, type NotComputable, type Note, notComputable, note } from "../model.ts";
import type { GroupResult, IndicatorResult, PeriodResult, PublishedDimension } from "../results/results.ts";
import { givesCountBack } from "./counts.ts";
import type { HeldBack, Withheld } from "./withheld.ts";

/** Primary and secondary suppression have the same reason, so that nobody can tell which is which. */
export const heldBack: NotComputable = notComputable("disclosure");
export const isHeldBack = (outcome: object): boolean => isMissing(outcome) && outcome.reason === "disclosure";
const MARKER = "[c]";

interface Table {
  indicator: IndicatorResult;
  dimension: PublishedDimension;
  period: PeriodResult;
}

/** One period of one table without the figures that would give a withheld count back. */
export function withholdPeriod({ indicator, dimension, period }: Table, withheld: Withheld): PeriodResult {
  const { numerator, denominator } = withheld;
  if (!isTouched(numerator) && !isTouched(denominator)) return period;

  const either = (holds: (side: HeldBack) => boolean): boolean =>
    holds(denominator) || (givesCountBack(indicator) && holds(numerator));
  const isClosed = (group: string): boolean => either(({ groups }) => groups.has(group));
  const isMeanClosed = either(({ groupsTotal }) => groupsTotal);
  const isPair = dimension.type === "pair" && period.groups.some(({ id }) => isClosed(id));
  const isLadderClosed = dimension.ranking !== "national" && (denominator.groups.size > 0 || denominator.groupsTotal);
  const { par, extremes, overall } = period;
  const isPooled = !isMissing(overall) && overall.from === "pooled";
  const isOverallClosed = isPooled ? isMeanClosed : either(({ everyone }) => everyone);
  const isParClosed = isMeanClosed || (!isMissing(par) && isClosed(par.reference));
  // Where values do not give counts back, the total of the groups and a head-count made of it are let go of first.
  const isTotalClosed = numerator.groupsTotal || (!givesCountBack(indicator) && numerator.groups.size > 0);
  const isGone = !isMissing(overall) && (isPooled ? isTotalClosed : numerator.everyone);

  // Every field is named, so that a new one is a type error until someone has thought of what it gives away.
  const absolute = isPair ? unlessMissing(period.absolute) : period.absolute;
  // Over the absolute gap, the relative one of unordered groups gives their mean.
  const relative =
    isPair || (isMeanClosed && dimension.type === "unordered") ? unlessMissing(period.relative) : period.relative;

  return {
    period: period.period,
    groups: period.groups.map((group) => {
      const shown = withholdGroup(group, isClosed(group.id), withheld);
      return isLadderClosed ? { ...shown, ridit: null, fitted: null } : shown;
    }),
    overall: isMissing(overall)
      ? overall
      : isOverallClosed
        ? heldBack
        : { ...overall, numerator: isGone ? null : overall.numerator },
    unrecorded: denominator.unrecorded || numerator.unrecorded ? null : period.unrecorded,
    absolute,
    relative,
    line: period.line,
    heterogeneity: period.heterogeneity,
    who: isMeanClosed ? [] : period.who.filter(({ group }) => !isClosed(group)),
    extremes: extremes && (isClosed(extremes.best) || isClosed(extremes.worst)) ? null : extremes,
    par: isParClosed
      ? unlessMissing(par)
      : isTotalClosed && !isMissing(par)
        ? { ...par, headCount: unlessMissing(par.headCount) }
        : par,
    measures: withholdMeasures(period.measures, [absolute, relative]),
    // Two of a group's contributions give its share and its level, and the sums those of the group left out.
    contributions: unlessMissing(period.contributions),
    notes: notesOf(period, { isClosed, isParClosed, withheld }),
  };
}

/**
 * Many measures of one table are many equations in its groups: beside a withheld group only the two headline gaps stay,
 * where they are published themselves.
 */
function withholdMeasures(
  measures: PeriodResult["measures"],
  headline: readonly PeriodResult["absolute"][],
): PeriodResult["measures"] {
  const published = new Set(headline.flatMap((gap) => (isMissing(gap) ? [] : gap.measure)));
  return measures.map((one) =>
    published.has(one.measure) || isMissing(one.outcome) ? one : { ...one, outcome: heldBack },
  );
}

const isTouched = ({ groups, unrecorded, groupsTotal, everyone }: HeldBack): boolean =>
  groups.size > 0 || unrecorded || groupsTotal || everyone;

export const unlessMissing = (outcome: object): NotComputable =>
  isMissing(outcome) ? (outcome as NotComputable) : heldBack;

/** Whether a count that the group has is withheld, with or without its estimate. */
const losesCount = ({ id, numerator: x, denominator: n }: GroupResult, { numerator, denominator }: Withheld): boolean =>
  (x !== null && numerator.groups.has(id)) || (n !== null && denominator.groups.has(id));

function withholdGroup(group: GroupResult, isClosed: boolean, withheld: Withheld): GroupResult {
  const { id, label } = group;
  const { numerator, denominator } = withheld;
  const hasSize = !denominator.groups.has(id);
  const isHidden = isClosed && !isMissing(group.estimate);
  const isMarked = isHidden || (group.marker === null && losesCount(group, withheld));
  return {
    id,
    label,
    estimate: isHidden ? heldBack : group.estimate,
    marker: isMarked ? MARKER : group.marker,
    numerator: isHidden || numerator.groups.has(id) ? null : group.numerator,
    denominator: hasSize ? group.denominator : null,
    share: hasSize && !denominator.groupsTotal ? group.share : null,
    working: isHidden ? null : group.working,
    ridit: group.ridit,
    fitted: group.fitted,
    notes: isMarked
      ? [...(isHidden ? [] : group.notes), note("suppressed", { what: "own", groups: [], to: null })]
      : group.notes,
  };
}

/** A note that only a withheld figure bears may tell what it is: no events, say. */
function notesOf(
  { groups, absolute, relative, par, notes }: PeriodResult,
  { isClosed, isParClosed, withheld }: { isClosed: (g: string) => boolean; isParClosed: boolean; withheld: Withheld },
): Note[] {
  const [kept, dropped] = [new Set<string>(), new Set<string>()];
  const key = ({ id, parts }: Note): string => `${id} ${JSON.stringify(parts)}`;
  for (const group of groups) for (const one of group.notes) (isClosed(group.id) ? dropped : kept).add(key(one));
  for (const gap of [absolute, relative]) if (!isMissing(gap)) for (const one of gap.notes) kept.add(key(one));
  if (!isMissing(par)) for (const one of par.notes) (isParClosed ? dropped : kept).add(key(one));
  const told: Note[] = [];
  const tell = (what: "figure" | "count", list: readonly GroupResult[]): void => {
    if (list.length > 0) told.push(note("suppressed", { what, groups: list.map(({ label }) => label), to: null }));
  };
  const isHidden = ({ id, estimate }: GroupResult): boolean => isClosed(id) && !isMissing(estimate);
  tell("figure", groups.filter(isHidden));
  tell(
    "count",
    groups.filter((group) => !isHidden(group) && losesCount(group, withheld)),
  );
  if (withheld.denominator.unrecorded || withheld.numerator.unrecorded)
    told.push(note("suppressed", { what: "unrecorded", groups: [], to: null }));
  return [...notes.filter((one) => kept.has(key(one)) || !dropped.has(key(one))), ...told];
}

import { digits, sharedDigits } from "../catalogue/format.ts";
import { type Limits, orderFacts } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { GroupResult, PeriodResult } from "../results/results.ts";
import { type Breakdown, groupLabel } from "./breakdown.ts";
import { span } from "./captions.ts";
import { levelName, levelOf } from "./level.ts";
import { estimateOf, spanOf } from "./topic-ends.ts";

/** What every group had at the earlier time and has now, for the chart of the house. */

export interface GroupThenNow {
  group: GroupResult;
  label: string;
  before: Limits | null;
  now: Limits | null;
}

export interface ThenAndNow {
  /** The earlier period, where two are compared. */
  before: PeriodResult | null;
  now: PeriodResult;
  /** In their order where they have one, else the highest first; groups without a figure last. */
  groups: GroupThenNow[];
  places: number;
}

/** Null where no group has a figure. */
export function thenAndNow(b: Breakdown): ThenAndNow | null {
  const { latest, result, indicator, dimension } = b;
  const since = spanOf(b)?.since;
  const before = result.periods.find((one) => one.period.label === since && one !== latest) ?? null;
  const groups = latest.groups.map((group): GroupThenNow => {
    const { id, estimate } = group;
    return {
      ...{ group, label: groupLabel(b, id) },
      before: before === null ? null : estimateOf(before, id),
      now: isMissing(estimate) ? null : estimate,
    };
  });
  const shown = groups.flatMap(({ before: was, now }) => [was, now]).filter((one) => one !== null);
  if (groups.every(({ now }) => now === null)) return null;
  const isLadder = orderFacts[dimension.type].isLadder || dimension.type === "pair";
  const value = ({ now }: GroupThenNow): number => now?.value ?? Number.NEGATIVE_INFINITY;
  return {
    ...{ before, now: latest },
    groups: isLadder ? groups : groups.sort((a, c) => (value(c) === value(a) ? 0 : value(c) - value(a))),
    places: sharedDigits(shown, indicator.unit),
  };
}

/** How many groups the figures show higher and lower, by what is printed. */
function moves({ say }: Breakdown, { groups, places }: ThenAndNow): Record<"all" | "higher" | "lower", number> {
  const ways = groups.flatMap(({ before, now }) => {
    if (before === null || now === null) return [];
    const isSame = say.number(before.value, places) === say.number(now.value, places);
    return [isSame ? 0 : now.value - before.value];
  });
  return {
    all: ways.length,
    higher: ways.filter((way) => way > 0).length,
    lower: ways.filter((way) => way < 0).length,
  };
}

export function thenAndNowTitle(b: Breakdown, shown: ThenAndNow): string | null {
  const { before, now } = shown;
  if (before === null) return null;
  const { all, higher, lower } = moves(b, shown);
  if (all === 0) return null;
  return b.say.dumbbell.title({
    areas: b.dimension.by === "areas" ? b.results.place.areas : null,
    ...{ since: before.period.label, until: now.period.label },
    ...{ all: b.say.counted(all), higher: b.say.counted(higher), lower: b.say.counted(lower) },
  });
}

export const thenAndNowSpan = ({ say }: Breakdown, { before, now }: ThenAndNow): string =>
  span(
    say,
    [before ?? [], now].flat().map(({ period }) => period),
  );

export function thenAndNowKey(b: Breakdown, { before, now }: ThenAndNow): string {
  const { dumbbell, percent } = b.say;
  const hasIntervals = now.groups.some(({ estimate }) => !isMissing(estimate) && estimate.lower !== null);
  return [
    before === null
      ? hasIntervals
        ? dumbbell.key.alone(percent(b.results.method.confidence))
        : dumbbell.key.bare
      : dumbbell.key.both(before.period.label, now.period.label),
    isMissing(now.overall) ? null : b.say.charts.groupsKey.level(b.results.place.name, levelOf(b)),
  ]
    .filter((text) => text !== null)
    .join(" ");
}

export function thenAndNowDescription(b: Breakdown, { before, now, groups, places }: ThenAndNow): string {
  const { say, indicator } = b;
  const { dumbbell } = say;
  const figure = ({ value }: Limits): string => say.quantity(value, indicator.unit, places);
  const rows = groups.flatMap(({ label, before: was, now: is }) =>
    is === null
      ? []
      : [
          was === null || before === null
            ? dumbbell.row.now(label, figure(is), now.period.label)
            : dumbbell.row.both(label, figure(was), before.period.label, figure(is), now.period.label),
        ],
  );
  const level = isMissing(now.overall)
    ? null
    : dumbbell.level(
        levelName(b),
        say.quantity(now.overall.value, indicator.unit, digits(now.overall, indicator.unit)),
      );
  return [...rows, level].filter((text) => text !== null).join(" ");
}

import type { Cell, Changes, FromTo, Revised } from "../results/changes.ts";
import { type Figure, figureKey, figuresOf, isSame } from "./build-figures.ts";
import { heldTables, type Table, tableKey } from "./held.ts";
import type { ComparedBreakdown, ComparedBuild, ComparedResults } from "./previous.ts";
import { statedChanges } from "./stated.ts";
import { breakdownOf, ofMethod, verdictChanges } from "./verdicts.ts";

/** Everything that differs between a build and an earlier one, without repeating what is held back in either. */
export function compare(previous: ComparedBuild, current: ComparedBuild): Changes {
  const before = figuresOf(previous.results);
  const after = figuresOf(current.results);
  const held = heldTables([before, after]);
  const { revised, appeared, disappeared } = differences(before, after);
  const isOpen = ({ cell }: { cell: Table }): boolean => !held.has(tableKey(cell));
  const touched = [...revised, ...appeared, ...disappeared].filter(
    ({ cell }) => cell.what === "group" || cell.what === "overall",
  );
  const inputs = fromTo(hashes(previous), hashes(current));
  const versions = fromTo(previous.manifest.versions, current.manifest.versions);
  const settings = fromTo(settingsOf(previous.results, current.results), settingsOf(current.results, previous.results));
  return {
    format: "tempcheck.changes.v1",
    previous: buildOf(previous),
    current: buildOf(current),
    verdicts: verdictChanges(previous, current, {
      inputs,
      versions,
      settings: ofMethod(settings),
      held,
      revised: new Set(touched.map(({ cell }) => tableKey(cell))),
    }),
    revised: revised
      .filter(isOpen)
      .map(({ cell, unit, limits, old }): Revised => ({ ...cell, unit, before: old, after: limits })),
    notRepeated: unique(
      [...revised, ...appeared, ...disappeared].filter((one) => !isOpen(one)).map(({ cell }) => cell),
    ),
    appeared: appeared.filter(isOpen).map(({ cell }) => cell),
    disappeared: disappeared.filter(isOpen).map(({ cell }) => cell),
    ...coverage(previous.results, current.results),
    inputs,
    versions,
    settings,
    stated: statedChanges(previous, current),
    definitions: {
      added: lacking(current.manifest.definitions, previous.manifest.definitions),
      dropped: lacking(previous.manifest.definitions, current.manifest.definitions),
    },
  };
}

interface Differences {
  revised: (Figure & { limits: NonNullable<Figure["limits"]>; old: NonNullable<Figure["limits"]> })[];
  appeared: Figure[];
  disappeared: Figure[];
}

/** Figures of both builds that are not the same. A figure of a new period or group is no change of an old one. */
function differences(before: readonly Figure[], after: readonly Figure[]): Differences {
  const then = new Map(before.map((figure) => [figureKey(figure.cell), figure]));
  const found: Differences = { revised: [], appeared: [], disappeared: [] };
  for (const figure of after) {
    const old = then.get(figureKey(figure.cell));
    if (old === undefined) continue;
    const { limits } = figure;
    if (limits === null) {
      if (old.limits !== null) found.disappeared.push(figure);
    } else if (old.limits === null) found.appeared.push(figure);
    else if (!isSame(old.limits, limits)) found.revised.push({ ...figure, limits, old: old.limits });
  }
  return found;
}

function unique(cells: readonly Cell[]): Table[] {
  return [
    ...new Map(cells.map(({ indicator, period }) => [tableKey({ indicator, period }), { indicator, period }])).values(),
  ];
}

const buildOf = ({ results: { title, year, method }, manifest: { build } }: ComparedBuild): Changes["previous"] => ({
  build,
  title,
  year,
  method: method.version,
});

const hashes = ({ manifest }: ComparedBuild): Record<string, string> =>
  Object.fromEntries(manifest.inputs.map(({ path, sha256 }) => [path, sha256]));

/** Settings that both builds tell of; where an output does not have one, nothing is known to differ. */
function settingsOf(
  { method, disclosure }: ComparedResults,
  { method: others, disclosure: theirs }: ComparedResults,
): Record<string, string> {
  const policy = disclosure != null && theirs != null;
  return {
    method: method.version,
    confidence: String(method.confidence),
    materiality: String(method.materiality),
    reliable_denominator: String(method.reliableDenominator),
    ...(method.same === undefined || others.same === undefined ? {} : { same: String(method.same) }),
    ...(method.falseDiscoveryRate === undefined || others.falseDiscoveryRate === undefined
      ? {}
      : { false_discovery_rate: String(method.falseDiscoveryRate) }),
    ...(policy && disclosure.threshold != null ? { disclosure_threshold: String(disclosure.threshold) } : {}),
    ...(policy && disclosure.roundTo != null ? { disclosure_round_to: String(disclosure.roundTo) } : {}),
  };
}

/** Names whose values differ, in order. */
function fromTo(before: Record<string, string>, after: Record<string, string>): FromTo[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .map((name) => ({ name, before: before[name] ?? null, after: after[name] ?? null }))
    .filter((one) => one.before !== one.after);
}

const lacking = (all: readonly string[], others: readonly string[]): string[] =>
  all.filter((one) => !others.includes(one));

/** What one build covers and the other does not. Periods and groups are told of breakdowns that both have. */
function coverage(
  previous: ComparedResults,
  current: ComparedResults,
): Pick<Changes, "indicators" | "breakdowns" | "periods" | "groups"> {
  const added = only(current, previous);
  const dropped = only(previous, current);
  return {
    indicators: { added: added.indicators, dropped: dropped.indicators },
    breakdowns: { added: added.breakdowns, dropped: dropped.breakdowns },
    periods: { added: added.periods, dropped: dropped.periods },
    groups: { added: added.groups, dropped: dropped.groups },
  };
}

function only(of: ComparedResults, other: ComparedResults) {
  const isThere = (id: string): boolean => other.indicators.some((one) => one.id === id);
  const shared = of.indicators.filter(({ id }) => isThere(id));
  const pairs = shared.flatMap(({ id: indicator, dimensions }) =>
    dimensions.map((own) => ({
      at: { indicator, dimension: own.dimension },
      own,
      theirs: breakdownOf(other, indicator, own.dimension),
    })),
  );
  const both = pairs.flatMap(({ at, own, theirs }) => (theirs === undefined ? [] : [{ at, own, theirs }]));
  return {
    indicators: of.indicators.filter(({ id }) => !isThere(id)).map(({ id, title }) => ({ id, title })),
    breakdowns: pairs.filter(({ theirs }) => theirs === undefined).map(({ at }) => at),
    periods: both.flatMap(({ at, own, theirs }) =>
      lacking(labelsOf(own), labelsOf(theirs)).map((period) => ({ ...at, period })),
    ),
    groups: both.flatMap(({ at, own, theirs }) => {
      if (theirs.periods.length === 0) return [];
      const known = new Set(groupsOf(theirs).map(({ id }) => id));
      return groupsOf(own)
        .filter(({ id }) => !known.has(id))
        .map(({ id, label }) => ({ ...at, group: id, label }));
    }),
  };
}

const labelsOf = ({ periods }: ComparedBreakdown): string[] => periods.map(({ period }) => period.label);
const groupsOf = ({ periods }: ComparedBreakdown) => periods.at(-1)?.groups ?? [];

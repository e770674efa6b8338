import { countLimits } from "../../src/estimate/count.ts";
import type { Limits } from "../../src/model.ts";
import type { WrittenResults } from "../../src/results/results.ts";
import { zOf } from "../../src/stats/normal.ts";
import { type Counts, forward, isError, type Leaves, lookedAt, publishedLeaves, statisticOf } from "./forward.ts";
import { isKnown, type Published, type Table, tablesOf } from "./published.ts";
import { byElimination, type Range, System } from "./system.ts";

/**
 * Reads what is published, and the policy that is public, and works back to what is withheld: by subtraction, by linear
 * programming, by completion in whole numbers, and by trying every count that is left against every statistic. Shares no
 * code with src/disclose, and takes the formulae of src/estimate and src/measure as the published method.
 */

export type Way = "printed" | "subtraction" | "linear" | "whole" | "limits" | "statistic" | "linked" | "rounding";

/** What can be known from outside of one withheld count. */
export interface Finding {
  name: string;
  indicator: string;
  dimension: string;
  years: string;
  group: string;
  what: "x" | "n";
  /** Printed rounded; null where it is held back. */
  printed: number | null;
  low: number;
  high: number;
  /** How many values are left after everything was tried; infinite where no bound is known. */
  left: number;
  pinned: number | null;
  way: Way | null;
  statistic: string | null;
}

export interface Tried {
  findings: Finding[];
  /** Statistics that some table compared, and in how many tables they told counts apart or did not. */
  statistics: Map<string, { told: number; explained: number; silent: number }>;
  tables: number;
  /** Families of figures left out, because the method as it is here does not give them back from published counts. */
  misfits: Set<string>;
  /** Tables whose candidates were too many to try one by one. */
  untried: number;
}

export interface Knowledge {
  wholes: readonly { whole: string; parts: readonly string[] }[];
  /** Withheld counts are taken to be 1 or more: a guess, where zeros are shown. */
  greedy?: boolean;
}

/** Candidates for which every statistic is computed, and steps of the search for them. */
const MOST_WHOLE = 200;
const MOST_TRIED = 2_000;
const MOST_STEPS = 1_000_000;
const MOST_EVENTS = 20_000;
/** Statistics that the screen of very many candidates goes by: they tell apart what it left out. */
const isScreen = (statistic: string): boolean => /^(line\.slope|measures\.bgv\.outcome|absolute)$/.test(statistic);

interface Edition {
  tag: string;
  published: Published;
  tables: Table[];
}

export function attack(editions: readonly Published[], knowledge: Knowledge): Tried {
  const all = editions.map(
    (published, i): Edition => ({
      tag: i === editions.length - 1 ? "" : `@${i}`,
      published,
      tables: tablesOf(published.results),
    }),
  );
  const system = systemOf(all, knowledge);
  const known = system.clone();
  const isPossible = known.tighten();
  const base = isPossible ? known : system;
  const [before, now] = all.length > 1 ? all.slice(-2) : [];
  if (isPossible && before && now) editionRows(base, before, now);
  const findings = all.flatMap((edition) => withheldOf(edition, base));
  if (!isPossible) console.error("published counts contradict each other: bounds not tightened");
  const byName = new Map(findings.map((finding) => [finding.name, finding]));
  const pin = (finding: Finding, value: number, way: Way, statistic: string | null = null): void => {
    if (finding.pinned !== null) return;
    Object.assign(finding, { pinned: value, way, statistic, left: 1 });
  };

  for (const edition of all) printed(edition, byName, pin);
  bySystem(base, findings, pin);
  const tried: Tried = { findings, statistics: new Map(), misfits: new Set(), tables: 0, untried: 0 };
  const after = base.clone();
  for (const edition of all)
    for (const table of edition.tables) {
      tried.tables++;
      byLimits(edition, table, { system: base, after, byName, pin });
      if (table.indicator.kind === "proportion" || table.indicator.kind === "rate")
        byStatistics(edition, table, { system: base, after, byName, pin, tried });
    }
  for (const { name, pinned } of findings)
    if (pinned !== null && !after.isFixed(name)) after.adopt((guessed) => guessed.within(name, pinned, pinned));
  if (after.tighten())
    bySystem(
      after,
      findings.filter(({ pinned }) => pinned === null),
      (finding, value) => pin(finding, value, "linked"),
    );
  return tried;
}

type Pin = (finding: Finding, value: number, way: Way, statistic?: string | null) => void;

const nameOf = (what: "x" | "n", tag: string, indicator: string, dimension: string, years: string, group: string) =>
  `${what}${tag}|${indicator}|${dimension}|${years}|${group}`;
const inTable = ({ tag }: Edition, table: Table, what: "x" | "n", group: string): string =>
  nameOf(what, tag, table.indicator.id, table.dimension.dimension, table.years, group);
/** Everyone of an indicator in some years, whichever way they are broken down. */
const everyoneOf = ({ tag }: Edition, indicator: string, what: "x" | "n", years: string): string =>
  nameOf(what, tag, indicator, "", years, "everyone");

/** What published counts, sums, members, pools, wholes and editions say. */
function systemOf(editions: readonly Edition[], { wholes, greedy = false }: Knowledge): System {
  const system = new System();
  for (const edition of editions) {
    const { roundTo } = edition.published.results.disclosure;
    for (const table of edition.tables) tableRows(system, edition, table, roundTo, greedy);
    quantileRows(system, edition);
    poolRows(system, edition);
    for (const whole of wholes) wholeRows(system, edition, whole);
  }
  return system;
}

function count(system: System, name: string, published: number | null, roundTo: number | null): void {
  system.unknown(name);
  if (published === null) return;
  const slack = roundTo === null || roundTo <= 1 ? 0 : roundTo / 2;
  system.within(name, Math.ceil(published - slack), Math.floor(published + slack));
}

function tableRows(system: System, edition: Edition, table: Table, roundTo: number | null, greedy: boolean): void {
  const { indicator, period } = table;
  const { groups, overall, unrecorded, notes } = period;
  const isOut = isKnown(overall);
  const kept = groups.filter(
    ({ estimate }) => !("reason" in estimate && ["no-rows", "blank"].includes(estimate.reason)),
  );
  for (const group of kept) {
    const [x, n] = (["x", "n"] as const).map((what) => inTable(edition, table, what, group.id)) as [string, string];
    count(system, x, group.numerator, roundTo);
    count(system, n, group.denominator, roundTo);
    if (indicator.kind !== "rate") system.sum({ [n]: 1, [x]: -1 }, 0, Infinity);
    system.within(n, 1, Infinity);
    if (greedy && group.numerator === null) system.within(x, 1, Infinity);
  }
  const areas = groupsAreAreas(edition, table);
  const isHidden = notes.some(
    ({ id, parts }) => id === "suppressed" && "what" in parts && parts["what"] === "unrecorded",
  );
  for (const what of ["x", "n"] as const) {
    const others = inTable(edition, table, what, "unrecorded");
    const everyone = everyoneOf(edition, indicator.id, what, table.years);
    const published = isOut ? (what === "x" ? overall.numerator : overall.denominator) : null;
    const sum = Object.fromEntries(kept.map(({ id }) => [inTable(edition, table, what, id), 1]));
    system.sum({ ...sum, [others]: 1, [everyone]: -1 }, 0);
    if (areas || (unrecorded === null && !isHidden)) system.within(others, 0, 0);
    if (unrecorded && unrecorded.of === "denominator" && what === "n") count(system, others, unrecorded.count, roundTo);
    if (unrecorded && unrecorded.of === "numerator" && what === "x") count(system, others, unrecorded.count, roundTo);
    if (!isOut || published === null) continue;
    if (overall.from === "published") count(system, everyone, published, roundTo);
    else if (roundTo === null || roundTo <= 1) system.sum(sum, published);
    else system.sum(sum, published - roundTo / 2, published + roundTo / 2);
  }
}

const groupsAreAreas = ({ published }: Edition, { dimension }: Table): boolean => {
  const by = published.results.dimensions.find(({ id }) => id === dimension.dimension)?.by;
  return by === "areas" || by === "quantiles";
};

/** A quantile is the sum of its members, where the areas have a table of their own. */
function quantileRows(system: System, edition: Edition): void {
  const { dimensions } = edition.published.results;
  const areas = dimensions.filter(({ by }) => by === "areas");
  for (const table of edition.tables) {
    const own = dimensions.find(({ id }) => id === table.dimension.dimension)!;
    if (own.by !== "quantiles") continue;
    for (const dimension of areas) {
      const beside = edition.tables.find(
        (one) =>
          one.indicator === table.indicator && one.years === table.years && one.dimension.dimension === dimension.id,
      );
      if (!beside) continue;
      for (const { id, members } of own.groups)
        for (const what of ["x", "n"] as const) {
          const terms: Record<string, number> = { [inTable(edition, table, what, id)]: -1 };
          for (const member of members) {
            const area = dimension.groups.find(({ label }) => label === member);
            if (area) terms[inTable(edition, beside, what, area.id)] = 1;
          }
          system.sum(terms, 0);
        }
    }
  }
}

/** A pool of years is the sum of its years, whether they are shown or not. */
function poolRows(system: System, edition: Edition): void {
  const span = (years: string): number[] => {
    const [first, last] = years.split("-").map(Number) as [number, number];
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  };
  for (const table of edition.tables) {
    const years = span(table.years);
    if (years.length === 1) continue;
    for (const what of ["x", "n"] as const) {
      const pool = (whole: string, part: (year: number) => string): void =>
        system.sum({ ...Object.fromEntries(years.map((year) => [part(year), 1])), [whole]: -1 }, 0);
      const { id } = table.indicator;
      for (const group of [...table.period.groups.map((one) => one.id), "unrecorded"])
        pool(inTable(edition, table, what, group), (year) =>
          nameOf(what, edition.tag, id, table.dimension.dimension, `${year}-${year}`, group),
        );
      pool(everyoneOf(edition, id, what, table.years), (year) => everyoneOf(edition, id, what, `${year}-${year}`));
    }
  }
}

function wholeRows(
  system: System,
  edition: Edition,
  { whole, parts }: { whole: string; parts: readonly string[] },
): void {
  for (const table of edition.tables.filter(({ indicator }) => indicator.id === whole))
    for (const what of ["x", "n"] as const) {
      const add = (of: (indicator: string) => string): void => {
        const terms = Object.fromEntries(parts.map((part) => [of(part), 1]));
        if (Object.keys(terms).every((name) => system.bounds.has(name))) system.sum({ ...terms, [of(whole)]: -1 }, 0);
      };
      for (const group of [...table.period.groups.map(({ id }) => id), "unrecorded"])
        add((indicator) => nameOf(what, edition.tag, indicator, table.dimension.dimension, table.years, group));
      add((indicator) => everyoneOf(edition, indicator, what, table.years));
    }
}

/** What two editions say of the same groups and years: what was not revised is the same in both. */
function editionRows(system: System, before: Edition, now: Edition): void {
  for (const table of now.tables) {
    const earlier = before.tables.find(
      (one) =>
        one.indicator.id === table.indicator.id &&
        one.dimension.dimension === table.dimension.dimension &&
        one.years === table.years,
    );
    if (!earlier) continue;
    const ids = table.period.groups.map(({ id }) => id);
    const sameGroups = ids.join() === earlier.period.groups.map(({ id }) => id).join();
    const sameMembers = groupMembers(now, table) === groupMembers(before, earlier);
    if (!sameGroups || !sameMembers) continue;
    for (const what of ["x", "n"] as const) {
      const of = (one: Table, id: string): number | null => {
        const group = one.period.groups.find((other) => other.id === id)!;
        return what === "x" ? group.numerator : group.denominator;
      };
      const total = ({ period: { overall } }: Table): number | null =>
        isKnown(overall) ? (what === "x" ? overall.numerator : overall.denominator) : null;
      const moved = ids.reduce((sum, id) => {
        const [was, is] = [of(earlier, id), of(table, id)];
        return was === null || is === null ? sum : sum + is - was;
      }, 0);
      const [was, is] = [total(earlier), total(table)];
      // What is visible moved as much as the total: what is hidden did not move. A guess, and a good one.
      if (was === null || is === null || is - was !== moved) continue;
      system.adopt((guessed) => {
        for (const id of ids)
          if (of(earlier, id) === null || of(table, id) === null)
            guessed.sum({ [inTable(now, table, what, id)]: 1, [inTable(before, earlier, what, id)]: -1 }, 0);
      });
    }
  }
}

const groupMembers = ({ published }: Edition, { dimension }: Table): string =>
  JSON.stringify(
    published.results.dimensions.find(({ id }) => id === dimension.dimension)?.groups.map(({ members }) => members),
  );

function withheldOf(edition: Edition, system: System): Finding[] {
  const isRounded = (edition.published.results.disclosure.roundTo ?? 1) > 1;
  return edition.tables.flatMap((table) =>
    table.period.groups.flatMap((group) =>
      (["x", "n"] as const).flatMap((what): Finding[] => {
        const published = what === "x" ? group.numerator : group.denominator;
        const isBlank = "reason" in group.estimate && ["no-rows", "blank"].includes(group.estimate.reason);
        if (isBlank || (published !== null && !isRounded)) return [];
        const name = inTable(edition, table, what, group.id);
        const [low, high] = system.range(name);
        return [
          {
            name,
            indicator: table.indicator.id,
            dimension: table.dimension.dimension,
            years: table.years,
            group: group.id,
            what,
            printed: published,
            low,
            high,
            left: high - low + 1,
            pinned: null,
            way: null,
            statistic: null,
          },
        ];
      }),
    ),
  );
}

function printed(edition: Edition, byName: Map<string, Finding>, pin: Pin): void {
  for (const stray of edition.published.strays) {
    const table = edition.tables.find(
      (one) =>
        one.indicator.id === stray.indicator &&
        one.dimension.dimension === stray.dimension &&
        one.period.period.label === stray.period,
    );
    const group = table?.period.groups.find(({ id }) => id === stray.group);
    const finding = table && byName.get(inTable(edition, table, "x", stray.group));
    if (!table || !group || !finding) continue;
    const value =
      stray.what === "numerator"
        ? stray.printed
        : (stray.printed * (group.denominator ?? Number.NaN)) / table.indicator.per;
    if (Number.isFinite(value)) pin(finding, Math.round(value), "printed", stray.file);
  }
}

function bySystem(system: System, findings: readonly Finding[], pin: Pin): void {
  const eliminated = byElimination(system);
  for (const finding of findings) {
    const found = eliminated.get(finding.name);
    if (found !== undefined) pin(finding, Math.round(found), "subtraction");
    if (system.isFixed(finding.name)) pin(finding, system.range(finding.name)[0], "subtraction");
    // The bounds of a rounded count that is printed are near enough by propagation.
    if (finding.printed !== null) continue;
    const { line, whole } = system.extremes(finding.name);
    if (line === null) continue;
    if (line[1] - line[0] < 1e-6) pin(finding, Math.round(line[0]), "linear");
    const [low, high] = whole ?? line;
    finding.low = Math.max(finding.low, Math.ceil(low - 1e-6));
    finding.high = Math.min(finding.high, Math.floor(high + 1e-6));
    finding.left = Math.min(finding.left, finding.high - finding.low + 1);
    if (finding.low === finding.high) pin(finding, finding.low, "whole");
  }
}

/** The two limits of a directly standardised rate tell its events: (U - x) / (x - L) depends on nothing else. */
function eventsOf({ value, lower, upper }: Limits, [least, most]: Range, confidence: number): number[] {
  if (lower === null || upper === null) return [];
  const z = zOf(confidence);
  const decimals = Math.max(...[value, lower, upper].map(decimalsOf));
  const near = 2 * Math.max(1e-12 * value, 0.5 * 10 ** -decimals);
  const [above, below] = [upper - value, value - lower];
  const fits: number[] = [];
  for (let x = Math.max(1, least); x <= Math.min(most, MOST_EVENTS); x++) {
    const limits = countLimits(x, confidence, z);
    const own = (limits.upper - x) / (x - limits.lower);
    if (own * (below - near) <= above + near && own * (below + near) >= above - near) fits.push(x);
  }
  return fits;
}

/** Events of groups, and of everyone: from these those of the one group that is held back. */
function byLimits(edition: Edition, table: Table, { system, after, byName, pin }: Omit<Context, "tried">): void {
  if (table.indicator.kind !== "dsr") return;
  const { groups, overall } = table.period;
  const { confidence } = edition.published.results.method;
  for (const { id, estimate, numerator } of groups) {
    const finding = byName.get(inTable(edition, table, "x", id));
    if (!finding || !isKnown(estimate)) continue;
    const fits = eventsOf(estimate, [finding.low, finding.high], confidence);
    // Of the rounded or middle count that is published itself, the limits say nothing new.
    if (fits.length === 1 && fits[0] !== numerator && fits[0] !== (finding.low + finding.high) / 2)
      pin(finding, fits[0]!, "limits", "dsr");
    else if (fits.length > 0) finding.left = Math.min(finding.left, fits.length);
  }
  if (!isKnown(overall) || overall.numerator !== null) return;
  const fits = eventsOf(overall, [0, MOST_EVENTS], confidence);
  const shown = groups.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0);
  if (fits.length !== 1 || fits[0] === shown) return;
  if (overall.from === "published") {
    const everyone = everyoneOf(edition, table.indicator.id, "x", table.years);
    const [low, high] = system.range(everyone);
    if (fits[0] !== (low + high) / 2) after.adopt((guessed) => guessed.within(everyone, fits[0]!, fits[0]!));
  } else
    after.adopt((guessed) =>
      guessed.sum(Object.fromEntries(groups.map(({ id }) => [inTable(edition, table, "x", id), 1])), fits[0]!),
    );
}

/** A published figure, and how far from it a made one may be. */
interface Held {
  place: string;
  published: number | string;
  near: number;
  isError: boolean;
}

interface Context {
  system: System;
  after: System;
  byName: Map<string, Finding>;
  pin: Pin;
  tried: Tried;
}

/** Every whole-number table that the sums allow, against every statistic that is published of it. */
function byStatistics(edition: Edition, table: Table, { system, after, byName, pin, tried }: Context): void {
  const { groups, overall } = table.period;
  if (groups.some(({ estimate }) => "reason" in estimate && ["no-rows", "blank"].includes(estimate.reason))) return;
  const { method, disclosure } = edition.published.results;
  const names = groups.flatMap(({ id }) => (["n", "x"] as const).map((what) => inTable(edition, table, what, id)));
  const isOwn = isKnown(overall) && overall.from === "published";
  const all = (["n", "x"] as const).map((what) => everyoneOf(edition, table.indicator.id, what, table.years));
  const unknowns = [...names, ...(isOwn ? all : [])].filter((name) => !system.isFixed(name));
  if (unknowns.length === 0) return;
  if ((disclosure.roundTo ?? 1) > 1) byRounded(edition, table, byName, pin);

  const local = system.clone();
  for (const name of unknowns) {
    const finding = byName.get(name);
    if (finding) local.within(name, finding.low, finding.high);
    if (finding?.way === "rounding") local.within(name, finding.pinned!, finding.pinned!);
  }
  if (disclosure.roundTo === null || disclosure.roundTo <= 1) sizesFromShares(edition, table, local, byName, pin);
  const published = publishedLeaves(table);
  const precision = precisionOf(edition.published.results);
  const assign = (
    counts: ReadonlyMap<string, number>,
    within: (name: string) => Range | null = () => null,
  ): Counts => ({
    x: groups.map(({ id }) => counts.get(inTable(edition, table, "x", id))!),
    n: groups.map(({ id }) => counts.get(inTable(edition, table, "n", id))!),
    within: groups.map(({ id }) => within(inTable(edition, table, "x", id))),
    everyone: isOwn ? { n: counts.get(all[0]!)!, x: counts.get(all[1]!)! } : null,
  });
  const wanted = [...names, ...(isOwn ? all : [])];
  const completed = completions(
    local,
    wanted,
    unknowns,
    screenOf(table, published, precision, (counts) => assign(counts)),
  );
  if (completed === null) {
    tried.untried++;
    return;
  }
  const { candidates: screen, isWhole } = completed;
  if (screen.length === 0) return;
  const looked = lookedAt(table, published.keys());
  const made = screen.map((counts) => forward(table, assign(counts), method, looked));
  const middle = new Map(
    wanted.map((name) => {
      const [least, most] = local.range(name);
      const { low, high, printed: stated = null } = byName.get(name) ?? { low: least, high: most };
      return [name, stated ?? (low + high) / 2];
    }),
  );
  const rangeOf = (name: string): Range | null => {
    const f = byName.get(name);
    return f && f.low < f.high ? [f.low, f.high] : null;
  };
  const standIn = [...middle.values()].every(Number.isFinite)
    ? forward(table, assign(middle, rangeOf), method, looked)
    : new Map();

  const places = new Map<string, Held[]>();
  const misfitting = misfitsOf(edition.published.results);
  for (const family of misfitting) tried.misfits.add(family);
  for (const [place, value] of published) {
    if (misfitting.has(familyOf(place))) continue;
    const statistic = statisticOf(place);
    const held = { place, published: value, near: nearness(value, precision, place), isError: isError(place) };
    places.set(statistic, [...(places.get(statistic) ?? []), held]);
  }
  const agrees = (leaves: Leaves, list: readonly Held[]): boolean =>
    list.every(({ place, published: value, near }) => isSame(leaves.get(place), value, near));
  const verdicts = [...places].map(([statistic, list]) => {
    const points = list.filter((held) => !held.isError);
    const errors = list.filter((held) => held.isError);
    const byPoint = made.map((leaves) => agrees(leaves, points));
    const byBoth = made.map((leaves, i) => byPoint[i]! && agrees(leaves, errors));
    return { statistic, hasErrors: points.length < list.length, byPoint, byBoth, isExplained: agrees(standIn, list) };
  });
  // Where a point fits some counts and its limits fit none, the figure was made from stand-ins.
  const standIns = new Set<number>();
  for (const { hasErrors, byPoint, byBoth } of verdicts)
    if (hasErrors && !byBoth.includes(true))
      byPoint.forEach((fits, i) => {
        if (fits) standIns.add(i);
      });

  let joint = made.map(() => true);
  for (const { statistic, byBoth, isExplained, hasErrors } of verdicts) {
    const kind = statistic.replace(/^(groups|who|contributions|decomposition)\.[^.]+/, "$1");
    const tally = tried.statistics.get(kind) ?? { told: 0, explained: 0, silent: 0 };
    tried.statistics.set(kind, tally);
    const fits = byBoth.flatMap((fit, i) => (fit ? [i] : []));
    if (fits.length === made.length && (isWhole || !isScreen(statistic))) continue;
    if (fits.length === 0) {
      tally.silent++;
      continue;
    }
    if (isExplained || (!hasErrors && fits.some((i) => standIns.has(i)))) {
      tally.explained++;
      continue;
    }
    tally.told++;
    survivors(
      fits.map((i) => screen[i]!),
      statistic,
    );
    const both = joint.map((fit, i) => fit && byBoth[i]!);
    if (both.includes(true)) joint = both;
  }
  if (isWhole || joint.includes(false))
    survivors(
      screen.filter((_, i) => joint[i]),
      "all together",
    );

  if (joint.includes(false) || !isWhole) {
    const last = screen.filter((_, i) => joint[i]);
    after.adopt((guessed) => {
      for (const name of unknowns) {
        const values = last.map((counts) => counts.get(name)!);
        guessed.within(name, Math.min(...values), Math.max(...values));
      }
    });
  }

  function survivors(left: readonly ReadonlyMap<string, number>[], statistic: string): void {
    for (const name of unknowns) {
      const values = new Set(left.map((counts) => counts.get(name)!));
      const finding = byName.get(name);
      if (!finding) continue;
      finding.left = Math.min(finding.left, values.size);
      if (values.size === 1) pin(finding, [...values][0]!, "statistic", statistic);
    }
  }
}

/** A value with more digits than its rounded counts give tells the counts before they were rounded. */
function byRounded(edition: Edition, table: Table, byName: Map<string, Finding>, pin: Pin): void {
  const { method } = edition.published.results;
  const precision = precisionOf(edition.published.results);
  for (const group of table.period.groups) {
    const { numerator, denominator, estimate, id } = group;
    if (numerator === null || denominator === null || !isKnown(estimate)) continue;
    const one = { ...table, period: { ...table.period, groups: [group] } };
    const of = (x: number, n: number): Leaves =>
      forward(one, { x: [x], n: [n], within: [null], everyone: null }, method);
    const list = ["value", "lower", "upper"].map((key) => `groups.${id}.estimate.${key}`);
    const published = publishedLeaves(one);
    const fits = (leaves: Leaves): boolean =>
      list.every((place) => !published.has(place) || same(leaves.get(place), published.get(place)!, precision, place));
    if (fits(of(numerator, denominator))) continue;
    const [x, n] = (["x", "n"] as const).map((what) => byName.get(inTable(edition, table, what, id))) as [
      Finding,
      Finding,
    ];
    if (!x || !n) continue;
    const found: [number, number][] = [];
    for (let a = x.low; a <= x.high; a++)
      for (let b = Math.max(1, n.low); b <= n.high; b++)
        if ((table.indicator.kind === "rate" || a <= b) && fits(of(a, b))) found.push([a, b]);
    if (found.length !== 1) continue;
    pin(x, found[0]![0], "rounding", "estimate");
    pin(n, found[0]![1], "rounding", "estimate");
  }
}

/** Shares with every digit and one size give all sizes. */
function sizesFromShares(edition: Edition, table: Table, local: System, byName: Map<string, Finding>, pin: Pin): void {
  const { groups } = table.period;
  const anchor = groups.find(({ denominator, share }) => denominator !== null && share !== null && share > 0);
  if (!anchor) return;
  const total = anchor.denominator! / anchor.share!;
  const sizes = groups.map(({ share }) => (share === null ? Number.NaN : share * total));
  if (
    Math.abs(total - Math.round(total)) > 1e-6 ||
    sizes.some((n) => !Number.isNaN(n) && Math.abs(n - Math.round(n)) > 1e-6)
  )
    return;
  groups.forEach(({ id, denominator }, i) => {
    const finding = byName.get(inTable(edition, table, "n", id));
    if (denominator !== null || Number.isNaN(sizes[i]!) || !finding) return;
    const n = Math.round(sizes[i]!);
    if (n < finding.low || n > finding.high || n === (finding.low + finding.high) / 2) return;
    local.within(finding.name, n, n);
    pin(finding, n, "statistic", "share");
  });
}

/** Whole-number values of the unknowns of a table; `isWhole` where none was left out by the screen. */
interface Completed {
  candidates: ReadonlyMap<string, number>[];
  isWhole: boolean;
}

/** All values of a table's unknowns that its own sums allow, or those that pass a screen; null where there are too many. */
function completions(
  system: System,
  wanted: readonly string[],
  unknowns: readonly string[],
  passes: ((counts: ReadonlyMap<string, number>) => boolean) | null,
): Completed | null {
  const inside = new Set(wanted);
  const small = new System();
  for (const name of wanted) small.within(name, ...system.range(name));
  for (const { terms, low, high } of system.rows) {
    const names = [...terms.keys()];
    if (!names.some((name) => inside.has(name) && !system.isFixed(name))) continue;
    if (!names.every((name) => inside.has(name) || system.isFixed(name))) continue;
    for (const name of names) if (!inside.has(name)) small.within(name, ...system.range(name));
    small.sum(Object.fromEntries(terms), low, high);
  }
  if (!small.tighten()) return { candidates: [], isWhole: true };
  const free = unknowns.filter((name) => !small.isFixed(name)).sort((p, q) => width(small, p) - width(small, q));
  if (free.some((name) => !Number.isFinite(width(small, name)))) return null;

  // A sum of numerators and one of denominators take away a width each: what is left is how many there may be.
  const widths = free.map((name) => width(small, name) + 1);
  const most = (what: "x" | "n"): number => Math.max(1, ...widths.filter((_, i) => free[i]!.startsWith(what)));
  if (widths.reduce((product, one) => product * one, 1) / most("x") / most("n") > MOST_STEPS) return null;

  const place = new Map(free.map((name, i) => [name, i]));
  const [low, high] = [0, 1].map((end) => free.map((name) => small.range(name)[end]!)) as [number[], number[]];
  // Each row as what is left for its free terms, which stand in the order in which they are tried.
  const rows = small.rows.flatMap(({ terms, low: least, high: most }) => {
    let fixed = 0;
    const coefficients = free.map(() => 0);
    for (const [name, c] of terms) {
      const at = place.get(name);
      if (at === undefined) fixed += c * small.range(name)[0];
      else coefficients[at] = c;
    }
    if (coefficients.every((c) => c === 0)) return [];
    const after = (end: "least" | "most"): number[] => {
      const sums = [0];
      for (let at = free.length - 1; at >= 0; at--) {
        const c = coefficients[at]!;
        const term = c === 0 ? 0 : c > 0 === (end === "least") ? c * low[at]! : c * high[at]!;
        sums.unshift(sums[0]! + term);
      }
      return sums;
    };
    return [
      { coefficients, least: least - fixed, most: most - fixed, restLeast: after("least"), restMost: after("most") },
    ];
  });
  const sums = rows.map(() => 0);
  const values = free.map(() => 0);
  let kept: ReadonlyMap<string, number>[] = [];
  let isScreened = false;
  let steps = 0;
  const counts = new Map(wanted.map((name) => [name, small.range(name)[0]]));
  const search = (at: number): boolean => {
    if (at === free.length) {
      free.forEach((name, i) => {
        counts.set(name, values[i]!);
      });
      if (isScreened && !passes!(counts)) return true;
      kept.push(new Map(counts));
      if (kept.length <= MOST_TRIED) return true;
      if (isScreened || passes === null) return false;
      isScreened = true;
      kept = kept.filter(passes);
      return true;
    }
    let [from, to] = [low[at]!, high[at]!];
    for (let r = 0; r < rows.length; r++) {
      const { coefficients, least, most, restLeast, restMost } = rows[r]!;
      const c = coefficients[at]!;
      if (c === 0) continue;
      const [one, other] = [(least - sums[r]! - restMost[at + 1]!) / c, (most - sums[r]! - restLeast[at + 1]!) / c];
      from = Math.max(from, Math.ceil(Math.min(one, other) - 1e-6));
      to = Math.min(to, Math.floor(Math.max(one, other) + 1e-6));
    }
    const move = (by: number): void => {
      for (let r = 0; r < rows.length; r++) sums[r]! += rows[r]!.coefficients[at]! * by;
    };
    for (let value = from; value <= to; value++) {
      if (++steps > MOST_STEPS) return false;
      values[at] = value;
      move(value);
      const goesOn = search(at + 1);
      move(-value);
      if (!goesOn) return false;
    }
    return true;
  };
  if (!search(0)) return null;
  // Every figure of a few hundred takes long enough: of more, those that one figure leaves, unless it leaves none.
  const fewer = !isScreened && passes !== null && kept.length > MOST_WHOLE ? kept.filter(passes) : [];
  return fewer.length > 0 ? { candidates: fewer, isWhole: false } : { candidates: kept, isWhole: !isScreened };
}

const width = (system: System, name: string): number => system.range(name)[1] - system.range(name)[0];

/** One cheap figure, a slope or a spread, that rules out most of very many candidates; null where none is published. */
function screenOf(
  { indicator: { kind, per }, type }: Table,
  published: Leaves,
  precision: Precision,
  assign: (counts: ReadonlyMap<string, number>) => Counts,
): ((counts: ReadonlyMap<string, number>) => boolean) | null {
  const total = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);
  const slope = ({ x, n }: Counts): number => {
    const all = total(n);
    let before = 0;
    let top = 0;
    let bottom = 0;
    x.forEach((events, i) => {
      const p = n[i]! / all;
      const from = before + p / 2 - 0.5;
      before += p;
      const isEdge = events === 0 || (kind !== "rate" && events === n[i]);
      const at = isEdge ? events + 0.5 : events;
      const g = Math.log(at / (kind === "rate" ? n[i]! : n[i]! - events + (isEdge ? 0.5 : 0)));
      top += p * from * g;
      bottom += p * from * from;
    });
    return top / bottom;
  };
  const spread = ({ x, n }: Counts, isAdjusted: boolean): number => {
    const all = total(n);
    const mu = (per * total(x)) / all;
    let sum = 0;
    x.forEach((events, i) => {
      const size = n[i]!;
      const p = size / all;
      sum += p * ((per * events) / size - mu) ** 2;
      if (isAdjusted)
        sum -=
          kind === "rate"
            ? (p * (1 - p) * per ** 2 * events) / size ** 2
            : (p * (1 - p) * per ** 2 * events * (size - events)) / (size ** 2 * (size - 1));
    });
    return isAdjusted ? Math.sqrt(Math.max(0, sum)) : sum;
  };
  const ways: [string, (counts: Counts) => number][] =
    type === "ordered"
      ? [["line.slope", slope]]
      : [
          ["measures.bgv.outcome.raw.value", (counts) => spread(counts, false)],
          ["absolute.raw.value", (counts) => spread(counts, true)],
        ];
  for (const [place, of] of ways) {
    const figure = published.get(place);
    if (figure === undefined || (type !== "ordered" && figure === 0)) continue;
    return (counts) => same(of(assign(counts)), figure, precision, place, 1e-7);
  }
  return null;
}

/** Families of figures that the method as it is here does not give back where every count is published: they tell nothing. */
const misfits = new WeakMap<WrittenResults, ReadonlySet<string>>();
/** Tables that this is tried on. */
const MOST_CHECKED = 60;

function misfitsOf(results: WrittenResults): ReadonlySet<string> {
  const known = misfits.get(results);
  if (known) return known;
  const found = new Set<string>();
  const precision = precisionOf(results);
  const isWhole = (count: number | null): count is number => count !== null;
  const whole = tablesOf(results).filter(
    ({ indicator: { kind }, period: { groups, overall } }) =>
      (kind === "proportion" || kind === "rate") &&
      (results.disclosure.roundTo ?? 1) <= 1 &&
      isKnown(overall) &&
      isWhole(overall.numerator) &&
      isWhole(overall.denominator) &&
      groups.every(({ numerator, denominator }) => isWhole(numerator) && isWhole(denominator)),
  );
  for (const table of whole.slice(0, MOST_CHECKED)) {
    const { groups, overall } = table.period;
    if (!isKnown(overall)) continue;
    const everyone = { x: overall.numerator ?? 0, n: overall.denominator ?? 0 };
    const counts: Counts = {
      x: groups.map(({ numerator }) => numerator ?? 0),
      n: groups.map(({ denominator }) => denominator ?? 0),
      within: groups.map(() => null),
      everyone: overall.from === "published" ? everyone : null,
    };
    const made = forward(table, counts, results.method);
    for (const [place, value] of publishedLeaves(table)) {
      // A series with another period that is held back is not to be had.
      const isUnmade = !made.has(place) && /^(decomposition|scatter)/.test(place);
      if (!isUnmade && !same(made.get(place), value, precision, place)) found.add(familyOf(place));
    }
  }
  misfits.set(results, found);
  return found;
}

/** Decimals and significant digits that a kind of figure is printed with, at most. */
type Precision = Map<string, { decimals: number; digits: number }>;
const precisions = new WeakMap<WrittenResults, Precision>();
const familyOf = (place: string): string => place.replace(/^(groups|who|contributions|decomposition)\.[^.]+/, "$1");

function precisionOf(results: WrittenResults): Precision {
  const known = precisions.get(results);
  if (known) return known;
  const precision: Precision = new Map();
  for (const table of tablesOf(results))
    for (const [place, value] of publishedLeaves(table)) {
      if (typeof value !== "number") continue;
      const family = familyOf(place);
      const { decimals, digits } = precision.get(family) ?? { decimals: 0, digits: 1 };
      precision.set(family, {
        decimals: Math.max(decimals, decimalsOf(value)),
        digits: Math.max(digits, digitsOf(value)),
      });
    }
  precisions.set(results, precision);
  return precision;
}

function decimalsOf(value: number): number {
  const [mantissa, exponent] = String(value).split("e") as [string, string?];
  return Math.max(0, (mantissa.split(".")[1] ?? "").length - Number(exponent ?? 0));
}
const digitsOf = (value: number): number =>
  String(value).split("e")[0]!.replace(/[-.]/g, "").replace(/^0+/, "").length || 1;

/** Equal at the precision in which such figures are printed; a name must be the same name. */
const same = (
  made: number | string | undefined,
  published: number | string,
  precision: Precision,
  place: string,
  least = 1e-9,
): boolean => isSame(made, published, nearness(published, precision, place, least));

const isSame = (made: number | string | undefined, published: number | string, near: number): boolean =>
  typeof published === "string" || typeof made === "string"
    ? made === published
    : made !== undefined && Math.abs(made - published) <= near;

function nearness(published: number | string, precision: Precision, place: string, least = 1e-9): number {
  if (typeof published === "string") return 0;
  const { decimals, digits } = precision.get(familyOf(place)) ?? { decimals: 15, digits: 15 };
  const size = Math.abs(published);
  const byDigits = size === 0 ? 0 : 0.5 * 10 ** (Math.floor(Math.log10(size)) + 1 - digits);
  return Math.max(0.5 * 10 ** -decimals, byDigits, least * Math.max(size, 1e-3)) * 1.0001;
}

import { sharedDigits } from "../catalogue/format.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import type { FunnelResult, GapParts, SmoothedResult } from "../results/beside.ts";
import { type Breakdown, groupLabel, groupPhrase } from "./breakdown.ts";
import { pageOf } from "./page-of.ts";
import { because } from "./state.ts";

/** What is said of the figures that stand beside those of a breakdown. */

type Key = "funnel" | "smoothed" | "gapParts";
interface Made {
  funnel: FunnelResult;
  smoothed: SmoothedResult;
  gapParts: GapParts;
}

/** One of them as it was made; null where it is not asked for, or could not be. */
export function made<K extends Key>(b: Breakdown, key: K): Made[K] | null {
  const found: Made[K] | NotComputable | undefined = askedFor(b)[key];
  return found === undefined || isMissing(found) ? null : found;
}

type Asked = { [K in Key]?: Made[K] | NotComputable };
const askedFor = ({ result }: Breakdown): Asked => (result.beside ?? {}) as Asked;

const whyNot = (b: Breakdown, key: Key): string[] => {
  const found = askedFor(b)[key];
  return found !== undefined && isMissing(found) ? [because(b, found)] : [];
};

const labels = (b: Breakdown, ids: readonly string[]): string[] => ids.map((id) => groupLabel(b, id));

/** Those outside the wider limits, the furthest first. */
export const outsideOf = (funnel: FunnelResult, standing: "above" | "below") =>
  funnel.groups.filter((one) => one.standing === standing).sort((a, c) => Math.abs(c.z) - Math.abs(a.z));

export const outsideWords = (b: Breakdown, funnel: FunnelResult): string =>
  b.say.beside.funnel.outside(
    ...((["above", "below"] as const).map((side) =>
      labels(
        b,
        outsideOf(funnel, side).map(({ group }) => group),
      ),
    ) as [string[], string[]]),
  );

/** Null where no funnel is asked for. */
export function funnelSentences(b: Breakdown): string[] | null {
  const { funnel: words } = b.say.beside;
  const funnel = made(b, "funnel");
  if (funnel === null) return b.result.beside?.funnel === undefined ? null : [words.about, ...whyNot(b, "funnel")];
  const isOne = funnel.groups.some(({ standing }) => standing !== "within");
  const times = b.say.number(Math.sqrt(Math.max(1, funnel.phi)), 1);
  return [
    words.about,
    outsideWords(b, funnel),
    /[2-9]|1\D[1-9]/.test(times) ? words.wider(times) : isOne ? words.restAsNarrow : words.asNarrow,
    words.noRanking,
    ...(funnel.leftOut.length > 0 ? [words.leftOut(labels(b, funnel.leftOut))] : []),
  ];
}

export function smoothedSentences(b: Breakdown): string[] | null {
  const { smoothed: words } = b.say.beside;
  const smoothed = made(b, "smoothed");
  if (smoothed === null) return b.result.beside?.smoothed === undefined ? null : whyNot(b, "smoothed");
  const { unit } = b.indicator;
  const mean = b.say.quantity(smoothed.mean, unit, smoothedPlaces(b, smoothed));
  return [
    words.about(b.results.place.areas, mean),
    ...(smoothed.modelVariance === 0 ? [words.allChance] : []),
    words.mark,
    ...(smoothed.leftOut.length > 0 ? [words.leftOut(labels(b, smoothed.leftOut))] : []),
  ];
}

export const smoothedPlaces = ({ indicator }: Breakdown, { areas }: SmoothedResult): number =>
  sharedDigits(
    areas.map(({ modelled }) => modelled),
    indicator.unit,
  );

/** Own and smoothed figures side by side, by name. */
export function smoothedRows(b: Breakdown, smoothed: SmoothedResult) {
  const places = smoothedPlaces(b, smoothed);
  const rows = smoothed.areas.map(({ group, raw, modelled, weight }) => {
    const figure = b.say.quantity(modelled.value, b.indicator.unit, places);
    const interval = b.say.range(modelled, places);
    return {
      heading: groupLabel(b, group),
      page: pageOf(b, group),
      cells: [
        b.say.quantity(raw, b.indicator.unit, places),
        interval === null ? figure : b.say.writing.withRange(figure, interval),
        b.say.percent(weight),
      ],
    };
  });
  return rows.sort((a, c) => (a.heading < c.heading ? -1 : 1));
}

/** Years with a sign that says whether a part widens the gap. */
export const yearsPlaces = 2;

export function partsSentences(b: Breakdown): string[] | null {
  const { parts: words } = b.say.beside;
  const parts = made(b, "gapParts");
  if (parts === null) return b.result.beside?.gapParts === undefined ? null : whyNot(b, "gapParts");
  const years = (value: number): string => b.say.quantity(value, b.indicator.unit, 1);
  const end = ({ group, years: value }: GapParts["from"]) => ({ who: groupPhrase(b, group), years: years(value) });
  const age = largest(parts.ages);
  const cause = largest(namedCauses(parts));
  return [
    words.ends(b.latest.period.label, end(parts.from), end(parts.to), years(parts.gap)),
    ...(age === null ? [] : [words.most(age.age, years(age.years))]),
    ...(cause === null ? [] : [words.mostCause(cause.cause, years(cause.years))]),
    words.mean,
  ];
}

export const namedCauses = ({ causes }: GapParts) =>
  causes.flatMap(({ cause, years }) => (cause === null ? [] : [{ cause, years }]));

export const largest = <T extends { years: number }>(parts: readonly T[]): T | null =>
  [...parts].sort((a, c) => c.years - a.years)[0] ?? null;

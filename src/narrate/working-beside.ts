import type { Say } from "../catalogue/say.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { DimensionResult } from "../results/results.ts";
import { because } from "./state.ts";
import type { Figures } from "./working-figures.ts";

/** One step of the working: lines of text, and tables among them. */
interface BesideStep {
  heading: string;
  parts: (string | { head: string[]; rows: string[][] })[];
}

/** What stands beside the figures, with every number that it was made from. */
export function besideSteps(
  { say, figures: { n, range } }: { say: Say; figures: Figures },
  { beside, periods }: DimensionResult,
): BesideStep[] {
  if (beside === undefined) return [];
  const { working: words, funnel: ofFunnel, smoothed: ofSmoothed, parts: ofParts } = say.beside;
  const label = (id: string): string => periods.at(-1)?.groups.find((group) => group.id === id)?.label ?? id;
  const { funnel, smoothed, gapParts } = beside;
  const parts: BesideStep["parts"] = [];
  if (funnel !== undefined && isMissing(funnel)) parts.push(words.none(ofFunnel.title, because({ say }, funnel)));
  else if (funnel !== undefined)
    parts.push(words.funnel(funnel.definition, n(funnel.target), n(funnel.phi)), {
      head: words.funnelHead,
      rows: funnel.groups.map(({ group, value, size, z, warning, action }) => [
        ...[label(group), n(value), n(size), n(z)],
        ...[range(warning) ?? "", range(action) ?? ""],
      ]),
    });
  if (smoothed !== undefined && isMissing(smoothed))
    parts.push(words.none(ofSmoothed.title, because({ say }, smoothed)));
  else if (smoothed !== undefined)
    parts.push(words.smoothed(smoothed.definition, n(smoothed.mean), n(smoothed.modelVariance)), {
      head: words.smoothedHead,
      rows: smoothed.areas.map(({ group, raw, weight, modelled }) => [
        ...[label(group), n(raw), n(weight), n(modelled.value), range(modelled) ?? ""],
      ]),
    });
  if (gapParts !== undefined && isMissing(gapParts)) parts.push(words.none(ofParts.title, because({ say }, gapParts)));
  else if (gapParts !== undefined)
    parts.push(words.parts(gapParts.definition, n(gapParts.gap)), {
      head: words.partsHead,
      rows: [
        ...gapParts.ages.map(({ age, years }) => [age, n(years)]),
        ...gapParts.causes.map(({ cause, years }) => [cause ?? ofParts.rest, n(years)]),
      ],
    });
  return [{ heading: words.heading, parts }];
}

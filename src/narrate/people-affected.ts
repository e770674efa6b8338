import { isMissing } from "../reasons-and-notes.ts";
import { type Breakdown, groupName, groupPhrase } from "./breakdown.ts";
import type { Icons } from "./icons.ts";
import { ownAverage } from "./level.ts";

/** Words of the picture of a hundred people. */

/** Where the groups' own average is not the level of the place, it holds for those whose group is known. */
const peopleOf = (b: Breakdown): string => {
  const { people } = b.indicator.sentence;
  return ownAverage(b) === null ? people : b.say.icons.known(people);
};

export function iconsTitle(b: Breakdown, { outOf, now, changed, isFewer }: Icons): string {
  const { say, indicator } = b;
  const { state } = indicator.sentence;
  return say.icons.title(say.count(outOf), peopleOf(b), say.count(now), state ?? "", say.count(changed.value), isFewer);
}

/** The group that everyone is set beside, as its place or its people. */
function reference(b: Breakdown): string {
  const { par } = b.latest;
  if (isMissing(par)) return "";
  const isPlace = b.dimension.preposition === "in";
  return b.say.icons.reference(isPlace, isPlace ? groupPhrase(b, par.reference) : groupName(b, par.reference));
}

export const iconsSubtitle = (b: Breakdown): string =>
  b.say.icons.subtitle(reference(b), b.indicator.title, b.dimension.title, b.results.place.name, b.latest.period.label);

/** The three kinds of people, in the order they are drawn, each with its count. */
export function iconKinds(
  { say }: Breakdown,
  { outOf, now, changed, isFewer }: Icons,
): { text: string; count: number }[] {
  const counts: [number, number, number] = isFewer
    ? [now - changed.value, changed.value, outOf - now]
    : [now, changed.value, outOf - now - changed.value];
  const text = (n: number): string => (n === 0 ? say.icons.lessThanOne : say.count(n));
  const texts = say.icons.kinds(isFewer, [text(counts[0]), text(counts[1]), text(counts[2])]);
  return counts.map((count, i) => ({ text: texts[i]!, count }));
}

export function iconsDescription(b: Breakdown, { outOf, now, changed, isFewer }: Icons): string {
  const { icons, count, range } = b.say;
  return [
    icons.picture(count(outOf), count(now), b.indicator.sentence.state ?? ""),
    icons.would(reference(b), count(changed.value), isFewer, range(changed, 0)),
  ].join(" ");
}

export function iconsKey({ say }: Breakdown, { changed }: Icons): string {
  const { icons, count } = say;
  const interval = say.range(changed, 0);
  const value = count(changed.value);
  const sure =
    interval === null
      ? icons.noInterval(value)
      : changed.lower === changed.value && changed.upper === changed.value
        ? icons.narrow(value)
        : icons.uncertain(value, interval);
  return `${sure} ${icons.arithmetic}`;
}

export const iconsCaption = (b: Breakdown, { outOf }: Icons): string =>
  b.say.icons.caption(b.say.count(outOf), peopleOf(b), reference(b), b.indicator.title, b.dimension.title);

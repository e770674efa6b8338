import { roundedUp } from "../catalogue/format.ts";
import { isMissing } from "../reasons-and-notes.ts";
import { type Breakdown, groupName } from "./breakdown.ts";
import { detectableSentence } from "./since-baseline.ts";
import { because, heldBack } from "./state.ts";

/** Sentences about how sure we are. */

/** What stands behind the certainty of one breakdown, one point a line. */
export function certaintySentences(b: Breakdown): string[] {
  const { latest, result, results, say } = b;
  const { certainty, pValue } = say;
  const times = say.count(100 * results.method.confidence);
  const hasIntervals = latest.groups.some(({ estimate }) => !isMissing(estimate) && estimate.lower !== null);
  const { heterogeneity, line } = latest;
  const { change } = result;
  const isTested =
    !isMissing(change) && [change.absolute, change.relative].some((one) => !isMissing(one) && one.adjustedP !== null);
  return [
    hasIntervals ? certainty.intervals(say.writing.percent(times), times) : certainty.noIntervals,
    heterogeneity === null
      ? null
      : (heterogeneity.clear ? certainty.differ : certainty.mayNotDiffer)(pValue(heterogeneity.p)),
    line?.lackOfFit == null
      ? null
      : (line.lackOfFit.clear ? certainty.notOneLine : certainty.oneLine)(pValue(line.lackOfFit.p)),
    isTested
      ? certainty.adjusted(say.count(results.method.headlineTests), say.percent(results.method.falseDiscoveryRate))
      : null,
    isTested ? scatterSentence(b) : null,
    detectableSentence(b),
    neededSentence(b),
    unrecordedSentence(b),
    missingGroupsSentence(b),
  ].filter((text) => text !== null);
}

/** Scatter beyond sampling, where it widens a tested change or is not known. */
function scatterSentence({ result: { change, notes }, say }: Breakdown): string | null {
  if (isMissing(change)) return null;
  if (change.scatter !== null)
    return change.scatter.phi > 1 ? say.certainty.scatter(say.number(Math.sqrt(change.scatter.phi), 2)) : null;
  return notes.some(({ id }) => id === "scatter-unknown") ? say.certainty.noScatter : null;
}

/** How many people the change of two shares of unknown size needs. */
function neededSentence({ result: { change, peopleNeeded }, indicator, say }: Breakdown): string | null {
  if (isMissing(change) || peopleNeeded === null) return null;
  const [first, ...more] = (["absolute", "relative"] as const).flatMap((type) => {
    const people = peopleNeeded[type];
    return people === null ? [] : [{ type, number: say.count(roundedUp(people)) }];
  });
  if (first === undefined) return null;
  return say.certainty.needed({
    people: indicator.sentence.people,
    ...{ since: change.baseline.label, until: change.current.label },
    ...{ gaps: [first, ...more], isLeast: peopleNeeded.isLeast },
  });
}

/** Share of people whose group is not recorded. */
export function unrecordedSentence({ latest: { unrecorded }, indicator, say }: Breakdown): string | null {
  if (unrecorded === null || unrecorded.count === 0) return null;
  const { certainty, writing, number } = say;
  if (unrecorded.share === null) return certainty.unrecordedUnknown;
  const share = 100 * unrecorded.share;
  return unrecorded.of === "implied"
    ? certainty.unrecordedRoughly(writing.percent(number(share, 0)), indicator.sentence.people)
    : certainty.unrecorded(writing.percent(number(share, 1)), say.count(unrecorded.count));
}

/** Groups without a figure, and why. */
export function missingGroupsSentence(b: Breakdown): string | null {
  const missing = b.latest.groups.flatMap(({ id, estimate, marker }) =>
    isMissing(estimate) && marker !== "[c]" ? [{ name: groupName(b, id), why: because(b, estimate) }] : [],
  );
  const told = [heldBack(b, b.latest), missing.length === 0 ? null : b.say.certainty.missing(missing)].filter(
    (text) => text !== null,
  );
  return told.length === 0 ? null : told.join(" ");
}

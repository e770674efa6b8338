import { isMissing } from "../model.ts";
import { type Breakdown, groupName } from "./breakdown.ts";
import { count, number, pValue } from "./format.ts";
import { clause, heldBack } from "./sentences.ts";

/** Sentences about how sure we are. */

/** What stands behind the certainty of one breakdown, one point a line. */
export function certaintySentences(b: Breakdown): string[] {
  const { latest, result, results } = b;
  const confidence = `${count(100 * results.method.confidence)}%`;
  const hasIntervals = latest.groups.some(({ estimate }) => !isMissing(estimate) && estimate.lower !== null);
  const { change } = result;
  const adjusted = isMissing(change) ? null : change.absolute.adjustedP;
  return [
    hasIntervals
      ? `Figures in brackets are ${confidence} intervals: if there were no other error, intervals made this way would hold the true figure about ${count(
          100 * results.method.confidence,
        )} times in 100.`
      : "No intervals are published for these figures, so some of the gap may be chance and we can't say how much.",
    latest.heterogeneity === null
      ? null
      : latest.heterogeneity.p < 0.05
        ? `The groups differ by more than chance would make them (${pValue(latest.heterogeneity.p)}).`
        : `The groups differ no more than chance might make them (${pValue(latest.heterogeneity.p)}).`,
    latest.line?.lackOfFit == null
      ? null
      : latest.line.lackOfFit.p < 0.05
        ? `The groups do not lie along one line (${pValue(latest.line.lackOfFit.p)}).`
        : `The groups lie along the fitted line as far as we can tell (${pValue(latest.line.lackOfFit.p)}).`,
    adjusted === null
      ? null
      : `${count(results.method.headlineTests)} changes of gaps were tested in this report. Adjusted for that, the change of the absolute gap has ${pValue(adjusted)}.`,
    unrecordedSentence(b),
    missingGroupsSentence(b),
  ].filter((text) => text !== null);
}

/** Share of people whose group is not recorded. */
export function unrecordedSentence(b: Breakdown): string | null {
  const { unrecorded } = b.latest;
  if (unrecorded === null || unrecorded.count === 0) return null;
  if (unrecorded.share === null)
    return "Some figures are for people whose group was not recorded. How many they are is not published. They are left out of the gap.";
  if (unrecorded.of === "implied")
    return `For roughly ${number(100 * unrecorded.share, 0)}% of ${b.indicator.sentence.people} (worked out from the width of the intervals) the group was not recorded or lies outside the groups shown. They are left out of the gap.`;
  const share = number(100 * unrecorded.share, 1);
  return `For ${share}% (${count(unrecorded.count)}) the group was not recorded or lies outside the groups shown. They are left out of the gap.`;
}

/** Groups without a figure, and why. */
export function missingGroupsSentence(b: Breakdown): string | null {
  const missing = b.latest.groups.flatMap(({ id, estimate, marker }) =>
    isMissing(estimate) && marker !== "[c]" ? [`${groupName(b, id)} (${clause(estimate.text)})`] : [],
  );
  const held = heldBack(b, b.latest);
  const told = [held, missing.length === 0 ? null : `No figure for ${missing.join("; ")}.`].filter(
    (text) => text !== null,
  );
  return told.length === 0 ? null : told.join(" ");
}

import { digits } from "../../catalogue/format.ts";
import { Sparkline } from "../../charts/sparkline.tsx";
import { isMissing, type NotComputable, type Temperature } from "../../model.ts";
import type { Breakdown } from "../../narrate/breakdown.ts";
import { parted } from "../../narrate/core-first.ts";
import { levelOf } from "../../narrate/level.ts";
import { blankMarker } from "../../narrate/marks-and-figures.ts";
import { isMove, moveOf } from "../../narrate/moves.ts";
import { allBreakdowns } from "../../narrate/overview.ts";
import { shortChange } from "../../narrate/since-baseline.ts";
import { gapUnit, whyNoGap } from "../../narrate/state.ts";
import type { Place } from "../page.ts";
import { VerdictBadge } from "./elements.tsx";
import { useSay } from "./surroundings.ts";

/** Every indicator by every dimension. Complete as it stands; with script, the columns marked here sort and filter. */
export function Findings({ place: { results } }: { place: Place }) {
  const { head, caption, controls } = useSay().findings;
  const { indicator, theme, by, spark, level, absolute, relative, change, verdict } = head;
  return (
    <section class="scroll" tabindex={0} aria-labelledby="findings-caption">
      <table
        class="findings"
        data-group={controls.group}
        data-all={controls.all}
        data-reset={controls.reset}
        data-shown={controls.shown("{shown}", "{all}")}
      >
        <caption id="findings-caption">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" data-sort="text">
              {indicator}
            </th>
            <th scope="col" data-sort="number" data-filter="">
              {theme}
            </th>
            <th scope="col" data-sort="text" data-filter="">
              {by}
            </th>
            <th scope="col">{spark}</th>
            <th scope="col">{level}</th>
            <th scope="col">{absolute}</th>
            <th scope="col">{relative}</th>
            <th scope="col" data-sort="number">
              {change}
            </th>
            <th scope="col" data-sort="number" data-filter="">
              {verdict}
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder(results).map((b) => (
            <Finding key={b.name} b={b} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Core indicators in the order of the themes, and then the others in that order. */
function inOrder(results: Place["results"]): Breakdown[] {
  const all = allBreakdowns(results);
  const { core, supporting } = parted(results.indicators);
  return [core, supporting].flatMap((part) =>
    results.themes.flatMap(({ id }) =>
      all.filter(({ indicator }) => indicator.theme === id && part.includes(indicator)),
    ),
  );
}

/** Where readers sort by verdict, what asks most for attention comes first. */
const byUrgency: Record<Temperature, number> = {
  heating: 0,
  warming: 1,
  mixed: 2,
  unclear: 3,
  steady: 4,
  easing: 5,
  cooling: 6,
  "no-reading": 7,
};

function Finding({ b }: { b: Breakdown }) {
  const { latest, indicator, dimension, result, results, say } = b;
  const page = `indicators/${indicator.id}.html`;
  const place = results.themes.findIndex(({ id }) => id === indicator.theme);
  const theme = results.themes[place];
  const move = moveOf(b);
  return (
    <tr>
      <th scope="row" data-value={indicator.title}>
        <a href={page}>{indicator.title}</a>
        {indicator.core && <span class="small"> ({say.findings.core})</span>}
      </th>
      <td class="small" data-value={theme?.title} data-order={place}>
        {theme?.title}
      </td>
      <td data-value={dimension.title}>
        <a href={`${page}#${dimension.id}`}>
          {dimension.title}
          <span class="unseen">: {indicator.title}</span>
        </a>
      </td>
      <td>
        <Sparkline b={b} />
      </td>
      <td>
        {isMissing(latest.overall) ? blankMarker(latest.overall, latest) : say.figure(latest.overall, indicator.unit)}
        <br />
        <span class="small">{say.findings.levelOf(levelOf(b), latest.period.label)}</span>
      </td>
      <td>
        <GapCell b={b} type="absolute" />
      </td>
      <td>
        <GapCell b={b} type="relative" />
      </td>
      <td data-order={isMove(move) ? move.gap.value.toFixed(6) : undefined}>{shortChange(b)}</td>
      <td data-value={say.verdict.labels[result.verdict.id]} data-order={byUrgency[result.verdict.temperature]}>
        <VerdictBadge verdict={result.verdict} />
      </td>
    </tr>
  );
}

type GapType = "absolute" | "relative";

/** The reason stands once where both gaps are missing for the same one. */
const isFirstToSay = ({ latest: { absolute } }: Breakdown, type: GapType, { reason }: NotComputable): boolean =>
  type === "absolute" || !isMissing(absolute) || absolute.reason !== reason;

export function GapCell({ b, type }: { b: Breakdown; type: GapType }) {
  const gap = b.latest[type];
  if (isMissing(gap))
    return (
      <>
        {blankMarker(gap, b.latest)}
        <br />
        {isFirstToSay(b, type, gap) && <span class="small">{whyNoGap(b, b.latest, gap)}</span>}
      </>
    );
  const unit = gapUnit(gap);
  return (
    <>
      {b.say.figure(gap.oriented, unit)}
      <br />
      <span class="small">{b.say.findings.interval(b.say.range(gap.oriented, digits(gap.oriented, unit)))}</span>
      {gap.type === "absolute" && b.latest.notes.some(({ id }) => id === "not-a-straight-gradient") && (
        <span class="small"> {b.say.findings.notStraight}</span>
      )}
    </>
  );
}

import { digits } from "../../catalogue/format.ts";
import type { Gap } from "../../model.ts";
import type { Breakdown } from "../../narrate/breakdown.ts";
import { levelKind, levelName } from "../../narrate/level.ts";
import { blankMarker } from "../../narrate/marks-and-figures.ts";
import { because, gapUnit, whyNoGap } from "../../narrate/state.ts";
import { isMissing } from "../../reasons-and-notes.ts";

/** How far a gap is left open by counts that are known as ranges, where that is worth saying. */
function cornersOf({ say }: Breakdown, { notes }: Gap): string | null {
  const range = notes.find((one) => one.id === "gap-in-a-range")?.parts;
  return range === undefined
    ? null
    : say.indicatorPage.corners(
        say.writing.range(say.number(range.lower, range.decimals), say.number(range.upper, range.decimals)),
      );
}

/** The level and both gaps of the newest period, large. */
export function KeyFigures({ b }: { b: Breakdown }) {
  const { absolute, relative, overall, period } = b.latest;
  const { say } = b;
  const { indicatorPage: words } = say;
  const cards = [
    isMissing(overall)
      ? {
          name: words.level,
          parts: { number: blankMarker(overall, b.latest), unit: "" },
          under: because(b, overall),
          id: null,
        }
      : {
          name: words.levelAt(levelName(b), period.label),
          parts: say.figureParts(overall, b.indicator.unit),
          under: say.range(overall, digits(overall, b.indicator.unit)),
          id: say.levels.from[levelKind(b.latest) ?? overall.from],
        },
    ...[
      { gap: absolute, type: "absolute" as const },
      { gap: relative, type: "relative" as const },
    ].map(({ gap, type }) =>
      isMissing(gap)
        ? {
            name: say.charts.gap.name[type],
            parts: { number: blankMarker(gap, b.latest), unit: "" },
            under: whyNoGap(b, b.latest, gap),
            id: null,
          }
        : {
            name: words.gap(type, say.method.measureName(gap.measure)),
            parts: say.figureParts(gap.oriented, gapUnit(gap)),
            under: say.range(gap.oriented, digits(gap.oriented, gapUnit(gap))),
            id: cornersOf(b, gap),
          },
    ),
  ];
  return (
    <dl class="figures">
      {cards.map(({ name, parts, under, id }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span>
              <span class="big">{parts.number}</span> {parts.unit}
            </span>
            <span>{under ?? say.writing.noRange}</span>
            {id !== null && <span class="small">{id}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

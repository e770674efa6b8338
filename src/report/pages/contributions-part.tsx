import { sharedDigits } from "../../catalogue/format.ts";
import type { Breakdown } from "../../narrate/breakdown.ts";
import {
  changeCaption,
  changeSentence,
  decimals,
  spreadCaption,
  spreadHead,
  spreadSentence,
} from "../../narrate/contributed.ts";
import { changeParts, countsOnce, spreadParts } from "../../narrate/contributions.ts";
import { pageOf } from "../../narrate/page-of.ts";
import { NamedHeading } from "./named-heading.tsx";
import { DataTable } from "./scrolling-table.tsx";

/** What each group adds to the gap, and to its level's change. */
export function Contributions({ b }: { b: Breakdown }) {
  const { contributions: words, page, percent, signed } = b.say;
  const spread = spreadParts(b);
  const change = changeParts(b);
  if (spread === null && change === null) return null;
  return (
    <>
      <NamedHeading as="h3" of={b.dimension.title}>
        {words.title}
      </NamedHeading>
      {spread !== null && <p>{spreadSentence(b, spread)}</p>}
      {change !== null && <p>{changeSentence(b, change)}</p>}
      <details>
        <summary>
          {words.byGroup}
          <span class="unseen">{page.unseen(words.title, b.dimension.title)}</span>
        </summary>
        {spread !== null && (
          <>
            <p>{words.about(countsOnce(b))}</p>
            <DataTable
              id={`spread-${b.name}`}
              root="../"
              table={{
                caption: spreadCaption(b),
                head: spreadHead(b),
                rows: spread.map(({ group, label, people, distance, spread: part }) => ({
                  heading: label,
                  page: pageOf(b, group),
                  cells: [
                    people === null ? "[x]" : percent(people),
                    signed(distance, distancePlaces(b, spread)),
                    percent(part),
                  ],
                })),
              }}
            />
          </>
        )}
        {change !== null && (
          <DataTable
            id={`change-${b.name}`}
            root="../"
            table={{ caption: changeCaption(b), head: words.changeHead, rows: changeRows(b, change) }}
          />
        )}
      </details>
    </>
  );
}

const distancePlaces = (b: Breakdown, parts: readonly { distance: number }[]): number =>
  sharedDigits(
    parts.map(({ distance }) => ({ value: distance, lower: null, upper: null })),
    b.indicator.unit,
  );

function changeRows(b: Breakdown, parts: NonNullable<ReturnType<typeof changeParts>>) {
  const { say } = b;
  const places = decimals(parts);
  const row = (heading: string, page: string | null, level: number, composition: number) => ({
    heading,
    page,
    cells: [level, composition, level + composition].map((value) => say.signed(value, places)),
  });
  return [
    ...parts.map(({ group, label, level, composition }) => row(label, pageOf(b, group), level, composition)),
    row(
      say.contributions.together,
      null,
      parts.reduce((sum, { level }) => sum + level, 0),
      parts.reduce((sum, { composition }) => sum + composition, 0),
    ),
  ];
}

import type { Breakdown } from "../breakdown.ts";
import { changeParts, spreadParts } from "../contributions.ts";
import { percent, sharedDigits } from "../format.ts";
import {
  changeCaption,
  changeHead,
  changeSentence,
  contributionsTitle,
  decimals,
  signedNumber,
  spreadAbout,
  spreadCaption,
  spreadHead,
  spreadSentence,
  together,
} from "../sentences-contributions.ts";
import { DataTable } from "./parts.tsx";

/** What each group adds to the gap, and to its level's change. */
export function Contributions({ b }: { b: Breakdown }) {
  const spread = spreadParts(b);
  const change = changeParts(b);
  if (spread === null && change === null) return null;
  return (
    <>
      <h3>{contributionsTitle}</h3>
      {spread !== null && <p>{spreadSentence(spread)}</p>}
      {change !== null && <p>{changeSentence(b, change)}</p>}
      <details>
        <summary>
          Group by group
          <span class="unseen">
            : {contributionsTitle}, {b.dimension.title}
          </span>
        </summary>
        {spread !== null && (
          <>
            <p>{spreadAbout}</p>
            <DataTable
              id={`spread-${b.name}`}
              table={{
                caption: spreadCaption(b),
                head: spreadHead(b),
                rows: spread.map(({ label, people, distance, spread: part }) => ({
                  heading: label,
                  cells: [
                    people === null ? "[x]" : percent(people),
                    signedNumber(distance, distancePlaces(b, spread)),
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
            table={{ caption: changeCaption(b), head: changeHead, rows: changeRows(change) }}
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

function changeRows(parts: NonNullable<ReturnType<typeof changeParts>>) {
  const places = decimals(parts);
  const row = (heading: string, level: number, composition: number) => ({
    heading,
    cells: [level, composition, level + composition].map((value) => signedNumber(value, places)),
  });
  return [
    ...parts.map(({ label, level, composition }) => row(label, level, composition)),
    row(
      together,
      parts.reduce((sum, { level }) => sum + level, 0),
      parts.reduce((sum, { composition }) => sum + composition, 0),
    ),
  ];
}

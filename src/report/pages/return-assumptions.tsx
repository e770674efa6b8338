import { numberLabel, type Returning, rangeText, swingWords } from "../../narrate/return-words.ts";
import type { Reckoning, UncertainNumber } from "../../results/return-results.ts";
import { Bullets } from "./elements.tsx";
import { useSay } from "./surroundings.ts";

/** Numbers without a source, those that move the result most first; then where the others come from. */
export function Assumptions({ r, reckoned: { numbers } }: { r: Returning; reckoned: Reckoning }) {
  const { returns: words } = useSay();
  const { overlaps, outcomes } = r.programme;
  const titleOf = (id: string): string => outcomes.find((outcome) => outcome.id === id)?.title ?? id;
  const assumed = numbers.filter(({ source }) => source === null);
  const told = (number: UncertainNumber): string =>
    words.assumptions.item(numberLabel(r, number), rangeText(r, number), swingWords(r, number));
  const sourced = numbers.flatMap((number) =>
    number.source === null ? [] : [words.assumptions.from(numberLabel(r, number), rangeText(r, number), number.source)],
  );
  return (
    <section aria-labelledby="assumptions">
      <h2 id="assumptions">{words.assumptions.heading}</h2>
      {assumed.length === 0 ? (
        <p>{words.assumptions.none}</p>
      ) : (
        <>
          <p>{words.assumptions.lead}</p>
          <ol>
            {assumed.map((number) => (
              <li key={told(number)}>{told(number)}</li>
            ))}
          </ol>
        </>
      )}
      {sourced.length > 0 && (
        <details>
          <summary>{words.assumptions.sources}</summary>
          <Bullets items={sourced} />
        </details>
      )}
      {overlaps.length > 0 && (
        <details>
          <summary>{words.assumptions.apart}</summary>
          <Bullets
            items={overlaps.map(({ outcomes: of, are, why }) => words.assumptions.overlap(of.map(titleOf), are, why))}
          />
        </details>
      )}
    </section>
  );
}

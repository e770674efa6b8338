import { calendarYear } from "../../catalogue/format.ts";
import { sayIn } from "../../catalogue/say.ts";
import { causesSentence, changesSummary, dimensionTitle, titleOf, verdictCells } from "../../narrate/revised.ts";
import type { Changes } from "../../results/changes.ts";
import type { Page, Place } from "../page.ts";
import { type Compared, Rows } from "./changes-rows.tsx";
import { Bullets } from "./elements.tsx";
import { Inputs, Made, StatedOtherwise } from "./made-and-inputs.tsx";
import { NewAndGone } from "./new-and-gone.tsx";
import { RevisedFigures } from "./revised-figures.tsx";
import { useSay } from "./surroundings.ts";

/** What differs from an earlier build. */
export function changesPage(place: Place, changes: Changes): Page {
  const props = { place, changes };
  const say = sayIn(place.results);
  const words = say.changes;
  const { build, title, year } = changes.previous;
  return {
    ...place,
    file: "changes.html",
    title: words.title,
    description: words.description(calendarYear(year), build),
    current: "sources.html",
    content: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.compared(build, title, calendarYear(year))}</p>
        <Bullets items={changesSummary(say, changes)} />
        <Verdicts {...props} />
        <RevisedFigures {...props} />
        <Held {...props} />
        <NewAndGone results={place.results} changes={changes} />
        <StatedOtherwise {...props} />
        <Made {...props} />
        <Inputs {...props} />
        <p>
          {words.file}
          <a href="../data/changes.json">changes.json</a>
        </p>
      </>
    ),
  };
}

/** The way to the page, where there is one. */
export function ChangesLink({ place: { build } }: { place: Place }) {
  const { changes: words } = useSay();
  return build.changes == null ? null : (
    <p>
      <a href="changes.html">{words.title}</a>
    </p>
  );
}

function Verdicts({ place: { results }, changes }: Compared) {
  const say = useSay();
  const words = say.changes;
  if (changes.verdicts.length === 0) return null;
  return (
    <section aria-labelledby="verdicts">
      <h2 id="verdicts">{words.headings.verdicts}</h2>
      <Rows
        id="verdicts-table"
        caption={words.captions.verdicts}
        head={words.heads.verdicts}
        rows={changes.verdicts.map(({ indicator, dimension, because, ...one }) => ({
          key: `${indicator} ${dimension}`,
          heading: titleOf(results, changes, indicator),
          href: `indicators/${indicator}.html#${dimension}`,
          cells: [
            say.within(dimensionTitle(results, dimension)),
            ...verdictCells(say, one),
            causesSentence(say, because),
          ],
        }))}
      />
    </section>
  );
}

function Held({ place: { results }, changes }: Compared) {
  const say = useSay();
  const words = say.changes;
  const { notRepeated } = changes;
  if (notRepeated.length === 0) return null;
  return (
    <section aria-labelledby="held">
      <h2 id="held">{words.headings.held}</h2>
      <p>{words.heldMeaning}</p>
      <Bullets
        items={notRepeated.map(({ indicator, period }) =>
          words.captions.breakdown(titleOf(results, changes, indicator), period),
        )}
      />
    </section>
  );
}

import { sayIn } from "../../catalogue/say.ts";
import { gapStates, stateMarks } from "../../narrate/marks-and-figures.ts";
import { blindSpots, gapsLead, missingLead } from "../../narrate/measured-or-not.ts";
import type { Page, Place } from "../page.ts";
import { Matrix } from "./data-gaps-matrix.tsx";
import { Reasons } from "./data-gaps-reasons.tsx";
import { Stacked } from "./data-gaps-stacked.tsx";
import { Sign } from "./elements.tsx";
import { Missing } from "./missing.tsx";
import { Prose } from "./prose.tsx";
import { useSay } from "./surroundings.ts";

/** What is measured for whom, what is not, and what would fill the gap. */
export function dataGapsPage(place: Place): Page {
  const { results } = place;
  const { gaps } = sayIn(results);
  return {
    ...place,
    file: "data-gaps.html",
    title: gaps.title,
    description: gaps.description(results.place.name),
    current: "data-gaps.html",
    indicators: [],
    content: <DataGaps place={place} />,
  };
}

function DataGaps({ place }: { place: Place }) {
  const { results } = place;
  const { gaps } = useSay();
  const lead = missingLead(results);
  return (
    <>
      <h1>{gaps.title}</h1>
      <p class="lead">
        <Prose text={gapsLead(results)} />
      </p>
      {lead !== null && (
        <p>
          <Prose text={lead} />
        </p>
      )}
      <section aria-labelledby="who">
        <h2 id="who">{gaps.headings.who}</h2>
        <ul class="legend">
          {gapStates.map((state) => (
            <li key={state} class={state}>
              <Sign {...stateMarks[state]} /> {gaps.state(gaps.states[state].word, gaps.states[state].meaning)}
            </li>
          ))}
        </ul>
        <p>{gaps.reasonsBelow}</p>
        <Matrix place={place} />
        <Stacked place={place} />
      </section>
      <section aria-labelledby="missing">
        <h2 id="missing">{gaps.headings.themes}</h2>
        {results.themes.map((theme) => (
          <section key={theme.id} aria-labelledby={`missing-${theme.id}`}>
            <h3 id={`missing-${theme.id}`}>{theme.title}</h3>
            <p>{blindSpots(results, theme.id)}</p>
            <Missing theme={theme} heading="h4" />
          </section>
        ))}
      </section>
      <Reasons place={place} />
    </>
  );
}

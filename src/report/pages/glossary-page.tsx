import { sayIn } from "../../catalogue/say.ts";
import { type Term, termsOf, verdictTerms } from "../../narrate/glossary-terms.ts";
import type { Page, Place } from "../page.ts";
import { Meanings, Part } from "./method-parts.tsx";

/** Every word that the report explains, each with an address. */
export function glossaryPage(place: Place): Page {
  const { results } = place;
  const { glossary: say } = sayIn(results);
  const itemOf = ({ id, term, means }: Term) => ({ id, name: term, text: means });
  return {
    ...place,
    file: "glossary.html",
    title: say.title,
    description: say.description,
    current: "method.html",
    content: (
      <>
        <h1>{say.title}</h1>
        <p class="lead">{say.lead}</p>
        <Part id="words" title={say.words}>
          <Meanings items={termsOf(results).map(itemOf)} />
        </Part>
        <Part id="verdicts" title={say.verdicts}>
          <Meanings items={verdictTerms(results).map(itemOf)} />
        </Part>
      </>
    ),
  };
}

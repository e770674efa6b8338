import { sayIn } from "../../catalogue/say.ts";
import { peopleTitle } from "../../narrate/profile.ts";
import type { AreaProfile, CommunityProfile } from "../../narrate/profiles.ts";
import type { Page, Place } from "../page.ts";
import { FindArea, findAreaScript } from "./find-area.tsx";
import { AreaTable, CommunityTable } from "./people-tables.tsx";

/** Every community and every area, each with the way to its page. */
export function communitiesPage(
  place: Place,
  communities: readonly CommunityProfile[],
  areas: readonly AreaProfile[],
): Page {
  const { results } = place;
  const { people: words, capital } = sayIn(results);
  return {
    ...place,
    file: "communities.html",
    title: peopleTitle(results),
    description: words.description(results.place.name),
    current: "communities.html",
    indicators: [],
    scripts: areas.length > 0 ? [findAreaScript] : [],
    content: (
      <>
        <h1>{peopleTitle(results)}</h1>
        <p class="lead">{words.lead(results.place.name, areas.length > 0 ? results.place.areas : null)}</p>
        <FindArea place={place} />
        <p>{words.reading}</p>
        {communities.length > 0 && (
          <section aria-labelledby="communities">
            <h2 id="communities">{words.communities}</h2>
            <CommunityTable place={place} communities={communities} />
          </section>
        )}
        {areas.length > 0 && (
          <section aria-labelledby="areas">
            <h2 id="areas">{capital(results.place.areas)}</h2>
            {results.dimensions
              .filter(({ id }) => areas.some(({ area }) => area.dimension === id))
              .map(({ id, title }) => (
                <AreaTable
                  key={id}
                  place={place}
                  title={title}
                  areas={areas.filter(({ area }) => area.dimension === id)}
                />
              ))}
          </section>
        )}
      </>
    ),
  };
}

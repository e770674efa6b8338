import { sayIn } from "../../catalogue/say.ts";
import { communityPath, wardPath } from "../../narrate/page-of.ts";
import { peopleTitle } from "../../narrate/profile.ts";
import type { AreaProfile, CommunityProfile } from "../../narrate/profiles.ts";
import { type Profile, tally } from "../../narrate/standing.ts";
import type { Page, Place } from "../page.ts";
import { useSay } from "./lead-and-rest.tsx";

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
    content: (
      <>
        <h1>{peopleTitle(results)}</h1>
        <p class="lead">{words.lead(results.place.name, areas.length > 0 ? results.place.areas : null)}</p>
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

const tallyHead = ["figures", "worse", "unclear", "better", "untested"] as const;

function CommunityTable({
  place: { results },
  communities,
}: {
  place: Place;
  communities: readonly CommunityProfile[];
}) {
  const { people: words } = useSay();
  const known = new Set(results.characteristics.map(({ id }) => id));
  const sections = [
    ...results.characteristics.map(({ id, title }) => ({
      title,
      own: communities.filter(({ community }) => community.characteristic === id),
    })),
    {
      title: words.otherCommunities,
      own: communities.filter(
        ({ community: { characteristic } }) => characteristic === null || !known.has(characteristic),
      ),
    },
  ].filter(({ own }) => own.length > 0);
  return (
    <section class="scroll" tabindex={0} aria-labelledby="communities-table">
      <table class="people">
        <caption id="communities-table">{words.communitiesCaption}</caption>
        <Head first={[words.overview.community]} />
        {sections.map(({ title, own }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" colspan={tallyHead.length + 1} class="theme-row">
                {title}
              </th>
            </tr>
            {own.map(({ community, profile }) => (
              <tr key={community.id}>
                <th scope="row">
                  <a href={communityPath(community)}>{community.title}</a>
                </th>
                <Tally profile={profile} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

interface AreaTableProps {
  place: Place;
  /** What one of the areas is called. */
  title: string;
  areas: readonly AreaProfile[];
}

function AreaTable({ place: { results }, title, areas }: AreaTableProps) {
  const { people: words, count } = useSay();
  const sorted = [...areas].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  const rankings = results.dimensions.filter(({ id }) =>
    areas.some(({ area }) => area.quantiles.some(({ dimension }) => dimension === id)),
  );
  const caption = `areas-${areas[0]?.area.dimension}`;
  const hasPeople = areas.some(({ area }) => area.population !== null);
  return (
    <section class="scroll" tabindex={0} aria-labelledby={caption}>
      <table class="people">
        <caption id={caption}>{words.areasCaption(title)}</caption>
        <Head
          first={[title, ...rankings.map(({ title }) => title), ...(hasPeople ? [words.overview.residents] : [])]}
        />
        <tbody>
          {sorted.map(({ area, name, profile }) => (
            <tr key={area.slug}>
              <th scope="row">
                <a href={wardPath(area)}>{name}</a>
              </th>
              {rankings.map(({ id, groups }) => {
                const own = area.quantiles.find(({ dimension }) => dimension === id)?.group;
                return <td key={id}>{groups.find((group) => group.id === own)?.label ?? "[x]"}</td>;
              })}
              {hasPeople && <td class="number">{area.population === null ? "[x]" : count(area.population)}</td>}
              <Tally profile={profile} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Head({ first }: { first: readonly string[] }) {
  const { overview } = useSay().people;
  return (
    <thead>
      <tr>
        {first.map((text) => (
          <th key={text} scope="col" class={text === overview.residents ? "number" : undefined}>
            {text}
          </th>
        ))}
        {tallyHead.map((column) => (
          <th key={column} scope="col" class="number">
            {overview[column]}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Tally({ profile }: { profile: Profile }) {
  const { people: words, count } = useSay();
  const { standings, levels } = profile;
  const counts = tally(profile);
  if (standings.length + levels.length === 0)
    return (
      <td class="none" colspan={tallyHead.length}>
        {words.nothingMeasured}
      </td>
    );
  const cells = [
    standings.length + levels.length,
    counts.worse,
    counts.unclear,
    counts.better,
    counts["worse-untested"] + counts["better-untested"],
  ];
  return (
    <>
      {cells.map((n, i) => (
        <td key={tallyHead[i]} class="number">
          {count(n)}
        </td>
      ))}
    </>
  );
}

import { areaPath, communityPath } from "../../narrate/page-of.ts";
import { communityName } from "../../narrate/people-summary.ts";
import type { AreaProfile, CommunityProfile } from "../../narrate/profiles.ts";
import { countsOf, type Profile } from "../../narrate/standing.ts";
import type { Place } from "../page.ts";
import { useSay } from "./surroundings.ts";

const tallyHead = ["figures", "worse", "unclear", "better", "different", "untested"] as const;

/** Every community, by characteristic. */
export function CommunityTable({
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
                  <a href={communityPath(community)}>{communityName(results, community)}</a>
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

/** Every area from A to Z. */
export function AreaTable({ place: { results }, title, areas }: AreaTableProps) {
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
                <a href={areaPath(results, area)}>{name}</a>
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
  const counts = countsOf(profile);
  if (standings.length + levels.length === 0)
    return (
      <td class="none" colspan={tallyHead.length}>
        {words.nothingMeasured}
      </td>
    );
  const cells = [
    standings.length + levels.length,
    counts.worse,
    counts.close + counts.alike,
    counts.better,
    counts.different,
    counts.judgedUntested + counts.otherUntested,
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

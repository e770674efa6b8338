import { sayIn } from "../../catalogue/say.ts";
import { communityPath } from "../../narrate/page-of.ts";
import { peopleTitle, profileDescription, profileLead, whyWithout } from "../../narrate/profile.ts";
import { indicatorsIn, type Profile } from "../../narrate/standing.ts";
import type { Community } from "../../results/results.ts";
import type { Page, Place } from "../page.ts";
import { Bullets } from "./elements.tsx";
import { PeopleCrumbs } from "./people-crumbs.tsx";
import { ProfileSections } from "./profile-part.tsx";
import { useSay } from "./surroundings.ts";
import { Without } from "./without-part.tsx";

/** Everything that the report says of one community, beside others. */
export function communityPage(place: Place, community: Community, profile: Profile): Page {
  const { results } = place;
  const named = { who: community.phrase, are: "are" } as const;
  return {
    ...place,
    file: communityPath(community),
    title: community.title,
    description: profileDescription(results, profile, named),
    current: "communities.html",
    indicators: indicatorsIn(profile),
    content: (
      <>
        <PeopleCrumbs title={peopleTitle(results)} here={community.title} />
        <h1>{community.title}</h1>
        <p class="lead">{profileLead(sayIn(results), profile, named)}</p>
        {community.about !== null && <p>{community.about}</p>}
        <Counted place={place} community={community} />
        <ProfileSections profile={profile} who={community.phrase} chartsOf={null} />
        <Without
          profile={profile}
          who={community.phrase}
          whyOf={({ indicator }) => whyWithout(results, indicator.id, community)}
        />
      </>
    ),
  };
}

/** The groups of the sources that are these people. */
function Counted({ place: { results }, community: { groups } }: { place: Place; community: Community }) {
  const { counted: words } = useSay().people;
  const items = groups.flatMap(({ dimension: id, group }) => {
    const dimension = results.dimensions.find((one) => one.id === id);
    const found = dimension?.groups.find((one) => one.id === group);
    return dimension === undefined || found === undefined ? [] : [words.as(dimension.title, found.label)];
  });
  return items.length < 2 ? null : (
    <details>
      <summary>{words.heading}</summary>
      <Bullets items={items} />
    </details>
  );
}

import { sayIn } from "../../catalogue/say.ts";
import { communityPath } from "../../narrate/page-of.ts";
import { communityName, knownSentence } from "../../narrate/people-summary.ts";
import { peopleTitle, whyWithout } from "../../narrate/profile.ts";
import { indicatorsIn, type Profile } from "../../narrate/standing.ts";
import type { Community } from "../../results/results.ts";
import type { Page, Place } from "../page.ts";
import { Crumbs } from "./crumbs.tsx";
import { PeopleSummary } from "./people-summary-part.tsx";
import { ProfileSections } from "./profile-part.tsx";
import { Without } from "./without-part.tsx";

/** Everything that the report says of one community, beside others. */
export function communityPage(place: Place, community: Community, profile: Profile): Page {
  const { results } = place;
  const say = sayIn(results);
  const name = communityName(results, community);
  const known = knownSentence(say, profile, community.phrase);
  return {
    ...place,
    file: communityPath(community),
    title: name,
    description: say.people.profile.description(community.phrase, results.place.name, known),
    current: "communities.html",
    indicators: indicatorsIn(profile),
    content: (
      <>
        <Crumbs way={[{ href: "../communities.html", text: peopleTitle(results) }]} here={name} />
        <h1>{name}</h1>
        <p class="lead" data-first-screen="">
          {known}
        </p>
        {community.about !== null && <p>{community.about}</p>}
        <PeopleSummary place={place} community={community} profile={profile} />
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

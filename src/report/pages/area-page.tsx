import { sayIn } from "../../catalogue/say.ts";
import { areaOf } from "../../charts/area-differences.ts";
import { wardPath } from "../../narrate/page-of.ts";
import {
  peopleTitle,
  populationSentence,
  profileDescription,
  profileLead,
  quantileSentence,
} from "../../narrate/profile.ts";
import type { AreaProfile } from "../../narrate/profiles.ts";
import { indicatorsIn } from "../../narrate/standing.ts";
import type { Area } from "../../results/results.ts";
import type { Page, Place } from "../page.ts";
import { PeopleCrumbs } from "./people-crumbs.tsx";
import { ProfileSections } from "./profile-part.tsx";
import { DataTable } from "./scrolling-table.tsx";
import { useSay } from "./surroundings.ts";
import { Without } from "./without-part.tsx";

/** Everything that the report says of one area, beside all the others. */
export function areaPage(place: Place, { area, name, one, profile }: AreaProfile): Page {
  const { results } = place;
  const say = sayIn(results);
  const { noAreas, noFigure } = say.people.without;
  const named = { who: name, are: "is" } as const;
  return {
    ...place,
    file: wardPath(area),
    title: name,
    description: profileDescription(results, profile, named),
    current: "communities.html",
    indicators: indicatorsIn(profile),
    content: (
      <>
        <PeopleCrumbs title={peopleTitle(results)} here={name} />
        <h1>{name}</h1>
        <p class="lead">{profileLead(say, profile, named)}</p>
        <WhereItStands place={place} area={area} />
        <ProfileSections profile={profile} who={name} chartsOf={areaOf(area.slug)} />
        <LivesHere place={place} area={area} name={name} />
        <Without profile={profile} who={name} whyOf={({ b }) => (b === null ? noAreas(one) : noFigure)} />
      </>
    ),
  };
}

function WhereItStands({ place: { results }, area }: { place: Place; area: Area }) {
  const say = useSay();
  const told = area.quantiles.flatMap(({ dimension: id, group }) => {
    const dimension = results.dimensions.find((one) => one.id === id);
    const found = dimension?.groups.find((one) => one.id === group);
    return dimension === undefined || found === undefined
      ? []
      : [quantileSentence(say, dimension, found.label, results.place)];
  });
  const lines = [...told, populationSentence(say, area, results.place) ?? []].flat();
  return lines.length === 0 ? null : <p>{lines.join(" ")}</p>;
}

function LivesHere({ place: { results }, area, name }: { place: Place; area: Area; name: string }) {
  const { people: words, count, percent, within } = useSay();
  const countText = (n: number | null): string => (n === null ? "[x]" : count(n));
  const shareText = (share: number | null): string => (share === null ? "[x]" : percent(share));
  const shown = area.context.filter(({ parts }) => parts.length > 0);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="lives-here">
      <h2 id="lives-here">{words.livesHere}</h2>
      {shown.map(({ title, source, parts }, i) => (
        <div key={title}>
          <DataTable
            id={`lives-here-${i + 1}`}
            root="../"
            table={{
              caption: words.contextCaption(title, name),
              head: words.contextHead(title, results.place.people, results.place.areas),
              rows: parts.map(({ label, count: n, share, shareOfAll }) => ({
                heading: label,
                cells: [countText(n), shareText(share), shareText(shareOfAll)],
              })),
            }}
          />
          <p class="small">
            {words.source}
            <a href={`../sources.html#${source}`}>
              {results.sources.find(({ id }) => id === source)?.title ?? within(source)}
            </a>
          </p>
        </div>
      ))}
    </section>
  );
}

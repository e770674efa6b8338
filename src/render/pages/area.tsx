import type { Area } from "../../disclose/publishable.ts";
import type { DrawnChart } from "../charts/chart.ts";
import { lowerFirst } from "../format.ts";
import { indicatorsIn, type Profile } from "../people/standing.ts";
import {
  areaWhyWithout,
  contextCaption,
  contextHead,
  contextSource,
  countText,
  livesHere,
  peopleTitle,
  populationSentence,
  profileDescription,
  profileLead,
  quantileSentence,
  shareText,
} from "../sentences-people.ts";
import { type Place, page } from "./layout.tsx";
import { DataTable } from "./parts.tsx";
import { PeopleCrumbs } from "./people-crumbs.tsx";
import { ProfileSections, Without } from "./profile.tsx";

export interface AreaProfile {
  area: Area;
  name: string;
  /** What one area is called: ward. */
  one: string;
  profile: Profile;
}

/** Everything that the report says of one area, beside all the others. */
export function areaPage(place: Place, { area, name, one, profile }: AreaProfile, chart: DrawnChart | null): string {
  const { results } = place;
  const named = { who: name, are: "is" } as const;
  return page({
    ...place,
    title: name,
    description: profileDescription(profile, named, results.place),
    current: "communities.html",
    data: { file: `wards/${area.slug}.html`, indicators: indicatorsIn(profile) },
    children: (
      <>
        <PeopleCrumbs title={peopleTitle(results)} here={name} />
        <h1>{name}</h1>
        <p class="lead">{profileLead(profile, named)}</p>
        <WhereItStands place={place} area={area} />
        <ProfileSections profile={profile} who={name} chart={chart} />
        <LivesHere place={place} area={area} name={name} />
        <Without profile={profile} who={name} whyOf={({ b }) => areaWhyWithout(b, one)} />
      </>
    ),
  });
}

function WhereItStands({ place: { results }, area }: { place: Place; area: Area }) {
  const told = area.quantiles.flatMap(({ dimension: id, group }) => {
    const dimension = results.dimensions.find((one) => one.id === id);
    const found = dimension?.groups.find((one) => one.id === group);
    return dimension === undefined || found === undefined
      ? []
      : [quantileSentence(dimension, found.label, results.place)];
  });
  const lines = [...told, populationSentence(area, results.place) ?? []].flat();
  return lines.length === 0 ? null : <p>{lines.join(" ")}</p>;
}

function LivesHere({ place: { results }, area, name }: { place: Place; area: Area; name: string }) {
  const shown = area.context.filter(({ parts }) => parts.length > 0);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="lives-here">
      <h2 id="lives-here">{livesHere}</h2>
      {shown.map(({ title, source, parts }, i) => (
        <div key={title}>
          <DataTable
            id={`lives-here-${i + 1}`}
            table={{
              caption: contextCaption(title, name),
              head: contextHead(title, results.place, results.place.areas),
              rows: parts.map(({ label, count, share, shareOfAll }) => ({
                heading: label,
                cells: [countText(count), shareText(share), shareText(shareOfAll)],
              })),
            }}
          />
          <p class="small">
            {contextSource}
            <a href={`../sources.html#${source}`}>
              {results.sources.find(({ id }) => id === source)?.title ?? lowerFirst(source)}
            </a>
          </p>
        </div>
      ))}
    </section>
  );
}

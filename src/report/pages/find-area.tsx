import { outlinesOf } from "../../charts/area-outlines.ts";
import { areaPath } from "../../narrate/page-of.ts";
import type { PublishedDimension } from "../../results/results.ts";
import type { Place } from "../page.ts";
import { postcodeFolder } from "../postcode-files.ts";
import { OutlineMap } from "./outline-map.tsx";
import { useSay } from "./surroundings.ts";

/** What brings it to life; a page that shows it names it among its scripts. Without it the map and the list are whole. */
export const findAreaScript = "script/area-finder.js";

/** Ways to the page of one's own area: by its name, on a map, and by postcode where the project has them. */
export function FindArea({ place }: { place: Place }) {
  return (
    <>
      {place.results.dimensions
        .filter(({ id }) => place.results.areas.some(({ dimension }) => dimension === id))
        .map((dimension) => (
          <FindIn key={dimension.id} place={place} dimension={dimension} />
        ))}
    </>
  );
}

interface FindInProps {
  place: Place;
  dimension: PublishedDimension;
}

function FindIn({ place: { results, root }, dimension }: FindInProps) {
  const { areas, within, counted } = useSay();
  const { find: words } = areas;
  const { id, title, postcodes, groups } = dimension;
  const one = within(title);
  const own = results.areas.filter((area) => area.dimension === id);
  const labelOf = (group: string): string => groups.find((found) => found.id === group)?.label ?? group;
  const links = own
    .map((area) => ({ name: labelOf(area.group), slug: area.slug, href: `${root}${areaPath(results, area)}` }))
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  const map = outlinesOf(dimension, 340, 720);
  const pageOf = (group: string): string | null => {
    const area = own.find((found) => found.group === group);
    return area === undefined ? null : `${root}${areaPath(results, area)}`;
  };
  const source = postcodes && results.sources.find((found) => found.id === postcodes.source);
  const said = {
    "data-typed": words.typed(one),
    "data-none": words.none(one),
    "data-found": words.found("{n}"),
    ...(postcodes === null
      ? {}
      : {
          "data-postcode": words.postcode,
          "data-go": words.go,
          "data-here": words.here("{postcode}"),
          "data-unknown": words.unknown,
          "data-not-one": words.notOne(postcodes.outward[0] ?? ""),
          "data-folder": `${root}${postcodeFolder(id)}`,
          "data-outward": postcodes.outward.join(" "),
        }),
  };
  return (
    <section class="find-area" aria-labelledby={`find-${id}`} id={`find-area-${id}`} {...said}>
      <h2 id={`find-${id}`}>{words.headingOf(one)}</h2>
      <div class="ways">
        <div>
          <div class="typed" />
          {postcodes !== null && (
            <p class="small by-postcode" hidden>
              {words.private} {words.source}
              <a href={`${root}sources.html#${postcodes.source}`}>{source?.title ?? postcodes.source}</a>
            </p>
          )}
          <details class="names" open>
            <summary>{words.list(counted(links.length), results.place.areas)}</summary>
            <ul class="plain">
              {links.map(({ name, slug, href }) => (
                <li key={slug}>
                  <a href={href} data-slug={slug}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        </div>
        {map !== null && (
          <div class="by-map">
            <p>{words.mapReading(one)}</p>
            <OutlineMap map={map} name={words.mapOf(results.place.areas)} pageOf={pageOf} />
            <p class="small">
              {map.areTiles ? areas.map.tiles : dimension.map && areas.map.boundaries(dimension.map.name)}
            </p>
          </div>
        )}
      </div>
    </section>
  );
}

import { isOfPeople } from "../define/dimension-types.ts";
import type { Project } from "../define/project.ts";
import type { Results } from "../results/results.ts";

/**
 * People with a page of their own: the communities that the project declares, then every group of people that none of
 * them has. A dimension stands for people when its groups follow "among".
 */
export function communitiesOf({ communities, dimensions }: Project): Results["communities"] {
  const claimed = new Set(communities.flatMap(({ groups }) => groups.map(key)));
  const ofPeople = dimensions.filter(isOfPeople).filter(({ preposition }) => preposition === "among");
  return [
    ...communities.map((one) => ({
      ...one,
      about: one.about ?? null,
      characteristic: one.characteristic ?? null,
    })),
    ...ofPeople.flatMap(({ id, characteristic, groups }) =>
      groups
        .filter((group) => !claimed.has(key({ dimension: id, group: group.id })))
        .map((group) => ({
          // Two hyphens: no declared id has them.
          id: `${id}--${group.id}`,
          title: group.phrase.charAt(0).toUpperCase() + group.phrase.slice(1),
          phrase: group.phrase,
          about: null,
          characteristic: characteristic ?? null,
          groups: [{ dimension: id, group: group.id }],
          indicators: [],
        })),
    ),
  ];
}

const key = ({ dimension, group }: { dimension: string; group: string }): string => `${dimension}/${group}`;

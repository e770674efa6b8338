import type { Publishable } from "../results/results.ts";

/** Postcodes in two halves with the codes of their areas, by dimension. */
export type PostcodesOf = ReadonlyMap<string, readonly { outward: string; inward: string; area: string }[]>;

/** Where the scripts of a dimension's postcodes lie in the report's folder. */
export const postcodeFolder = (dimension: string): string => `script/postcodes/${dimension}`;

/**
 * Postcodes as small scripts, one for each first half, that a page loads when somebody types it: a page opened from disk
 * may load a script and no data. Second halves stand in a row behind the page of their area, three characters each.
 */
export const postcodeFiles = (
  { dimensions, areas }: Publishable,
  postcodes: PostcodesOf,
): { path: string; content: string }[] =>
  dimensions.flatMap(({ id, postcodes: known }) => {
    const all = postcodes.get(id) ?? [];
    const slugOf = new Map(areas.filter(({ dimension }) => dimension === id).map(({ group, slug }) => [group, slug]));
    return (known?.outward ?? []).map((outward) => {
      const rows = new Map<string, string[]>();
      for (const one of all) {
        const slug = slugOf.get(one.area);
        if (one.outward === outward && slug !== undefined) rows.set(slug, [...(rows.get(slug) ?? []), one.inward]);
      }
      const found = Object.fromEntries(
        [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([slug, inward]) => [slug, inward.sort().join("")]),
      );
      return {
        path: `report/${postcodeFolder(id)}/${outward}.js`,
        content: `tempcheckPostcodes(${JSON.stringify(outward)}, ${JSON.stringify(found)});\n`,
      };
    });
  });

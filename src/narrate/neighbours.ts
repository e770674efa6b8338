import type { PublishedDimension } from "../results/results.ts";

/** Areas that share a piece of border: by their shapes, else by the sides of their tiles. A corner alone is no border. */
export function neighboursOf({ groups }: Pick<PublishedDimension, "groups">): Map<string, string[]> {
  const byBorder = new Map<string, string[]>();
  for (const { id, shape, tile } of groups)
    for (const piece of shape === null ? sidesOf(tile) : edgesOf(shape))
      byBorder.set(piece, [...(byBorder.get(piece) ?? []), id]);
  const near = new Map(groups.map(({ id }) => [id, new Set<string>()]));
  for (const ids of byBorder.values())
    for (const id of ids) for (const other of ids) if (other !== id) near.get(id)?.add(other);
  return new Map([...near].map(([id, others]) => [id, groups.flatMap((one) => (others.has(one.id) ? [one.id] : []))]));
}

type Group = PublishedDimension["groups"][number];

const edgesOf = (shape: NonNullable<Group["shape"]>): string[] =>
  shape.flat().flatMap((ring) =>
    ring.slice(1).map((end, i) => {
      const [a, b] = [String(ring[i]), String(end)];
      return a < b ? `${a} ${b}` : `${b} ${a}`;
    }),
  );

const sidesOf = (tile: Group["tile"]): string[] =>
  tile === null
    ? []
    : [
        `upright ${tile.column} ${tile.row}`,
        `upright ${tile.column + 1} ${tile.row}`,
        `level ${tile.column} ${tile.row}`,
        `level ${tile.column} ${tile.row + 1}`,
      ];

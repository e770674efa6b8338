import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Dataset, Points } from "../define/dataset.ts";
import { lineNotUtf8 } from "../define/utf8.ts";
import { UserError } from "../error.ts";
import type { ReadingNote } from "../results/reading-note.ts";
import { atMost } from "./at-most.ts";
import { type Feature, type Position, readGeoJson } from "./geojson.ts";
import type { Database } from "./port.ts";
import { place } from "./row.ts";
import { query, quoted } from "./sql.ts";

const MOST_BYTES = 64 * 1024 * 1024;

/** An area with the box that it lies in. */
interface Boxed extends Feature {
  west: number;
  east: number;
  south: number;
  north: number;
}

const pointRow = z.strictObject({ ...place, longitude: z.string(), latitude: z.string() });
const NUMBER = /^[+-]?\d+([.]\d*)?$/;

/** Places the points of a table in areas, in a new table without those that lie in none. */
export async function placed(
  dataset: Dataset,
  root: string,
  { source, table, database }: { source: string; table: string; database: Database },
): Promise<ReadingNote[]> {
  const points = dataset.points!;
  const areas = areasOf(points, dataset, root);
  const columns = { longitude: quoted(points.longitude), latitude: quoted(points.latitude) };
  const rows = await database.rows(query("points-of-rows", { table: quoted(source), ...columns }), {}, pointRow);
  const codes = `points/${dataset.id}`;
  await database.run(query("point-areas", { table: quoted(codes) }));
  let [outside, without] = [0, 0];
  const found: (string | number)[][] = [];
  for (const { _file, _row, longitude, latitude } of rows) {
    const [x, y] = [longitude.trim(), latitude.trim()];
    if (x === "" || y === "") {
      without++;
      continue;
    }
    // What is no number is told as a bad cell of its column.
    const code = NUMBER.test(x) && NUMBER.test(y) ? areaOf([Number(x), Number(y)], areas) : "?";
    if (code === null) outside++;
    else found.push([_file, _row, code]);
  }
  await database.append(codes, found);
  const parts = { table: quoted(table), source: quoted(source), codes: quoted(codes), area: quoted(points.area) };
  await database.run(query("rows-placed", parts));
  await database.run(`drop table ${quoted(codes)}`);
  const note = (kind: ReadingNote["kind"], count: number): ReadingNote[] =>
    count === 0 ? [] : [{ kind, count, of: rows.length, column: points.area, marker: points.file, meaning: null }];
  return [...note("not-placed", without), ...note("outside", outside)];
}

function areasOf({ file, key }: Points, { folder }: Dataset, root: string): Boxed[] {
  const name = `${folder}/${file}`;
  const path = join(root, name);
  const refused = (must: string, found: string, fix: string): UserError =>
    new UserError({ where: { file: name }, must, found, fix });
  if (!existsSync(path) || !statSync(path).isFile())
    throw new UserError({
      where: { file: `${folder}/dataset.yaml`, key: "points.file" },
      must: "the file of the areas exists beside dataset.yaml",
      found: `no file ${name}`,
      fix: "put it there, or mend points.file",
    });
  if (statSync(path).size > MOST_BYTES)
    throw refused("a file of at most 64 MB", "a larger one", "fetch generalised boundaries, which are smaller");
  const bytes = readFileSync(path);
  if (lineNotUtf8(bytes) !== null) throw refused("text in UTF-8", "bytes that are not UTF-8", "fetch the file again");
  const { features, faults } = readGeoJson(bytes.toString("utf8"), name, key);
  if (faults.length > 0) throw new UserError(atMost(faults));
  return features.map((feature) => {
    const positions = feature.shape.flatMap((rings) => rings[0]!);
    const [x, y] = [0, 1].map((i) => positions.map((position) => position[i]!)) as [number[], number[]];
    const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
    const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
    return { ...feature, west: least(x), east: most(x), south: least(y), north: most(y) };
  });
}

/** The code of the first area that a point lies in; null where there is none. */
export function areaOf(point: Position, areas: readonly Boxed[]): string | null {
  const [x, y] = point;
  const found = areas.find(
    ({ west, east, south, north, shape }) =>
      x >= west && x <= east && y >= south && y <= north && shape.some((rings) => isWithin(point, rings)),
  );
  return found?.code ?? null;
}

/** Whether a ray to the east crosses the rings an odd number of times: holes are rings too. */
function isWithin([x, y]: Position, rings: readonly (readonly Position[])[]): boolean {
  let inside = false;
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  return inside;
}

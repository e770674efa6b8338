import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { AreaMap } from "../define/project.ts";
import { lineNotUtf8 } from "../define/utf8.ts";
import type { Fault, Where } from "../error.ts";
import { refuse } from "./collect.ts";
import { readGeoJson, type Shape } from "./geojson.ts";
import { simplify } from "./simplify.ts";

export type { Shape } from "./geojson.ts";

/** A file of shapes: where it is, and how errors name it. */
export interface MapFile extends AreaMap {
  root: string;
  /** Relative to the project, with forward slashes. */
  path: string;
  /** Where the project names it. */
  declared: Where;
}

const MOST_FAULTS = 20;

/** Most positions of the coarsest drawing of a map: eight pages of drawing. */
const MOST_DRAWN = 64_000;

const MOST_BYTES = 64 * 1024 * 1024;

/** The shape of each area by its code. Shapes of other places are left out; an area without a shape is refused. */
export function shapesOf(
  { root, path: file, key, declared }: MapFile,
  areas: readonly { code: string; name: string }[],
): Map<string, Shape> {
  const path = join(root, file);
  refuse(fileFaults(path, file, declared));
  const bytes = readFileSync(path);
  const line = lineNotUtf8(bytes);
  if (line !== null)
    refuse([
      { where: { file, line }, must: "text in UTF-8", found: "bytes that are not UTF-8", fix: "fetch the file again" },
    ]);
  const { features, faults } = readGeoJson(bytes.toString("utf8"), file, key);
  refuse(faults.slice(0, MOST_FAULTS));
  const shapeOf = new Map<string, Shape>();
  const wanted = new Set(areas.map(({ code }) => code));
  const again = features.flatMap(({ code, shape }, i): Fault[] => {
    if (!wanted.has(code)) return [];
    const isNew = !shapeOf.has(code);
    shapeOf.set(code, shape);
    return isNew
      ? []
      : [
          {
            where: { file, key: `feature ${i + 1}, properties.${key}` },
            must: "one shape for each area; several parts of it in one MultiPolygon",
            found: `${code} a second time`,
            fix: "join its parts, or take one of them out",
          },
        ];
  });
  const bare = areas.flatMap(({ code, name }): Fault[] =>
    shapeOf.has(code)
      ? []
      : [
          {
            where: { file, key: `properties.${key}` },
            must: "a shape for every area",
            found: `none for ${name} (${code})`,
            fix: "fetch boundaries of the same date as the areas, or take map out to draw tiles",
          },
        ],
  );
  refuse([...again, ...bare]);
  const simple = simplify(areas.map(({ code }) => shapeOf.get(code)!));
  const drawn = simple.reduce((sum, shape) => sum + shape.flat(2).length, 0);
  if (drawn > MOST_DRAWN)
    refuse([
      {
        where: { file },
        must: `shapes that a grid of 32 cells a side draws with at most ${MOST_DRAWN} positions`,
        found: `${drawn}, in ${simple.reduce((sum, shape) => sum + shape.length, 0)} polygons`,
        fix: "fetch generalised boundaries with fewer polygons, or take map out to draw tiles",
      },
    ]);
  return new Map(areas.map(({ code }, i) => [code, simple[i]!]));
}

function fileFaults(path: string, file: string, declared: Where): Fault[] {
  if (!existsSync(path) || !statSync(path).isFile())
    return [
      {
        where: declared,
        must: "the file of the map exists",
        found: `no file ${file}`,
        fix: "put it there, or mend map.file",
      },
    ];
  const { size } = statSync(path);
  return size <= MOST_BYTES
    ? []
    : [
        {
          where: { file },
          must: "a file of at most 64 MB",
          found: `${Math.ceil(size / 1024 / 1024)} MB`,
          fix: "fetch generalised boundaries, which are smaller",
        },
      ];
}

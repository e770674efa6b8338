import type { Fault } from "../error.ts";

/** Longitude and latitude. */
export type Position = [longitude: number, latitude: number];
/** Polygons of one area: rings, the outer one first. */
export type Shape = Position[][][];

export interface Feature {
  code: string;
  shape: Shape;
}

/** Names of the reference system that GeoJSON is always in (RFC 7946), as files of an older form state it. */
const wgs84 = /(CRS:?:?84|EPSG:+4326)$/i;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Shapes of a GeoJSON file with the code of each, or everything that is wrong with it. */
export function readGeoJson(text: string, file: string, key: string): { features: Feature[]; faults: Fault[] } {
  const whole = collectionOf(text, file);
  if ("must" in whole) return { features: [], faults: [whole] };
  const features: Feature[] = [];
  const faults: Fault[] = [];
  whole.features.forEach((feature: unknown, i) => {
    const read = featureOf(feature, key);
    if ("code" in read) features.push(read);
    else
      faults.push({ ...withoutKey(read), where: { file, key: `feature ${i + 1}${read.key ? `, ${read.key}` : ""}` } });
  });
  return { features, faults };
}

/** What stands beside each shape of a GeoJSON file, or what is wrong with the file. */
export function propertiesIn(text: string, file: string): Record<string, unknown>[] | Fault {
  const whole = collectionOf(text, file);
  return "must" in whole
    ? whole
    : whole.features.map((feature) =>
        isObject(feature) && isObject(feature["properties"]) ? feature["properties"] : {},
      );
}

/** A property as a cell has it. */
export const propertyText = (cell: unknown): string | null =>
  cell === null || cell === undefined ? null : typeof cell === "object" ? JSON.stringify(cell) : String(cell);

/** The features of a file in WGS84, unread, or why there are none. */
function collectionOf(text: string, file: string): { features: readonly unknown[] } | Fault {
  const refused = ({ key, ...fault }: Refusal): Fault => ({
    ...fault,
    where: { file, ...(key === undefined ? {} : { key }) },
  });
  let whole: unknown;
  try {
    whole = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return refused({ must: "GeoJSON", found: "text that is not JSON", fix: "fetch the file again" });
  }
  if (!isObject(whole) || whole["type"] !== "FeatureCollection" || !Array.isArray(whole["features"]))
    return refused({
      must: "GeoJSON: an object of type FeatureCollection with a list of features",
      found: isObject(whole) ? `type ${JSON.stringify(whole["type"]) ?? "missing"}` : "something else",
      fix: "export the boundaries as GeoJSON",
    });
  const system = crsOf(whole["crs"]);
  if (system !== null && !wgs84.test(system))
    return refused({
      key: "crs",
      must: "longitude and latitude in WGS84",
      found: system,
      fix: "export the boundaries in WGS84 (EPSG:4326)",
    });
  return { features: whole["features"] };
}

type Refusal = Omit<Fault, "where"> & { key?: string };
const withoutKey = ({ must, found, fix }: Refusal): Omit<Fault, "where"> => ({ must, found, fix });

const crsOf = (crs: unknown): string | null =>
  isObject(crs) && isObject(crs["properties"]) ? String(crs["properties"]["name"]) : null;

function featureOf(feature: unknown, key: string): Feature | Refusal {
  const properties = isObject(feature) && isObject(feature["properties"]) ? feature["properties"] : {};
  const code = Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (typeof code !== "string" && typeof code !== "number")
    return {
      key: `properties.${key}`,
      must: "the code of the area in this property",
      found:
        code === undefined
          ? `no such property; there are ${Object.keys(properties).join(", ") || "none"}`
          : String(code),
      fix: "name another property under key, or mend the file",
    };
  const geometry = isObject(feature) && isObject(feature["geometry"]) ? feature["geometry"] : {};
  const polygons =
    geometry["type"] === "Polygon"
      ? [geometry["coordinates"]]
      : geometry["type"] === "MultiPolygon"
        ? geometry["coordinates"]
        : null;
  if (!Array.isArray(polygons) || polygons.length === 0)
    return {
      key: "geometry",
      must: "a Polygon or a MultiPolygon",
      found: geometry["type"] === undefined ? "no geometry" : String(geometry["type"]),
      fix: "export the boundaries as areas",
    };
  const shape: Shape = [];
  for (const rings of polygons) {
    const read = Array.isArray(rings) ? rings.map(ringOf) : ["something that is no list of rings"];
    const bad = read.find((ring) => typeof ring === "string");
    if (typeof bad === "string" || read.length === 0)
      return {
        key: "geometry",
        must: "closed rings of four or more positions, in degrees of longitude (-180 to 180) and latitude (-90 to 90)",
        found: typeof bad === "string" ? bad : "a polygon without a ring",
        fix: "export the boundaries in WGS84 (EPSG:4326)",
      };
    shape.push(read as Position[][]);
  }
  return { code: String(code), shape };
}

/** A ring, or what is wrong with it. */
function ringOf(ring: unknown): Position[] | string {
  if (!Array.isArray(ring) || ring.length < 4) return "a ring of fewer than four positions";
  const positions: Position[] = [];
  for (const position of ring) {
    const [longitude, latitude] = Array.isArray(position) ? (position as unknown[]) : [];
    if (typeof longitude !== "number" || typeof latitude !== "number") return "a position that is no pair of numbers";
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return `the position ${longitude}, ${latitude}`;
    positions.push([longitude, latitude]);
  }
  const [first, last] = [positions[0]!, positions.at(-1)!];
  return first[0] === last[0] && first[1] === last[1] ? positions : "a ring that does not end where it began";
}

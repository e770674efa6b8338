import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { csvRecords } from "../src/csv/records.ts";
import { csv } from "../src/csv/write.ts";

/**
 * Makes two datasets of Manchester's wards from files as published: who lives there (Census 2021 by LSOA, added up by the
 * best fit of the Office for National Statistics) and the outlines of the wards (names, codes and places to a metre).
 *
 *     npx tsx scripts/ward-data.ts <folder of the published files>
 */

export const received = fileURLToPath(new URL("../../shared/data", import.meta.url));
const place = "E08000003";

type Row = Record<string, string>;

function rowsOf(folder: string, name: string): Row[] {
  const text = readFileSync(join(folder, name), "utf8");
  const [header, ...rows] = csvRecords(text, { delimiter: ",", quote: '"', header_row: 1 });
  return rows.map(({ fields }) => Object.fromEntries(header!.fields.map((column, i) => [column, fields[i] ?? ""])));
}

interface Count {
  lsoa: string;
  topic: string;
  group: string;
  count: number;
}

/** Bands of five years in six, each by the first age of its last band. */
const ages: [name: string, below: number][] = [
  ["0 to 14", 15],
  ["15 to 24", 25],
  ["25 to 34", 35],
  ["35 to 49", 50],
  ["50 to 64", 65],
  ["65 and over", Infinity],
];

const ageOf = (column: string): string => {
  const first = column === "Aged 4 years and under" ? 0 : Number(/\d+/.exec(column)![0]);
  return ages.find(([, below]) => first < below)![0];
};

const disability: Row = {
  "Disabled under the Equality Act": "Disabled",
  "Not disabled under the Equality Act": "Not disabled",
};

const home = (type: string): string =>
  /^(Detached|Semi-detached|Terraced)$/.test(type)
    ? { Detached: "Detached house", "Semi-detached": "Semi-detached house", Terraced: "Terraced house" }[type]!
    : type.startsWith("In a purpose-built block")
      ? "Flat in a purpose-built block"
      : "Other flat, shared house, or caravan";

const tenure = (type: string): string =>
  type.startsWith("Owned")
    ? "Owned, outright or with a mortgage"
    : type.startsWith("Social rented")
      ? "Rented from the council or a housing association"
      : type.startsWith("Private rented")
        ? "Rented privately"
        : "Part owned, or lived in rent free";

function counts(folder: string): Count[] {
  const ofAges = rowsOf(folder, "manchester_ts007a_age5_lsoa21.csv").flatMap((row) =>
    Object.keys(row)
      .filter((column) => column.startsWith("Aged "))
      .map((column) => ({
        lsoa: row["lsoa21_code"]!,
        topic: "Age",
        group: ageOf(column),
        count: Number(row[column]),
      })),
  );
  const long = (name: string, column: string, topic: string, group: (text: string) => string): Count[] =>
    rowsOf(folder, name).map((row) => ({
      lsoa: row["lsoa21_code"]!,
      topic,
      group: group(row[column]!),
      count: Number(row["n"]),
    }));
  return [
    ...ofAges,
    ...long("manchester_disability21_lsoa21_ew.csv", "disability", "Disability", (text) => disability[text]!),
    ...long("manchester_household_type21_lsoa21.csv", "type", "Kind of home", home),
    ...long("manchester_household_tenure21_lsoa21.csv", "tenure", "Owning and renting", tenure),
  ];
}

const groupsInOrder = [
  ...ages.map(([name]) => name),
  "Disabled",
  "Not disabled",
  "Detached house",
  "Semi-detached house",
  "Terraced house",
  "Flat in a purpose-built block",
  "Other flat, shared house, or caravan",
  "Owned, outright or with a mortgage",
  "Rented from the council or a housing association",
  "Rented privately",
  "Part owned, or lived in rent free",
];

/** Counts of small areas added up to wards, as the file that is committed. */
export function peopleAndHomes(folder: string): string {
  const wardOf = new Map(
    rowsOf(folder, "lookup_lsoa21_ward24_ltla24.csv")
      .filter((row) => row["ltla24_code"] === place)
      .map((row) => [row["lsoa21_code"], row["ward24_code"]!]),
  );
  const sums = new Map<string, number>();
  for (const { lsoa, topic, group, count } of counts(folder)) {
    const ward = wardOf.get(lsoa);
    if (ward === undefined || !groupsInOrder.includes(group)) throw new Error(`${lsoa}, ${group}: of no ward or group`);
    const key = [ward, topic, group].join("|");
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  const rows = [...sums].map(([key, count]) => {
    const [ward = "", topic = "", group = ""] = key.split("|");
    return { ward, topic, group, count };
  });
  rows.sort((a, b) =>
    a.ward === b.ward ? groupsInOrder.indexOf(a.group) - groupsInOrder.indexOf(b.group) : a.ward < b.ward ? -1 : 1,
  );
  return csv(
    ["ward_code", "year", "topic", "group", "count"],
    rows.map(({ ward, topic, group, count }) => [ward, 2021, topic, group, count]),
  );
}

interface Boundaries {
  features: {
    properties: { WD25CD: string; WD25NM: string };
    geometry: { type: "Polygon"; coordinates: [number, number][][] };
  }[];
}

/** About a metre: neighbours share their corners before, so they do after. */
const toAMetre = (ring: readonly [number, number][]): [number, number][] => {
  const places = ring.map(([east, north]): [number, number] => [Number(east.toFixed(5)), Number(north.toFixed(5))]);
  return places.filter(([east, north], i) => i === 0 || east !== places[i - 1]![0] || north !== places[i - 1]![1]);
};

/** Outlines of the wards with nothing else, one to a line. */
export function outlines(folder: string): string {
  const { features } = JSON.parse(readFileSync(join(folder, "manchester_ward.geojson"), "utf8")) as Boundaries;
  const lines = features.map(({ properties: { WD25CD, WD25NM }, geometry: { type, coordinates } }) =>
    JSON.stringify({
      type: "Feature",
      properties: { ward_code: WD25CD, ward_name: WD25NM },
      geometry: { type, coordinates: coordinates.map(toAMetre) },
    }),
  );
  return `{"type":"FeatureCollection","features":[\n${lines.join(",\n")}\n]}\n`;
}

export const written = {
  "people-and-homes-by-ward/people-and-homes-by-ward.csv": peopleAndHomes,
  "ward-boundaries/ward-boundaries.geojson": outlines,
} as const;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  for (const [path, make] of Object.entries(written)) {
    const file = fileURLToPath(new URL(`../data-raw/${path}`, import.meta.url));
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, make(process.argv[2] ?? received));
  }

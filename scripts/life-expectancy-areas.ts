import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type EstimateRules, estimate } from "../src/estimate/estimate.ts";
import { rii, sii } from "../src/measure/slope.ts";
import { makeStratum } from "../src/measure/stratum.ts";
import { type ComputedGap, noFigures } from "../src/model.ts";
import { isMissing, type NotComputable, notComputable } from "../src/reasons-and-notes.ts";
import { zOf } from "../src/stats/normal.ts";

/** Life expectancy at birth by deprivation decile within each local authority of England, 2014-16, as OHID published it. */

const folder = new URL("../../shared/data/", import.meta.url);
const source = new URL("phe_life_expectancy_by_decile_la_2014_16.csv", folder);

/** Slope indices as OHID published them, 2015-17 on. */
const published = new URL("fingertips_la_inequality_life_expectancy.csv", folder);

/** Files of ../shared/data, outside the repository, that are not there. */
export const absentFiles = (): string[] =>
  [source, published].filter((url) => !existsSync(url)).map((url) => fileURLToPath(url));

export interface Decile {
  decile: number;
  population: number;
  value: number;
  standardError: number;
}
export interface Area {
  code: string;
  sex: "Male" | "Female";
  deciles: Decile[];
}

/** Records by column; cells may be quoted to hold commas, and none holds a line break or a quote. */
function rowsOf(file: URL): Record<string, string>[] {
  const [header, ...lines] = readFileSync(file, "utf8")
    .trimEnd()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ""),
    );
  return lines.map((cells) => Object.fromEntries(header!.map((name, column) => [name, cells[column] ?? ""])));
}

/** Every area and sex with the deciles that the file has, most deprived first. */
export function areas(): Area[] {
  const byKey = new Map<string, Area>();
  for (const row of rowsOf(source)) {
    const code = row["GeoCode"] === "England" ? "E92000001" : row["GeoCode"]!;
    const sex = row["Sex"] === "1" ? "Male" : "Female";
    const key = `${code} ${sex}`;
    if (!byKey.has(key)) byKey.set(key, { code, sex, deciles: [] });
    byKey.get(key)!.deciles.push({
      decile: Number(row["Decile"]),
      population: Number(row["Pop"]),
      value: Number(row["LifeExp"]),
      standardError: Number(row["SE"]),
    });
  }
  for (const { deciles } of byKey.values()) deciles.sort((a, b) => a.decile - b.decile);
  return [...byKey.values()];
}

const rules: EstimateRules = { kind: "published", scale: "identity", per: 1, confidence: 0.95, intervalLevel: 0.95 };
/** Slope and relative index of an area by the program's own code: ten declared groups, ordered, weighted by population. */
export function gapsOf({ deciles }: Area): { sii: ComputedGap; rii: ComputedGap } | NotComputable {
  const stratum = makeStratum({
    order: "ordered",
    ranking: "local",
    better: "higher",
    scale: "identity",
    per: 1,
    z: zOf(0.95),
    reliableDenominator: 0,
    groups: Array.from({ length: 10 }, (_, index) => {
      const found = deciles.find(({ decile }) => decile === index + 1);
      const id = `${index + 1}`;
      if (!found) return { id, label: id, estimate: notComputable("no-rows"), weight: null };
      const { population: denominator, value, standardError } = found;
      return {
        id,
        label: id,
        estimate: estimate({ ...noFigures, denominator, value, standardError }, rules),
        weight: denominator,
      };
    }),
  });
  if (isMissing(stratum)) return stratum;
  const [slope, ratio] = [sii.compute(stratum), rii.compute(stratum)];
  if (isMissing(slope)) return slope;
  if (isMissing(ratio)) return ratio;
  return { sii: slope, rii: ratio };
}

/** Published slope indices of a period by area and sex, in years. */
export const publishedSlopes = (period: string): Map<string, number> =>
  new Map(
    rowsOf(published)
      .filter(
        (row) =>
          row["period"] === period &&
          row["measure"] === "Slope Index of Inequality" &&
          Number.isFinite(Number.parseFloat(row["value"]!)),
      )
      .map((row) => [`${row["area_code"]} ${row["inequality"]}`, Number(row["value"])]),
  );

export const publishedPeriods = (): string[] => [...new Set(rowsOf(published).map((row) => row["period"]!))].sort();

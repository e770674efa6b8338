import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { WrittenDimension, WrittenIndicator, WrittenPeriod, WrittenResults } from "../../src/results/results.ts";

/** What stands in the folder of a published report, read as any reader could. */
export interface Published {
  results: WrittenResults;
  /** Counts and values that a CSV or a page prints of a group whose count results.json leaves out. */
  strays: Stray[];
}

export interface Stray {
  file: string;
  indicator: string;
  dimension: string;
  period: string;
  group: string;
  what: "numerator" | "value";
  printed: number;
}

export interface Table {
  indicator: WrittenIndicator;
  dimension: WrittenDimension;
  period: WrittenPeriod;
  type: "ordered" | "pair" | "unordered";
  years: string;
}

export const isKnown = <Outcome extends object>(outcome: Outcome): outcome is Exclude<Outcome, { reason: string }> =>
  !("reason" in outcome);

export function readPublished(folder: string): Published {
  const results: WrittenResults = JSON.parse(readFileSync(join(folder, "data/results.json"), "utf8"));
  return { results, strays: straysIn(folder, results) };
}

export const tablesOf = ({ indicators, dimensions }: WrittenResults): Table[] =>
  indicators.flatMap((indicator) =>
    indicator.dimensions.flatMap((dimension) =>
      dimension.periods.map((period) => ({
        indicator,
        dimension,
        period,
        type: dimensions.find(({ id }) => id === dimension.dimension)!.type,
        years: `${period.period.start.slice(0, 4)}-${period.period.end.slice(0, 4)}`,
      })),
    ),
  );

/** Every CSV, below data/ and charts/, and the tables of pages: a number where results.json has none. */
function straysIn(folder: string, results: WrittenResults): Stray[] {
  const withheld = tablesOf(results).flatMap(({ indicator, dimension, period }) =>
    period.groups
      .filter(({ numerator, marker }) => numerator === null && marker === "[c]")
      .map(({ id, label }) => ({
        indicator: indicator.id,
        dimension: dimension.dimension,
        period: period.period.label,
        latest: period === dimension.periods.at(-1),
        group: id,
        label,
      })),
  );
  const strays: Stray[] = [];
  for (const file of ["data", "charts"].flatMap((part) => filesBelow(join(folder, part), ".csv"))) {
    const [header, ...rows] = readFileSync(file, "utf8").trim().split(/\r?\n/).map(fieldsOf);
    if (header === undefined) continue;
    const column = (name: string): number => header.indexOf(name);
    const chart = /charts\/(.+?)--(.+?)--/.exec(file);
    for (const row of rows)
      for (const one of withheld) {
        const isOf = (name: string, value: string): boolean => column(name) >= 0 && row[column(name)] === value;
        const isRow = chart
          ? chart[1] === one.indicator &&
            chart[2] === one.dimension &&
            isOf("group", one.label) &&
            (column("period") >= 0 ? isOf("period", one.period) : one.latest)
          : isOf("indicator", one.indicator) &&
            isOf("dimension", one.dimension) &&
            isOf("period", one.period) &&
            isOf("group_id", one.group);
        if (!isRow) continue;
        for (const [name, what] of [
          ["numerator", "numerator"],
          ["number", "numerator"],
          ["value", "value"],
        ] as const) {
          const text = row[column(name)];
          if (text !== undefined && text !== "" && Number.isFinite(Number(text)))
            strays.push({ file, ...pickOf(one), what, printed: Number(text) });
        }
      }
  }
  for (const one of withheld.filter(({ latest }) => latest)) {
    const path = join(folder, "report/indicators", `${one.indicator}.html`);
    if (!existsSync(path)) continue;
    for (const cells of tableRows(readFileSync(path, "utf8"), one))
      strays.push({ file: path, ...pickOf(one), what: "numerator", printed: cells });
  }
  return strays;
}

const pickOf = ({ indicator, dimension, period, group }: Omit<Stray, "file" | "what" | "printed">) => ({
  indicator,
  dimension,
  period,
  group,
});

/** Numbers in a column headed numerator, in the rows of a group of the tables of a page that name dimension and period. */
function tableRows(html: string, { dimension, period, label }: { dimension: string; period: string; label: string }) {
  const text = (part: string): string =>
    part
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  return [...html.matchAll(/<table[\s\S]*?<\/table>/g)].flatMap(([table]) => {
    const caption = text(/<caption[\s\S]*?<\/caption>/.exec(table)?.[0] ?? "");
    if (!caption.includes(dimension) || !(caption.includes(period) || /groups/i.test(caption))) return [];
    const rows = [...table.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
      [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map((cell) => text(cell[1]!)),
    );
    const at = rows[0]?.findIndex((head) => /^(numerator|number)/i.test(head)) ?? -1;
    if (at < 0) return [];
    return rows
      .filter(([name]) => name === label)
      .flatMap((row) => {
        const printed = Number((row[at] ?? "").replaceAll(",", ""));
        return row[at] && Number.isFinite(printed) ? [printed] : [];
      });
  });
}

const filesBelow = (folder: string, ending: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(ending))
        .map((name) => join(folder, name))
    : [];

/** Fields of a line; the generated names hold no line breaks. */
function fieldsOf(line: string): string[] {
  const fields = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
  return fields.map((field) =>
    field
      .replace(/,$/, "")
      .replace(/^"([\s\S]*)"$/, "$1")
      .replaceAll('""', '"'),
  );
}

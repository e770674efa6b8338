import { type Counted, list, plural } from "../english.ts";

export interface News {
  file: string;
  news: "same" | "new" | "changed";
  rows: number;
  unread: readonly unknown[];
  record: { address: string; bytes: number; sha256: string; last_modified: string | null; version: string | null };
  changes: {
    rows: { was: number; now: number; added: number; removed: number };
    periods: { column: string; added: string[]; removed: string[] }[];
    totals: { column: string; was: number | null; now: number | null }[];
    revised: {
      column: string;
      count: number;
      examples: { row: Record<string, string>; was: string | null; now: string | null }[];
    }[];
  } | null;
}

const cell = (value: string | null): string => (value === null ? "blank" : value);
const sum = (value: number | null): string => (value === null ? "none" : String(Number(value.toPrecision(12))));

/** What the command prints that fetches files anew. */
export const fetching = {
  stage: (file: string, from: string): string => `${file} from ${from}`,
  lines: ({ file, news, rows, unread, record, changes }: News, counted: (count: number) => Counted): string[] => {
    if (news === "same") return [`${file}: the same as at ${record.address}`];
    const about = [
      `  from ${record.address}${record.version === null ? "" : `, version ${record.version}`}`,
      `  ${plural(counted(record.bytes), "byte")}, sha256 ${record.sha256}${record.last_modified === null ? "" : `, last changed ${record.last_modified}`}`,
    ];
    if (changes === null)
      return [
        news === "new" ? `${file}: no file there yet` : `${file}: another file`,
        ...about,
        `  ${plural(counted(rows), "row")}`,
        ...(unread.length > 0
          ? ["  the file that stands there does not read as dataset.yaml declares, so they are not compared"]
          : []),
      ];
    const { was, now, added, removed } = changes.rows;
    return [
      `${file}: another file`,
      ...about,
      `  rows: ${was} become ${now}; ${added} new, ${removed} gone`,
      ...changes.periods.flatMap(({ column, added, removed }) => [
        ...(added.length > 0 ? [`  ${column}: new ${list(added)}`] : []),
        ...(removed.length > 0 ? [`  ${column}: gone ${list(removed)}`] : []),
      ]),
      ...changes.totals
        .filter((one) => one.was !== one.now)
        .map((one) => `  sum of ${one.column}: ${sum(one.was)} becomes ${sum(one.now)}`),
      ...changes.revised.flatMap(({ column, count, examples }) => [
        `  ${column}: another value in ${plural(counted(count), "row")} that there already ${count === 1 ? "was" : "were"}`,
        ...examples.map(
          (one) =>
            `    ${Object.entries(one.row)
              .map(([name, value]) => `${name} ${value}`)
              .join(", ")}: ${cell(one.was)} becomes ${cell(one.now)}`,
        ),
      ]),
      ...(changes.revised.length === 0 && added === 0 && removed === 0
        ? ["  no row and no value that is read differs"]
        : []),
    ];
  },
  without: (datasets: readonly string[]): string => `no fetch in dataset.yaml, so left alone: ${list(datasets)}`,
  question: "Put these files in place? yes or no",
  written: (files: Counted, datasets: readonly string[]): string =>
    `${plural(files, "file")} written. Next: look at facts and received in dataset.yaml, then tempcheck hash ${datasets.join(" ")}`,
  shown: (files: Counted): string =>
    `${plural(files, "file")} would change; nothing has yet. To put them in place: tempcheck fetch --yes`,
  same: (files: Counted): string => `${plural(files, "file")} fetched; nothing is new.`,
  none: "No dataset says where its files come from: there is nothing to fetch.",
};

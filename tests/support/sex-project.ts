import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const sexes = ["persons", "men", "women"] as const;

/** With the event and without it, of men and of women. */
export type Area = readonly [men: readonly [number, number], women: readonly [number, number]];

interface Options {
  /** What tempcheck.yaml says of parts and wholes. */
  wholes?: string;
  roundTo?: number;
}

/** Writes a project of five areas with persons, men and women as indicators of their own. */
export function writeSexProject(folder: string, areas: readonly Area[], { wholes = "", roundTo }: Options = {}): void {
  const rows = areas.flatMap(([men, women], i) => {
    const [m, w] = [men, women].map(([x, y]) => [x, x + y] as const) as [
      readonly [number, number],
      readonly [number, number],
    ];
    const persons = [m[0] + w[0], m[1] + w[1]];
    return [persons, m, w].map(([x, n], j) => `${"ABCDE"[i]},${sexes[j]},2024,${x},${n}`);
  });
  const csv = `${["grp,sex,year,x,n", ...rows].join("\n")}\n`;
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const groups = areas.map((_, i) => `      - { id: ${"abcde"[i]}, label: "${"ABCDE"[i]}", phrase: "${"ABCDE"[i]}" }`);
  write(
    "tempcheck.yaml",
    `title: Sexes
year: 2024
publisher: P
place: { name: T, people: residents, areas: areas }
themes: [{ id: t, title: T }]
dimensions:
  - id: g
    title: Group
    about: Groups.
    type: groups
    ordered: false
    groups:
${groups.join("\n")}
disclosure: { threshold: 5, covers: all${roundTo === undefined ? "" : `, round_to: ${roundTo}`}${wholes} }
`,
  );
  write("data-raw/d/d.csv", csv);
  write(
    "data-raw/d/dataset.yaml",
    `title: D
publisher: P
licence: L
page: https://example.org/d
period: "2024"
received: 2025-01-31
changes: none
files: [{ path: d.csv, sha256: ${createHash("sha256").update(csv).digest("hex")} }]
format: { type: csv, delimiter: ",", quote: '"', encoding: utf-8 }
columns: { grp: { type: text }, sex: { type: text }, year: { type: integer }, x: { type: integer }, n: { type: integer } }
facts: { rows: ${rows.length}, unique: [grp, sex, year] }
`,
  );
  for (const sex of sexes)
    write(
      `indicators/${sex}.yaml`,
      `title: ${sex}
question: How many?
theme: t
dataset: d
where: { sex: ${sex} }
statistic: { kind: proportion, numerator: x, denominator: n, unit: "%" }
better: lower
sentence: { people: residents, state: claim, measure: the share who claim }
periods: { column: year, unit: calendar-year }
dimensions: [{ dimension: g, column: grp }]
`,
    );
}

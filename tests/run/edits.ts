import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fillHashes } from "../../src/run/fill-hashes.ts";

/** A random number from 0 to 1. */
type Random = () => number;

const oneOf = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

/** Writes a file anew where it has something to be changed. */
function rewrite(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

/** What analysts do to a project from one build to the next, each by its name; `before` is how the project was at first. */
export const edits: Readonly<
  Record<string, (project: string, random: Random, before: string) => Promise<void> | void>
> = {
  async "change a figure"(project, random) {
    const dataset = oneOf(random, ["claims", "homes", "reading"]);
    rewrite(join(project, `data-raw/${dataset}/${dataset}.csv`), (text) => {
      const lines = text.trimEnd().split("\n");
      const line = 1 + Math.floor(random() * (lines.length - 1));
      const cells = lines[line]!.split(",");
      cells[2] = dataset === "homes" ? cells[2]! : String(Number(cells[2]) + (dataset === "claims" ? 1 : 0.1));
      if (dataset === "homes") cells[4] = String(Number(cells[4]) + 1);
      return `${[...lines.slice(0, line), cells.join(","), ...lines.slice(line + 1)].join("\n")}\n`;
    });
    rewrite(join(project, `data-raw/${dataset}/dataset.yaml`), (text) => text.replace(/ {2}totals:\n( {4}.*\n)+/, ""));
    await fillHashes(project, [dataset]);
  },
  async "change an area's score"(project, random) {
    const code = `S0${1 + Math.floor(random() * 6)}`;
    rewrite(join(project, "data-raw/areas/areas.csv"), (text) =>
      text.replace(new RegExp(`(?<=^${code},.*,)[0-9.]+(?=,\\d$)`, "m"), String(Math.floor(random() * 400) / 10)),
    );
    await fillHashes(project, ["areas"]);
  },
  "change what an indicator is compared with"(project) {
    const claims = join(project, "indicators/claims.yaml");
    const [one, other] = ["baseline: 2022", "baseline: 2023"];
    if (existsSync(claims))
      rewrite(claims, (text) => (text.includes(one) ? text.replace(one, other) : text.replace(other, one)));
  },
  "change a breakdown"(project) {
    const claims = join(project, "indicators/claims.yaml");
    const own = "  - { dimension: deprivation-third }\n";
    const ofOthers = "  - { dimension: town-side, column: area_code }\n";
    if (existsSync(claims))
      rewrite(claims, (text) => (text.includes(own) ? text.replace(own, ofOthers) : text.replace(ofOthers, own)));
  },
  "change a figure and not its hash"(project) {
    appendFileSync(join(project, "data-raw/areas/areas.csv"), "\n");
  },
  "change a title"(project, random) {
    const name = oneOf(random, namesIn(join(project, "indicators")));
    if (name)
      rewrite(join(project, "indicators", name), (text) =>
        text.replace(/^title: .*/m, `title: Title ${Math.floor(random() * 1e6)}`),
      );
  },
  "change the report's title"(project, random) {
    rewrite(join(project, "tempcheck.yaml"), (text) =>
      text.replace(/^title: .*/m, `title: Report ${Math.floor(random() * 1e6)}`),
    );
  },
  "change what a group is called"(project, random) {
    rewrite(join(project, "tempcheck.yaml"), (text) =>
      text.replace(/label: Middle\w*/, `label: Middle${Math.floor(random() * 1e6)}`),
    );
  },
  "delete a file"(project, random) {
    const name = oneOf(random, namesIn(join(project, "indicators")));
    if (name) rmSync(join(project, "indicators", name));
  },
  "rename a file"(project, random) {
    const name = oneOf(random, namesIn(join(project, "indicators")));
    if (name)
      renameSync(join(project, "indicators", name), join(project, "indicators", `x${Math.floor(random() * 1e6)}.yaml`));
  },
  "add an indicator"(project, random, before) {
    const name = oneOf(random, namesIn(join(before, "indicators")));
    cpSync(join(before, "indicators", name), join(project, "indicators", `more-${Math.floor(random() * 1e6)}.yaml`));
  },
  "write a commentary"(project, random) {
    const name = oneOf(random, namesIn(join(project, "indicators")));
    mkdirSync(join(project, "commentary"), { recursive: true });
    const text = `---\nauthor: Somebody\ndate: 2025-03-01\n---\n\nWords ${Math.floor(random() * 1e6)}.\n`;
    if (name) writeFileSync(join(project, "commentary", name.replace(/yaml$/, "md")), text);
  },
  "take the commentaries away"(project) {
    rmSync(join(project, "commentary"), { recursive: true, force: true });
  },
  "break a file"(project) {
    appendFileSync(join(project, "tempcheck.yaml"), "nonsense: true\n");
  },
  "put everything back"(project, _, before) {
    rmSync(project, { recursive: true });
    cpSync(before, project, { recursive: true });
  },
  nothing() {},
};

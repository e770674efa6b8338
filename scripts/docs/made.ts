import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { catalogues } from "../../src/catalogue/catalogue.ts";
import { measures } from "../../src/measure/all.ts";
import { examples } from "./examples.ts";
import { keysPage, type Schema } from "./keys.ts";

/** Pages that are made from the program itself, as Markdown by name. */
export function madePages(root: string): Record<string, string> {
  const schema = (name: string): Schema => JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), "utf8"));
  const read = (path: string): Record<string, unknown> => parse(readFileSync(join(root, path), "utf8"));
  const below = (folder: string, name: RegExp): Record<string, unknown>[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => name.test(path))
      .sort()
      .map((path) => read(join(folder, path)));
  const sampleton = "tests/golden/sampleton";
  const from = "Most examples are from made-up Sampleton and from Manchester's report.";
  const keys = (title: string, name: string, found: readonly Record<string, unknown>[]): string =>
    keysPage(
      title,
      `Printed from \`schemas/${name}.schema.json\`. ${from} A key that is not listed is refused.`,
      schema(name),
      found,
    );
  return {
    "keys-project": keys("Keys of tempcheck.yaml", "project", [
      read(`${sampleton}/tempcheck.yaml`),
      read("tempcheck.yaml"),
      examples.project,
    ]),
    "keys-indicator": keys("Keys of an indicator", "indicator", [
      ...below(`${sampleton}/indicators`, /\.yaml$/),
      ...below("indicators", /\.yaml$/),
      examples.indicator,
    ]),
    "keys-dataset": keys("Keys of a dataset", "dataset", [
      ...below(`${sampleton}/data-raw`, /dataset\.yaml$/),
      ...below("data-raw", /dataset\.yaml$/),
      examples.dataset,
    ]),
    "keys-look": keysPage(
      "Keys of the look",
      "Printed from `schemas/look.schema.json`. A key that is not listed is refused.",
      schema("look"),
      [examples.look],
    ),
    results: keysPage(
      "Keys of results.json",
      "Everything that a report says stands in `data/results.json`. Printed from `schemas/results.schema.json`.",
      schema("results"),
      [],
    ),
    measures: measuresPage(),
  };
}

function measuresPage(): string {
  const { method } = catalogues["en-GB"];
  const parts = measures.map(({ id, definition, formula, source, orders }): string =>
    [
      `## ${method.measureName(id)}`,
      `\`${id}\`, definition \`${definition}\`. For groups that are ${orders.join(", ")}.`,
      `\`${formula}\``,
      `Source: ${source.citation}${source.doi === null ? "" : `, doi:${source.doi}`}.`,
    ].join("\n\n"),
  );
  return `# Measures\n\nEvery measure of the method, as the program has it. \`npx tempcheck measures\` prints the same.\n\n${parts.join("\n\n")}\n`;
}

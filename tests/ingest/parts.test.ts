import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Definitions } from "../../src/define/definitions.ts";
import { load } from "../../src/define/load.ts";
import { areaCuts } from "../../src/estimate/quantiles.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { ingest, type KnownOfWhole } from "../../src/ingest/ingest.ts";
import { joined, onlyParts, type Part, partsOf, type Read } from "../../src/ingest/parts.ts";
import { root, temporaryFolder } from "../support/command.ts";
import { bay, vila } from "../support/elsewhere.ts";
import { sampletonProject } from "../support/sampleton.ts";
import { everyKind, writeProject } from "../support/small-project.ts";

const projects: Record<string, () => string> = {
  Manchester: () => root,
  Sampleton: () => sampletonProject,
  "a place with every kind of indicator and dimension": () => writeProject(temporaryFolder(), everyKind(1)),
  "a bay in New Zealand": () => writeProject(temporaryFolder(), bay()),
  "a town in Brazil": () => writeProject(temporaryFolder(), vila()),
};

async function read(definitions: Definitions, known?: KnownOfWhole): Promise<Read> {
  const database = await BuildDatabase.open();
  try {
    const { method, year } = definitions.project.value;
    const { elsewhere: _, ...made } = await ingest(definitions, areaCuts(method.edition), year, database, { known });
    return made;
  } finally {
    database.close();
  }
}

describe.each(Object.entries(projects))("%s", (_, folder) => {
  it("comes to the same read at once and read part by part", async () => {
    const whole = load(folder());
    const parts = partsOf(whole);
    const made = await read(whole);
    const known = { whole, sizes: made.sizes, placesFound: made.placesFound };
    const ofPart = (of: Read, part: Part): string => {
      const { sizes: _, ...rest } = joined([part], [of]);
      return JSON.stringify(Object.entries(rest).map(([name, map]) => [name, [...map]]));
    };
    for (const part of parts) {
      const alone = await read(onlyParts(whole, [part]), known);
      expect(ofPart(alone, part), `${part.kind} ${part.id}`).toBe(ofPart(made, part));
    }
    // Nothing is of no part.
    expect(joined(parts, [made])).toEqual(made);
  });
});

it("leaves of a project what some parts are read from, in its order, with the lines of its file", () => {
  const whole = load(root);
  const parts = partsOf(whole);
  const dimension = whole.project.value.dimensions.at(-1)!;
  const only = onlyParts(
    whole,
    parts.filter(({ kind, id }) => kind === "dimension" && id === dimension.id),
  );
  expect(only.project.value.dimensions).toEqual([dimension]);
  expect(only.indicators).toEqual([]);
  const at = whole.project.value.dimensions.length - 1;
  const where = (of: Definitions, index: number) => of.project.yaml.where(["dimensions", index, "title"]);
  expect(where(only, 0)).toEqual(where(whole, at));
  expect(where(only, 1)).toEqual(where(whole, at + 1));
  expect(where(whole, at).line).not.toBe(where(whole, 0).line);
  expect(only.project.yaml.where(["title"])).toEqual(whole.project.yaml.where(["title"]));
  expect(join(root, only.project.yaml.file)).toBe(join(root, "tempcheck.yaml"));
});

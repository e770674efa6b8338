import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { madePages } from "../../scripts/docs/made.ts";
import { root } from "../support/command.ts";
import { fencesOf } from "./followed.ts";
import { pages } from "./pages.ts";

/** Parts of definitions that pages show, held against the schemas; whole files are followed in followed.test.ts. */
const schemas = ["project", "indicator", "dataset", "look"] as const;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const validators = Object.fromEntries(
  schemas.map((name) => {
    const schema = JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), "utf8"));
    return [name, { properties: schema.properties as Record<string, object>, defs: schema.$defs }];
  }),
);

/** What is wrong with a part of a definition of one kind: keys that are none, values that are not theirs. */
function faultsIn(kind: string, part: Record<string, unknown>): string[] {
  const { properties, defs } = validators[kind]!;
  return Object.entries(part).flatMap(([key, value]) => {
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (property === undefined) return [`${kind} has no key ${key}`];
    const validate = ajv.compile({ ...property, $defs: defs });
    return validate(value)
      ? []
      : (validate.errors ?? []).map((error) => `${key}${error.instancePath} ${error.message}`);
  });
}

const snippets = pages.flatMap(({ path, text }) =>
  fencesOf(text)
    .filter(({ info }) => /^ya?ml/.test(info) && !info.includes(" file="))
    .map((fence) => ({ path, ...fence })),
);

describe("YAML that pages show", () => {
  it("is there", () => expect(snippets.length).toBeGreaterThan(8));

  it.each(snippets)("$path:$line is of keys that there are, with values that they may have", ({ info, body }) => {
    expect(parseAllDocuments(body).flatMap((document) => ("errors" in document ? document.errors : []))).toEqual([]);
    const part = parse(body) as Record<string, unknown>;
    const [, key] = / key=(\w+)$/.exec(info) ?? [];
    const kinds = key === undefined ? [...schemas] : [key];
    const faults = kinds.map((kind) => faultsIn(kind, part));
    expect(faults.some((list) => list.length === 0) ? [] : faults.sort((a, b) => a.length - b.length)[0]).toEqual([]);
  });

  it("is told when it is wrong", () => {
    expect(faultsIn("dataset", { formatt: {} })).toEqual(["dataset has no key formatt"]);
    expect(faultsIn("project", { year: "soon" })).not.toEqual([]);
  });
});

const made = ["project", "indicator", "dataset", "look"].flatMap((kind) =>
  fencesOf(madePages(root)[`keys-${kind}`]!).map(({ body, line }) => ({ kind, body, line })),
);

describe("examples of keys, as the site prints them", () => {
  it.each(made)("of $kind, line $line, are valid", ({ kind, body }) => {
    expect(faultsIn(kind, parse(body))).toEqual([]);
  });
});

/** Fences that are followed, checked here, or run by examples.test.ts. */
const known = /^(console|csv file=\S+|ya?ml( (file|key)=\S+)?|r|python|ts|json)$/;

describe.each(pages)("$path", ({ path, text }) => {
  it("has no block of code that no test reads", () => {
    const unread = fencesOf(text).filter(
      ({ info }) => !known.test(info) || (/^(r|python|ts|json)$/.test(info) && path !== "docs/partners.md"),
    );
    expect(unread.map(({ info, line }) => `${path}:${line}: ${info}`)).toEqual([]);
  });
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { jsonSchemas } from "../../src/run/schemas.ts";
import { root } from "../support/command.ts";

const inFolder = (folder: string): string[] => readdirSync(join(root, folder)).sort();
const kinds: [string, string[]][] = [
  ["project", ["tempcheck.yaml"]],
  ["indicator", inFolder("indicators").map((name) => `indicators/${name}`)],
  [
    "value",
    inFolder("value")
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => `value/${name}`),
  ],
  ["dataset", inFolder("data-raw").map((name) => `data-raw/${name}/dataset.yaml`)],
];

describe("the JSON Schemas", () => {
  it.each(Object.entries(jsonSchemas()))("in schemas/ are the program's own: %s", (name, schema) => {
    const committed = JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), "utf8"));
    expect(committed, "run npm run schemas").toEqual(JSON.parse(JSON.stringify(schema)));
  });

  for (const [kind, files] of kinds) {
    const ajv = new Ajv2020({ allowUnionTypes: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(join(root, `schemas/${kind}.schema.json`), "utf8")));
    const textOf = (file: string): string => readFileSync(join(root, file), "utf8");

    it.each(files)(`accept ${kind} %s`, (file) => {
      expect(validate(parse(textOf(file))) || validate.errors).toBe(true);
    });

    it.each(files)(`are named on the first line of %s, for editors`, (file) => {
      const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(textOf(file))?.[1];
      expect(named).toMatch(new RegExp(`(^|/)schemas/${kind}\\.schema\\.json$`));
      expect(existsSync(join(root, dirname(file), named!))).toBe(true);
    });

    it(`refuse an unknown key in a ${kind}`, () => {
      expect(validate({ ...parse(textOf(files[0]!)), colour: "red" })).toBe(false);
    });
  }
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { received, written } from "../../scripts/ward-data.ts";
import { root } from "../support/command.ts";

/** The files as published lie beside the repository; without them there is nothing to make anew. */
describe.skipIf(!existsSync(join(received, "manchester_ward.geojson")))("the data of wards", () => {
  it.each(Object.entries(written))("%s is what the script makes of the published files", (path, make) => {
    expect(make(received) === readFileSync(join(root, "data-raw", path), "utf8")).toBe(true);
  });
});

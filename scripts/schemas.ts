/** Writes schemas/*.schema.json from the schemas that the program itself checks with. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { jsonSchemas } from "../src/run/schemas.ts";

const folder = fileURLToPath(new URL("../schemas/", import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas()))
  writeFileSync(`${folder}${name}.schema.json`, `${inLines(schema)}\n`);

/** JSON with a line for each key, for comparing, and no blanks before it, which were a fourth of what the package carries of schemas. */
function inLines(schema: object): string {
  return JSON.stringify(schema, null, 1).replace(/^ +/gm, "");
}

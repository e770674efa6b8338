/** Writes the site of the documentation into outputs/docs: `npm run docs`. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { siteFiles } from "./site.tsx";

const root = fileURLToPath(new URL("../../", import.meta.url));
const out = process.argv[2] ?? join(root, "outputs/docs");
const list = join(out, "files.json");

// Only what an earlier run wrote is taken away.
const earlier = existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as string[]) : [];
for (const path of earlier) rmSync(join(out, path), { force: true });
const files = siteFiles(root);
for (const { path, content } of files) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), content);
}
writeFileSync(list, `${JSON.stringify(files.map(({ path }) => path))}\n`);
console.log(`${files.length} files in ${out}: open index.html`);

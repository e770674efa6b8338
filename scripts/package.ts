import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

const inRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * Compiles src/ into a folder as the published package holds it: JavaScript without what only people read, file by file, so
 * that a stack still names file and function, and the SQL files and browser scripts beside them.
 */
export function compileInto(folder: string, options: readonly string[] = []): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  compile(folder, ["--declaration", "false", ...options]);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    if (name.endsWith(".js")) writeFileSync(join(folder, name), shortened(readFileSync(join(folder, name), "utf8")));
  for (const part of ["ingest/sql", "report/script"])
    cpSync(inRoot(`src/${part}`), join(folder, part), { recursive: true });
}

/** Writes the types of what partners import: those files alone that index.d.ts reaches. */
export function typesInto(folder: string, options: readonly string[] = []): void {
  const whole = mkdtempSync(join(tmpdir(), "tempcheck-types-"));
  try {
    compile(whole, ["--emitDeclarationOnly", ...options]);
    const reached = new Map<string, string>();
    const reach = (file: string): void => {
      if (reached.has(file)) return;
      // Consumers resolve the names of compiled files, which stand beside the types.
      const text = readFileSync(file, "utf8").replace(RELATIVE, "$1.js$2");
      reached.set(file, text);
      for (const [, name = ""] of text.matchAll(/"(\.[^"]+)\.js"/g)) reach(join(dirname(file), `${name}.d.ts`));
    };
    reach(join(whole, "index.d.ts"));
    for (const [file, text] of reached) {
      const to = join(folder, relative(whole, file));
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, text);
    }
  } finally {
    rmSync(whole, { recursive: true, force: true });
  }
}

/** What another file is called in a declaration: as the sources call it. */
const RELATIVE = /((?:from |import\()"\.[^"]+)\.tsx?(")/g;

/** Lays out the package as npm installs it: the compiled files with all that stands beside them. Returns its command. */
export function packInto(folder: string, options: readonly string[] = []): string {
  compileInto(join(folder, "dist"), options);
  for (const part of ["package.json", "bin", "schemas", "conformance", "clients", "templates"])
    cpSync(inRoot(part), join(folder, part), { recursive: true });
  return join(folder, "bin/tempcheck.js");
}

function compile(folder: string, options: readonly string[]): void {
  const tsc = inRoot("node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", inRoot("tsconfig.build.json"), "--outDir", folder, ...options], {
    stdio: "inherit",
  });
}

const shortened = (code: string): string =>
  transformSync(code, {
    ...{ format: "esm", target: "node20", charset: "utf8", legalComments: "none" },
    ...{ minifyWhitespace: true, minifySyntax: true },
  }).code;

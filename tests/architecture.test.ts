import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const src = join(root, "src");
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
const files = filesIn(src).filter((path) => /\.tsx?$/.test(path));
const textOf = (file: string): string => readFileSync(join(src, file), "utf8");
const code = (file: string): string => textOf(file).replace(/\/\*\*?.*?\*\/|\/\/[^\n]*/gs, "");
const specifiers = (file: string): string[] =>
  [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1]!);
const importsOf = (file: string): string[] =>
  specifiers(file)
    .filter((name) => name.startsWith("."))
    .map((name) => relative(src, join(src, dirname(file), name)));
const roomOf = (file: string): string => file.split("/")[0]!;

/**
 * Whom each room knows, besides itself and what everybody uses: rooms, or single files of them. The table of rooms in
 * docs/architecture.md is the rule itself: its first column names a room, its last one whom that imports.
 */
const guide = readFileSync(join(root, "docs/architecture.md"), "utf8");
const partOf = (title: string): string => guide.split(/^## /m).find((part) => part.startsWith(`${title}\n`))!;
const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
const knows: Record<string, readonly string[]> = Object.fromEntries(
  [...partOf("Rooms and arrows").matchAll(/^\| `(\w+)` +\|.*\|([^|]*)\|$/gm)].map(([, room, known]) => [
    room!,
    quoted(known!),
  ]),
);
const loose = ["error.ts", "index.ts", "model.ts", "programme-numbers.ts", "reasons-and-notes.ts"];
const forAll = loose.filter((file) => file !== "index.ts");

/** Every way round that leads back to where it began. */
function circles(names: readonly string[], next: (name: string) => readonly string[]): string[] {
  const done = new Set<string>();
  const visit = (name: string, way: readonly string[]): string[] => {
    if (way.includes(name)) return [[...way.slice(way.indexOf(name)), name].join(" -> ")];
    if (done.has(name)) return [];
    const found = next(name).flatMap((to) => visit(to, [...way, name]));
    done.add(name);
    return found;
  };
  return names.flatMap((name) => visit(name, []));
}

describe("the architecture", () => {
  it("has the rooms of the drawing, and nothing loose but what everybody uses", () => {
    const rooms = new Set(files.filter((file) => file.includes("/")).map(roomOf));
    expect([...rooms].sort()).toEqual(Object.keys(knows).sort());
    expect(files.filter((file) => !file.includes("/")).sort()).toEqual(loose);
  });

  for (const [room, known] of Object.entries(knows)) {
    const imports = files
      .filter((file) => roomOf(file) === room)
      .flatMap((file) => importsOf(file).map((to) => ({ file, to })))
      .filter(({ to }) => roomOf(to) !== room);
    const isOf = (to: string, one: string): boolean => one === to || one === roomOf(to);

    it(`lets ${room} know ${known.join(", ") || "nobody"}`, () => {
      const strangers = imports.filter(({ to }) => ![...known, ...forAll].some((one) => isOf(to, one)));
      expect(strangers.map(({ file, to }) => `${file} -> ${to}`)).toEqual([]);
    });

    it(`draws no arrow from ${room} that nothing in it follows`, () => {
      expect(known.filter((one) => !imports.some(({ to }) => isOf(to, one)))).toEqual([]);
    });
  }

  it("draws every room, and arrows that the table allows in their direction alone", () => {
    const drawing = partOf("The way of a build")
      .match(/^ {4}.*$/gm)!
      .join("\n");
    const arrows = [...drawing.matchAll(/(\w+)(?= -> (\w+))/g)].map(([, from, to]) => ({ from: from!, to: to! }));
    const drawn = new Set(arrows.flatMap(({ from, to }) => [from, to]));
    expect([...drawn].sort()).toEqual(Object.keys(knows).sort());
    const imports = (room: string, other: string): boolean => knows[room]!.some((one) => roomOf(one) === other);
    const handedOn = (from: string, to: string): boolean =>
      ["assess", "partner", "run"].some((room) => imports(room, from) && imports(room, to));
    const allowed = (from: string, to: string): boolean =>
      !imports(from, to) && (imports(to, from) || handedOn(from, to));
    expect(arrows.filter(({ from, to }) => !allowed(from, to))).toEqual([]);
  });

  it("lets nobody import the door that partners come in by", () => {
    expect(files.filter((file) => importsOf(file).includes("index.ts"))).toEqual([]);
  });

  it("has no circle of files", () => {
    expect(circles(files, importsOf)).toEqual([]);
  });

  it("has no circle of rooms", () => {
    const rooms = [...new Set(files.map(roomOf))];
    const neighbours = (room: string): string[] => [
      ...new Set(files.filter((file) => roomOf(file) === room).flatMap((file) => importsOf(file).map(roomOf))),
    ];
    expect(circles(rooms, (room) => neighbours(room).filter((to) => to !== room))).toEqual([]);
  });

  it("has no two files of one name stem, but for those of languages, which mirror one another", () => {
    const sources = filesIn(src).filter((file) => /\.(tsx?|m?js|sql)$/.test(file));
    const stemOf = (file: string): string | undefined => basename(file).split(".")[0];
    const inAnyLanguage = (file: string): string => file.replace(/^catalogue\/[\w-]+\//, "");
    const isAnother = (file: string, other: string): boolean =>
      stemOf(other) === stemOf(file) && (other === file || inAnyLanguage(other) !== inAnyLanguage(file));
    const twice = sources.filter((file) => sources.filter((other) => isAnother(file, other)).length > 1);
    expect(twice).toEqual([]);
  });

  it.each([
    ["@duckdb/node-api", /from "@duckdb\/node-api"/, ["ingest/database.ts"]],
    ["process.argv and exit codes", /process\.(argv|exit)/, ["cli/cli.ts"]],
    [
      "a clock or chance",
      /Date\.now|new Date\(\)|Math\.random|performance\.now/,
      ["run/begin.ts", "run/fetch-files.ts"],
    ],
    ["what is printed", /process\.(stdout|stderr)\.write|process\[|console\./, ["cli/printed.ts"]],
    ["try_cast", /try_cast/i, []],
  ])("keeps %s to the files that need it", (_, pattern, allowed) => {
    expect(files.filter((file) => pattern.test(textOf(file)))).toEqual(allowed);
  });

  it("touches files in define/load, ingest and run alone", () => {
    const touching = files.filter((file) => specifiers(file).some((name) => /^(node:)?fs(\/promises)?$/.test(name)));
    const allowed = (file: string): boolean => file === "define/load.ts" || ["ingest", "run"].includes(roomOf(file));
    expect(touching.filter((file) => !allowed(file))).toEqual([]);
  });

  it("holds p values against one line, which is written once, in judge/ alone", () => {
    // The steps between the ticks of an axis are no p values.
    const plots = ["charts/layout/axis.ts"];
    expect(files.filter((file) => /(?<![\d.])0?\.050*(?!\d)/.test(code(file)) && !plots.includes(file))).toEqual([
      "model.ts",
    ]);
    const compared =
      /\b(?:p|adjustedP|pValue)\b(?: \?\? \S+\))? *[<>]=? *(?!number|undefined)[\w.]|SIGNIFICANCE *[<>]|[<>]=? *SIGNIFICANCE\b/;
    // How a p value is printed: 0.001 and 0.99 are the ends of what two decimals can say.
    const printing = ["catalogue/format.ts"];
    const elsewhere = files.filter((file) => roomOf(file) !== "judge" && !printing.includes(file));
    expect(elsewhere.filter((file) => compared.test(code(file)))).toEqual([]);
  });

  it("asks in judge/ alone whether an interval leaves out a value", () => {
    // How wide it is anybody may ask; what comes in is held to run from its lower limit to its upper one.
    const width = /\bupper (?:>|<=) lower\b|\blower < upper\b/g;
    const rooms = ["judge", "define", "ingest", "partner"];
    // How many digits a limit is printed with hangs on its size.
    const printing = ["catalogue/format.ts"];
    const held = /\b(?:lower|upper)\b(?: \?\? \S+\))? *[<>]=? |(?<!=)[<>]=? *\(?(?:\w+\.)*(?:lower|upper)\b/;
    const elsewhere = files.filter((file) => !rooms.includes(roomOf(file)) && !printing.includes(file));
    expect(elsewhere.filter((file) => held.test(code(file).replace(width, "")))).toEqual([]);
  });

  it("has no drawer for odds and ends", () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|core|services?)(\/|\.)/.test(file))).toEqual([]);
  });

  it("has tests in rooms of the same names; loose are this one and those of whole builds", () => {
    const tests = filesIn(join(root, "tests")).filter((path) => /\.test\.tsx?$/.test(path));
    const rooms = new Set(tests.filter((path) => path.includes("/")).map(roomOf));
    const besides = ["browser", "docs", "scripts"];
    expect([...rooms].filter((room) => !(room in knows) && !besides.includes(room))).toEqual([]);
    expect(tests.filter((path) => !path.includes("/")).sort()).toEqual([
      "architecture.test.ts",
      "build-with-map.test.ts",
      "built-sampleton.test.ts",
      "elsewhere.test.ts",
      "first-edition.test.ts",
      "golden.test.ts",
      "problems.test.ts",
      "real-figures.test.ts",
      "reproducible.test.ts",
    ]);
  });

  it("has tests of whole builds that go through the package, so that `vitest related` of a file runs the tests of it", () => {
    const tests = filesIn(join(root, "tests")).filter((path) => /\.tsx?$/.test(path));
    const importing = tests.filter((file) =>
      /^import (?!type)[^;]*src\/run\/(build|forms)\.ts"/m.test(readFileSync(join(root, "tests", file), "utf8")),
    );
    expect(importing).toEqual([]);
  });
});

import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { sfc32 } from "../coverage/random.ts";

/** One thing wrong with a project. */
export interface Input {
  name: string;
  /** Breaks the copy of the project in a folder. */
  spoil(folder: string): void;
}

/** All ways to spoil a project, or the bytes of its files that are neither definitions nor CSV. */
export type Kind = "all" | "bytes";

export interface Trial {
  /** Folder of a project, or of projects that take turns. */
  project: string;
  count: number;
  seed: number;
  /** How many of those that are read are drawn as well, by each child. */
  builds: number;
  kind: Kind;
}

/** What stands in place of a value. */
const values: Readonly<Record<string, unknown>> = {
  nothing: null,
  "empty text": "",
  space: " ",
  "a list": ["a", "b"],
  "an empty list": [],
  "a block": { a: 1 },
  "an empty block": {},
  zero: 0,
  "minus one": -1,
  "a half": 0.5,
  huge: 1e308,
  tiny: 1e-300,
  infinity: Infinity,
  "no number": NaN,
  "a large whole number": 2 ** 53,
  yes: true,
  "a day": "2024-02-30",
  "a long word": "a".repeat(10_000),
  "many words": "word ".repeat(5_000),
  "right to left": "abc\u202edef",
  nul: "a\u0000b",
  bell: "a\u0007",
  escape: "\u001b[2J",
  "half a surrogate": "a\ud800b",
  "no character": "a\ufffeb",
  "no width": "a\u200bb",
  emoji: "👩‍👩‍👧‍👦 families",
  "joined marks": `Z${"\u0301".repeat(400)}`,
  "own property": "__proto__",
  constructor: "constructor",
  path: "../../etc/passwd",
  markup: "]]><script>alert(1)</script><!--",
  quotes: "a'b\"c`{{d}}",
  formula: "=1+1",
  percent: "100%",
  device: "con",
  "three hundred letters": "a".repeat(300),
  capitals: "ABC",
  "line ends": "a\nb\r\nc",
  "a hundred lists": Array.from({ length: 25 }).reduce((inner) => [inner], "a") as unknown,
};

type Path = (string | number)[];

/** Every path in a file of definitions. */
function pathsIn(node: unknown, path: Path = []): Path[] {
  const here = path.length === 0 ? [] : [path];
  if (isMap(node))
    return [
      ...here,
      ...node.items.flatMap(({ key, value }) => pathsIn(value, [...path, isScalar(key) ? String(key.value) : ""])),
    ];
  if (isSeq(node)) return [...here, ...node.items.flatMap((item, i) => pathsIn(item, [...path, i]))];
  return here;
}

/** What of a folder is a project, and not what a case has beside it. */
const PARTS = ["tempcheck.yaml", "indicators", "data-raw", "commentary"];

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => PARTS.includes(path.split("/")[0]!))
    .filter((path) => /\.(yaml|csv|xlsx|ods|parquet|arrow|geojson|json|md)$/.test(path))
    .sort();

/** The inputs of a trial, each with the project that it is made from. */
export function seeded({ project, count, seed, kind }: Trial): { project: string; input: Input }[] {
  const isProject = (folder: string): boolean => existsSync(join(folder, "tempcheck.yaml"));
  const projects = isProject(project)
    ? [project]
    : readdirSync(project)
        .sort()
        .map((name) => join(project, name))
        .filter(isProject);
  return projects.flatMap((one, i) => {
    const share = Math.floor(((i + 1) * count) / projects.length) - Math.floor((i * count) / projects.length);
    return inputs(one, share, seed + i, kind).map((input) => ({ project: one, input }));
  });
}

/** As many bad inputs as asked for, the same for the same seed. */
export function inputs(project: string, count: number, seed: number, kind: Kind = "all"): Input[] {
  const random = sfc32(seed, 0, 0);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const files = filesIn(project);
  const definitions = files.filter((file) => file.endsWith(".yaml"));
  const data = files.filter((file) => !file.endsWith(".yaml"));
  const others = data.filter((file) => !file.endsWith(".csv"));
  const keys = definitions.flatMap((file) =>
    pathsIn(parseDocument(readFileSync(join(project, file), "utf8")).contents).map((path) => ({ file, path })),
  );
  // One of each key in turn, the shapes of indices aside, so that none is left out.
  const kinds = new Map<string, typeof keys>();
  for (const key of keys) {
    const kind = `${key.file.replace(/[^/]+(?=\/|$)/, "")} ${key.path.map((step) => (typeof step === "number" ? "#" : step)).join(".")}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), key]);
  }
  const turns = [...kinds.values()];

  const ofValue = (turn: number): Input => {
    const { file, path } = pick(turns[turn % turns.length]!);
    const [word, value] = pick(Object.entries(values));
    return {
      name: `${file} ${path.join(".")}: ${word}`,
      spoil: (folder) => edited(join(folder, file), (document) => document.setIn(path, document.createNode(value))),
    };
  };
  const ofKey = (turn: number): Input => {
    const { file, path } = pick(turns[turn % turns.length]!);
    const way = pick(["deleted", "renamed", "twice"]);
    return {
      name: `${file} ${path.join(".")}: ${way}`,
      spoil: (folder) =>
        edited(join(folder, file), (document) => {
          const held = document.getIn(path, true);
          const above = path.slice(0, -1);
          if (way !== "twice") document.deleteIn(path);
          if (way === "renamed" && typeof path.at(-1) === "string") document.setIn([...above, `${path.at(-1)}s`], held);
          const around = above.length === 0 ? document.contents : document.getIn(above, true);
          if (way === "twice" && (isSeq(around) || isMap(around))) around.items.push(around.items[0] as never);
        }),
    };
  };
  const ofBytes = (all: readonly string[]): Input => {
    const file = pick(all);
    const [word, spoil] = pick(spoilers(random()));
    return {
      name: `${file}: ${word}`,
      spoil: (folder) => {
        const path = join(folder, file);
        writeFileSync(path, spoil(readFileSync(path)));
        if (!file.endsWith(".yaml")) declareHash(folder, file);
      },
    };
  };
  const tables = data.filter((one) => one.endsWith(".csv"));
  const ofCell = (): Input => {
    if (tables.length === 0) return ofBytes(data);
    const file = pick(tables);
    const [at, which] = [random(), random()];
    const cell = pick(cells);
    return {
      name: `${file}: a cell ${JSON.stringify(cell.slice(0, 30))}`,
      spoil: (folder) => {
        const path = join(folder, file);
        const lines = readFileSync(path, "utf8").split("\n");
        const line = Math.floor(at * lines.length);
        const fields = lines[line]!.split(",");
        fields[Math.floor(which * fields.length)] = cell;
        lines[line] = fields.join(",");
        writeFileSync(path, lines.join("\n"));
        declareHash(folder, file);
      },
    };
  };
  const ofFile = (): Input => {
    const file = pick(files);
    return { name: `${file}: taken away`, spoil: (folder) => rmSync(join(folder, file)) };
  };
  return Array.from({ length: count }, (_, i) => {
    if (kind === "bytes") return ofBytes(others.length > 0 ? others : data);
    switch (i % 8) {
      case 0:
      case 1:
      case 2:
        return ofValue(i);
      case 3:
        return ofKey(Math.floor(i / 8));
      case 4:
        return ofBytes(definitions);
      case 5:
        return ofBytes(data);
      case 6:
        return ofCell();
      default:
        return i % 64 === 7 ? ofFile() : ofValue(i);
    }
  });
}

const cells = [
  "-1",
  "0",
  "1e309",
  "NaN",
  "Infinity",
  "=1+1",
  "9".repeat(400),
  "1,5",
  '"',
  "a\u0000",
  "\u202e",
  "١٢",
  " 3",
  "3 ",
  "-0",
  "0x10",
  "1_000",
  "",
  "__proto__",
  "1e-320",
  "9223372036854775808",
];

/** Ways to spoil bytes, at a place from 0 to 1. */
const spoilers = (at: number): [string, (bytes: Buffer) => Buffer][] => {
  const cut = (bytes: Buffer): number => Math.floor(at * bytes.length);
  const put = (bytes: Buffer, between: Buffer | string): Buffer =>
    Buffer.concat([bytes.subarray(0, cut(bytes)), Buffer.from(between), bytes.subarray(cut(bytes))]);
  return [
    ["cut short", (bytes) => bytes.subarray(0, cut(bytes))],
    ["a bit turned", (bytes) => Buffer.from(bytes.map((byte, i) => (i === cut(bytes) ? byte ^ 16 : byte)))],
    ["no bytes", () => Buffer.alloc(0)],
    ["zero bytes", (bytes) => put(bytes, Buffer.alloc(8))],
    ["not UTF-8", (bytes) => put(bytes, Buffer.from([0xc3, 0x28]))],
    ["UTF-16", (bytes) => Buffer.from(`\ufeff${bytes.toString("utf8")}`, "utf16le")],
    ["a quote", (bytes) => put(bytes, '"')],
    ["a tab", (bytes) => put(bytes, "\t")],
    ["CR", (bytes) => put(bytes, "\r")],
    ["a mark in the middle", (bytes) => put(bytes, "\ufeff")],
    ["escape", (bytes) => put(bytes, "\u001b[31m")],
    ["twice", (bytes) => Buffer.concat([bytes, bytes])],
    ["a megabyte of one letter", (bytes) => put(bytes, "a".repeat(1 << 20))],
    ["a hundred thousand commas", (bytes) => put(bytes, ",".repeat(100_000))],
    ["a hundred thousand brackets", (bytes) => put(bytes, "[".repeat(100_000))],
    ["backwards", (bytes) => Buffer.from(bytes).reverse()],
    ["something else", () => Buffer.from("PK\u0003\u0004 nothing of the kind")],
  ];
};

function edited(path: string, edit: (document: ReturnType<typeof parseDocument>) => void): void {
  const document = parseDocument(readFileSync(path, "utf8"));
  edit(document);
  writeFileSync(path, document.toString({ lineWidth: 0 }));
}

/** Declares the hash that a file now has, so that what is wrong with it is found by reading it. */
function declareHash(folder: string, file: string): void {
  const [of, name] = [file.slice(0, file.lastIndexOf("/")), file.slice(file.lastIndexOf("/") + 1)];
  const path = join(folder, of, "dataset.yaml");
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return;
  }
  const hash = createHash("sha256")
    .update(readFileSync(join(folder, file)))
    .digest("hex");
  const at = text.indexOf(`path: ${name}`);
  writeFileSync(
    path,
    at < 0 ? text : text.slice(0, at) + text.slice(at).replace(/sha256: "?[0-9a-f]+"?/, `sha256: ${hash}`),
  );
}

/** A broken copy of the project. */
export function spoiled(project: string, input: Input, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const part of PARTS)
    if (existsSync(join(project, part))) cpSync(join(project, part), join(folder, part), { recursive: true });
  input.spoil(folder);
}

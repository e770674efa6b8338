import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from "yaml";
import type { z } from "zod";
import { type Fault, issueFaults, type Where } from "../error.ts";
import type { KnownDefinitions } from "./known.ts";
import { placeOf } from "./yaml-bounds.ts";
import { parseYaml } from "./yaml-syntax.ts";

type Path = readonly PropertyKey[];

/** A YAML file that was read: positions of its values, for errors found later on. */
export interface YamlFile {
  /** As errors name it: relative to the project. */
  file: string;
  where(path: Path): Where;
}

/** What a definition file holds, or everything that is wrong with it. */
export type Read<T> = { value: T; yaml: YamlFile } | { faults: Fault[] };

/** Parses and checks one YAML file, or takes it as it is known. All faults come with line and column. */
export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>, known?: KnownDefinitions): Read<T> {
  const before = known?.find(file, text);
  if (before !== undefined) return { value: before as T, yaml: { file, where: whereIn(text, file) } };
  const read = readAnew(text, file, schema);
  if ("value" in read) known?.keep(file, text, read.value);
  return read;
}

/** Positions in a text that was sound when it was known: it is parsed once somebody looks at the line of one. */
function whereIn(text: string, file: string): YamlFile["where"] {
  let parsed: ReturnType<typeof parseYaml> | undefined;
  return whereOnce(file, (path) => {
    parsed ??= parseYaml(text, file);
    return locate(parsed.document, parsed.lines, file, path);
  });
}

/** Positions that are looked for once somebody asks for the line: most are noted for faults that are not there. */
function whereOnce(file: string, look: (path: Path) => Where): YamlFile["where"] {
  return (path) => {
    let found: Where | undefined;
    const at = (): Where => {
      found ??= look(path);
      return found;
    };
    return {
      file,
      get line() {
        return at().line;
      },
      get column() {
        return at().column;
      },
      key: keyOf(path),
    };
  };
}

const keyOf = (path: Path): string => path.map(String).join(".");

function readAnew<T>(text: string, file: string, schema: z.ZodType<T>): Read<T> {
  const { document, lines, faults } = parseYaml(text, file);
  if (faults.length > 0) return { faults };

  const whereIs = (path: Path): Where => locate(document, lines, file, path);
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return { value: checked.data, yaml: { file, where: whereOnce(file, whereIs) } };
  return {
    faults: issueFaults(checked.error.issues, {
      where: whereIs,
      found: (path) => {
        const node = nodeAt(document, path);
        return node === undefined && path.length > 0 ? null : sourceOf(node);
      },
      fix: (issue) => fixOf(issue, nodeAt(document, issue.path)),
      words: { object: "a block of keys", missing: "the key is missing", add: "add" },
    }),
  };
}

/** The way out, where the value itself shows it. */
function fixOf(issue: z.core.$ZodIssue, node: Node | undefined): string {
  if (node === undefined) return "write the definition, or take the file away";
  if (isScalar(node) && node.value === null) return "write the value after the colon";
  if (issue.code === "custom" && typeof issue.params?.["fix"] === "string") return issue.params["fix"];
  if (issue.code !== "invalid_type") return "mend the value";
  if (issue.expected === "array") return "write a list: each item on a line of its own, after a hyphen";
  if (!isScalar(node)) return "mend the value";
  if (issue.expected === "string") return `put it in quotes: "${node.source ?? String(node.value)}"`;
  const quotedNumber = typeof node.value === "string" && node.value.trim() !== "" && !Number.isNaN(Number(node.value));
  return quotedNumber ? "take the quotes away" : "mend the value";
}

function nodeAt(document: Document, path: Path): Node | undefined {
  let node: unknown = document.contents;
  for (const step of path) {
    if (isSeq(node)) node = node.items[Number(step)];
    else if (isMap(node)) node = pairOf(node, step)?.value;
    else return undefined;
  }
  return isNode(node) ? node : undefined;
}

function pairOf(map: YAMLMap, step: PropertyKey) {
  const place = placeOf(map, String(step));
  return place === undefined ? undefined : map.items[place];
}

function sourceOf(node: Node | undefined): string {
  if (node === undefined) return "an empty file";
  if (isMap(node)) return `a block with the keys ${node.items.map(({ key }) => String(key)).join(", ")}`;
  if (isSeq(node)) return `a list of ${node.items.length}`;
  if (!isScalar(node) || node.value === null) return "nothing: the value is empty";
  return typeof node.value === "string" ? JSON.stringify(node.value) : (node.source ?? String(node.value));
}

/** Position of the key at a path, else of the nearest thing around it that exists. */
function locate(document: Document, lines: LineCounter, file: string, path: Path): Where {
  const key = keyOf(path);
  for (let depth = path.length; depth >= 0; depth--) {
    const offset = offsetOf(document, path.slice(0, depth));
    if (offset !== undefined) {
      const { line, col } = lines.linePos(offset);
      return { file, line, column: col, key };
    }
  }
  return { file, line: 1, column: 1, key };
}

function offsetOf(document: Document, path: Path): number | undefined {
  const parent = path.length > 0 ? nodeAt(document, path.slice(0, -1)) : undefined;
  if (isMap(parent)) {
    const key = pairOf(parent, path.at(-1)!)?.key;
    return isNode(key) ? (key.range?.[0] ?? undefined) : undefined;
  }
  return nodeAt(document, path)?.range?.[0];
}

import { type Document, isMap, isNode, isPair, isScalar, isSeq, type LineCounter, type Node } from "yaml";
import type { z } from "zod";
import type { Fault, Where } from "../error.ts";
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

/** Parses and checks one YAML file. All faults come with line and column. */
export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>): Read<T> {
  const { document, lines, faults } = parseYaml(text, file);
  if (faults.length > 0) return { faults };

  const whereIs = (path: Path): Where => locate(document, lines, file, path);
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return { value: checked.data, yaml: { file, where: whereIs } };
  return { faults: checked.error.issues.flatMap((issue) => issueFaults(issue, document, whereIs)) };
}

function issueFaults(issue: z.core.$ZodIssue, document: Document, whereIs: (path: Path) => Where): Fault[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      where: whereIs([...issue.path, key]),
      must: issue.message,
      found: `the key ${key}`,
      fix: "mend the spelling or take the key out",
    }));
  const node = nodeAt(document, issue.path);
  const missing = issue.path.length > 0 && node === undefined;
  return [
    {
      where: whereIs(issue.path),
      must: mustBe(issue),
      found: missing ? "nothing: the key is missing" : sourceOf(node),
      fix: missing ? `add ${String(issue.path.at(-1))}` : fixOf(issue, node),
    },
  ];
}

/** The way out, where the value itself shows it. */
function fixOf(issue: z.core.$ZodIssue, node: Node | undefined): string {
  if (node === undefined) return "write the definition, or take the file away";
  if (isScalar(node) && node.value === null) return "write the value after the colon";
  if (issue.code !== "invalid_type") return "mend the value";
  if (issue.expected === "array") return "write a list: each item on a line of its own, after a hyphen";
  if (!isScalar(node)) return "mend the value";
  if (issue.expected === "string") return `put it in quotes: "${node.source ?? String(node.value)}"`;
  const quotedNumber = typeof node.value === "string" && node.value.trim() !== "" && !Number.isNaN(Number(node.value));
  return quotedNumber ? "take the quotes away" : "mend the value";
}

/** What must hold, from zod's own words where the schema gives none. */
function mustBe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      // The schema's own words, where it has some.
      return issue.message.startsWith("Invalid input") ? (wordOfType[issue.expected] ?? issue.expected) : issue.message;
    case "invalid_value":
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(", ")}`;
    case "invalid_key":
      return issue.issues[0]?.message ?? issue.message;
    case "too_small":
      if (issue.origin === "string") return issue.message;
      return issue.origin === "array"
        ? `a list of at least ${issue.minimum}`
        : `a number of ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}`;
    case "too_big":
      if (issue.origin === "string") return issue.message;
      return issue.origin === "array" ? `a list of at most ${issue.maximum}` : `a number of at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const wordOfType: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list of two",
  object: "a block of keys",
  record: "a block of keys",
};

function nodeAt(document: Document, path: Path): Node | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isNode(node) ? node : undefined;
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
  const key = path.map(String).join(".");
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
    const name = String(path.at(-1));
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === name);
    if (!pair) return undefined;
    return (pair.key as Node).range?.[0];
  }
  return nodeAt(document, path)?.range?.[0];
}

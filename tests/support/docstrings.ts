import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { transformWithEsbuild } from "vite";
import { inject } from "vitest";
import { noteIds, reasons } from "../../src/reasons-and-notes.ts";

const src = fileURLToPath(new URL("../../src/", import.meta.url));

/** What stands above a declaration: first words, parts by label, and examples as code. */
export interface Docstring {
  says: string;
  parts: Record<string, string>;
  examples: string[];
}

/** Labels of a docstring's parts, each at the beginning of a line, in this order. What decides has a rule, what computes a formula. */
const label = /^(Formula|Rule|Shapes and units|Errors|Source):(?: |$)/;

/** The docstring of what a file of src/ exports by a name, null where there is none. */
export function docstringOf(file: string, name: string): Docstring | null {
  const declared = new RegExp(
    `/\\*\\*((?:(?!\\*/)[^])*)\\*/\\nexport (?:function|const|class|interface|type) ${name}\\b`,
  );
  const text = readFileSync(join(src, file), "utf8");
  const comment = declared.exec(text)?.[1];
  if (comment !== undefined) return parsed(comment);
  // A type that is inferred from a schema or a list is told of there.
  const told = new RegExp(`\\nexport type ${name} = [^;]*typeof (\\w+)`).exec(text)?.[1];
  return told === undefined ? null : docstringOf(file, told);
}

/** The words of a comment, part by part. */
export function parsed(comment: string): Docstring {
  const [prose, ...examples] = comment
    .split("\n")
    .map((line) => line.replace(/^ ?\* ?/, "").trimEnd())
    .join("\n")
    .trim()
    .split(/^@example\n/m);
  const found: Docstring = { says: "", parts: {}, examples };
  let part: string | null = null;
  for (const line of prose!.split("\n")) {
    const start = label.exec(line);
    part = start ? start[1]! : part;
    const words = start ? line.slice(start[0].length) : line;
    if (part === null) found.says = `${found.says} ${words}`.trim();
    else found.parts[part] = `${found.parts[part] ?? ""} ${words}`.trim();
  }
  return found;
}

/** What a file of src/ hands on: names with the file that declares each, and whether it is a type alone. */
export function reexports(file: string): { name: string; file: string; isType: boolean }[] {
  const text = readFileSync(join(src, file), "utf8");
  return [...text.matchAll(/export (type )?\{([^}]*)\} from "\.\/([^"]+)"/g)].flatMap(([, type, names, from]) =>
    names!
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "")
      .map((name) => ({
        name: name.replace(/^type /, ""),
        file: from!,
        isType: type !== undefined || name.startsWith("type "),
      })),
  );
}

/** What a figure may lack or carry with it. */
const known: readonly string[] = [...reasons, ...noteIds];

/** What a docstring lacks, or says out of order. */
export function lacks(found: Docstring | null, expected: RegExp): string[] {
  if (found === null) return ["a docstring"];
  const order = Object.keys(found.parts).join(", ");
  const unknown = [...(found.parts["Errors"] ?? "").matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].filter(
    ([, reason]) => !known.includes(reason!),
  );
  return [
    ...(found.says === "" ? ["words on what it is"] : []),
    ...(expected.test(order) ? [] : [`its parts, in order; it has ${order || "none"}`]),
    ...Object.entries(found.parts).flatMap(([part, words]) => (words === "" ? [`words on ${part}`] : [])),
    ...unknown.map(([reason]) => `a reason or note that there is, in place of ${reason}`),
    ...(found.examples.some((example) => claims(example).length > 0) ? [] : ["an example with an answer"]),
  ];
}

/** What computes has a formula, what decides has a rule. */
export const ofFunctions = /^(Formula|Rule), Shapes and units, Errors, Source$/;
/** The formula of a measure stands in the object below the docstring. */
export const ofMeasures = /^Shapes and units, Errors, Source$/;

/** A statement of an example and the answer that the example states for it. */
interface Claim {
  /** Code before the statement, from the claim before on. */
  before: string;
  expression: string;
  answer: string;
}

const ARROW = "// => ";

/**
 * The claims of an example: answers stand behind a statement or below it, and may be carried on over comment lines that
 * are indented. A statement begins at the margin; its other lines are indented or begin with a closing bracket.
 */
export function claims(example: string): Claim[] {
  const found: Claim[] = [];
  let code: string[] = [];
  let isAnswer = false;
  for (const line of example.trim().split("\n")) {
    const [statement, answer] = parted(line);
    isAnswer = answer !== null || (isAnswer && line.startsWith("//  "));
    if (statement !== "") code.push(statement);
    if (answer !== null) {
      found.push({ ...lastStatement(code), answer });
      code = [];
    } else if (isAnswer) found.at(-1)!.answer += line.slice(2);
  }
  return found;
}

/** A line's code and, where it states one, its answer. Comments are neither. */
function parted(line: string): [statement: string, answer: string | null] {
  const at = line.indexOf(ARROW);
  const statement = (at < 0 ? line : line.slice(0, at)).trimEnd();
  return [statement.startsWith("//") ? "" : statement, at < 0 ? null : line.slice(at + ARROW.length)];
}

function lastStatement(code: readonly string[]): { before: string; expression: string } {
  const start = code.findLastIndex((line) => /^[^\s)\]}]/.test(line));
  if (start < 0) throw new Error("an answer without a statement before it");
  return { before: code.slice(0, start).join("\n"), expression: code.slice(start).join("\n").replace(/;$/, "") };
}

/** Runs an example with names bound and says what it states that is not so. */
export async function wrongAnswers(example: string, bindings: Readonly<Record<string, unknown>>): Promise<string[]> {
  const stated = claims(example);
  const body = stated.map(({ before, expression }) => `${before}\nanswers.push(${expression});`).join("\n");
  const { code } = await transformWithEsbuild(body, "example.ts", { loader: "ts", sourcemap: false });
  const answers: unknown[] = [];
  new Function("answers", ...Object.keys(bindings), code)(answers, ...Object.values(bindings));
  return stated.flatMap(({ expression, answer }, i) =>
    differences(read(answer), answers[i]).map((difference) => `${expression}: ${difference}`),
  );
}

/** The example with the last digit of one number of its answers one higher, wherever that goes unnoticed. */
export async function unnoticed(example: string, bindings: Readonly<Record<string, unknown>>): Promise<string[]> {
  const answers = [...example.matchAll(/\/\/ => .*(?:\n\/\/ {2}.*)*/g)];
  const wrong = answers.flatMap(({ 0: answer, index }) =>
    [...answer.matchAll(/\d(?![\d.])/g)].map(({ 0: digit, index: place }) => {
      const at = index + place;
      return `${example.slice(0, at)}${(Number(digit) + 1) % 10}${example.slice(at + 1)}`;
    }),
  );
  const found = await Promise.all(
    wrong.map(async (one) => ((await wrongAnswers(one, bindings)).length > 0 ? [] : one)),
  );
  return found.flat();
}

/** A number as it is written: how many digits it states is part of the answer. */
class Written {
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }

  /** To half a unit of the last digit from four decimals on; with fewer, exactly but for rounding in the last bits. */
  holds(value: number): boolean {
    const decimals = this.digits.split(".")[1]?.length ?? 0;
    const stated = Number(this.digits);
    return (
      Math.abs(value - stated) <= (decimals < 4 ? 1e-9 * Math.max(1, Math.abs(stated)) : 0.50001 * 10 ** -decimals)
    );
  }
}

/** An answer as a value, its numbers as written. */
function read(answer: string): unknown {
  const marked = answer.replace(/"(?:[^"\\]|\\.)*"|(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])/g, (found) =>
    found.startsWith('"') ? found : `new Written("${found}")`,
  );
  return new Function("Written", `return (${marked});`)(Written);
}

/** Where a value is not what was stated. Keys that are not stated may hold anything; lists are stated whole. */
function differences(stated: unknown, value: unknown, path = ""): string[] {
  const wrong = (text: unknown): string[] => [`${path || "the answer"} is ${JSON.stringify(value)}, not ${text}`];
  if (stated instanceof Written) return typeof value === "number" && stated.holds(value) ? [] : wrong(stated.digits);
  if (typeof stated !== "object" || stated === null) return stated === value ? [] : wrong(JSON.stringify(stated));
  if (typeof value !== "object" || value === null) return wrong("that at all");
  if (Array.isArray(stated) && (!Array.isArray(value) || stated.length !== value.length))
    return wrong(`a list of ${stated.length}`);
  return Object.entries(stated).flatMap(([key, part]) =>
    differences(part, (value as Record<string, unknown>)[key], `${path}.${key}`),
  );
}

/** What the compiler has against examples as a partner would write them, with all names of index.ts at hand. */
export async function typeErrors(name: string, examples: readonly string[]): Promise<string> {
  const file = join(inject("runFolder"), `examples-of-${name}.ts`);
  const names = reexports("index.ts").map((one) => (one.isType ? `type ${one.name}` : one.name));
  const imports = `import { ${names.join(", ")} } from ${JSON.stringify(join(src, "index.ts"))};`;
  writeFileSync(file, [imports, ...examples.map((example) => `{\n${example}\n}`)].join("\n"));
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--allowImportingTsExtensions", "--ignoreConfig"];
  const language = ["--target", "es2023", "--module", "nodenext", "--types", "node"];
  return promisify(execFile)("npx", ["tsc", ...options, ...language, file], { cwd: src }).then(
    () => "",
    ({ stdout }: { stdout: string }) => stdout,
  );
}

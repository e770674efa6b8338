import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { root, run } from "../support/command.ts";
import { codeIn, pageAt, pages } from "./pages.ts";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
  "scripts" | "dependencies" | "devDependencies",
  Record<string, string>
>;

const found = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map((match) => match[1]!);

/** Names that stand at the beginning of the lines of a help text, behind two spaces. */
const listedIn = (help: string): string[] => found(/^ {2}(?:-\w, )?([\w-]+)/gm, help);

const commands = new Map<string, string[]>();
beforeAll(async () => {
  const names = listedIn((await run(["--help"])).out.split("Commands:")[1]!);
  const helps = await Promise.all(names.map((name) => run([name, "--help"])));
  names.forEach((name, i) => void commands.set(name, listedIn(helps[i]!.out)));
});

describe.each(pages)("$path", ({ path, text }) => {
  it("speaks of commands that there are", () => {
    const named = found(/npx tempcheck ([a-z][\w-]*)/g, text);
    expect(named.filter((name) => !commands.has(name))).toEqual([]);
  });

  it("speaks of scripts that there are", () => {
    const named = found(/npm run ([\w:-]+)/g, text.replace(/\n\s*/g, " "));
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it("gives commands options that they have", () => {
    const calls = codeIn({ path, text }).flatMap((code) => {
      const [, name, rest] = code.match(/^npx tempcheck ([\w-]+)(.*)$/) ?? [];
      return name === undefined ? [] : found(/(--[\w-]+)/g, rest!).map((option) => ({ name, option }));
    });
    expect(calls.filter(({ name, option }) => !commands.get(name)?.includes(option) && option !== "--help")).toEqual(
      [],
    );
  });
});

describe("docs/commands.md", () => {
  const { text } = pageAt("docs/commands.md");

  it("has every command", () => {
    const named = found(/^\| `(\w[\w-]*)[^`]*` +\|/gm, text);
    expect(named.sort()).toEqual([...commands.keys()].filter((name) => name !== "help").sort());
  });

  it("gives each option to the commands that have it", () => {
    const rows = [...text.matchAll(/^\| (`--.*?) \| (.*?) \|/gm)].map(([, options, of]) => ({
      options: found(/`(--[\w-]+)/g, options!),
      but: /^all/.test(of!) ? found(/`([\w-]+)`/g, of!) : null,
      of: found(/`([\w-]+)`/g, of!),
    }));
    const all = [...commands.keys()].filter((name) => name !== "help");
    const has = (name: string, option: string): boolean => commands.get(name)?.includes(option) === true;
    expect(rows.length).toBeGreaterThan(5);
    const wrong = rows.flatMap(({ options, of, but }) =>
      options.flatMap((option) =>
        but === null
          ? of.filter((name) => !has(name, option))
          : [...all, ...but].filter((name) => has(name, option) === but.includes(name)),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe("docs/architecture.md", () => {
  it("says what every dependency is for", () => {
    const table = pageAt("docs/architecture.md").text.split("## Dependencies")[1]!;
    const named = found(/`([^`]+)`/g, table.replace(/^(\|[^|]*\|).*$/gm, "$1"));
    const covers = (name: string, pattern: string): boolean =>
      pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
    const all = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.filter((name) => !named.some((pattern) => covers(name, pattern)))).toEqual([]);
    expect(named.filter((pattern) => !all.some((name) => covers(name, pattern)))).toEqual([]);
  });
});

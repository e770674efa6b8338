import { execFileSync, spawn } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";
import { checkoutCommand, root, temporaryFolder } from "../support/command.ts";

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const script = join(root, "templates/publish/publish.sh");
const project = join(temporary, "project");
const remote = join(temporary, "remote.git");
const git = (...args: string[]): string => execFileSync("git", ["-C", remote, ...args], { encoding: "utf8" });

function publish(environment: Record<string, string> = {}): Promise<{ code: number | null; out: string; err: string }> {
  const { GITHUB_ACTIONS: _, ...own } = process.env;
  const child = spawn("sh", [script], {
    cwd: temporary,
    env: {
      ...own,
      ...{ NO_COLOR: "1", PROJECT: "project", REMOTE: remote, TEMPCHECK: `${process.execPath} ${checkoutCommand}` },
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    err += String(chunk);
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

function change(file: string, edit: (text: string) => string): void {
  const path = join(project, file);
  const before = readFileSync(path, "utf8");
  const after = edit(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

it("publishes, sees that nothing is new, stops at changed verdicts until they are accepted, and marks faults", async () => {
  cpSync(join(root, "tests/problems/base"), project, { recursive: true });
  execFileSync("git", ["init", "--quiet", "--bare", remote]);

  const first = await publish();
  expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/Published: outputs\/2025, build \w{12}\.\n$/) });
  const files = git("ls-tree", "-r", "--name-only", "pages").split("\n");
  expect(files).toEqual(
    expect.arrayContaining(["index.html", ".nojekyll", "outputs/2025/manifest.json", "outputs/2025/report/index.html"]),
  );
  expect(git("show", "pages:index.html")).toContain('href="outputs/2025/report/index.html"');

  expect(await publish()).toMatchObject({ code: 0, out: expect.stringMatching(/^Nothing is new: build \w{12} /) });

  // Another baseline than 2022 gives another verdict, or none: the first year is the last.
  change("indicators/claims.yaml", (text) => text.replace("baseline: 2022", "baseline: 2024"));
  const head = git("rev-parse", "pages");
  const stopped = await publish();
  expect(stopped).toMatchObject({ code: 3, out: expect.stringContaining("Verdicts that changed") });
  expect(git("rev-parse", "pages")).toBe(head);
  const [, build = ""] = /ACCEPT=(\w+)/.exec(stopped.err) ?? [];
  expect(await publish({ ACCEPT: "another" })).toMatchObject({ code: 3 });
  expect(await publish({ ACCEPT: build })).toMatchObject({ code: 0 });
  expect(JSON.parse(git("show", "pages:outputs/2025/manifest.json"))).toMatchObject({ build });
  expect(git("rev-list", "--count", "pages").trim()).toBe("2");

  change("indicators/claims.yaml", (text) => text.replace("better: lower", "better: 100% lower, or:\n"));
  const faulty = await publish({ GITHUB_ACTIONS: "true" });
  expect(faulty.code).toBe(1);
  expect(faulty.out).toMatch(/^::error file=project\/indicators\/claims\.yaml,line=\d+,col=\d+::.*100%25 lower/m);
  expect(git("rev-list", "--count", "pages").trim()).toBe("2");
}, 400_000);

it("is what the action runs, with every input that it names", () => {
  const text = readFileSync(join(root, "action.yml"), "utf8");
  const { inputs, runs } = parse(text) as {
    inputs: Record<string, unknown>;
    runs: { using: string; steps: { run?: string; env?: Record<string, string> }[] };
  };
  expect(runs.using).toBe("composite");
  expect(runs.steps.at(-1)!.run).toContain("/templates/publish/publish.sh");
  const used = new Set([...text.matchAll(/\$\{\{ inputs\.(\w+) \}\}/g)].map(([, name]) => name));
  expect([...used].sort()).toEqual(Object.keys(inputs).sort());
  const known = new Set([...readFileSync(script, "utf8").matchAll(/^# {3}([A-Z]+) /gm)].map(([, name]) => name));
  expect(Object.keys(runs.steps.at(-1)!.env!).filter((name) => !known.has(name))).toEqual([]);
});

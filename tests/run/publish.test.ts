import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { packedCommand, root, temporaryFolder } from "../support/command.ts";

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const script = join(root, "templates/publish/publish.sh");
const project = join(temporary, "project");
const kept = join(temporary, "kept");
const remote = join(temporary, "remote.git");
const git = (...args: string[]): string => execFileSync("git", ["-C", remote, ...args], { encoding: "utf8" });

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a program with nothing in its environment of a machine that publishes. */
function started(program: string, args: readonly string[], environment: Record<string, string>): Promise<Ran> {
  const own = Object.entries(process.env).filter(([name]) => !/^(GITHUB|CI_|GITLAB)/.test(name));
  const child = spawn(program, args, {
    cwd: temporary,
    env: { ...Object.fromEntries(own), NO_COLOR: "1", ...environment },
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

const publish = async (environment: Record<string, string> = {}): Promise<Ran> =>
  started("sh", [script], {
    ...{ PROJECT: "project", REMOTE: remote, KEPT: kept, TEMPCHECK: `${process.execPath} ${await packedCommand()}` },
    ...environment,
  });

/** A forge that keeps issues, as GitHub and GitLab answer for them; what it was asked is written down. */
const forge = {
  asked: [] as { method: string; path: string; token: string; body: Record<string, unknown> }[],
  issues: [] as Record<string, unknown>[],
  status: 200,
  address: "",
};
const server = createServer((request, response) => {
  let text = "";
  request.on("data", (chunk) => {
    text += String(chunk);
  });
  request.on("end", () => {
    const { method = "", url = "", headers } = request;
    const body = JSON.parse(text || "{}") as Record<string, unknown>;
    const token = String(headers["private-token"] ?? headers.authorization);
    forge.asked.push({ method, path: url, token, body });
    const at = forge.issues.length + 1;
    if (method === "POST" && forge.status === 200)
      forge.issues.push({
        number: at,
        iid: at,
        html_url: `${forge.address}/${at}`,
        web_url: `${forge.address}/${at}`,
        ...body,
      });
    response.statusCode = method === "POST" ? forge.status : 200;
    response.end(JSON.stringify(method === "GET" ? forge.issues : (forge.issues.at(-1) ?? {})));
  });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  forge.address = `http://127.0.0.1:${address.port}`;
});
afterAll(() => void server.close());

/** What the repository runs before it takes anything; nothing where there is no text. */
function hook(text: string | null): void {
  const file = join(remote, "hooks/pre-receive");
  if (text === null) rmSync(file);
  else writeFileSync(file, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
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
  for (const other of ["cold-homes", "reading"]) rmSync(join(project, `indicators/${other}.yaml`));
  change("indicators/claims.yaml", (text) => text.replace("  - { dimension: area }\n", ""));
  execFileSync("git", ["init", "--quiet", "--bare", remote]);
  expect(await publish({ PUBLISH: "no" })).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Not published: build/),
  });
  expect(git("for-each-ref")).toBe("");
  expect(readdirSync(kept).length).toBeGreaterThan(1);

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
  const onGitHub = { GITHUB_API_URL: forge.address, GITHUB_REPOSITORY: "place/report", ISSUE_TOKEN: "secret" };
  const stopped = await publish({ ...onGitHub, ISSUE: "verdicts.md" });
  expect(stopped).toMatchObject({ code: 3, out: expect.stringContaining("## Verdicts that changed") });
  expect(git("rev-parse", "pages")).toBe(head);
  const [, build = ""] = /ACCEPT=(\w+)/.exec(stopped.err) ?? [];
  const issue = readFileSync(join(temporary, "verdicts.md"), "utf8");
  expect(issue).toContain(`run it again with ACCEPT=${build}`);
  expect(forge.asked.map(({ method }) => method)).toEqual(["GET", "POST"]);
  expect(forge.asked[1]).toMatchObject({
    ...{ path: "/repos/place/report/issues", token: "Bearer secret" },
    body: { title: expect.stringMatching(/, 2025: \d+ verdicts? changed$/), labels: ["tempcheck"] },
  });
  expect(issue).toContain(String(forge.asked[1]!.body["body"]));

  expect(await publish({ ACCEPT: "another", ...onGitHub })).toMatchObject({ code: 3 });
  expect(forge.asked.map(({ method }) => method)).toEqual(["GET", "POST", "GET"]);

  hook("exit 1");
  const refused = await publish({ ACCEPT: build });
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("What was published is as it was.") });
  expect(git("rev-parse", "pages")).toBe(head);

  // Somebody else publishes while this one does: nothing of theirs is lost.
  hook(`unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
    [ ! -e once ] || exit 0; : >once
    git update-ref refs/heads/pages "$(git -c user.name=a -c user.email=a@b commit-tree -p pages -m theirs 'pages^{tree}')"`);
  const second = await publish({ ACCEPT: build });
  expect(second).toMatchObject({
    code: 0,
    err: expect.stringContaining("Something else was published meanwhile (1)."),
  });
  hook(null);
  expect(JSON.parse(git("show", "pages:outputs/2025/manifest.json"))).toMatchObject({ build });
  expect(git("log", "--format=%s", "pages").trim().split("\n")).toEqual([
    `Report of 2025, build ${build}`,
    "theirs",
    expect.stringMatching(/^Report of 2025/),
  ]);

  change("indicators/claims.yaml", (text) => text.replace("better: lower", "better: 100% lower, or:\n"));
  const faulty = await publish({ GITHUB_ACTIONS: "true" });
  expect(faulty.code).toBe(1);
  expect(faulty.out).toMatch(
    /^::error file=project\/indicators\/claims\.yaml,line=\d+,col=\d+,title=tempcheck::.*100%25 lower/m,
  );
  expect((await publish({ GITLAB_CI: "true" })).code).toBe(1);
  const quality: unknown = JSON.parse(readFileSync(join(temporary, "gl-code-quality-report.json"), "utf8"));
  expect(quality).toMatchObject([{ location: { path: "project/indicators/claims.yaml" } }]);
  expect(git("rev-list", "--count", "pages").trim()).toBe("3");
}, 400_000);

describe("issue.mjs", () => {
  const text = join(temporary, "issue.md");
  const tell = (body: string, environment: Record<string, string> = {}) => {
    writeFileSync(
      text,
      `# A \\_town\\_ &#64;x, 2026: 1 verdict changed\n\n${body}\n\n<!-- tempcheck 2026 0123456789ab -->\n`,
    );
    const onGitLab = { CI_API_V4_URL: forge.address, CI_PROJECT_ID: "7", ISSUE_TOKEN: "secret" };
    return started(process.execPath, [join(root, "templates/publish/issue.mjs"), text], {
      ...onGitLab,
      ...environment,
    });
  };
  const methods = (): string[] => forge.asked.splice(0).map(({ method }) => method);

  it("opens one issue on GitLab, mends it, and tells nobody again once it is closed", async () => {
    methods();
    forge.issues = [];
    forge.status = 500;
    const failed = await tell("one");
    expect(failed).toMatchObject({ code: 1, err: expect.stringContaining("was answered with 500") });
    expect(failed.out + failed.err).not.toContain("secret");
    forge.status = 200;
    methods();
    expect(await tell("one")).toMatchObject({ code: 0 });
    const [, opened] = forge.asked;
    expect(opened).toMatchObject({
      ...{ method: "POST", path: "/projects/7/issues", token: "secret" },
      body: { title: "A _town_ @x, 2026: 1 verdict changed", description: expect.stringMatching(/^one\n/) },
    });
    methods();
    const issue = forge.issues[0]!;
    issue["state"] = "opened";
    await tell("one");
    expect(methods()).toEqual(["GET"]);
    await tell("two");
    expect(methods()).toEqual(["GET", "PUT"]);
    issue["state"] = "closed";
    await tell("two");
    expect(methods()).toEqual(["GET"]);
  });
});

it("is what the action runs, with every input that it names", () => {
  const text = readFileSync(join(root, "action.yml"), "utf8");
  const { inputs, runs } = parse(text) as {
    inputs: Record<string, unknown>;
    runs: { using: string; steps: { run?: string; env?: Record<string, string> }[] };
  };
  expect(runs.using).toBe("composite");
  expect(runs.steps.at(-1)!.run).toContain("/templates/publish/publish.sh");
  const used = new Set([...text.matchAll(/\$\{\{[^}]*\binputs\.(\w+)/g)].map(([, name]) => name));
  expect([...used].sort()).toEqual(Object.keys(inputs).sort());
  const known = new Set([...readFileSync(script, "utf8").matchAll(/^# {3}([A-Z_]+) /gm)].map(([, name]) => name));
  expect(Object.keys(runs.steps.at(-1)!.env!).filter((name) => !known.has(name))).toEqual([]);
});

it("takes every action from a commit, asks for no more than it needs, and is the same here and for others", () => {
  const read = (file: string): string => readFileSync(join(root, file), "utf8");
  const [own, others] = [read(".github/workflows/report.yml"), read("templates/publish/github.yml")];
  const below = (text: string): string => text.slice(text.indexOf("\n"));
  expect(below(own)).toBe(below(others).replaceAll("OWNER/tempcheck@main", "./"));
  const used = [...(own + read("action.yml")).matchAll(/uses: (\S+)/g)].map(([, name]) => name!);
  expect(used.filter((name) => name !== "./" && !/^actions\/[a-z-]+@[0-9a-f]{40}$/.test(name))).toEqual([]);
  const { permissions, jobs } = parse(own) as {
    permissions: object;
    jobs: Record<string, { permissions: object; strategy?: { matrix: { node: string[] } } }>;
  };
  expect(permissions).toEqual({});
  expect(jobs["check"]).toMatchObject({
    permissions: { contents: "read" },
    strategy: { matrix: { node: ["20", "22", "24"] } },
  });
  expect(jobs["publish"]!.permissions).toEqual({ contents: "write", issues: "write" });
});

const shellcheck = spawnSync("shellcheck", ["--version"]).status === 0;
it.skipIf(!shellcheck)("is a script that shellcheck passes (skipped where there is none)", () => {
  for (const file of ["templates/publish/publish.sh", ".ci/run"])
    expect(spawnSync("shellcheck", [join(root, file)], { encoding: "utf8" })).toMatchObject({ status: 0, stdout: "" });
});

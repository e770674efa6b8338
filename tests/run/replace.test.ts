import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { manifestSchema } from "../../src/results/manifest.ts";
import { hashes, root, run, start, temporaryFolder } from "../support/command.ts";
import { lay } from "../support/own-output.ts";

// A small project, and one indicator of it: every moment of its build is one of a large build too.
const small = ["--project", join(root, "tests/problems/base")];
const one = [...small, "--indicator", "reading"];

/** Kills a build some milliseconds after it names a stage for the nth time; true when it died of it. */
async function killAt(out: string, stage: string, delay: number): Promise<boolean> {
  const child = await start(["build", "--fresh", "--json", ...one, "--out", out]);
  return new Promise((resolve) => {
    let seen = "";
    let armed = false;
    child.stdout?.on("data", (chunk) => {
      seen += String(chunk);
      if (armed || !seen.includes(`"stage":"${stage}"`)) return;
      armed = true;
      setTimeout(() => child.kill("SIGKILL"), delay);
    });
    child.on("close", (_, signal) => resolve(signal === "SIGKILL"));
  });
}

describe("a build that is killed", () => {
  it("leaves the last good output byte for byte, at ten different moments", async () => {
    const out = join(temporaryFolder(), "report");
    expect((await run(["build", "--quiet", "--indicator", "claims", ...small, "--out", out])).code).toBe(0);
    const before = hashes(out);
    expect(Object.keys(before).length).toBeGreaterThan(5);

    const moments: [string, number][] = [
      ["define", 0],
      ["define", 150],
      ["ingest", 0],
      ["ingest", 150],
      ["measure", 0],
      ["disclose", 0],
      ["charts", 0],
      ["report", 10],
      ["export", 0],
      ["export", 5],
    ];
    let killed = 0;
    for (const [stage, delay] of moments) {
      const died = await killAt(out, stage, delay);
      if (!died) continue;
      killed += 1;
      expect(hashes(out), `killed ${delay} ms into ${stage}`).toEqual(before);
    }
    // A build may win the race at the very last moment, but not at the earlier ones.
    expect(killed).toBeGreaterThanOrEqual(8);

    expect((await run(["build", "--quiet", ...one, "--out", out])).code).toBe(0);
    expect(hashes(out)).not.toEqual(before);
    expect(readdirSync(join(out, "..", ".builds")).filter((name) => name !== "kept")).toHaveLength(1);
  });
});

/** Whether an output is whole: each file that its manifest lists, with its hash, and no other. */
function isWholeOutput(out: string): boolean {
  const found = hashes(out);
  const { outputs, database } = manifestSchema.parse(JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")));
  const names = [...outputs.map(({ path }) => path), database.path, "manifest.json"].sort();
  return (
    outputs.every(({ path, sha256 }) => found[path] === sha256) && Object.keys(found).sort().join() === names.join()
  );
}

describe("a build that is killed at 32 moments, as they come", () => {
  it("shows the whole old output or the whole new one, and loses nothing of anybody's", async () => {
    const folder = temporaryFolder();
    const out = join(folder, "report");
    const strangers = {
      ".builds/report.12.deadbeef/thesis.txt": "mine",
      ".builds/notes.txt": "mine",
      "reports/report.html": "mine",
    };
    lay(folder, strangers);
    const built = await run(["build", "--quiet", ...small, "--indicator", "claims", "--out", out]);
    expect(built).toMatchObject({ code: 0 });
    const begun = performance.now();
    expect(await run(["build", "--fresh", "--quiet", ...one, "--out", `${out}-other`])).toMatchObject({ code: 0 });
    // How long a build takes, as the machine is now: one that ends before it is killed says so anew.
    let whole = performance.now() - begun;

    const old = hashes(out);
    // A fixed row of moments that look like chance: the parts of multiples of the golden ratio.
    const shares = Array.from({ length: 32 }, (_, i) => ((i * 0.618034) % 1) * 1.05);
    const ends = { killed: 0, old: 0, new: 0 };
    for (const share of shares) {
      const moment = share * whole;
      const started = performance.now();
      const child = await start(["build", "--fresh", "--quiet", ...one, "--out", out]);
      const timer = setTimeout(() => child.kill("SIGKILL"), moment);
      const signal = await new Promise((resolve) => child.on("close", (_, how) => resolve(how)));
      clearTimeout(timer);
      ends.killed += signal === "SIGKILL" ? 1 : 0;
      if (signal !== "SIGKILL") whole = Math.min(whole, performance.now() - started);
      const isOld = JSON.stringify(hashes(out)) === JSON.stringify(old);
      ends[isOld ? "old" : "new"] += 1;
      expect(isOld || isWholeOutput(out), `killed after ${moment} ms`).toBe(true);
    }
    expect(ends.killed).toBeGreaterThanOrEqual(24);
    expect(ends.old).toBeGreaterThan(0);
    for (const [path, content] of Object.entries(strangers))
      expect(readFileSync(join(folder, path), "utf8")).toBe(content);

    expect(await run(["build", "--quiet", ...one, "--out", out])).toMatchObject({ code: 0 });
    expect(isWholeOutput(out)).toBe(true);
    const left = readdirSync(join(folder, ".builds")).filter((name) => name.startsWith("report."));
    expect(left).toHaveLength(2);
  });
});

import { existsSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PendingOutput } from "../../src/run/output.ts";
import { hashes, root, run, start, temporaryFolder } from "../support/command.ts";

// A small project, and one indicator of it: every moment of its build is one of a large build too.
const small = ["--project", join(root, "tests/problems/base")];
const one = [...small, "--indicator", "reading"];

/** Kills a build some milliseconds after it names a stage for the nth time; true when it died of it. */
async function killAt(out: string, stage: string, delay: number): Promise<boolean> {
  const child = await start(["build", "--json", ...one, "--out", out]);
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
    expect(readdirSync(join(out, "..", ".builds"))).toHaveLength(1);
  });
});

describe("PendingOutput", () => {
  it("shows nothing until it replaces, and then all of it", () => {
    const out = join(temporaryFolder(), "2026");
    const pending = new PendingOutput(out);
    pending.write("manifest.json", "{}");
    pending.write("report/index.html", "one");
    expect(existsSync(out)).toBe(false);
    pending.replace();
    expect(Object.keys(hashes(out))).toEqual(["manifest.json", "report/index.html"]);
  });

  it("drops what the earlier output had and this one lacks", () => {
    const out = join(temporaryFolder(), "2026");
    for (const name of ["old.html", "new.html"]) {
      const pending = new PendingOutput(out);
      pending.write("manifest.json", "{}");
      pending.write(name, name);
      pending.replace();
    }
    expect(Object.keys(hashes(out))).toEqual(["manifest.json", "new.html"]);
  });

  it("takes the place of an earlier output that was copied as a real folder", () => {
    const out = join(temporaryFolder(), "2026");
    mkdirSync(out);
    writeFileSync(join(out, "manifest.json"), "{}");
    const pending = new PendingOutput(out);
    pending.write("manifest.json", '{"new":true}');
    pending.replace();
    expect(lstatSync(out).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(out, "..", ".builds"))).toHaveLength(1);
  });

  it("refuses to replace a folder that is no output", () => {
    const out = join(temporaryFolder(), "documents");
    mkdirSync(out);
    writeFileSync(join(out, "letter.txt"), "dear");
    expect(() => new PendingOutput(out)).toThrow(/an earlier output of tempcheck/);
  });

  it("leaves nothing behind when it is abandoned", () => {
    const folder = temporaryFolder();
    const pending = new PendingOutput(join(folder, "2026"));
    pending.write("manifest.json", "{}");
    pending.abandon();
    expect(readdirSync(join(folder, ".builds"))).toEqual([]);
  });
});

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run, temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";

const { makeCard } = await packed("run/forms.js");

/** A project of three indicators, so that computing it over and over costs little. */
const sampleton = join(import.meta.dirname, "../problems/base");

describe("tempcheck card", () => {
  it("writes a PNG and its text, and prints the text", async () => {
    const folder = temporaryFolder();
    const { code, out, err } = await run(["card", "claims", "--project", sampleton, "--out", "new/claims.png"], {
      cwd: folder,
    });
    expect([code, err]).toEqual([0, ""]);
    const [alt, done] = out.trim().split("\n");
    expect(alt).toMatch(
      /^Sampleton temperature check 2025: Claims, by .*\. Verdict: .*\. Source: .*\. Build [0-9a-f]{12}\.$/,
    );
    expect(done).toBe("The card: new/claims.png, and its text: new/claims.txt");
    expect(readFileSync(join(folder, "new/claims.txt"), "utf8")).toBe(`${alt}\n`);
    const picture = readFileSync(join(folder, "new/claims.png"));
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(readdirSync(join(folder, "new")).sort()).toEqual(["claims.png", "claims.txt"]);
  });

  it("leaves another picture or text until it may go, and takes the same one for done", async () => {
    const folder = temporaryFolder();
    const out = join(folder, "requirements.png");
    writeFileSync(join(folder, "requirements.txt"), "mine");
    await expect(makeCard("claims", { project: sampleton, out })).rejects.toThrow(
      /requirements\.txt\n {2}must: {2}no file yet, or the same one\n {2}found: another file\n.*--replace/,
    );
    expect(readdirSync(folder)).toEqual(["requirements.txt"]);
    expect(readFileSync(join(folder, "requirements.txt"), "utf8")).toBe("mine");
    await makeCard("claims", { project: sampleton, out, replace: true });
    await makeCard("claims", { project: sampleton, out });
    await expect(makeCard("reading", { project: sampleton, out })).rejects.toThrow(/requirements\.png/);
    expect(readdirSync(folder).sort()).toEqual(["requirements.png", "requirements.txt"]);
  });

  it.each([
    ["claims", { out: "card.jpg" }, "the file must end in .png, not card.jpg"],
    ["happiness", {}, /^no indicator happiness; there are claims, cold-homes, reading$/],
    ["claims", { dimension: "sex" }, "no dimension sex for claims; there are deprivation-third, area"],
  ])("refuses %s with %j as a mistake in usage", async (id, options, message) => {
    await expect(makeCard(id, { project: sampleton, ...options })).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringMatching(message),
    });
  });

  it("says when its file cannot be written, and leaves nothing", async () => {
    const folder = temporaryFolder();
    const taken = join(folder, "taken.png");
    mkdirSync(taken);
    await expect(makeCard("claims", { project: sampleton, out: taken })).rejects.toThrow(
      /taken\.png\n {2}must: {2}a file that can be written\n {2}found: .*\n {2}do: {4}choose another place/,
    );
    expect(readdirSync(folder)).toEqual(["taken.png"]);
  });
});

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openKept } from "../../src/run/kept.ts";
import { temporaryFolder } from "../support/command.ts";

const newFolder = (): string => join(temporaryFolder(), "kept");
const usual = { fresh: false };

/** One build that makes of each input its double, and says which it had to make. */
function build(folder: string, inputs: readonly unknown[], { code = "c1", fresh = false } = {}): unknown[] {
  const kept = openKept(folder, code, { fresh });
  const made = inputs.filter((input) => {
    const slot = kept.slot("draw", input);
    if (slot.found !== undefined) {
      expect(slot.found).toEqual({ of: input, png: new Uint8Array([1, 2, 3]) });
      return false;
    }
    slot.keep({ of: input, png: new Uint8Array([1, 2, 3]) });
    return true;
  });
  expect({ made: kept.made, reused: kept.reused }).toEqual({ made: made.length, reused: inputs.length - made.length });
  kept.close();
  return made;
}

const entriesIn = (folder: string): string[] => readdirSync(folder).filter((name) => /^[0-9a-f]{64}$/.test(name));

describe("what is kept from build to build", () => {
  it("is found by input, job and code, all of them", () => {
    const folder = newFolder();
    const input = { spec: { mark: "bar" }, n: 1 };
    expect(build(folder, [input])).toEqual([input]);
    expect(build(folder, [{ spec: { mark: "bar" }, n: 1 }])).toEqual([]);
    expect(build(folder, [{ spec: { mark: "bar" }, n: 2 }])).toHaveLength(1);
    expect(build(folder, [input], { code: "c2" })).toHaveLength(1);
    const other = openKept(folder, "c1", usual);
    expect(other.slot("toPng", input).found).toBeUndefined();
    other.close();
  });

  it("is not used by a fresh build, which keeps what it made all the same", () => {
    const folder = newFolder();
    build(folder, ["a"]);
    expect(build(folder, ["a"], { fresh: true })).toEqual(["a"]);
    expect(build(folder, ["a"])).toEqual([]);
  });

  it("is empty where no build kept anything, and to a fresh one", () => {
    const folder = newFolder();
    const isEmpty = (fresh = false): boolean => {
      const kept = openKept(folder, "c1", { fresh });
      kept.abandon();
      return kept.isEmpty;
    };
    expect(isEmpty()).toBe(true);
    build(folder, ["a"]);
    expect(isEmpty()).toBe(false);
    expect(isEmpty(true)).toBe(true);
  });

  it.each([
    ["cut short", (path: string) => truncateSync(path, readFileSync(path).length - 1)],
    ["empty", (path: string) => truncateSync(path, 0)],
    ["no more than its sum", (path: string) => truncateSync(path, 32)],
    [
      "of one other bit",
      (path: string) => {
        const bytes = readFileSync(path);
        bytes[40]! ^= 1;
        writeFileSync(path, bytes);
      },
    ],
    ["another's", (path: string) => writeFileSync(path, "something else altogether")],
  ])("is made again where it is %s", (_, spoil) => {
    const folder = newFolder();
    build(folder, ["a", "b"]);
    const [first = ""] = entriesIn(folder);
    spoil(join(folder, first));
    expect(build(folder, ["a", "b"])).toHaveLength(1);
    expect(build(folder, ["a", "b"])).toEqual([]);
  });

  it("goes when none of the last six builds used it", () => {
    const folder = newFolder();
    build(folder, ["old", "lasting"]);
    for (let i = 0; i < 5; i++) build(folder, ["lasting"]);
    expect(entriesIn(folder)).toHaveLength(2);
    build(folder, ["lasting"]);
    expect(entriesIn(folder)).toHaveLength(1);
    expect(readdirSync(folder)).toHaveLength(1 + 6);
    expect(build(folder, ["lasting"])).toEqual([]);
  });

  it("leaves nothing on its way but what a build that still runs writes, and nobody else's file goes", () => {
    const folder = newFolder();
    mkdirSync(folder);
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    for (const name of [`${dead}.00000001.pending`, `${process.ppid}.00000002.pending`, "notes.txt"])
      writeFileSync(join(folder, name), "half");
    build(folder, ["a"]);
    const left = readdirSync(folder).filter((name) => /pending|txt/.test(name));
    expect(left).toEqual([`${process.ppid}.00000002.pending`, "notes.txt"].sort());
  });

  it("is nothing behind a link, and where it cannot be written the build goes on", () => {
    const folder = newFolder();
    mkdirSync(`${folder}-elsewhere`);
    symlinkSync(`${folder}-elsewhere`, folder);
    expect(build(folder, ["a"])).toEqual(["a"]);
    expect(build(folder, ["a"])).toEqual(["a"]);
    expect(readdirSync(`${folder}-elsewhere`)).toEqual([]);
    const taken = newFolder();
    writeFileSync(taken, "a file");
    expect(build(taken, ["a"])).toEqual(["a"]);
  });

  it("is whole for two builds at once", () => {
    const folder = newFolder();
    const [one, two] = [openKept(folder, "c", usual), openKept(folder, "c", usual)];
    const slots = [one.slot("draw", "a"), two.slot("draw", "a"), one.slot("draw", "b"), two.slot("draw", "c")];
    for (const slot of slots) slot.keep("made");
    one.close();
    two.close();
    const next = openKept(folder, "c", usual);
    for (const input of ["a", "b", "c"]) expect(next.slot("draw", input).found, input).toBe("made");
    next.close();
    expect(entriesIn(folder)).toHaveLength(3);
  });
});

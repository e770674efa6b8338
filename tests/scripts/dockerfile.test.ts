import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../support/command.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const dockerfile = read("Dockerfile").replace(/^#.*\n/gm, "");
const ci = read(".ci/run").replace(/^#.*\n/gm, "");

/** Commands of npm, one by one, in their order; but what hangs on another program that the machine may have. */
const steps = (text: string): string[] =>
  [...text.replace(/^if command -v .*$/gm, "").matchAll(/\bnpm [^&\n\\]+/g)].map(([step]) => step.trim());

/** What Debian is asked for. */
const packages = (text: string): string[] =>
  /apt-get install ([^\n&>]+)/
    .exec(text)![1]!
    .split(/\s+/)
    .filter((word) => word !== "" && word !== "\\" && !word.startsWith("-"));

describe("Dockerfile", () => {
  it("does what .ci/run does, in that order, and nothing else", () => {
    expect(steps(ci).length).toBeGreaterThan(3);
    expect(steps(dockerfile)).toEqual(steps(ci));
  });

  it("asks Debian for what .ci/run does, and for git, which tests of publishing use", () => {
    expect(packages(dockerfile)).toEqual([...packages(ci), "git"]);
  });

  it("starts from a fixed version, and runs nothing of ours as root", () => {
    expect(dockerfile).toMatch(/^\s*FROM node:\d+\.\d+\.\d+-[a-z]+-slim AS report$/m);
    const before = dockerfile.slice(0, dockerfile.search(/^COPY /m));
    expect(before).toMatch(/^USER 1000$/m);
    expect(dockerfile).not.toMatch(/^USER (root|0)/m);
  });

  it("takes nothing along that git does not keep", () => {
    const kept = read(".dockerignore").split("\n");
    const unkept = read(".gitignore")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.replace(/^\/|\/$/g, ""));
    expect(unkept.filter((line) => !kept.includes(line))).toEqual([]);
  });
});

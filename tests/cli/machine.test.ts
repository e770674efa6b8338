import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { machineFault } from "../../src/run/machine.ts";
import { packedCommand, root, run, temporaryFolder } from "../support/command.ts";

const folder = temporaryFolder();
const small = join(root, "tests/problems/base");
const copy = (name: string): string => {
  const to = join(folder, name);
  cpSync(small, to, { recursive: true });
  return to;
};

/** A fault in four lines, and no word of a bug. */
const FAULT = /^.+\n {2}must: {2}.+\n {2}found: .+\n {2}do: {4}.+\n/;

function isFault({ code, err }: { code: number | null; err: string }, found: RegExp): void {
  expect(err).toMatch(FAULT);
  expect(err).toMatch(found);
  expect(err).not.toMatch(/bug|^\s+at /m);
  expect(code).toBe(1);
}

describe("what the machine refuses is a fault, and the exit code is 1", () => {
  const long = "a".repeat(300);
  it.each<[string, string[], RegExp]>([
    ["a name that is too long for an output", ["build", "--out", join(folder, long)], /one that is too long/],
    [
      "a name that leaves no room for what is on its way",
      ["build", "--out", join(folder, "a".repeat(240))],
      /too long/,
    ],
    ["a path that is too long", ["build", "--out", join(folder, "a/".repeat(2500))], /too long/],
    ["a name that is too long for a card", ["card", "claims", "--out", join(folder, `${long}.png`)], /too long/],
    ["a name that is too long for a project", ["list", "--project", join(folder, long)], /too long/],
    [
      "a file in place of a folder",
      ["build", "--out", join(small, "tempcheck.yaml/2026")],
      /a file in its place|not a directory/i,
    ],
    ["a device for an output", ["build", "--out", "/dev/null"], /something that is no folder/],
  ])("%s", async (_, args, found) =>
    isFault(
      await run([...args, "--project", small].slice(0, args.includes("--project") ? args.length : undefined)),
      found,
    ),
  );

  it("a link to itself, for a project, an indicator and a data file", async () => {
    for (const path of ["tempcheck.yaml", "indicators/loop.yaml", "data-raw/claims/claims.csv"]) {
      const project = copy(`loop-${path.length}`);
      rmSync(join(project, path), { force: true });
      symlinkSync(join(project, path), join(project, path));
      isFault(await run(["check", "--project", project]), /in a circle|no such file|no file/);
    }
  });

  it("a limit on the size of files, as a quota or a full disk is one", async () => {
    const out = join(folder, "limited/2026");
    const command = `ulimit -f 20; exec "$@"`;
    const args = [process.execPath, await packedCommand(), "build", "--quiet", "--project", small, "--out", out];
    const { status, stderr } = spawnSync("bash", ["-c", command, "bash", ...args], { encoding: "utf8" });
    isFault({ code: status, err: stderr }, /a limit on the size of files/);
    expect(existsSync(out)).toBe(false);
  });

  const isRoot = process.getuid?.() === 0 && existsSync("/usr/bin/setpriv");
  /** Runs the command line as nobody, for whom modes of files count. */
  function asNobody(...args: string[]): { code: number | null; err: string } {
    const nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", process.execPath];
    const { status, stderr } = spawnSync("/usr/bin/setpriv", [...nobody, command, ...args], {
      encoding: "utf8",
      cwd: folder,
    });
    return { code: status, err: stderr };
  }
  let command = "";
  let canRun = false;
  beforeAll(async () => {
    command = await packedCommand();
    chmodSync(folder, 0o755);
    if (!isRoot) return;
    canRun = asNobody("--version").code === 0;
  });

  it.skipIf(!isRoot)(
    "what may not be read, or not be written (skipped where the tests do not run as root)",
    ({ skip }) => {
      if (!canRun) skip("nobody may not read the checkout");
      for (const path of [
        "tempcheck.yaml",
        "indicators/reading.yaml",
        "data-raw/claims/claims.csv",
        "data-raw",
        "indicators",
        ".",
      ]) {
        const project = copy(`closed-${path.length}`);
        chmodSync(join(project, path), 0o000);
        isFault(asNobody("check", "--project", project), /found: no leave/);
        chmodSync(join(project, path), 0o755);
      }
      isFault(
        asNobody("build", "--quiet", "--project", small, "--out", join(folder, "not-mine/2026")),
        /found: no leave/,
      );
    },
  );

  let disk = "";
  const canMount = isRoot && spawnSync("mount", ["--version"]).status === 0;
  afterAll(() => {
    if (disk !== "") execFileSync("umount", [disk]);
  });
  it.skipIf(!canMount)("a full disk (skipped where no disk can be mounted)", async ({ skip }) => {
    const at = join(folder, "disk");
    mkdirSync(at);
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=300k", "tmpfs", at]).status !== 0)
      skip("mount is not permitted");
    disk = at;
    isFault(await run(["build", "--quiet", "--project", small, "--out", join(at, "2026")]), /found: a full disk/);
    expect(existsSync(join(at, "2026"))).toBe(false);
    isFault(await run(["build", "--quiet", "--project", small, "--out", at]), /a folder, and not a disk of its own/);
    spawnSync("mount", ["-o", "remount,ro", at]);
    isFault(
      await run(["build", "--quiet", "--project", small, "--out", join(at, "2027")]),
      /a disk that can only be read/,
    );
  });

  it("a folder that is gone while the command runs in it", async () => {
    const gone = join(folder, "gone");
    mkdirSync(gone);
    const args = [process.execPath, await packedCommand(), "check"];
    const script = `cd "$0" && rmdir "$0" && exec "$@"`;
    const { status, stderr } = spawnSync("bash", ["-c", script, gone, ...args], { encoding: "utf8" });
    isFault({ code: status, err: stderr }, /the folder that the command runs in/);
  });

  it("a folder for what is written for a while that is not there, where one is needed", async () => {
    const environment = { TMPDIR: join(folder, "nowhere"), CHROMIUM: process.execPath };
    const args = ["pdf", "--quiet", "--project", small, "--out", join(folder, "x.pdf")];
    isFault(await run(args, { environment }), /found: none: it is not there/);
    expect((await run(["check", "--quiet", "--project", small], { environment })).code).toBe(0);
  });
});

describe("standard output that cannot be written to", () => {
  it("stops nothing when its reader has gone: the report is whole", async () => {
    const out = join(folder, "piped");
    const args = [
      process.execPath,
      await packedCommand(),
      "build",
      "--project",
      small,
      "--indicator",
      "reading",
      "--out",
      out,
    ];
    const { status } = spawnSync("bash", ["-c", `set -o pipefail; "$@" | head -1`, "bash", ...args]);
    expect([status, existsSync(join(out, "report/index.html"))]).toEqual([0, true]);
  });

  it.skipIf(!existsSync("/dev/full"))("is said on a full disk: 1 (skipped where there is no /dev/full)", async () => {
    const full = openSync("/dev/full", "w");
    const args = [await packedCommand(), "list", "--project", small];
    const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", full, "pipe"], encoding: "utf8" });
    closeSync(full);
    expect([status, stderr]).toEqual([1, "error: standard output cannot be written to: ENOSPC\n"]);
  });
});

describe("machineFault", () => {
  const system = (code: string, rest: object = {}): Error => Object.assign(new Error(code), { code, ...rest });

  it.each([
    "ENOSPC",
    "EDQUOT",
    "EFBIG",
    "EROFS",
    "EACCES",
    "EPERM",
    "ENOENT",
    "ENOTDIR",
    "EISDIR",
    "EEXIST",
    "ENOTEMPTY",
    "ELOOP",
    "ENAMETOOLONG",
    "EMFILE",
    "ENFILE",
    "EXDEV",
    "EBUSY",
    "ETXTBSY",
    "ESTALE",
    "EIO",
    "ENODEV",
    "ENXIO",
    "ENOMEM",
    "EAGAIN",
  ])("tells %s by its place", (code) => {
    expect(machineFault(system(code, { path: "/there" }))?.faults).toMatchObject([{ where: { file: "/there" } }]);
  });

  it.each([
    ['IO Error: Could not write file "/out/x.duckdb": No space left on device', "/out/x.duckdb", "a full disk"],
    ['IO Error: Cannot open file "/out/x.parquet": Permission denied', "/out/x.parquet", "no leave"],
    ["TransactionContext Error: Failed to commit: File too large", "the database", "a limit on the size of files"],
    ["Out of Memory Error: could not allocate block of size 256.0 KiB", "the machine", "none left"],
  ])("tells what the database says of the machine: %s", (message, file, found) => {
    expect(machineFault(new Error(message))?.faults).toMatchObject([{ where: { file }, found }]);
  });

  it("leaves bugs to be bugs", () => {
    const own = join(root, "src/ingest/sql/gone.sql");
    expect(machineFault(system("ENOENT", { path: own }))).toBeNull();
    expect(machineFault(new TypeError("x is not a function"))).toBeNull();
    expect(machineFault(new Error("Binder Error: Referenced column not found"))).toBeNull();
    expect(machineFault(system("ERR_INVALID_ARG_TYPE"))).toBeNull();
    expect(machineFault("thrown")).toBeNull();
  });
});

it("keeps the last lock of an editor out of a project's way", async () => {
  const project = copy("locked");
  symlinkSync("somebody@machine.1234", join(project, "indicators/.#reading.yaml"));
  symlinkSync("somebody@machine.1234", join(project, "data-raw/.#claims"));
  writeFileSync(join(project, "data-raw/claims/#claims.csv#"), "");
  expect((await run(["check", "--quiet", "--project", project])).code).toBe(0);
});

import { createHash } from "node:crypto";
import { chmodSync, cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { manifestSchema } from "../../src/results/manifest.ts";
import { chromiumPath } from "../../src/run/chromium.ts";
import { isWhole } from "../../src/run/print.ts";
import { run, temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";

const { build } = await packed("run/build.js");
const { makePdf } = await packed("run/forms.js");

/** A project of three indicators, so that computing it over and over costs little. */
const sampleton = join(import.meta.dirname, "../problems/base");
const chromium = chromiumPath();
const quietly = () => {};

afterEach(() => vi.unstubAllEnvs());

describe("tempcheck pdf", () => {
  let project: string;
  const indicators = ["reading"];
  const folderOf = (): string => join(project, "outputs/2025");
  const pdf = "sampleton-temperature-check-2025.pdf";

  beforeAll(async () => {
    project = temporaryFolder();
    cpSync(sampleton, project, { recursive: true });
    await build({ project, indicators, singleFile: true }, quietly);
  }, 240_000);

  it("stands beside the file that a build writes of the same report", () =>
    expect(readdirSync(folderOf())).toContain(pdf.replace(".pdf", ".html")));

  it.skipIf(chromium === undefined)(
    "is the whole report with bookmarks (skipped where there is no Chromium)",
    { timeout: 180_000 },
    async () => {
      vi.stubEnv("SOURCE_DATE_EPOCH", "1700000000");
      const { file } = await makePdf({ project, indicators }, quietly);
      expect(file).toBe(join(folderOf(), pdf));
      const bytes = readFileSync(file);
      expect(isWhole(bytes)).toBe(true);
      const text = bytes.toString("latin1");
      expect(text).toContain("/Lang (en-GB)");
      expect(text).toContain("/CreationDate (D:20231114221320+00'00')");
      const titles = [...text.matchAll(/\/Title \(([^)]*)\)/g)].map((match) => match[1]);
      for (const title of ["Sampleton temperature check 2025", "At a glance", "Reading", "Data and sources"])
        expect(titles).toContain(title);
      // The manifest has it, so that the folder verifies, and the next build and the next PDF know it for ours.
      const { forms } = manifestSchema.parse(JSON.parse(readFileSync(join(folderOf(), "manifest.json"), "utf8")));
      expect(forms).toEqual([{ path: pdf, sha256: createHash("sha256").update(bytes).digest("hex") }]);
      expect((await run(["verify", folderOf()])).code).toBe(0);
      vi.stubEnv("SOURCE_DATE_EPOCH", "1700000001");
      await makePdf({ project, indicators }, quietly);
      expect((await run(["verify", folderOf()])).code).toBe(0);
      await build({ project, indicators, singleFile: true }, quietly);
      expect(readdirSync(folderOf())).not.toContain(pdf);
    },
  );

  it.skipIf(chromium === undefined)(
    "leaves a file of somebody's beside the report, until it may go (skipped where there is no Chromium)",
    { timeout: 180_000 },
    async () => {
      await build({ project, indicators, singleFile: true }, quietly);
      writeFileSync(join(folderOf(), pdf), "mine");
      await expect(makePdf({ project, indicators }, quietly)).rejects.toThrow(/found: another file\n.*--replace/);
      expect(readFileSync(join(folderOf(), pdf), "utf8")).toBe("mine");
      await expect(build({ project, indicators }, quietly)).rejects.toThrow(new RegExp(`does not list: ${pdf}`));
      await makePdf({ project, indicators, replace: true }, quietly);
      expect((await run(["verify", folderOf()])).code).toBe(0);
    },
  );

  it("leaves the last one as it was when Chromium fails", async () => {
    const failing = join(temporaryFolder(), "chromium");
    writeFileSync(failing, "#!/bin/sh\nexit 3\n");
    chmodSync(failing, 0o755);
    vi.stubEnv("CHROMIUM", failing);
    writeFileSync(join(folderOf(), pdf), "the last one");
    const before = readdirSync(folderOf());
    await expect(makePdf({ project, indicators }, quietly)).rejects.toThrow(/a whole PDF of the report/);
    expect(readFileSync(join(folderOf(), pdf), "utf8")).toBe("the last one");
    expect(readdirSync(folderOf())).toEqual(before);
  });

  it("is refused beside a report of other figures, and where there is no report", async () => {
    vi.stubEnv("CHROMIUM", process.execPath);
    await expect(makePdf({ project }, quietly)).rejects.toThrow(
      /must: {2}the report of build [0-9a-f]{12}, for the PDF to stand beside it\n {2}found: the report of build [0-9a-f]{12}/,
    );
    await expect(makePdf({ project: sampleton }, quietly)).rejects.toThrow(/found: no report/);
  });

  it("takes another ending for a mistake in usage, before any work", async () => {
    const { code, out, err } = await run(["pdf", "--out", "report.docx", "--project", "/nowhere"]);
    expect([code, out, err]).toEqual([2, "", "error: the file must end in .pdf, not report.docx\n"]);
  });
});

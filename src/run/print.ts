import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { UserError } from "../error.ts";

/** No connection of its own, bookmarks from the headings, and no header or footer but the page's. Tags are Chromium's default. */
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-extensions",
  "--disable-sync",
  "--no-first-run",
  "--no-pdf-header-footer",
  "--generate-pdf-document-outline",
];

const patience = 10 * 60_000;

/** A page printed by Chromium, in a folder of its own that is gone afterwards. */
export async function printToPdf(html: string | Uint8Array, chromium: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "tempcheck-pdf-"));
  try {
    const page = join(folder, "report.html");
    const pdf = join(folder, "report.pdf");
    writeFileSync(page, html);
    const said = await run(chromium, [
      ...flags,
      `--user-data-dir=${join(folder, "profile")}`,
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ]);
    return wholePdf(pdf, chromium, said);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs a program to its end, well or not, and gives its last words. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: patience, maxBuffer: 1 << 26 }, (error, _, said) => {
      const end = error === null ? "" : error.killed ? "killed after ten minutes" : `ended with ${error.code}`;
      resolve([end, ...said.trim().split("\n").slice(-2)].filter((line) => line !== "").join("; "));
    });
  });
}

function wholePdf(path: string, chromium: string, said: string): Uint8Array {
  try {
    const pdf = readFileSync(path);
    if (isWhole(pdf)) return pdf;
  } catch {
    // There is no file: told below.
  }
  throw new UserError({
    where: { file: chromium },
    must: "a whole PDF of the report",
    found: `none${said === "" ? "" : `: ${said}`}`,
    fix: "check that it runs (chromium --headless --no-sandbox --dump-dom about:blank), or print the file of build --single-file from any browser",
  });
}

/** Dates of a PDF, as Chromium writes them. */
const dates = /\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g;

/** The same PDF with the dates that SOURCE_DATE_EPOCH gives: nothing else in it depends on the day. */
export function dated(pdf: Uint8Array, epoch: string | undefined): Uint8Array {
  if (epoch === undefined || !/^\d{1,12}$/.test(epoch)) return pdf;
  const stamp = new Date(Number(epoch) * 1000).toISOString().replace(/\D/g, "").slice(0, 14);
  const text = Buffer.from(pdf).toString("latin1");
  return Buffer.from(
    text.replace(dates, (_, name: string) => `/${name} (D:${stamp}+00'00')`),
    "latin1",
  );
}

/** Whether bytes are a PDF from its first line to its last. */
export function isWhole(pdf: Uint8Array): boolean {
  const text = Buffer.from(pdf);
  return text.subarray(0, 5).toString("latin1") === "%PDF-" && text.subarray(-32).toString("latin1").includes("%%EOF");
}

/** How many pages a PDF of Chromium has. */
export const pageCount = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

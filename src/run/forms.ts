import { extname, join, resolve } from "node:path";
import { UsageError, UserError } from "../error.ts";
import type { Language } from "../model.ts";
import { identify, lookIn, outputOf } from "./build.ts";
import { check } from "./check.ts";
import type { Checked } from "./checked.ts";
import { requireChromium } from "./chromium.ts";
import type { Log, RunOptions } from "./opened.ts";
import { buildAt } from "./output.ts";
import { dated } from "./print.ts";
import { readAssets } from "./read-assets.ts";
import { putBeside, writeFiles } from "./single-files.ts";

/** The report's other forms. Each is made from the figures anew and written in one step. */

export interface FormOptions extends RunOptions {
  /** File to write, in place of the usual one. */
  out?: string | undefined;
  /** Another file may stand there, and goes. */
  replace?: boolean | undefined;
}

export interface PdfMade {
  file: string;
  build: string;
  language: Language;
}

/** Prints the single-file report to a PDF with tags and bookmarks. */
export async function makePdf(options: FormOptions, log: Log): Promise<PdfMade> {
  refuseEnding(options.out, ".pdf");
  const chromium = requireChromium();
  const checked = await check(options, log);
  const { id, made: programs } = await identify(checked);
  const build = { id, version: programs["tempcheck"] ?? "" };
  const { fileName } = await import("../report/single/name.ts");
  const output = options.out === undefined ? besideReport(checked, id) : null;
  const file = resolve(options.out ?? join(output ?? "", `${fileName(checked.results)}.pdf`));

  log("report", `${checked.results.indicators.length} indicators`);
  const { render } = await import("../report/render.ts");
  const { singleFile } = await import("../report/single/document.tsx");
  const report = await render(checked.results, { build, assets: readAssets() }, (step) => log("report", step));
  const { printToPdf } = await import("./print.ts");
  log("run", chromium);
  const pdf = await printToPdf(singleFile(checked.results, build, report).content, chromium);
  const made = { path: file, content: dated(pdf, process.env["SOURCE_DATE_EPOCH"]) };
  if (output === null) writeFiles([made], options.replace === true);
  else putBeside(output, made, options.replace === true);
  return { file, build: id, language: checked.results.language };
}

export interface PackMade {
  /** The committee paper, and the sheets of the areas where the report has pages of areas. */
  files: string[];
  build: string;
  language: Language;
}

/** Letters in points, largest first: what is printed takes the first at which each sheet is one page. */
const sizes = [10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7];

/** Prints the committee paper of four pages, and one page for each area. */
export async function makePack(options: FormOptions, log: Log): Promise<PackMade> {
  refuseEnding(options.out, ".pdf");
  const chromium = requireChromium();
  const checked = await check(options, log);
  const { results } = checked;
  const { id, made: programs } = await identify(checked);
  const build = { id, version: programs["tempcheck"] ?? "" };
  const { fileName } = await import("../report/single/name.ts");
  const output = options.out === undefined ? besideReport(checked, id) : null;
  const place = (form: "committee-paper" | "areas"): string =>
    options.out === undefined
      ? join(output ?? "", `${fileName(results)}-${form}.pdf`)
      : resolve(form === "committee-paper" ? options.out : options.out.replace(/(\.pdf)$/i, "-areas$1"));

  const { packOf } = await import("../report/pack/pack.tsx");
  const pack = await packOf(results, build, readAssets());
  const printed: { path: string; content: Uint8Array }[] = [];
  for (const { form, sheets, html } of pack) {
    log("run", `${form}, ${sheets} sheets`);
    const pdf = await fitted(html, sheets, chromium);
    printed.push({ path: place(form), content: dated(pdf, process.env["SOURCE_DATE_EPOCH"]) });
  }
  if (output === null) writeFiles(printed, options.replace === true);
  else for (const one of printed) putBeside(output, one, options.replace === true);
  return { files: printed.map(({ path }) => path), build: id, language: results.language };
}

/** Sheets printed as large as fits. */
async function fitted(html: (size: number) => string, sheets: number, chromium: string): Promise<Uint8Array> {
  const { pageCount, printToPdf } = await import("./print.ts");
  let best: Uint8Array | null = null;
  for (let [low, high] = [0, sizes.length - 1]; low <= high; ) {
    const middle = (low + high) >> 1;
    const pdf = await printToPdf(html(sizes[middle]!), chromium);
    if (pageCount(pdf) > sheets) low = middle + 1;
    else [best, high] = [pdf, middle - 1];
  }
  if (best !== null) return best;
  throw new UserError({
    where: { file: "tempcheck.yaml" },
    must: `a paper of ${sheets} pages, each sheet on one of them`,
    found: `more, even in letters of ${sizes.at(-1)} points`,
    fix: "shorten the titles of indicators or what themes say is missing, or mark fewer indicators as core",
  });
}

/** The folder of the year's output, which must hold the same build: a report and its PDF never differ. */
function besideReport(checked: Checked, id: string): string {
  const output = outputOf(checked);
  const there = buildAt(output);
  if (there === id) return output;
  throw new UserError({
    where: { file: output },
    must: `the report of build ${id}, for the PDF to stand beside it`,
    found: there === undefined ? "no report" : `the report of build ${there}`,
    fix: "run tempcheck build first, or name another place with --out",
  });
}

export interface CardMade {
  png: string;
  text: string;
  alt: string;
  build: string;
  language: Language;
}

/** Draws one gap as a picture for slides and social posts, with its alternative text beside it. */
export async function makeCard(
  id: string,
  options: FormOptions & { dimension?: string | undefined },
): Promise<CardMade> {
  refuseEnding(options.out, ".png");
  const checked = await check(options, () => {});
  const { breakdownsOf } = await import("../narrate/breakdown.ts");
  const { card } = await import("../report/card/card.ts");
  const { png } = await import("../charts/draw/png.ts");
  const { results, year } = checked;
  const indicator = results.indicators.find((one) => one.id === id);
  if (indicator === undefined)
    throw new UsageError(`no indicator ${id}; there are ${results.indicators.map((one) => one.id).join(", ")}`);
  const breakdowns = breakdownsOf(results, indicator);
  const b =
    options.dimension === undefined
      ? breakdowns[0]
      : breakdowns.find(({ dimension }) => dimension.id === options.dimension);
  if (b === undefined)
    throw new UsageError(
      `no dimension ${options.dimension} for ${id}; there are ${breakdowns.map(({ dimension }) => dimension.id).join(", ")}`,
    );
  const identity = await identify(checked);
  const { svg, alt } = card(b, { id: identity.id, version: identity.made["tempcheck"] ?? "", look: lookIn(checked) });
  const file = resolve(options.out ?? `${b.name}-${year}.png`);
  const text = `${file.slice(0, -extname(file).length)}.txt`;
  const picture = { path: file, content: png(svg, readAssets().fontFiles, 1) };
  writeFiles([picture, { path: text, content: `${alt}\n` }], options.replace === true);
  return { png: file, text, alt, build: identity.id, language: results.language };
}

function refuseEnding(out: string | undefined, ending: string): void {
  if (out !== undefined && extname(out).toLowerCase() !== ending)
    throw new UsageError(`the file must end in ${ending}, not ${out}`);
}

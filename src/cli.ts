import { relative, sep } from "node:path";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import colours from "picocolors";
import { type Fault, UsageError, UserError } from "./error.ts";
import { reporter } from "./reporter.ts";
import type { RunOptions } from "./run.ts";
import { version } from "./versions.ts";

/** 0 done; 1 the user's input; 2 usage; 70 a bug. */
const EXIT = { input: 1, usage: 2, bug: 70 } as const;

interface Options {
  project: string;
  year?: number;
  out?: string;
  indicator?: string[];
  strict?: true;
  json?: true;
  quiet?: true;
  dimension?: string;
}

/** A path as people type it: relative to where they are. */
const shownPath = (path: string): string => relative(process.cwd(), path).split(sep).join("/") || ".";

const program = new Command("tempcheck")
  .description("Measures inequality the same way every time and turns it into an annual report.")
  .version(version())
  .exitOverride()
  .showHelpAfterError("Run tempcheck --help for the commands and their options.");

const command = (name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .option("--project <dir>", "folder with tempcheck.yaml", ".")
    .option("--year <year>", "reporting year; figures that end later are left out", year)
    .option("--json", "one JSON object per line, for other programs")
    .option("--quiet", "print errors alone")
    .exitOverride();

command("build", "compute everything, draw the report and put it in place")
  .option("--out <dir>", "where the output goes (default: outputs/<year> of the project)")
  .option("--indicator <id>", "show this indicator only; repeat for more", collect)
  .option("--strict", "refuse to build while there are notes")
  .action(async (options: Options) => {
    const { build } = await import("./run.ts");
    const report = reporter(options);
    const { results, output, manifest, notes } = await build(runOptions(options), report.stage);
    const page = shownPath(`${output}/report/index.html`);
    report.done(`${results.indicators.length} indicators, ${notes.length} notes. The report: ${page}`, {
      output: shownPath(output),
      report: page,
      build: manifest.build,
      indicators: results.indicators.length,
      notes: notes.length,
    });
  });

command("check", "do everything short of drawing the report")
  .option("--indicator <id>", "show this indicator only; repeat for more", collect)
  .option("--strict", "fail while there are notes")
  .action(async (options: Options) => {
    const { check } = await import("./run.ts");
    const report = reporter(options);
    const { results, notes } = await check(runOptions(options), report.stage);
    for (const { indicator, dimension, note } of notes)
      report.note(`${indicator} by ${dimension}: ${note.text}`, {
        indicator,
        dimension,
        note: note.id,
        text: note.text,
      });
    report.done(`${results.indicators.length} indicators are sound, with ${notes.length} notes.`, {
      indicators: results.indicators.length,
      notes: notes.length,
    });
  });

command("list", "the indicators that the project declares").action(async (options: Options) => {
  const { load } = await import("./define/load.ts");
  const { indicators, project } = load(options.project);
  const report = reporter(options);
  for (const theme of project.value.themes) {
    const own = indicators.filter(({ value }) => value.theme === theme.id);
    report.line(colours.bold(theme.title), null);
    if (own.length === 0) report.line("  no indicator yet", { theme: theme.id, indicator: null });
    for (const { value } of own) {
      const dimensions = value.dimensions.map(({ dimension }) => dimension);
      report.line(`  ${value.id}  ${value.title} (${dimensions.join(", ")})`, {
        theme: theme.id,
        indicator: value.id,
        title: value.title,
        dimensions,
      });
    }
  }
});

command("explain", "one gap worked through with its figures")
  .argument("<indicator>", "id of the indicator")
  .option("--dimension <id>", "the breakdown to work through (default: the indicator's first)")
  .action(async (id: string, options: Options) => {
    const { check } = await import("./run.ts");
    const { explain } = await import("./render/explain.ts");
    const { results } = await check({ ...runOptions({ ...options, indicator: [id] }) }, () => {});
    const [indicator] = results.indicators;
    const dimension = options.dimension ?? indicator?.dimensions[0]?.dimension;
    const known = indicator?.dimensions.map((one) => one.dimension) ?? [];
    if (!indicator || dimension === undefined || !known.includes(dimension))
      throw new UsageError(`no dimension ${dimension} for ${id}; there are ${known.join(", ")}`);
    const lines = explain(results, indicator, dimension);
    const report = reporter(options);
    for (const line of lines) report.line(line, { line });
  });

function runOptions({
  project,
  year: reporting,
  out,
  indicator,
  strict,
}: Options): RunOptions & { out?: string | undefined } {
  return { project, year: reporting, out, indicators: indicator, strict };
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function year(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1900 || value > 2200)
    throw new InvalidArgumentError("It must be a year from 1900 to 2200.");
  return value;
}

/** Prints what went wrong and gives the exit code. */
function failed(error: unknown): number {
  const json = process.argv.includes("--json");
  const tell = (text: string, event: object): void => {
    process.stderr.write(json ? `${JSON.stringify(event)}\n` : `${text}\n`);
  };
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.usage;
  if (error instanceof UsageError) {
    tell(`error: ${error.message}`, { event: "usage", message: error.message });
    return EXIT.usage;
  }
  if (error instanceof UserError) {
    if (json) for (const fault of error.faults) tell("", { event: "fault", ...fault });
    else tell(`${error.message}\n\n${counted(error.faults)}`, {});
    return EXIT.input;
  }
  const bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
  tell(`This is a bug in tempcheck, not a fault in your files. Please report it with these lines:\n${bug}`, {
    event: "bug",
    message: bug,
  });
  return EXIT.bug;
}

const counted = (faults: readonly Fault[]): string =>
  `${faults.length === 1 ? "1 fault" : `${faults.length} faults`}. Nothing was written; the last output is as it was.`;

// A reader that closes the pipe early (head) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = failed(error);
}

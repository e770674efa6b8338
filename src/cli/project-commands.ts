import { UsageError } from "../error.ts";
import { EXIT } from "./exit.ts";
import { place, year } from "./options.ts";
import { printLine as print } from "./printed.ts";
import { command, type Options, program, sayOf, shownPath } from "./program.ts";
import { reporter } from "./reporter.ts";

interface InitCommand {
  place?: string;
  publisher?: string;
  people?: string;
  areas?: string;
  year?: number;
  from?: string[];
  json?: true;
  quiet?: true;
}

interface VerifyCommand {
  project?: string;
  previous?: string;
  json?: true;
  quiet?: true;
}

interface CompareCommand {
  strict?: true;
  markdown?: true;
  json?: true;
  quiet?: true;
}

/** Commands that begin a project, look after its files and years, and hold outputs against one another. */
export function addProjectCommands(end: (code: number) => void): void {
  program
    .command("init")
    .description("make a small working project of a made-up place, with comments that teach; overwrites nothing")
    .argument("<dir>", "folder to make; it may be there already if it is empty", place)
    .option("--place <name>", "what the place is called")
    .option("--publisher <name>", "who publishes the report")
    .option("--people <word>", "what sentences call its people, such as residents")
    .option("--areas <word>", "what sentences call its areas, such as wards")
    .option("--year <year>", "reporting year (default: this year)", year)
    .option("--from <files...>", "look at these files and propose definitions of them, in place of made-up ones")
    .option("--json", "one JSON object per line, for other programs")
    .option("--quiet", "print errors alone")
    .action(async (dir: string, options: InitCommand) => {
      const { begin } = await import("../run/begin.ts");
      const { asked } = await import("./asked.ts");
      const report = reporter(options);
      const { terminal, counted } = await sayOf({ language: "en-GB" });
      const { year: reporting, json: _, quiet: __, from, ...given } = options;
      if (from !== undefined) {
        const { propose } = await import("../run/propose.ts");
        const { proposals, files } = await propose(dir, from, { ...given, year: reporting });
        for (const one of proposals) report.line(terminal.init.proposal(one, counted), { ...one });
        const guesses = proposals.reduce((sum, one) => sum + one.guesses, 0);
        const project = shownPath(dir);
        return report.done(terminal.init.proposed(counted(files.length), project), {
          project,
          files: files.length,
          guesses,
        });
      }
      const { place: name, publisher, people, areas } = await asked(terminal.init.questions, given);
      const beginning = { place: name ?? "", publisher: publisher ?? "", people: people ?? "", areas: areas ?? "" };
      const files = await begin(dir, { ...beginning, year: reporting });
      for (const file of files) report.line(`  ${file}`, { file });
      report.done(terminal.init.done(counted(files.length), shownPath(dir)), {
        project: shownPath(dir),
        files: files.length,
      });
    });

  program
    .command("describe")
    .description(
      "what a file holds: sheets, headers, columns with types, blanks, markers, outliers, totals, periods, codes",
    )
    .argument("<file>", "CSV, XLSX, ODS, Parquet, Arrow or GeoJSON, as received", place)
    .option("--json", "one JSON object per line, for other programs")
    .option("--quiet", "print errors alone")
    .action(async (file: string, options: { json?: true; quiet?: true }) => {
      const { describeFile } = await import("../run/describe-file.ts");
      const report = reporter(options);
      const { terminal, counted, count } = await sayOf({ language: "en-GB" });
      const { tables, ...about } = await describeFile(file);
      report.line(terminal.describe.file(about, count(about.bytes)), about);
      if (about.links > 0 && !options.json) report.line(terminal.describe.links(counted(about.links)), null);
      for (const table of tables) {
        const [title = "", ...lines] = terminal.describe.table(table, counted);
        report.line(title, options.json ? { ...table } : null);
        if (!options.json) for (const line of lines) report.line(line, {});
      }
      report.done(terminal.describe.done(counted(tables.length)), { tables: tables.length });
    });

  command("hash", "write the sha256 of files into dataset.yaml, where it is missing or another")
    .argument("[datasets...]", "folders of datasets (default: all)")
    .action(async (datasets: string[], options: Options) => {
      const { fillHashes } = await import("../run/fill-hashes.ts");
      const report = reporter(options);
      const { terminal, counted } = await sayOf({ language: "en-GB" });
      const { filled, same } = await fillHashes(options.project, datasets);
      for (const one of filled) report.line(terminal.hash.line(one), { ...one });
      report.done(terminal.hash.done(counted(filled.length), counted(same)), { filled: filled.length, same });
    });

  program
    .command("verify")
    .description(
      "hold a published report against the hashes in its manifest; with its project, build it again and compare",
    )
    .argument("<dir>", "folder of the report, as it was built or copied: the one with manifest.json", place)
    .option("--project <dir>", "the project it is said to come from, to build it again and compare", place)
    .option("--previous <dir>", "earlier output that it was compared with, to build it again", place)
    .option("--json", "one JSON object per line, for other programs")
    .option("--quiet", "print what differs alone")
    .action(async (dir: string, options: VerifyCommand) => {
      const { verify } = await import("../run/verify.ts");
      const report = reporter(options);
      const { project, previous } = options;
      const { differences, ...checked } = await verify({ report: dir, project, previous }, report.stage);
      const { counted, terminal } = await sayOf({ language: "en-GB" });
      for (const one of differences) report.line(terminal.difference(one), { ...one });
      const done = terminal.verified(
        checked,
        counted(checked.files),
        counted(checked.tables),
        counted(differences.length),
      );
      report.done(done, { same: differences.length === 0, differences: differences.length, ...checked });
      if (differences.length > 0) end(EXIT.differs);
    });

  command("new-year", "roll the project on to its next year: shows what it would change, and changes it with --write")
    .option("--write", "make the changes; nothing that stands there is overwritten")
    .action(async ({ project, year: reporting, write, ...how }: Options & { write?: true }) => {
      const { newYear } = await import("../run/new-year.ts");
      const report = reporter(how);
      const { yearly, counted } = await sayOf({ language: "en-GB" });
      const rolled = newYear(project, { year: reporting, write });
      for (const step of rolled.steps) report.line(`  ${yearly.step(step)}`, { ...step });
      const isWritten = write === true;
      report.done(yearly.done(isWritten, counted(rolled.files.length), String(rolled.year)), {
        year: rolled.year,
        files: rolled.files,
        written: isWritten,
      });
    });

  command("fetch", "get the files of datasets anew from where they declare, and show what would change; --yes writes")
    .argument("[datasets...]", "folders of datasets (default: all that say where their files come from)")
    .option("--yes", "put the files in place; without it and without a terminal to ask on nothing is written")
    .option("--check", "write nothing, and end with 3 where something is new")
    .action(async (datasets: string[], { project, yes, check, ...how }: Options & { yes?: true; check?: true }) => {
      if (yes && check) throw new UsageError("--yes and --check exclude each other");
      const { fetchFiles } = await import("../run/fetch-files.ts");
      const report = reporter(how);
      const { fetching, counted } = await sayOf({ language: "en-GB" });
      const got = await fetchFiles(project, datasets, undefined, (file, from) =>
        report.stage("fetch", fetching.stage(file, from)),
      );
      try {
        for (const one of got.files) {
          const [first = "", ...rest] = fetching.lines(one, counted);
          report.line(first, { ...one });
          if (!how.json) for (const line of rest) report.line(line, {});
        }
        if (got.without.length > 0 && got.files.length > 0)
          report.note(fetching.without(got.without), { without: got.without });
        const news = got.files.filter((one) => one.news !== "same");
        const isMeant =
          yes === true || (check === undefined && news.length > 0 && !how.json && (await confirmed(fetching.question)));
        const written = isMeant ? got.write() : [];
        const told =
          got.files.length === 0
            ? fetching.none
            : written.length > 0
              ? fetching.written(counted(written.length), [...new Set(news.map((one) => one.dataset))])
              : news.length > 0
                ? fetching.shown(counted(news.length))
                : fetching.same(counted(got.files.length));
        report.done(told, { files: got.files.length, new: news.length, written });
        if (check && news.length > 0) end(EXIT.differs);
      } finally {
        got.close();
      }
    });

  program
    .command("compare")
    .description("what differs between two outputs: every figure that changed and why, every verdict that changed")
    .argument("<old>", "folder of the earlier output: the one with manifest.json", place)
    .argument("<new>", "folder of the later output", place)
    .option("--strict", "end with 3 where a verdict changed, or other figures are held back than before")
    .option("--markdown", "print it as Markdown, for an issue")
    .option("--json", "one JSON object per line, for other programs")
    .option("--quiet", "print errors alone")
    .action(async (older: string, newer: string, options: CompareCommand) => {
      const { compareOutputs, comparedEvents, comparedLines, comparedMarkdown, risksTold } = await import(
        "../run/compare-outputs.ts"
      );
      const report = reporter(options);
      const compared = compareOutputs(older, newer);
      const { verdicts, revised } = compared.explained.changes;
      const say = await sayOf({ language: compared.explained.results.language ?? "en-GB" });
      const isRefused = options.strict === true && (verdicts.length > 0 || compared.risks.length > 0);
      if (isRefused) end(EXIT.differs);
      if (options.markdown) return print(comparedMarkdown(compared, say));
      if (options.json && !options.quiet) for (const event of comparedEvents(compared)) report.line("", event);
      else if (!options.quiet)
        for (const { heading, lines } of comparedLines(compared, say)) {
          report.line(heading, null);
          for (const line of lines) report.line(`  ${line}`, {});
        }
      for (const { text, ...fields } of risksTold(compared, say)) report.note(text, { ...fields, text });
      report.done(say.comparing.done(say.counted(verdicts.length), say.counted(revised.length)), {
        verdicts: verdicts.length,
        revised: revised.length,
      });
    });
}

/** Whether somebody at a terminal says yes; without one nobody does. */
async function confirmed(words: string): Promise<boolean> {
  const { asked } = await import("./asked.ts");
  const { answer = "" } = await asked([{ key: "answer", words, usual: "no" }], {});
  return /^y(es)?$/i.test(answer);
}

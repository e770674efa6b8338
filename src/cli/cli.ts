import { relative, sep } from "node:path";
import { Command, Option } from "commander";
import type { Say } from "../catalogue/say.ts";
import { UsageError } from "../error.ts";
import type { Language } from "../model.ts";
import { ESTIMATE_HELP, JUDGE_HELP, MEASURE_HELP } from "../partner/help.ts";
import type { Outcome } from "../partner/score-answers.ts";
import type { BuildOptions } from "../run/build.ts";
import type { Standing } from "../run/unchanged.ts";
import { version } from "../run/versions.ts";
import { type Annotator, annotated, annotators } from "./annotations.ts";
import { cannotPrint, EXIT, failed } from "./exit.ts";
import { collect, level, levels, number, place, port, seconds, year } from "./options.ts";
import { printLine as print, toErr, toOut } from "./printed.ts";
import { type Reporter, reporter } from "./reporter.ts";

interface Options {
  project: string;
  year?: number;
  place?: string;
  out?: string;
  indicator?: string[];
  strict?: true;
  previous?: string;
  internal?: true;
  singleFile?: true;
  pictures?: true;
  pack?: true;
  fresh?: true;
  port?: number;
  json?: true;
  quiet?: true;
  dimension?: string;
  replace?: true;
}

interface MeasureCommand {
  json?: true;
  level?: number;
  better?: string;
  ordered?: true;
  unordered?: true;
  scale?: number;
  kind?: string;
  workingScale?: string;
}

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

interface ConformCommand {
  each?: true;
  section?: string[];
  timeout: number;
  vectors?: string;
  json?: true;
  quiet?: true;
}

interface EstimateCommand {
  json?: true;
  level?: number[];
  kind?: string;
}

/** A path as people type it: relative to where they are. */
const shownPath = (path: string): string => relative(process.cwd(), path).split(sep).join("/") || ".";

const program = new Command("tempcheck")
  .description("Measures inequality the same way every time and turns it into an annual report.")
  .version(version())
  .exitOverride()
  .configureOutput({ writeOut: (text) => toOut(text), writeErr: (text) => toErr(text) })
  .showHelpAfterError("Run tempcheck --help for the commands and their options.");

const command = (name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .option("--project <dir>", "folder with tempcheck.yaml", place, ".")
    .option("--year <year>", "reporting year; figures that end later are left out", year)
    .option("--json", "one JSON object per line, for other programs")
    .option("--quiet", "print errors alone")
    .exitOverride();

command("build", "compute everything, draw the report and put it in place")
  .option("--place <id>", "one place of a project that has several")
  .option("--out <dir>", "where the output goes (default: outputs/<year> of the project)", place)
  .option("--indicator <id>", "show this indicator only; repeat for more", collect)
  .option("--strict", "refuse to build while there are notes")
  .option("--previous <dir>", "earlier output to compare with: revised figures, new periods, changed verdicts", place)
  .option("--internal", "hold nothing back: for sign-off, in a folder whose name says that it is not for publication")
  .option("--single-file", "also write the whole report as one HTML file, for e-mail and committee packs")
  .option("--pictures", "also draw each chart as a PNG, and a picture for shared links: for what is published")
  .option("--fresh", "use nothing that earlier builds left: for whoever doubts it; the bytes are the same")
  .action(async (options: Options) => {
    const report = reporter(options);
    const stands = options.fresh ? null : (await import("../run/unchanged.ts")).standing(runOptions(options));
    if (stands === null && options.place === undefined) {
      const { buildPlaces, placesOf } = await import("../run/build-places.ts");
      if (placesOf(options.project).length > 0) {
        const made = await buildPlaces(runOptions(options), report.stage);
        const say = await sayOf(made.comparison);
        const { terminal } = say.comparison;
        for (const { id, name, page, build } of options.quiet ? [] : made.places)
          report.line(terminal.place(name, shownPath(page)), { place: id, report: shownPath(page), build });
        return report.done(terminal.built(say.counted(made.places.length), shownPath(made.page)), {
          report: shownPath(made.page),
          build: made.build,
          places: made.places.length,
          compared: made.comparison.compared.length,
        });
      }
    }
    const told = stands ?? (await builtAnew(options, report));
    const page = shownPath(`${told.output}/report/index.html`);
    const { counted, terminal } = await sayOf(told);
    const done = terminal.built(counted(told.indicators), counted(told.notes), page);
    report.done(stands ? `${terminal.stands(told.build)} ${done}` : done, {
      output: shownPath(told.output),
      report: page,
      build: told.build,
      indicators: told.indicators,
      notes: told.notes,
      unchanged: stands !== null,
    });
  });

command("preview", "serve the report to this machine, and make it anew whenever a file of the project is saved")
  .option("--indicator <id>", "show this indicator only; repeat for more", collect)
  .option("--previous <dir>", "earlier output to compare with", place)
  .option("--port <number>", "port of the loopback address (default: any that is free)", port)
  .action(async ({ port: at, ...options }: Options) => {
    const { preview } = await import("../run/preview.ts");
    const report = reporter(options);
    const { previewing, counted } = await sayOf({ language: "en-GB" });
    const { project, year: reporting, indicators, previous } = runOptions(options);
    const { url, close } = await preview(
      { project, year: reporting, indicators, previous, port: at },
      {
        stage: report.stage,
        built: ({ results, drawn, manifest }) =>
          report.done(previewing.built(counted(results.indicators.length), counted(drawn)), {
            ...{ build: manifest.build, indicators: results.indicators.length, drawn },
          }),
        faulty: ({ message, faults }) =>
          report.line(`${message}\n\n${previewing.faulty(counted(faults.length))}`, { faults }),
        broken: (error) => void failed(error, process.argv.slice(2)),
      },
    );
    report.line(previewing.serving(url), { url });
    const end = (): void => {
      void close().finally(() => {
        report.done(previewing.ended, {});
        process.exit(0);
      });
    };
    process.once("SIGINT", end);
    process.once("SIGTERM", end);
  });

command("check", "do everything short of drawing the report")
  .option("--place <id>", "one place of a project that has several")
  .option("--indicator <id>", "show this indicator only; repeat for more", collect)
  .option("--strict", "fail while there are notes")
  .addOption(
    new Option("--annotations <machine>", "print faults as GitHub or GitLab show them beside their lines").choices(
      annotators,
    ),
  )
  .action(async ({ annotations, ...options }: Options & { annotations?: Annotator }) => {
    const placed = { project: options.project, shownPath, print };
    await annotated(annotations, placed, () => checked(options));
  });

command("audit", "what is published, what is held back, why, and what that could be from outside; for sign-off")
  .option("--place <id>", "one place of a project that has several")
  .option("--indicator <id>", "show this indicator only; repeat for more", collect)
  .option("--previous <dir>", "earlier output, of which everything is known")
  .action(async (options: Options) => {
    const { check } = await import("../run/build.ts");
    const { audit, auditCounts, auditLines } = await import("../run/audit.ts");
    const report = reporter(options);
    const checked = await check(runOptions(options), report.stage);
    const audited = audit(checked);
    const say = await sayOf(checked.results);
    if (options.json) for (const table of audited.tables) report.line("", table);
    else for (const line of auditLines(audited, checked, say)) report.line(line, null);
    const { published, held, small, exposed, lost } = auditCounts(audited);
    const { counted, percent, terminal } = say;
    const words = { small: counted(small), exposed: counted(exposed), share: percent(lost) };
    report.done(terminal.audit.done(counted(published), counted(held), words), {
      ...{ policy: audited.policy, uncovered: audited.uncovered, published, held, small, exposed, lost },
    });
  });

command("list", "the indicators that the project declares").action(async (options: Options) => {
  const { declared } = await import("../run/declared.ts");
  const report = reporter(options);
  const { language, themes } = await declared(options.project);
  for (const { theme, title, indicators } of themes) {
    report.line(title, null);
    if (indicators.length === 0)
      report.line(`  ${(await sayOf({ language })).terminal.noIndicator}`, { theme, indicator: null });
    for (const { id, title, dimensions } of indicators)
      report.line(`  ${id}  ${title} (${dimensions.join(", ")})`, { theme, indicator: id, title, dimensions });
  }
});

command("value", "what programmes return for each pound put in, as a range").action(async (options: Options) => {
  const { valued } = await import("../run/valued.ts");
  const report = reporter(options);
  const { programmes, language } = valued(options.project);
  const { counted, returns } = await sayOf({ language });
  for (const { text, ...fields } of programmes) {
    const terms = fields.terms.map((term) => `\n${returns.terminal.term(term)}`);
    report.line(`${returns.terminal.line(fields.id, fields.title, text)}${terms.join("")}`, { ...fields, text });
  }
  const without = programmes.filter(({ ratio }) => ratio === null).length;
  if (programmes.length === 0) report.line(returns.terminal.none, { programmes: 0 });
  else
    report.done(returns.terminal.done(counted(programmes.length), counted(without)), {
      programmes: programmes.length,
      without,
    });
});

command("explain", "one gap, or what a programme returns, worked through with its figures")
  .argument("<indicator>", "id of the indicator or the programme")
  .option("--place <id>", "one place of a project that has several")
  .option("--dimension <id>", "the breakdown to work through (default: the indicator's first)")
  .action(async (id: string, options: Options) => {
    const { check } = await import("../run/build.ts");
    const { explain, explainPlaces } = await import("../report/explain.ts");
    const { explained } = await import("../run/valued.ts");
    const programme = explained(options.project, id);
    if (programme !== null) {
      const report = reporter(options);
      for (const line of programme) report.line(line, { line });
      return;
    }
    const { comparePlacesOf, placesOf } = await import("../run/build-places.ts");
    if (options.place === undefined && placesOf(options.project).length > 0) {
      const comparison = await comparePlacesOf(runOptions({ ...options, indicator: [id] }), () => {});
      const known = [...comparison.compared, ...comparison.notCompared].map(({ dimension }) => dimension);
      const asked = options.dimension ?? known[0];
      const lines = asked === undefined ? null : explainPlaces(comparison, id, asked);
      if (lines === null) throw new UsageError(`no dimension ${asked} for ${id}; there are ${known.join(", ")}`);
      const report = reporter(options);
      for (const line of lines) report.line(line, { line });
      return;
    }
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

command("pdf", "print the report to a tagged PDF with bookmarks; needs Chromium")
  .option("--place <id>", "one place of a project that has several")
  .option("--out <file>", "the PDF (default: beside the report, which must be of the same figures)", place)
  .option("--replace", "another file may stand there, and goes")
  .option("--pack", "in its place a committee paper of four pages, and a second PDF with one page for each area")
  .option("--indicator <id>", "show this indicator only; repeat for more", collect)
  .action(async (options: Options) => {
    const { makePack, makePdf } = await import("../run/forms.ts");
    const report = reporter(options);
    if (options.pack) {
      const made = await makePack({ ...runOptions(options), replace: options.replace }, report.stage);
      const say = await sayOf(made);
      for (const file of made.files.map(shownPath)) report.line(say.terminal.pdf(file), { pdf: file });
      return report.done(say.terminal.packed(say.counted(made.files.length)), { build: made.build });
    }
    const { file, build, language } = await makePdf({ ...runOptions(options), replace: options.replace }, report.stage);
    const { terminal } = await sayOf({ language });
    report.done(terminal.pdf(shownPath(file)), { pdf: shownPath(file), build });
  });

command("card", "draw one gap as a picture of 1200 by 630 for slides and social posts, and print its alternative text")
  .argument("<indicator>", "id of the indicator")
  .option("--place <id>", "one place of a project that has several")
  .option("--dimension <id>", "the breakdown to draw (default: the indicator's first)")
  .option(
    "--out <file>",
    "the PNG; its text goes beside it as .txt (default: <indicator>--<dimension>-<year>.png here)",
    place,
  )
  .option("--replace", "other files may stand there, and go")
  .action(async (id: string, options: Options) => {
    const { makeCard } = await import("../run/forms.ts");
    const report = reporter(options);
    const { png, text, alt, build, language } = await makeCard(id, {
      ...runOptions(options),
      dimension: options.dimension,
      replace: options.replace,
    });
    const { terminal } = await sayOf({ language });
    report.line(alt, { alt });
    report.done(terminal.card(shownPath(png), shownPath(text)), {
      card: shownPath(png),
      text: shownPath(text),
      build,
    });
  });

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
    if (differences.length > 0) process.exitCode = EXIT.differs;
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
      if (check && news.length > 0) process.exitCode = EXIT.differs;
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
    if (isRefused) process.exitCode = EXIT.differs;
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

program
  .command("measures")
  .description("every measure of the method: definition, formula, source")
  .option("--json", "print JSON")
  .action(async ({ json }: { json?: true }) => {
    const { formulaParts, measures } = await import("../measure/all.ts");
    const { method } = await sayOf({ language: "en-GB" });
    const { measuresTable } = await import("../partner/terminal-tables.ts");
    const listed = measures.map(({ compute, claims, ...about }) => ({
      ...about,
      formula: method.measureFormula(about.id, formulaParts(about)),
    }));
    print(json ? JSON.stringify(listed, null, 2) : measuresTable(measures));
  });

program
  .command("measure")
  .description("the measures of groups read from JSON or CSV")
  .argument("[file]", "JSON or CSV; standard input when left out or -")
  .option("--json", "print JSON on a terminal too")
  .option(
    "--level <level>",
    "level of the intervals, from 0.9 to 0.999 (default: conf of the request, else 0.95)",
    level,
  )
  .option("--better <way>", "CSV: higher or lower")
  .option("--ordered", "CSV: the groups form a ladder, the most disadvantaged with the lowest order")
  .option("--unordered", "CSV: the groups have no order")
  .option("--scale <per>", "CSV: values are given per this many, such as 100", number)
  .option("--kind <kind>", "CSV: proportion, rate, dsr, mean, life-expectancy or published")
  .option("--working-scale <scale>", "CSV: identity, log or logit, for published figures")
  .addHelpText("after", MEASURE_HELP)
  .action(async (file: string | undefined, { json, ordered, unordered, ...options }: MeasureCommand) => {
    if (ordered && unordered) throw new UsageError("--ordered and --unordered exclude each other");
    const { read } = await import("../run/read-request.ts");
    const { measured } = await import("../partner/measure-request.ts");
    const { summaryTable } = await import("../partner/terminal-tables.ts");
    const order = ordered || unordered ? { ordered: ordered === true } : {};
    const answer = measured(await read(file), { ...options, ...order });
    print(forPeople(json) ? summaryTable(answer) : JSON.stringify(answer, null, 2));
  });

program
  .command("judge")
  .description("change, scatter, trend and verdict of series of gaps read from JSON")
  .argument("[file]", "JSON; standard input when left out or -")
  .option("--json", "print JSON on a terminal too")
  .addHelpText("after", JUDGE_HELP)
  .action(async (file: string | undefined, { json }: { json?: true }) => {
    const { read } = await import("../run/read-request.ts");
    const { judgedRequest } = await import("../partner/judge-request.ts");
    const { judgementsTable } = await import("../partner/terminal-tables.ts");
    const answer = judgedRequest(await read(file));
    print(forPeople(json) ? judgementsTable(answer) : JSON.stringify(answer, null, 2));
  });

program
  .command("estimate")
  .description("values with intervals from counts, samples and life tables read from JSON or CSV")
  .argument("[file]", "JSON or CSV; standard input when left out or -")
  .option("--json", "print JSON on a terminal too")
  .option("--level <level>", "level of the intervals, from 0.9 to 0.999; repeat for more (default: 0.95)", levels)
  .option("--kind <kind>", "CSV: proportion, rate or mean")
  .addHelpText("after", ESTIMATE_HELP)
  .action(async (file: string | undefined, { json, kind, level: asked = [0.95] }: EstimateCommand) => {
    const { read } = await import("../run/read-request.ts");
    const { answered } = await import("../partner/estimates-request.ts");
    const { estimatesTable } = await import("../partner/terminal-tables.ts");
    const answer = answered(await read(file), kind, asked);
    print(forPeople(json) ? estimatesTable(answer) : JSON.stringify(answer, null, 2));
  });

program
  .command("answer")
  .description("what measure, judge and estimate answer, for questions that come line by line; see docs/conformance.md")
  .action(async () => {
    const { answerLines } = await import("../run/answer-lines.ts");
    for await (const line of answerLines()) print(line);
  });

program
  .command("conform")
  .description("hold another program to the method: its answers to questions whose answers are known from elsewhere")
  .argument("<command>", "what starts the program, as a shell takes it; see docs/conformance.md for what it is sent")
  .option("--each", "start the program anew for every question, which is all that it reads")
  .option("--section <id>", "score this section only; repeat for more", collect)
  .option("--timeout <seconds>", "how long an answer may take", seconds, 30)
  .option("--vectors <dir>", "folder of other questions than those of the package", place)
  .option("--json", "one JSON object per line, for other programs")
  .option("--quiet", "print what failed alone")
  .action(async (command: string, { section, vectors, each, timeout, ...how }: ConformCommand) => {
    const { conform } = await import("../run/conform.ts");
    const { conformanceLines, whyText } = await import("../partner/score-table.ts");
    const report = reporter(how);
    const say = await sayOf({ language: "en-GB" });
    const { counted, conformance } = say;
    const found = await conform(command, { sections: section, vectors, each, timeout });
    const score = (outcome: Outcome): number => found.checks.filter((one) => one.outcome === outcome).length;
    const [passed, failed, unsupported] = [score("passed"), score("failed"), score("unsupported")];
    if (how.json) {
      for (const one of found.sections) report.line("", { ...one });
      for (const { outcome, why, ...one } of found.checks)
        if (why !== null) report.line("", { ...one, outcome, why, text: whyText(why, say) });
    } else if (!how.quiet || failed > 0) for (const line of conformanceLines(found, say)) report.line(line, {});
    report.done(conformance.done(counted(passed), counted(failed), counted(unsupported)), {
      passed,
      failed,
      unsupported,
    });
    if (failed > 0 || passed === 0) process.exitCode = EXIT.differs;
  });

/** Everything short of drawing the report, of each place where there are several. */
async function checked(options: Options): Promise<void> {
  const { check } = await import("../run/build.ts");
  const { placesOf } = await import("../run/build-places.ts");
  const report = reporter(options);
  const places = options.place === undefined ? placesOf(options.project).map(({ id }) => id) : [];
  const { comparisonsOf, countsOf } = await import("../report/comparisons.ts");
  const checkOne = async (one: Options): Promise<void> => {
    const { results, notes } = await check(runOptions(one), report.stage);
    const { counted, terminal } = await sayOf(results);
    for (const { indicator, dimension, note, text } of notes)
      report.note(terminal.noteAt(indicator, dimension, text), {
        indicator,
        dimension,
        note: note.id,
        text,
      });
    if (results.contact === null) report.note(terminal.noContact, { key: "contact", text: terminal.noContact });
    const compared = comparisonsOf(results);
    for (const { heading, comparisons } of compared)
      report.list(
        heading,
        comparisons.map(({ line, ...fields }) => ({ text: line, fields })),
      );
    const { comparisons, withGap, tested } = countsOf(compared);
    const told = [comparisons, withGap, tested, comparisons - withGap, notes.length].map(counted);
    report.done(terminal.checked(...(told as Parameters<typeof terminal.checked>)), {
      indicators: results.indicators.length,
      comparisons,
      withGap,
      tested,
      notes: notes.length,
    });
  };
  if (places.length === 0) return checkOne(options);
  for (const place of places) {
    report.line(place, null);
    await checkOne({ ...options, place });
  }
}

/** What is told of a build. */
async function builtAnew(options: Options, report: Reporter): Promise<Standing> {
  const { build } = await import("../run/build.ts");
  const { results, output, manifest, notes } = await build(runOptions(options), report.stage);
  const { language, indicators } = results;
  return { output, build: manifest.build, language, indicators: indicators.length, notes: notes.length };
}

/** Whether somebody at a terminal says yes; without one nobody does. */
async function confirmed(words: string): Promise<boolean> {
  const { asked } = await import("./asked.ts");
  const { answer = "" } = await asked([{ key: "answer", words, usual: "no" }], {});
  return /^y(es)?$/i.test(answer);
}

/** The words of a project's language; loaded when asked for, so that --help stays quick. */
async function sayOf(project: { language: Language }): Promise<Say> {
  const { sayIn } = await import("../catalogue/say.ts");
  return sayIn(project);
}

/** A table where somebody watches and has not asked for JSON. */
function forPeople(json: true | undefined): boolean {
  return process.stdout.isTTY === true && !json;
}

function runOptions(options: Options): BuildOptions {
  const {
    project,
    year: reporting,
    place: of,
    out,
    indicator,
    strict,
    singleFile,
    pictures,
    previous,
    internal,
    fresh,
  } = options;
  return {
    project,
    year: reporting,
    place: of,
    out,
    indicators: indicator,
    strict,
    previous,
    singleFile,
    pictures: pictures && "drawn",
    internal,
    fresh,
  };
}

/** Ends with what went wrong, wherever it did. */
function fail(error: unknown): void {
  process.exitCode = failed(error, process.argv.slice(2));
}

// A reader that closes the pipe early (head) is no error, and no reason to stop what is being written.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") process.exitCode = cannotPrint(error);
  });
process.on("uncaughtException", (error) => {
  fail(error);
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  fail(error);
}

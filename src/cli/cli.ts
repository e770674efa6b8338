import { Option } from "commander";
import { UsageError } from "../error.ts";
import type { BuildOptions } from "../run/build.ts";
import type { Standing } from "../run/unchanged.ts";
import { type Annotator, annotated, annotators } from "./annotations.ts";
import { cannotPrint, failed } from "./exit.ts";
import { addMethodCommands } from "./method-commands.ts";
import { collect, place, port } from "./options.ts";
import { printLine as print } from "./printed.ts";
import { command, type Options, program, sayOf, shownPath } from "./program.ts";
import { addProjectCommands } from "./project-commands.ts";
import { type Reporter, reporter } from "./reporter.ts";

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
      const { placesOf } = await import("../run/places-of.ts");
      if (placesOf(options.project).length > 0) {
        const { buildPlaces } = await import("../run/build-places.ts");
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
    const { check } = await import("../run/check.ts");
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
    const { check } = await import("../run/check.ts");
    const { explain, explainPlaces } = await import("../report/explain.ts");
    const { explained } = await import("../run/valued.ts");
    const programme = explained(options.project, id);
    if (programme !== null) {
      const report = reporter(options);
      for (const line of programme) report.line(line, { line });
      return;
    }
    const { placesOf } = await import("../run/places-of.ts");
    if (options.place === undefined && placesOf(options.project).length > 0) {
      const { comparePlacesOf } = await import("../run/build-places.ts");
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

const end = (code: number): void => {
  process.exitCode = code;
};
addProjectCommands(end);
addMethodCommands(end);

/** Everything short of drawing the report, of each place where there are several. */
async function checked(options: Options): Promise<void> {
  const { check } = await import("../run/check.ts");
  const { placesOf } = await import("../run/places-of.ts");
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

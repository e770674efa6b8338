import { UsageError } from "../error.ts";
import { ESTIMATE_HELP, JUDGE_HELP, MEASURE_HELP } from "../partner/help.ts";
import type { Outcome } from "../partner/score-answers.ts";
import { EXIT } from "./exit.ts";
import { collect, level, levels, number, place, seconds } from "./options.ts";
import { printLine as print } from "./printed.ts";
import { program, sayOf } from "./program.ts";
import { reporter } from "./reporter.ts";

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

interface EstimateCommand {
  json?: true;
  level?: number[];
  kind?: string;
}

interface ConformCommand {
  each?: true;
  section?: string[];
  timeout: number;
  vectors?: string;
  json?: true;
  quiet?: true;
}

/** The method without a project: over standard input, for other languages and programs. */
export function addMethodCommands(end: (code: number) => void): void {
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
    .description(
      "what measure, judge and estimate answer, for questions that come line by line; see docs/conformance.md",
    )
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
      if (failed > 0 || passed === 0) end(EXIT.differs);
    });
}

/** A table where somebody watches and has not asked for JSON. */
function forPeople(json: true | undefined): boolean {
  return process.stdout.isTTY === true && !json;
}

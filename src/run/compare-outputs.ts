import { calendarYear } from "../catalogue/format.ts";
import type { Say } from "../catalogue/say.ts";
import { figuresOf } from "../compare/build-figures.ts";
import { compare } from "../compare/compare.ts";
import { differencing, type Table } from "../compare/held.ts";
import type { ComparedBuild } from "../compare/previous.ts";
import { whyFigure } from "../compare/why.ts";
import { visible } from "../error.ts";
import { titleOf } from "../narrate/revised.ts";
import { type Explained, type Told, twoOutputs } from "../narrate/two-outputs.ts";
import { sha256 } from "./hashes.ts";
import { readPrevious } from "./read-previous.ts";

/** Two outputs on the disk, and what differs between them. */
export interface TwoOutputs {
  explained: Explained;
  /** Periods of which other figures are held back than before, so that both together may give some away. */
  risks: Table[];
}

const FIX = "name the folders of two outputs, the earlier one first, such as outputs/2025 outputs/2026";

export const compareOutputs = (older: string, newer: string): TwoOutputs =>
  compareBuilds(readPrevious(older, FIX), readPrevious(newer, FIX));

export function compareBuilds(previous: ComparedBuild, current: ComparedBuild): TwoOutputs {
  const changes = compare(previous, current);
  return {
    explained: {
      results: current.results,
      changes,
      revised: changes.revised.map((figure) => ({ figure, because: whyFigure(previous, current, changes, figure) })),
    },
    risks: differencing(figuresOf(previous.results), figuresOf(current.results)),
  };
}

export const comparedLines = ({ explained }: TwoOutputs, say: Say): Told[] => twoOutputs(say, explained);

/** Every difference as an object, in the shape that changes.json has it, with the reasons of figures. */
export function comparedEvents({ explained: { changes, revised } }: TwoOutputs): object[] {
  const { previous, current, verdicts, revised: _, format: __, ...rest } = changes;
  return [
    { what: "outputs", previous, current },
    ...verdicts.map((one) => ({ what: "verdict", ...one })),
    ...revised.map(({ figure: { what, ...figure }, because }) => ({
      what: "figure",
      figure: what,
      ...figure,
      because,
    })),
    { what: "rest", ...rest },
  ];
}

/** Lines below one heading of an issue: it has a bound, and nobody reads more. */
const MOST_LINES = 60;

/** All of it as an issue, which ends with a name of what changed: the same changes of another build have the same. */
export function comparedMarkdown(compared: TwoOutputs, say: Say): string {
  const { changes } = compared.explained;
  const [about, ...rest] = comparedLines(compared, say);
  const held = { heading: say.comparing.headings.risks, lines: risksTold(compared, say).map(({ text }) => text) };
  const parts = [held, ...rest].filter(({ lines }) => lines.length > 0);
  const { verdicts, current } = changes;
  const name = sha256(
    JSON.stringify([
      current.year,
      ...verdicts.map(({ because: _, ...verdict }) => Object.values(verdict)),
      ...compared.risks.map(({ indicator, period }) => [indicator, period]),
    ]),
  ).slice(0, 12);
  const title = say.comparing.issueTitle(current.title, calendarYear(current.year), say.counted(verdicts.length));
  const listed = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");
  return [
    `# ${inMarkdown(title)}`,
    listed((about?.lines ?? []).map(inMarkdown)),
    ...parts.flatMap(({ heading, lines }) => {
      const left = lines.length - MOST_LINES;
      const more = left > 0 ? [say.comparing.more(say.counted(left))] : [];
      return [`## ${inMarkdown(heading)}`, listed([...lines.slice(0, MOST_LINES).map(inMarkdown), ...more])];
    }),
    `<!-- tempcheck ${current.year} ${name} -->`,
  ].join("\n\n");
}

/** Text of a report as Markdown shows it, and calls nobody. */
const inMarkdown = (text: string): string =>
  visible(text)
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>#|~&]/g, "\\$&")
    .replaceAll("@", "&#64;");

/** What both outputs together may give away, for whoever publishes. */
export const risksTold = ({ explained: { results, changes }, risks }: TwoOutputs, { comparing }: Say) =>
  risks.map(({ indicator, period }) => ({
    indicator,
    period,
    text: comparing.risk(titleOf(results, changes, indicator), period),
  }));

import { calendarYear } from "../catalogue/format.ts";
import type { Say } from "../catalogue/say.ts";
import type { Language } from "../model.ts";
import type { Cell, Changes, FigureReason, FromTo, Revised } from "../results/changes.ts";
import {
  causesSentence,
  cellName,
  changesSummary,
  dimensionTitle,
  fromToText,
  revisedCells,
  settingName,
  shortHash,
  statedText,
  titleOf,
  verdictCells,
  versionName,
} from "./revised.ts";

/** What differs between two outputs, with a reason for every figure. */
export interface Explained {
  results: {
    language?: Language | undefined;
    indicators: readonly { id: string; title: string }[];
    dimensions: readonly { id: string; title: string }[];
  };
  changes: Changes;
  revised: readonly { figure: Revised; because: readonly FigureReason[] }[];
}

/** A heading of a terminal, and the lines below it. */
export interface Told {
  heading: string;
  lines: string[];
}

/** All that differs between two outputs as a terminal shows it, the verdicts first. Nothing of what does not differ. */
export function twoOutputs(say: Say, { results, changes, revised }: Explained): Told[] {
  const { comparing, changes: words } = say;
  const named = ({ indicator, dimension }: { indicator: string; dimension: string }): string =>
    words.captions.breakdown(titleOf(results, changes, indicator), dimensionTitle(results, dimension));
  const inPeriod = (cell: Cell): string => comparing.of(named(cell), words.inPeriod(cellName(say, cell), cell.period));
  const told: Told[] = [
    {
      heading: comparing.heading,
      lines: [
        comparing.older(changes.previous, calendarYear(changes.previous.year)),
        comparing.newer(changes.current, calendarYear(changes.current.year)),
        ...changesSummary(say, changes),
      ],
    },
    {
      heading: words.headings.verdicts,
      lines: changes.verdicts.map((one) =>
        comparing.verdict(named(one), ...verdictCells(say, one), causesSentence(say, one.because)),
      ),
    },
    {
      heading: words.headings.revised,
      lines: revised.map(({ figure, because }) => {
        const [before = "", after = "", difference = ""] = revisedCells(say, figure);
        return comparing.figure(inPeriod(figure), { before, after, difference }, because.map(comparing.why));
      }),
    },
    {
      heading: words.headings.held,
      lines: changes.notRepeated.map(({ indicator, period }) =>
        comparing.held(titleOf(results, changes, indicator), period),
      ),
    },
    ...coverage(say, changes, named, inPeriod),
    {
      heading: words.headings.stated,
      lines: changes.stated.map(({ indicator, dimension, ...one }) => {
        const of = dimension === null ? titleOf(results, changes, indicator) : named({ indicator, dimension });
        const [before, after] = [one.before, one.after].map((text) => statedText(say, one, text));
        return comparing.fromTo(comparing.of(of, words.stated[one.what]), before ?? "", after ?? "");
      }),
    },
    {
      heading: words.headings.made,
      lines: [
        ...changes.settings.map((one) => fromTo(say, settingName(say, one.name), one)),
        ...changes.versions.map((one) => fromTo(say, versionName(say, one.name), one)),
        ...(changes.definitions.added.length > 0 ? [words.definitions.added(changes.definitions.added)] : []),
        ...(changes.definitions.dropped.length > 0 ? [words.definitions.dropped(changes.definitions.dropped)] : []),
      ],
    },
    {
      heading: words.headings.inputs,
      lines: changes.inputs.map(({ name, before, after }) =>
        comparing.fromTo(name, shortHash(say, before), shortHash(say, after)),
      ),
    },
  ];
  return told.filter(({ lines }) => lines.length > 0);
}

const fromTo = (say: Say, name: string, { before, after }: FromTo): string =>
  say.comparing.fromTo(name, fromToText(say, before), fromToText(say, after));

function coverage(
  { changes: { coverage: heads }, comparing }: Say,
  { indicators, breakdowns, periods, groups, appeared, disappeared }: Changes,
  named: (at: { indicator: string; dimension: string }) => string,
  inPeriod: (cell: Cell) => string,
): Told[] {
  const title = (one: { title: string }): string => one.title;
  const period = (one: Changes["periods"]["added"][number]): string => comparing.of(named(one), one.period);
  const group = (one: Changes["groups"]["added"][number]): string => comparing.of(named(one), one.label);
  return [
    { heading: heads.indicatorsAdded, lines: indicators.added.map(title) },
    { heading: heads.indicatorsDropped, lines: indicators.dropped.map(title) },
    { heading: heads.breakdownsAdded, lines: breakdowns.added.map(named) },
    { heading: heads.breakdownsDropped, lines: breakdowns.dropped.map(named) },
    { heading: heads.periodsAdded, lines: periods.added.map(period) },
    { heading: heads.periodsDropped, lines: periods.dropped.map(period) },
    { heading: heads.groupsAdded, lines: groups.added.map(group) },
    { heading: heads.groupsDropped, lines: groups.dropped.map(group) },
    { heading: heads.appeared, lines: appeared.map(inPeriod) },
    { heading: heads.disappeared, lines: disappeared.map(inPeriod) },
  ];
}

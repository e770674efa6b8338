import { digits } from "../../catalogue/format.ts";
import { type BreakdownChart, breakdownCharts } from "../../charts/chart.ts";
import { isMissing, type Note, sameNote } from "../../model.ts";
import { type Breakdown, groupLabel } from "../../narrate/breakdown.ts";
import { certaintySentences } from "../../narrate/certainty.ts";
import { headline, headlineDetail } from "../../narrate/headline.ts";
import { levelKind, levelName } from "../../narrate/level.ts";
import { blankMarker } from "../../narrate/marks-and-figures.ts";
import { pageOf } from "../../narrate/page-of.ts";
import { changeSentences, paceSentences, trendSentences, verdictSentence } from "../../narrate/since-baseline.ts";
import {
  because,
  furthestSentence,
  gapUnit,
  gradientSentence,
  groupsSentence,
  headCountSentence,
  relativeSentence,
  whyNoGap,
} from "../../narrate/state.ts";
import { Contributions } from "./contributions-part.tsx";
import { Bullets, ChartFigure, VerdictBadge } from "./elements.tsx";
import { useCharts } from "./lead-and-rest.tsx";
import { OtherMeasures } from "./other-measures.tsx";
import { WorkingSteps } from "./working-part.tsx";

type Row = "levels" | "gaps" | "published" | "who" | "people";

/** Where each chart stands. */
const rows: Readonly<Record<BreakdownChart, Row>> = {
  groups: "levels",
  "over-time": "levels",
  "gap-absolute": "gaps",
  "gap-relative": "gaps",
  published: "published",
  who: "who",
  map: "who",
  people: "people",
};

/** Beside a tall chart of levels there is room for people too. */
const rowOf = (kind: BreakdownChart, isTall: boolean): Row => (kind === "people" && isTall ? rows.groups : rows[kind]);

/** One indicator by one dimension: the finding, its charts, and how sure we are. */
export function BreakdownSection({ b }: { b: Breakdown }) {
  const { dimension, result, indicator, say } = b;
  const { indicatorPage: words } = say;
  const told = [
    headlineDetail(b),
    gradientSentence(b),
    groupsSentence(b),
    isMissing(b.latest.absolute) ? null : relativeSentence(b),
  ].filter((text) => text !== null);
  const headCount = headCountSentence(b);
  const charts = useCharts();
  const isTall = charts.ids("map", b.name).length > 0;
  const inRow = (row: Row): string[] =>
    breakdownCharts.filter((kind) => rowOf(kind, isTall) === row).flatMap((kind) => charts.ids(kind, b.name));
  const who = inRow("who");
  const furthest = furthestSentence(b);
  return (
    <section class="breakdown" aria-labelledby={dimension.id}>
      <h2 id={dimension.id}>{dimension.title}</h2>
      <p class="verdict">
        <VerdictBadge verdict={result.verdict} />
      </p>
      <p class="headline">{headline(b)}</p>
      <p>{told.join(" ")}</p>
      <KeyFigures b={b} />
      <Charts ids={inRow("levels")} hasTall={isTall} />
      <Charts ids={inRow("gaps")} />
      <Charts ids={inRow("published")} />
      {who.length > 0 && (
        <>
          <h3>{words.who}</h3>
          {furthest !== null && <p>{furthest}</p>}
          <Charts ids={who} />
        </>
      )}
      {headCount !== null && (
        <p class="headcount">
          {headCount} <span class="small">{say.icons.arithmetic}</span>
        </p>
      )}
      <Charts ids={inRow("people")} />
      <div class="columns">
        <div>
          <h3>{words.changed}</h3>
          <p>{verdictSentence(b)}</p>
          <Bullets items={whatChanged(b)} />
          {result.verdict.because === null && <p class="small">{words.rule(say.method.rule(result.verdict))}</p>}
        </div>
        <div>
          <h3>{words.sure}</h3>
          <Bullets items={certaintySentences(b)} />
          <Notes b={b} />
        </div>
      </div>
      <Contributions b={b} />
      <h3>{words.more}</h3>
      <OtherMeasures b={b} />
      <WorkingSteps b={b} />
      <details>
        <summary>
          {words.groups}
          <span class="unseen">{say.page.unseen(dimension.title, indicator.title)}</span>
        </summary>
        <p>{dimension.about}</p>
        <Members b={b} />
      </details>
    </section>
  );
}

/** Where nothing can be compared, the verdict has said why already. */
const whatChanged = (b: Breakdown): string[] => [
  ...(isMissing(b.result.change) ? [] : changeSentences(b, false)),
  ...trendSentences(b),
  ...paceSentences(b),
];

/** Charts side by side where there is room; one alone does not stretch, and a tall one has the others beside it. */
function Charts({ ids, hasTall = false }: { ids: readonly string[]; hasTall?: boolean }) {
  if (ids.length === 0) return null;
  return (
    <div class={ids.length === 1 ? "charts single" : "charts"}>
      {ids.map((id, i) => (
        <ChartFigure key={id} id={id} root="../" size={hasTall && i === 0 ? "tall" : "half"} />
      ))}
    </div>
  );
}

function KeyFigures({ b }: { b: Breakdown }) {
  const { absolute, relative, overall, period } = b.latest;
  const { say } = b;
  const { indicatorPage: words } = say;
  const cards = [
    isMissing(overall)
      ? {
          name: words.level,
          parts: { number: blankMarker(overall, b.latest), unit: "" },
          under: because(b, overall),
          id: null,
        }
      : {
          name: words.levelAt(levelName(b), period.label),
          parts: say.figureParts(overall, b.indicator.unit),
          under: say.range(overall, digits(overall, b.indicator.unit)),
          id: say.levels.from[levelKind(b.latest) ?? overall.from],
        },
    ...[
      { gap: absolute, type: "absolute" as const },
      { gap: relative, type: "relative" as const },
    ].map(({ gap, type }) =>
      isMissing(gap)
        ? {
            name: say.charts.gap.name[type],
            parts: { number: blankMarker(gap, b.latest), unit: "" },
            under: whyNoGap(b, b.latest, gap),
            id: null,
          }
        : {
            name: words.gap(type, say.method.measureName(gap.measure)),
            parts: say.figureParts(gap.oriented, gapUnit(gap)),
            under: say.range(gap.oriented, digits(gap.oriented, gapUnit(gap))),
            id: gap.definition,
          },
    ),
  ];
  return (
    <dl class="figures">
      {cards.map(({ name, parts, under, id }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span>
              <span class="big">{parts.number}</span> {parts.unit}
            </span>
            <span>{under ?? say.writing.noRange}</span>
            {id !== null && <span class="small">{id}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Told {
  note: Note;
  groups: string[];
}

/** Every note once, with the groups it holds for. */
function notesOf(b: Breakdown): Told[] {
  const { latest, result } = b;
  const all: { note: Note; group: string | null }[] = [
    ...[...result.notes, ...latest.notes].map((note) => ({ note, group: null })),
    ...[latest.absolute, latest.relative, latest.par].flatMap((item) =>
      isMissing(item) ? [] : item.notes.map((note) => ({ note, group: null })),
    ),
    ...latest.groups.flatMap(({ id, notes }) => notes.map((note) => ({ note, group: groupLabel(b, id) }))),
  ];
  const told: Told[] = [];
  for (const { note, group } of all) {
    const known = told.find((one) => sameNote(one.note, note)) ?? { note, groups: [] };
    if (!told.includes(known)) told.push(known);
    if (group !== null && !known.groups.includes(group)) known.groups.push(group);
  }
  return told;
}

function Notes({ b }: { b: Breakdown }) {
  const notes = notesOf(b);
  if (notes.length === 0) return null;
  return (
    <dl class="notes">
      {notes.map(({ note, groups }) => (
        <div key={b.say.method.note(note)}>
          <dt>
            <a href={`../method.html#note-${note.id}`}>{b.say.notes[note.id].label}</a>
          </dt>
          <dd>{b.say.indicatorPage.noteFor(b.say.method.note(note), groups)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Members({ b }: { b: Breakdown }) {
  const groups = b.dimension.groups.filter(({ members }) => members.length > 0);
  return groups.length === 0 ? null : (
    <dl>
      {groups.map(({ id, label, members }) => {
        const page = pageOf(b, id);
        return (
          <div key={id}>
            <dt>{page === null ? label : <a href={`../${page}`}>{label}</a>}</dt>
            <dd>{b.say.list(members)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

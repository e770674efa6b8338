import { isMissing, type Note } from "../../model.ts";
import { type Breakdown, groupLabel } from "../breakdown.ts";
import type { DrawnChart } from "../charts/chart.ts";
import { capital, differenceUnit, digits, figureParts, list, number, pValue, range, sharedDigits } from "../format.ts";
import { levelKind, levelName } from "../level.ts";
import {
  furthestSentence,
  gapUnit,
  gradientSentence,
  groupsSentence,
  headCountSentence,
  relativeSentence,
  whyNoGap,
} from "../sentences.ts";
import { certaintySentences } from "../sentences-certainty.ts";
import { changeSentences, paceSentences, trendSentences, verdictSentence } from "../sentences-change.ts";
import { headline, headlineDetail } from "../sentences-headline.ts";
import { blankMarker, noteKind } from "../words.ts";
import { OtherMeasures } from "./other-measures.tsx";
import { Bullets, ChartFigure, DataTable, VerdictBadge } from "./parts.tsx";

/** One indicator by one dimension: the finding, its charts, and how sure we are. */
export function BreakdownSection({ b, charts }: { b: Breakdown; charts: readonly DrawnChart[] }) {
  const { dimension, result, indicator } = b;
  const told = [
    headlineDetail(b),
    gradientSentence(b),
    groupsSentence(b),
    isMissing(b.latest.absolute) ? null : relativeSentence(b),
  ].filter((text) => text !== null);
  const headCount = headCountSentence(b);
  return (
    <section class="breakdown" aria-labelledby={dimension.id}>
      <h2 id={dimension.id}>{dimension.title}</h2>
      <p class="verdict">
        <VerdictBadge verdict={result.verdict} />
      </p>
      <p class="headline">{headline(b)}</p>
      <p>{told.join(" ")}</p>
      <KeyFigures b={b} />
      <div class="charts">
        {charts.map((chart) => (
          <ChartFigure key={chart.name} chart={chart} root="../" size={isTall(b, chart) ? "tall" : "half"} />
        ))}
      </div>
      {headCount !== null && (
        <p class="headcount">
          {headCount} <span class="small">This is arithmetic, not a forecast.</span>
        </p>
      )}
      <div class="columns">
        <div>
          <h3>What has changed</h3>
          <p>{verdictSentence(b)}</p>
          <Bullets items={whatChanged(b)} />
          {result.verdict.because === null && <p class="small">The rule that decided: {result.verdict.rule}</p>}
        </div>
        <div>
          <h3>How sure we are</h3>
          <Bullets items={certaintySentences(b)} />
          <Notes b={b} />
        </div>
      </div>
      <Who b={b} />
      <OtherMeasures b={b} />
      <details>
        <summary>
          How the groups are made
          <span class="unseen">
            : {dimension.title}, {indicator.title}
          </span>
        </summary>
        <p>{dimension.about}</p>
        <Members b={b} />
      </details>
    </section>
  );
}

/** Where nothing can be compared, the verdict has said why already. */
const whatChanged = (b: Breakdown): string[] => [
  ...(isMissing(b.result.change) ? [] : changeSentences(b)),
  ...trendSentences(b),
  ...paceSentences(b),
];

const isTall = (b: Breakdown, { name }: DrawnChart): boolean =>
  name.endsWith("--groups") && b.dimension.groups.length > 9;

function KeyFigures({ b }: { b: Breakdown }) {
  const { absolute, relative, overall, period } = b.latest;
  const cards = [
    isMissing(overall)
      ? { name: "Level", parts: { number: blankMarker(overall, b.latest), unit: "" }, under: overall.text, id: null }
      : {
          name: `${capital(levelName(b))}, ${period.label}`,
          parts: figureParts(overall, b.indicator.unit),
          under: range(overall, digits(overall, b.indicator.unit)),
          id: b.say.levels.from[levelKind(b.latest) ?? overall.from],
        },
    ...[
      { gap: absolute, name: "Absolute gap" },
      { gap: relative, name: "Relative gap" },
    ].map(({ gap, name }) =>
      isMissing(gap)
        ? {
            name,
            parts: { number: blankMarker(gap, b.latest), unit: "" },
            under: whyNoGap(b, b.latest, gap),
            id: null,
          }
        : {
            name: `${name}: ${gap.name.charAt(0).toLowerCase()}${gap.name.slice(1)}`,
            parts: figureParts(gap.oriented, gapUnit(gap)),
            under: range(gap.oriented, digits(gap.oriented, gapUnit(gap))),
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
            <span>{under ?? "no interval published"}</span>
            {id !== null && <span class="small">{id}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Each group against all the others together. */
function Who({ b }: { b: Breakdown }) {
  const { who } = b.latest;
  if (b.dimension.type !== "unordered" || who.length === 0) return null;
  const sorted = [...who].sort((a, c) => c.difference.value - a.difference.value);
  const furthest = furthestSentence(b);
  const places = sharedDigits(
    who.map(({ difference }) => difference),
    b.indicator.unit,
  );
  return (
    <>
      <h3>Who stands apart</h3>
      {furthest !== null && <p>{furthest}</p>}
      <details open={who.length <= 8}>
        <summary>
          Each group against all the others together<span class="unseen">: {b.dimension.title}</span>
        </summary>
        <DataTable
          id={`who-${b.name}`}
          table={{
            caption: `Difference from all the others together, in ${differenceUnit(b.indicator.unit)}; above zero the group is worse off. ${b.dimension.title}, ${b.latest.period.label}`,
            head: ["Group", "Difference", "Interval", "Adjusted p"],
            rows: sorted.map(({ group, difference, adjustedP }) => ({
              heading: groupLabel(b, group),
              cells: [
                number(difference.value, places),
                range(difference, places) ?? "not published",
                adjustedP === null ? "not tested" : pValue(adjustedP),
              ],
            })),
          }}
        />
      </details>
    </>
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
  const told = new Map<string, Told>();
  for (const { note, group } of all) {
    const known = told.get(`${note.id} ${note.text}`) ?? { note, groups: [] };
    told.set(`${note.id} ${note.text}`, known);
    if (group !== null && !known.groups.includes(group)) known.groups.push(group);
  }
  return [...told.values()];
}

function Notes({ b }: { b: Breakdown }) {
  const notes = notesOf(b);
  if (notes.length === 0) return null;
  return (
    <dl class="notes">
      {notes.map(({ note, groups }) => (
        <div key={`${note.id} ${note.text}`}>
          <dt>
            <a href={`../method.html#note-${noteKind(note.id)}`}>{b.say.notes[noteKind(note.id)].label}</a>
          </dt>
          <dd>
            {note.text}
            {groups.length > 0 && ` (${list(groups)})`}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Members({ b }: { b: Breakdown }) {
  const groups = b.dimension.groups.filter(({ members }) => members.length > 0);
  return groups.length === 0 ? null : (
    <dl>
      {groups.map(({ id, label, members }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>{list(members)}</dd>
        </div>
      ))}
    </dl>
  );
}

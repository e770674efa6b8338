import { calendarYear } from "../../catalogue/format.ts";
import { sayIn } from "../../catalogue/say.ts";
import {
  causesSentence,
  cellName,
  changesSummary,
  dimensionTitle,
  fromToText,
  revisedCells,
  settingName,
  shortHash,
  titleOf,
  versionName,
} from "../../narrate/revised.ts";
import type { Changes, FromTo, Revised } from "../../results/changes.ts";
import type { Page, Place } from "../page.ts";
import { Bullets } from "./elements.tsx";
import { useSay } from "./lead-and-rest.tsx";
import { NewAndGone } from "./new-and-gone.tsx";

/** Most revised figures that the page lists; the rest stand in the file. */
const MOST_SHOWN = 200;

interface Compared {
  place: Place;
  changes: Changes;
}

/** What differs from an earlier build. */
export function changesPage(place: Place, changes: Changes): Page {
  const props = { place, changes };
  const say = sayIn(place.results);
  const words = say.changes;
  const { build, title, year } = changes.previous;
  return {
    ...place,
    file: "changes.html",
    title: words.title,
    description: words.description(calendarYear(year), build),
    current: "sources.html",
    content: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.compared(build, title, calendarYear(year))}</p>
        <Bullets items={changesSummary(say, changes)} />
        <Verdicts {...props} />
        <RevisedFigures {...props} />
        <Held {...props} />
        <NewAndGone results={place.results} changes={changes} />
        <Made {...props} />
        <Inputs {...props} />
        <p>
          {words.file}
          <a href="../data/changes.json">changes.json</a>
        </p>
      </>
    ),
  };
}

/** The way to the page, where there is one. */
export function ChangesLink({ place: { build } }: { place: Place }) {
  const { changes: words } = useSay();
  return build.changes == null ? null : (
    <p>
      <a href="changes.html">{words.title}</a>
    </p>
  );
}

function Rows({ id, caption, head, rows }: { id: string; caption: string; head: readonly string[]; rows: Row[] }) {
  return (
    <section class="scroll" tabindex={0} aria-labelledby={id}>
      <table class="people">
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {head.map((text, i) => (
              <th key={text} scope="col">
                {i === 0 && text === "" ? <span class="unseen">{caption}</span> : text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, heading, href, cells }) => (
            <tr key={key}>
              <th scope="row">{href === undefined ? heading : <a href={href}>{heading}</a>}</th>
              {cells.map((text, i) => (
                <td key={head[i + 1]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface Row {
  key: string;
  heading: string;
  href?: string;
  cells: readonly string[];
}

function Verdicts({ place: { results }, changes }: Compared) {
  const say = useSay();
  const words = say.changes;
  if (changes.verdicts.length === 0) return null;
  return (
    <section aria-labelledby="verdicts">
      <h2 id="verdicts">{words.headings.verdicts}</h2>
      <Rows
        id="verdicts-table"
        caption={words.captions.verdicts}
        head={words.heads.verdicts}
        rows={changes.verdicts.map(({ indicator, dimension, before, after, because }) => ({
          key: `${indicator} ${dimension}`,
          heading: titleOf(results, changes, indicator),
          href: `indicators/${indicator}.html#${dimension}`,
          cells: [
            say.within(dimensionTitle(results, dimension)),
            before ?? words.notRepeated,
            after,
            causesSentence(say, because),
          ],
        }))}
      />
    </section>
  );
}

/** How large a revision is beside the figure itself. */
const weight = ({ before, after }: Revised): number =>
  Math.abs(after.value - before.value) / Math.max(Math.abs(before.value), Math.abs(after.value), 1e-9);

function RevisedFigures({ place: { results }, changes }: Compared) {
  const say = useSay();
  const words = say.changes;
  const { revised } = changes;
  if (revised.length === 0) return null;
  const shown = [...revised].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_SHOWN);
  const names = [...new Set(revised.map(({ indicator, dimension }) => `${indicator} ${dimension}`))];
  return (
    <section aria-labelledby="revised">
      <h2 id="revised">{words.headings.revised}</h2>
      <p>
        {shown.length === revised.length
          ? words.reading.all
          : words.reading.some(say.counted(revised.length), say.count(shown.length))}
      </p>
      {names.map((name) => {
        const own = shown.filter(({ indicator, dimension }) => `${indicator} ${dimension}` === name);
        const [first] = own;
        if (first === undefined) return null;
        const { indicator, dimension } = first;
        const caption = words.captions.breakdown(
          titleOf(results, changes, indicator),
          dimensionTitle(results, dimension),
        );
        return (
          <Rows
            key={name}
            id={`revised-${indicator}--${dimension}`}
            caption={caption}
            head={words.heads.revised}
            rows={own.map((one) => ({
              key: `${one.period} ${one.what} ${one.group}`,
              heading: cellName(say, one),
              cells: [one.period, ...revisedCells(say, one)],
            }))}
          />
        );
      })}
    </section>
  );
}

function Held({ place: { results }, changes }: Compared) {
  const say = useSay();
  const words = say.changes;
  const { notRepeated } = changes;
  if (notRepeated.length === 0) return null;
  return (
    <section aria-labelledby="held">
      <h2 id="held">{words.headings.held}</h2>
      <p>{words.heldMeaning}</p>
      <Bullets
        items={notRepeated.map(({ indicator, period }) =>
          words.captions.breakdown(titleOf(results, changes, indicator), period),
        )}
      />
    </section>
  );
}

function Made({ changes: { settings, versions, definitions } }: Compared) {
  const say = useSay();
  const words = say.changes;
  const rows = [
    ...settings.map((one) => ({ ...one, name: settingName(say, one.name) })),
    ...versions.map((one) => ({ ...one, name: versionName(say, one.name) })),
  ];
  const lines = (["added", "dropped"] as const).flatMap((way) =>
    definitions[way].length === 0 ? [] : [words.definitions[way](definitions[way])],
  );
  return (
    <section aria-labelledby="made">
      <h2 id="made">{words.headings.made}</h2>
      {rows.length === 0 && lines.length === 0 && <p>{words.same}</p>}
      {rows.length > 0 && (
        <Rows
          id="made-table"
          caption={words.captions.made}
          head={words.heads.made}
          rows={rows.map((one) => fromToRow(one, (text) => fromToText(say, text)))}
        />
      )}
      <Bullets items={lines} />
    </section>
  );
}

const fromToRow = ({ name, before, after }: FromTo, text: (value: string | null) => string): Row => ({
  key: name,
  heading: name,
  cells: [text(before), text(after)],
});

function Inputs({ changes: { inputs } }: Compared) {
  const say = useSay();
  const words = say.changes;
  if (inputs.length === 0) return null;
  return (
    <section aria-labelledby="inputs">
      <h2 id="inputs">{words.headings.inputs}</h2>
      <Rows
        id="inputs-table"
        caption={words.captions.inputs}
        head={words.heads.inputs}
        rows={inputs.map((one) => fromToRow(one, (hash) => shortHash(say, hash)))}
      />
    </section>
  );
}

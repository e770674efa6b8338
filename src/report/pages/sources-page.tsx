import { sayIn } from "../../catalogue/say.ts";
import { versionName } from "../../narrate/revised.ts";
import type { Source, SourceFile } from "../../results/results.ts";
import type { Page, Place } from "../page.ts";
import { ChangesLink } from "./changes-page.tsx";
import { Bullets } from "./elements.tsx";
import { NamedHeading } from "./named-heading.tsx";
import { useSay } from "./surroundings.ts";

/** Every dataset, as received. */
export function sourcesPage(place: Place): Page {
  const { results, build } = place;
  const { sourcesPage: words, counted } = sayIn(results);
  const datasets = counted(results.sources.length);
  return {
    ...place,
    file: "sources.html",
    title: words.title,
    description: words.description(datasets),
    current: "sources.html",
    indicators: [],
    content: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead(datasets)}</p>
        <p>
          {words.all.before}
          <a href="../data/results.json">results.json</a>
          {words.all.after}
          <code>{build.id}</code>
          {words.made(build.version)}
        </p>
        {build.changes == null ? <p>{sayIn(results).changes.none}</p> : <ChangesLink place={place} />}
        <Versions place={place} />
        <nav aria-label={words.datasets} class="jump list">
          <ul>
            {results.sources.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        {results.sources.map((source) => (
          <SourceSection key={source.id} source={source} />
        ))}
      </>
    ),
  };
}

/** What the report was made with. The figures depend on nothing else. */
function Versions({ place: { results, build } }: { place: Place }) {
  const say = useSay();
  const all = { method: results.method.version, tempcheck: build.version, ...build.versions };
  return (
    <details>
      <summary>{say.changes.versions}</summary>
      <dl class="facts">
        {Object.entries(all).map(([name, version]) => (
          <div key={name}>
            <dt>{versionName(say, name)}</dt>
            <dd>{version}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Where a file was fetched from, by what was written beside it then. */
function Fetched({ file: { fetched } }: { file: SourceFile }) {
  const { sourcesPage: words, day } = useSay();
  if (fetched === undefined) return null;
  const { address, licence, version, lastChanged } = fetched;
  return (
    <>
      <br />
      {words.fetched.before(day(fetched.day))}
      <a href={address}>{address}</a>
      {words.fetched.after({ licence, version, lastChanged: lastChanged && day(lastChanged) })}
    </>
  );
}

function SourceSection({ source }: { source: Source }) {
  const { sourcesPage: words, day, count, readingNotes } = useSay();
  const notes = [...source.notes, ...(source.reading ?? []).map((note) => readingNotes.note(note, count))];
  const terms = words.facts;
  const facts = [
    { term: terms.publisher, text: source.publisher },
    { term: terms.licence, text: source.licence },
    { term: terms.period, text: source.period },
    { term: terms.received, text: day(source.received) },
    ...(source.rows === null ? [] : [{ term: terms.rows, text: count(source.rows) }]),
    { term: terms.changes, text: source.changes },
  ];
  return (
    <section class="source" aria-labelledby={source.id}>
      <h2 id={source.id}>{source.title}</h2>
      <dl class="facts">
        {facts.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>{terms.page}</dt>
          <dd>
            <a href={source.page}>{source.page}</a>
          </dd>
        </div>
        <div>
          <dt>{terms.files}</dt>
          {source.files.map((file) => (
            <dd key={file.path}>
              {file.path}
              <br />
              <code>{file.sha256}</code>
              <Fetched file={file} />
            </dd>
          ))}
        </div>
      </dl>
      {notes.length > 0 && (
        <>
          <NamedHeading as="h3" of={source.title}>
            {words.notes}
          </NamedHeading>
          <Bullets items={notes} />
        </>
      )}
    </section>
  );
}

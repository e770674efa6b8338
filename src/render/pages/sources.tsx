import type { Source } from "../../disclose/publishable.ts";
import { count, day, plural } from "../format.ts";
import { type Place, page } from "./layout.tsx";
import { Bullets } from "./parts.tsx";

/** Every dataset, as received. */
export function sourcesPage(place: Place): string {
  const { results, build } = place;
  return page({
    ...place,
    title: "Data and sources",
    description: `The ${plural(results.sources.length, "dataset")} behind the report, with publisher, licence, dates and checksums.`,
    current: "sources.html",
    data: { file: "sources.html", indicators: [] },
    children: (
      <>
        <h1>Data and sources</h1>
        <p class="lead">
          {plural(results.sources.length, "dataset")} stand behind this report. Each is kept as it was received; the
          checksum shows that nobody changed it since.
        </p>
        <p>
          All results are in one file, <a href="../data/results.json">results.json</a>. This is build{" "}
          <code>{build.id}</code>, made with tempcheck {build.version}.
        </p>
        <nav aria-label="Datasets" class="jump list">
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
  });
}

function SourceSection({ source }: { source: Source }) {
  const facts = [
    { term: "Publisher", text: source.publisher },
    { term: "Licence", text: source.licence },
    { term: "Period", text: source.period },
    { term: "Received", text: day(source.received) },
    { term: "Rows", text: count(source.rows) },
    { term: "What was done to it", text: source.changes },
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
          <dt>Publisher's page</dt>
          <dd>
            <a href={source.page}>{source.page}</a>
          </dd>
        </div>
        <div>
          <dt>Files (SHA-256)</dt>
          {source.files.map(({ path, sha256 }) => (
            <dd key={path}>
              {path}
              <br />
              <code>{sha256}</code>
            </dd>
          ))}
        </div>
      </dl>
      {source.notes.length > 0 && (
        <>
          <h3>Notes</h3>
          <Bullets items={source.notes} />
        </>
      )}
    </section>
  );
}

import { type Download, tableNames } from "../../model.ts";
import type { Place } from "../place.ts";
import { sayIn } from "../say.ts";
import {
  allTables,
  downloadsHeading,
  downloadsLead,
  formatNames,
  holdings,
  linkAbout,
} from "../sentences-downloads.ts";

/** The most tables that stand in the open; more are folded away. */
const FEW = 6;

/** The files of data that a page offers, by what is in them. */
export function Downloads({ place, file }: { place: Place; file: string }) {
  const offered = place.build.downloads?.get(file) ?? [];
  if (offered.length === 0) return null;
  const groups = [...new Set(offered.map(({ holds }) => holds))].map((holds) => ({
    holds,
    files: offered.filter((one) => one.holds === holds),
  }));
  const isTable = ({ holds }: Group): boolean => tableNames.some((name) => name === holds);
  const tables = groups.filter(isTable);
  const others = groups.filter((group) => !isTable(group));
  return (
    <section class="downloads" aria-labelledby="downloads">
      <h2 id="downloads">{downloadsHeading}</h2>
      <p>{downloadsLead}</p>
      {tables.length > FEW ? (
        <>
          <Files groups={others} place={place} />
          <details>
            <summary>{allTables(sayIn(place.results).count(tables.length))}</summary>
            <Files groups={tables} place={place} />
          </details>
        </>
      ) : (
        <Files groups={[...tables, ...others]} place={place} />
      )}
    </section>
  );
}

interface Group {
  holds: Download["holds"];
  files: readonly Download[];
}

function Files({ groups, place: { results, root } }: { groups: readonly Group[]; place: Place }) {
  const { fileSize } = sayIn(results);
  return (
    <ul class="data-files">
      {groups.map(({ holds, files }) => (
        <li key={holds}>
          <span class="holding">
            <strong>{holdings[holds].title}</strong> <span class="small">{holdings[holds].about}</span>
          </span>
          <span class="links">
            {files.map(({ path, format, bytes }) => (
              <a key={path} href={`${root}../${path}`} download>
                {formatNames[format]}
                <span class="unseen">{linkAbout(holdings[holds].title)}</span>{" "}
                <span class="small">({fileSize(bytes)})</span>
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
